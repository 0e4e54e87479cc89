import Domain
import Testing

@testable import Storage

@Suite struct DraftTests {
    private static let first = "La franchise est de 150 euros.\n\nLe vol est déclaré sous deux jours."
    private static let second = "La franchise est de 150 euros par an.\n\nLe vol est déclaré sous deux jours."

    private func draft(
        of challenge: ChallengeID, _ town: Town, as citizen: Citizen? = nil, at day: Double = 2
    )
        async throws -> DraftDetail
    {
        try await town.look(as: citizen, at: Town.day(day)) {
            try #require(try $0.draft(of: try $0.challenge(challenge)))
        }
    }

    private func react(
        _ kind: DraftReaction.Kind, _ comment: String = "", on place: Int, of challenge: ChallengeID,
        by citizen: Citizen, _ town: Town, at day: Double = 2
    ) async throws {
        let paragraphs = try await draft(of: challenge, town, at: day).version.paragraphs
        try await town.store.react(
            DraftReactionContent(kind: kind, comment: comment), on: paragraphs[place].id, in: challenge,
            by: citizen.id, at: Town.day(day))
    }

    private func revise(
        _ challenge: ChallengeID, thanking people: [Citizen], _ town: Town, base: Int = 1, at day: Double = 3
    ) async throws {
        try await town.store.publishDraft(
            DraftRevision(
                text: Self.second, base: base,
                explanations: [
                    .init(old: 0, new: 0): .init(
                        why: "Vous demandiez par an ou par sinistre.", thanked: people.map(\.id))
                ]), of: challenge, by: town.mayor.id, at: Town.day(day))
    }

    @Test(
        "one reaction a person and paragraph, changed and taken back, counted exactly and shown after the phase"
    )
    func reactions() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.draftReview)
            let (ana, ben) = (try await town.citizen("Ana"), try await town.citizen("Ben"))
            #expect(
                try await refusal { try await react(.clear, on: 0, of: challenge, by: ana, town) }
                    == .conflict(.concernFirst))
            try await town.store.answer(.little, in: challenge, by: ana.id, at: Town.day(1))
            try await town.store.answer(.much, in: challenge, by: ana.id, at: Town.day(1))
            try await town.store.answer(.not, in: challenge, by: ben.id, at: Town.day(1))
            try await react(.clear, on: 0, of: challenge, by: ana, town)
            try await react(.missing, "Par an ?", on: 0, of: challenge, by: ana, town)
            try await react(.missing, on: 0, of: challenge, by: ben, town)
            try await react(.wrong, on: 1, of: challenge, by: ben, town)
            let open = try await draft(of: challenge, town, as: ana)
            let ids = open.version.paragraphs.map(\.id)
            try await town.store.takeReactionBack(
                on: ids[1], in: challenge, by: ben.id, at: Town.day(2))
            for person in [ana, town.mayor] {
                let seen = try await draft(of: challenge, town, as: person)
                #expect(seen.tallies == nil && seen.concerns == nil)
                #expect(seen.comments[ids[0]]?.map(\.comment) == ["Par an ?"])
            }
            #expect(open.own[ids[0]]?.kind == .missing)
            let closed = try await draft(of: challenge, town, at: 29)
            #expect(closed.tallies?[ids[0]] == [.clear: 0, .missing: 2])
            #expect(closed.tallies?[ids[1]] == [.wrong: 0])
            #expect(closed.concerns == [.little: 0, .much: 1, .not: 1])
            let late = try await refusal {
                try await react(.clear, on: 0, of: challenge, by: ana, town, at: 29)
            }
            #expect(late == .conflict(.reactionsClosed))
            #expect(try await town.number("SELECT count(*) FROM draft_reaction") == 2)
            try await town.store.deleteAccount(of: ana.id, at: Town.day(3))
            #expect(try await town.number("SELECT count(*) FROM draft_reaction") == 1)
            #expect(try await town.number("SELECT sum(count) FROM draft_tally") == 1)
            #expect(try await town.number("SELECT sum(count) FROM concern_tally") == 1)
        }
    }

    @Test("a version keeps what stays with its reactions, says what changed and thanks those who said it")
    func versions() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.draftReview)
            let (ana, ben) = (try await town.citizen("Ana"), try await town.citizen("Ben"))
            for citizen in [ana, ben] {
                try await town.store.answer(.much, in: challenge, by: citizen.id, at: Town.day(1))
            }
            try await react(.missing, "Par an ?", on: 0, of: challenge, by: ana, town)
            try await react(.clear, on: 0, of: challenge, by: ben, town)
            try await react(.wrong, "Trois jours.", on: 1, of: challenge, by: ben, town)
            let before = try await draft(of: challenge, town)
            // Ben said nothing that everybody can read about the first paragraph: thanking him would tell that he
            // reacted on it before reactions are counted.
            #expect(try await refusal { try await revise(challenge, thanking: [ben], town) } == .notFound)
            try await revise(challenge, thanking: [ana], town)
            let after = try await draft(of: challenge, town, as: ben, at: 4)
            #expect(after.version.number == 2)
            #expect(after.version.paragraphs.map(\.text).joined(separator: "\n\n") == Self.second)
            #expect(after.version.paragraphs[0].id != before.version.paragraphs[0].id)
            #expect(after.version.paragraphs[1] == before.version.paragraphs[1])
            #expect(after.own[after.version.paragraphs[1].id]?.kind == .wrong)
            let change = try #require(after.history.first?.changes.first)
            #expect(change.kind == .changed && change.thanked.map { $0?.pseudonym } == ["Ana"])
            let stale = try await refusal {
                try await town.store.react(
                    DraftReactionContent(kind: .clear, comment: ""), on: before.version.paragraphs[0].id,
                    in: challenge, by: ana.id, at: Town.day(4))
            }
            #expect(stale == .conflict(.newerVersion))
            #expect(
                try await refusal { try await revise(challenge, thanking: [], town) }
                    == .conflict(.newerVersion))
            let unchanged = try await refusal { try await revise(challenge, thanking: [], town, base: 2) }
            #expect(unchanged == .invalid("draft", .unchanged))
            let events = try await town.look(as: nil, at: Town.day(4)) {
                try $0.feedEvents(in: .challenge(challenge)).map(\.kind)
            }
            #expect(events.contains(.draftPublished(version: 2)))
            #expect(!events.contains(.draftPublished(version: 1)))
            let written = try await town.look(as: nil, at: Town.day(4)) {
                try $0.draftVersion(1, of: challenge).paragraphs.map(\.text).joined(separator: "\n\n")
            }
            #expect(written == Self.first)
        }
    }

    @Test("a hidden comment is read by its author and moderators alone, and its reaction counts")
    func hiding() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.draftReview)
            let (ana, ben) = (try await town.citizen("Ana"), try await town.citizen("Ben"))
            try await town.store.answer(.much, in: challenge, by: ana.id, at: Town.day(1))
            try await react(.wrong, "Une insulte.", on: 0, of: challenge, by: ana, town)
            let id = try await draft(of: challenge, town).version.paragraphs[0].id
            let reaction = try #require(try await draft(of: challenge, town).comments[id]?.first)
            let post = PostID.reaction(reaction.id)
            func judge(_ verdict: Verdict, _ by: Citizen) async throws -> Refusal? {
                try await refusal {
                    _ = try await town.store.judge([post], verdict, by: by.id, at: Town.day(2))
                }
            }
            let hiding = Verdict.hide(.disrespect, note: "Dites-le autrement.")
            #expect(try await judge(hiding, ben) == .notFound)
            #expect(try await judge(.show, town.mayor) == .conflict(.alreadyPublished))
            #expect(try await judge(hiding, town.mayor) == nil)
            for (person, count) in [(nil, 0), (ben, 0), (ana, 1), (town.mayor, 1)] as [(Citizen?, Int)] {
                let seen = try await draft(of: challenge, town, as: person)
                #expect(seen.comments[id]?.count ?? 0 == count)
                #expect(seen.reviews.count == count)
            }
            #expect(try await draft(of: challenge, town, at: 29).tallies?[id] == [.wrong: 1])
            // What is hidden stays so, whatever its author makes of it.
            try await react(.wrong, "Une insulte, autrement.", on: 0, of: challenge, by: ana, town)
            #expect(try await draft(of: challenge, town).comments[id] == nil)
            #expect(
                try await town.look(as: ana) { try $0.ownHiddenComments().map(\.post) } == [post])
            try await town.store.appeal(
                post, words: "Ce n’était pas une insulte.", by: ana.id, at: Town.day(2))
            #expect(
                try await town.look(as: town.mayor) { try $0.moderationQueue().items.map(\.post) } == [post])
            #expect(try await judge(.show, town.mayor) == nil)
            #expect(try await draft(of: challenge, town).comments[id]?.count == 1)
            #expect(
                try await town.look(as: nil) { try $0.moderationEntries().items.map(\.post) } == [
                    .reaction, .reaction,
                ])
        }
    }

    @Test(
        "reports hide what is said of a draft until it is read; a passage is taken out; what is taken back waits no longer"
    )
    func reporting() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(
                .draftReview, moderation: ModerationRule(hidingReports: 2))
            let (ana, ben, eve) = (
                try await town.citizen("Ana"), try await town.citizen("Ben"), try await town.citizen("Eve")
            )
            try await town.store.answer(.much, in: challenge, by: ana.id, at: Town.day(1))
            try await react(
                .wrong, "Appelez le 06 12 34 56 78, dit-elle.", on: 0, of: challenge, by: ana, town)
            let id = try await draft(of: challenge, town).version.paragraphs[0].id
            let reaction = try #require(try await draft(of: challenge, town).comments[id]?.first?.id)
            func report(_ by: Citizen) async throws -> Refusal? {
                try await refusal {
                    try await town.store.report(
                        .reaction(reaction), for: .personalData, words: "", by: by.id, at: Town.day(2))
                }
            }
            #expect(try await report(ana) == .forbidden(.ownPost))
            #expect(try await report(ben) == nil)
            #expect(try await report(ben) == .conflict(.alreadyReported))
            #expect(
                try await draft(of: challenge, town, as: ben).reviews[reaction]?.isReportedByViewer == true)
            #expect(try await town.look(as: ben) { try $0.takesPart(in: challenge) })
            #expect(try await report(eve) == nil)
            #expect(try await draft(of: challenge, town).comments[id] == nil)
            let file = try await town.look(as: town.mayor) { try $0.postFile(.reaction(reaction)) }
            #expect(file.reports.count == 2 && file.post.standing == .hidden)
            try await town.store.redact(
                "06 12 34 56 78", as: .phone, in: .reaction(reaction), by: town.mayor.id, at: Town.day(2))
            _ = try await town.store.judge([.reaction(reaction)], .show, by: town.mayor.id, at: Town.day(2))
            let seen = try await draft(of: challenge, town)
            #expect(seen.comments[id]?.first?.comment.contains(Redaction.mark) == true)
            #expect(seen.redactions[reaction]?.map(\.redacted) == [.phone])
            let own = try await town.look(as: ben) { try $0.ownReports() }
            #expect(own.map(\.post) == [.reaction] && own.map(\.outcome) == ["restored"])
            // Another reaction is another post, whatever was done with the one before.
            #expect(try await report(try await town.citizen("Fay")) == nil)
            try await town.store.takeReactionBack(on: id, in: challenge, by: ana.id, at: Town.day(3))
            #expect(
                try await town.number("SELECT count(*) FROM moderation_case WHERE closed_at IS NULL") == 0)
            try await react(.clear, "Tout est dit.", on: 0, of: challenge, by: ana, town)
            let next = try #require(try await draft(of: challenge, town).comments[id]?.first)
            #expect(next.id != reaction)
            #expect(try await draft(of: challenge, town).redactions[next.id] == nil)
            #expect(
                try await refusal { _ = try await town.look(as: ana) { try $0.post(.reaction(reaction)) } }
                    == .notFound)
            let complaint = try await town.store.redirectAsComplaint(
                .reaction(next.id), by: town.mayor.id, at: Town.day(3),
                deadlines: ComplaintDeadlines(acknowledgeBefore: Town.day(17), answerBefore: Town.day(63)))
            #expect(
                try await town.look(as: ana) { try $0.complaint(from: .reaction(next.id)) } == complaint)
            #expect(try await draft(of: challenge, town).comments[id] == nil)
        }
    }

    @Test("the file itself refuses to rewrite a version")
    func neverRewritten() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.draftReview)
            #expect(try await draft(of: challenge, town).version.number == 1)
            for sql in [
                "UPDATE draft_paragraph SET text = 'x'", "UPDATE draft_version SET number = 9",
                "UPDATE draft_place SET position = 7",
            ] {
                await #expect(throws: (any Error).self) {
                    try await town.store.write { db in _ = try db.execute(sql) }
                }
            }
        }
    }
}
