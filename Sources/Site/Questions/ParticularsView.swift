import Domain
import Storage
import Templating

/// What stands with an idea besides its title and text, for those who read it.
struct ParticularsView: TemplateData {
    let answers: [AnswerView]
    let files: [AttachmentView]

    static let fields: [Field<Self>] = [
        Field("answers") { $0.answers }, Field("hasAnswers") { !$0.answers.isEmpty },
        Field("files") { $0.files }, Field("hasFiles") { !$0.files.isEmpty },
    ]

    /// One question with what was entered.
    struct AnswerView: TemplateData {
        let label: String
        let text: String?
        let prose: HTML?
        let files: [AttachmentView]
        /// Whether only author and staff read it.
        let isForStaff: Bool

        static let fields: [Field<Self>] = [
            Field("label") { $0.label }, Field("text") { $0.text }, Field("prose") { $0.prose },
            Field("files") { $0.files }, Field("hasFiles") { !$0.files.isEmpty },
            Field("isForStaff") { $0.isForStaff },
        ]
    }

    /// Nil if nothing stands there.
    init?(_ particulars: IdeaParticulars, for visit: Visit) {
        let wording = visit.wording
        answers = particulars.questions.compactMap { question in
            let text = particulars.text(for: question)
            let files = particulars.files(for: question)
            guard !text.isEmpty || !files.isEmpty else { return nil }
            let shown =
                question.kind == .number
                ? Quantity(text).map { wording.quantity($0, unit: question.unit) } ?? text : text
            let isLong = question.kind == .longText
            return AnswerView(
                label: question.label, text: isLong || shown.isEmpty ? nil : shown,
                prose: isLong ? Markdown.html(text, under: 2) : nil,
                files: files.map { AttachmentView($0, for: visit) }, isForStaff: !question.isPublic)
        }
        files = particulars.files(for: nil).map { AttachmentView($0, for: visit) }
        guard !answers.isEmpty || !files.isEmpty else { return nil }
    }
}
