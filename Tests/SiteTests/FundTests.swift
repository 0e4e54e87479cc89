import Domain
import Storage
import Testing

@testable import Site

@Suite struct FundTests {
    /// A community with people who pay, and two who keep its fund.
    private struct Swarm {
        let town: Town
        let community: CommunityID
        let members: [Browser]
        let keeper: Browser
        let second: Browser

        init(members count: Int) async throws {
            town = try await Town()
            community = try await town.store.addCommunity(
                slug: "artisans", name: "Les Artisans", summary: "Des ateliers.", charter: "S’aider.",
                joinCode: "RABOT")
            var members: [Browser] = []
            for number in 1...count {
                let person = try await town.person("Atelier \(number)")
                try await town.store.join(
                    community, code: "RABOT", as: "Copeau \(number)", member: try person.requireMember(),
                    at: town.now)
                members.append(person)
            }
            self.members = members
            keeper = try await town.staff("Yves", .rewardOfficer)
            second = try await town.staff("Claire", .manager)
        }

        /// Opens the first period by its form.
        func open(_ typed: [String: String] = [:]) async throws -> Sheet {
            let form = try await keeper.open("/fr/desk").follow("Tenir les fonds").follow("Les Artisans")
                .follow("Ouvrir une période")
            return try await form.press(
                "Ouvrir la période",
                typing: [
                    "first": "2026-03-10", "last": "2027-03-09", "feeBps": "17,5", "insurerBps": "33,33",
                ].merging(typed) { $1 })
        }

        func code(_ place: Int) throws -> String { "M\(try members[place].requireMember())" }

        func importTable(_ lines: [String], into sheet: Sheet) async throws -> Sheet {
            try await sheet.press(
                "Importer tout",
                typing: [
                    "table": (["type;member;amount;kind;days;period"] + lines).joined(separator: "\n")
                ])
        }
    }

    @Test("a fund goes from its rules to the member’s cents, pressed by two people")
    func course() async throws {
        let swarm = try await Swarm(members: 10)
        let opened = try await swarm.open()
        #expect(try opened.text().contains("La période est ouverte"))
        let amounts = [10_001, 6_667, 3_333, 12_000, 9_100, 8_888, 7_777, 11_111, 10_500, 9_999]
        let lines = try amounts.enumerated().map { place, cents in
            try
                "contribute;\(swarm.code(place));\(cents / 100),\(cents % 100 < 10 ? "0" : "")\(cents % 100);;;"
        }
        let imported = try await swarm.importTable(lines, into: opened)
        #expect(try imported.text().contains("Tout le tableau est enregistré"))
        let claimed = try await imported.press(
            "Enregistrer le sinistre",
            typing: ["member": try swarm.code(1), "amount": "45,67", "kind": "water"])
        #expect(try claimed.text().contains("Sinistre de 45,67"))
        swarm.town.wait(.days(366))
        let closing = try await swarm.keeper.open("/fr/desk/funds/artisans").press(
            "Clore les faits", typing: ["outstanding": "rien"])
        #expect(closing.status == 422)
        #expect(closing.source.contains("value=\"rien\""))
        let proposed = try await closing.press("Clore les faits", typing: ["outstanding": "0"])
            .press("Proposer cette clôture")
        #expect(try proposed.text().contains("une autre personne doit la valider"))
        #expect(try !proposed.has(button: "Valider"))
        let desk = try await swarm.second.open("/fr/desk")
        #expect(try desk.text().contains("1 fonds vous attend"))
        #expect(try desk.links("Tenir les fonds") == ["/fr/desk/funds"])
        let refused = try await swarm.second.open("/fr/desk/funds/artisans").press(
            "Rejeter", typing: ["reason": "Non."])
        #expect(refused.status == 422)
        let valid = try await refused.press("Valider la clôture")
        #expect(try valid.text().contains("Validée"))

        // What the member reads is what anybody computes.
        let events =
            try amounts.enumerated().map { place, cents in
                FundEvent.contribution(FundMember(try swarm.code(place)), amount: Int64(cents))
            } + [.claim(FundMember(try swarm.code(1)), gross: 4_567, kind: "water")]
        let close = try FundPeriod(
            rules: FundRules(
                feeBps: 1_750, insurerBps: 3_333, perClaimPoolLimit: 15_000, coverLimit: 1_000_000,
                firstEuro: ["bodily"]), events: events
        ).closed()
        let share = try #require(close.shares.first { $0.member.id == (try? swarm.code(0)) })
        let fund = try await swarm.members[0].open("/fr/communities/artisans").follow(
            "Le fonds de protection")
        let text = try fund.text()
        #expect(text.contains("10 membres ont cotisé"))
        #expect(text.contains("ne détient pas d’argent"))
        let mine = try await fund.follow("Pourquoi ce montant")
        let sums = try mine.text()
        #expect(sums.contains("\(close.distributed) × \(share.weight) / \(close.weight) = "))
        #expect(sums.contains(swarm.town.app.wording(.french).exactMoney(share.cents)))
        #expect(sums.contains("votre ristourne"))
        let paid = try await valid.press("Noter que tout est versé")
        #expect(try paid.text().contains("Cette période est terminée"))
    }

    @Test("figures about a group of fewer than ten are shown to nobody in it; one’s own are")
    func small() async throws {
        let swarm = try await Swarm(members: 3)
        let opened = try await swarm.open()
        let lines = try (0..<3).map { "contribute;\(try swarm.code($0));12\($0),00;;;" }
        _ = try await swarm.importTable(lines, into: opened)
        let fund = try await swarm.members[0].open("/fr/communities/artisans/fund")
        let text = try fund.text()
        #expect(text.contains("moins de 10 cotisants"))
        // 120 + 121 + 122, what of it is in the pool, and the others' own.
        for hidden in ["363,00", "121,00", "122,00", "178,"] { #expect(!text.contains(hidden), "\(hidden)") }
        let mine = try await fund.follow("Voir mes cotisations")
        #expect(try mine.text().contains("120,00"))
        #expect(try !mine.text().contains("×\u{20}5") && !mine.text().contains("363,00"))
    }

    @Test("what one other member does changes nothing that the others read, until ten did something")
    func differencing() async throws {
        let swarm = try await Swarm(members: 12)
        let opened = try await swarm.open()
        let lines = try (0..<11).map { "cotisation;\(try swarm.code($0));12\($0 % 10),00;;;" }
        let imported = try await swarm.importTable(lines, into: opened)
        let pages = ["fund", "fund/1/mine", "fund/simulator"].map { "/fr/communities/artisans/\($0)" }
        func read() async throws -> [String] {
            var texts: [String] = []
            for page in pages { texts.append(try await swarm.members[0].open(page).text()) }
            return texts
        }
        #expect(try await read()[0].contains("ni le jour même"))
        swarm.town.wait(.days(1))
        let before = try await read()
        #expect(before[0].contains("11 membres ont cotisé") && before[0].contains("Chiffres arrêtés au"))
        _ = try await imported.press(
            "Enregistrer le sinistre",
            typing: ["member": try swarm.code(3), "amount": "99", "kind": "theft"])
        _ = try await imported.press(
            "Enregistrer la cotisation", typing: ["member": try swarm.code(11), "amount": "1234"])
        swarm.town.wait(.days(2))
        #expect(try await read() == before)
        let own = try await swarm.members[3].open("/fr/communities/artisans/fund/1/mine").text()
        #expect(own.contains("99,00"))
    }

    @Test("a table comes as a file as well, as spreadsheets write it")
    func file() async throws {
        let swarm = try await Swarm(members: 2)
        let opened = try await swarm.open()
        // Latin letters of one byte each, and the line ends of Windows.
        let text =
            "type;membre;montant;nature;jours\r\ncotisation;Copeau 1;20,50\r\nd\u{E9}part;Copeau 2;;;12\r\n"
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        let refused = try await opened.press(
            "Importer tout", typing: ["name": "2e trimestre", "table": "type;membre"],
            choosing: [ChosenFile(field: "file", name: "faits.csv", bytes: bytes)], cutting: 60)
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Ce fichier est trop lourd"))
        #expect(
            refused.source.contains("2e trimestre") && refused.source.contains(">\ntype;membre</textarea>"))
        let sheet = try await opened.press(
            "Importer tout", choosing: [ChosenFile(field: "file", name: "faits.csv", bytes: bytes)])
        #expect(try sheet.text().contains("Tout le tableau est enregistré"))
        #expect(try sheet.text().contains("Départ après 12 jours sur 365"))
        let members = try await swarm.keeper.open("/fr/desk/funds/artisans/members.csv")
        #expect(members.source.contains("\"cotisation\";\"\(try swarm.code(0))\""))
    }

    @Test("peers whose pool is short are paid in proportion, and told so")
    func peers() async throws {
        let swarm = try await Swarm(members: 10)
        let opened = try await swarm.open([
            "feeBps": "0", "insurerBps": "0", "backing": "none", "perClaimPoolLimit": "5000",
        ])
        let lines = try (0..<10).map { "cotisation;\(try swarm.code($0));10;;;" }
        _ = try await swarm.importTable(
            lines + ["sinistre;\(try swarm.code(0));150;eau;;", "sinistre;\(try swarm.code(1));50;vol;;"],
            into: opened)
        swarm.town.wait(.days(366))
        let page = try await swarm.keeper.open("/fr/desk/funds/artisans")
        _ = try await page.press("Régler maintenant").press("Clore les faits", typing: ["outstanding": "0"])
            .press("Proposer cette clôture")
        let fund = try await swarm.members[0].open("/fr/communities/artisans/fund")
        #expect(try fund.text().contains("C’est 50\u{202F}% de ce qui lui était demandé, 200,00\u{A0}€"))
        #expect(try !fund.text().contains("Assureur"))
        let mine = try await fund.follow("Pourquoi ce montant").text()
        #expect(mine.contains("150,00\u{A0}€ → 75,00\u{A0}€"))
        let letter = try await fund.follow("Lettre de la période").text()
        #expect(letter.contains("Bonjour Copeau 1,") && letter.contains("C’est 50\u{202F}%"))
    }

    @Test("every page of a fund says that the platform holds no money")
    func holdsNothing() async throws {
        let swarm = try await Swarm(members: 10)
        let opened = try await swarm.open()
        let lines = try (0..<10).map { "cotisation;\(try swarm.code($0));10;;;" }
        _ = try await swarm.importTable(lines, into: opened)
        swarm.town.wait(.days(366))
        let early = try await swarm.members[0].open("/fr/communities/artisans/fund/1/letter")
        #expect(early.status == 404)
        let form = try await swarm.keeper.open("/fr/desk/funds/artisans")
        _ = try await form.press("Clore les faits", typing: ["outstanding": "0"]).press(
            "Proposer cette clôture")
        let fund = "/communities/artisans/fund"
        let pages = [fund, "\(fund)/1", "\(fund)/1/mine", "\(fund)/1/letter", "\(fund)/simulator"]
        for language in ["fr", "en"] {
            let sentence = language == "fr" ? "ne détient pas d’argent" : "holds no money"
            for page in pages {
                let text = try await swarm.members[0].open("/\(language)\(page)").text()
                #expect(text.contains(sentence), "\(language)\(page)")
            }
            for page in ["/desk/funds", "/desk/funds/artisans"] {
                #expect(try await swarm.keeper.open("/\(language)\(page)").text().contains(sentence))
            }
        }
        let second = try await swarm.second.open("/fr/desk/funds/artisans").press("Valider la clôture")
        #expect(try await second.follow("Ouvrir une période").text().contains("ne détient pas d’argent"))
    }

    @Test("to others the fund does not exist")
    func strangers() async throws {
        let swarm = try await Swarm(members: 1)
        _ = try await swarm.open()
        for browser in [swarm.town.visitor(), try await swarm.town.person("Genêt")] {
            for path in ["fund", "fund/1", "fund/1/mine", "fund/1/letter", "fund/simulator"] {
                #expect(try await browser.open("/fr/communities/artisans/\(path)").status == 404)
            }
            let page = try await browser.open("/fr/communities/artisans")
            #expect(try page.links("Le fonds de protection").isEmpty)
        }
        #expect(try await swarm.members[0].open("/fr/communities/artisans/fund/2").status == 404)
        #expect(try await swarm.members[0].open("/fr/desk/funds/artisans").status == 404)
    }

    @Test("a table is refused line by line, and stays where it can be mended")
    func report() async throws {
        let swarm = try await Swarm(members: 2)
        let opened = try await swarm.open()
        let bad = try await swarm.importTable(
            ["contribute;Personne;20;;;", "claim;Copeau 2;trente;glass;;"], into: opened)
        #expect(bad.status == 422)
        let text = try bad.text()
        #expect(text.contains("Ligne 3, colonne montant\u{A0}: n’est pas un nombre."))
        #expect(bad.source.contains("contribute;Personne;20"))
        let fixed = try await swarm.importTable(
            ["contribute;copeau 1;20;;;", "claim;Copeau 2;30;glass;;"], into: bad)
        #expect(try fixed.text().contains("Tout le tableau est enregistré"))
        let again = try await swarm.importTable(
            ["contribute;copeau 1;20;;;", "claim;Copeau 2;30;glass;;"], into: fixed)
        #expect(try again.text().contains("a déjà été enregistré sous cet intitulé"))
        let withdrawn = try await fixed.press("Annuler, Sinistre")
        #expect(try withdrawn.text().contains("Le fait est annulé"))
        #expect(try !withdrawn.text().contains("Sinistre de 30,00"))
    }

    @Test("what is typed to open a period is kept when it is refused")
    func opening() async throws {
        let swarm = try await Swarm(members: 1)
        let refused = try await swarm.open(["feeBps": "90", "last": "2026-01-01"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("ne dépassent pas 100 ensemble"))
        #expect(try refused.text().contains("Le dernier jour doit venir après le premier"))
        #expect(refused.source.contains("value=\"90\""))
        let opened = try await refused.press(
            "Ouvrir la période", typing: ["feeBps": "20 %", "last": "2027-03-09", "mode": "claimfree"])
        #expect(opened.status == 200)
        let page = try await swarm.members[0].open("/fr/communities/artisans/fund")
        #expect(try page.text().contains("pousse à taire les petits sinistres"))
    }

    @Test("three years are imagined with equal weight, and nonsense is told")
    func simulator() async throws {
        let swarm = try await Swarm(members: 1)
        _ = try await swarm.open()
        let page = try await swarm.members[0].open("/fr/communities/artisans/fund").follow(
            "Imaginer une année")
        let years = try await page.press(
            "Calculer", typing: ["members": "20", "contribution": "100", "claims": "0", "cost": "50"])
        let text = try years.text()
        // 20 × 100 €, of which 49,17 % come back when nothing happens; the rounding is the members'.
        #expect(text.contains("49,17\u{A0}€"))
        for name in ["Une bonne année", "Une année à zéro", "Une année épuisée"] {
            #expect(text.contains(name))
        }
        #expect(text.contains("L’assureur paie 491,70\u{A0}€"))
        let refused = try await years.press("Calculer", typing: ["members": "1000"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("de 10 à 200"))
        #expect(refused.source.contains("value=\"1000\""))
    }
}
