import Domain
import HTTP
import Storage
import Templating

/// What somebody typed to answer an idea.
struct AnswerDraft: Sendable {
    var code = ""
    var reason = ""
    /// Whether the answer is to wait for the results.
    var isSecret: Bool

    /// An empty answer; it is secret where that is possible, because what is published stays so.
    init(isSecret: Bool) {
        self.isSecret = isSecret
    }

    /// The answer that was prepared, or an empty one.
    init(_ found: IdeaToAnswer) {
        self.init(isSecret: found.challenge.awaitsResults)
        guard let prepared = found.prepared else { return }
        code = prepared.code.rawValue
        reason = prepared.reason
    }

    init(_ form: Form) {
        code = form["code"] ?? ""
        reason = form["reason"] ?? ""
        isSecret = form["publication"] == Self.withResults
    }

    /// The value of `publication` for an answer that waits.
    static let withResults = "results"

    /// The decision. Throws `Refusal.invalid` without one, with whatever else is to be mended.
    func decision() throws(Refusal) -> Decision.Code {
        if let code = Decision.Code(rawValue: code) { return code }
        let problem = Problem(field: "code", code: code.isEmpty ? .missing : .unknownChoice)
        throw .invalid([problem] + [Decision.reasonRule.problem(in: reason)].compactMap(\.self))
    }
}

/// The form by which an idea is answered.
struct AnswerForm: TemplateData {
    let action: String
    let code: FieldView
    let reason: FieldView
    /// Nil where there are no results for which an answer could wait.
    let publication: FieldView?
    /// Whether it is what its page is for.
    let isHoped: Bool

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("code") { $0.code }, Field("reason") { $0.reason },
        Field("publication") { $0.publication }, Field("isHoped") { $0.isHoped },
    ]

    /// All its fields, for the summary of problems.
    var all: [FieldView] { [code, reason] + [publication].compactMap(\.self) }

    init(
        _ draft: AnswerDraft, awaitsResults: Bool, action: String, isShort: Bool = false, builder: FormBuilder
    ) {
        let wording = builder.wording
        self.action = action
        isHoped = !isShort
        let codes = Decision.Code.allCases.map {
            (value: $0.rawValue, label: wording.text("ideas.decision.\($0.rawValue)"), hint: nil as String?)
        }
        code = builder.choice(
            "code", value: draft.code, of: [("", wording.text("desk.field.code.choose"), nil)] + codes)
        reason = builder.text(
            "reason", value: draft.reason, hint: true, isShort: isShort,
            maximum: Decision.reasonRule.length.upperBound)
        publication =
            awaitsResults
            ? builder.choice(
                "publication", value: draft.isSecret ? AnswerDraft.withResults : "now",
                of: [AnswerDraft.withResults, "now"].map {
                    (
                        value: $0, label: wording.text("desk.field.publication.\($0)"),
                        hint: isShort ? nil : wording.text("desk.field.publication.\($0).hint")
                    )
                }, isShort: true) : nil
    }
}
