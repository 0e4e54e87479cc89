import Domain
import Proving
import Testing

@testable import Storage

@Suite struct MergingTests {
    private static let why = "Elles disent la même chose, avec d’autres mots."

    /// Every row on which a merge may have an effect, table by table.
    private func rows(_ town: Town) async throws -> [String: [String]] {
        try await town.store.read { db in
            var all: [String: [String]] = [:]
            for table in [
                "idea", "vote", "comment", "decision", "challenge", "participation", "answer_tally",
                "answer_delay", "search_document", "merged_vote", "co_author", "idea_version",
            ] {
                let columns: [String] = try db.rows("SELECT name FROM pragma_table_info(?)", table) {
                    $0.text(0)
                }
                let text = columns.map { "coalesce(quote(\($0)), '')" }.joined(separator: " || '|' || ")
                all[table] = try db.rows("SELECT \(text) FROM \(table) ORDER BY 1") { $0.text(0) }
            }
            return all
        }
    }

    /// Ideas of one challenge by different people, with votes and comments that fall as `dice` say.
    private func ground(_ town: Town, _ dice: inout Dice) async throws -> (people: [Citizen], ideas: [IdeaID])
    {
        var people: [Citizen] = []
        for name in ["Ana", "Bob", "Cora", "Dan", "Eve", "Fay"] {
            people.append(try await town.citizen(name))
        }
        let call = try await town.challenge(.draftReview)
        var ideas: [IdeaID] = []
        for (place, person) in people.prefix(5).enumerated() {
            ideas.append(try await town.idea("Une idée, la \(place)", by: person, in: call))
        }
        for idea in ideas {
            for person in people where dice.roll(0...2) > 0 {
                _ = try await refusal {
                    try await town.store.castVote(on: idea, by: person.id, at: Town.day(2))
                }
            }
            for _ in 0..<dice.roll(0...2) {
                let comment = try await town.store.addComment(
                    CommentContent(stance: .for, text: "Oui, vraiment."), on: idea,
                    by: dice.choice(of: people).id, at: Town.day(3))
                _ = try await town.store.addComment(
                    CommentContent(stance: .reply, text: "Pourquoi ?", parent: comment), on: idea,
                    by: dice.choice(of: people).id, at: Town.day(3))
            }
        }
        return (people, ideas)
    }

    @Test("whatever is merged, undoing all of it in any order restores every row", arguments: 1...8)
    func undoing(seed: Int) async throws {
        try await Town.live { town in
            var dice = Dice(UInt64(seed))
            let (_, ideas) = try await ground(town, &dice)
            let before = try await rows(town)
            var merged: [IdeaID] = []
            for _ in 0..<6 {
                let (source, target) = (dice.choice(of: ideas), dice.choice(of: ideas))
                let refused = try await refusal {
                    try await town.store.merge(
                        source, into: .address(target), because: Self.why, by: town.mayor.id,
                        at: Town.day(4))
                }
                if refused == nil { merged.append(source) }
                try await expectEachOnce(town)
            }
            #expect(!merged.isEmpty)
            #expect(try await rows(town) != before)
            while !merged.isEmpty {
                let place = Int(dice.roll(0...Int64(merged.count - 1)))
                try await town.store.separate(
                    merged.remove(at: place), because: Self.why, by: town.mayor.id, at: Town.day(5))
                try await expectEachOnce(town)
            }
            #expect(try await rows(town) == before)
        }
    }

    /// Whoever supported an idea or one that is part of it counts once there, but for its author; counts are those of
    /// the rows.
    private func expectEachOnce(_ town: Town) async throws {
        let wrong = try await town.number(
            """
            SELECT count(*) FROM idea t WHERE t.visibility = 'public' AND t.support_count <> (
                SELECT count(DISTINCT v.member_id) FROM vote v JOIN idea i ON i.id = v.idea_id
                WHERE (i.id = t.id OR i.merged_into = t.id) AND v.member_id <> t.author_id)
            """)
        #expect(wrong == 0)
        let comments = try await town.number(
            """
            SELECT count(*) FROM idea t WHERE t.visibility = 'public' AND t.comment_count <> (
                SELECT count(*) FROM comment m JOIN idea i ON i.id = m.idea_id
                WHERE (i.id = t.id OR i.merged_into = t.id) AND m.visibility = 'public')
            """)
        #expect(comments == 0)
    }

    @Test("comments of a merged idea are found on the one that stands, and on their own once it is separated")
    func searching() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let call = try await town.challenge(.draftReview)
            let (kept, part) = (
                try await town.idea("Gardée", by: ana, in: call),
                try await town.idea("Réunie", by: bob, in: call)
            )
            _ = try await town.store.addComment(
                CommentContent(stance: .for, text: "Le mien carillonne."), on: part, by: ana.id,
                at: Town.day(2))
            func found() async throws -> [IdeaID?] {
                try await town.look(as: nil, at: Town.day(6)) {
                    try $0.search(SearchQuery("carillonne")).page.items.map(\.idea)
                }
            }
            #expect(try await found() == [part])
            try await town.store.merge(
                part, into: .address(kept), because: Self.why, by: town.mayor.id, at: Town.day(3))
            #expect(try await found() == [kept])
            _ = try await town.store.judge(
                [.idea(kept)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(4))
            #expect(try await found() == [])
            _ = try await town.store.judge([.idea(kept)], .show, by: town.mayor.id, at: Town.day(4))
            try await town.store.separate(part, because: Self.why, by: town.mayor.id, at: Town.day(5))
            #expect(try await found() == [part])
        }
    }

    @Test(
        "supports given after the merge stay with the idea that stands, and one taken back is taken back for both"
    )
    func since() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let (cora, dan) = (try await town.citizen("Cora"), try await town.citizen("Dan"))
            let call = try await town.challenge(.draftReview, quota: 2)
            let kept = try await town.idea("Un volet seul", by: ana, in: call)
            let part = try await town.idea("Un volet automatique", by: bob, in: call)
            let third = try await town.idea("Une porte", by: bob, in: call)
            for (person, ideas) in [(cora, [kept, part]), (dan, [part])] {
                for idea in ideas { try await town.store.castVote(on: idea, by: person.id, at: Town.day(2)) }
            }
            try await town.store.merge(
                part, into: .number(nil, 1), because: Self.why, by: town.mayor.id, at: Town.day(3))
            #expect(try await town.number("SELECT support_count FROM idea WHERE id = \(kept)") == 2)
            #expect(try await town.number("SELECT idea_count FROM challenge") == 2)
            // Both supports were one: another is free.
            try await town.store.castVote(on: third, by: cora.id, at: Town.day(4))
            try await town.store.castVote(on: kept, by: bob.id, at: Town.day(4))
            try await town.store.castVote(on: kept, by: dan.id, at: Town.day(4))
            try await town.store.withdrawVote(on: kept, by: cora.id, at: Town.day(4))
            try await town.store.separate(part, because: Self.why, by: town.mayor.id, at: Town.day(5))
            let votes = try await town.store.read { db in
                try db.rows("SELECT idea_id, member_id FROM vote ORDER BY 1, 2") { [$0.int(0), $0.int(1)] }
            }
            #expect(
                votes == [
                    [kept.rawValue, bob.id.rawValue], [part.rawValue, dan.id.rawValue],
                    [third.rawValue, cora.id.rawValue],
                ])
        }
    }

    @Test("a merged idea leads to the other, with its comments, and is in no list, search or count")
    func standing() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let call = try await town.challenge(.draftReview)
            let kept = try await town.idea("Un volet seul", by: ana, in: call)
            let part = try await town.idea("Un zinzolin automatique", by: bob, in: call)
            let comment = try await town.store.addComment(
                CommentContent(stance: .question, text: "Et la nuit ?"), on: part, by: ana.id, at: Town.day(2)
            )
            try await town.store.merge(
                part, into: .address(kept), because: Self.why, by: town.mayor.id, at: Town.day(3))
            await #expect(throws: MergedElsewhere.self) {
                _ = try await town.look(as: nil, at: Town.day(4)) { try $0.ideaDetail(part) }
            }
            let reply = try await town.store.addComment(
                CommentContent(stance: .reply, text: "La nuit aussi.", parent: comment), on: kept, by: bob.id,
                at: Town.day(4))
            let page = try await town.look(as: nil, at: Town.day(5)) { try $0.ideaDetail(kept) }
            #expect(page.comments.map(\.id) == [comment, reply])
            #expect(page.comments.map(\.idea) == [part, part])
            #expect(page.idea.commentCount == 2)
            #expect(page.merged.map(\.author?.pseudonym) == ["Bob"])
            let seen = try await town.look(as: nil, at: Town.day(5)) { try $0.everything() }
            let showing = Set(seen.showing("zinzolin"))
            // A comment has an address of its own, under which it can be reported.
            let allowed = ["feed", "comment ", "post "]
            #expect(
                showing.allSatisfy { place in
                    place == "idea \(kept)" || allowed.contains { place.hasPrefix($0) }
                }, "\(showing)")
            #expect(
                try await town.look(as: bob, at: Town.day(5)) { try $0.ownMerges() }.map(\.target) == [kept])
            let feed = try await town.look(as: nil, at: Town.day(5)) {
                try $0.feedEvents(in: .challenge(call))
            }
            #expect(feed.contains { $0.text == Self.why && $0.idea == kept })
            let register = try await town.look(as: nil, at: Town.day(5)) { try $0.moderationEntries() }
            #expect(register.items.map(\.kind) == [.merged])
            #expect(register.items.map(\.words) == [Self.why])
            // Hidden with the idea that stands.
            _ = try await town.store.judge(
                [.idea(kept)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(6))
            let hidden = try await town.look(as: bob, at: Town.day(7)) { look in
                try look.everything()
            }
            #expect(hidden["idea \(part)"] == nil)
            #expect(
                try await refusal {
                    _ = try await town.look(as: nil, at: Town.day(7)) { try $0.ideaDetail(part) }
                } == .notFound)
        }
    }

    @Test("an idea that is withdrawn lets go of those that were merged into it")
    func withdrawn() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let call = try await town.challenge(.draftReview)
            let kept = try await town.idea("Un volet seul", by: ana, in: call)
            let part = try await town.idea("Un volet automatique", by: bob, in: call)
            try await town.store.castVote(on: part, by: town.mayor.id, at: Town.day(2))
            try await town.store.merge(
                part, into: .address(kept), because: Self.why, by: town.mayor.id, at: Town.day(3))
            try await town.store.withdrawIdea(kept, by: ana.id, at: Town.day(4))
            let page = try await town.look(as: nil, at: Town.day(5)) { try $0.ideaDetail(part) }
            #expect(page.idea.visibility == .public)
            #expect(page.idea.supportCount == 1)
            #expect(try await town.number("SELECT count(*) FROM vote") == 1)
        }
    }

    @Test(
        "what cannot be merged says why: chains, other challenges, decided or unread ideas, results that are out"
    )
    func refusals() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let call = try await town.challenge(.draftReview)
            let other = try await town.challenge(.draftReview, title: "Un autre défi")
            let first = try await town.idea("La première idée", by: ana, in: call)
            let second = try await town.idea("La seconde idée", by: ana, in: call)
            let third = try await town.idea("La troisième idée", by: ana, in: call)
            let far = try await town.idea("Une idée d’ailleurs", by: ana, in: other)
            func refused(
                _ source: IdeaID, _ target: IdeaReference?, by person: Citizen? = nil, why: String = Self.why
            ) async throws -> Refusal? {
                try await refusal {
                    try await town.store.merge(
                        source, into: target, because: why, by: (person ?? town.mayor).id, at: Town.day(3))
                }
            }
            #expect(try await refused(first, .address(second), by: bob) == .notFound)
            #expect(try await refused(first, .address(first)) == .invalid("target", .sameIdea))
            #expect(try await refused(first, .address(far)) == .invalid("target", .otherChallenge))
            #expect(try await refused(first, .number(nil, 99)) == .invalid("target", .unknownIdea))
            #expect(try await refused(first, nil) == .invalid("target", .missing))
            #expect(
                try await refused(first, .address(second), why: "Bof.")
                    == .invalid("reason", .tooShort, limit: 10))
            #expect(try await refused(first, .number(call, 2)) == nil)
            #expect(try await refused(second, .address(third)) == .conflict(.mergeChain))
            #expect(try await refused(first, .address(third)) == .conflict(.alreadyMerged))
            #expect(try await refused(third, .address(first)) == .invalid("target", .unknownIdea))
            try await town.store.report(.idea(third), for: .repeated, words: "", by: bob.id, at: Town.day(3))
            #expect(try await refused(third, .address(second)) == .conflict(.underReview))
            try await town.decide(.rejected, far)
            #expect(try await refused(far, .address(first)) == .conflict(.alreadyAnswered))
            for act in [
                { try await town.store.castVote(on: first, by: bob.id, at: Town.day(4)) },
                {
                    _ = try await town.store.addComment(
                        CommentContent(stance: .for, text: "Oui."), on: first, by: bob.id, at: Town.day(4))
                },
                {
                    try await town.store.editIdea(
                        first, to: IdeaContent(title: "Autrement", text: "Dite tout autrement, donc."),
                        by: ana.id, at: Town.day(4))
                },
            ] as [@Sendable () async throws -> Void] {
                #expect(try await refusal(of: act) == .conflict(.alreadyMerged))
            }
            #expect(
                try await refusal {
                    try await town.store.separate(
                        third, because: Self.why, by: town.mayor.id, at: Town.day(4))
                } == .conflict(.notMerged))
        }
    }
}
