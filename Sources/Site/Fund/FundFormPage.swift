import Domain
import Storage
import Templating

/// Where a period of a fund is opened, with the rules that hold until it ends.
struct FundFormPage: Page {
    static let template = "fund/form"

    let community: String
    let keepHref: String
    let action: String
    let isFirst: Bool
    let problems: ProblemSummary?
    let dates: [FieldView]
    let split: [FieldView]
    let claims: [FieldView]
    let kinds: [FieldView]
    let surplus: [FieldView]
    let mode: FieldView
    let leaver: FieldView
    let dropDown: FieldView
    let backing: FieldView

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("keepHref") { $0.keepHref },
        Field("action") { $0.action }, Field("isFirst") { $0.isFirst }, Field("problems") { $0.problems },
        Field("dates") { $0.dates }, Field("split") { $0.split }, Field("claims") { $0.claims },
        Field("kinds") { $0.kinds }, Field("surplus") { $0.surplus }, Field("mode") { $0.mode },
        Field("leaver") { $0.leaver }, Field("dropDown") { $0.dropDown },
        Field("backing") { $0.backing },
    ]

    init(
        _ community: Community, isFirst: Bool, typed: TypedPeriod, problems found: [Problem],
        for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "fund", wording: wording, problems: found)
        self.community = community.name
        self.isFirst = isFirst
        keepHref = visit.address.keeping(community)
        action = "\(visit.address.keeping(community))/new"
        func text(_ name: String, kind: String = "text") -> FieldView {
            let field = builder.text(
                name, kind: kind, value: typed[name], hint: true, isShort: true,
                inputMode: kind == "text" ? "decimal" : nil)
            return Self.worded(field, found, wording)
        }
        func choice<Word: CaseIterable & RawRepresentable<String>>(
            _ name: String, _ type: Word.Type, _ words: (String) -> (String, String)
        ) -> FieldView {
            builder.choice(
                name, value: typed[name],
                of: type.allCases.map { word in
                    let (label, hint) = words(word.rawValue)
                    return (word.rawValue, wording.text(label), wording.text(hint))
                })
        }
        dates = [text("first", kind: "date"), text("last", kind: "date"), text("expectedBps")]
        split = ["feeBps", "insurerBps", "preventionBps"].map { text($0) }
        claims = ["perClaimPoolLimit", "coverLimit", "deductible"].map { text($0) }
        kinds = ClaimKind.allCases.map { kind in
            FieldView(
                id: "firstEuro-\(kind.rawValue)", name: "firstEuro-\(kind.rawValue)", kind: "checkbox",
                label: wording.text("fund.kind.\(kind.rawValue)"), value: "yes", isRequired: false,
                isChosen: typed.firstEuro.contains(kind.rawValue))
        }
        surplus = ["reserveBps", "reserveCap", "cashbackCapBps"].map { text($0) }
        mode = choice("mode", FundRules.Mode.self) { ("fund.mode.\($0)", "fund.mode.\($0).hint") }
        leaver = choice("leaver", FundRules.Leaver.self) { ("fund.leaver.\($0)", "fund.leaver.\($0).hint") }
        dropDown = choice("dropDown", FundRules.DropDown.self) {
            ("fund.dropDown.\($0)", "fund.dropDown.\($0).hint")
        }
        backing = choice("backing", FundRules.Backing.self) {
            ("fund.backing.\($0)", "fund.backing.\($0).hint")
        }
        problems = builder.summary(of: dates + split + claims + surplus + [mode, leaver, dropDown, backing])
    }

    /// What to mend, said of rates, amounts and days: the common sentences are about other numbers.
    private static func worded(_ field: FieldView, _ problems: [Problem], _ wording: Wording) -> FieldView {
        guard let problem = problems.first(where: { $0.field == field.name }) else { return field }
        var field = field
        switch (problem.code, field.name) {
        case (.notADate, _): field.problem = wording.text("fund.problem.date")
        case (.overlapsPreviousPhase, _): field.problem = wording.text("fund.problem.first")
        case (.endsBeforeStart, _): field.problem = wording.text("fund.problem.last")
        case (.outOfRange, "last"): field.problem = wording.text("fund.problem.long")
        case (.outOfRange, "expectedBps"): field.problem = wording.text("fund.problem.expected")
        case (.outOfRange, _): field.problem = wording.text("fund.problem.rate")
        default: break
        }
        return field
    }
}
