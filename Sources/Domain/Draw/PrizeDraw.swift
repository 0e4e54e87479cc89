/// A draw among those who take part in a challenge: committed to while they still can, drawn once they no longer can.
public struct PrizeDraw: Hashable, Sendable {
    public let challenge: ChallengeID
    /// The SHA-256 of a seed that nobody is told before the draw.
    public let commitment: Fingerprint
    /// How many are drawn.
    public let winners: Int
    /// Where the public input will come from: announced before it exists, so that nobody can choose it.
    public let source: String
    public let committedAt: Timestamp
    /// Nil until it is drawn.
    public let drawn: Drawn?

    /// What anybody needs to draw it again.
    public struct Drawn: Hashable, Sendable {
        public let draw: Draw
        public let at: Timestamp

        public init(draw: Draw, at: Timestamp) {
            self.draw = draw
            self.at = at
        }
    }

    public init(
        challenge: ChallengeID, commitment: Fingerprint, winners: Int, source: String,
        committedAt: Timestamp, drawn: Drawn?
    ) {
        self.challenge = challenge
        self.commitment = commitment
        self.winners = winners
        self.source = source
        self.committedAt = committedAt
        self.drawn = drawn
    }

    public static let sourceRule = TextRule("source", 10...200)
    public static let inputRule = TextRule("publicInput", 3...200)
    public static let mostWinners = 100

    /// What has to be mended before one commits.
    public static func problems(winners: Int, source: String) -> [Problem] {
        [
            (1...mostWinners).contains(winners)
                ? nil : Problem(field: "winners", code: .outOfRange, limit: mostWinners),
            sourceRule.problem(in: source),
        ].compactMap(\.self)
    }

    /// What has to be mended in the public input: one line.
    public static func problem(inPublicInput text: String) -> Problem? {
        if let problem = inputRule.problem(in: text) { return problem }
        let hasControls = text.unicodeScalars.contains { $0.value < 0x20 }
        return hasControls ? Problem(field: "publicInput", code: .wrong) : nil
    }

    /// By what somebody is on the list: `P0012`, for the twelfth. Numbers are dealt by the seed's commitment, so that they
    /// tell nothing about anybody.
    public static func tickets(
        _ participants: [MemberID], commitment: Fingerprint
    ) -> [(code: String, member: MemberID)] {
        participants.map { (order: Fingerprint(of: "\(commitment)|\($0)").bytes, member: $0) }
            .sorted { $0.order.lexicographicallyPrecedes($1.order) }
            .enumerated().map { place, entry in
                let number = String(place + 1)
                return ("P" + String(repeating: "0", count: max(0, 4 - number.count)) + number, entry.member)
            }
    }
}

extension Challenge {
    /// Why `viewer` may not commit to a draw at `now`, or nil. `hasDraw`: there is one already.
    public func commitmentRefusal(for viewer: Viewer, hasDraw: Bool, at now: Timestamp) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        switch standing {
        case .draft: return .conflict(.notPublishedYet)
        case .cancelled: return .conflict(.challengeCancelled)
        case .resultsPublished, .archived: return .conflict(.challengeClosed)
        case .published, .suspended: break
        }
        if hasDraw { return .conflict(.drawCommitted) }
        // A seed that is chosen when the list is known could be chosen for somebody.
        return schedule.isParticipationOver(at: now) ? .conflict(.challengeClosed) : nil
    }

    /// Why `viewer` may not draw at `now`, or nil.
    public func drawRefusal(for viewer: Viewer, _ draw: PrizeDraw?, at now: Timestamp) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        if standing == .cancelled { return .conflict(.challengeCancelled) }
        guard let draw else { return .conflict(.drawNotCommitted) }
        if draw.drawn != nil { return .conflict(.drawDone) }
        return schedule.isParticipationOver(at: now) ? nil : .conflict(.participationStillOpen)
    }
}
