import Domain
import Storage
import Testing

@testable import Site

@Suite struct ManagingTests {
    private static let typed = [
        "title": "Moins d’attente au téléphone", "question": "Que changer dans notre accueil téléphonique ?",
        "brief": "Nous cherchons ce qui vous ferait gagner du temps, sans vous faire répéter.",
    ]

    private func newForm(_ town: Town, _ manager: Browser, _ blueprint: String) async throws -> Sheet {
        _ = try await town.theme()
        return try await manager.open("/fr/challenges").follow("Lancer un défi").follow(blueprint)
    }

    @Test("a manager launches a challenge from a blueprint, looks at it and publishes it")
    func launching() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let form = try await newForm(town, manager, "Appel à idées")
        let preview = try await form.press("Enregistrer", typing: Self.typed.merging(["theme": "1"]) { $1 })
        #expect(preview.target == "/fr/challenges/1-moins-d-attente-au-telephone/preview")
        #expect(try preview.text().contains("Le défi est enregistré"))
        #expect(try preview.links("Modifier ce défi").count == 1)
        #expect(try preview.text().contains("Il ouvrira le 11\u{A0}mars 2026 à 9\u{A0}h."))
        #expect(try await town.visitor().open("/fr/challenges/1").status == 404)

        let page = try await preview.press("Publier ce défi")
        #expect(page.target == "/fr/challenges/1-moins-d-attente-au-telephone")
        #expect(try page.text().contains("À venir"))
        #expect(try await town.visitor().open(page.target).status == 200)
        #expect(try await manager.open("\(page.target)/preview").target == page.target)
    }

    @Test("usual phases end at nine, before and after the change to summer time")
    func summerTime() async throws {
        let town = try await Town()
        let form = try await newForm(town, try await town.manager(), "Appel à idées")
        for value in ["2026-03-11T09:00", "2026-04-08T09:00", "2026-04-22T09:00", "2026-05-13T09:00"] {
            #expect(form.source.contains("value=\"\(value)\""), "\(value)")
        }
    }

    @Test("of a list one is asked to choose, and of a reward without its kind what to do")
    func choices() async throws {
        let town = try await Town()
        let form = try await newForm(town, try await town.manager(), "Appel à idées")
        let amount = try await form.press(
            "Enregistrer", typing: Self.typed.merging(["rewardAmount": "500"]) { $1 })
        #expect(try amount.links("Thème\u{A0}: Choisissez dans la liste.") == ["#theme"])
        let kind = "Type de récompense\u{A0}: Choisissez le type, ou effacez"
        #expect(try amount.links("\(kind) le montant.") == ["#rewardKind"])
        let nature = try await form.press(
            "Enregistrer", typing: Self.typed.merging(["rewardNature": "Une visite"]) { $1 })
        #expect(try nature.links("\(kind) la récompense.") == ["#rewardKind"])
    }

    @Test("everything typed is there again, each problem beside its field, named in the summary")
    func mending() async throws {
        let town = try await Town()
        let form = try await newForm(town, try await town.manager(), "Défi compétitif")
        let typed = [
            "title": "Oui", "phase-0-closes": "demain", "phase-1-opens": "2026-03-01T10:00",
            "answerWithinDays": "vite", "rewardKind": "prize", "rewardAmount": "beaucoup",
            "rewardNature": "Une bourse",
        ]
        let again = try await form.press("Enregistrer", typing: typed)
        #expect(again.status == 422)
        let root = try again.root()
        let sent = Dictionary(
            Sheet.fields(of: try #require(root.all("form").last { $0.attributes["class"] == "form" })),
            uniquingKeysWith: { first, _ in first })
        for (name, value) in typed { #expect(sent[name] == value, "\(name)") }
        let summary = try #require(root.first { $0.attributes["class"] == "summary" })
        let targets = summary.all("a").compactMap { $0.attributes["href"] }
        #expect(
            targets == [
                "#title", "#question", "#brief", "#theme", "#phase-0-closes", "#answerWithinDays",
                "#rewardAmount",
            ])
        for target in targets {
            let field = try #require(root.first { "#\($0.attributes["id"] ?? "")" == target })
            #expect(field.attributes["aria-invalid"] == "true")
            #expect(field.attributes["aria-describedby"]?.contains("problem") == true)
        }
        #expect(summary.text.contains("Solutions, clôture"))
    }

    @Test("a phase that overlaps the one before, or ends before it begins, is said beside its dates")
    func overlap() async throws {
        let town = try await Town()
        let form = try await newForm(town, try await town.manager(), "Appel à idées")
        let typed = Self.typed.merging(
            [
                "theme": "1", "phase-1-opens": "2026-03-20T09:00", "phase-2-closes": "2026-03-01T09:00",
            ]) { $1 }
        let again = try await form.press("Enregistrer", typing: typed)
        let summary = try #require(try again.root().first { $0.attributes["class"] == "summary" })
        #expect(
            summary.all("a").compactMap { $0.attributes["href"] } == [
                "#phase-1-opens", "#phase-2-closes",
            ])
    }

    @Test("only managers launch: a visitor is asked to sign in, a member is refused")
    func strangers() async throws {
        let town = try await Town()
        #expect(try await town.visitor().open("/fr/challenges/new").status == 401)
        #expect(try await town.person("Ajonc").open("/fr/challenges/new").status == 403)
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        let other = try await town.person("Genêt")
        for page in ["edit", "preview", "cancel"] {
            #expect(try await town.visitor().open("/fr/challenges/\(id)/\(page)").status == 401)
            #expect(try await other.open("/fr/challenges/\(id)/\(page)").status == 403)
        }
        let draft = try await town.challenge("Un brouillon", by: manager, isPublished: false)
        for page in ["edit", "preview", "cancel"] {
            #expect(try await other.open("/fr/challenges/\(draft)/\(page)").status == 404)
        }
    }

    @Test("a public challenge is prolonged, not shortened; a phase that has begun keeps its opening")
    func prolonging() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        town.wait(.days(2))
        let form = try await manager.open("/fr/challenges/\(id)").follow("Modifier ce défi")
        let shorter = try await form.press(
            "Publier les changements",
            typing: [
                "phase-0-opens": "2026-03-11T12:00", "phase-0-closes": "2026-03-20T12:00",
                "rewardAmount": "400",
            ])
        #expect(shorter.status == 422)
        let text = try shorter.text()
        #expect(text.contains("ne se raccourcit pas"))
        #expect(text.contains("son ouverture ne change plus"))
        #expect(text.contains("moins que ce qui a été annoncé"))

        let dates = ["phase-0-closes": "2026-03-30T13:30", "phase-1-opens": "2026-03-30T13:30"]
        let shorterVote = try await form.press("Publier les changements", typing: dates)
        #expect(try shorterVote.text().contains("plus courte qu’annoncé"))
        let whole = [
            "phase-0-closes": "2026-04-02T13:00", "phase-1-opens": "2026-04-02T13:00",
            "phase-1-closes": "2026-04-12T13:00", "phase-2-opens": "2026-04-12T13:00",
        ]
        let silent = try await form.press("Publier les changements", typing: whole)
        #expect(silent.status == 422)
        #expect(try silent.root().first { $0.attributes["id"] == "moveReason-problem" } != nil)
        let longer = try await silent.press(
            "Publier les changements", typing: ["moveReason": "Les vacances ont commencé plus tôt."])
        #expect(longer.status == 200)
        let text2 = try longer.text()
        #expect(text2.contains("du 10\u{A0}mars au 2\u{A0}avril"))
        #expect(text2.contains("Ce qui a changé"))
        #expect(text2.contains("Les vacances ont commencé plus tôt."))
        #expect(
            text2.contains(
                "clôture le 2\u{A0}avril 2026 à 13\u{A0}h, au lieu du 30\u{A0}mars 2026 à 13\u{A0}h"))
        let told = try await town.visitor().open("/fr/challenges/\(id)/feed.json").source
        #expect(told.contains("Dates modifiées"))
        #expect(told.contains("Les vacances ont commencé plus tôt."))
    }

    @Test("a challenge is suspended, resumed, then cancelled with a reason that all read")
    func halting() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        func edit() async throws -> Sheet { try await manager.open("/fr/challenges/\(id)/edit") }
        let suspend = try await edit().follow("Suspendre ce défi")
        #expect(try await suspend.press("Suspendre ce défi", typing: ["reason": ""]).status == 422)
        let why = "Nous vérifions un point du règlement."
        let suspended = try await suspend.press("Suspendre ce défi", typing: ["reason": why]).text()
        #expect(suspended.contains("Ce défi est suspendu."))
        #expect(suspended.contains(why))
        #expect(
            try await town.visitor().open("/fr/challenges/\(id)").text().contains("Ce défi est suspendu."))
        #expect(try await edit().press("Reprendre ce défi").text().contains("Ouvert aux idées"))

        let cancel = try await edit().follow("Annuler ce défi")
        let short = try await cancel.press("Annuler ce défi", typing: ["reason": "Non."])
        #expect(short.status == 422)
        #expect(short.source.contains("Non.</textarea>"))
        let reason = "Un texte de loi vient de régler la question."
        let page = try await short.press("Annuler ce défi", typing: ["reason": reason])
        #expect(try page.text().contains(reason))
        #expect(try await town.visitor().open("/fr/challenges/\(id)").text().contains(reason))
        #expect(try await edit().status == 409)
        // Phases that never came are not told as past, however late it is.
        #expect(try await town.visitor().open("/fr/challenges/\(id)").source.contains("data-state=\"next\""))
        town.wait(.days(60))
        let late = try await town.visitor().open("/fr/challenges/\(id)").source
        #expect(!late.contains("data-state=\"past\""))
    }

    @Test("a challenge that is done is archived, which lists tell and nothing else, and taken back")
    func archiving() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        let author = try await town.person("Ajonc")
        let idea = try await town.idea("Un siphon de secours", in: id, by: author)
        let member = try manager.requireMember()
        let reason = "Parce que cela aide vraiment nos assurés."
        town.wait(.days(31))
        #expect(try await manager.open("/fr/challenges/\(id)/archive").status == 409)
        try await town.store.decide(
            .underStudy, reason: reason, publicly: false, on: idea, by: member, at: town.now)
        try await town.store.publishResults(of: id, by: member, at: town.now)
        // A promise is not put away.
        let owed = try await manager.open("/fr/challenges/\(id)/edit").follow("Archiver ce défi")
        #expect(owed.status == 200)
        #expect(try owed.text().contains("doit encore des réponses"))
        #expect(try !owed.has(button: "Archiver ce défi"))
        try await town.store.decide(
            .accepted, reason: reason, publicly: true, on: idea, by: member, at: town.now)
        let ask = try await manager.open("/fr/challenges/\(id)/edit").follow("Archiver ce défi")
        let done = try await ask.press("Archiver ce défi")
        #expect(try done.text().contains("Le défi est archivé."))
        #expect(try done.text().contains("Défi archivé"))
        let title = "Éviter les dégâts des eaux"
        let visitor = town.visitor()
        for list in ["/fr/challenges", "/fr/themes/prevention", "/fr"] {
            // What became of its ideas is told still.
            #expect(try await !visitor.open(list).source.contains("challenge-row"), "\(list)")
        }
        #expect(try await visitor.open("/fr/challenges?state=archived").text().contains(title))
        let page = try await visitor.open("/fr/challenges/\(id)")
        #expect(try page.text().contains("Ce défi est archivé"))
        #expect(try page.text().contains("Un siphon de secours"))
        #expect(try !page.has(button: "Sortir ce défi des archives"))
        #expect(
            try await visitor.open("/fr/search?q=siphon&state=archived").text().contains("siphon de secours"))
        let feed = try await visitor.open("/fr/challenges/\(id)/feed.rss")
        for item in ["Défi archivé", "Résultats", "Un siphon de secours"] {
            #expect(feed.source.contains(item), "\(item)")
        }
        #expect(try await author.open("/fr/challenges/\(id)/archive").status == 403)
        #expect(try await manager.open("/fr/challenges/\(id)/edit").status == 409)
        let back = try await manager.open("/fr/challenges/\(id)").press("Sortir ce défi des archives")
        #expect(try back.text().contains("Le défi est de nouveau dans les listes."))
        #expect(try await visitor.open("/fr/challenges").text().contains(title))
        let english = try await visitor.open("/en/challenges/\(id)")
        #expect(try english.text().contains("Challenge taken back from the archives"))
    }

    @Test("a draft can be thrown away; dates that have passed keep it from being published")
    func drafts() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager, isPublished: false)
        let preview = try await manager.open("/fr/challenges/\(id)/preview").press("Réserver")
        town.wait(.days(60))
        #expect(try await preview.press("Publier").status == 409)
        let late = try await manager.open("/fr/challenges/\(id)/preview")
        #expect(try late.text().contains("Les dates de ce défi sont passées"))
        #expect(try !late.has(button: "Publier"))
        let gone = try await late.follow("Modifier ce défi").press("Supprimer ce brouillon")
        #expect(try gone.text().contains("Le brouillon est supprimé"))
        #expect(try await manager.open("/fr/challenges/\(id)").status == 404)
    }

    @Test(
        "amounts are read as people type them",
        arguments: [
            ("1500", 150_000), ("1\u{202F}500,50 €", 150_050), ("12.5", 1_250), ("1,500", 150_000),
            ("€1,500.25", 150_025), ("0,05", 5), ("dix", nil), ("", nil), ("-5", nil), ("1,50,0", nil),
            ("12,3456", nil),
        ] as [(String, Int64?)])
    func amounts(_ text: String, _ cents: Int64?) {
        #expect(TypedNumber.cents(text) == cents)
    }
}
