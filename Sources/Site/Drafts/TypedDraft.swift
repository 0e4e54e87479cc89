import Domain
import HTTP
import Storage

/// A reaction as it was typed, or the answer that is asked for first.
struct TypedReaction: Sendable {
    /// Nil for the answer to how much the subject matters.
    let paragraph: DraftParagraphID?
    /// The button that was pressed, or the one pressed before a warning; nil if none was.
    let kind: DraftReaction.Kind?
    let comment: String
    let isTakenBack: Bool
    /// What was answered to the guard's warning, if it was seen.
    let answer: Guard.Answer?
    private(set) var problems: [Problem] = []

    init(_ form: Form, on paragraph: DraftParagraphID) {
        self.paragraph = paragraph
        let pressed = form["kind"]
        kind = (pressed ?? form["chosen"]).flatMap(DraftReaction.Kind.init)
        comment = form["comment"] ?? ""
        isTakenBack = pressed == "none"
        answer = form["act"].flatMap(Guard.Answer.init)
    }

    /// Nothing was chosen.
    init(unanswered: ()) {
        paragraph = nil
        kind = nil
        comment = ""
        isTakenBack = false
        answer = nil
        problems = [Problem(field: "concern", code: .unknownChoice)]
    }

    /// What the store takes. Throws `Refusal.invalid` if no reaction was chosen.
    var content: DraftReactionContent {
        get throws(Refusal) {
            guard let kind else { throw .invalid("kind", .unknownChoice) }
            return DraftReactionContent(kind: kind, comment: comment)
        }
    }

    /// The same, with what has to be mended.
    func refused(for problems: [Problem]) -> TypedReaction {
        var refused = self
        refused.problems = problems
        return refused
    }
}

/// A version of a draft as its manager typed it.
struct TypedDraft: Sendable {
    let text: String
    /// The number of the version from which it was written; 0 if there was none.
    let base: Int
    /// By the field of each change.
    let reasons: [String: String]
    let thanked: [String: [String]]
    /// Whether it is to be published, rather than compared.
    let isToPublish: Bool
    /// The text whose changes the page showed when it was sent; nil if it showed none.
    let compared: Fingerprint?

    /// What stands so far.
    init(_ version: DraftVersion?) {
        text = version.map { $0.paragraphs.map(\.text).joined(separator: "\n\n") } ?? ""
        base = version?.number ?? 0
        reasons = [:]
        thanked = [:]
        isToPublish = false
        compared = nil
    }

    /// What was posted.
    init(_ form: Form) {
        text = form["draft"] ?? ""
        base = form["base"].flatMap { Int($0) } ?? 0
        var reasons: [String: String] = [:]
        var thanked: [String: [String]] = [:]
        for field in form.fields {
            if field.name.hasPrefix("why-") { reasons[field.name] = field.value }
            if field.name.hasPrefix("thanks-") {
                thanked["why-" + field.name.dropFirst("thanks-".count), default: []].append(field.value)
            }
        }
        self.reasons = reasons
        self.thanked = thanked
        compared = form["compared"].flatMap { Fingerprint(hexadecimal: $0) }
        // A text that changed since is compared first: its reasons would stand beside other paragraphs.
        let isAsCompared = base == 0 || compared == Fingerprint(of: Self.canonical(text))
        isToPublish = form["act"] == "publish" && isAsCompared
    }

    /// The text by which a comparison is known: as it is saved, however lines end.
    static func canonical(_ text: String) -> String {
        TextDifference.paragraphs(of: text).joined(separator: "\n\n")
    }

    /// What was meant: places that are no numbers are nobody's.
    var revision: DraftRevision {
        var explanations: [DraftRevision.Place: DraftRevision.Explanation] = [:]
        for (field, why) in reasons {
            let places = field.dropFirst("why-".count).split(separator: "-").map { Int($0) }
            guard places.count == 2 else { continue }
            explanations[DraftRevision.Place(old: places[0], new: places[1])] = DraftRevision.Explanation(
                why: why, thanked: (thanked[field] ?? []).compactMap { Int64($0).map { MemberID($0) } })
        }
        return DraftRevision(text: text, base: base, explanations: explanations)
    }
}
