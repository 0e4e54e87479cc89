import Syndication

func sampleItem(_ number: Int = 1, text: String = "Une idée") -> Feed.Item {
    Feed.Item(
        identifier: "tag:essaim.example,2026:idea/\(number)", title: text,
        address: "https://essaim.example/fr/ideas/\(number)", published: 1_795_224_300,
        updated: 1_795_224_360,
        author: text, summary: text, content: "<p>\(number)</p>", categories: [text])
}

func sampleFeed(items: [Feed.Item] = [sampleItem()]) -> Feed {
    Feed(
        title: "Défis", subtitle: "Ce qui se passe & compte", address: "https://essaim.example/fr/challenges",
        feedAddress: "https://essaim.example/fr/feed.rss", language: "fr", updated: 1_795_224_360,
        author: "Mutuelle des Tilleuls", icon: "https://essaim.example/icon.png",
        stylesheet: "/feed.css?a=1&b=2",
        items: items)
}

/// Texts that break careless writers.
let hostileTexts = [
    "]]>", "<![CDATA[x]]>", "a\u{1}b\u{0}c", "\u{FFFE}\u{FFFF}x", "🐝👩‍👩‍👧", "&amp;amp; &lt;", "\"' < > &",
    "--><!--",
    "?><?php", "<!DOCTYPE x [<!ENTITY e \"v\">]>&e;", "  spaces  ", "\t\ttab\r\nline\rreturn",
    "e\u{301}\"\u{301}", "",
    "\u{85}\u{2028}\u{202E}gauche", "\u{7F}\u{9F}", "&#0;&#x1;",
]

/// A small deterministic generator (SplitMix64), so that a failure can be seen again.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text of any scalars, with many of those that mean something.
    mutating func text() -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<40, using: &self) {
            let range: ClosedRange<UInt32> =
                [0...0x7F, 0x20...0x40, 0...0xFFFF, 0x1_0000...0x10_FFFF].randomElement(using: &self)
                ?? 0...0x7F
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}

/// What XML 1.0 can carry of a text, but for the controls it discourages, said independently of the code under test.
func carried(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { scalar in
        scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0xFFFE
            && scalar.value != 0xFFFF
            || "\t\n\r".unicodeScalars.contains(scalar)
    }
    return String(String.UnicodeScalarView(kept))
}
