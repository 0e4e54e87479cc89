/// What only challenges of one blueprint have.
public struct Particulars: Hashable, Sendable {
    /// The first version of the draft on which people react. Of a draft review.
    public var draft: String
    /// By what solutions are judged, in simple Markdown. Of a contest.
    public var criteria: String
    /// What a solution has to contain, in simple Markdown. Of a contest.
    public var deliverables: String
    /// Whether winning solutions become public with the results, as the rules announce. Of a contest.
    public var opensWinners: Bool
    /// Supports from which on an idea is passed on to the team before others. Of a suggestion box.
    public var reviewThreshold: Int?

    public init(
        draft: String = "", criteria: String = "", deliverables: String = "", opensWinners: Bool = true,
        reviewThreshold: Int? = nil
    ) {
        self.draft = draft.trimmed
        self.criteria = criteria.trimmed
        self.deliverables = deliverables.trimmed
        self.opensWinners = opensWinners
        self.reviewThreshold = reviewThreshold
    }

    public static let criteriaRule = TextRule("criteria", 0...5_000)
    public static let deliverablesRule = TextRule("deliverables", 0...5_000)
    /// Supports that may be asked for before an idea is passed on.
    public static let thresholds = 2...10_000

    /// What has to be mended, in the order of the form. A draft may be written later than the rest.
    public var problems: [Problem] {
        var problems = draft.isEmpty ? [] : DraftRevision.problems(in: draft)
        problems += [
            Self.criteriaRule.problem(in: criteria), Self.deliverablesRule.problem(in: deliverables),
        ].compactMap(\.self)
        if let reviewThreshold, !Self.thresholds.contains(reviewThreshold) {
            problems.append(
                Problem(field: "reviewThreshold", code: .outOfRange, limit: Self.thresholds.upperBound))
        }
        return problems
    }
}
