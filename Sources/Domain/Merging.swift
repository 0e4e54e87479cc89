/// An idea that was merged into another one, for good or until it was undone.
public struct IdeaMerge: Sendable {
    public let id: MergeID
    public let source: IdeaID
    public let sourceTitle: String
    public let target: IdeaID
    public let targetTitle: String
    /// What everybody is told.
    public let reason: String
    public let mergedBy: Member
    public let mergedAt: Timestamp
    public let undoing: Undoing?

    public init(
        id: MergeID, source: IdeaID, sourceTitle: String, target: IdeaID, targetTitle: String, reason: String,
        mergedBy: Member, mergedAt: Timestamp, undoing: Undoing?
    ) {
        self.id = id
        self.source = source
        self.sourceTitle = sourceTitle
        self.target = target
        self.targetTitle = targetTitle
        self.reason = reason
        self.mergedBy = mergedBy
        self.mergedAt = mergedAt
        self.undoing = undoing
    }

    /// How it was undone.
    public struct Undoing: Hashable, Sendable {
        /// Empty where the other idea was withdrawn by its author.
        public let reason: String
        public let by: Member
        public let at: Timestamp

        public init(reason: String, by: Member, at: Timestamp) {
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    public static let reasonRule = TextRule("reason", 10...2_000)
}

/// What may stand in the way of merging an idea, besides the idea itself.
public struct MergeObstacles: OptionSet, Hashable, Sendable {
    /// Other ideas were merged into it: a chain could not be undone link by link.
    public static let mergedIdeas = MergeObstacles(rawValue: 1 << 0)
    /// A decision on it waits for the results.
    public static let preparedDecision = MergeObstacles(rawValue: 1 << 1)
    /// It waits for a moderator.
    public static let review = MergeObstacles(rawValue: 1 << 2)
    /// People graded it, gave it tokens or compared it: two such marks cannot be told as one, as two supports can.
    public static let marks = MergeObstacles(rawValue: 1 << 3)

    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }
}

extension Idea {
    /// Why `viewer` may not merge the idea into another one, or nil.
    public func mergeRefusal(for viewer: Viewer, in challenge: Challenge, obstacles: MergeObstacles)
        -> Refusal?
    {
        if let refusal = mergeRefusal(for: viewer, in: challenge) { return refusal }
        guard visibility == .public else {
            return .conflict(visibility == .mergedInto ? .alreadyMerged : .ideaNotPublic)
        }
        if decision?.isAnswer == true || obstacles.contains(.preparedDecision) {
            return .conflict(.alreadyAnswered)
        }
        if obstacles.contains(.mergedIdeas) { return .conflict(.mergeChain) }
        if obstacles.contains(.marks) { return .conflict(.alreadyMarked) }
        return obstacles.contains(.review) ? .conflict(.underReview) : nil
    }

    /// Why `viewer` may not separate the idea again from the one into which it was merged, or nil.
    public func separationRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        if let refusal = mergeRefusal(for: viewer, in: challenge) { return refusal }
        return visibility == .mergedInto ? nil : .conflict(.notMerged)
    }

    /// Votes are counted for good once the results are out.
    private func mergeRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard viewer.moderates(challenge.id) else { return .forbidden(.staffOnly) }
        return challenge.resultsPublishedAt == nil ? nil : .conflict(.resultsAlreadyPublished)
    }

    /// Why the idea cannot be merged into `target`, or nil.
    public func mergeProblem(into target: Idea) -> Problem.Code? {
        if target.id == id { return .sameIdea }
        if target.challenge != challenge { return .otherChallenge }
        return target.visibility == .public ? nil : .unknownIdea
    }
}

/// An idea as somebody points to it: by its address, or by the number that its page shows.
public enum IdeaReference: Hashable, Sendable {
    case address(IdeaID)
    /// Its number in a challenge; nil is the challenge in question.
    case number(ChallengeID?, Int)

    /// Reads `https://…/fr/ideas/345-titre`, `/ideas/345`, `n° 12-34`, `12-34` or `34`; nil if it is none of these.
    public init?(_ text: String) {
        let text = text.trimmed
        if let range = text.utf8Range(of: "ideas/") {
            let digits = text[range.upperBound...].prefix { ("0"..."9").contains($0) }
            guard let number = Int64(digits), number > 0 else { return nil }
            self = .address(IdeaID(number))
            return
        }
        let words = text.drop { !("0"..."9").contains($0) }
        // `n°`, `no.`; more would be a sentence with a number in it.
        let lead = text.dropLast(words.count)
        guard lead.count <= 4, !lead.contains("-") else { return nil }
        let parts = words.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
        case (1, let number?, _) where number > 0: self = .number(nil, Int(number))
        case (2, let challenge?, let number?) where challenge > 0 && number > 0:
            self = .number(ChallengeID(challenge), Int(number))
        default: return nil
        }
    }
}

extension String {
    /// The first place where `part`, which is ASCII, stands.
    fileprivate func utf8Range(of part: String) -> Range<Index>? {
        var place = startIndex
        while place < endIndex {
            if self[place...].utf8.starts(with: part.utf8) {
                return place..<utf8.index(place, offsetBy: part.utf8.count)
            }
            place = index(after: place)
        }
        return nil
    }
}
