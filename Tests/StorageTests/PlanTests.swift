import Domain
import Testing

@testable import Storage

@Suite struct PlanTests {
    /// Tables that stay small, and the walk over the numbers that a statement was given.
    private static let small: Set<String> = [
        "t", "theme", "k", "n", "answer_record", "answer_delay_overall", "n", "o", "s", "w",
        "portfolio_import",
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
        "reward_by_member", "reward_part_by_member",
        "prompt_by_theme", "comment_by_prompt", "moderation_act_on_comment", "moderation_act_on_reaction",
        "case_by_reaction", "case_by_comment", "case_open_on_reaction", "draft_reaction_hidden",
        "ledger_entry_by_day", "attachment_of_", "attachment_one_cover",
    ]
    /// A walk over what has the words of a search, in the order of the index; each is cut to a length.
    private static let fullText = "VIRTUAL TABLE INDEX 0:M"
    /// Statements of this test's own, which ask for everything there is, and lists of administrators alone: all roles
    /// given, and the last 500 challenges in the order of the table itself.
    private static let exceptions = [
        "SELECT id FROM challenge", "SELECT id FROM idea", "SELECT id FROM reward", "SELECT id FROM comment",
        "SELECT id FROM complaint", "SELECT id FROM prompt",
        "SELECT id FROM complaint", "SELECT id FROM attachment",
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
            _ = try await town.store.grantReward(reward, for: idea, by: town.mayor.id, at: Town.day(45))
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

    private static func open(in town: Town, by author: Citizen) async throws {
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

    private static func revise(_ review: ChallengeID, in town: Town, by author: Citizen) async throws {
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

    private static func reserve(in town: Town, for guest: Citizen) async throws {
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

    private static func enclose(in town: Town, by author: Citizen) async throws {
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

    private static func write(together author: Citizen, _ other: Citizen, in town: Town) async throws {
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

    private static func merge(by author: Citizen, _ other: Citizen, in town: Town) async throws {
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
