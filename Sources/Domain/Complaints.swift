/// An expression of dissatisfaction (*réclamation*): said as an idea and passed on, or said instead of one.
public struct Complaint: Sendable {
    public let id: ComplaintID
    /// Nil once the author deleted their account.
    public let author: Member?
    public let challenge: ChallengeID
    public let challengeTitle: String
    public let title: String
    public let text: String
    public let receivedAt: Timestamp
    public let deadlines: ComplaintDeadlines
    public let acknowledgedAt: Timestamp?
    public let answeredAt: Timestamp?

    public init(
        id: ComplaintID, author: Member?, challenge: ChallengeID, challengeTitle: String, title: String,
        text: String, receivedAt: Timestamp, deadlines: ComplaintDeadlines, acknowledgedAt: Timestamp?,
        answeredAt: Timestamp?
    ) {
        self.id = id
        self.author = author
        self.challenge = challenge
        self.challengeTitle = challengeTitle
        self.title = title
        self.text = text
        self.receivedAt = receivedAt
        self.deadlines = deadlines
        self.acknowledgedAt = acknowledgedAt
        self.answeredAt = answeredAt
    }

    public enum State: String, CaseIterable, Hashable, Sendable {
        case received
        case acknowledged
        case answered

        /// What comes after it; nil after the last.
        public var next: State? {
            switch self {
            case .received: .acknowledged
            case .acknowledged: .answered
            case .answered: nil
            }
        }
    }

    public var state: State {
        if answeredAt != nil { return .answered }
        return acknowledgedAt == nil ? .received : .acknowledged
    }

    /// When the delay that runs ends; nil once it is answered.
    public var due: Timestamp? {
        switch state {
        case .received: deadlines.acknowledgeBefore
        case .acknowledged: deadlines.answerBefore
        case .answered: nil
        }
    }

    /// Whether the delay that runs is over at `now`.
    public func isLate(at now: Timestamp) -> Bool { due.map { now >= $0 } ?? false }

    /// Why `viewer` may not follow the complaint up, or nil.
    public func handlingRefusal(for viewer: Viewer) -> Refusal? {
        guard let member = viewer.member else { return .signInRequired }
        if viewer.moderates(challenge) { return nil }
        return author?.id == member.id ? .forbidden(.staffOnly) : .notFound
    }

    /// Why `viewer` may not say that it is now in `state`, or nil. It may be answered without having been acknowledged.
    public func advanceRefusal(to state: State, for viewer: Viewer) -> Refusal? {
        if let refusal = handlingRefusal(for: viewer) { return refusal }
        switch (self.state, state) {
        case (.received, .acknowledged), (.received, .answered), (.acknowledged, .answered): return nil
        default: return .conflict(.complaintOutOfOrder)
        }
    }
}

/// The last days on which an insurer keeps the delays of the ACPR's recommendations 2022-R-01 and 2024-R-02: an
/// acknowledgement within ten working days after the complaint was sent, an answer within two months after it.
public struct ComplaintDays: Hashable, Sendable {
    public let acknowledgement: CalendarDay
    public let answer: CalendarDay

    public static let workingDaysToAcknowledge = 10
    public static let monthsToAnswer = 2

    public init(receivedOn day: CalendarDay) {
        acknowledgement = WorkingDays.day(Self.workingDaysToAcknowledge, after: day)
        answer = day.adding(months: Self.monthsToAnswer)
    }
}

/// The same as moments: midnight after these days, where the insurer is.
public struct ComplaintDeadlines: Hashable, Sendable {
    public let acknowledgeBefore: Timestamp
    public let answerBefore: Timestamp

    public init(acknowledgeBefore: Timestamp, answerBefore: Timestamp) {
        self.acknowledgeBefore = acknowledgeBefore
        self.answerBefore = answerBefore
    }
}

extension Viewer {
    /// Why the person has no register of complaints, or nil.
    public var complaintsRefusal: Refusal? { moderationRefusal }
}

extension Post {
    /// Why `viewer` may not pass the post on as a complaint, or nil: moderators may, and the author of an idea.
    public func redirectionRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        let isAuthorsIdea = id.kind == .idea && isAuthor(viewer)
        // The register of complaints is kept by challenge; what is said under a prompt is in none.
        guard let challenge else { return .notFound }
        guard isAuthorsIdea || viewer.moderates(challenge.id) else { return .forbidden(.authorOnly) }
        if standing == .gone { return .conflict(.ideaNotPublic) }
        return review.lastAct?.kind == .redirected ? .conflict(.alreadyComplaint) : nil
    }
}
