/// What the insurer says with the results to everybody who wrote an idea, besides the decision and its reason: one text to
/// those whose idea was chosen, one to all others.
public struct AuthorMessages: Hashable, Sendable {
    public let chosen: String
    public let others: String

    public init(chosen: String, others: String) {
        self.chosen = chosen.trimmed
        self.others = others.trimmed
    }

    public static let rules = [TextRule("chosen", 20...2_000), TextRule("others", 20...2_000)]

    /// Whether nothing is said.
    public var isEmpty: Bool { chosen.isEmpty && others.isEmpty }

    /// What has to be mended: nobody is left without a word to whom others got one.
    public var problems: [Problem] {
        isEmpty ? [] : zip(Self.rules, [chosen, others]).compactMap { $0.problem(in: $1) }
    }

    /// What is said to the authors of an idea on which this was decided.
    public func text(after decisions: [Decision.Code], sharingEnvelope: Bool) -> String {
        Self.isChosen(by: decisions, sharingEnvelope: sharingEnvelope) ? chosen : others
    }

    /// Whether an idea on which this was decided was chosen: it is a winner; or, where an envelope is shared out, it will
    /// be done.
    public static func isChosen(by decisions: [Decision.Code], sharingEnvelope: Bool) -> Bool {
        decisions.contains { code in
            switch code {
            case .winner: true
            case .accepted, .planned, .inProgress, .implemented: sharingEnvelope
            case .underStudy, .shortlisted, .rejected, .ineligible: false
            }
        }
    }
}

extension Challenge {
    /// Why `viewer` may not write to the authors, or nil. What was said with the results stays.
    public func messagesRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        return switch standing {
        case .draft: .notFound
        case .resultsPublished, .archived: .conflict(.resultsAlreadyPublished)
        case .cancelled: .conflict(.challengeCancelled)
        case .published, .suspended: nil
        }
    }
}
