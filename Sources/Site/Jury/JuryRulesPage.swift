import Domain
import HTTP
import Storage
import Templating

/// The rules of a jury as they were typed, word for word.
struct TypedJury: Sendable {
    private(set) var criteria: [[String: String]]
    private let numbers: [String: String]

    static let parts = ["name", "weight", "lowest", "middle", "highest"]
    private static let numberNames = ["jurorsPerIdea", "sharedIdeas", "shortlist", "choices", "wildCards"]

    init(_ form: Form) {
        let count = min(
            form["criteria"].flatMap { Int($0) } ?? 0, JuryRules.criteriaCounts.upperBound + 1)
        criteria = (0..<max(0, count)).map { index in
            Dictionary(uniqueKeysWithValues: Self.parts.map { ($0, form["criterion-\(index)-\($0)"] ?? "") })
        }
        numbers = Dictionary(uniqueKeysWithValues: Self.numberNames.map { ($0, form[$0] ?? "") })
    }

    init(_ rules: JuryRules) {
        criteria = rules.criteria.map {
            [
                "name": $0.name, "weight": "\($0.weight)", "lowest": $0.lowest, "middle": $0.middle,
                "highest": $0.highest,
            ]
        }
        numbers = [
            "jurorsPerIdea": "\(rules.jurorsPerIdea)", "sharedIdeas": "\(rules.sharedIdeas)",
            "shortlist": rules.chain.shortlist.map(String.init) ?? "", "choices": "\(rules.chain.choices)",
            "wildCards": "\(rules.chain.wildCards)",
        ]
    }

    subscript(_ name: String) -> String { numbers[name] ?? "" }

    /// Adds a criterion, or takes one out: `add`, `remove-2`.
    mutating func change(_ act: String) {
        if act == "add", criteria.count < JuryRules.criteriaCounts.upperBound {
            criteria.append(["weight": "1"])
        } else if act.hasPrefix("remove-"), let index = Int(act.dropFirst(7)),
            criteria.indices.contains(index)
        {
            criteria.remove(at: index)
        }
    }

    /// What was meant. Throws `Refusal.invalid` for what is no number.
    func meant() throws(Refusal) -> JuryRules {
        var problems: [Problem] = []
        func number(_ text: String, _ field: String, least: Int = 1) -> Int {
            let text = text.trimmed
            if text == "0", least == 0 { return 0 }
            if let number = TypedNumber.count(text) { return number }
            problems.append(Problem(field: field, code: text.isEmpty ? .missing : .notANumber))
            return least
        }
        let criteria = criteria.enumerated().map { index, typed in
            JuryRules.Criterion(
                name: typed["name"] ?? "",
                weight: number(typed["weight"] ?? "", "criterion-\(index)-weight"),
                lowest: typed["lowest"] ?? "", middle: typed["middle"] ?? "", highest: typed["highest"] ?? "")
        }
        let jurors = number(self["jurorsPerIdea"], "jurorsPerIdea")
        let shared = number(self["sharedIdeas"], "sharedIdeas", least: 0)
        let shortlist = self["shortlist"].trimmed.isEmpty ? nil : number(self["shortlist"], "shortlist")
        let choices = number(self["choices"], "choices")
        // Where nobody votes the field is not there.
        let wild = self["wildCards"].trimmed.isEmpty ? 0 : number(self["wildCards"], "wildCards", least: 0)
        guard problems.isEmpty else { throw .invalid(problems) }
        return JuryRules(
            criteria: criteria, jurorsPerIdea: jurors, sharedIdeas: shared,
            chain: SelectionChain(shortlist: shortlist, choices: choices, wildCards: wild))
    }
}

/// Where a manager says by what a jury judges, and what becomes of its scores.
struct JuryRulesPage: Page {
    static let template = "jury/rules"

    let challenge: String
    let juryHref: String
    let action: String
    let whyNot: String?
    let count: Int
    let criteria: [CriterionFields]
    let mayAdd: Bool
    let dealing: [FieldView]
    let chain: [FieldView]
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("juryHref") { $0.juryHref }, Field("action") { $0.action },
        Field("whyNot") { $0.whyNot }, Field("count") { $0.count }, Field("criteria") { $0.criteria },
        Field("mayAdd") { $0.mayAdd }, Field("dealing") { $0.dealing }, Field("chain") { $0.chain },
        Field("problems") { $0.problems },
    ]

    init(_ seen: Seen<JuryOverview>, typed: TypedJury?, problems found: [Problem], for visit: Visit) {
        let wording = visit.wording
        let overview = seen.value
        let home = overview.challenge
        let builder = FormBuilder(room: "jury", wording: wording, problems: found)
        challenge = home.title
        juryHref = visit.address.jury(home)
        action = "\(juryHref)/rules"
        whyNot = home.juryRulesRefusal(
            for: seen.viewer, hasRules: overview.rules != nil, isSeated: !overview.ideas.isEmpty,
            at: visit.now
        ).map { wording.sentence($0) }
        let typed = typed ?? TypedJury(overview.rules ?? wording.usualRules(for: home.content))
        count = typed.criteria.count
        mayAdd = count < JuryRules.criteriaCounts.upperBound
        criteria = typed.criteria.enumerated().map { index, criterion in
            CriterionFields(index, of: typed.criteria.count, criterion, found, wording: wording)
        }
        func number(_ name: String, isRequired: Bool = true) -> FieldView {
            builder.text(
                name, value: typed[name], hint: true, isRequired: isRequired, isShort: true,
                inputMode: "numeric")
        }
        dealing = ["jurorsPerIdea", "sharedIdeas"].map { number($0) }
        chain =
            home.content.hasRankedVote
            ? [number("shortlist", isRequired: false), number("choices"), number("wildCards")]
            : [number("choices")]
        problems = builder.summary(of: criteria.flatMap(\.all) + dealing + chain)
    }

    /// The fields of one criterion.
    struct CriterionFields: TemplateData {
        let place: Int
        let remove: String?
        let lines: [FieldView]
        let anchors: [FieldView]

        static let fields: [Field<Self>] = [
            Field("place") { $0.place }, Field("remove") { $0.remove }, Field("lines") { $0.lines },
            Field("anchors") { $0.anchors },
        ]

        var all: [FieldView] { lines + anchors }

        init(
            _ index: Int, of count: Int, _ typed: [String: String], _ problems: [Problem],
            wording: Wording
        ) {
            func field(_ part: String) -> FieldView {
                let name = "criterion-\(index)-\(part)"
                return FieldView(
                    id: name, name: name, label: wording.text("jury.criterion.\(part)"),
                    problem: problems.first { $0.field == name }.map { wording.sentence($0) },
                    value: typed[part] ?? "", isRequired: part != "middle", isShort: part == "weight",
                    inputMode: part == "weight" ? "numeric" : nil)
            }
            place = index + 1
            remove = count > 1 ? "remove-\(index)" : nil
            lines = [field("name"), field("weight")]
            anchors = ["lowest", "middle", "highest"].map(field)
        }
    }
}

extension Wording {
    /// Rules from which a manager can start, with criteria in their language.
    fileprivate func usualRules(for content: ChallengeContent) -> JuryRules {
        let criteria = [("use", 40), ("doable", 30), ("new", 30)].map { name, weight in
            JuryRules.Criterion(
                name: text("jury.usual.\(name)"), weight: weight, lowest: text("jury.usual.\(name).lowest"),
                middle: text("jury.usual.\(name).middle"), highest: text("jury.usual.\(name).highest"))
        }
        return JuryRules(
            criteria: criteria, jurorsPerIdea: JuryRules.usual.jurorsPerIdea,
            sharedIdeas: JuryRules.usual.sharedIdeas, chain: .usual(for: content))
    }
}
