import Domain
import Templating

/// A paragraph of either of two texts: what was removed and added is told by words, signs and lines alike.
struct ParagraphDifference: TemplateData {
    /// Its number in the new text, or in the old one if it was removed.
    let place: Int
    let state: String
    let tone: String
    let isKept: Bool
    let pieces: [Piece]

    static let fields: [Field<Self>] = [
        Field("place") { $0.place }, Field("state") { $0.state }, Field("tone") { $0.tone },
        Field("isKept") { $0.isKept }, Field("pieces") { $0.pieces },
    ]

    /// Words that share a fate.
    struct Piece: TemplateData {
        let text: String
        let isAdded: Bool
        let isRemoved: Bool

        static let fields: [Field<Self>] = [
            Field("text") { $0.text }, Field("isAdded") { $0.isAdded }, Field("isRemoved") { $0.isRemoved },
        ]
    }

    init(_ paragraph: TextDifference.Paragraph, wording: Wording) {
        place = (paragraph.new ?? paragraph.old ?? 0) + 1
        isKept = paragraph.isKept
        let kind: DraftChange.Kind =
            paragraph.old == nil ? .added : paragraph.new == nil ? .removed : .changed
        state = wording.text(isKept ? "drafts.kept" : "drafts.state.\(kind.rawValue)")
        tone = isKept ? "plain" : kind == .removed ? "clay" : kind == .added ? "leaf" : "honey"
        pieces = paragraph.pieces.map {
            // Signs of emphasis are told only where they are all that changed.
            let plain = $0.text.replacing("**", with: "")
            return Piece(
                text: (plain.isEmpty ? $0.text : plain).withBoundMarks, isAdded: $0.change == .added,
                isRemoved: $0.change == .removed)
        }
    }
}
