import Domain
import Storage
import Testing

@testable import Site

@Suite struct QuestionTests {
    static let typed = [
        "title": "Un détecteur sous l’évier",
        "text": "Un petit détecteur prévient dès les premières gouttes, chez soi ou au loin.",
    ]

    private func value(_ name: String, _ sheet: Sheet) throws -> String? {
        let form = try sheet.root().all("form").first { $0.attributes["class"] == "form" }
        return Sheet.fields(of: try #require(form)).first { $0.0 == name }?.1
    }

    @Test(
        "a manager adds, moves and removes questions by buttons; people answer them; everybody reads what is public"
    )
    func wholeStory() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager, isPublished: false)
        var form = try await manager.open("/fr/challenges/\(challenge)/edit")
        for kind in ["Texte long", "Nombre", "Choix", "Texte court"] { form = try await form.press(kind) }
        #expect(form.status == 200)
        form = try await form.press(
            "Monter de la question 4", typing: ["question-3-label": "Dans quelle ville ?"])
        #expect(try value("question-2-label", form) == "Dans quelle ville ?")
        form = try await form.press("Retirer de la question 1")
        let refused = try await form.press(
            "Enregistrer",
            typing: [
                "question-0-label": "Quelle surface ?", "question-0-unit": "m²", "question-0-minimum": "dix",
                "question-0-isRequired": "yes", "question-2-label": "Quel logement ?",
                "question-2-choices": "Maison",
                "title": "",
            ])
        #expect(refused.status == 422)
        let words = try refused.text()
        #expect(words.contains("1. Minimum\u{A0}: Écrivez un nombre, en chiffres."))
        #expect(
            words.contains("3. Réponses proposées\u{A0}: Proposez au moins deux réponses, une par ligne."))
        #expect(words.contains("Titre du défi") || words.contains("Remplissez ce champ."))
        #expect(try value("question-0-minimum", refused) == "dix")
        let saved = try await refused.press(
            "Enregistrer",
            typing: [
                "title": "Éviter les dégâts des eaux", "question-0-minimum": "9",
                "question-0-maximum": "1 000,5",
                "question-2-choices": "Maison\nAppartement\n",
            ])
        #expect(try saved.text().contains("Le défi est enregistré"))
        _ = try await manager.open("/fr/challenges/\(challenge)/preview").press("Réserver").press("Publier")

        let ana = try await town.person("Ajonc")
        let idea = try await ana.open("/fr/challenges/\(challenge)/ideas/new")
        #expect(try idea.text().contains("Entre 9 et 1\u{202F}000,5\u{A0}m²."))
        let questions = try await town.store.look(as: nil, at: town.now) {
            try $0.questions(of: try $0.challenge(challenge)).compactMap(\.field)
        }.value
        let again = try await idea.press(
            "Déposer mon idée",
            typing: Self.typed.merging([questions[0]: "beaucoup", questions[1]: "Nantes"]) { $1 })
        #expect(again.status == 422)
        #expect(try again.text().contains("Quelle surface ?\u{A0}: Écrivez un nombre, en chiffres."))
        #expect(try value(questions[0], again) == "beaucoup")
        #expect(try value(questions[1], again) == "Nantes")
        // The draft keeps what was typed, also what is wrong.
        #expect(try value(questions[0], try await ana.open(idea.target)) == "beaucoup")
        let receipt = try await again.press(
            "Déposer mon idée", typing: [questions[0]: "82,5", questions[2]: "Maison"])
        let page = try await town.visitor().open(try await receipt.follow("Voir mon idée").target)
        let text = try page.text()
        #expect(text.contains("Quelle surface ? 82,5\u{A0}m²"))
        #expect(text.contains("Dans quelle ville ? Nantes"))
        #expect(text.contains("Quel logement ? Maison"))
        let desk = try await manager.open("/fr/desk/ideas/\(page.target.split(separator: "/").last ?? "")")
        #expect(try desk.text().contains("Dans quelle ville ? Nantes"))
        // In English, numbers are written otherwise.
        let english = try await town.visitor().open(page.target.replacing("/fr/", with: "/en/"))
        #expect(try english.text().contains("82.5\u{A0}m²"))
    }

    @Test("what is for the team alone is read by the team and its author, and the guard lets it pass")
    func staffOnly() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let form = try await manager.open("/fr/challenges/\(challenge)/edit").press("Texte long").press(
            "Texte long")
        let saved = try await form.press(
            "Publier les changements",
            typing: [
                "question-0-label": "Comment vous joindre ?", "question-0-isPublic": "",
                "question-1-label": "Autre chose ?",
            ])
        #expect(try saved.text().contains("Le défi est enregistré"))
        let questions = try await town.store.look(as: nil, at: town.now) {
            try $0.questions(of: try $0.challenge(challenge)).compactMap(\.field)
        }.value
        let ana = try await town.person("Ajonc")
        let idea = try await ana.open("/fr/challenges/\(challenge)/ideas/new")
        #expect(try idea.text().contains("Votre réponse n’est lue que par l’équipe du défi."))
        let phone = "Au 02 61 91 45 12, le soir."
        let warned = try await idea.press(
            "Déposer mon idée", typing: Self.typed.merging([questions[0]: phone, questions[1]: phone]) { $1 })
        #expect(warned.status == 422)
        #expect(try warned.text().contains("Autre chose ?\u{A0}: Contient un numéro de téléphone"))
        #expect(try !warned.text().contains("joindre ?\u{A0}: Contient"))
        let receipt = try await warned.press("Masquer")
        let target = try await receipt.follow("Voir mon idée").target
        for (browser, reads) in [
            (town.visitor(), false), (try await town.person("Bruyère"), false), (ana, true), (manager, true),
        ] {
            let text = try await browser.open(target).text()
            #expect(text.contains(phone) == reads)
            #expect(text.contains("Comment vous joindre ?") == reads)
            #expect(text.contains("Autre chose ?"))
        }
        #expect(try await town.visitor().open("/fr/search?q=joindre").status == 200)
    }

    @Test("the step of similar ideas carries what was entered")
    func similar() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        _ = try await manager.open("/fr/challenges/\(challenge)/edit").press("Texte court").press(
            "Publier les changements", typing: ["question-0-label": "Dans quelle ville ?"])
        _ = try await town.idea(in: challenge, by: try await town.person("Bruyère"))
        let ana = try await town.person("Ajonc")
        let form = try await ana.open("/fr/challenges/\(challenge)/ideas/new")
        let step = try await form.press(
            "Déposer mon idée",
            typing: [
                "title": "Un détecteur sous chaque évier", "text": Self.typed["text"] ?? "",
                "answer-1": "Brest",
            ])
        let receipt = try await step.press("Déposer")
        #expect(receipt.target.hasSuffix("/receipt"))
        #expect(try await receipt.follow("Voir mon idée").text().contains("Dans quelle ville ? Brest"))
    }
}
