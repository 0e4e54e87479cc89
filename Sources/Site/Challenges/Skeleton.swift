import Domain

/// Headings and questions from which the texts of a new challenge can start, in one language.
struct Skeleton: Sendable {
    let brief: String
    let rules: String
    let draft: String
    let deliverables: String
    let criteria: String

    /// The parts of a brief, in their order; the first stands without a heading.
    static let parts = ["context", "seek", "done", "limits"]

    init(of blueprint: Blueprint, in wording: Wording) {
        func text(_ part: String) -> String {
            wording.text("challenges.skeleton.\(blueprint.rawValue).\(part)")
        }
        brief = Self.parts.map { part in
            part == "context"
                ? text(part) : "### \(wording.text("challenges.skeleton.heading.\(part)"))\n\n\(text(part))"
        }.joined(separator: "\n\n")
        rules = ["first", "second"].map { "- " + text("rule.\($0)") }.joined(separator: "\n")
        func particular(_ name: String, of owner: Blueprint, _ places: [String]) -> String {
            guard blueprint == owner else { return "" }
            let mark = owner == .contest ? "- " : ""
            return places.map { mark + wording.text("challenges.skeleton.\(name).\($0)") }
                .joined(separator: owner == .contest ? "\n" : "\n\n")
        }
        draft = particular("draft", of: .draftReview, ["first", "second", "third"])
        deliverables = particular("deliverables", of: .contest, ["first", "second"])
        criteria = particular("criteria", of: .contest, ["first", "second", "third"])
    }
}
