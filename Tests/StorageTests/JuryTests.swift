import Domain
import Foundation
import Testing

@testable import Storage

@Suite struct JuryTests {
    struct Scene {
        let town: Town
        let jurors: [Citizen]
        let authors: [Citizen]
        let call: ChallengeID
        let ideas: [IdeaID]
    }

    static func rules(_ shortlist: Int? = nil, choices: Int = 1, wildCards: Int = 0) -> JuryRules {
        JuryRules(
            criteria: [
                .init(name: "Utilité", weight: 3, lowest: "Ne sert à personne", highest: "Sert à tous"),
                .init(
                    name: "Faisabilité", weight: 1, lowest: "Impossible", middle: "En un an", highest: "Prêt"),
            ], jurorsPerIdea: 3, sharedIdeas: 1,
            chain: SelectionChain(shortlist: shortlist, choices: choices, wildCards: wildCards))
    }

    /// A challenge with so many ideas, a vote by tokens if it is no contest, and jurors who do not sit yet; day 43 is in
    /// its deliberation.
    static func scene(
        _ blueprint: Blueprint = .openCall, ideas count: Int = 5, jurors seats: Int = 4,
        way: DecidingWay = .tokens(count: 10, cap: 5), rules: JuryRules,
        _ body: @escaping (Scene) async throws -> Void
    ) async throws {
        try await Town.live { town in
            var content = town.content(blueprint)
            if blueprint == .openCall { content.way = way }
            let call = try await town.store.launchChallenge(content, by: town.mayor.id, at: Town.day(-5))
            try await town.store.publishChallenge(
                call, secret: VoteSecret(seed: "graine", receiptKey: Array(repeating: 9, count: 32)),
                by: town.mayor.id, at: Town.day(-4))
            try await town.store.setJuryRules(rules, of: call, by: town.mayor.id, at: Town.day(1))
            var jurors: [Citizen] = []
            for number in 0..<seats {
                jurors.append(try await town.official("Juré\(number)", .juror, for: call))
            }
            var authors: [Citizen] = []
            var ideas: [IdeaID] = []
            for number in 0..<count {
                let author = try await town.citizen("Auteur\(number)")
                authors.append(author)
                ideas.append(try await town.idea("Idée numéro \(number)", by: author, in: call))
            }
            if way.envelope != nil {
                // The last has no cost; the fourth is the dearest.
                let costs: [Int64] = [40_000, 50_000, 70_000, 60_000]
                try await town.store.setCosts(
                    Dictionary(uniqueKeysWithValues: zip(ideas, costs.map(Optional.some))), in: call,
                    by: town.mayor.id, at: Town.day(2))
                for author in authors[1...] {
                    try await town.store.castMarks(
                        [ideas[0]: 1], in: call, by: author.id, at: Town.day(30))
                }
            } else if blueprint == .openCall {
                for (place, author) in authors.enumerated() {
                    let other = ideas[(place + 1) % count]
                    try await town.store.castMarks(
                        [other: min(5, (place + 1) % count + 1)], in: call, by: author.id, at: Town.day(30))
                }
            }
            try await body(
                Scene(town: town, jurors: jurors, authors: authors, call: call, ideas: ideas))
        }
    }

    static func seat(_ scene: Scene, _ jurors: [Citizen]? = nil) async throws {
        try await scene.town.store.seatJury(
            Set((jurors ?? scene.jurors).map(\.id)), in: scene.call, by: scene.town.mayor.id, at: Town.day(43)
        )
    }

    private static func bench(_ scene: Scene, _ juror: Citizen) async throws -> [JuryCard] {
        try await scene.town.look(as: juror, at: Town.day(43)) {
            try $0.bench(in: scene.call).cards.map(\.card)
        }
    }

    private static func overview(_ scene: Scene) async throws -> JuryOverview {
        try await scene.town.look(as: scene.town.mayor, at: Town.day(43)) {
            try $0.juryOverview(of: scene.call)
        }
    }

    /// Every juror scores all that they have, the later ideas better.
    static func scoreAll(_ scene: Scene) async throws {
        for (place, juror) in scene.jurors.enumerated() {
            for card in try await bench(scene, juror) where card.isOpen {
                let worth = scene.ideas.firstIndex(of: card.idea) ?? 0
                try await scene.town.store.castScores(
                    [min(10, 2 + worth + place % 2), 3 + place], note: "À moi", on: card.idea, by: juror.id,
                    at: Town.day(43))
            }
        }
    }

    @Test("the shortlist is frozen when the jury is first seated, and everything is dealt in equal loads")
    func seating() async throws {
        try await Self.scene(rules: Self.rules(3)) { scene in
            let (town, store) = (scene.town, scene.town.store)
            let early = try await refusal {
                try await store.seatJury(
                    [scene.jurors[0].id], in: scene.call, by: town.mayor.id, at: Town.day(41))
            }
            #expect(early == .conflict(.participationStillOpen))
            let nobody = try await refusal {
                try await store.seatJury([], in: scene.call, by: town.mayor.id, at: Town.day(43))
            }
            #expect(nobody == .invalid("jurors", .missing))
            let stranger = try await refusal {
                try await store.seatJury(
                    [scene.authors[0].id], in: scene.call, by: town.mayor.id, at: Town.day(43))
            }
            #expect(stranger == .notFound)
            try await Self.seat(scene)
            let overview = try await Self.overview(scene)
            // The first three of the vote, by tokens.
            #expect(Set(overview.ideas.map(\.idea)) == Set(scene.ideas[2...]))
            let loads = scene.jurors.map { juror in overview.cards.count { $0.juror == juror.id } }
            #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= 1)
            for idea in overview.ideas {
                #expect(overview.cards.count { $0.idea == idea.idea } >= 3)
            }
            let late = try await refusal {
                try await store.setJuryRules(
                    Self.rules(), of: scene.call, by: town.mayor.id, at: Town.day(43))
            }
            #expect(late == .conflict(.criteriaSettled))
            // As nothing was scored, one juror fewer is another deal.
            try await Self.seat(scene, Array(scene.jurors.dropLast()))
            let fewer = try await Self.overview(scene)
            #expect(!fewer.cards.contains { $0.juror == scene.jurors[3].id })
            #expect(fewer.cards.count == 9)
        }
    }

    @Test("scores are kept as given, twice or at once, and changed until the phase ends")
    func scores() async throws {
        try await Self.scene(rules: Self.rules()) { scene in
            let store = scene.town.store
            try await Self.seat(scene)
            let juror = scene.jurors[0]
            let idea = try #require(try await Self.bench(scene, juror).first?.idea)
            func cast(_ scores: [Int?], by citizen: Citizen, _ day: Double = 43) async throws -> Refusal? {
                try await refusal {
                    try await store.castScores(
                        scores, note: "Zqnote", on: idea, by: citizen.id, at: Town.day(day))
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        try await store.castScores(
                            [number % 10 + 1, nil], note: "Zqnote", on: idea, by: juror.id, at: Town.day(43))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await scene.town.number("SELECT count(*) FROM jury_score") == 1)
            #expect(try await cast([7, 9], by: juror) == nil)
            #expect(try await Self.bench(scene, juror).first { $0.idea == idea }?.scores == [7, 9])
            #expect(try await cast([0, 9], by: juror) == .invalid("score-0", .outOfRange, limit: 10))
            #expect(try await cast([7], by: juror) == .notFound)
            #expect(try await cast([7, 9], by: juror, 70) == .conflict(.judgingClosed))
            #expect(try await cast([7, 9], by: scene.authors[0]) == .forbidden(.jurorsOnly))
            #expect(try await cast([7, 9], by: scene.town.mayor) == .forbidden(.jurorsOnly))
            #expect(try await cast([nil, nil], by: juror) == nil)
            #expect(try await scene.town.number("SELECT count(*) FROM jury_score") == 0)
        }
    }

    @Test("what jurors score and note is read by themselves, and scores by managers; by nobody else")
    func secrecy() async throws {
        try await Self.scene(rules: Self.rules()) { scene in
            let (town, store) = (scene.town, scene.town.store)
            try await Self.seat(scene)
            let juror = scene.jurors[0]
            let cards = try await Self.bench(scene, juror)
            let idea = try #require(cards.first { $0.isShared }?.idea)
            let others = [nil, scene.authors[0], scene.jurors[1], scene.jurors[2]]
            func read(_ citizen: Citizen?) async throws -> [String: String] {
                try await town.look(as: citizen, at: Town.day(43)) { try $0.everything() }
            }
            func ofJuries(_ read: [String: String]) -> [String: String] {
                read.filter { name, _ in
                    ["jury", "bench", "card", "judged", "scores", "selection", "results"].contains {
                        name.contains($0)
                    }
                }
            }
            var before: [[String: String]] = []
            for person in others { before.append(ofJuries(try await read(person))) }
            try await store.castScores([9, 2], note: "Zqnote", on: idea, by: juror.id, at: Town.day(43))
            try await store.remark("Zqremark, à discuter.", on: idea, by: juror.id, at: Town.day(43))
            for (person, then) in zip(others, before) {
                let now = try await read(person)
                #expect(now.showing("Zq") == [])
                let told = ofJuries(now).filter { $0.value != then[$0.key] }.keys.sorted()
                #expect(told == [], "\(person?.pseudonym ?? "visitor")")
            }
            let mayor = try await read(town.mayor)
            #expect(mayor.showing("Zqnote") == [])
            #expect(!mayor.showing("Zqremark").isEmpty)
            #expect(!(try await read(juror)).showing("Zqnote").isEmpty)
            // Once they cannot be swayed any more, jurors talk to each other.
            let silent = try await refusal {
                try await store.remark("Moi aussi.", on: idea, by: scene.jurors[1].id, at: Town.day(43))
            }
            #expect(silent == .notFound)
            try await store.castScores([4, 4], note: "", on: idea, by: scene.jurors[1].id, at: Town.day(43))
            #expect(!(try await read(scene.jurors[1])).showing("Zqremark").isEmpty)
            try await store.takeRole(
                .juror, for: scene.call, from: scene.jurors[1].id, by: town.mayor.id, at: Town.day(43))
            #expect((try await read(scene.jurors[1])).showing("Zqremark") == [])
        }
    }

    @Test("whoever stands aside is replaced, loses their scores, reads no deliberation, and can come back")
    func recusal() async throws {
        try await Self.scene(.contest, ideas: 6, jurors: 4, rules: Self.rules()) { scene in
            let store = scene.town.store
            try await Self.seat(scene)
            let juror = scene.jurors[0]
            let idea = try #require(try await Self.bench(scene, juror).first { !$0.isShared }?.idea)
            try await store.castScores([5, 5], note: "", on: idea, by: juror.id, at: Town.day(43))
            let short = try await refusal {
                try await store.standAside(from: idea, because: "Non", by: juror.id, at: Town.day(43))
            }
            #expect(short == .invalid("recusal", .tooShort, limit: 10))
            try await store.standAside(
                from: idea, because: "J’ai travaillé avec lui.", by: juror.id, at: Town.day(43))
            let cards = try await Self.overview(scene).cards.filter { $0.idea == idea }
            #expect(cards.count { $0.state != .aside } == 3)
            #expect(cards.count == 4)
            #expect(try await scene.town.number("SELECT count(*) FROM jury_score") == 0)
            let closed = try await refusal {
                try await store.castScores([5, 5], note: "", on: idea, by: juror.id, at: Town.day(43))
            }
            #expect(closed == .conflict(.stoodAside))
            try await store.standAside(from: idea, because: nil, by: juror.id, at: Town.day(43))
            #expect(try await Self.bench(scene, juror).first { $0.idea == idea }?.state == .pending)
        }
    }

    @Test("nobody is dealt their own idea, and who comes to sign one loses their card for it")
    func ownIdeas() async throws {
        try await Self.scene(ideas: 3, jurors: 4, rules: Self.rules()) { scene in
            let (town, store) = (scene.town, scene.town.store)
            try await store.giveRole(
                .juror, for: scene.call, to: scene.authors[0].id, by: town.mayor.id, at: Town.day(42))
            try await Self.seat(scene, scene.jurors + [scene.authors[0]])
            #expect(!(try await Self.bench(scene, scene.authors[0])).contains { $0.idea == scene.ideas[0] })
            let juror = scene.jurors[0]
            let idea = try #require(try await Self.bench(scene, juror).first?.idea)
            let author = scene.authors[scene.ideas.firstIndex(of: idea) ?? 0]
            try await store.inviteCoAuthor(juror.pseudonym, to: idea, by: author.id, at: Town.day(43))
            try await store.joinAuthors(of: idea, by: juror.id, at: Town.day(43))
            #expect(!(try await Self.bench(scene, juror)).contains { $0.idea == idea })
        }
    }

    @Test("the results keep every step, the file recounts to the ranking, and it names no juror")
    func publication() async throws {
        try await Self.scene(rules: Self.rules(4, choices: 1, wildCards: 1)) { scene in
            let (town, store, call) = (scene.town, scene.town.store, scene.call)
            try await Self.seat(scene)
            try await Self.scoreAll(scene)
            let left = try #require(try await Self.bench(scene, scene.jurors[0]).first?.idea)
            try await store.standAside(
                from: left, because: "Zqlien de famille", by: scene.jurors[0].id, at: Town.day(43))
            for idea in scene.ideas { try await town.decide(.accepted, idea, secretly: true) }
            // What was frozen counts: an idea that is hidden later takes its words with it, and its place stays.
            _ = try await store.judge(
                [.idea(scene.ideas[0])], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(43))
            for day in [43.0, 44] {
                for person in [nil, town.mayor, scene.jurors[0]] {
                    let met = try await refusal {
                        _ = try await town.look(as: person, at: Town.day(day)) { try $0.juryFile(of: call) }
                    }
                    #expect(met == .notFound)
                    #expect(
                        try await town.look(as: person, at: Town.day(day)) {
                            try $0.selection(of: try $0.challenge(call))
                        }.isEmpty)
                }
            }
            let preview = try await town.look(as: town.mayor, at: Town.day(44)) {
                try $0.resultsPreview(of: call)
            }
            #expect(preview.jury?.choice?.jury.count == 1)
            try await store.publishResults(of: call, by: town.mayor.id, at: Town.day(45))
            let (file, publication, steps, vote) = try await town.look(as: nil, at: Town.day(46)) { look in
                let challenge = try look.challenge(call)
                return (
                    try look.juryFile(of: call), try look.juryPublication(of: challenge),
                    try look.selection(of: challenge), try look.publication(of: challenge)
                )
            }
            let read = try BallotFile.read(file)
            let published = try #require(publication)
            #expect(try JuryMethod(options: read.options).rank(read.tally) == published.ranking)
            #expect(preview.jury?.ranking == published.ranking)
            let text = String(decoding: file, as: UTF8.self)
            for word in ["Juré", "Zqlien", "À moi"] { #expect(!text.contains(word), "\(word)") }
            #expect(steps.map(\.kind) == SelectionStep.Kind.allCases)
            #expect(steps[1].input == steps[0].fingerprint)
            #expect(steps[0].input.description == vote?.ranking.digest)
            #expect(steps[2].input.description == published.ranking.digest)
            #expect(vote?.ranking.winners.count == 4)
            let ballots = try await town.look(as: nil, at: Town.day(46)) { try $0.ballotFile(of: call) }
            #expect(!String(decoding: ballots, as: UTF8.self).contains("Idée numéro 0"))
            #expect(try BallotFile.read(ballots).tally.digest == vote?.ranking.digest)
            let crowd = steps[3].ids(of: "crowd")
            #expect(crowd.count == 1 && Set(crowd).isDisjoint(with: steps[3].ids(of: "jury")))
            for sql in ["UPDATE selection_step SET output = ''", "DELETE FROM selection_step"] {
                await #expect(throws: (any Error).self) {
                    try await store.write { db in _ = try db.execute(sql) }
                }
            }
        }
    }

    @Test(
        "under an envelope the jury chooses first, and the crowd adds what its ballots bought and is left to pay"
    )
    func envelope() async throws {
        try await Self.scene(
            ideas: 5, way: .equalShares(envelope: 100_000), rules: Self.rules(4, choices: 1, wildCards: 2)
        ) { scene in
            let (town, store, call, ideas) = (scene.town, scene.town.store, scene.call, scene.ideas)
            try await Self.seat(scene)
            let overview = try await Self.overview(scene)
            // Four of the five go before the jury, in the order of the ballots; the one without a cost never does.
            #expect(overview.ideas.count == 4 && !overview.ideas.contains { $0.idea == ideas[4] })
            #expect(overview.vote?.envelope == 100_000)
            try await Self.scoreAll(scene)
            for idea in ideas { try await town.decide(.accepted, idea, secretly: true) }
            let preview = try await town.look(as: town.mayor, at: Town.day(44)) {
                try $0.resultsPreview(of: call)
            }
            // The jury likes the fourth best, which costs 60,000 of 100,000; the first costs 40,000 and is bought before others.
            #expect(preview.jury?.choice?.jury == ["\(ideas[3])"])
            #expect(preview.jury?.choice?.crowd == ["\(ideas[0])"])
            #expect(preview.decided.last?.place == nil && preview.decided.last?.idea.idea == ideas[4])
            try await store.publishResults(of: call, by: town.mayor.id, at: Town.day(45))
            try await town.look(as: nil, at: Town.day(46)) { look in
                let challenge = try look.challenge(call)
                let steps = try look.selection(of: challenge)
                #expect(steps.map(\.kind) == SelectionStep.Kind.allCases)
                #expect(steps[3].options == "jury 1, crowd 2, envelope 100000")
                #expect(steps[3].output == "jury \(ideas[3])\ncrowd \(ideas[0])\n")
                let jury = try #require(try look.juryPublication(of: challenge))
                #expect(jury.means["\(ideas[3])"]?.count == 2)
                let vote = try BallotFile.read(try look.ballotFile(of: call))
                #expect(
                    try EqualShares(options: vote.options).rank(vote.tally)
                        == look.publication(of: challenge)?.ranking)
            }
        }
    }

    @Test("what the crowd adds stands in the results although no jury judged it")
    func added() async throws {
        try await Self.scene(ideas: 12, rules: Self.rules(2, choices: 1, wildCards: 2)) { scene in
            let (town, call) = (scene.town, scene.call)
            try await Self.seat(scene)
            try await Self.scoreAll(scene)
            for idea in scene.ideas { try await town.decide(.accepted, idea, secretly: true) }
            try await town.store.publishResults(of: call, by: town.mayor.id, at: Town.day(45))
            try await town.look(as: nil, at: Town.day(46)) { look in
                let rows = try #require(try look.results(of: try look.challenge(call))).rows
                #expect(rows.map(\.place) == [1, 2, nil])
            }
        }
    }

    @Test("in a contest solutions stay nameless before the jury, and sealed ones keep their titles after it")
    func contest() async throws {
        try await Self.scene(.contest, ideas: 4, rules: Self.rules()) { scene in
            let (town, store, call) = (scene.town, scene.town.store, scene.call)
            try await store.seatJury(
                Set(scene.jurors.map(\.id)), in: call, by: town.mayor.id, at: Town.day(43))
            try await Self.scoreAll(scene)
            let seen = try await town.look(as: scene.jurors[0], at: Town.day(43)) { look in
                try look.bench(in: call).cards.map(\.idea)
            }
            #expect(seen.allSatisfy { $0.hidesAuthor && $0.author?.pseudonym == nil })
            for (place, idea) in scene.ideas.enumerated() {
                try await town.decide(
                    place == 3 ? .winner : .rejected, idea, secretly: true, at: Town.day(60))
            }
            try await store.publishResults(of: call, by: town.mayor.id, at: Town.day(71))
            try await town.look(as: nil, at: Town.day(72)) { look in
                let challenge = try look.challenge(call)
                let publication = try #require(try look.juryPublication(of: challenge))
                #expect(publication.ranking.winners == ["\(scene.ideas[3])"])
                let text = String(decoding: try look.juryFile(of: call), as: UTF8.self)
                #expect(text.contains("Idée numéro 3"))
                #expect(!text.contains("Idée numéro 1"))
                #expect(try look.sealedNumbers(of: challenge).count == 3)
                #expect(try look.selection(of: challenge).map(\.kind) == [.shortlist, .jury, .choice])
                let rows = try #require(try look.results(of: challenge)).rows
                #expect(rows.map(\.idea) == [scene.ideas[3]] && rows[0].place == 1)
            }
        }
    }
}
