/// An answer to a challenge.
public struct Idea: Sendable {
    public let id: IdeaID
    public let challenge: ChallengeID
    /// Its number in the challenge, given at submission. Nil while it is a draft.
    public let number: Int?
    public let content: IdeaContent
    /// Nil once the author deleted their account.
    public let author: Member?
    public let visibility: Visibility
    public let submittedAt: Timestamp?
    public let editedAt: Timestamp?
    public let answerDue: Timestamp?
    /// The latest published decision.
    public let decision: Decision.Code?
    public let supportCount: Int
    public let commentCount: Int
    /// Those who sign it besides `author`.
    public let coAuthors: Set<MemberID>
    /// Those who were asked to sign it, and have not said yes or no.
    public let guests: Set<MemberID>
    /// The idea as part of which it is shown.
    public let mergedInto: IdeaID?
    /// In which it was written.
    public let language: Language

    public init(
        id: IdeaID, challenge: ChallengeID, number: Int?, content: IdeaContent, author: Member?,
        visibility: Visibility,
        submittedAt: Timestamp?, editedAt: Timestamp?, answerDue: Timestamp?, decision: Decision.Code?,
        supportCount: Int, commentCount: Int, coAuthors: Set<MemberID> = [], guests: Set<MemberID> = [],
        mergedInto: IdeaID? = nil, language: Language = .french
    ) {
        self.id = id
        self.language = language
        self.challenge = challenge
        self.number = number
        self.content = content
        self.author = author
        self.visibility = visibility
        self.submittedAt = submittedAt
        self.editedAt = editedAt
        self.answerDue = answerDue
        self.decision = decision
        self.supportCount = supportCount
        self.commentCount = commentCount
        self.coAuthors = coAuthors
        self.guests = guests
        self.mergedInto = mergedInto
    }

    /// Who can see an idea, and why.
    public enum Visibility: String, CaseIterable, Hashable, Sendable {
        case draft
        case awaitingModeration
        case `public`
        case sealed
        case hidden
        case withdrawn
        /// Shown as part of another idea.
        case mergedInto
    }

    /// Whether `viewer` signs it, alone or with others.
    public func isAuthor(_ viewer: Viewer) -> Bool {
        guard let member = viewer.member else { return false }
        return author?.id == member.id || coAuthors.contains(member.id)
    }

    /// Whether `viewer` is the one who submitted it.
    public func isProposer(_ viewer: Viewer) -> Bool {
        guard let author, let member = viewer.member else { return false }
        return author.id == member.id
    }

    /// Whether `viewer` was asked to sign it, and has not said yes or no.
    public func isGuest(_ viewer: Viewer) -> Bool {
        viewer.member.map { guests.contains($0.id) } ?? false
    }

    /// Whether `viewer`, who may see the challenge, may know that the idea exists.
    public func isVisible(to viewer: Viewer) -> Bool {
        switch visibility {
        // What is merged is seen with the other idea, or not at all: the store asks for both.
        case .public, .mergedInto: true
        case .draft, .withdrawn: isAuthor(viewer)
        case .awaitingModeration, .hidden:
            isAuthor(viewer) || isGuest(viewer) || viewer.moderates(challenge)
        case .sealed:
            isAuthor(viewer) || isGuest(viewer) || viewer.manages(challenge)
                || viewer.has(.juror, for: challenge)
        }
    }

    /// Whether `viewer` is not told who wrote it: what is sealed is judged without names, by everybody.
    public func hidesAuthor(from viewer: Viewer) -> Bool {
        visibility == .sealed && !isAuthor(viewer) && !isGuest(viewer)
    }

    /// What is said of an act that only public ideas allow.
    var notPublicRefusal: Refusal {
        .conflict(visibility == .mergedInto ? .alreadyMerged : .ideaNotPublic)
    }

    /// Whether the promised answer is late at `now`.
    public func isAnswerOverdue(at now: Timestamp) -> Bool {
        guard let answerDue, visibility == .public || visibility == .sealed else { return false }
        return decision?.isAnswer != true && now > answerDue
    }

    /// Why `viewer` may not change the text, or nil.
    public func editRefusal(for viewer: Viewer, in challenge: Challenge, at now: Timestamp) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard isAuthor(viewer) else { return .forbidden(.authorOnly) }
        guard visibility != .withdrawn, visibility != .mergedInto else { return notPublicRefusal }
        let right: Phase.Rights = visibility == .draft ? .submit : .edit
        return challenge.phaseRefusal(for: right, at: now, early: .challengeNotOpenYet, late: .editingClosed)
    }

    /// Why `viewer` may not submit their draft, or nil.
    public func submissionRefusal(for viewer: Viewer, in challenge: Challenge, at now: Timestamp) -> Refusal?
    {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard isAuthor(viewer) else { return .forbidden(.authorOnly) }
        guard visibility == .draft else { return .conflict(.alreadySubmitted) }
        return challenge.submissionRefusal(for: viewer, at: now)
    }

    /// Why `viewer` may not withdraw the idea, or nil. Whoever submitted it may do so until the results are out; those
    /// who sign it with them leave it instead.
    public func withdrawalRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard isProposer(viewer) else { return .forbidden(.authorOnly) }
        guard visibility != .withdrawn, visibility != .mergedInto else { return notPublicRefusal }
        return challenge.standing == .resultsPublished || challenge.standing == .archived
            ? .conflict(.resultsAlreadyPublished) : nil
    }
}

extension Challenge {
    /// Why `viewer` may not submit an idea, or nil.
    public func submissionRefusal(for viewer: Viewer, at now: Timestamp) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        if let refusal = phaseRefusal(
            for: .submit, at: now, early: .challengeNotOpenYet, late: .submissionsClosed)
        {
            return refusal
        }
        return viewer.member == nil ? .signInRequired : nil
    }

    /// What an idea becomes at its submission.
    public var visibilityOfSubmissions: Idea.Visibility {
        content.sealsIdeas ? .sealed : .public
    }
}

/// What an author writes.
public struct IdeaContent: Hashable, Sendable {
    public let title: String
    /// In simple Markdown.
    public let text: String

    /// As somebody wrote it.
    public init(title: String, text: String) {
        self.title = title.trimmed.withBoundMarks
        self.text = text.trimmed
    }

    /// As it was kept: not a byte changes, so that its seal can be computed again.
    public init(keptTitle title: String, text: String) {
        self.title = title
        self.text = text
    }

    public static let titleRule = TextRule("title", 5...120)
    public static let textRule = TextRule("text", 20...10_000)

    /// What has to be mended before the idea can be submitted.
    public var problems: [Problem] {
        [Self.titleRule.problem(in: title), Self.textRule.problem(in: text)].compactMap(\.self)
    }

    /// What has to be mended before the text can be kept as a draft: only what is too long.
    public var draftProblems: [Problem] {
        problems.filter { $0.code == .tooLong }
    }
}
