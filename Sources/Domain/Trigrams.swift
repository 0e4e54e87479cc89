/// The sequences of three letters in a word or in several: each once, in order, so that two sets are compared in one walk.
struct Trigrams: Sendable {
    /// Three bytes of UTF-8 each.
    private let codes: [UInt32]

    /// Marks at both ends make beginnings and ends count.
    init(of word: Word) {
        let letters = Array("^\(word.folded)$".utf8)
        self.init(
            (0..<max(0, letters.count - 2)).map { place in
                letters[place..<place + 3].reduce(0) { $0 << 8 | UInt32($1) }
            })
    }

    /// Those of all the words together.
    init(of words: [Trigrams]) {
        self.init(words.flatMap(\.codes))
    }

    private init(_ codes: [UInt32]) {
        var distinct: [UInt32] = []
        distinct.reserveCapacity(codes.count)
        for code in codes.sorted() where code != distinct.last { distinct.append(code) }
        self.codes = distinct
    }

    /// Dice's coefficient: twice what they share, divided by their sizes together.
    func likeness(to other: Trigrams) -> Double {
        let sizes = codes.count + other.codes.count
        return sizes == 0 ? 0 : 2 * Double(shared(with: other)) / Double(sizes)
    }

    private func shared(with other: Trigrams) -> Int {
        var count = 0
        var (mine, theirs) = (0, 0)
        while mine < codes.count, theirs < other.codes.count {
            let (first, second) = (codes[mine], other.codes[theirs])
            if first == second { count += 1 }
            if first <= second { mine += 1 }
            if second <= first { theirs += 1 }
        }
        return count
    }
}
