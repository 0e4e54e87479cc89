/// Events of a fund from a table that somebody exported: all of them, or none and what has to be mended line by line.
///
/// The first line names the columns, in any order: `type`, `member`, `amount` in euros, `kind`, `days`, `period`. A type is
/// `contribute`, `claim` or `leave`; columns that it has no use for stay empty. French words do as well: ``frenchWords``.
public struct FundImport: Sendable {
    /// Those of the lines in which nothing has to be mended.
    public let events: [FundEvent]
    /// On which line each of them stands.
    public let lines: [Int]
    /// What has to be mended, in the order of the lines.
    public let faults: [LineFault]
    /// Whom the lines name in which something has to be mended.
    public let others: [(line: Int, member: FundMember)]

    /// What is wrong with a table.
    public struct Rejection: Error, Hashable, Sendable {
        /// The first of them, in the order of the lines.
        public let faults: [LineFault]
        /// How many there are in all.
        public let count: Int
        /// The most that are listed.
        public static let mostListed = 200

        public init(_ faults: [LineFault]) {
            self.faults = Array(faults.prefix(Self.mostListed))
            count = faults.count
        }
    }

    /// What has to be mended in one field of a line; the problem's field is the column.
    public struct LineFault: Hashable, Sendable {
        /// Counted from 1, as editors do.
        public let line: Int
        public let problem: Problem

        public init(line: Int, problem: Problem) {
            self.line = line
            self.problem = problem
        }
    }

    private static let columns = ["type", "member", "amount", "kind", "days", "period"]
    fileprivate static let types = ["contribute", "claim", "leave"]

    /// What stands in French tables for the columns, the types and the kinds of claims.
    public static let frenchWords: [String: String] = [
        "type": "type", "member": "membre", "amount": "montant", "kind": "nature", "days": "jours",
        "period": "période", "contribute": "cotisation", "claim": "sinistre", "leave": "départ",
        "water": "eau", "glass": "glace", "theft": "vol", "breakage": "casse", "fire": "incendie",
        "travel": "voyage", "liability": "responsabilité", "bodily": "corporel", "other": "autre",
    ]

    /// The word of `words` that is meant: itself, or its French, whatever its capitals; any other text as it is.
    fileprivate static func word(_ text: String, of words: [String]) -> String {
        let typed = text.lowercased()
        return words.first { $0 == typed || frenchWords[$0] == typed } ?? text
    }

    /// Reads a table without a fault.
    public init(_ text: String) throws(Rejection) {
        self.init(reading: text)
        guard faults.isEmpty else { throw Rejection(faults) }
    }

    /// Reads a table as far as it can be read.
    /// - Parameter length: The days of the period, for lines that do not say them.
    public init(reading text: String, length: Int64? = nil) {
        let table = TableText(text)
        let head = (table.lines.first?.fields ?? []).map { Self.word($0, of: Self.columns) }
        let missing = ["type", "member", "amount"].filter { !head.contains($0) }
        let strange = head.filter { !Self.columns.contains($0) }
        var faults = missing.map { LineFault(line: 1, problem: Problem(field: $0, code: .missing)) }
        faults += strange.map { LineFault(line: 1, problem: Problem(field: $0, code: .unknownChoice)) }
        var events: [FundEvent] = []
        var lines: [Int] = []
        var others: [(line: Int, member: FundMember)] = []
        var gone: Set<FundMember> = []
        for line in faults.isEmpty ? table.lines.dropFirst() : [] {
            var reading = LineReading(
                Dictionary(zip(head, line.fields)) { first, _ in first }, length: length)
            if line.fields.count > head.count {
                reading.problems.append(Problem(field: "type", code: .wrong))
            }
            let event = reading.event()
            if case .leaving(let member, _, _) = event, !gone.insert(member).inserted {
                reading.problems.append(Problem(field: "member", code: .taken))
            }
            faults += reading.problems.map { LineFault(line: line.number, problem: $0) }
            if let event, reading.problems.isEmpty {
                events.append(event)
                lines.append(line.number)
            } else if let member = reading.member {
                others.append((line.number, member))
            }
        }
        self.events = events
        self.lines = lines
        self.faults = faults
        self.others = others
    }
}

/// One line while it is read.
private struct LineReading {
    var problems: [Problem] = []
    private let fields: [String: String]
    private let length: Int64?

    init(_ fields: [String: String], length: Int64?) {
        self.fields = fields
        self.length = length
    }

    /// Whom it names.
    var member: FundMember? { fields["member"].flatMap { $0.isEmpty ? nil : FundMember($0) } }

    /// The event, or nil if something has to be mended.
    mutating func event() -> FundEvent? {
        let member = FundMember(text("member"))
        let event: FundEvent?
        switch FundImport.word(text("type"), of: FundImport.types) {
        case "contribute":
            event = amount().map { .contribution(member, amount: $0) }
        case "claim":
            let kind = FundImport.word(text("kind"), of: ClaimKind.allCases.map(\.rawValue))
            event = amount().map { .claim(member, gross: $0, kind: kind) }
        case "leave":
            let days = number("days")
            let period = fields["period", default: ""].isEmpty ? length ?? number("period") : number("period")
            if let days, let period, period < 1 || days > period {
                problems.append(Problem(field: "days", code: .outOfRange, limit: Int(period)))
            }
            event = days.flatMap { days in
                period.map { .leaving(member, days: days, period: $0) }
            }
        case "": event = nil
        default:
            problems.append(Problem(field: "type", code: .unknownChoice))
            event = nil
        }
        return problems.isEmpty ? event : nil
    }

    private mutating func text(_ column: String) -> String {
        let text = fields[column] ?? ""
        if text.isEmpty { problems.append(Problem(field: column, code: .missing)) }
        return text
    }

    /// Days: at most a century of them.
    private mutating func number(_ column: String) -> Int64? {
        let text = text(column)
        guard !text.isEmpty else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(text), number <= 36_600
        else {
            problems.append(Problem(field: column, code: .notANumber))
            return nil
        }
        return number
    }

    /// Cents, from euros with a comma or a point and at most two decimals.
    private mutating func amount() -> Int64? {
        let text = text("amount")
        guard !text.isEmpty else { return nil }
        guard let cents = Money.cents(typed: text) else {
            problems.append(Problem(field: "amount", code: .notANumber))
            return nil
        }
        return cents
    }
}

extension Money {
    /// The cents of an amount as people write it: `1 234,5`, `1234.50`; nil if it is anything else, is below zero, or
    /// has more than fifteen digits.
    public static func cents(typed text: String) -> Int64? {
        let parts = text.unicodeScalars.filter { ![" ", "\u{A0}", "\u{202F}"].contains($0) }
            .split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard let euros = parts.first, (1...2).contains(parts.count), (1...15).contains(euros.count),
            (parts.dropFirst().first.map { (1...2).contains($0.count) } ?? true),
            parts.joined().allSatisfy({ ("0"..."9").contains($0) })
        else { return nil }
        let decimals = parts.count == 2 ? String(String.UnicodeScalarView(parts[1])) : ""
        let padding = String(repeating: "0", count: 2 - decimals.count)
        return Int64(String(String.UnicodeScalarView(euros)) + decimals + padding)
    }
}
