import Domain
import Foundation
import HTTP
import Storage
import Testing

@testable import Site

@Suite struct DrawTests {
    /// The file of a draw, as anybody reads it.
    private struct File: Decodable {
        let commitment: String
        let seed: String
        let publicInput: String
        let participants: [String]
        let winners: Int
    }

    @Test(
        "what is committed to before the close is drawn after it, and anybody computes the same from the file"
    )
    func verifiable() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        var people: [Browser] = []
        for name in ["Ajonc", "Bruyère", "Cytise", "Dahlia", "Érable"] {
            let person = try await town.person(name)
            _ = try await town.idea("L’idée de \(name)", in: challenge, by: person)
            people.append(person)
        }
        let page = try await manager.open("/fr/challenges/\(challenge)")
        let desk = try await page.follow("Tirage au sort")
        let refused = try await desk.press(
            "Prendre", typing: ["winners": "0", "source": "Le Loto"])
        #expect(refused.status == 422)
        #expect(refused.source.contains("value=\"Le Loto\""))
        let source = "Numéros du Loto du samedi 4 avril 2026"
        let committed = try await refused.press("Prendre", typing: ["winners": "2", "source": source])
        #expect(try committed.text().contains("L’engagement est public"))
        #expect(try committed.text().contains("On peut encore participer"))
        let before = try await people[0].open("/fr/challenges/\(challenge)").follow("Vérifier le tirage")
        let text = try before.text()
        #expect(text.contains(source) && text.contains("pas encore eu lieu"))
        #expect(try await people[0].open(before.target + ".json").status == 404)

        town.wait(.days(31))
        let input = "7 12 23 31 48, numéro chance 4"
        let drawn = try await manager.open(desk.target).press(
            "Tirer au sort", typing: ["publicInput": input])
        #expect(try drawn.text().contains("Le tirage est fait"))
        let response = try await town.visitor().open(before.target + ".json")
        let file = try JSONDecoder().decode(File.self, from: Data(response.bytes))
        #expect(text.contains(file.commitment))
        #expect(Fingerprint(of: file.seed).description == file.commitment)
        #expect(file.participants.count == 5 && file.publicInput == input)
        let draw = Draw(
            commitment: Fingerprint(of: file.seed), seed: file.seed, publicInput: file.publicInput,
            participants: file.participants, winners: file.winners)
        #expect(draw.problems.isEmpty)
        let after = try await town.visitor().open(before.target).text()
        for ticket in draw.result {
            #expect(after.contains(ticket.participant) && after.contains(ticket.fingerprint.description))
        }
        // Each reads their own ticket, and the manager who won.
        var tickets: Set<String> = []
        for person in people {
            let own = try await person.open(before.target).text()
            tickets.formUnion(file.participants.filter { own.contains("Votre ticket\u{A0}: \($0)") })
        }
        #expect(tickets == Set(file.participants))
        #expect(!after.contains("Ajonc") && !after.contains("Cytise"))
        let again = try await manager.open(desk.target)
        #expect(try !again.has(button: "Tirer") && !again.has(button: "Prendre"))
    }

    @Test("who did not commit before the close cannot draw after it")
    func late() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        town.wait(.days(31))
        let desk = try await manager.open("/fr/desk/challenges/\(challenge)/draw")
        #expect(desk.status == 200)
        #expect(try !desk.has(button: "Prendre") && !desk.has(button: "Tirer"))
        let member = try manager.requireMember()
        await #expect(throws: Refusal.conflict(.challengeClosed)) {
            try await town.store.commitDraw(
                of: challenge, winners: 1, source: "Le Loto du 4 avril",
                seed: String(repeating: "s", count: 40),
                by: member, at: town.now)
        }
        await #expect(throws: Refusal.conflict(.drawNotCommitted)) {
            try await town.store.draw(in: challenge, publicInput: "7 12 23", by: member, at: town.now)
        }
    }
}
