/// What happened to a post in moderation.
public struct Review: Hashable, Sendable {
    /// Why it waits for a moderator now, if it does.
    public let openCase: CaseKind?
    /// The last act of moderation on it, redactions apart.
    public let lastAct: ModerationAct?
    public let hasAppealed: Bool
    /// When moderators last read it and kept it, after reports or an appeal.
    public let keptAt: Timestamp?
    public let isReportedByViewer: Bool

    public init(
        openCase: CaseKind? = nil, lastAct: ModerationAct? = nil, hasAppealed: Bool = false,
        keptAt: Timestamp? = nil, isReportedByViewer: Bool = false
    ) {
        self.openCase = openCase
        self.lastAct = lastAct
        self.hasAppealed = hasAppealed
        self.keptAt = keptAt
        self.isReportedByViewer = isReportedByViewer
    }

    /// What anybody may know of it.
    public var known: Review { Review(isReportedByViewer: isReportedByViewer) }
}

/// Why a post waits for a moderator.
public enum CaseKind: String, CaseIterable, Hashable, Sendable {
    case submission
    case reports
    case appeal
}

/// One act of moderation: a row of the register, never changed.
public struct ModerationAct: Hashable, Sendable {
    public let kind: Kind
    public let reason: ModerationReason?
    /// To the author alone.
    public let note: String
    /// What a passage that was taken out had been.
    public let redacted: Guard.Kind?
    /// Nil for what reports did by their number.
    public let by: Member?
    public let at: Timestamp

    public init(
        kind: Kind, reason: ModerationReason? = nil, note: String = "", redacted: Guard.Kind? = nil,
        by: Member?, at: Timestamp
    ) {
        self.kind = kind
        self.reason = reason
        self.note = note
        self.redacted = redacted
        self.by = by
        self.at = at
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case published
        case hidden
        case hiddenByReports
        case kept
        case restored
        case confirmed
        case redacted
        case redirected
        case merged
        case separated

        /// Whether it says where the post stands by itself.
        public var isVerdict: Bool { self != .redacted && self != .merged && self != .separated }
    }
}
