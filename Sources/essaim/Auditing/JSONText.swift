/// A value written as JSON, its keys in the order given: the same value is the same text on every machine.
indirect enum JSONText {
    case number(Int64)
    case text(String)
    case flag(Bool)
    case list([JSONText])
    case object([(key: String, value: JSONText)])

    /// The whole text: what is in the outermost value has lines of its own, what is deeper has not.
    var pretty: String {
        switch self {
        case .object(let members) where !members.isEmpty:
            "{\n" + members.map { "  \(Self.quoted($0.key)): \($0.value.lines)" }.joined(separator: ",\n")
                + "\n}"
        default: compact
        }
    }

    private var lines: String {
        switch self {
        case .list(let items) where items.count > 1:
            "[\n" + items.map { "    \($0.compact)" }.joined(separator: ",\n") + "\n  ]"
        case .object(let members) where members.count > 1:
            "{\n" + members.map { "    \(Self.quoted($0.key)): \($0.value.compact)" }.joined(separator: ",\n")
                + "\n  }"
        default: compact
        }
    }

    private var compact: String {
        switch self {
        case .number(let number): String(number)
        case .text(let text): Self.quoted(text)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): "[\(items.map(\.compact).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.key)): \($0.value.compact)" }.joined(separator: ", "))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
