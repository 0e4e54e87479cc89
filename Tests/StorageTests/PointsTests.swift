import Domain
import Testing

@testable import Storage

@Suite struct PointsTests {
    private static let backers = ["Bob", "Cora", "Dan", "Eve", "Fay"]

    /// A person's lines as `source posted`, a minus before what was taken back, the latest first.
    private func lines(_ town: Town, _ person: Citizen, at day: Double = 90) async throws -> [String] {
        try await town.look(as: person, at: Town.day(day)) { look in
            try look.ownPoints().lines.items.map {
                "\($0.reversal == nil ? "" : "-")\($0.line.key.source) \($0.line.posted)"
            }
        }
    }

    private func balance(_ town: Town, _ person: Citizen) async throws -> Int64 {
        try await town.look(as: person, at: Town.day(90)) { try $0.ownPoints().balance }
    }

    private func isSound(_ town: Town) async throws -> Bool {
        try await Store.verifyLedger(of: town.path).fault == nil
    }

    @Test(
        "an idea that is kept, and then put in place, counts once each, however often it is decided or edited"
    )
    func kept() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let idea = try await town.idea(by: ana, in: town.challenge(.suggestionBox))
            try await town.decide(.underStudy, idea, at: Town.day(40))
            #expect(try await lines(town, ana) == [])
            try await town.decide(.accepted, idea, at: Town.day(41))
            try await town.decide(.planned, idea, at: Town.day(42))
            try await town.store.editIdea(
                idea, to: IdeaContent(title: "Un détecteur par étage", text: "Et voici comment, en mieux."),
                by: ana.id, at: Town.day(43))
            #expect(try await lines(town, ana) == ["kept 20"])
            try await town.decide(.implemented, idea, at: Town.day(44))
            try await town.decide(.implemented, idea, at: Town.day(45))
            #expect(try await lines(town, ana) == ["implemented 30", "kept 20"])
            try await town.decide(.rejected, idea, at: Town.day(46))
            #expect(try await lines(town, ana) == ["-implemented 30", "-kept 20"])
            #expect(try await balance(town, ana) == 0)
            try await town.decide(.accepted, idea, at: Town.day(47))
            #expect(try await lines(town, ana) == ["kept 20", "-implemented 30", "-kept 20"])
            #expect(try await balance(town, ana) == 20)
            #expect(try await isSound(town))
        }
    }

    @Test("supports count once results are published, voting never does, nor do ballots that were set aside")
    func supported() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let idea = try await town.idea(by: ana, in: call)
            let other = try await town.idea("Une autre idée", by: ana, in: call)
            var voters: [Citizen] = []
            for name in Self.backers {
                let voter = try await town.citizen(name)
                try await town.store.castVote(on: idea, by: voter.id, at: Town.day(30))
                voters.append(voter)
            }
            for voter in voters.prefix(4) {
                try await town.store.castVote(on: other, by: voter.id, at: Town.day(30))
            }
            for subject in [idea, other] {
                try await town.decide(.rejected, subject, secretly: true, at: Town.day(60))
            }
            #expect(try await lines(town, ana, at: 70) == [])
            #expect(
                try await town.look(as: ana, at: Town.day(70)) { try $0.ownPoints().badges } == [])
            try await town.store.publishResults(of: call, by: town.mayor.id, at: Town.day(73))
            #expect(try await lines(town, ana) == ["supported 10"])
            for voter in voters { #expect(try await lines(town, voter) == []) }
            #expect(try await town.number("SELECT count(*) FROM points_line WHERE source = 'vote'") == 0)
            #expect(
                try await town.look(as: ana, at: Town.day(90)) { try $0.ownPoints().badges }
                    == [.answered, .supported])
        }
    }

    @Test("hiding, withdrawing and merging take a line back by a reverse entry; coming back is a new line")
    func reversals() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let box = try await town.challenge(.suggestionBox)
            let idea = try await town.idea(by: ana, in: box)
            let double = try await town.idea("La même, autrement dite", by: bob, in: box)
            try await town.decide(.planned, idea)
            _ = try await town.store.judge(
                [.idea(idea)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(50))
            #expect(try await lines(town, ana) == ["-kept 20"])
            _ = try await town.store.judge([.idea(idea)], .show, by: town.mayor.id, at: Town.day(51))
            #expect(try await lines(town, ana) == ["kept 20", "-kept 20"])
            // Whoever said the same first has part in the one that stands.
            try await town.store.merge(
                double, into: .address(idea), because: "Elles disent la même chose.", by: town.mayor.id,
                at: Town.day(52))
            #expect(try await lines(town, bob) == ["kept 20"])
            try await town.store.separate(
                double, because: "Elles différaient vraiment.", by: town.mayor.id, at: Town.day(53))
            #expect(try await lines(town, bob) == ["-kept 20"])
            try await town.store.withdrawIdea(idea, by: ana.id, at: Town.day(54))
            #expect(try await balance(town, ana) == 0)
            #expect(try await isSound(town))
        }
    }

    @Test(
        "answers to questions and thanks in a version count once, for nobody who asks or publishes themselves"
    )
    func advice() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let box = try await town.challenge(.suggestionBox)
            let idea = try await town.idea(by: ana, in: box)
            try await town.store.askAuthors(
                of: idea, "Pour quels logements surtout ?", answerBefore: Town.day(10), by: town.mayor.id,
                at: Town.day(2))
            #expect(try await lines(town, ana) == [])
            try await town.store.clarify(idea, "Pour les logements anciens.", by: ana.id, at: Town.day(3))
            #expect(try await lines(town, ana) == ["clarified 5"])
            let review = try await town.challenge(.draftReview, title: "Un projet")
            try await PlanTests.revise(review, in: town, by: ana)
            #expect(try await lines(town, ana) == ["clarified 5", "thanked 15"])
            let own = try await town.idea("De la gérante", by: town.mayor, in: box)
            try await town.decide(.accepted, own)
            #expect(try await town.number("SELECT count(*) FROM points_line") == 2)
        }
    }

    @Test("those who sign an idea have its line too, and lose it if they leave")
    func coAuthors() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let box = try await town.challenge(.suggestionBox)
            let idea = try await town.idea(by: ana, in: box)
            try await town.store.inviteCoAuthor("Bob", to: idea, by: ana.id, at: Town.day(2))
            try await town.store.joinAuthors(of: idea, by: bob.id, at: Town.day(3))
            try await town.decide(.planned, idea)
            #expect(try await lines(town, ana) == ["kept 20"])
            #expect(try await lines(town, bob) == ["kept 20"])
        }
    }

    @Test("a day is capped, by the cap that an administrator settled")
    func capped() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let officer = try await town.official("Trésorier", .rewardOfficer)
            let box = try await town.challenge(.suggestionBox)
            for number in 1...3 {
                try await town.decide(
                    .accepted, try await town.idea("L’idée numéro \(number)", by: ana, in: box))
            }
            #expect(try await lines(town, ana) == ["kept 0", "kept 20", "kept 20"])
            #expect(try await balance(town, ana) == 40)
            func settle(_ cap: Int64?, by member: Citizen) async throws -> Refusal? {
                try await refusal {
                    try await town.store.setDailyCap(to: cap, by: member.id, at: Town.day(50))
                }
            }
            #expect(try await settle(60, by: ana) == .notFound)
            #expect(try await settle(60, by: officer) == .forbidden(.administratorOnly))
            #expect(try await settle(1, by: town.mayor) == .invalid("cap", .outOfRange, limit: 500))
            #expect(try await settle(25, by: town.mayor) == nil)
            for number in 4...5 {
                try await town.decide(
                    .accepted, try await town.idea("L’idée numéro \(number)", by: ana, in: box),
                    at: Town.day(60))
            }
            #expect(try await lines(town, ana).prefix(2) == ["kept 5", "kept 20"])
            #expect(try await isSound(town))
        }
    }

    @Test("whoever wants none has nothing posted meanwhile, nor afterwards")
    func pauses() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let box = try await town.challenge(.suggestionBox)
            let (first, second, third) = (
                try await town.idea("La première idée", by: ana, in: box),
                try await town.idea("La deuxième idée", by: ana, in: box),
                try await town.idea("La troisième idée", by: ana, in: box)
            )
            try await town.decide(.accepted, first, at: Town.day(43))
            try await town.store.showBadges(true, by: ana.id, at: Town.day(43))
            try await town.store.setPoints(false, by: ana.id, at: Town.day(44))
            try await town.store.setPoints(false, by: ana.id, at: Town.day(45))
            try await town.decide(.accepted, second, at: Town.day(46))
            #expect(try await lines(town, ana) == ["kept 20"])
            #expect(try await town.look(as: nil) { try $0.shownBadges(of: [ana.id]) }.isEmpty)
            try await town.store.setPoints(true, by: ana.id, at: Town.day(47))
            try await town.decide(.accepted, third, at: Town.day(48))
            #expect(try await lines(town, ana) == ["kept 20", "kept 20"])
            #expect(
                try await town.look(as: nil) { try $0.shownBadges(of: [ana.id]) } == [
                    ana.id: [.answered, .kept]
                ])
        }
    }

    @Test("a line is contested by its owner, once, and answered by somebody else; a correction is an entry")
    func contests() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let officer = try await town.official("Trésorier", .rewardOfficer)
            let idea = try await town.idea(by: ana, in: town.challenge(.suggestionBox))
            try await town.decide(.accepted, idea)
            try await town.decide(.rejected, idea, at: Town.day(44))
            let line = PointLineID(1)
            func contest(_ member: Citizen, _ reason: String = "L’essai a bien eu lieu, en mai.") async throws
                -> Refusal?
            {
                try await refusal {
                    try await town.store.contest(line, because: reason, by: member.id, at: Town.day(50))
                }
            }
            #expect(try await contest(bob) == .notFound)
            #expect(try await contest(ana, "Non.") == .invalid("reason", .tooShort, limit: 10))
            #expect(try await contest(ana) == nil)
            #expect(try await contest(ana) == .conflict(.alreadyContested))
            #expect(try await town.look(as: officer) { try $0.contestCount(limit: 9) } == 1)
            #expect(try await town.look(as: bob) { try $0.contestCount(limit: 9) } == nil)
            func answer(_ answer: PointAnswer, by member: Citizen) async throws -> Refusal? {
                try await refusal {
                    try await town.store.answerContest(
                        PointContestID(1), with: answer, by: member.id, at: Town.day(51))
                }
            }
            let text = "L’essai a eu lieu : la ligne est rétablie."
            let correction = PointAnswer(verdict: .corrected, points: 20, text: text)
            #expect(try await answer(correction, by: ana) == .notFound)
            #expect(
                try await answer(.init(verdict: .corrected, points: 21, text: text), by: officer)
                    == .invalid("points", .aboveMaximum, limit: 20))
            #expect(try await answer(correction, by: officer) == nil)
            #expect(try await answer(correction, by: officer) == .conflict(.contestAnswered))
            #expect(try await contest(ana) == .conflict(.contestAnswered))
            #expect(try await lines(town, ana) == ["kept 20", "-kept 20"])
            #expect(try await balance(town, ana) == 20)
            // What was settled stays, whatever is decided then.
            try await town.decide(.accepted, idea, at: Town.day(60))
            try await town.decide(.rejected, idea, at: Town.day(61))
            #expect(try await balance(town, ana) == 20)
            #expect(try await isSound(town))
        }
    }

    @Test("a reward in points is posted whole when it is handed over, shared as its authors agreed")
    func rewards() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let offer = RewardOffer(kind: .points, cents: nil, nature: "Deux cents points")
            let call = try await town.challenge(reward: offer)
            let idea = try await town.idea(by: ana, in: call)
            try await town.decide(.winner, idea)
            #expect(
                try await refusal {
                    _ = try await town.store.proposeReward(
                        offer, for: idea, by: town.mayor.id, at: Town.day(45))
                } == .invalid("rewardPoints", .missing))
            let counted = RewardOffer(kind: .points, cents: nil, nature: "Deux cents points", points: 200)
            let reward = try await town.reward(counted, for: idea)
            #expect(try await lines(town, ana) == ["kept 20"])
            #expect(
                try await town.look(as: nil) { try $0.rewards().items.first?.reward.offer.points } == 200)
            let second = try await town.official("Payeuse", .rewardOfficer)
            try await town.store.advanceReward(
                reward, by: RewardStep(to: .delivered, note: "Inscrits au relevé"), member: second.id,
                at: Town.day(46))
            #expect(try await lines(town, ana) == ["reward 200", "kept 20"])
            #expect(try await balance(town, ana) == 220)
            #expect(try await isSound(town))
        }
    }

    @Test("badges stand beside a name only for those who want it, and never for what was said among few")
    func shown() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let swarm = try await town.community("abeilles")
            try await town.join(swarm, "abeilles", as: "Butineuse", ana)
            let inner = try await town.idea(
                "Prêter une échelle", by: ana,
                in: town.challenge(.suggestionBox, title: "Entre abeilles", community: swarm))
            try await town.decide(.implemented, inner)
            func shown() async throws -> [Badge] {
                try await town.look(as: nil) { try $0.shownBadges(of: [ana.id])[ana.id] ?? [] }
            }
            #expect(
                try await town.look(as: ana) { try $0.ownPoints().badges } == [
                    .answered, .kept, .implemented,
                ])
            #expect(try await shown() == [])
            try await town.store.showBadges(true, by: ana.id, at: Town.day(50))
            #expect(try await shown() == [])
            let idea = try await town.idea(by: ana, in: town.challenge(.suggestionBox, title: "À tous"))
            try await town.decide(.accepted, idea)
            #expect(try await shown() == [.answered, .kept])
            try await town.store.showBadges(false, by: ana.id, at: Town.day(51))
            #expect(try await shown() == [])
        }
    }

    @Test("an account that goes leaves lines under a number, and no word or choice of its own")
    func deletion() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let idea = try await town.idea(by: ana, in: town.challenge(.suggestionBox))
            try await town.decide(.accepted, idea)
            try await town.store.contest(
                PointLineID(1), because: "Je voulais en parler avec vous.", by: ana.id, at: Town.day(45))
            try await town.store.showBadges(true, by: ana.id, at: Town.day(45))
            try await town.store.setPoints(false, by: ana.id, at: Town.day(45))
            try await town.store.deleteAccount(of: ana.id, at: Town.day(46))
            for table in ["points_contest", "points_pause", "badge_display", "points_due"] {
                #expect(try await town.number("SELECT count(*) FROM \(table)") == 0, "\(table)")
            }
            #expect(try await town.number("SELECT count(*) FROM points_line") == 1)
            // What becomes of the idea concerns nobody any more.
            try await town.decide(.rejected, idea, at: Town.day(47))
            #expect(try await town.number("SELECT count(*) FROM points_line WHERE reversed_at IS NULL") == 1)
        }
    }

    @Test("a line of points is neither rewritten nor deleted, and a fact has one that stands")
    func promises() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let idea = try await town.idea(by: ana, in: town.challenge(.suggestionBox))
            try await town.decide(.accepted, idea)
            for statement in [
                "UPDATE points_line SET posted = 1", "DELETE FROM points_line",
                """
                INSERT INTO points_line (member_id, source, subject_id, turn, earned_at, amount, posted, booked_at,
                    entry_seq) SELECT member_id, source, subject_id, 2, 0, 1, 1, 0, entry_seq FROM points_line
                """,
            ] {
                await #expect(throws: StorageFailure.self) {
                    try await town.store.write { _ = try $0.execute(statement) }
                }
            }
        }
    }
}
