import Domain
import HTTP
import Templating

/// A question of a challenge as a manager typed it.
struct TypedChallengeQuestion: Sendable {
    /// The number of a question that is kept already; empty for a new one.
    var number = ""
    /// Settled when the question is added: each kind has fields of its own.
    let kind: Question.Kind
    var label = ""
    var hint = ""
    var isRequired = false
    var isPublic = true
    /// One a line.
    var choices = ""
    var unit = ""
    var minimum = ""
    var maximum = ""

    init(_ kind: Question.Kind) {
        self.kind = kind
    }

    init(_ question: Question, wording: Wording) {
        number = question.id?.description ?? ""
        kind = question.kind
        label = question.label
        hint = question.hint
        isRequired = question.isRequired
        isPublic = question.isPublic
        choices = question.choices.joined(separator: "\n")
        unit = question.unit
        minimum = question.minimum.map { wording.inputValue($0) } ?? ""
        maximum = question.maximum.map { wording.inputValue($0) } ?? ""
    }

    /// What was posted for the question in this place; nil if there is none.
    init?(_ form: Form, at index: Int) {
        func typed(_ name: String) -> String { form["question-\(index)-\(name)"] ?? "" }
        guard let kind = Question.Kind(rawValue: typed("kind")) else { return nil }
        self.kind = kind
        number = typed("number")
        label = typed("label")
        hint = typed("hint")
        isRequired = typed("isRequired") == "yes"
        isPublic = typed("isPublic") == "yes"
        choices = typed("choices")
        unit = typed("unit")
        minimum = typed("minimum")
        maximum = typed("maximum")
    }
}

/// What a button of the form does to the row of questions, before anything is saved.
enum QuestionAct: Equatable, Sendable {
    /// Adds one of this kind at the end.
    case add(Question.Kind)
    case remove(Int)
    /// Exchanges it with the one before.
    case raise(Int)
    /// Exchanges it with the one behind.
    case lower(Int)

    /// The name under which the buttons send their values.
    static let name = "questions"

    /// The act that a button's value says: `add-number`, `raise-2`; nil for anything else.
    init?(_ value: String) {
        let parts = value.split(separator: "-").map(String.init)
        guard parts.count == 2 else { return nil }
        if parts[0] == "add" {
            guard let kind = Question.Kind(rawValue: parts[1]) else { return nil }
            self = .add(kind)
            return
        }
        guard let index = Int(parts[1]), index >= 0 else { return nil }
        switch parts[0] {
        case "remove": self = .remove(index)
        case "raise": self = .raise(index)
        case "lower": self = .lower(index)
        default: return nil
        }
    }

    /// The value that a button sends.
    var value: String {
        switch self {
        case .add(let kind): "add-\(kind.rawValue)"
        case .remove(let index): "remove-\(index)"
        case .raise(let index): "raise-\(index)"
        case .lower(let index): "lower-\(index)"
        }
    }
}

extension [TypedChallengeQuestion] {
    /// What was posted: as many questions as have a kind.
    init(_ form: Form) {
        self = []
        // One more than may be kept, so that too many are refused rather than lost.
        for index in 0...Question.most {
            guard let question = TypedChallengeQuestion(form, at: index) else { return }
            append(question)
        }
    }

    /// The row after `act`; as it is, if the act does not fit it.
    func after(_ act: QuestionAct) -> [TypedChallengeQuestion] {
        var questions = self
        switch act {
        case .add(let kind):
            guard count < Question.most else { return self }
            questions.append(TypedChallengeQuestion(kind))
        case .remove(let index):
            guard indices.contains(index) else { return self }
            questions.remove(at: index)
        case .raise(let index):
            guard indices.contains(index), index > 0 else { return self }
            questions.swapAt(index, index - 1)
        case .lower(let index):
            return after(.raise(index + 1))
        }
        return questions
    }

    /// What was meant; `problems` gets what cannot be read as what it should be. Only numbers that are `known` count.
    func meant(on known: [Question], problems: inout [Problem]) -> [Question] {
        enumerated().map { index, typed in
            func bound(_ text: String, _ name: String) -> Quantity? {
                guard typed.kind == .number, !text.trimmed.isEmpty else { return nil }
                let number = Quantity(text)
                if number == nil {
                    problems.append(Problem(field: "question-\(index)-\(name)", code: .notANumber))
                }
                return number
            }
            let id = Int64(typed.number).map { QuestionID($0) }
            return Question(
                id: known.contains { $0.id == id } ? id : nil, kind: typed.kind, label: typed.label,
                hint: typed.hint, isRequired: typed.isRequired, isPublic: typed.isPublic,
                choices: typed.choices.split { $0.isNewline }.map(String.init), unit: typed.unit,
                minimum: bound(typed.minimum, "minimum"), maximum: bound(typed.maximum, "maximum"))
        }
    }
}

extension Wording {
    /// `12,5`, `12.5`: as one types it.
    func inputValue(_ quantity: Quantity) -> String {
        language == .french ? quantity.description.replacing(".", with: ",") : quantity.description
    }

    /// `1 250,5 m²`, `1,250.5 m²`.
    func quantity(_ quantity: Quantity, unit: String) -> String {
        let parts = quantity.description.drop { $0 == "-" }.split(separator: ".")
        let whole = locale.grouped(parts.first.flatMap { Int($0) } ?? 0)
        let decimals = parts.count > 1 ? (language == .french ? "," : ".") + parts[1] : ""
        let sign = quantity.hundredths < 0 ? "\u{2212}" : ""
        return "\(sign)\(whole)\(decimals)" + (unit.isEmpty ? "" : "\u{A0}\(unit)")
    }
}
