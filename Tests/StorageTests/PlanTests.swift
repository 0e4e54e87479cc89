import Domain
import Testing

@testable import Storage

@Suite struct PlanTests {
    /// Tables that stay small, and the walk over the numbers that a statement was given.
    private static let small: Set<String> = [
        "t", "theme", "k", "n", "answer_record", "answer_delay_overall", "n", "o", "s",
    ]
    /// What finds a handful of rows: what belongs to one challenge's dates, one idea's history, one author.
    private static let narrow = [
        "USING INTEGER PRIMARY KEY", "USING PRIMARY KEY", "sqlite_autoindex_", "decision_by_idea",
        "decision_prepared", "milestone_by_idea", "idea_by_author", "idea_one_draft", "membership_by_member",
        fullText,
        "moderation_act_on_idea",
        "case_of_post", "report_by_case", "report_once", "comment_by_author", "report_by_reporter",
        "vote_by_member", "role_once",
        "complaint_of_", "complaint_by_author",
        "ledger_balance_by_account",
        "ledger_entry_by_day",
        "fund_",
    ]
    /// A walk over what has the words of a search, in the order of the index; each is cut to a length.
    private static let fullText = "VIRTUAL TABLE INDEX 0:M"
    /// Statements of this test's own, which ask for everything there is, and lists of administrators alone: all roles
    /// given, and the last 500 challenges in the order of the table itself.
    private static let exceptions = [
        "SELECT id FROM challenge", "SELECT id FROM idea", "SELECT id FROM reward", "SELECT id FROM comment",
        "SELECT id FROM complaint",
        "SELECT id, name FROM ledger_account",
        "SELECT p.id, p.pseudonym, p.is_staff, r.role",
        "SELECT id, title FROM challenge ORDER BY id DESC LIMIT 500",
    ]

    @Test("no page and no act walks through a whole table, nor sorts one")
    func indexes() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let swarm = try await town.community("abeilles")
            try await town.join(swarm, "abeilles", as: "Butineuse", ana)
            let reward = RewardOffer(kind: .prize, cents: 100_000, nature: "Mille euros")
            let call = try await town.challenge(reward: reward)
            let idea = try await town.idea(by: ana, in: call)
            try await town.decide(.winner, idea)
            _ = try await town.store.grantReward(reward, for: idea, by: town.mayor.id, at: Town.day(45))
            let manager = try await town.official("Gérante", .manager, for: call)
            let officer = try await town.official("Trésorier", .rewardOfficer, for: call)
            let review = try await town.challenge(.draftReview, title: "Un projet")
            let loved = try await town.idea("Une idée soutenue", by: ana, in: review)
            try await town.store.castVote(on: loved, by: manager.id, at: Town.day(2))
            try await town.store.withdrawVote(on: loved, by: manager.id, at: Town.day(2))
            _ = try await town.store.addComment(
                CommentContent(stance: .for, text: "Oui."), on: loved, by: manager.id, at: Town.day(2))
            try await town.decide(.accepted, loved, secretly: true)
            try await town.store.publishResults(of: review, by: town.mayor.id, at: Town.day(43))
            try await town.store.reviseChallenge(
                call, to: town.content(reward: reward), by: town.mayor.id, at: Town.day(2))
            try await town.decide(.planned, loved, at: Town.day(44))
            try await town.store.follow(
                loved,
                as: FollowUpContent(
                    team: "Prévention",
                    milestones: [
                        .init(
                            id: nil, title: "Un essai", plannedFor: Town.day(50), doneAt: Town.day(44),
                            note: "")
                    ]), by: town.mayor.id, at: Town.day(44))
            try await town.prolong(call, to: town.content(reward: reward))
            try await town.store.suspendChallenge(
                call, reason: Town.reason, by: town.mayor.id, at: Town.day(2))
            try await town.store.resumeChallenge(call, by: town.mayor.id, at: Town.day(2))
            try await Self.moderate(in: town, by: ana, manager)
            try await Self.keepFund(of: swarm, in: town, for: ana)
            for person in [nil, ana, manager, officer, town.mayor] {
                for day in [1.0, 45] {
                    _ = try await town.look(as: person, at: Town.day(day)) { try $0.everything() }
                }
            }
            for act in [
                try LedgerTests.post("in", 9, "world:x", "a"), .reverse(try LedgerTests.key("in")),
            ] {
                try await town.store.keep([act], on: LedgerTests.today)
            }
            let place = try LedgerTests.place("a")
            for day in [nil, LedgerTests.today] {
                _ = try await town.look(as: town.mayor) { try $0.ledgerBalance(in: place, on: day) }
            }
            try await town.store.closeSession(manager.session)
            try await town.store.leave(swarm, member: ana.id, at: Town.day(46))
            try await town.store.withdrawIdea(idea, by: ana.id, at: Town.day(46))
            try await town.store.deleteAccount(of: ana.id, at: Town.day(46))
            let boss = try await town.official("Cheffe", .manager)
            try await town.store.takeRole(
                .manager, for: nil, from: boss.id, by: town.mayor.id, at: Town.day(46))
            _ = try await refusal {
                try await town.store.deleteAccount(of: town.mayor.id, at: Town.day(46))
            }
            let statements = Set(town.statements.value).filter { statement in
                !statement.contains("sqlite_master")
                    && !Self.exceptions.contains { statement.hasPrefix($0) }
            }
            #expect(statements.count > 50)
            for statement in statements.sorted() {
                let plan = try await town.store.hold { try $0.plan(of: statement) }
                let bad = Self.faults(of: plan, isCut: statement.contains("LIMIT"))
                if !bad.isEmpty {
                    Issue.record("\(bad.joined(separator: "\n"))\nin:\n\(statement)\n\(plan)")
                }
            }
        }
    }

    private static func keepFund(of swarm: CommunityID, in town: Town, for member: Citizen) async throws {
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

    private static func moderate(in town: Town, by author: Citizen, _ manager: Citizen) async throws {
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

    private static func faults(of plan: [String], isCut: Bool) -> [String] {
        var faults = plan.filter { line in
            let words = line.split(separator: " ")
            guard words.first == "SCAN", words.count > 1 else { return line.contains("AUTOMATIC") }
            // A walk along an index is fine where it stops after a page.
            if isCut, line.contains("USING") || line.contains("VIRTUAL TABLE INDEX") && line.contains(":M") {
                return false
            }
            // What an inner select gives is as long as that one's own walk, which is looked at by itself.
            return !small.contains(String(words[1])) && !words[1].hasPrefix("(subquery-")
                && line != "SCAN CONSTANT ROW"
        }
        let finds = plan.filter { $0.hasPrefix("SEARCH") || $0.hasPrefix("SCAN") }
        let isNarrow = finds.allSatisfy { line in
            narrow.contains { line.contains($0) } || small.contains { line.hasPrefix("SCAN \($0)") }
        }
        // Sorting a handful is no fault.
        if !isNarrow { faults += plan.filter { $0.contains("TEMP B-TREE") } }
        return faults
    }
}
