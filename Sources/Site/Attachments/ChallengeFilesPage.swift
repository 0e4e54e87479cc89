import Domain
import HTTP
import Storage
import Templating

/// What was pressed and typed among the files of a challenge.
struct TypedChallengeFiles: Sendable {
    let act: Act?
    let removed: AttachmentID?
    /// What the picture shows.
    let alternative: String

    enum Act: String, Sendable {
        case cover
        case document
    }

    init(_ form: Form) {
        act = form["act"].flatMap(Act.init)
        removed = form["remove"].flatMap(Int64.init).map { AttachmentID($0) }
        alternative = form["alternative"] ?? ""
    }
}

/// Documents and picture of a challenge, for its managers.
struct ChallengeFilesPage: Page {
    static let template = "attachments/challenge"

    let title: String
    let href: String
    let action: String
    let problems: ProblemSummary?
    let cover: PictureView?
    let coverNumber: String
    let coverFile: FileField
    let alternative: FieldView
    let document: FileField

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("cover") { $0.cover },
        Field("coverNumber") { $0.coverNumber }, Field("coverFile") { $0.coverFile },
        Field("alternative") { $0.alternative }, Field("document") { $0.document },
    ]

    init(_ detail: ChallengeDetail, _ typed: TypedChallengeFiles, _ problems: [Problem], for visit: Visit) {
        let challenge = detail.challenge
        title = challenge.title
        href = visit.address.challenge(challenge.id, challenge.title)
        action = visit.address.files(of: challenge)
        let builder = FormBuilder(room: "attachments", wording: visit.wording, problems: problems)
        cover = detail.cover.flatMap { PictureView($0, for: visit) }
        coverNumber = detail.cover?.id.description ?? ""
        coverFile = FileField(builder.text("cover", value: "", hint: true), files: [], for: visit)
        alternative = builder.text(
            "alternative", value: typed.alternative, hint: true,
            maximum: Attachment.alternativeRule.length.upperBound)
        document = FileField(
            builder.text("document", value: "", hint: true), files: detail.documents, for: visit)
        self.problems = builder.summary(of: [coverFile.field, alternative, document.field])
    }
}
