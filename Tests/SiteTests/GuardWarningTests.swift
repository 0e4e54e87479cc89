import Domain
import Testing

@testable import Site

@Suite struct GuardWarningTests {
    private func scene() async throws -> (town: Town, manager: Browser, challenge: ChallengeID) {
        let town = try await Town()
        let manager = try await town.manager()
        return (town, manager, try await town.challenge(by: manager))
    }

    @Test("an idea with a phone number comes back with a warning, and is sent with a mask at one press")
    func mask() async throws {
        let (town, _, challenge) = try await scene()
        let author = try await town.person("Ajonc")
        let page = try await author.open("/fr/challenges/\(challenge)/ideas/new").press(
            "Déposer mon idée",
            typing: [
                "title": "Un relais entre voisins",
                "text": "Appelez-moi au 02 61 91 45 12, contrat MT-204518.",
            ])
        #expect(page.status == 422)
        let text = try page.text()
        #expect(text.contains("Un numéro de téléphone\u{A0}: «\u{A0}02 61 91 45 12\u{A0}»"))
        #expect(text.contains("MT-204518"))
        #expect(try page.root().first { $0.attributes["id"] == "text" }?.rawText.contains("02 61 91") == true)
        #expect(try !page.has(button: "Envoyer ainsi"))
        let sent = try await page.press("Masquer et envoyer")
        #expect(sent.status == 200)
        let seen = try await sent.follow("Voir mon idée").text()
        #expect(seen.contains("Appelez-moi au •• •• •• •• ••, contrat ••••••••."))
        #expect(!seen.contains("02 61"))
    }

    @Test("what is told of one's health may be sent as it is, or corrected")
    func health() async throws {
        let (town, _, challenge) = try await scene()
        let author = try await town.person("Ajonc")
        let page = try await author.open("/fr/challenges/\(challenge)/ideas/new").press(
            "Déposer mon idée",
            typing: [
                "title": "Voyager avec un traitement", "text": "Je suis diabétique et je voyage beaucoup.",
            ])
        #expect(page.status == 422)
        #expect(try page.text().contains("Votre santé ou celle d’un proche"))
        let corrected = try await page.press(
            "Déposer mon idée", typing: ["text": "Les personnes diabétiques voyagent aussi."])
        #expect(corrected.target.contains("/receipt"))
        let other = try await town.person("Bruyère")
        let again = try await other.open("/fr/challenges/\(challenge)/ideas/new").press(
            "Déposer mon idée",
            typing: [
                "title": "Voyager avec un traitement", "text": "Je suis diabétique et je voyage beaucoup.",
            ])
        // The same words were sent before: that is said next, and the answer to the warning stays given.
        let similar = try await again.press("Envoyer ainsi")
        #expect(try similar.text().contains("ressemble"))
        #expect(try await similar.press("Déposer mon idée quand même").target.contains("/receipt"))
    }

    @Test("comments and replies are guarded, drafts and official answers are not")
    func comments() async throws {
        let (town, manager, challenge) = try await scene()
        let id = try await town.idea(in: challenge, by: try await town.person("Ajonc"))
        let member = try await town.person("Bruyère")
        let page = try await member.open("/fr/ideas/\(id)").press(
            "Publier mon commentaire",
            typing: ["stance": "for", "comment": "Écrivez à zoe@courriel.example, je vous aide."])
        #expect(page.status == 422)
        let sent = try await page.press("Masquer et envoyer")
        #expect(try sent.text().contains("Écrivez à •••@•••, je vous aide."))
        let reply = try await member.open("/fr/ideas/\(id)").press(
            "Envoyer ma réponse", typing: ["comment": "Ou au 02 61 91 45 12."])
        #expect(reply.status == 422)
        #expect(try await reply.press("Masquer et envoyer").text().contains("Ou au •• •• •• •• ••."))
        let official = try await manager.open("/fr/ideas/\(id)").press(
            "Publier mon commentaire", typing: ["comment": "Notre service répond au 02 61 91 19 11."])
        #expect(try official.text().contains("02 61 91 19 11"))
        let draft = try await member.open("/fr/challenges/\(challenge)/ideas/new").press(
            "Garder en brouillon", typing: ["text": "Penser au 02 61 91 45 12."])
        #expect(try draft.text().contains("Votre brouillon est gardé."))
    }
}
