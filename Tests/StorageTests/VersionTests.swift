import Domain
import Testing

@testable import Storage

@Suite struct VersionTests {
    private static func text(_ title: String, _ text: String) -> IdeaContent {
        IdeaContent(title: title, text: text)
    }

    @Test("each change after submission is a version; the same text is none")
    func versions() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge(.draftReview)
            let idea = try await town.idea(by: ana, in: call)
            let first = try await town.look(as: nil) { try $0.ideaHistory(idea) }
            #expect(first.stamps.map(\.number) == [1])
            #expect(first.difference == nil)
            let content = Self.text("Deux détecteurs par chambre", "Deux détecteurs, et voici pourquoi.")
            for _ in 0..<2 {
                try await town.store.editIdea(idea, to: content, by: ana.id, at: Town.day(2))
            }
            try await town.store.editIdea(
                idea, to: Self.text(content.title, "Trois détecteurs, et voici pourquoi."), by: ana.id,
                at: Town.day(3))
            let all = try await town.look(as: nil) { try $0.ideaHistory(idea) }
            #expect(all.stamps.map(\.number) == [1, 2, 3])
            #expect(all.stamps.map(\.writtenAt) == [Town.day(1), Town.day(2), Town.day(3)])
            #expect(all.difference?.old == ["Deux détecteurs, et voici pourquoi."])
            #expect(all.difference?.new == ["Trois détecteurs, et voici pourquoi."])
            let whole = try await town.look(as: nil) { try $0.ideaHistory(idea, version: 3, since: 1) }
            #expect(whole.base?.content.title == "Un détecteur par chambre")
            for (version, base) in [(4, nil), (0, nil), (2, 3), (2, 9)] as [(Int, Int?)] {
                let missing = try await refusal {
                    _ = try await town.look(as: nil) {
                        try $0.ideaHistory(idea, version: version, since: base)
                    }
                }
                #expect(missing == .notFound)
            }
        }
    }

    @Test("how many supports stood at a change is kept, and told only when counts are")
    func supports() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let call = try await town.challenge(.draftReview)
            let idea = try await town.idea(by: ana, in: call)
            try await town.store.castVote(on: idea, by: bob.id, at: Town.day(2))
            try await town.store.editIdea(
                idea, to: Self.text("Un autre détecteur", "Un autre texte, bien différent."), by: ana.id,
                at: Town.day(3))
            let hidden = try await town.look(as: ana, at: Town.day(4)) { try $0.ideaDetail(idea) }
            #expect(hidden.versions.map(\.supportCount) == [nil, nil])
            #expect(hidden.versions.map(\.number) == [1, 2])
            let seen = try await town.look(as: bob, at: Town.day(45)) { try $0.ideaDetail(idea) }
            #expect(seen.versions.map(\.supportCount) == [0, 1])
            #expect(seen.supportedAt == Town.day(2))
        }
    }

    @Test("what moderation hid and the author replaced is read by authors and moderators alone")
    func withheld() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let idea = try await town.idea("Un texte blessant", by: ana, in: call)
            _ = try await town.store.judge(
                [.idea(idea)], .hide(.disrespect, note: ""), by: town.mayor.id, at: Town.day(2))
            try await town.store.editIdea(
                idea, to: Self.text("Un texte aimable", "Un texte que tout le monde peut lire."), by: ana.id,
                at: Town.day(3))
            _ = try await town.store.judge([.idea(idea)], .show, by: town.mayor.id, at: Town.day(4))
            let everybody = try await town.look(as: nil, at: Town.day(5)) { try $0.everything() }
            #expect(everybody.showing("blessant") == [])
            #expect(
                try await town.look(as: nil, at: Town.day(5)) { try $0.ideaHistory(idea) }.stamps.map(
                    \.number)
                    == [2])
            for person in [ana, town.mayor] {
                let all = try await town.look(as: person, at: Town.day(5)) { try $0.ideaHistory(idea) }
                #expect(all.stamps.map(\.isWithheld) == [true, false])
            }
        }
    }

    @Test("a passage that moderators take out is gone from every version, and from what authors answered")
    func redaction() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let idea = try await town.idea("Appelez le 02 61 91 45 12", by: ana, in: call)
            try await town.store.askAuthors(
                of: idea, "À quelle heure peut-on vous joindre ?", answerBefore: Town.day(9),
                by: town.mayor.id, at: Town.day(2))
            try await town.store.clarify(
                idea, "Au 02 61 91 45 12, le soir.", by: ana.id, at: Town.day(3))
            try await town.store.editIdea(
                idea, to: Self.text("Appelez-nous le soir", "Le numéro n’est plus dans le texte."),
                by: ana.id,
                at: Town.day(4))
            try await town.store.redact(
                "02 61 91 45 12", as: .phone, in: .idea(idea), by: town.mayor.id, at: Town.day(5))
            let seen = try await town.look(as: ana, at: Town.day(6)) { try $0.everything() }
            #expect(seen.showing("02 61 91") == [])
            #expect(
                try await town.number(
                    "SELECT count(*) FROM idea_version WHERE title LIKE '%61 91%' OR text LIKE '%61 91%'")
                    == 0)
            #expect(
                try await refusal {
                    try await town.store.redact(
                        "02 61 91 45 12", as: .phone, in: .idea(idea), by: town.mayor.id, at: Town.day(6))
                } == .invalid("passage", .notInTheText))
        }
    }

    @Test("versions are never rewritten nor deleted")
    func promises() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let idea = try await town.idea(by: ana, in: try await town.challenge())
            try await town.store.editIdea(
                idea, to: Self.text("Un autre détecteur", "Un autre texte, bien différent."), by: ana.id,
                at: Town.day(2))
            for statement in [
                "DELETE FROM idea_version", "UPDATE idea_version SET written_at = 0",
                "UPDATE idea_version SET support_count = 9",
            ] {
                await #expect(throws: StorageFailure.self) {
                    try await town.store.write { try $0.execute(statement) }
                }
            }
        }
    }
}
