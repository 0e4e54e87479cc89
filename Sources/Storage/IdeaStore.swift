public import Domain

/// An idea as lists show it.
public struct IdeaSummary: Sendable {
    public let idea: IdeaID
    public let challenge: ChallengeID
    /// Its number in the challenge.
    public let number: Int?
    public let title: String
    /// The beginning of the text, as typed.
    public let beginning: String
    /// Nil once the author deleted their account, or left the community.
    public let author: Member?
    public let visibility: Idea.Visibility
    public let submittedAt: Timestamp?
    public let commentCount: Int
    /// Nil while counts are hidden.
    public let supportCount: Int?
    public let decision: Decision.Code?
    /// The reason of that decision.
    public let reason: String?
    /// By when an answer is promised.
    public let answerDue: Timestamp?
    public let isViewers: Bool
    public let isSupportedByViewer: Bool
}

/// An idea as its own page shows it.
public struct IdeaDetail: Sendable {
    public let idea: Idea
    public let challenge: ChallengeDetail
    /// Published decisions, the oldest first.
    public let decisions: [Decision]
    public let comments: [Comment]
    public let ballot: BallotPaper
    public let reward: Reward?
    public let isSupportedByViewer: Bool
    /// What moderation knows of it; its last act for the author and moderators alone.
    public let review: Review
    /// Passages that were taken out of the idea (nil) and of comments.
    public let redactions: [(comment: CommentID?, act: ModerationAct)]
    /// How moderation stands with the comments that it touched, as far as the viewer may know.
    public let commentReviews: [CommentID: Review]
    /// The complaint that it became, for its author and moderators.
    public let complaint: ComplaintID?
    /// What becomes of it; nil until somebody planned that.
    public let followUp: FollowUp?
    /// What the viewer said of it on their ballot, and of the other ideas; supports apart.
    public let marks: [IdeaID: Int]
    /// In cents, where an envelope is shared out.
    public let cost: Int64?

    public var mark: Int? { marks[idea.id] }
}

/// Which ideas of a challenge a list asks for.
public struct IdeaFilter: Hashable, Sendable {
    public var answer: Answer
    public var order: Order

    public init(answer: Answer = .any, order: Order = .newest) {
        self.answer = answer
        self.order = order
    }

    public enum Answer: String, CaseIterable, Hashable, Sendable {
        case any
        case answered
        case unanswered
        case mine
    }

    public enum Order: String, CaseIterable, Hashable, Sendable {
        case newest
        case oldest
        case discussed
        /// Only once counts are shown; `newest` until then.
        case supported
    }
}

extension Look {
    /// Ideas on one page of a list.
    public static let ideasPerPage = 20

    /// The SQL that gives an author `p` of something in a challenge the name by which this place knows them: the
    /// pseudonym of the community where the challenge is reserved to one, and nothing if they left it.
    static func authorName(in community: CommunityID?, author: String = "p") -> String {
        guard let community else { return "\(author).pseudonym" }
        return """
            coalesce((SELECT ms.pseudonym FROM membership ms WHERE ms.community_id = \(community) \
            AND ms.member_id = \(author).id), CASE WHEN \(author).is_staff THEN \(author).pseudonym END)
            """
    }

    /// `authorName(in:)` for lists over several challenges: of author `p` in challenge `c`.
    static let authorName = """
        CASE WHEN c.community_id IS NULL THEN p.pseudonym ELSE coalesce((SELECT ms.pseudonym FROM membership ms
            WHERE ms.community_id = c.community_id AND ms.member_id = p.id), CASE WHEN p.is_staff THEN p.pseudonym END)
        END
        """

    /// `authorName(in:)` of idea `i`, told as `Idea.hidesAuthor(from:)` allows.
    func ideaAuthorName(in community: CommunityID?) -> String { unlessSealed(Self.authorName(in: community)) }

    /// `name`, unless idea `i` is judged without it.
    func unlessSealed(_ name: String) -> String {
        "CASE WHEN i.visibility = 'sealed' AND i.author_id <> \(viewerNumber) THEN NULL ELSE \(name) END"
    }

    func ideaColumns(in community: CommunityID?) -> String {
        """
        i.id, i.challenge_id, i.number, i.title, i.text, i.author_id, \(ideaAuthorName(in: community)), p.is_staff,
        i.visibility, i.submitted_at, i.edited_at, i.answer_due_at, i.decision, i.support_count, i.comment_count
        """
    }

    static func makeIdea(_ row: borrowing Row) throws -> Idea {
        Idea(
            id: row.id(0), challenge: row.id(1), number: row.intOrNil(2).map { Int($0) },
            content: IdeaContent(title: row.text(3), text: row.text(4)),
            author: Member(id: row.id(5), pseudonym: row.textOrNil(6), isStaff: row.flag(7)),
            visibility: try row.word(8), submittedAt: row.timeOrNil(9), editedAt: row.timeOrNil(10),
            answerDue: row.timeOrNil(11), decision: try row.wordOrNil(12), supportCount: row.count(13),
            commentCount: row.count(14))
    }

    /// An idea with its challenge, both visible to the viewer. Throws `Refusal.notFound` otherwise.
    public func ideaInChallenge(_ id: IdeaID) throws -> (idea: Idea, challenge: Challenge) {
        let place = try db.one(
            "SELECT i.challenge_id, c.community_id FROM idea i JOIN challenge c ON c.id = i.challenge_id WHERE i.id = ?",
            id
        ) { ($0.id(0) as ChallengeID, $0.idOrNil(1) as CommunityID?) }
        guard let place else { throw Refusal.notFound }
        let challenge = try challenge(place.0)
        let idea = try db.one(
            """
            SELECT \(ideaColumns(in: place.1)) FROM idea i JOIN member p ON p.id = i.author_id WHERE i.id = ?
            """, id, make: Self.makeIdea)
        guard let idea, idea.isVisible(to: viewer) else { throw Refusal.notFound }
        return (idea, challenge)
    }

    /// All that an idea's page shows. Throws `Refusal.notFound` unless the viewer may see it.
    public func ideaDetail(_ id: IdeaID) throws -> IdeaDetail {
        let (idea, challenge) = try ideaInChallenge(id)
        let ballot = try ballotPaper(on: id, in: challenge.id)
        let acts = try acts(on: id)
        let review = try review(of: PostPlace(idea: id, comment: nil), acts: acts)
        let knows = idea.isAuthor(viewer) || viewer.moderates(challenge.id)
        return IdeaDetail(
            idea: idea, challenge: try challengeDetail(challenge.id),
            decisions: try publishedDecisions(on: id),
            comments: try comments(on: id, in: challenge), ballot: ballot, reward: try reward(for: id),
            isSupportedByViewer: ballot.supportsThis, review: knows ? review : review.known,
            redactions: acts.filter { $0.act.kind == .redacted },
            commentReviews: try commentReviews(on: id, in: challenge, acts: acts),
            complaint: idea.visibility == .hidden ? try complaint(from: .idea(id)) : nil,
            followUp: idea.decision?.isKept == true ? try followUp(of: id) : nil,
            marks: challenge.content.way.marks == nil ? [:] : try ownMarks(in: challenge),
            cost: challenge.content.way.envelope == nil ? nil : try cost(of: id))
    }

    /// One page of the public ideas of a challenge that the viewer may see; jurors and managers see sealed ones too.
    public func ideas(in challenge: Challenge, _ filter: IdeaFilter = IdeaFilter(), page: Int = 1) throws
        -> ListPage<IdeaSummary>
    {
        let size = Self.ideasPerPage
        let seesSealed = viewer.manages(challenge.id) || viewer.has(.juror, for: challenge.id)
        let areSealed = challenge.visibilityOfSubmissions == .sealed && challenge.resultsPublishedAt == nil
        let visibility = areSealed && seesSealed ? "sealed" : "public"
        let order =
            switch filter.order {
            case .newest: "i.submitted_at DESC, i.id DESC"
            case .oldest: "i.submitted_at, i.id"
            case .discussed: "i.comment_count DESC, i.id DESC"
            case .supported where challenge.showsCounts(at: now): "i.support_count DESC, i.id DESC"
            case .supported: "i.submitted_at DESC, i.id DESC"
            }
        var condition = "i.challenge_id = ? AND i.visibility = '\(visibility)'"
        switch filter.answer {
        case .any: break
        case .answered:
            condition +=
                " AND i.decision IN ('winner', 'accepted', 'planned', 'inProgress', 'implemented', 'rejected', 'ineligible')"
        case .unanswered:
            condition += " AND (i.decision IS NULL OR i.decision IN ('underStudy', 'shortlisted'))"
        case .mine:
            condition = "i.challenge_id = ? AND i.author_id = \(viewerNumber) AND i.visibility <> 'draft'"
        }
        let found = try ideaSummaries(
            "WHERE \(condition) ORDER BY \(order) LIMIT ? OFFSET ?",
            with: [challenge.id, size + 1, (max(1, page) - 1) * size], in: challenge)
        return ListPage(fetched: found, number: max(1, page), size: size)
    }

    func ideaSummaries(_ clause: String, with arguments: [(any Bindable)?], in challenge: Challenge) throws
        -> [IdeaSummary]
    {
        let showsCounts = challenge.showsCounts(at: now)
        return try db.rows(
            """
            SELECT i.id, i.challenge_id, i.number, i.title, substr(i.text, 1, 260), i.author_id,
                \(ideaAuthorName(in: challenge.content.community)), p.is_staff, i.visibility, i.submitted_at,
                i.comment_count, i.support_count, i.decision,
                CASE WHEN i.decision IS NOT NULL THEN (SELECT d.reason FROM decision d WHERE d.idea_id = i.id
                    AND d.published_at IS NOT NULL ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) END,
                EXISTS (SELECT 1 FROM vote v WHERE v.idea_id = i.id AND v.member_id = \(viewerNumber)), i.answer_due_at
            FROM idea i JOIN member p ON p.id = i.author_id \(clause)
            """, with: arguments
        ) { row in
            IdeaSummary(
                idea: row.id(0), challenge: row.id(1), number: row.intOrNil(2).map { Int($0) },
                title: row.text(3),
                beginning: row.text(4), author: row.member(5), visibility: try row.word(8),
                submittedAt: row.timeOrNil(9), commentCount: row.count(10),
                supportCount: showsCounts ? row.count(11) : nil, decision: try row.wordOrNil(12),
                reason: row.textOrNil(13), answerDue: row.timeOrNil(15),
                isViewers: row.int(5) == viewerNumber,
                isSupportedByViewer: row.flag(14))
        }
    }

    /// The viewer's draft in a challenge, if there is one.
    public func draft(in challenge: ChallengeID) throws -> Idea? {
        guard viewer.member != nil else { return nil }
        return try db.one(
            """
            SELECT \(ideaColumns(in: nil)) FROM idea i JOIN member p ON p.id = i.author_id
            WHERE i.challenge_id = ? AND i.author_id = ? AND i.visibility = 'draft'
            """, challenge, viewerNumber, make: Self.makeIdea)
    }

    /// All the viewer's ideas in challenges that they may see, drafts first, then the newest; each with the title of
    /// its challenge.
    public func ownIdeas() throws -> [(idea: Idea, challengeTitle: String, hiddenFor: ModerationReason?)] {
        guard viewer.member != nil else { throw Refusal.signInRequired }
        return try db.rows(
            """
            SELECT \(ideaColumns(in: nil)), c.title,
                CASE WHEN i.visibility = 'hidden' THEN (SELECT a.reason FROM moderation_act a
                    WHERE a.idea_id = i.id AND a.comment_id IS NULL AND a.reason IS NOT NULL
                    ORDER BY a.at DESC, a.id DESC LIMIT 1) END
            FROM idea i JOIN member p ON p.id = i.author_id JOIN challenge c ON c.id = i.challenge_id
            WHERE i.author_id = ? AND \(challengeIsVisible)
            ORDER BY i.visibility <> 'draft', i.created_at DESC, i.id DESC LIMIT 200
            """, viewerNumber
        ) { (try Self.makeIdea($0), $0.text(15), try $0.wordOrNil(16)) }
    }
}

extension IdeaSummary {
    /// Why `viewer` may not support the idea, or nil: the same rule as on the idea's own page.
    public func voteRefusal(
        for viewer: Viewer, in challenge: Challenge, ballot: BallotPaper, at now: Timestamp
    ) -> Refusal? {
        Idea(
            id: idea, challenge: self.challenge, number: number,
            content: IdeaContent(title: title, text: beginning),
            author: isViewers ? viewer.member : author, visibility: visibility, submittedAt: submittedAt,
            editedAt: nil,
            answerDue: answerDue, decision: decision, supportCount: supportCount ?? 0,
            commentCount: commentCount
        ).voteRefusal(for: viewer, in: challenge, ballot: ballot, at: now)
    }
}
