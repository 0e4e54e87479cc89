import Domain
import Storage
import Templating

/// The form by which one fact is booked: a contribution, a claim, somebody who leaves, or a settlement.
struct FactForm: TemplateData {
    let sort: String
    let title: String
    let ticket: String
    let isOpen: Bool
    let member: FieldView?
    let kind: FieldView?
    let lines: [FieldView]
    let send: String

    static let fields: [Field<Self>] = [
        Field("sort") { $0.sort }, Field("title") { $0.title }, Field("ticket") { $0.ticket },
        Field("isOpen") { $0.isOpen }, Field("member") { $0.member }, Field("kind") { $0.kind },
        Field("lines") { $0.lines }, Field("send") { $0.send },
    ]

    /// The most members to choose among; with more of them, one types a code.
    private static let mostListed = 300

    /// The fields that can have something to mend.
    var all: [FieldView] { [member, kind].compactMap(\.self) + lines }

    /// The forms that a fund with this insurer or none has.
    static func sorts(_ backing: FundRules.Backing) -> [String] {
        ["contribution", "claim", "leaving"] + (backing == .none ? ["settlement"] : [])
    }

    init(
        _ sort: String, _ participants: [FundParticipant], typed: TypedFact?, problems: [Problem],
        wording: Wording
    ) {
        let typed = typed.flatMap { $0.sort == sort ? $0 : nil }
        let found = typed == nil ? [] : problems
        let builder = FormBuilder(room: "fund", wording: wording, problems: found, prefix: "\(sort)-")
        self.sort = sort
        title = wording.text("fund.book.\(sort)")
        send = wording.text("fund.book.\(sort).send")
        ticket = typed.map(\.ticket) ?? SessionToken.make().text
        isOpen = typed != nil
        if sort == "settlement" {
            member = nil
        } else if participants.count > Self.mostListed {
            member = builder.text("member", value: typed?.member ?? "", hint: true, isShort: true)
        } else {
            var field = builder.choice(
                "member", value: typed?.member ?? "",
                of: [("", wording.text("fund.field.member.choose"), nil)]
                    + participants.map { ($0.code, wording.name(of: $0), nil) }, isShort: true)
            if found.contains(Problem(field: "member", code: .leftTheFund)) {
                field.problem = wording.text("forms.problem.leftTheFund")
            }
            member = field
        }
        kind =
            sort == "claim"
            ? builder.choice(
                "kind", value: typed?.kind ?? "",
                of: [("", wording.text("fund.field.kind.choose"), nil)]
                    + ClaimKind.allCases.map { ($0.rawValue, wording.text("fund.kind.\($0.rawValue)"), nil) },
                isShort: true) : nil
        switch sort {
        case "contribution", "claim":
            var amount = builder.text(
                "amount", value: typed?.amount ?? "", isShort: true, inputMode: "decimal")
            if let problem = found.first(where: { $0.field == "amount" && $0.code == .outOfRange }) {
                amount.problem = wording.text("fund.fault.outOfRange", ["limit": .number(problem.limit ?? 0)])
            }
            lines = [amount]
        case "leaving":
            var day = builder.text(
                "lastDay", kind: "date", value: typed?.lastDay ?? "", hint: true, isShort: true)
            if found.contains(where: { $0.field == "lastDay" && $0.code == .notADate }) {
                day.problem = wording.text("fund.problem.within")
            }
            lines = [day]
        default: lines = []
        }
    }
}

extension Wording {
    /// A word of the tables in which facts are brought in, in the language of the page; any other text as it is.
    func fundWord(_ word: String) -> String {
        language == .french ? FundImport.frenchWords[word] ?? word : word
    }

    /// The columns of such a table.
    var fundColumns: [String] { ["type", "member", "amount", "kind", "days"].map(fundWord) }

    /// A line of each type, below the columns.
    var fundExample: String {
        let water = fundWord(ClaimKind.water.rawValue)
        return [
            fundColumns.joined(separator: ";"), "\(fundWord("contribute"));M214;120,00",
            "\(fundWord("claim"));M215;89,50;\(water)", "\(fundWord("leave"));M216;;;146",
        ].joined(separator: "\n")
    }

    /// `M214 · Copeau`, as those who keep a fund know somebody.
    func name(of participant: FundParticipant) -> String {
        "\(participant.code) · \(participant.pseudonym ?? text("fund.participant.gone"))"
    }

    /// `Ligne 3, colonne member : …`.
    func sentence(_ fault: FundImport.LineFault) -> String {
        let problem = fault.problem
        // What is out of range is an amount, or a number of days.
        let isDays = problem.code == .outOfRange && problem.field != "amount"
        let sentence = text(
            "fund.fault.\(isDays ? "days" : problem.code.rawValue)",
            problem.limit.map { ["limit": .number($0)] } ?? [:])
        return text(
            "fund.import.line",
            [
                "line": .number(fault.line), "column": .text(fundWord(problem.field)),
                "problem": .text(sentence),
            ])
    }
}
