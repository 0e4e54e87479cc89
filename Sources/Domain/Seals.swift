/// The proof of what a solution said at a moment: anybody who has the text can tell that it is still the same.
public struct Seal: Hashable, Sendable {
    public let fingerprint: Fingerprint
    public let sealedAt: Timestamp

    public init(fingerprint: Fingerprint, sealedAt: Timestamp) {
        self.fingerprint = fingerprint
        self.sealedAt = sealedAt
    }
}

/// What is known about the seal of one solution.
public struct Sealing: Sendable {
    /// One for each time that it was submitted or changed, the latest first.
    public let seals: [Seal]
    /// Whether its author lets everybody read it after the results; nil until they were asked.
    public let isAgreed: Bool?
    /// When it was opened to everybody.
    public let openedAt: Timestamp?

    public init(seals: [Seal], isAgreed: Bool?, openedAt: Timestamp?) {
        self.seals = seals
        self.isAgreed = isAgreed
        self.openedAt = openedAt
    }
}

extension IdeaContent {
    /// The text of which a seal is the fingerprint: the title, an empty line, the text, both without white space
    /// around them, lines ended by a single newline, none at the end.
    public var sealedText: String { "\(title)\n\n\(text)" }
}

extension Challenge {
    /// Whether solutions stay sealed after the results, unless they win or their authors agree.
    public var keepsSeals: Bool { content.blueprint == .contest }

    /// Why `viewer` may not open the `agreed` solutions whose authors agree, or nil.
    public func openingRefusal(for viewer: Viewer, agreed: Int) -> Refusal? {
        guard keepsSeals else { return .notFound }
        if let refusal = managementRefusal(for: viewer) { return refusal }
        switch standing {
        case .resultsPublished: return agreed > 0 ? nil : .conflict(.nothingToOpen)
        case .draft, .published, .suspended: return .conflict(.resultsNotPublished)
        case .cancelled: return .conflict(.challengeCancelled)
        case .archived: return .conflict(.challengeClosed)
        }
    }
}

extension Idea {
    /// Why `viewer` may not say whether their solution may be opened, or nil. What was agreed holds from the results on.
    public func consentRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer), challenge.keepsSeals else {
            return .notFound
        }
        guard viewer.member != nil else { return .signInRequired }
        guard isAuthor(viewer) else { return .forbidden(.authorOnly) }
        guard visibility != .withdrawn else { return .conflict(.ideaNotPublic) }
        switch challenge.standing {
        case .resultsPublished, .archived: return .conflict(.resultsAlreadyPublished)
        case .cancelled: return .conflict(.challengeCancelled)
        case .draft, .published, .suspended: return nil
        }
    }
}
