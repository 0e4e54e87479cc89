import Domain
import Storage
import Templating

/// One question in the form of an idea: one of its fields is there, by its kind.
struct EntryField: TemplateData {
    let line: FieldView?
    let area: FieldView?
    let choice: FieldView?
    let file: FileField?

    static let fields: [Field<Self>] = [
        Field("line") { $0.line }, Field("area") { $0.area }, Field("choice") { $0.choice },
        Field("file") { $0.file },
    ]

    /// The field itself, for the summary of problems.
    var field: FieldView? { line ?? area ?? choice ?? file?.field }

    init(_ question: Question, typed: [Entry], files: [Attachment], problems: [Problem], for visit: Visit) {
        let wording = visit.wording
        let kept = typed.first { $0.question == question.id }?.text ?? ""
        // What is kept of a number has a point; in French one reads a comma.
        let value = question.kind == .number ? Quantity(kept).map { wording.inputValue($0) } ?? kept : kept
        let problem = problems.first { $0.field == question.field }.map { problem in
            problem.code == .missing && question.kind == .choice
                ? wording.text("forms.problem.missing-choice") : wording.sentence(problem)
        }
        let note = question.isPublic ? nil : wording.text("questions.staff-only.hint")
        let hints = [question.hint, wording.bounds(of: question), note].compactMap(\.self).filter {
            !$0.isEmpty
        }
        let maximum =
            switch question.kind {
            case .shortText: Question.shortRule.length.upperBound
            case .longText: Question.longRule.length.upperBound
            default: Int?.none
            }
        let field = FieldView(
            id: question.field, name: question.field, label: question.label,
            hint: hints.isEmpty ? nil : hints.joined(separator: " "), problem: problem, value: value,
            isRequired: question.isRequired, isShort: question.kind == .number,
            maximum: maximum.map(String.init), inputMode: question.kind == .number ? "decimal" : nil,
            choices: Self.choices(of: question, chosen: value, wording: wording))
        line = question.kind == .shortText || question.kind == .number ? field : nil
        area = question.kind == .longText ? field : nil
        choice = question.kind == .choice ? field : nil
        file =
            question.kind == .file
            ? FileField(field, files: files.filter { $0.removal == nil }, for: visit) : nil
    }

    /// What one can choose; where nobody has to, also nothing again.
    private static func choices(of question: Question, chosen: String, wording: Wording)
        -> [FieldView.Choice]
    {
        let nothing = question.isRequired ? [] : [("", wording.text("questions.no-answer"))]
        return (nothing + question.choices.map { ($0, $0) }).enumerated().map { index, choice in
            FieldView.Choice(
                id: "\(question.field)-\(index)", value: choice.0, label: choice.1,
                isChosen: choice.0 == chosen)
        }
    }
}

extension Wording {
    /// `Entre 10 et 500 m².`: what a number may be; nil without bounds or unit.
    fileprivate func bounds(of question: Question) -> String? {
        func shown(_ number: Quantity) -> Catalogue.Argument { .text(quantity(number, unit: question.unit)) }
        switch (question.minimum, question.maximum) {
        case (let least?, let most?):
            return text("questions.between", ["least": .text(inputValue(least)), "most": shown(most)])
        case (let least?, nil): return text("questions.at-least", ["least": shown(least)])
        case (nil, let most?): return text("questions.at-most", ["most": shown(most)])
        case (nil, nil):
            return question.unit.isEmpty ? nil : text("questions.in-unit", ["unit": .text(question.unit)])
        }
    }
}
