import Domain
import Templating

/// One field of a form, whatever its kind, with what was typed and what is wrong with it.
struct FieldView: TemplateData {
    let id: String
    let name: String
    /// The type of an `<input>`; `checkbox` for a box to tick.
    var kind = "text"
    var label: String
    var hint: String?
    var problem: String?
    var value = ""
    var isRequired = true
    var isShort = false
    /// The most characters. A box of several lines counts them down; a line lets one type or paste more, and the
    /// server says what to mend, so that nothing is cut off in silence.
    var maximum: String?
    var autocomplete: String?
    /// The keyboard that a phone should offer: `numeric`, `decimal`.
    var inputMode: String?
    var choices: [Choice] = []
    var isChosen = false

    var isInvalid: Bool { problem != nil }
    /// The ids of hint and problem, for `aria-describedby`.
    var describedBy: String? {
        let ids = [hint.map { _ in "\(id)-hint" }, problem.map { _ in "\(id)-problem" }].compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    static let fields: [Field<Self>] = [
        Field("id") { $0.id }, Field("name") { $0.name }, Field("kind") { $0.kind },
        Field("label") { $0.label },
        Field("hint") { $0.hint }, Field("problem") { $0.problem }, Field("describedBy") { $0.describedBy },
        Field("value") { $0.value }, Field("isRequired") { $0.isRequired },
        Field("isInvalid") { $0.isInvalid },
        Field("isShort") { $0.isShort }, Field("maximum") { $0.maximum },
        Field("autocomplete") { $0.autocomplete },
        Field("inputMode") { $0.inputMode }, Field("choices") { $0.choices },
        Field("isChosen") { $0.isChosen },
    ]

    /// One of the values that a field can take.
    struct Choice: TemplateData {
        let id: String
        let value: String
        let label: String
        var hint: String?
        var isChosen = false

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("value") { $0.value }, Field("label") { $0.label },
            Field("hint") { $0.hint }, Field("isChosen") { $0.isChosen },
        ]
    }
}

/// What to mend, on top of a form that was refused.
struct ProblemSummary: TemplateData {
    let list: [Item]

    static let fields: [Field<Self>] = [Field("list") { $0.list }]

    struct Item: TemplateData {
        let href: String
        let text: String

        static let fields: [Field<Self>] = [Field("href") { $0.href }, Field("text") { $0.text }]
    }
}

/// Builds the fields of one form in one language: labels and hints come from the room's words, values from what was
/// typed, problems from the refusal.
struct FormBuilder: Sendable {
    /// The room whose words name the fields: `challenges` has `challenges.field.title`.
    let room: String
    let wording: Wording
    let problems: [Problem]
    /// What the ids begin with, where one page shows the same form several times.
    let prefix: String

    init(room: String, wording: Wording, problems: [Problem] = [], prefix: String = "") {
        self.room = room
        self.wording = wording
        self.problems = problems
        self.prefix = prefix
    }

    /// The summary to put on top; nil without problems.
    func summary(of fields: [FieldView]) -> ProblemSummary? {
        guard !problems.isEmpty else { return nil }
        return ProblemSummary(
            list: problems.map { problem in
                let field = fields.first { $0.name == problem.field }
                // What stands beside the field, which may say it in words of its own.
                let isBeside = problem == problems.first { $0.field == problem.field }
                let sentence = (isBeside ? field?.problem : nil) ?? wording.sentence(problem)
                return ProblemSummary.Item(
                    href: "#\(field?.id ?? problem.field)",
                    text: field.map { about($0, sentence) } ?? sentence)
            })
    }

    /// `Titre : …`; the label of a box to tick is a whole sentence already.
    private func about(_ field: FieldView, _ sentence: String) -> String {
        field.kind == "checkbox"
            ? sentence
            : wording.text("forms.problem-of", ["field": .text(field.label), "problem": .text(sentence)])
    }

    /// A field of text.
    func text(
        _ name: String, kind: String = "text", value: String, hint: Bool = false, isRequired: Bool = true,
        isShort: Bool = false, maximum: Int? = nil, autocomplete: String? = nil, inputMode: String? = nil
    ) -> FieldView {
        FieldView(
            id: prefix + name, name: name, kind: kind, label: label(name),
            hint: hint ? self.hint(name, maximum) : nil,
            problem: problem(name), value: value, isRequired: isRequired, isShort: isShort,
            maximum: maximum.map(String.init), autocomplete: autocomplete, inputMode: inputMode)
    }

    /// A field that takes one of `choices`: values with what people read.
    func choice(
        _ name: String, value: String, of choices: [(value: String, label: String, hint: String?)],
        hint: Bool = false, isRequired: Bool = true, isShort: Bool = false
    ) -> FieldView {
        FieldView(
            id: prefix + name, name: name, label: label(name), hint: hint ? self.hint(name) : nil,
            problem: choiceProblem(name),
            value: value, isRequired: isRequired, isShort: isShort,
            choices: choices.map {
                FieldView.Choice(
                    id: "\(prefix)\(name)-\($0.value.isEmpty ? "none" : $0.value)", value: $0.value,
                    label: $0.label,
                    hint: $0.hint, isChosen: $0.value == value)
            })
    }

    /// A box to tick.
    func checkbox(_ name: String, isChosen: Bool, hint: Bool = false, isRequired: Bool = false) -> FieldView {
        FieldView(
            id: prefix + name, name: name, kind: "checkbox", label: label(name),
            hint: hint ? self.hint(name) : nil, problem: problem(name),
            value: "yes", isRequired: isRequired, isChosen: isChosen)
    }

    private func label(_ name: String) -> String { wording.text("\(room).field.\(name)") }
    private func hint(_ name: String, _ maximum: Int? = nil) -> String {
        wording.text("\(room).field.\(name).hint", maximum.map { ["limit": .number($0)] } ?? [:])
    }
    private func problem(_ name: String) -> String? {
        problems.first { $0.field == name }.map { wording.sentence($0) }
    }
    /// A list is not filled in: one chooses from it.
    private func choiceProblem(_ name: String) -> String? {
        problems.first { $0.field == name }.map {
            $0.code == .missing ? wording.text("forms.problem.missing-choice") : wording.sentence($0)
        }
    }
}
