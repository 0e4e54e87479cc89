import Domain
import Templating

/// The fields of one question in the form of a challenge.
struct QuestionFields: TemplateData, Sendable {
    let id: String
    /// Its place, from 1.
    let place: Int
    let number: String
    let kind: String
    let kindName: String
    let label: FieldView
    let hint: FieldView
    /// Nil for other kinds than the choice.
    let choices: FieldView?
    /// Nil for other kinds than the number.
    let unit: FieldView?
    let minimum: FieldView?
    let maximum: FieldView?
    let isRequired: FieldView
    let isPublic: FieldView
    let acts: [PhaseFields.ActView]

    static let fields: [Field<Self>] = [
        Field("id") { $0.id }, Field("place") { $0.place }, Field("number") { $0.number },
        Field("kind") { $0.kind }, Field("kindName") { $0.kindName }, Field("label") { $0.label },
        Field("hint") { $0.hint }, Field("choices") { $0.choices }, Field("unit") { $0.unit },
        Field("minimum") { $0.minimum }, Field("maximum") { $0.maximum },
        Field("isRequired") { $0.isRequired }, Field("isPublic") { $0.isPublic }, Field("acts") { $0.acts },
    ]

    /// The fields as the summary of problems names them, in their order.
    var named: [FieldView] {
        [label, hint, choices, unit, minimum, maximum, isRequired, isPublic].compactMap(\.self).map { field in
            guard field.kind != "checkbox" else { return field }
            var field = field
            field.label = "\(place). \(field.label)"
            return field
        }
    }

    /// The question in the place `index`; `isAnnounced` once people were asked it.
    init(
        _ questions: [TypedChallengeQuestion], _ index: Int, isAnnounced: Bool, problems: [Problem],
        wording: Wording
    ) {
        let typed = questions[index]
        let id = "question-\(index)"
        func field(
            _ name: String, _ value: String, isRequired: Bool = false, hasHint: Bool = false,
            isShort: Bool = false, inputMode: String? = nil
        ) -> FieldView {
            FieldView(
                id: "\(id)-\(name)", name: "\(id)-\(name)", label: wording.text("questions.field.\(name)"),
                hint: hasHint ? wording.text("questions.field.\(name).hint") : nil,
                problem: problems.first { $0.field == "\(id)-\(name)" }.map { wording.sentence($0) },
                value: value, isRequired: isRequired, isShort: isShort, inputMode: inputMode)
        }
        func box(_ name: String, _ isChosen: Bool) -> FieldView {
            var box = field(name, "yes")
            box.kind = "checkbox"
            box.isChosen = isChosen
            return box
        }
        self.id = id
        place = index + 1
        number = typed.number
        kind = typed.kind.rawValue
        kindName = wording.text("questions.kind.\(typed.kind.rawValue)")
        label = field("label", typed.label, isRequired: true)
        hint = field("hint", typed.hint)
        let isChoice = typed.kind == .choice
        choices =
            isChoice ? field("choices", typed.choices, isRequired: true, hasHint: true, isShort: true) : nil
        let isNumber = typed.kind == .number
        unit = isNumber ? field("unit", typed.unit, hasHint: true, isShort: true) : nil
        minimum = isNumber ? field("minimum", typed.minimum, isShort: true, inputMode: "decimal") : nil
        maximum = isNumber ? field("maximum", typed.maximum, isShort: true, inputMode: "decimal") : nil
        isRequired = box("isRequired", typed.isRequired)
        isPublic = box("isPublic", typed.isPublic)
        var acts: [(QuestionAct, String, Int)] = []
        if index > 0 { acts.append((.raise(index), "raise", index - 1)) }
        if index < questions.count - 1 { acts.append((.lower(index), "lower", index + 1)) }
        if !isAnnounced { acts.append((.remove(index), "remove", max(0, index - 1))) }
        self.acts = acts.map { act, word, target in
            PhaseFields.ActView(
                value: act.value, label: wording.text("questions.act.\(word)"),
                fragment: questions.count == 1 && word == "remove" ? "#questions" : "#question-\(target)")
        }
    }

    /// The buttons that add a question; none once there are as many as can be.
    static func additions(to questions: [TypedChallengeQuestion], wording: Wording) -> [PhaseFields.ActView] {
        guard questions.count < Question.most else { return [] }
        return Question.Kind.allCases.map { kind in
            PhaseFields.ActView(
                value: QuestionAct.add(kind).value, label: wording.text("questions.kind.\(kind.rawValue)"),
                fragment: "#question-\(questions.count)")
        }
    }
}
