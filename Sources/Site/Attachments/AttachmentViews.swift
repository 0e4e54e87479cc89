import Domain
import HTTP
import Storage
import Templating

/// A file on a page: a small picture, or a name to follow.
struct AttachmentView: TemplateData {
    let number: String
    let name: String
    /// `PDF, 120 Ko`.
    let about: String
    let href: String
    let picture: PictureView?
    /// That it was taken out, and why; then nothing else is shown.
    let removal: String?

    static let fields: [Field<Self>] = [
        Field("number") { $0.number }, Field("name") { $0.name }, Field("about") { $0.about },
        Field("href") { $0.href }, Field("picture") { $0.picture }, Field("removal") { $0.removal },
    ]

    init(_ attachment: Attachment, for visit: Visit) {
        let wording = visit.wording
        number = attachment.id.description
        name = attachment.content.name
        about = wording.text(
            "attachments.about",
            [
                "kind": .text(wording.text("attachments.kind.\(attachment.content.kind.rawValue)")),
                "size": .text(wording.size(bytes: attachment.content.size)),
            ])
        href = visit.address.file(attachment)
        picture = PictureView(attachment, for: visit)
        removal = attachment.removal.map { removal in
            wording.text(
                "attachments.removed",
                [
                    "date": .text(wording.date(removal.at)),
                    "reason": .text(wording.text("moderation.reason.\(removal.reason.rawValue)")),
                ])
        }
    }
}

/// A picture with what a browser needs before it is there, so that nothing moves when it comes.
struct PictureView: TemplateData {
    let src: String
    let width: String
    let height: String
    let alternative: String

    static let fields: [Field<Self>] = [
        Field("src") { $0.src }, Field("width") { $0.width }, Field("height") { $0.height },
        Field("alternative") { $0.alternative },
    ]

    /// Its small form, unless `isWhole`; nil for documents, and for what was taken out.
    init?(_ attachment: Attachment, isWhole: Bool = false, for visit: Visit) {
        guard let dimensions = attachment.content.dimensions, attachment.removal == nil else { return nil }
        let file = visit.address.file(attachment)
        src = isWhole ? file : "\(file)/small"
        width = String(isWhole ? dimensions.width : dimensions.smallWidth)
        height = String(isWhole ? dimensions.height : dimensions.smallHeight)
        let description = attachment.content.description
        alternative = description.isEmpty ? attachment.content.name : description
    }
}

/// Where files are added and taken away, inside a form.
struct FileField: TemplateData {
    let field: FieldView
    let files: [AttachmentView]
    /// What is said of a file that is too long before it is even sent.
    let tooLarge: String

    static let fields: [Field<Self>] = [
        Field("most") { _ in Attachment.longest }, Field("tooLarge") { $0.tooLarge },
        Field("id") { $0.field.id }, Field("name") { $0.field.name }, Field("label") { $0.field.label },
        Field("hint") { $0.field.hint }, Field("problem") { $0.field.problem },
        Field("describedBy") { $0.field.describedBy }, Field("isRequired") { $0.field.isRequired },
        Field("isInvalid") { $0.field.isInvalid },
        Field("files") { $0.files }, Field("hasFiles") { !$0.files.isEmpty },
    ]

    init(_ field: FieldView, files: [Attachment], for visit: Visit) {
        self.field = field
        self.files = files.map { AttachmentView($0, for: visit) }
        tooLarge = visit.wording.sentence(
            Problem(field: field.name, code: .fileTooLarge, limit: Attachment.longest / 1_048_576))
    }
}

extension Wording {
    /// `120 Ko`, `1,4 Mo`; `120 kB`, `1.4 MB`.
    func size(bytes: Int) -> String {
        if bytes < 1_000_000 {
            return text("attachments.kilobytes", ["count": .number(max(1, bytes / 1_000))])
        }
        let tenths = bytes / 100_000
        let number = "\(tenths / 10)\(language == .french ? "," : ".")\(tenths % 10)"
        return text("attachments.megabytes", ["count": .text(number)])
    }
}

extension Address {
    /// The content of a file.
    func file(_ attachment: Attachment) -> String {
        "\(root)/files/\(Self.readable(attachment.id, String(attachment.content.name.prefix { $0 != "." })))"
    }

    /// Documents and picture of a challenge.
    func files(of challenge: Challenge) -> String { "\(self.challenge(challenge.id, challenge.title))/files" }
}

extension Visit {
    /// The files that came with an idea's form as they can be kept, and what is wrong with the others: one that is
    /// refused does not hold back the rest.
    func sentFiles(for questions: [Question], describedAs description: String, by member: MemberID)
        async throws
        -> (files: [NewAttachment], problems: [Problem])
    {
        var taken: [NewAttachment] = []
        var problems = [Attachment.descriptionRule.problem(in: description)].compactMap(\.self)
        for file in try files() {
            let question = questions.first { $0.kind == .file && $0.field == file.field }
            guard question != nil || file.field == "files", problems.isEmpty else { continue }
            do {
                let content = try await take(
                    file, describedAs: question == nil ? description : "", field: file.field, by: member)
                taken.append(NewAttachment(content, for: question?.id))
            } catch Refusal.invalid(let found) {
                problems += found
            }
        }
        return (taken, problems + [try cutProblem(usual: "files")].compactMap(\.self))
    }
}
