import Domain
import Templating

/// A part of the brief that has a heading of its own.
struct BriefPart: TemplateData {
    let heading: String
    let text: HTML

    static let fields: [Field<Self>] = [Field("heading") { $0.heading }, Field("text") { $0.text }]

    /// What a contest asks for and by what it judges, where that is said.
    static func all(of content: ChallengeContent, wording: Wording) -> [BriefPart] {
        guard content.blueprint == .contest else { return [] }
        return [
            ("challenges.deliverables", content.particulars.deliverables),
            ("challenges.criteria", content.particulars.criteria),
        ].filter { !$0.1.isEmpty }.map {
            BriefPart(heading: wording.text($0.0), text: Markdown.html($0.1, under: 2))
        }
    }
}
