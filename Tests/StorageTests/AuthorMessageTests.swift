import Domain
import Testing

@testable import Storage

@Suite struct AuthorMessageTests {
    private static let texts = AuthorMessages(
        chosen: "Bravo, nous vous appelons cette semaine.", others: "Merci, votre idée a été lue à deux.")

    /// Two people with an idea each, one of which is prepared as a winner, and a third who signs with the second.
    private struct Scene {
        let call: ChallengeID
        let authors: [Citizen]
        let ideas: [IdeaID]
    }

    private func scene(in town: Town) async throws -> Scene {
        let authors = [try await town.citizen("Ana"), try await town.citizen("Bob")]
        let call = try await town.challenge()
        let ideas = [
            try await town.idea("La première", by: authors[0], in: call),
            try await town.idea("La seconde", by: authors[1], in: call),
        ]
        try await town.decide(.winner, ideas[0], secretly: true)
        try await town.decide(.rejected, ideas[1], secretly: true)
        return Scene(call: call, authors: authors, ideas: ideas)
    }

    /// What each author reads: on the page of their idea, in the results, in their news.
    private func told(_ scene: Scene, to place: Int, in town: Town, at day: Double) async throws -> [String?]
    {
        let (call, idea) = (scene.call, scene.ideas[place])
        return try await town.look(as: scene.authors[place], at: Town.day(day)) { look in
            let messages = try look.news(.decisions).page.items.compactMap { item in
                if case .message(let message) = item.told { message } else { nil }
            }
            return [
                try look.ideaDetail(idea).message?.text,
                try look.results(of: try look.challenge(call))?.own.first?.message?.text,
                messages.first?.text,
            ]
        }
    }

    @Test("every author reads theirs with the results, not before; and nobody reads that of somebody else")
    func course() async throws {
        try await Town.live { town in
            let scene = try await scene(in: town)
            for _ in 0..<2 {
                try await town.store.writeMessages(
                    Self.texts, toAuthorsOf: scene.call, by: town.mayor.id, at: Town.day(43))
            }
            for place in 0..<2 {
                #expect(try await told(scene, to: place, in: town, at: 43.5) == [nil, nil, nil])
            }
            try await town.store.publishResults(of: scene.call, by: town.mayor.id, at: Town.day(44))
            for (place, text) in [Self.texts.chosen, Self.texts.others].enumerated() {
                #expect(try await told(scene, to: place, in: town, at: 45) == [text, text, text])
            }
            for (reader, idea) in [(scene.authors[0], scene.ideas[1]), (town.mayor, scene.ideas[0])] {
                let (message, own) = try await town.look(as: reader, at: Town.day(45)) { look in
                    (
                        try look.ideaDetail(idea).message,
                        try look.results(of: try look.challenge(scene.call))?.own.map(\.idea)
                    )
                }
                #expect(message == nil)
                #expect(own?.contains(idea) == false)
            }
            let unread = try await town.look(as: scene.authors[1], at: Town.day(45)) { look in
                (try look.news().unreadCount, try look.news().page.items.count(where: \.isUnread))
            }
            #expect(unread.0 == unread.1)
        }
    }

    @Test("who signs with somebody and wrote nothing else is told too, in their own news and count")
    func coAuthor() async throws {
        try await Town.live { town in
            let cleo = try await town.citizen("Cléo")
            let scene = try await scene(in: town)
            let (idea, ana) = (scene.ideas[0], scene.authors[0])
            try await town.store.inviteCoAuthor("Cléo", to: idea, by: ana.id, at: Town.day(10))
            try await town.store.joinAuthors(of: idea, by: cleo.id, at: Town.day(11))
            try await town.store.writeMessages(
                Self.texts, toAuthorsOf: scene.call, by: town.mayor.id, at: Town.day(43))
            try await town.store.publishResults(of: scene.call, by: town.mayor.id, at: Town.day(44))
            try await town.look(as: cleo, at: Town.day(45)) { look in
                let news = try look.news(.decisions)
                #expect(news.page.items.count == 2 && news.page.items.allSatisfy(\.isUnread))
                #expect(try look.unreadNewsCount() == 2)
            }
        }
    }

    @Test("a winner that is being done stays chosen; what was told is never changed")
    func afterwards() async throws {
        try await Town.live { town in
            let scene = try await scene(in: town)
            try await town.store.writeMessages(
                Self.texts, toAuthorsOf: scene.call, by: town.mayor.id, at: Town.day(43))
            try await town.store.publishResults(of: scene.call, by: town.mayor.id, at: Town.day(44))
            try await town.decide(.inProgress, scene.ideas[0], at: Town.day(50))
            try await town.decide(.winner, scene.ideas[1], at: Town.day(50))
            for (place, text) in [Self.texts.chosen, Self.texts.others].enumerated() {
                #expect(try await told(scene, to: place, in: town, at: 51) == [text, text, text])
            }
            let late = try await refusal {
                try await town.store.writeMessages(
                    AuthorMessages(chosen: "", others: ""), toAuthorsOf: scene.call, by: town.mayor.id,
                    at: Town.day(51))
            }
            #expect(late == .conflict(.resultsAlreadyPublished))
            for statement in ["UPDATE author_message SET others = 'x'", "DELETE FROM author_message"] {
                await #expect(throws: (any Error).self) {
                    try await town.store.write { db in try db.execute(statement) }
                }
            }
        }
    }

    @Test("only managers write; empty texts take back what was written; one text alone is refused")
    func acts() async throws {
        try await Town.live { town in
            let scene = try await scene(in: town)
            let met = try await refusal {
                try await town.store.writeMessages(
                    Self.texts, toAuthorsOf: scene.call, by: scene.authors[0].id, at: Town.day(43))
            }
            #expect(met == .forbidden(.staffOnly))
            let half = try await refusal {
                try await town.store.writeMessages(
                    AuthorMessages(chosen: Self.texts.chosen, others: ""), toAuthorsOf: scene.call,
                    by: town.mayor.id, at: Town.day(43))
            }
            #expect(half == .invalid("others", .missing))
            try await town.store.writeMessages(
                Self.texts, toAuthorsOf: scene.call, by: town.mayor.id, at: Town.day(43))
            let written = try await town.look(as: town.mayor, at: Town.day(43)) { look in
                (
                    try look.messagesToAuthors(of: scene.call).messages,
                    try look.resultsPreview(of: scene.call).hasMessages
                )
            }
            #expect(written.0 == Self.texts && written.1)
            try await town.store.writeMessages(
                AuthorMessages(chosen: "", others: " "), toAuthorsOf: scene.call, by: town.mayor.id,
                at: Town.day(43))
            #expect(try await town.number("SELECT count(*) FROM author_message") == 0)
        }
    }
}
