import Domain
import HTTP
import Storage
import Testing

@testable import Site

@Suite struct AuthorMessageTests {
    private static let chosen = "Bravo, nous vous appelons **cette semaine**."
    private static let others = "Merci, votre idée a été lue à deux."

    @Test("a manager sees what each will read, keeps it, and each author reads theirs where they look for it")
    func course() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let (first, second) = (try await town.person("Ajonc"), try await town.person("Bruyère"))
        let ideas = [
            try await town.idea("La première", in: challenge, by: first),
            try await town.idea("La seconde", in: challenge, by: second),
        ]
        town.wait(.days(31))
        for (idea, code) in zip(ideas, [Decision.Code.winner, .rejected]) {
            try await town.store.decide(
                code, reason: "Une raison entière, pour \(code.rawValue).", publicly: false, on: idea,
                by: try manager.requireMember(), at: town.now)
        }
        let results = try await manager.open("/fr/desk/challenges/\(challenge)/results")
        let desk = try await results.follow("Écrire un mot à chaque auteur")
        let preview = try await desk.press(
            "Voir l’aperçu", typing: ["chosen": Self.chosen, "others": Self.others])
        #expect(preview.status == 200)
        for name in ["Ajonc", "Bruyère"] {
            #expect(try preview.text().contains("Ce que lira \(name)"))
            #expect(try preview.text().contains("Bonjour \(name),"))
        }
        #expect(preview.source.contains("<strong>cette semaine</strong>"))
        #expect(try preview.text().contains("Une raison entière, pour rejected."))
        // A preview keeps nothing.
        #expect(try await !manager.open(desk.target).source.contains("lue à deux"))

        let refused = try await desk.press("Enregistrer", typing: ["chosen": Self.chosen, "others": ""])
        #expect(refused.status == 422)
        #expect(refused.source.contains(Self.chosen))
        let kept = try await refused.press(
            "Enregistrer", typing: ["chosen": Self.chosen, "others": Self.others])
        #expect(try kept.text().contains("Il paraîtra avec les résultats"))
        #expect(try await manager.open(results.target).text().contains("Relire le mot à chaque auteur"))
        for person in [first, second] {
            for page in ["challenges/\(challenge)", "following", "ideas/\(ideas[0])", "ideas/\(ideas[1])"] {
                let source = try await person.open("/fr/\(page)").source
                #expect(!source.contains("lue à deux") && !source.contains("cette semaine"))
            }
        }

        try await town.store.publishResults(of: challenge, by: manager.requireMember(), at: town.now)
        town.wait(.hours(1))
        for (place, (person, words)) in zip([first, second], ["cette semaine", "lue à deux"]).enumerated() {
            let other = ["lue à deux", "cette semaine"][place]
            for page in ["challenges/\(challenge)", "following", "ideas/\(ideas[place])"] {
                let text = try await person.open("/fr/\(page)").text()
                #expect(text.contains(words), "\(page) to \(place)")
                #expect(!text.contains(other), "\(page) to \(place)")
                #expect(text.contains("Une raison entière"))
            }
            #expect(try await person.open("/fr/ideas/\(ideas[place])").text().contains("Claire M."))
            let news = try await person.open("/fr/following")
            let led = try await news.follow(
                "Un mot pour vous\u{A0}: «\u{A0}\(place == 0 ? "La première" : "La seconde")\u{A0}»")
            #expect(try led.text().contains("Un mot pour vous"))
        }
        for (reader, idea) in [(first, ideas[1]), (town.visitor(), ideas[0]), (manager, ideas[0])] {
            for page in ["challenges/\(challenge)", "ideas/\(idea)"] {
                #expect(try await !reader.open("/fr/\(page)").text().contains("Un mot pour vous"))
            }
        }
        let late = try await manager.open(desk.target)
        #expect(try late.text().contains("Ce que lira Ajonc"))
        #expect(!late.source.contains("<textarea"))
    }
}
