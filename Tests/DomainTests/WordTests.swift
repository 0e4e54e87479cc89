import Testing

@testable import Domain

@Suite struct WordTests {
    @Test(
        "a text is cut into words, which are folded without losing how they were written",
        arguments: [
            ("L’assurance d'Œuvre, 2ᵉ étage", ["l", "assurance", "d", "oeuvre", "2", "etage"]),
            ("De\u{301}ga\u{302}t DÉGÂT dé\u{AD}gât", ["degat", "degat", "degat"]),
            ("ﬁn — ﬂeur", ["fin", "fleur"]), ("sous-sol/cave", ["sous", "sol", "cave"]),
            ("Ελλάδα 保険", ["ελλάδα", "保険"]), ("", []), ("… ’ \u{301}", []),
        ])
    func folding(text: String, folded: [String]) {
        let words = Words.all(in: text)
        #expect(words.map(\.folded) == folded)
        for word in words { #expect(!text[word.range].isEmpty) }
    }

    @Test(
        "a slip of the hand is told from another word",
        arguments: [
            ("fiute", "fuite", 1), ("fuites", "fuite", 1), ("degtas", "degats", 1),
            ("assuarnec", "assurance", 2),
            ("pneu", "pneu", 0), ("pneu", "peur", nil), ("abeille", "oreille", 2), ("eau", "feux", nil),
            ("", "a", nil),
        ] as [(String, String, Int?)])
    func misspelling(typed: String, meant: String, distance: Int?) {
        #expect(Misspelling.distance(from: typed, to: meant) == distance)
        #expect(Misspelling.distance(from: meant, to: typed) == distance)
    }

    @Test("an excerpt holds most of the matches, on one line, cut between words")
    func excerpt() {
        let text =
            String(repeating: "rien à dire ", count: 40) + "une abeille et du miel"
            + String(repeating: " fin", count: 90)
        let excerpt = Excerpt(of: "abeille " + text, limit: 60) {
            ["abeille", "miel"].contains($0.folded) ? $0.folded : nil
        }
        #expect(excerpt.pieces.filter(\.isMatch).map(\.text) == ["abeille", "miel"])
        #expect(excerpt.pieces.first?.text == "… " && excerpt.pieces.last?.text == " …")
        let short = Excerpt(of: "# Un\n\n- *deux*\n- trois") { _ in nil }
        #expect(short.pieces.map(\.text) == ["Un deux trois"])
        #expect(Excerpt(of: "") { _ in nil }.pieces.isEmpty)
    }
}
