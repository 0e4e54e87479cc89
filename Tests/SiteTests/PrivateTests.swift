import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct PrivateTests {
    @Test(
        "an administrator imports contracts, all of them or none, and everybody reads what is known of them")
    func importing() async throws {
        let town = try await Town()
        let administrator = try await town.person("Fougère", isAdministrator: true)
        let member = try await town.person("Bruyère")
        let page = try await administrator.open("/fr/administration/portfolio")
        #expect(try page.text().contains("Rien n’a encore été importé"))
        let bad = "email;product;region;agency\nbruyre@town.example;Auto;Bretagne;Rennes\npersonne;Auto;;"
        let refused = try await page.press("Importer", typing: ["table": bad])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("1 point à corriger"))
        #expect(try refused.root().first { $0.name == "textarea" }?.rawText == bad)
        #expect(!(try await member.open("/fr/account").text().contains("Ce que l’assureur sait de vous")))
        let done = try await refused.press(
            "Importer", typing: ["table": bad.split(separator: "\n").dropLast().joined(separator: "\n")])
        #expect(done.status == 200)
        #expect(try done.text().contains("Moins de 10 personnes"))
        let account = try await member.open("/fr/account")
        #expect(try account.text().contains("Auto · Bretagne · Rennes"))
        #expect(try await member.open("/fr/administration/portfolio").status == 404)
    }

    @Test("a manager reserves a challenge to a segment in its form, which keeps what was typed")
    func choosing() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let administrator = try await town.person("Fougère", isAdministrator: true)
        let (inside, outside) = (try await town.person("Bruyère"), try await town.person("Genêt"))
        try await town.insure(inside, Holding(product: "Habitation", region: "Bretagne"), by: administrator)
        let id = try await town.challenge(by: manager, isPublished: false)
        let form = try await manager.open("/fr/challenges/\(id)/edit")
        let counted = try await form.press("Estimer", typing: ["audience": "segment", "region": "Bretagne"])
        #expect(counted.status == 200)
        #expect(try counted.text().contains("Moins de 10 personnes"))
        let empty = try await form.press("Enregistrer", typing: ["audience": "segment"])
        #expect(empty.status == 422)
        #expect(try empty.text().contains("Cochez au moins"))
        let saved = try await counted.press("Enregistrer")
        #expect(try saved.text().contains("Les assurés concernés"))
        #expect(try saved.text().contains("Bretagne"))
        _ = try await saved.press("Réserver").press("Publier")
        let page = "/fr/challenges/\(id)"
        #expect(try await inside.open(page).status == 200)
        for person in [outside, town.visitor()] {
            #expect(try await person.open(page).status == 404)
            for list in ["", "/challenges", "/search?q=eaux", "/feed.rss"] {
                #expect(!(try await person.open("/fr\(list)").source.contains("dégâts des eaux")), "\(list)")
            }
            #expect(try await person.open("/fr/challenges/\(id)/feed.rss").status == 404)
        }
        #expect(try await inside.open("/fr/challenges").source.contains("dégâts des eaux"))
        #expect(!(try await town.visitor().open("/sitemap.xml").source.contains("/challenges/\(id)-")))
    }

    @Test("an invitation is shown once, asks to sign in, opens for one account, and can be withdrawn")
    func inviting() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let (guest, other) = (try await town.person("Bruyère"), try await town.person("Genêt"))
        let id = try await town.challenge(by: manager, audience: .invited)
        let page = try await manager.open("/fr/challenges/\(id)").follow("Inviter des personnes")
        let refused = try await page.press("Préparer les liens", typing: ["emails": "quelqu’un"])
        #expect(refused.status == 422)
        #expect(try refused.root().first { $0.name == "textarea" }?.rawText == "quelqu’un")
        let made = try await page.press("Préparer les liens", typing: ["emails": "ami@post.example"])
        #expect(made.response.headers[.cacheControl] == "no-store")
        let link = try #require(try made.root().all("code").first?.text)
        let path = String(link.dropFirst("http://town.example".count))
        #expect(!(try await manager.open("/fr/challenges/\(id)/invitations").source.contains(path)))
        let offer = try await town.visitor().open(path)
        #expect(try offer.text().contains("Vous êtes invité"))
        #expect(try offer.links("Se connecter").contains { $0.contains("invitations") })
        #expect(try await guest.open("/fr/challenges/\(id)").status == 404)
        let inside = try await guest.open(path).press("Accepter")
        #expect(inside.status == 200)
        #expect(try inside.text().contains("Vous pouvez maintenant"))
        let used = try await other.open(path)
        #expect(used.status == 410)
        #expect(try used.text().contains("Cette invitation a déjà servi"))
        #expect(!(used.source.contains("dégâts des eaux")))
        #expect(
            try await town.visitor().open(path).links("Se connecter").contains { $0.contains("invitations") })
        #expect(try await guest.open(path).target.contains("/challenges/\(id)"))
        let list = try await manager.open("/fr/challenges/\(id)/invitations")
        #expect(try list.text().contains("Acceptée"))
        #expect(!(try list.text().contains("Bruyère")))
        _ = try await list.press("Retirer l’invitation")
        #expect(try await guest.open("/fr/challenges/\(id)").status == 404)
    }

    @Test("an invitation says until when it holds, that it is over, and holds again once prolonged")
    func ending() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let (guest, id) = (
            try await town.person("Bruyère"), try await town.challenge(by: manager, audience: .invited)
        )
        let made = try await manager.open("/fr/challenges/\(id)/invitations").press(
            "Préparer les liens", typing: ["emails": "ami@post.example", "days": "7"])
        let path = String(
            try #require(try made.root().all("code").first?.text).dropFirst("http://town.example".count))
        #expect(try made.text().contains("valable jusqu’au"))
        let offer = try await guest.open(path)
        town.wait(.days(7))
        let late = try await offer.press("Accepter")
        #expect(late.status == 410)
        #expect(try late.text().contains("Cette invitation n’est plus valable"))
        #expect(try await guest.open("/en" + path.dropFirst(3)).text().contains("no longer valid"))
        let list = try await manager.open("/fr/challenges/\(id)/invitations")
        #expect(try list.text().contains("Lien expiré"))
        let renewed = try await list.press("Prolonger de 30 jours")
        #expect(try renewed.text().contains("Lien en attente"))
        #expect(try await guest.open(path).press("Accepter").text().contains("Vous pouvez maintenant"))
    }

    @Test("contracts come as a file, in whatever encoding a spreadsheet wrote it, and as text to be mended")
    func importingFiles() async throws {
        let town = try await Town()
        let administrator = try await town.person("Fougère", isAdministrator: true)
        let page = try await administrator.open("/fr/administration/portfolio")
        func file(_ bytes: [UInt8], _ name: String = "contrats.csv") -> ChosenFile {
            ChosenFile(field: "file", name: name, bytes: bytes)
        }
        let workbook = try await page.press(
            "Importer", choosing: [file(Array("PK\u{3}\u{4}\0\0".utf8), "contrats.xlsx")])
        #expect(workbook.status == 422)
        #expect(try workbook.text().contains("enregistrez-le au format CSV"))
        let bad =
            "email;produit;région;agence\r\nana@town.example;Auto;Bretagne;Rennes\r\npersonne;Auto;;\r\n"
        let refused = try await page.press("Importer", choosing: [file(Array(bad.utf8))])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("1 point à corriger"))
        #expect(try refused.root().first { $0.name == "textarea" }?.rawText.contains("personne;Auto") == true)
        // As Excel writes it: Windows-1252, with a sign that Latin-1 has not.
        var bytes: [UInt8] = []
        for scalar in "email;produit;région;agence\r\nana@town.example;Cœur à vélo;Bretagne;\r\n"
            .unicodeScalars
        {
            bytes.append(scalar == "œ" ? 0x9C : UInt8(scalar.value))
        }
        // A file takes the place of what is still in the page.
        let done = try await refused.press("Importer", choosing: [file(bytes)])
        #expect(done.status == 200)
        #expect(try done.text().contains("Le tableau est importé."))
        #expect(try done.text().contains("Cœur à vélo"))
    }

    @Test("a personal feed is shown once, read without a session, and answers 410 once revoked")
    func personalFeeds() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let guest = try await town.person("Bruyère")
        let id = try await town.challenge(by: manager, audience: .invited)
        try await town.invite(guest, to: id, by: manager)
        _ = try await town.idea(in: id, by: guest)
        let made = try await guest.open("/fr/challenges/\(id)").press("Créer mon adresse de flux")
        let path = String(
            try #require(try made.root().all("code").first?.text).dropFirst("http://town.example".count))
        let reader = town.visitor()
        let feed = try await reader.open(path)
        #expect(feed.status == 200)
        #expect(feed.source.contains("Un détecteur sous chaque évier"))
        #expect(feed.response.headers[.cacheControl] == "private, no-cache")
        #expect(try await reader.open("/fr/challenges/\(id)/feed.rss").status == 404)
        let feeds = try await guest.open("/fr/feeds")
        #expect(try feeds.text().contains("Éviter les dégâts des eaux"))
        // The cache of pages must not answer for what was revoked.
        #expect(try await reader.open(path).status == 200)
        let again = try await guest.open("/fr/challenges/\(id)").press("Remplacer mon adresse")
        let next = String(
            try #require(try again.root().all("code").first?.text).dropFirst("http://town.example".count))
        #expect(try await reader.open(path).status == 410)
        #expect(try await reader.open(next).status == 200)
        _ = try await guest.open("/fr/challenges/\(id)").press("Révoquer")
        #expect(try await reader.open(next).status == 410)
        #expect(
            try await reader.open("/fr/personal/\(String(repeating: "A", count: 43))/feed.rss").status == 404)
    }

    @Test("whoever leaves a community loses its challenges at once, in feeds too")
    func leaving() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let guest = try await town.person("Bruyère")
        let community = try await town.store.addCommunity(
            slug: "artisans", name: "Les Artisans", summary: "Des artisans.", charter: "S’entraider.",
            joinCode: "FLEUVE")
        try await town.store.join(
            community, code: "FLEUVE", as: "Rabot", member: try guest.requireMember(), at: town.now)
        let id = try await town.challenge("Entre ateliers", by: manager, community: community)
        let made = try await guest.open("/fr/challenges/\(id)").press("Créer mon adresse de flux")
        let path = String(
            try #require(try made.root().all("code").first?.text).dropFirst("http://town.example".count))
        #expect(try await town.visitor().open(path).status == 200)
        _ = try await guest.open("/fr/communities/artisans").press("Quitter")
        #expect(try await town.visitor().open(path).status == 404)
        #expect(try await guest.open("/fr/challenges/\(id)").status == 404)
        #expect(!(try await guest.open("/fr/search?q=ateliers").source.contains("Entre ateliers")))
    }
}
