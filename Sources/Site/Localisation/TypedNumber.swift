import Domain

/// Numbers as people type them.
enum TypedNumber {
    /// A whole number above zero; nil if `text` is not one.
    static func count(_ text: String) -> Int? {
        let digits = text.filter { !isSpace($0) }
        guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }

    /// Euro cents of `1500`, `1 500,50 €`, `1500.5`, `1,500.50`; nil if `text` is not an amount. A comma or a dot before
    /// one or two last digits parts the cents; before three digits it parts thousands.
    static func cents(_ text: String) -> Int64? {
        let bare = text.filter { !isSpace($0) && $0 != "€" }
        let groups = bare.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard let first = groups.first,
            groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        var thousands = groups.dropFirst()
        var cents: Int64 = 0
        if let last = thousands.last, last.count <= 2 {
            thousands.removeLast()
            cents = (Int64(last) ?? 0) * (last.count == 1 ? 10 : 1)
        }
        guard thousands.allSatisfy({ $0.count == 3 }), thousands.isEmpty || first.count <= 3,
            first.count <= 12, thousands.count <= 3, let euros = Int64(first + thousands.joined())
        else { return nil }
        return euros * 100 + cents
    }

    private static func isSpace(_ character: Character) -> Bool {
        character.isWhitespace
    }
}

extension Wording {
    /// An amount as one types it: `1500`, `12,50`.
    func inputValue(cents: Int64) -> String {
        let rest = Int(cents % 100)
        guard rest != 0 else { return String(cents / 100) }
        return "\(cents / 100)\(language == .french ? "," : ".")\(rest < 10 ? "0" : "")\(rest)"
    }
}
