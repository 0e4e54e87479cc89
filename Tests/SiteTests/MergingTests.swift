import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct MergingTests {
    @Test(
        "a manager merges two ideas that resemble each other, and separates them again, by the buttons of the pages"
    )
    func merging() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let kept = try await town.idea(in: challenge, by: try await town.person("Ajonc"))
        let author = try await town.person("Bruyère")
        let part = try await town.idea("Un détecteur sous les éviers", in: challenge, by: author)
        _ = try await town.store.addComment(
            CommentContent(stance: .for, text: "Le mien a sonné à temps."), on: part,
            by: try await town.person("Ciste").requireMember(), at: town.now)
        let form = try await manager.open("/fr/ideas/\(part)").follow("Réunir avec une autre idée")
        #expect(try form.text().contains("Un détecteur sous chaque évier"))
        let refused = try await form.press(
            "Réunir les deux idées", typing: ["target": "nulle part", "reason": "Double."])
        #expect(refused.status == 422)
        #expect(refused.source.contains("nulle part"))
        #expect(try refused.text().contains("Nous ne trouvons pas d’idée publique"))
        let merged = try await refused.press(
            "Réunir les deux idées",
            typing: ["target": "n° \(challenge)-1", "reason": "Le même détecteur, deux fois décrit."])
        #expect(try merged.text().contains("Les deux idées sont réunies."))

        let page = try await town.visitor().open("/fr/ideas/\(part)")
        #expect(page.target.contains("/ideas/\(kept)-"))
        let text = try page.text()
        #expect(text.contains("Idées réunies ici"))
        #expect(text.contains("Proposé par Bruyère"))
        #expect(text.contains("Le même détecteur, deux fois décrit."))
        #expect(text.contains("venu de «\u{A0}Un détecteur sous les éviers\u{A0}»"))
        #expect(try await author.open("/fr/account/ideas").text().contains("Réunie avec"))
        let response = try await town.visitor().exchange(.get, "/fr/ideas/\(part)/feed.rss")
        #expect(response.status == .found)
        #expect(response.headers[.location]?.contains("/ideas/\(kept)-") == true)
        #expect(
            try await town.visitor().open("/fr/moderation").text().contains(
                "Le même détecteur, deux fois décrit."))
        #expect(
            try await town.visitor().open("/fr/challenges/\(challenge)").links("Un détecteur sous les")
                .isEmpty)

        let back = try await manager.open("/fr/ideas/\(kept)").follow("Séparer de nouveau")
        let short = try await back.press("Séparer les deux idées", typing: ["reason": "Non."])
        #expect(short.status == 422)
        let separate = try await short.press(
            "Séparer les deux idées", typing: ["reason": "Son auteur nous a montré la différence."])
        #expect(try separate.text().contains("Les deux idées sont de nouveau séparées."))
        #expect(separate.target.contains("/ideas/\(part)-"))
        #expect(try separate.text().contains("Séparée de"))
        #expect(try await town.visitor().open("/fr/ideas/\(kept)").text().contains("Aucun commentaire"))
    }
}
