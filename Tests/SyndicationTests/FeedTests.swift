import Foundation
import Syndication
import Testing

@Suite("Feeds")
struct FeedTests {
    @Test("RSS holds what readers and the W3C's validator ask for")
    func rss() throws {
        let bytes = try sampleFeed().rss()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.hasPrefix(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"/feed.css?a=1&amp;b=2\"?>\n<rss"
            ))
        let root = try ParsedXML(bytes)
        #expect(root.name == "rss")
        #expect(root.attributes["version"] == "2.0")
        let channel = try #require(root.all("channel").first)
        #expect(channel["title"] == "Défis")
        #expect(channel["link"] == "https://essaim.example/fr/challenges")
        #expect(channel["description"] == "Ce qui se passe &amp; compte")
        #expect(channel["language"] == "fr")
        #expect(channel["ttl"] == "60")
        #expect(channel["lastBuildDate"] == "Sat, 21 Nov 2026 01:26:00 +0000")
        let link = try #require(channel.all("atom:link").first)
        #expect(
            link.attributes == [
                "href": "https://essaim.example/fr/feed.rss", "rel": "self", "type": "application/rss+xml",
            ])
        let item = try #require(channel.all("item").first)
        #expect(item["guid"] == "tag:essaim.example,2026:idea/1")
        #expect(item.all("guid").first?.attributes == ["isPermaLink": "false"])
        #expect(item["pubDate"] == "Sat, 21 Nov 2026 01:25:00 +0000")
        #expect(item["dc:creator"] == "Une idée")
        #expect(item["category"] == "Une idée")
        #expect(item["content:encoded"] == "<p>1</p>")
    }

    @Test("Atom holds what RFC 4287 asks for")
    func atom() throws {
        let feed = try ParsedXML(sampleFeed().atom())
        #expect(feed.name == "feed")
        #expect(feed.attributes["lang"] == "fr")
        #expect(feed["id"] == "https://essaim.example/fr/challenges")
        #expect(feed["updated"] == "2026-11-21T01:26:00Z")
        #expect(feed.all("author").first?["name"] == "Mutuelle des Tilleuls")
        #expect(feed.all("link").map { $0.attributes["rel"] } == ["self", "alternate"])
        let entry = try #require(feed.all("entry").first)
        #expect(entry["id"] == "tag:essaim.example,2026:idea/1")
        #expect(entry["published"] == "2026-11-21T01:25:00Z")
        #expect(entry["updated"] == "2026-11-21T01:26:00Z")
        #expect(entry.all("content").first?.attributes == ["type": "html"])
        #expect(entry.all("author").first?["name"] == "Une idée")
    }

    @Test("JSON Feed is JSON with the members of version 1.1")
    func json() throws {
        for text in hostileTexts {
            let bytes = try sampleFeed(items: [sampleItem(text: text)]).jsonFeed()
            let feed = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
            let item = try #require((feed["items"] as? [[String: Any]])?.first)
            #expect(item["title"] as? String == text)
            #expect(item["tags"] as? [String] == [text])
            #expect(item["date_published"] as? String == "2026-11-21T01:25:00Z")
        }
    }

    @Test("hostile texts come back as they were, without what XML forbids", arguments: hostileTexts)
    func hostile(text: String) throws {
        try expectSurvival(of: text)
    }

    @Test("three thousand random texts survive")
    func random() throws {
        var seeded = Seeded(state: 20_261_121)
        for _ in 0..<60 {
            let texts = (0..<50).map { _ in seeded.text() }
            let feed = sampleFeed(items: texts.enumerated().map { sampleItem($0, text: $1) })
            let items = try ParsedXML(feed.rss()).all("channel").first?.all("item") ?? []
            let entries = try ParsedXML(feed.atom()).all("entry")
            #expect(items.map { $0["title"] ?? "-" } == texts.map(carried))
            #expect(entries.map { $0["summary"] ?? "-" } == texts.map(carried))
            #expect(entries.map { $0.all("category").first?.attributes["term"] ?? "-" } == texts.map(carried))
        }
    }

    private func expectSurvival(of text: String) throws {
        let feed = sampleFeed(items: [sampleItem(text: text)])
        let item = try #require(try ParsedXML(feed.rss()).all("channel").first?.all("item").first)
        #expect(item["title"] == carried(text))
        #expect(item["dc:creator"] == carried(text))
        let entry = try #require(try ParsedXML(feed.atom()).all("entry").first)
        #expect(entry["title"] == carried(text))
        #expect(entry.all("category").first?.attributes["term"] == carried(text))
    }

    @Test("addresses in content are absolute")
    func absoluteContent() throws {
        var item = sampleItem()
        item.content =
            "<a href=\"/fr/x\">/fr</a> <img src=\"/i.png\"> <a href=\"#c\">c</a> <a href=\"//e.example\">e</a> href=\"x <a href=\"https://e.example/\">f</a> <a href=\"/\">r</a>"
        let entry = try #require(try ParsedXML(sampleFeed(items: [item]).atom()).all("entry").first)
        #expect(
            entry["content"]
                == "<a href=\"https://essaim.example/fr/x\">/fr</a> <img src=\"https://essaim.example/i.png\"> <a href=\"https://essaim.example/fr/ideas/1#c\">c</a> <a href=\"//e.example\">e</a> href=\"x <a href=\"https://e.example/\">f</a> <a href=\"https://essaim.example/\">r</a>"
        )
    }

    @Test("repeated identifiers and relative addresses are refused")
    func refusals() {
        #expect(throws: FeedProblem.repeatedIdentifier("tag:essaim.example,2026:idea/1")) {
            try sampleFeed(items: [sampleItem(), sampleItem()]).rss()
        }
        for address in ["/fr/ideas", "", "javascript:alert(1)", "https://e.example/a b"] {
            var feed = sampleFeed()
            feed.address = address
            #expect(throws: FeedProblem.relativeAddress(address)) { try feed.atom() }
            #expect(throws: FeedProblem.relativeAddress(address)) { try feed.jsonFeed() }
        }
    }

    @Test("feeds are written on many threads at once")
    func threads() async throws {
        let expected = try sampleFeed().atom()
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<200 { group.addTask { try sampleFeed().atom() } }
            for try await bytes in group { #expect(bytes == expected) }
        }
    }

    @Test(
        "dates are those of the calendar",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000", "1970-01-01T00:00:00Z"),
            (-1, "Wed, 31 Dec 1969 23:59:59 +0000", "1969-12-31T23:59:59Z"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000", "2000-02-29T00:00:00Z"),
            (1_709_210_096, "Thu, 29 Feb 2024 12:34:56 +0000", "2024-02-29T12:34:56Z"),
            (1_767_225_599, "Wed, 31 Dec 2025 23:59:59 +0000", "2025-12-31T23:59:59Z"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 +0000", "2100-03-01T00:00:00Z"),
            (Int64.max, "Fri, 31 Dec 9999 23:59:59 +0000", "9999-12-31T23:59:59Z"),
        ] as [(Int64, String, String)])
    func dates(seconds: Int64, rfc822: String, rfc3339: String) throws {
        var item = sampleItem()
        item.published = seconds
        let feed = sampleFeed(items: [item])
        let rss = try ParsedXML(feed.rss()).all("channel").first?.all("item").first
        #expect(rss?["pubDate"] == rfc822)
        let atom = try ParsedXML(feed.atom()).all("entry").first
        #expect(atom?["published"] == rfc3339)
    }
}
