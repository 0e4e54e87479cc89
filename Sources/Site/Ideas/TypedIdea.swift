import Domain
import HTTP

/// An idea as it was typed.
struct TypedIdea: Sendable {
    let title: String
    let text: String
    /// Whether it is only to be kept.
    let isDraft: Bool
    /// Whether it is no idea but a complaint.
    let isComplaint: Bool
    /// What was answered to the guard's warning, if it was seen.
    let answer: Guard.Answer?
    /// Whether the ideas that resemble it were shown, and it is to be sent all the same.
    let hasSeenSimilar: Bool
    /// What was entered for the challenge's questions.
    var entries: [Entry]
    /// What a picture shows that comes with it.
    var description: String
    /// Whether a file is only to be attached, and nothing sent yet.
    let isAttaching: Bool
    /// The file that is to be taken away.
    let removed: AttachmentID?
    /// Whether it may be opened after the results, where that is asked.
    let agrees: Bool
    /// The version of the challenge's rules that was accepted with it.
    let regulation: Int?

    init(_ form: Form) {
        title = form["title"] ?? ""
        text = form["text"] ?? ""
        isDraft = form["act"] == "draft"
        isComplaint = form["act"] == "complaint"
        answer = form["act"].flatMap(Guard.Answer.init)
        hasSeenSimilar = form["seen"] == "yes"
        entries = form.fields.compactMap { field in
            guard field.name.hasPrefix("answer-"), let number = Int64(field.name.dropFirst(7)) else {
                return nil
            }
            return Entry(question: QuestionID(number), text: field.value)
        }
        description = form["description"] ?? ""
        isAttaching = form["act"] == "attach"
        removed = form["remove"].flatMap(Int64.init).map { AttachmentID($0) }
        agrees = form["opening"] == "yes"
        regulation = form["regulation"].flatMap { Int($0) }
    }

    init(_ content: IdeaContent?, entries: [Entry], agrees: Bool) {
        title = content?.title ?? ""
        text = content?.text ?? ""
        isDraft = false
        isComplaint = false
        answer = nil
        hasSeenSimilar = false
        self.entries = entries
        description = ""
        isAttaching = false
        removed = nil
        self.agrees = agrees
        regulation = nil
    }

    var content: IdeaContent { IdeaContent(title: title, text: text) }

    /// Whether nothing was typed at all.
    var isEmpty: Bool { (title + text).trimmed.isEmpty && entries.allSatisfy(\.text.isEmpty) }

    /// Takes what was kept before for questions of which nothing came: their part of the form was cut off.
    mutating func complete(with kept: [Entry]) {
        entries += kept.filter { old in !entries.contains { $0.question == old.question } }
    }

    /// The same once a file was attached: what is said of it goes with it.
    var withoutDescription: TypedIdea {
        var typed = self
        typed.description = ""
        return typed
    }
}
