import Domain
import HTTP
import Templating

/// How a challenge decides, as a manager typed it.
struct TypedWay: Sendable {
    var name = DecidingWay.Name.approval.rawValue
    var tokens = ""
    var tokenCap = ""
    var envelope = ""

    init(_ way: DecidingWay, wording: Wording) {
        name = way.name.rawValue
        if case .tokens(let count, let cap) = way {
            tokens = String(count)
            tokenCap = String(cap)
        } else if case .tokens(let count, let cap) = DecidingWay.usualTokens {
            // What is proposed to whoever chooses tokens.
            tokens = String(count)
            tokenCap = String(cap)
        }
        envelope = way.envelope.map { wording.inputValue(cents: $0) } ?? ""
    }

    /// What was posted; a form without the choice leaves things as they are.
    init(_ form: Form) {
        name = form["way"] ?? name
        tokens = form["tokens"] ?? ""
        tokenCap = form["tokenCap"] ?? ""
        envelope = form["envelope"] ?? ""
    }

    /// What was meant, with what cannot be read as what it should be.
    func meant() -> (way: DecidingWay, problems: [Problem]) {
        var problems: [Problem] = []
        func number(_ text: String, _ field: String) -> Int? {
            let number = TypedNumber.count(text.trimmed)
            if number == nil {
                problems.append(Problem(field: field, code: text.trimmed.isEmpty ? .missing : .notANumber))
            }
            return number
        }
        switch DecidingWay.Name(rawValue: name) {
        case .approval: return (.approval, [])
        case .majorityJudgment: return (.majorityJudgment, [])
        case .pairwise: return (.pairwise, [])
        case .tokens:
            let count = number(tokens, "tokens")
            let cap = number(tokenCap, "tokenCap")
            guard let count, let cap else { return (.usualTokens, problems) }
            return (.tokens(count: count, cap: cap), [])
        case .equalShares:
            if let cents = TypedNumber.cents(envelope) { return (.equalShares(envelope: cents), []) }
            let code: Problem.Code = envelope.trimmed.isEmpty ? .missing : .notANumber
            return (.approval, [Problem(field: "envelope", code: code)])
        case nil: return (.approval, [Problem(field: "way", code: .unknownChoice)])
        }
    }
}

extension TypedWay {
    /// What a form without the fields keeps, for when a stage with votes comes back.
    var kept: [KeptField] {
        [
            KeptField(name: "way", value: name), KeptField(name: "tokens", value: tokens),
            KeptField(name: "tokenCap", value: tokenCap), KeptField(name: "envelope", value: envelope),
        ]
    }
}

/// Something that was typed, kept where it is not shown.
struct KeptField: TemplateData {
    let name: String
    let value: String

    static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("value") { $0.value }]
}

/// The fields by which a manager says how a challenge decides; what is particular to one way stands with it.
struct WayFields: TemplateData {
    /// Nil once the challenge is public.
    let choice: FieldView?
    let settled: String?
    let tokens: FieldView
    let tokenCap: FieldView
    let envelope: FieldView

    static let fields: [Field<Self>] = [
        Field("choice") { $0.choice }, Field("settled") { $0.settled }, Field("tokens") { $0.tokens },
        Field("tokenCap") { $0.tokenCap }, Field("envelope") { $0.envelope },
    ]

    /// In the order of the form.
    var all: [FieldView] { choice.map { [$0, tokens, tokenCap, envelope] } ?? [] }

    init(_ typed: TypedWay, isPublic: Bool, problems: [Problem], wording: Wording) {
        let builder = FormBuilder(room: "voting", wording: wording, problems: problems)
        choice =
            isPublic
            ? nil
            : builder.choice(
                "way", value: typed.name,
                of: DecidingWay.Name.allCases.map {
                    (
                        $0.rawValue, wording.text("voting.way.\($0.rawValue)"),
                        wording.text("voting.way.\($0.rawValue).hint")
                    )
                })
        settled =
            isPublic
            ? wording.text(
                "voting.way.settled", ["way": .text(wording.text("voting.way.\(typed.name)"))]) : nil
        tokens = builder.text("tokens", value: typed.tokens, isShort: true, inputMode: "numeric")
        tokenCap = builder.text("tokenCap", value: typed.tokenCap, isShort: true, inputMode: "numeric")
        envelope = builder.text(
            "envelope", value: typed.envelope, hint: true, isShort: true, inputMode: "decimal")
    }
}
