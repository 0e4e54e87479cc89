import Proving
import Testing

@testable import Domain

@Suite struct TextDifferenceTests {
    /// A difference as one line: [-removed-] and {+added+} among what was kept, paragraphs parted by " | ".
    private func line(_ old: String, _ new: String) -> String {
        TextDifference(from: old, to: new).paragraphs.map { paragraph in
            paragraph.pieces.map { piece in
                switch piece.change {
                case .kept: piece.text
                case .removed: "[-\(piece.text)-]"
                case .added: "{+\(piece.text)+}"
                }
            }
            .joined()
        }
        .joined(separator: " | ")
    }

    @Test(
        "words that changed are told, and nothing else",
        arguments: [
            ("", "", ""),
            ("Un.", "Un.", "Un."),
            ("", "Un texte.", "{+Un texte.+}"),
            ("Un texte.", "", "[-Un texte.-]"),
            (
                "La franchise est de 150 euros par an.", "La franchise est de 90 euros par an.",
                "La franchise est de [-150-]{+90+} euros par an."
            ),
            (
                "L’assuré déclare le vol sous deux jours.", "L’assuré déclare le vol sous deux jours ouvrés.",
                "L’assuré déclare le vol sous deux jours{+ ouvrés+}."
            ),
            (
                // A sentence rewritten is told as a whole, not a word at a time between two spaces.
                "Nous répondons vite. Le reste suit toujours après.",
                "Nous répondons sous trois jours. Le reste suit toujours après.",
                "Nous répondons [-vite-]{+sous trois jours+}. Le reste suit toujours après."
            ),
            (
                "Premier point.\n\nDeuxième point, long assez.",
                "Premier point.\n\nTout autre chose maintenant.",
                "Premier point. | [-Deuxième point, long assez.-] | {+Tout autre chose maintenant.+}"
            ),
            (
                "Un.\n\nLe bris de glace est couvert partout.\n\nTrois.",
                "Un.\n\nNouveau venu.\n\nLe bris de glace est couvert en Europe.\n\nTrois.",
                "Un. | {+Nouveau venu.+} | Le bris de glace est couvert [-partout-]{+en Europe+}. | Trois."
            ),
        ])
    func cases(old: String, new: String, told: String) {
        #expect(line(old, new) == told)
    }

    @Test(
        "blank lines part paragraphs, however lines end",
        arguments: [
            ("", []), ("  \n \r\n", []), ("a\nb", ["a\nb"]), ("a\r\n\r\n\r\nb\r\n", ["a", "b"]),
            ("\n a \n \t\nb  \nc\n", ["a", "b  \nc"]),
        ] as [(String, [String])])
    func paragraphs(text: String, paragraphs: [String]) {
        #expect(TextDifference.paragraphs(of: text) == paragraphs)
        let joined = paragraphs.joined(separator: "\n\n")
        #expect(TextDifference.paragraphs(of: joined) == paragraphs)
    }

    @Test("letters that look alike and are written otherwise are a change")
    func composed() {
        let difference = TextDifference(from: "café", to: "cafe\u{301}")
        #expect(!difference.isEmpty)
        #expect(difference.new.map { Array($0.utf8) } == [Array("cafe\u{301}".utf8)])
        #expect(difference.old.map { Array($0.utf8) } == [Array("café".utf8)])
    }

    @Test("both texts come back byte for byte, places rise, and a text is no different from itself")
    func comesBack() {
        var dice = Dice(17)
        let words = [
            "le", "la", "franchise", "vol", "garantie", "bris", "été", "e\u{301}te\u{301}", "42", ",", ".",
            " ",
            "\n", "’", "👩‍👩‍👧", "«\u{a0}", " »",
        ]
        func text() -> [String] {
            (0..<dice.roll(0...6)).map { _ in
                "un "
                    + (0..<dice.roll(1...12)).map { _ in dice.choice(of: words) }.joined(separator: " ")
                    .trimmed
            }
        }
        for round in 0..<2_000 {
            let old = text()
            // Half of the new texts are edits of the old one, as people make them.
            var new = round.isMultiple(of: 2) ? text() : old
            if !round.isMultiple(of: 2), !new.isEmpty {
                let place = Int(dice.roll(0...Int64(new.count - 1)))
                new[place] += " " + dice.choice(of: words)
                if dice.roll(0...1) == 0 { new.insert("Tout nouveau.", at: place) }
                if dice.roll(0...3) == 0 { new.removeLast() }
            }
            let difference = TextDifference(from: old, to: new)
            #expect(difference.old.map { Array($0.utf8) } == old.map { Array($0.utf8) })
            #expect(difference.new.map { Array($0.utf8) } == new.map { Array($0.utf8) })
            #expect(difference.paragraphs.compactMap(\.old) == Array(old.indices))
            #expect(difference.paragraphs.compactMap(\.new) == Array(new.indices))
            #expect(TextDifference(from: new, to: new).isEmpty)
            #expect(difference.paragraphs.flatMap(\.pieces).allSatisfy { !$0.text.isEmpty })
        }
    }

    @Test("what is kept is a longest common subsequence, as the table of all prefixes finds it")
    func shortest() {
        var dice = Dice(5)
        for _ in 0..<500 {
            let old = (0..<dice.roll(0...24)).map { _ in Int(dice.roll(0...4)) }
            let new = (0..<dice.roll(0...24)).map { _ in Int(dice.roll(0...4)) }
            let kept = EditPath(from: old, to: new).kept
            #expect(kept.allSatisfy { old[$0.old] == new[$0.new] })
            #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
            #expect(kept.count == longest(old, new))
        }
    }

    @Test("a bound on the steps leaves a way that is right, if longer")
    func bounded() {
        var dice = Dice(9)
        for _ in 0..<200 {
            let old = (0..<60).map { _ in Int(dice.roll(0...5)) }
            let new = (0..<60).map { _ in Int(dice.roll(0...5)) }
            let kept = EditPath(from: old, to: new, mostSteps: 12).kept
            #expect(kept.allSatisfy { old[$0.old] == new[$0.new] })
            #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
        }
        let (long, other) = ((0..<20_000).map { $0 }, (0..<20_000).map { $0 + 20_000 })
        #expect(EditPath(from: long, to: other).kept.isEmpty)
    }

    private func longest(_ old: [Int], _ new: [Int]) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
        for (row, left) in old.enumerated() {
            for (column, right) in new.enumerated() {
                table[row + 1][column + 1] =
                    left == right
                    ? table[row][column] + 1 : max(table[row][column + 1], table[row + 1][column])
            }
        }
        return table[old.count][new.count]
    }
}
