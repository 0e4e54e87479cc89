import Crypto

extension Tally {
    /// The tally as the lines of text that its digest is made from, in UTF-8: one fact a line, in the tally's own order.
    public var canonicalText: [UInt8] {
        var text = LineWriter()
        text.line("essaim-tally/1")
        text.line("kind \(kind.rawValue)")
        text.line("seed \(terms.seed)")
        if let budget = terms.budget {
            text.line("budget \(budget)")
            text.line("unit \(terms.currencyUnit)")
        }
        for weight in terms.weights { text.line("weight \(weight)") }
        for idea in ideas {
            let cost = idea.cost.map(String.init) ?? "-"
            text.line("idea \(cost) \(idea.exposures.map(String.init) ?? "-") \(idea.id)")
        }
        for ballot in ballots { text.line(ballot) }
        return text.bytes
    }

    /// The SHA-256 of ``canonicalText``, in 64 hexadecimal digits.
    var computedDigest: String { Hexadecimal.digits(of: SHA256.hash(data: canonicalText)) }
}

/// Text that grows line by line.
private struct LineWriter {
    private(set) var bytes: [UInt8] = []

    mutating func line(_ text: String) {
        bytes += text.utf8
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The word “ballot”, and what it says idea by idea: the idea's position, from zero, and after colons the numbers
    /// that belong to it.
    mutating func line(_ ballot: Ballot) {
        bytes += "ballot".utf8
        switch ballot {
        case .approvals(let ideas): for idea in ideas { part(idea) }
        case .tokens(let marks), .grades(let marks): for mark in marks { part(mark.idea, mark.value) }
        case .pairs(let duels): for duel in duels { part(duel.winner, duel.loser) }
        case .scorecards(let cards):
            for card in cards {
                part(card.idea)
                for score in card.scores { number(score, after: UInt8(ascii: ":")) }
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func part(_ idea: Int, _ value: Int? = nil) {
        number(idea, after: UInt8(ascii: " "))
        if let value { number(value, after: UInt8(ascii: ":")) }
    }

    /// Writes a number that is not negative.
    private mutating func number(_ number: Int, after mark: UInt8) {
        bytes.append(mark)
        var power = 1
        while number / power > 9 { power *= 10 }
        while power > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / power % 10))
            power /= 10
        }
    }
}

/// Bytes in the digits 0 to 9 and a to f.
enum Hexadecimal {
    static func digits(of bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
