import Domain
import Storage
import Testing

@testable import Site

@Suite struct WrittenInTests {
    @Test("a text says its language where it is not the page’s, and only there")
    func marks() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge("Éviter les dégâts des eaux", by: manager)
        let french = try await town.person("Ajonc")
        let english = try await town.person("Heather")
        try await town.store.changeProfile(
            pseudonym: "Heather", language: .english, by: try english.requireMember(), at: town.now)
        let idea = try await town.idea("A sensor under every sink", in: challenge, by: english)
        _ = try await town.idea("Une vanne qui se ferme seule", in: challenge, by: french)
        for (person, text) in [(french, "Et sans wifi ?"), (english, "It has its own network.")] {
            _ = try await town.store.addComment(
                CommentContent(stance: .question, text: text), on: idea, by: try person.requireMember(),
                at: town.now)
        }
        try await town.store.decide(
            .accepted, reason: "Parce que cela aide vraiment nos assurés.", publicly: true, on: idea,
            by: try manager.requireMember(), at: town.now)
        let visitor = town.visitor()
        let page = try await visitor.open("/fr/ideas/\(idea)").source
        #expect(page.contains("<h1 lang=\"en\">A sensor under every sink</h1>"))
        #expect(page.contains("<div class=\"prose\" lang=\"en\"><p>It has its own network.</p>"))
        #expect(!page.contains(" lang=\"fr\"><"))
        let translated = try await visitor.open("/en/ideas/\(idea)").source
        #expect(translated.contains("<h1>A sensor under every sink</h1>"))
        #expect(translated.contains("<div class=\"prose\" lang=\"fr\"><p>Et sans wifi"))
        #expect(translated.contains("<div class=\"prose\" lang=\"fr\"><p>Parce que cela aide"))
        let list = try await visitor.open("/fr/challenges/\(challenge)").source
        #expect(list.contains("<h3 lang=\"en\">"))
        #expect(!list.contains("<h3 lang=\"fr\">"))
        let inEnglish = try await visitor.open("/en/challenges/\(challenge)").source
        #expect(inEnglish.contains("<h1 lang=\"fr\">Éviter les dégâts des eaux</h1>"))
        #expect(inEnglish.contains("<h3 lang=\"fr\">"))
        #expect(!inEnglish.contains("<h3 lang=\"en\">"))
        #expect(
            try await visitor.open("/en/challenges").source.contains("<p class=\"question\" lang=\"fr\">"))
        // What somebody wrote keeps its language when they change theirs.
        try await town.store.changeProfile(
            pseudonym: "Heather", language: .french, by: try english.requireMember(), at: town.now)
        #expect(try await visitor.open("/fr/ideas/\(idea)").source.contains("<h1 lang=\"en\">"))
    }
}
