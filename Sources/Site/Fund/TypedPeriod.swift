import Domain
import HTTP

/// A period and its rules as somebody typed them: rates in per cent, amounts in euros, days as `2026-03-12`.
struct TypedPeriod: Sendable {
    private var values: [String: String]
    /// The kinds of claims that the insurer covers from the first euro.
    let firstEuro: Set<String>

    static let rates = [
        "feeBps", "insurerBps", "preventionBps", "reserveBps", "cashbackCapBps", "expectedBps",
    ]
    static let amounts = ["deductible", "perClaimPoolLimit", "coverLimit", "reserveCap"]

    subscript(name: String) -> String { values[name] ?? "" }

    /// What was posted.
    init(_ form: Form) {
        values = [:]
        for field in form.fields where values[field.name] == nil { values[field.name] = field.value }
        firstEuro = Set(ClaimKind.allCases.map(\.rawValue).filter { form["firstEuro-\($0)"] == "yes" })
    }

    /// What to propose: the year after the last period under its rules; for a first one, what most begin with.
    init(after last: PeriodRecord?, today: Day, wording: Wording) {
        let rules =
            last?.version.rules
            ?? FundRules(
                feeBps: 2_000, insurerBps: 4_000, perClaimPoolLimit: 15_000, coverLimit: 1_000_000,
                firstEuro: [ClaimKind.bodily.rawValue])
        let first = last.map { Day(number: $0.days.upperBound.number + 1) } ?? today
        values = [
            "first": first.description, "last": Day(number: first.number + 364).description,
            "mode": rules.mode.rawValue, "leaver": rules.leaver.rawValue,
            "dropDown": rules.dropDown.rawValue, "backing": rules.backing.rawValue,
        ]
        let rates = [
            rules.feeBps, rules.insurerBps, rules.preventionBps, rules.reserveBps, rules.cashbackCapBps,
            last?.expectedBps ?? 2_000,
        ]
        let amounts = [
            rules.deductible, rules.perClaimPoolLimit, rules.coverLimit, rules.reserveCap,
        ]
        for (name, rate) in zip(Self.rates, rates) { values[name] = wording.inputRate(rate) }
        for (name, cents) in zip(Self.amounts, amounts) { values[name] = wording.inputValue(cents: cents) }
        firstEuro = rules.firstEuro
    }

    /// The period that was meant. Throws `Refusal.invalid` with all that cannot be read.
    func plan() throws(Refusal) -> PeriodPlan {
        var problems: [Problem] = []
        func number(_ name: String) -> Int64 {
            if self[name].trimmed.isEmpty {
                problems.append(Problem(field: name, code: .missing))
                return 0
            }
            // A mark of per cent is what people add to a rate.
            guard let number = TypedNumber.cents(self[name].filter { $0 != "%" }) else {
                problems.append(Problem(field: name, code: .notANumber))
                return 0
            }
            return number
        }
        func day(_ name: String) -> Day {
            if let day = Day(self[name].trimmed) { return day }
            problems.append(
                Problem(field: name, code: self[name].trimmed.isEmpty ? .missing : .notADate))
            return Day(number: 0)
        }
        func word<Word: RawRepresentable<String>>(_ name: String, or other: Word) -> Word {
            if let word = Word(rawValue: self[name]) { return word }
            problems.append(Problem(field: name, code: .unknownChoice))
            return other
        }
        let plan = PeriodPlan(
            rules: FundRules(
                feeBps: number("feeBps"), insurerBps: number("insurerBps"),
                preventionBps: number("preventionBps"), deductible: number("deductible"),
                perClaimPoolLimit: number("perClaimPoolLimit"), coverLimit: number("coverLimit"),
                firstEuro: firstEuro, reserveBps: number("reserveBps"), reserveCap: number("reserveCap"),
                cashbackCapBps: number("cashbackCapBps"), mode: word("mode", or: .prorata),
                leaver: word("leaver", or: .prorated), dropDown: word("dropDown", or: .advance),
                backing: word("backing", or: .insurer)),
            first: day("first"), last: day("last"), expectedBps: number("expectedBps"))
        guard problems.isEmpty else { throw .invalid(problems) }
        return plan
    }
}

/// A table of facts as somebody pasted it, or chose its file.
struct TypedTable: Sendable {
    let table: String
    /// What tells it from others with the same lines.
    let name: String

    /// The most bytes of a table: some hundred thousand lines.
    static let longest = 4 * 1_024 * 1_024
    /// What is longer is booked while one watches: some thousand lines take longer than one waits for a page.
    static let longestAtOnce = 65_536
    /// The most that is given back to be mended in the page; a longer one is mended in its file.
    private static let longestShown = 131_072

    init(_ form: Form, _ files: [Multipart.File]) {
        name = form["name"] ?? ""
        let file = files.first { $0.field == "file" && !$0.bytes.isEmpty }
        table = file.map { Self.text(Array($0.bytes)) } ?? form["table"] ?? ""
    }

    /// What stands in the box again.
    var shown: String { table.utf8.count > Self.longestShown ? "" : table }

    /// UTF-8, or what spreadsheets write instead: a byte for each letter.
    private static func text(_ bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}

/// One fact as somebody typed it.
struct TypedFact: Sendable {
    let sort: String
    let ticket: String
    let member: String
    let amount: String
    let kind: String
    let lastDay: String

    init(_ form: Form) {
        sort = form["sort"] ?? ""
        ticket = form["ticket"] ?? ""
        member = form["member"] ?? ""
        amount = form["amount"] ?? ""
        kind = form["kind"] ?? ""
        lastDay = form["lastDay"] ?? ""
    }

    /// The event that was meant in `record`. Throws `Refusal.invalid` with all that cannot be read.
    func event(in record: PeriodRecord) throws(Refusal) -> FundEvent {
        var problems: [Problem] = []
        if member.isEmpty, sort != "settlement" { problems.append(Problem(field: "member", code: .missing)) }
        let whose = FundMember(member)
        var cents: Int64 {
            if amount.trimmed.isEmpty {
                problems.append(Problem(field: "amount", code: .missing))
            } else if let cents = TypedNumber.cents(amount) {
                return cents
            } else {
                problems.append(Problem(field: "amount", code: .notANumber))
            }
            return 0
        }
        let event: FundEvent
        switch sort {
        case "contribution": event = .contribution(whose, amount: cents)
        case "claim":
            if kind.isEmpty { problems.append(Problem(field: "kind", code: .missing)) }
            event = .claim(whose, gross: cents, kind: kind)
        case "leaving":
            let day = Day(lastDay.trimmed)
            if day.map({ record.days.contains($0) }) != true {
                let isMissing = lastDay.trimmed.isEmpty
                problems.append(Problem(field: "lastDay", code: isMissing ? .missing : .notADate))
            }
            let days = day.map { Int64($0.number - record.days.lowerBound.number + 1) } ?? 0
            event = .leaving(whose, days: days, period: record.length)
        case "settlement": event = .settlement
        default: throw .invalid("sort", .unknownChoice)
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        return event
    }
}
