/// How a challenge is moderated.
public struct ModerationRule: Hashable, Sendable {
    /// Every idea is read before it is public, within so many hours. Nil: ideas are public at once.
    public var reviewWithinHours: Int?
    /// So many people's reports hide a post until it is read.
    public var hidingReports: Int

    public static let usualHidingReports = 3

    public init(reviewWithinHours: Int? = nil, hidingReports: Int = usualHidingReports) {
        self.reviewWithinHours = reviewWithinHours
        self.hidingReports = hidingReports
    }

    /// What has to be mended, in the order of the form.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if let reviewWithinHours, !(1...720).contains(reviewWithinHours) {
            problems.append(Problem(field: "reviewWithinHours", code: .outOfRange, limit: 720))
        }
        if !(1...100).contains(hidingReports) {
            problems.append(Problem(field: "hidingReports", code: .outOfRange, limit: 100))
        }
        return problems
    }

    /// By when what came up for reading at `opening` should have been read: after a day where nothing was announced.
    public func due(forOpeningAt opening: Timestamp) -> Timestamp {
        opening + .hours(Int64(reviewWithinHours ?? 24))
    }
}

/// Why a post is hidden, or reported.
public enum ModerationReason: String, CaseIterable, Hashable, Sendable {
    case personalData
    case disrespect
    case unlawful
    case advertising
    case offTopic
    case repeated
    case other
}

/// What somebody published and a moderator may judge.
public enum PostID: Hashable, Sendable {
    case idea(IdeaID)
    case comment(CommentID)
    /// What somebody said of a paragraph of a draft.
    case reaction(DraftReactionID)

    public var kind: PostKind {
        switch self {
        case .idea: .idea
        case .comment: .comment
        case .reaction: .reaction
        }
    }
}

/// What a moderator judges, as its words name it.
public enum PostKind: String, CaseIterable, Hashable, Sendable {
    case idea
    case comment
    case reaction
}

/// What a moderator says about a post.
public enum Verdict: Hashable, Sendable {
    /// It may be seen.
    case show
    /// It may not; the author reads the reason and the note.
    case hide(ModerationReason, note: String)

    public static let noteRule = TextRule("note", 0...2_000)

    /// What has to be mended: a reason that is none of the list needs words.
    public var problems: [Problem] {
        guard case .hide(let reason, let note) = self else { return [] }
        if reason == .other, note.trimmed.isEmpty { return [Problem(field: "note", code: .missing)] }
        return [Self.noteRule.problem(in: note)].compactMap(\.self)
    }
}

/// What authors showed before they submitted.
public struct AuthorRecord: Hashable, Sendable {
    /// Their ideas that the insurer said yes to, in all challenges.
    public let acceptedIdeas: Int

    public init(acceptedIdeas: Int) {
        self.acceptedIdeas = acceptedIdeas
    }

    /// Accepted ideas from which on nobody reads an author's text beforehand.
    public static let trustedFrom = 3

    public var isTrusted: Bool { acceptedIdeas >= Self.trustedFrom }
}

extension Viewer {
    /// Whether the person moderates `challenge`.
    public func moderates(_ challenge: ChallengeID) -> Bool {
        manages(challenge) || has(.moderator, for: challenge)
    }

    /// Why the person has no moderation desk, or nil. To those who do not work for the insurer it does not exist.
    public var moderationRefusal: Refusal? {
        if let refusal = deskRefusal { return refusal }
        return holds(.moderator) || holds(.manager) ? nil : .forbidden(.staffOnly)
    }
}

extension Challenge {
    /// What an idea becomes at its submission, or at a change of its text: read first where that is the rule and its
    /// author is not known yet. What is sealed is read by nobody but the jury.
    public func visibility(ofSubmissionBy author: AuthorRecord) -> Idea.Visibility {
        let usual = resultsPublishedAt == nil ? visibilityOfSubmissions : .public
        guard usual == .public, content.moderation.reviewWithinHours != nil else { return usual }
        return author.isTrusted ? .public : .awaitingModeration
    }
}
