import Domain

@testable import Storage

/// What happens in each room, so that all its questions are asked of the tables.
extension PlanTests {
    static func open(in town: Town, by author: Citizen) async throws {
        let store = town.store
        let contest = try await town.challenge(.contest, title: "Un concours")
        let solution = try await town.idea("Un capteur", by: author, in: contest)
        try await store.agreeToOpening(solution, true, by: author.id, at: Town.day(2))
        try await town.decide(.rejected, solution, secretly: true, at: Town.day(60))
        try await store.publishResults(of: contest, by: town.mayor.id, at: Town.day(71))
        try await store.openSolutions(of: contest, by: town.mayor.id, at: Town.day(72))
        _ = try await store.duplicateChallenge(
            contest, moving: { $0 }, by: town.mayor.id, at: Town.day(72))
        var content = town.content(.suggestionBox)
        content.particulars.reviewThreshold = 2
        let box = try await store.launchChallenge(content, by: town.mayor.id, at: Town.day(0))
        try await store.publishChallenge(box, by: town.mayor.id, at: Town.day(0))
        let idea = try await town.idea("Une porte moins lourde", by: author, in: box)
        try await store.castVote(on: idea, by: town.mayor.id, at: Town.day(2))
    }

    static func revise(_ review: ChallengeID, in town: Town, by author: Citizen) async throws {
        let store = town.store
        func paragraphs() async throws -> [DraftParagraph] {
            try await town.look(as: nil) {
                try $0.draft(of: try $0.challenge(review))?.version.paragraphs ?? []
            }
        }
        try await store.answer(.much, in: review, by: author.id, at: Town.day(1))
        let first = try await paragraphs()[0].id
        try await store.react(
            DraftReactionContent(kind: .missing, comment: "Par an ?"), on: first, in: review, by: author.id,
            at: Town.day(1))
        let reaction = Identifier<DraftReaction>(1)
        let post = PostID.reaction(reaction)
        for verdict in [Verdict.hide(.offTopic, note: ""), .show] {
            _ = try await store.judge([post], verdict, by: town.mayor.id, at: Town.day(1))
        }
        let reader = try await town.citizen("Fay")
        try await store.report(post, for: .offTopic, words: "", by: reader.id, at: Town.day(1))
        _ = try await town.look(as: reader) { try $0.draft(of: try $0.challenge(review)) }
        _ = try await town.look(as: town.mayor) { try $0.postFile(post) }
        _ = try await store.judge(
            [post], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(1))
        try await store.appeal(post, words: "Relisez, je vous prie.", by: author.id, at: Town.day(1))
        _ = try await store.judge([post], .show, by: town.mayor.id, at: Town.day(1))
        try await store.publishDraft(
            DraftRevision(
                text: "La franchise est de 150 euros par an.\n\nLe vol est déclaré sous deux jours.", base: 1,
                explanations: [
                    .init(old: 0, new: 0): .init(why: "L’année manquait.", thanked: [author.id])
                ]), of: review, by: town.mayor.id, at: Town.day(2))
        let second = try await paragraphs()[1].id
        try await store.react(
            DraftReactionContent(kind: .clear, comment: ""), on: second, in: review, by: author.id,
            at: Town.day(2))
        try await store.takeReactionBack(on: second, in: review, by: author.id, at: Town.day(2))
    }

    static func reserve(in town: Town, for guest: Citizen) async throws {
        for isWhole in [true, false] {
            try await town.store.importPortfolio(
                try AudienceTests.table([
                    guest.email: [Holding(product: "Auto", region: "Bretagne", agency: "Rennes")]
                ]), isWhole: isWhole, by: town.mayor.id, at: Town.day(0))
        }
        let segment = Segment(products: ["Auto"], regions: ["Bretagne"], agencies: ["Rennes"])
        _ = try await town.challenge(title: "Pour certains", audience: .segment(segment))
        _ = try await town.look(as: town.mayor) { try $0.peopleCount(of: .segment(segment)) }
        let inner = try await town.challenge(title: "Sur invitation", audience: .invited)
        try await AudienceTests.invite(guest, to: inner, in: town)
        let secret = AudienceTests.secret("feed")
        try await town.store.makePersonalFeed(of: inner, secret, by: guest.id, at: Town.day(1))
        _ = try await town.store.personalBulletin(secret, at: Town.day(1))
        try await town.store.revokePersonalFeed(of: inner, by: guest.id, at: Town.day(1))
        let idea = try await town.idea("Une idée suivie", by: town.mayor, in: inner)
        for subject in [Followed.challenge(inner), .theme(town.theme), .idea(idea)] {
            try await town.store.setFollowing(true, subject, by: guest.id, at: Town.day(1))
        }
        try await town.store.markNewsRead(until: Town.day(1), by: guest.id, at: Town.day(1))
        let list = try await town.look(as: town.mayor) { try $0.invitations(to: inner).list }
        _ = try await town.store.invite(
            [(email: "autre@post.example", digest: AudienceTests.secret("autre"))], to: inner,
            by: town.mayor.id, at: Town.day(1))
        let waiting = try await town.look(as: town.mayor) { try $0.invitations(to: inner).list }
        for invitation in waiting where invitation.usedAt == nil {
            try await town.store.renewInvitation(
                invitation.id, to: inner, by: town.mayor.id, at: Town.day(1))
        }
        try await town.store.withdrawInvitation(list[0].id, to: inner, by: town.mayor.id, at: Town.day(2))
        try await AudienceTests.invite(guest, to: inner, in: town)
    }

    static func enclose(in town: Town, by author: Citizen) async throws {
        let (store, mayor) = (town.store, town.mayor.id)
        let (challenge, questions) = try await QuestionTests.scene(town)
        let files = [
            NewAttachment(QuestionTests.paper), NewAttachment(QuestionTests.paper, for: questions[3]),
        ]
        let entries = [
            Entry(question: questions[0], text: "Nantes"), Entry(question: questions[1], text: "3"),
        ]
        try await store.attach(
            files, with: QuestionTests.content, entries: entries, toDraftIn: challenge, by: author.id,
            at: Town.day(1))
        let idea = try await store.submitIdea(
            QuestionTests.content, entries: entries, in: challenge, by: author.id, at: Town.day(1))
        try await store.attach([files[0]], to: idea, by: author.id, at: Town.day(2))
        try await store.editIdea(
            idea, to: QuestionTests.content, entries: [entries[1]], by: author.id, at: Town.day(2))
        try await store.attach(QuestionTests.paper, toBriefOf: challenge, by: mayor, at: Town.day(2))
        let (kept, found) = try await town.look(as: town.mayor) { look in
            let asked = try look.questions(of: try look.challenge(challenge))
            let found = try look.ideaDetail(idea).particulars.attachments
            for attachment in found { _ = try look.content(of: try look.attachment(attachment.id), .whole) }
            return (asked, found)
        }
        try await store.reviseChallenge(
            challenge, to: town.content(), questions: kept.reversed(), by: mayor, at: Town.day(2))
        try await store.detach(found[0].id, by: author.id, at: Town.day(3))
        try await store.removeAttachment(found[1].id, because: .offTopic, by: mayor, at: Town.day(3))
    }

    /// A vote of every way, of which the results are out.
    static func vote(in town: Town, by author: Citizen, _ voter: Citizen) async throws {
        let store = town.store
        for way in [
            DecidingWay.usualTokens, .majorityJudgment, .pairwise, .equalShares(envelope: 100_000),
        ] {
            var content = town.content(title: "Un vote de plus")
            content.way = way
            let call = try await store.launchChallenge(content, by: town.mayor.id, at: Town.day(-5))
            try await store.publishChallenge(call, by: town.mayor.id, at: Town.day(-4))
            let one = try await town.idea("Une première idée", by: author, in: call)
            let other = try await town.idea("Une deuxième idée", by: author, in: call)
            switch way {
            case .pairwise:
                try await store.answerDuel(
                    DuelPair(left: one, right: other), winner: one, in: call, by: voter.id, at: Town.day(30))
            case .equalShares:
                try await store.setCosts(
                    [one: 5_000, other: nil], in: call, by: town.mayor.id, at: Town.day(3))
                try await store.castMarks([one: 1], in: call, by: voter.id, at: Town.day(30))
            default:
                try await store.castMarks([one: 2, other: nil], in: call, by: voter.id, at: Town.day(30))
            }
            try await town.look(as: voter, at: Town.day(30)) { try $0.readEverything() }
            for idea in [one, other] { try await town.decide(.accepted, idea, secretly: true) }
            try await store.countShowings(ShowingCount(people: [one: 2], settling: [call]))
            try await store.setAside(
                ballotsOf: [voter.id], for: .lockstep, reason: "Deux votes au même instant.", in: call,
                by: town.mayor.id, at: Town.day(43))
            try await store.appealSetAside(
                "Nous avons voté en famille, le soir.", in: call, by: voter.id, at: Town.day(43))
            let aside = try await town.look(as: town.mayor, at: Town.day(43)) { try $0.inspection(of: call) }
            try await town.look(as: voter, at: Town.day(43)) { try $0.readEverything() }
            for entry in aside.history {
                try await store.restoreBallot(entry.id, in: call, by: town.mayor.id, at: Town.day(43))
            }
            let texts = AuthorMessages(
                chosen: "Bravo, et merci de l’avoir écrite.", others: "Merci, votre idée a été lue.")
            for _ in 0..<2 {
                try await store.writeMessages(
                    texts, toAuthorsOf: call, by: town.mayor.id, at: Town.day(43))
            }
            _ = try await town.look(as: town.mayor, at: Town.day(43)) { try $0.messagesToAuthors(of: call) }
            try await store.publishResults(of: call, by: town.mayor.id, at: Town.day(44))
            _ = try await town.look(as: nil, at: Town.day(44)) { look in
                try look.proof(of: VoteSecret.random().receipt(of: voter.id), in: call)
            }
        }
    }

    /// A jury of which the results are out, and one that sits still.
    static func judge(in town: Town, by author: Citizen, _ juror: Citizen) async throws {
        let store = town.store
        for isOver in [true, false] {
            var content = town.content(title: "Un jury")
            content.way = .usualTokens
            let call = try await store.launchChallenge(content, by: town.mayor.id, at: Town.day(-5))
            try await store.publishChallenge(call, by: town.mayor.id, at: Town.day(-4))
            let idea = try await town.idea("Une idée à juger", by: author, in: call)
            let other = try await town.idea("Une idée de trop", by: author, in: call)
            try await store.castMarks([idea: 3], in: call, by: juror.id, at: Town.day(30))
            for day in [1.0, 2] {
                try await store.setJuryRules(
                    JuryTests.rules(2, wildCards: 1), of: call, by: town.mayor.id, at: Town.day(day))
            }
            try await store.giveRole(
                .juror, for: call, to: juror.id, by: town.mayor.id, at: Town.day(2))
            try await store.seatJury([juror.id], in: call, by: town.mayor.id, at: Town.day(43))
            try await store.seatJury([juror.id], in: call, by: town.mayor.id, at: Town.day(43))
            try await store.castScores([5, 6], note: "Bien.", on: idea, by: juror.id, at: Town.day(43))
            try await store.standAside(
                from: other, because: "Un lien de famille.", by: juror.id, at: Town.day(43))
            try await store.remark("À discuter.", on: idea, by: juror.id, at: Town.day(43))
            for person in [juror, town.mayor] {
                try await town.look(as: person, at: Town.day(43)) { try $0.readEverything() }
            }
            guard isOver else { continue }
            for idea in [idea, other] { try await town.decide(.accepted, idea, secretly: true) }
            try await store.publishResults(of: call, by: town.mayor.id, at: Town.day(44))
        }
    }

    static func moderate(in town: Town, by author: Citizen, _ manager: Citizen) async throws {
        let careful = try await town.challenge(
            .suggestionBox, title: "Relire d’abord", moderation: ModerationRule(reviewWithinHours: 24))
        let idea = try await town.idea("Une idée à relire", by: author, in: careful)
        let (store, judge) = (town.store, town.mayor.id)
        _ = try await store.judge([.idea(idea)], .show, by: judge, at: Town.day(2))
        try await store.report(.idea(idea), for: .offTopic, words: "", by: manager.id, at: Town.day(3))
        _ = try await store.judge([.idea(idea)], .hide(.offTopic, note: ""), by: judge, at: Town.day(4))
        try await store.appeal(
            .idea(idea), words: "Relisez-la, s’il vous plaît.", by: author.id, at: Town.day(5))
        _ = try await store.judge([.idea(idea)], .show, by: judge, at: Town.day(6))
        let comment = try await store.addComment(
            CommentContent(stance: .for, text: "Oui, mais."), on: idea, by: manager.id, at: Town.day(7))
        try await store.redact("mais", as: .contract, in: .comment(comment), by: judge, at: Town.day(8))
        try await store.withdrawComment(comment, by: manager.id, at: Town.day(9))
        let deadlines = ComplaintDeadlines(acknowledgeBefore: Town.day(20), answerBefore: Town.day(60))
        let complaint = try await store.complain(
            IdeaContent(title: "Mon dossier attend", text: "Trois courriers, et aucune réponse."),
            in: careful,
            by: author.id, at: Town.day(9), deadlines: deadlines)
        try await store.advanceComplaint(complaint, to: .acknowledged, by: judge, at: Town.day(9))
        try await store.advanceComplaint(complaint, to: .answered, by: judge, at: Town.day(9))
        _ = try await store.redirectAsComplaint(
            .idea(try await town.idea("Une autre plainte", by: author, in: careful)), by: judge,
            at: Town.day(9),
            deadlines: deadlines)
        try await store.editIdea(
            idea, to: IdeaContent(title: "Une autre idée", text: "Ce que cela changerait pour nous."),
            by: author.id, at: Town.day(10))
    }

    static func write(together author: Citizen, _ other: Citizen, in town: Town) async throws {
        let (store, review) = (town.store, try await town.challenge(.draftReview, title: "À plusieurs"))
        let idea = try await town.idea("Une idée à plusieurs", by: author, in: review)
        try await store.inviteCoAuthor(town.mayor.pseudonym, to: idea, by: author.id, at: Town.day(2))
        try await store.uninviteCoAuthor(town.mayor.id, from: idea, by: author.id, at: Town.day(2))
        try await store.inviteCoAuthor(other.pseudonym, to: idea, by: author.id, at: Town.day(2))
        try await store.joinAuthors(of: idea, by: other.id, at: Town.day(2))
        try await store.proposeShares(
            [author.id: 50, other.id: 50], of: idea, by: author.id, at: Town.day(2))
        try await store.agreeToShares(of: idea, by: other.id, at: Town.day(2))
        try await store.editIdea(
            idea, to: IdeaContent(title: "Une idée récrite", text: "Ce que nous en pensons à deux."),
            by: other.id, at: Town.day(3))
        try await store.askAuthors(
            of: idea, "Qui s’en servirait d’abord ?", answerBefore: Town.day(9), by: town.mayor.id,
            at: Town.day(3))
        try await store.clarify(idea, "Nos voisins.", by: author.id, at: Town.day(4))
        try await store.redact("Nos", as: .contract, in: .idea(idea), by: town.mayor.id, at: Town.day(4))
    }

    static func merge(by author: Citizen, _ other: Citizen, in town: Town) async throws {
        let (store, review) = (town.store, try await town.challenge(.draftReview, title: "Deux fois"))
        let target = try await town.idea("Un volet qui se ferme seul", by: author, in: review)
        var parts: [IdeaID] = []
        for title in ["Un volet automatique", "Un volet qui se ferme"] {
            let part = try await town.idea(title, by: author, in: review)
            try await store.castVote(on: part, by: other.id, at: Town.day(2))
            try await store.merge(
                part, into: parts.isEmpty ? .address(target) : .number(nil, 1),
                because: "Elles disent la même chose.", by: town.mayor.id, at: Town.day(3))
            parts.append(part)
        }
        _ = try await store.addComment(
            CommentContent(stance: .for, text: "Oui."), on: target, by: other.id, at: Town.day(4))
        try await store.separate(
            parts[0], because: "L’une ferme seule, l’autre non.", by: town.mayor.id, at: Town.day(5))
        try await store.withdrawVote(on: target, by: other.id, at: Town.day(5))
    }

    static func keepFund(of swarm: CommunityID, in town: Town, for member: Citizen) async throws {
        let (store, mayor) = (town.store, town.mayor.id)
        let second = try await town.official("Seconde", .rewardOfficer)
        let period = try await store.openPeriod(
            FundTests.plan(from: -400), of: swarm, by: mayor, at: Town.day(0))
        let code = FundMember(member.id)
        _ = try await store.book(
            "type;member;amount\ncontribute;\(code);100", in: period, by: mayor, at: Town.day(0))
        try await store.book(
            .claim(code, gross: 500, kind: "water"), in: period, ticket: "claim", by: mayor, at: Town.day(0))
        try await store.withdrawFact(FundFactID(2), by: mayor, at: Town.day(0))
        for (state, citizen) in [(PeriodState.closing, mayor), (.proposed, mayor), (.validated, second.id)] {
            try await store.advancePeriod(
                period, by: PeriodRecord.Step(to: state, outstanding: 0), member: citizen, at: Town.day(0))
        }
        try await store.advancePeriod(
            period, by: PeriodRecord.Step(to: .paid), member: mayor, at: Town.day(0))
        _ = try await store.openPeriod(FundTests.plan(), of: swarm, by: mayor, at: Town.day(0))
        let keys = [LedgerKey("paid:1:1:1")].compactMap(\.self)
        _ = try await town.look(as: town.mayor) { try $0.ledgerEntries(keys) }
    }

    /// A practice that somebody proposes, changes, applies and no longer does; it is hidden and shown.
    static func practise(in swarm: CommunityID, _ town: Town, by member: Citizen) async throws {
        let store = town.store
        let id = try await store.proposePractice(
            PracticeTests.content(), in: swarm, by: member.id, at: Town.day(1))
        try await store.changePractice(
            id, of: swarm, to: PracticeTests.content("Un autre geste"), by: member.id, at: Town.day(2))
        for (applies, day) in [(true, 2.0), (false, 3), (true, 4), (false, 4), (true, 5)] {
            try await store.setApplying(applies, id, of: swarm, by: member.id, at: Town.day(day))
        }
        for verdict in [Verdict.hide(.offTopic, note: ""), .show] {
            try await store.judgePractice(id, of: swarm, verdict, by: town.mayor.id, at: Town.day(6))
        }
        _ = try await town.look(as: member, at: Town.day(7)) { try $0.practice(id, of: swarm) }
    }

    /// A measure that follows from an idea, changed once, planned, and counted twice.
    static func takeMeasure(after idea: IdeaID, of swarm: CommunityID, in town: Town) async throws {
        let (store, mayor) = (town.store, town.mayor.id)
        let measure = EffectTests.measure(after: idea, starting: 60)
        let id = try await store.addMeasure(
            measure, adoptedBy: [swarm], by: mayor, at: Town.day(44))
        try await store.changeMeasure(id, to: measure, adoptedBy: [swarm], by: mayor, at: Town.day(45))
        try await store.freezePlan(EffectTests.plan(of: measure), of: id, by: mayor, at: Town.day(45))
        for source in ["Un relevé", "Un relevé mieux fait"] {
            try await store.observe(
                try EffectTests.seen(8, 200, 3, 200, 40, 1_000, 38, 1_000), source: source, in: swarm,
                of: id, by: mayor, at: Town.day(100))
        }
    }

    /// A reward from its proposal to its end, one that is refused, and a budget that is planned and given back.
    static func reward(_ idea: IdeaID, _ offer: RewardOffer, in town: Town, to winner: Citizen) async throws {
        let store = town.store
        let reward = try await town.reward(offer, for: idea, until: .notified)
        try await store.claimReward(reward, by: winner.id, at: Town.day(46))
        let second = try await town.official("Payeuse", .rewardOfficer)
        try await store.advanceReward(
            reward, by: RewardStep(to: .delivered, note: "Virement 1"), member: second.id, at: Town.day(46))
        try await store.noteStatus(
            .partner, of: winner.id, for: reward, by: second.id, at: Town.day(46))
        let draft = try await store.launchChallenge(
            town.content(title: "Un partage", reward: offer), by: town.mayor.id, at: Town.day(-5))
        try await store.planRewards(
            of: draft, as: RewardPlan(weights: [50, 30], decisionBps: 5_000), by: town.mayor.id,
            at: Town.day(-5))
        try await store.reserveBudget(of: draft, by: town.mayor.id, at: Town.day(-5))
        try await store.publishChallenge(draft, by: town.mayor.id, at: Town.day(-4))
        let shared = try await town.idea("Une idée partagée", by: winner, in: draft)
        try await town.decide(.winner, shared)
        try await store.divideReward(
            of: draft, by: [shared: 1], natures: [shared: "Premier prix"], by: town.mayor.id,
            at: Town.day(45))
        let proposed = try await town.look(as: town.mayor) { look in
            try look.rewardRegister(in: .proposed).items.map(\.reward.id)
        }
        try await store.advanceReward(
            proposed[0], by: RewardStep(to: .refused, note: Town.reason), member: second.id, at: Town.day(46))
        let over = try await town.challenge(title: "Annulé avant l’heure", reward: offer)
        try await store.cancelChallenge(over, reason: Town.reason, by: town.mayor.id, at: Town.day(2))
        try await store.releaseBudget(of: over, by: town.mayor.id, at: Town.day(3))
    }

    /// Rules of a challenge that somebody accepts, and a deed about what was chosen there.
    static func regulate(in town: Town, for author: Citizen) async throws {
        let call = try await town.challenge(title: "Un défi réglé")
        try await town.store.writeRegulation(
            RegulationContent(
                organiser: "Mutuelle des Tilleuls", entrants: "Toute personne majeure.",
                criteria: "L’utilité et la clarté.", jury: "Trois personnes.", prizes: "",
                contact: "dpo@tilleuls.example", retentionMonths: 12),
            texts: [.french: "Le règlement", .english: "The rules"], of: call, by: town.mayor.id,
            at: Town.day(0))
        try await town.store.acceptRegulation(1, in: .french, of: call, by: author.id, at: Town.day(1))
        let idea = try await town.idea("Une idée réglée", by: author, in: call)
        try await town.decide(.winner, idea)
        try await town.store.drawUp(
            Deed(
                rights: [Deed.Grant(.adaptation, extent: "Toute évolution")], purpose: "Un service d’alerte",
                place: .france, years: 5, isExclusive: false, price: "Le prix"),
            about: idea, by: town.mayor.id, at: Town.day(45))
        _ = try await town.look(as: author) { look in
            try look.hasDeed(about: look.ideaInChallenge(idea).0, in: look.challenge(call))
        }
    }

    /// Lines of points contested and corrected, a pause, badges, a cap.
    static func settlePoints(in town: Town, of person: Citizen) async throws {
        let store = town.store
        let idea = try await town.idea(
            "Une idée retenue", by: person, in: town.challenge(.suggestionBox, title: "Des points"))
        try await town.decide(.accepted, idea, at: Town.day(30))
        let found = try await town.look(as: person) { look in
            try look.ownPoints().lines.items.map(\.line).first { !$0.isReversed && $0.posted > 10 }
        }
        guard let line = found?.id else { throw Refusal.notFound }
        let contest = try await store.contest(
            line, because: "L’idée est déjà en place.", by: person.id, at: Town.day(31))
        try await store.answerContest(
            contest, with: PointAnswer(verdict: .corrected, points: 10, text: Town.reason), by: town.mayor.id,
            at: Town.day(32))
        try await store.showBadges(true, by: person.id, at: Town.day(33))
        for areWanted in [false, true] {
            try await store.setPoints(areWanted, by: person.id, at: Town.day(33))
        }
        try await store.setDailyCap(to: 50, by: town.mayor.id, at: Town.day(33))
        try await store.showBadges(false, by: person.id, at: Town.day(33))
        try await store.showBadges(true, by: person.id, at: Town.day(33))
    }
}
