import Domain
import FoundationEssentials

/// Numbers as a language writes them.
struct Figures {
    let language: Language
    /// How many of the parts in which amounts are counted make one of the currency.
    let unit: Int
    /// Whether amounts are euros; otherwise nothing is said of the currency.
    var isInEuros = false
    /// What ideas are called; those that are missing go by their id.
    var names: [String: String] = [:]

    /// A whole number, its digits in threes.
    func whole(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += language == .french ? "\u{202F}" : "," }
            text.append(digit)
        }
        return text
    }

    /// A number with so many decimals.
    func decimal(_ number: Double, _ places: Int) -> String {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        guard number.isFinite, abs(number) < 1e15 else { return "∞" }
        let rounded = Int((abs(number) * Double(scale)).rounded())
        let sign = number < 0 && rounded > 0 ? "−" : ""
        guard places > 0 else { return sign + whole(rounded) }
        let rest = String(rounded % scale)
        let zeros = String(repeating: "0", count: places - rest.count)
        return sign + whole(rounded / scale) + (language == .french ? "," : ".") + zeros + rest
    }

    /// A share of one in hundredths.
    func percent(_ share: Double, _ places: Int = 1) -> String {
        decimal(share * 100, places) + (language == .french ? "\u{A0}%" : "%")
    }

    /// A share of one in hundredths, to a tenth, of which it must not be said too much.
    func percentAtLeast(_ share: Double) -> String {
        percent((share * 1_000 + 1e-9).rounded(.down) / 1_000)
    }

    /// An amount of money, given in parts of the currency.
    func money(_ amount: Double) -> String {
        let value = amount / Double(unit)
        let text = value == value.rounded() ? decimal(value, 0) : decimal(value, 2)
        guard isInEuros else { return text }
        return language == .french ? "\(text)\u{A0}€" : "€\(text)"
    }

    /// A number with its noun.
    func counted(_ number: Int, _ one: String, _ many: String) -> String {
        let isOne = language == .french ? abs(number) < 2 : number == 1
        return "\(whole(number)) \(isOne ? one : many)"
    }

    /// Ideas by their names, one after the other.
    func ideas(_ ids: [String]) -> String {
        list(
            ids.map { id in
                names[id].map { language == .french ? "«\u{A0}\($0)\u{A0}»" : "“\($0)”" } ?? id
            })
    }

    /// Words one after the other, “and” before the last.
    func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + (language == .french ? " et " : " and ") + last
    }
}
