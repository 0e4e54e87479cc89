import Domain
import Foundation
import HTTP
import HTTPTypes
import Proving
import Storage
import Testing

@testable import Site

@Suite struct FeedTests {
    /// A town in which a good deal has happened.
    private struct History {
        let town: Town
        let manager: Browser
        let author: Browser
        let challenge: ChallengeID
        let idea: IdeaID

        static func make() async throws -> History {
            let town = try await Town()
            let manager = try await town.manager()
            let author = try await town.person("Camille R")
            let challenge = try await town.challenge(by: manager)
            let idea = try await town.idea(in: challenge, by: author)
            _ = try await town.store.addComment(
                CommentContent(stance: .question, text: "Et sur un *vieux* réseau ?"), on: idea,
                by: author.requireMember(), at: town.now)
            town.wait(.days(41))
            try await town.store.decide(
                .accepted, reason: "Nous l’équipons dès le [printemps](https://town.example/x).",
                publicly: false, on: idea, by: manager.requireMember(), at: town.now)
            try await town.store.publishResults(
                of: challenge, by: manager.requireMember(), at: town.now)
            return History(
                town: town, manager: manager, author: author, challenge: challenge, idea: idea)
        }

        func feed(_ path: String) async throws -> Sheet { try await town.visitor().open(path) }
    }

    private func entries(_ sheet: Sheet) throws -> [Element] {
        let root = try #require(Element.parseXML(sheet.bytes))
        return root.all("entry")
    }

    private func identifiers(_ sheet: Sheet) throws -> [String] {
        try entries(sheet).compactMap { $0.elements.first { $0.name == "id" }?.rawText }
    }

    private func titles(_ sheet: Sheet, _ item: String = "entry") throws -> [String] {
        let root = try #require(Element.parseXML(sheet.bytes))
        return root.all(item).compactMap { $0.elements.first { $0.name == "title" }?.rawText }
    }

    @Test("a challenge's feed tells its whole life in the words of its language")
    func life() async throws {
        let history = try await History.make()
        let feed = try await history.feed("/fr/challenges/\(history.challenge)/feed.atom")
        #expect(feed.response.headers[.contentType] == "application/atom+xml; charset=utf-8")
        let found = try titles(feed)
        let challenge = "Éviter les dégâts des eaux"
        let idea = "Un détecteur sous chaque évier"
        #expect(found.prefix(2).sorted() == ["Acceptée\u{A0}: \(idea)", "Résultats\u{A0}: \(challenge)"])
        #expect(
            Set(found.dropFirst(2)) == [
                "À l’étude\u{A0}: \(challenge)", "Trois jours encore\u{A0}: \(challenge)",
                "Vote ouvert\u{A0}: \(challenge)", "Nouvelle idée\u{A0}: \(idea)",
                "Nouveau défi\u{A0}: \(challenge)",
            ])
        #expect(found.count == 8)
        let english = try await titles(history.feed("/en/challenges/\(history.challenge)/feed.atom"))
        #expect(english.contains("Accepted: \(idea)") && english.contains("New challenge: \(challenge)"))
    }

    @Test("items have one name in every language and format, whatever becomes of titles and slugs")
    func stableNames() async throws {
        let history = try await History.make()
        let french = try await identifiers(history.feed("/fr/feed.atom"))
        #expect(french.count == 8 && Set(french).count == 8)
        #expect(french.contains("tag:town.example,2026:idea:\(history.idea)"))
        #expect(try await identifiers(history.feed("/en/feed.atom")) == french)
        let rss = try #require(Element.parseXML(try await history.feed("/fr/feed.rss").bytes))
        #expect(rss.all("guid").map(\.rawText) == french)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(await history.feed("/fr/feed.json").bytes))
                as? [String: Any])
        #expect((json["items"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == french)
    }

    @Test("an idea's feed brings comments and the answer, with links that lead to them from anywhere")
    func ideaFeed() async throws {
        let history = try await History.make()
        let feed = try await history.feed("/fr/ideas/\(history.idea)/feed.rss")
        #expect(feed.target == "/fr/ideas/\(history.idea)-un-detecteur-sous-chaque-evier/feed.rss")
        let found = try titles(feed, "item")
        #expect(
            found == [
                "Acceptée\u{A0}: Un détecteur sous chaque évier",
                "Question\u{A0}: Un détecteur sous chaque évier",
                "Nouvelle idée\u{A0}: Un détecteur sous chaque évier",
            ] || found.count == 3)
        let root = try #require(Element.parseXML(feed.bytes))
        let authors = root.all("creator").map(\.rawText)
        #expect(Set(authors) == ["Mutuelle des Tilleuls", "Camille R"])
        let contents = root.all("encoded").map(\.rawText)
        #expect(contents.contains { $0.contains("<em>vieux</em>") })
        for content in contents {
            #expect(!content.contains("href=\"/"))
            #expect(content.contains("<a href=\"http://town.example/fr/ideas/\(history.idea)-"))
        }
        for link in root.all("link").map(\.rawText) where !link.isEmpty {
            let path = link.dropFirst("http://town.example".count)
            #expect(try await history.town.visitor().open(String(path)).status == 200)
        }
    }

    @Test("a feed that did not change is not sent again; what happens changes it")
    func conditional() async throws {
        let history = try await History.make()
        let visitor = history.town.visitor()
        let first = try await visitor.exchange(.get, "/fr/feed.rss")
        let tag = try #require(first.headers[.eTag])
        #expect(first.headers[.cacheControl] == "public, max-age=300")
        #expect(first.headers[.lastModified]?.hasSuffix(" GMT") == true)
        history.town.wait(.hours(30))
        #expect(try await visitor.exchange(.get, "/fr/feed.rss").headers[.eTag] == tag)
        // Whoever asks, whatever they may see: everybody gets the same bytes.
        #expect(try await history.manager.exchange(.get, "/fr/feed.rss").headers[.eTag] == tag)
        _ = try await history.town.challenge("Rouler l’hiver", by: history.manager)
        #expect(try await visitor.exchange(.get, "/fr/feed.rss").headers[.eTag] != tag)
    }

    @Test("a browser gets what it can show with its style sheet, a reader the feed's own type")
    func browser() async throws {
        let town = try await Town()
        for (path, type) in [
            ("/fr/feed.rss", "application/rss+xml"), ("/fr/feed.atom", "application/atom+xml"),
        ] {
            for accept in [
                "text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "", "\(type), text/html;q=0.5",
            ] {
                let response = try await town.visitor().exchange(.get, path, headers: [.accept: accept])
                let expected = accept.hasPrefix("text/html") ? "application/xml" : type
                #expect(response.headers[.contentType] == "\(expected); charset=utf-8")
                #expect(response.headers[.vary]?.contains("Accept") == true)
            }
        }
    }

    @Test("an old readable address leads to the present one, in a way that every reader follows")
    func moved() async throws {
        let history = try await History.make()
        let response = try await history.town.visitor().exchange(
            .get, "/en/challenges/\(history.challenge)-an-old-title/feed.rss")
        #expect(response.status == .movedPermanently)
        #expect(
            response.headers[.location]
                == "/en/challenges/\(history.challenge)-eviter-les-degats-des-eaux/feed.rss")
    }

    @Test("what is not for everybody is in no feed, even for those who may see it on its page")
    func closed() async throws {
        let history = try await History.make()
        let town = history.town
        let community = try await town.store.addCommunity(
            slug: "abeilles", name: "Les abeilles", summary: "Entre nous", charter: "Rester polies",
            joinCode: "MIEL")
        try await town.store.join(
            community, code: "MIEL", as: "Butineuse", member: history.author.requireMember(), at: town.now)
        let inner = try await town.challenge("Entre abeilles", by: history.manager, community: community)
        let draft = try await town.challenge("Pas encore prêt", by: history.manager, isPublished: false)
        let secret = try await town.idea("Un miel sans nom", in: inner, by: history.author)
        let open = try await town.challenge("Un autre défi", by: history.manager)
        let withdrawn = try await town.idea("Une idée regrettée", in: open, by: history.author)
        try await town.store.withdrawIdea(withdrawn, by: history.author.requireMember(), at: town.now)
        let contest = try await town.challenge("Sous scellés", by: history.manager, blueprint: .contest)
        let sealed = try await town.idea("Une solution brillante", in: contest, by: history.author)
        for person in [town.visitor(), history.author, history.manager] {
            for format in FeedFormat.allCases.map(\.rawValue) {
                for path in [
                    "challenges/\(inner)", "challenges/\(draft)", "ideas/\(secret)", "ideas/\(withdrawn)",
                    "ideas/\(sealed)", "challenges/0", "ideas/x", "themes/nowhere",
                ] {
                    let sheet = try await person.open("/fr/\(path)/feed.\(format)")
                    #expect(sheet.status == 404, "\(path) \(format)")
                }
                for path in ["", "/themes/prevention", "/challenges/\(contest)"] {
                    let source = try await person.open("/fr\(path)/feed.\(format)").source
                    for text in ["abeilles", "Butineuse", "miel", "prêt", "regrettée", "brillante"] {
                        #expect(!source.contains(text), "\(text) in \(path) \(format)")
                    }
                }
            }
            #expect(try await !person.open("/fr/feeds").source.contains("abeilles"))
        }
    }

    @Test("any title survives, from the form's field to the reader")
    func hostileTitles() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Camille R")
        var chance = Dice(20_261_121)
        let hostile =
            [
                "]]></title><script>alert(1)</script>", "<![CDATA[ & &amp; &amp;amp; ]]>",
                "Idée \u{1}\u{8}\u{FFFE} & co",
                "<!DOCTYPE x [<!ENTITY e \"v\">]>&e;", "🐝👩‍👩‍👧 e\u{301}\"\u{301}'\u{2028}\u{202E}",
                "--><!-- ?><?xml ?>",
                "<b>gras</b> &eacute; \\u0041", "\"><img src=x onerror=alert(1)>",
            ] + (0..<20).map { _ in chance.title() }
        for title in hostile { _ = try await town.idea(title, in: challenge, by: author) }
        let carried = Set(hostile.map { "Nouvelle idée\u{A0}: " + Self.carried($0.trimmed.withBoundMarks) })
        let visitor = town.visitor()
        for language in ["fr", "en"] {
            for path in ["", "/challenges/\(challenge)"] {
                let atom = try await titles(visitor.open("/\(language)\(path)/feed.atom"))
                let rss = try await titles(visitor.open("/\(language)\(path)/feed.rss"), "item")
                #expect(atom == rss)
                if language == "fr" { #expect(carried.isSubset(of: atom)) }
            }
        }
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(await visitor.open("/fr/feed.json").bytes))
                as? [String: Any])
        let named = (json["items"] as? [[String: Any]])?.compactMap { $0["title"] as? String } ?? []
        #expect(Set(hostile.map { "Nouvelle idée\u{A0}: " + $0.trimmed.withBoundMarks }).isSubset(of: named))
    }

    /// What XML 1.0 can carry of a text, line ends as readers see them.
    private static func carried(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { scalar in
            scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
                && ![0xFFFE, 0xFFFF].contains(scalar.value)
                || "\t\n\r".unicodeScalars.contains(scalar)
        }
        return String(String.UnicodeScalarView(kept))
    }
}

extension Dice {
    fileprivate mutating func title() -> String {
        let marks = Array("<>&\"'[]{}\\/#;:!-?=% éœ🐝".unicodeScalars)
        var scalars = String.UnicodeScalarView("idée ".unicodeScalars)
        for _ in 0..<Int.random(in: 5...60, using: &self) {
            let any = Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &self))
            let scalar = Bool.random(using: &self) ? marks.randomElement(using: &self) : any
            if let scalar { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
