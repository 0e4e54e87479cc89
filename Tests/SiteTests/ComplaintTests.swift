import Domain
import HTTP
import Storage
import Testing

@testable import Site

@Suite struct ComplaintTests {
    private func scene() async throws -> (
        town: Town, moderator: Browser, author: Browser, challenge: ChallengeID
    ) {
        let town = try await Town()
        let challenge = try await town.challenge(by: try await town.manager())
        return (town, try await town.staff("Hugo", .moderator), try await town.person("Ajonc"), challenge)
    }

    @Test(
        "an author says that it is a problem with their contract, and reads a dated receipt with the delays")
    func written() async throws {
        let (town, _, author, challenge) = try await scene()
        let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        #expect(try form.text().contains("J’ai un problème avec mon contrat"))
        let refused = try await form.press("Transmettre au service", typing: ["title": "Non"])
        #expect(refused.status == 422)
        let receipt = try await refused.press(
            "Transmettre au service",
            typing: [
                "title": "Mon dossier n’avance pas",
                "text": "Contrat MT-204518 : trois courriers sans réponse.",
            ])
        #expect(receipt.status == 200)
        let text = try receipt.text()
        #expect(text.contains("R-1"))
        #expect(text.contains("10\u{A0}mars 2026 à 12\u{A0}h"))
        #expect(text.contains("24\u{A0}mars 2026"))
        #expect(text.contains("10\u{A0}mai 2026"))
        #expect(text.contains("reclamations@tilleuls.example"))
        #expect(try await town.person("Bruyère").open(receipt.target).status == 404)
        #expect(try await author.open("/fr/account").text().contains("Mon dossier n’avance pas"))
        #expect(try await !town.visitor().open("/fr/challenges/\(challenge)").text().contains("Mon dossier"))
    }

    @Test(
        "a moderator passes an idea on; it leaves the public page and the register follows it to its answer")
    func passedOn() async throws {
        let (town, moderator, author, challenge) = try await scene()
        let id = try await town.idea("Toujours pas remboursé", in: challenge, by: author)
        let asked = try await moderator.open("/fr/desk/moderation/idea-\(id)").follow(
            "Transmettre comme réclamation")
        let register = try await asked.press("Transmettre au service Réclamations")
        #expect(try register.text().contains("Toujours pas remboursé"))
        #expect(try register.text().contains("Accusé de réception dû le 24\u{A0}mars"))
        #expect(try await town.visitor().open("/fr/ideas/\(id)").status == 404)
        let own = try await author.open("/fr/ideas/\(id)").follow("Voir l’accusé de réception")
        #expect(try own.text().contains("Votre réclamation est reçue"))
        #expect(
            try await town.visitor().open("/fr/moderation").text().contains(
                "Idée transmise comme réclamation"))
        town.wait(.days(20))
        let late = try await moderator.open("/fr/desk/complaints")
        #expect(try late.text().contains("Accusé de réception en retard de 6 jours"))
        #expect(try await moderator.open("/fr/desk").text().contains("1 a dépassé un délai."))
        let acknowledged = try await late.press("Noter que l’accusé de réception est envoyé")
        #expect(try acknowledged.text().contains("Réponse due le 10\u{A0}mai"))
        let answered = try await acknowledged.press("Noter que la réponse est envoyée")
        #expect(try answered.text().contains("Aucune réclamation en cours."))
        #expect(try await answered.follow("Répondues").text().contains("Toujours pas remboursé"))
    }

    @Test("the author passes their own idea on from its page")
    func ownIdea() async throws {
        let (town, _, author, challenge) = try await scene()
        let id = try await town.idea(in: challenge, by: author)
        let asked = try await author.open("/fr/ideas/\(id)").follow("J’ai un problème avec mon contrat")
        let receipt = try await asked.press("Transmettre au service Réclamations")
        #expect(try receipt.text().contains("Votre réclamation est reçue"))
        #expect(try await town.visitor().open("/fr/ideas/\(id)").status == 404)
    }

    @Test("the export opens in a spreadsheet, and no cell is a formula")
    func export() async throws {
        let (town, moderator, author, challenge) = try await scene()
        _ = try await town.store.complain(
            IdeaContent(title: "=HYPERLINK(\"x\")", text: "-2+3 ; dit « l’assureur »\nsur deux lignes."),
            in: challenge,
            by: try author.requireMember(), at: town.now,
            deadlines: town.app.time.deadlines(forReceiptAt: town.now))
        let sheet = try await moderator.open("/fr/desk/complaints.csv")
        #expect(Array(sheet.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(
            sheet.source.contains(
                "\"'=HYPERLINK(\"\"x\"\")\";\"'-2+3 ; dit « l’assureur »\nsur deux lignes.\""))
        #expect(sheet.source.contains("\"R-1\";\"2026-03-10\""))
        #expect(sheet.source.contains("\"2026-03-24\""))
        #expect(try await author.open("/fr/desk/complaints.csv").status == 404)
    }
}
