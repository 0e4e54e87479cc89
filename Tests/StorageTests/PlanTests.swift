import Domain
import Testing

@testable import Storage

@Suite struct PlanTests {
    /// Tables that stay small, and the walk over the numbers that a statement was given.
    private static let small: Set<String> = [
        "t", "theme", "k", "n", "answer_record", "answer_delay_overall", "n", "o", "s", "w",
        "portfolio_import", "points_due", "points_cap",
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
        "draft_reaction_commented", "draft_reaction_by_member", "concern_by_member",
        "segment_line_by_agency",
        "idea_seal_by_idea",
        "ledger_balance_by_account",
        "ledger_entry_by_day",
        "co_author_by_member", "idea_by_target", "idea_merge_of_", "idea_merge_standing",
        "merged_vote_by_source",
        "clarification_of_idea", "clarification_open", "share_round_",
        "share_part_by_member",
        "reward_part_by_member", "reward_by_idea", "reward_event_of_", "reward_once",
        "prompt_by_theme", "comment_by_prompt", "moderation_act_on_comment", "moderation_act_on_reaction",
        "case_by_reaction", "case_by_comment", "case_open_on_reaction", "draft_reaction_hidden",
        "ledger_entry_by_day", "attachment_of_", "attachment_one_cover",
        "fund_", "measure_", "effect_observation_by_measure", "practice_",
        "points_line_", "points_contest_open", "clarification_by_answerer", "draft_thanks_by_member",
    ]
    /// A walk over what has the words of a search, in the order of the index; each is cut to a length.
    private static let fullText = "VIRTUAL TABLE INDEX 0:M"
    /// Statements of this test's own, which ask for everything there is, and lists of administrators alone: all roles
    /// given, and the last 500 challenges in the order of the table itself.
    private static let exceptions = [
        "SELECT id FROM challenge", "SELECT id FROM idea", "SELECT id FROM reward", "SELECT id FROM comment",
        "SELECT id FROM complaint", "SELECT id FROM prompt",
        "SELECT id FROM complaint", "SELECT id FROM attachment", "SELECT id FROM points_line",
        "SELECT id FROM points_contest",
        "SELECT id, name FROM ledger_account",
        // Each way in which news arrive is cut to a length before they are brought together.
        "SELECT thing, number, at, min(since)",
        // Whatever was known is replaced.
        "DELETE FROM holding", "DELETE FROM policyholder",
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
            try await Self.open(in: town, by: ana)
            let manager = try await town.official("Gérante", .manager, for: call)
            let officer = try await town.official("Trésorier", .rewardOfficer, for: call)
            let review = try await town.challenge(.draftReview, title: "Un projet")
            try await Self.revise(review, in: town, by: ana)
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
            let said = try await town.store.contribute(
                CommentContent(stance: .reply, text: "Un mot de trop."), under: PromptID(1), by: manager.id,
                at: Town.day(2))
            _ = try await town.store.contribute(
                CommentContent(stance: .reply, text: "Et une réponse.", parent: said), under: PromptID(1),
                by: ana.id, at: Town.day(2))
            try await town.store.report(
                .comment(said), for: .offTopic, words: "", by: ana.id, at: Town.day(2))
            _ = try await town.store.judge(
                [.comment(said)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(3))
            try await town.store.countReadings([
                ReadingCount(challenge: call, day: Town.day(1), members: 1, visitors: 2)
            ])
            try await Self.moderate(in: town, by: ana, manager)
            try await Self.write(together: ana, manager, in: town)
            try await Self.reserve(in: town, for: ana)
            try await Self.enclose(in: town, by: ana)
            try await Self.merge(by: ana, manager, in: town)
            try await Self.vote(in: town, by: ana, manager)
            try await Self.judge(in: town, by: ana, manager)
            try await Self.keepFund(of: swarm, in: town, for: ana)
            try await Self.reward(idea, reward, in: town, to: ana)
            try await Self.regulate(in: town, for: ana)
            try await Self.practise(in: swarm, town, by: ana)
            try await Self.takeMeasure(after: loved, of: swarm, in: town)
            try await Self.settlePoints(in: town, of: ana)
            for person in [nil, ana, manager, officer, town.mayor] {
                for day in [1.0, 45] {
                    try await town.look(as: person, at: Town.day(day)) { try $0.readEverything() }
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

    @Test(
        "what a statement says does not depend on who looks, so that it is compiled once for all who are alike"
    )
    func texts() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.draftReview, title: "Un projet")
            let other = try await town.idea("De Cid", by: town.citizen("Cid"), in: challenge)
            var heard: [Set<String>] = []
            for person in [try await town.citizen("Ana"), try await town.citizen("Bob")] {
                _ = try await town.idea("De \(person.pseudonym)", by: person, in: challenge)
                town.statements.change { $0 = [] }
                try await town.store.castVote(on: other, by: person.id, at: Town.day(2))
                _ = try await town.look(as: person, at: Town.day(2)) { look in
                    _ = try (look.ownIdeas(), look.questionsForMe(), look.ownMerges(), look.ownRewards())
                    _ = try (look.ideaDetail(other), look.isInvolved(in: other), look.news())
                    _ = try look.takesPart(in: challenge)
                    for filter in [IdeaFilter(), IdeaFilter(answer: .mine)] {
                        _ = try look.ideas(in: look.challenge(challenge), filter)
                    }
                }
                heard.append(Set(town.statements.value))
            }
            #expect(heard[0].count > 30)
            #expect(heard[0] == heard[1])
        }
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
        // Several walks, each cut to a length, are put into one order.
        let isUnion = plan.contains("SCAN w")
        if !isNarrow, !isUnion { faults += plan.filter { $0.contains("TEMP B-TREE") } }
        return faults
    }
}
