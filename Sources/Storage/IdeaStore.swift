public import Domain

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
    static let authorName = authorName(of: "p")

    /// `authorName` of another author than `p`.
    static func authorName(of author: String) -> String {
        """
        CASE WHEN c.community_id IS NULL THEN \(author).pseudonym ELSE coalesce((SELECT ms.pseudonym FROM membership ms
            WHERE ms.community_id = c.community_id AND ms.member_id = \(author).id),
            CASE WHEN \(author).is_staff THEN \(author).pseudonym END)
        END
        """
    }

    /// `authorName(in:)` of all who sign idea `i`, told as `Idea.hidesAuthor(from:)` allows.
    func ideaAuthorName(in community: CommunityID?) -> String {
        unlessSealed(
            Self.withCoAuthors(Self.authorName(in: community), Self.authorName(in: community, author: "a")))
    }

    /// Whether idea `i` is judged without the names of its authors, in SQL.
    var isBlind: String { "(i.visibility = 'sealed' AND NOT \(signsIdea))" }

    /// `name`, unless idea `i` is judged without it.
    func unlessSealed(_ name: String) -> String {
        "CASE WHEN \(isBlind) THEN NULL ELSE \(name) END"
    }

    func ideaColumns(in community: CommunityID?) -> String {
        ideaColumns(naming: ideaAuthorName(in: community))
    }

    private func ideaColumns(naming authors: String) -> String {
        """
        i.id, i.challenge_id, i.number, i.title, i.text, i.author_id, \(authors), p.is_staff,
        i.visibility, i.submitted_at, i.edited_at, i.answer_due_at, i.decision, i.support_count, i.comment_count,
        \(Self.coAuthorNumbers), i.merged_into, i.language
        """
    }

    static func makeIdea(_ row: borrowing Row) throws -> Idea {
        // Below zero: asked, and not joined yet.
        let others = row.textOrNil(15)?.split(separator: ",").compactMap { Int64($0) } ?? []
        return Idea(
            id: row.id(0), challenge: row.id(1), number: row.intOrNil(2).map { Int($0) },
            content: IdeaContent(keptTitle: row.text(3), text: row.text(4)),
            author: row.member(5) ?? Member(id: row.id(5), pseudonym: nil, isStaff: row.flag(7)),
            visibility: try row.word(8), submittedAt: row.timeOrNil(9), editedAt: row.timeOrNil(10),
            answerDue: row.timeOrNil(11), decision: try row.wordOrNil(12), supportCount: row.count(13),
            commentCount: row.count(14), coAuthors: Set(others.filter { $0 > 0 }.map { MemberID($0) }),
            guests: Set(others.filter { $0 < 0 }.map { MemberID(-$0) }), mergedInto: row.idOrNil(16),
            language: try row.word(17))
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
        // It is seen by those who see the idea as part of which it is shown.
        if let target = idea.mergedInto { _ = try ideaInChallenge(target) }
        return (idea, challenge)
    }

    /// All that an idea's page shows. Throws `Refusal.notFound` unless the viewer may see it, `MergedElsewhere` if it is
    /// shown as part of another one.
    public func ideaDetail(_ id: IdeaID) throws -> IdeaDetail {
        try requireStanding(id)
        let (idea, challenge) = try ideaInChallenge(id)
        let acts = try acts(on: id)
        let review = try review(of: PostPlace(idea: id), acts: acts)
        let merged = try mergedIdeas(into: id, in: challenge)
        let talk = try conversation(on: idea, merged: merged, in: challenge, acts: acts)
        let knows = idea.isAuthor(viewer) || viewer.moderates(challenge.id)
        return IdeaDetail(
            idea: idea, challenge: try detail(of: challenge),
            decisions: try publishedDecisions(on: id),
            comments: talk.comments, rewards: try rewards(for: id),
            review: knows ? review : review.known, redactions: talk.redactions,
            commentReviews: talk.reviews,
            complaint: idea.visibility == .hidden ? try complaint(from: .idea(id)) : nil,
            followUp: idea.decision?.isKept == true ? try followUp(of: id) : nil,
            versions: try versionStamps(of: idea, in: challenge),
            clarifications: try clarifications(of: idea, in: challenge),
            supportedAt: try supportedAt(id), particulars: try particulars(of: idea, in: challenge),
            merged: merged, merges: try merges(of: id),
            mergeObstacles: viewer.moderates(challenge.id) ? try mergeObstacles(of: id) : [],
            sealing: challenge.content.sealsIdeas ? try sealing(of: idea, in: challenge) : nil,
            passedOnAt: challenge.content.blueprint == .suggestionBox ? try passedOn(id) : nil,
            marks: challenge.content.way.marks == nil ? [:] : try ownMarks(in: challenge),
            cost: challenge.content.way.envelope == nil ? nil : try cost(of: id),
            message: try ownMessage(on: idea, in: challenge))
    }

    /// One page of the public ideas of a challenge that the viewer may see; jurors and managers see sealed ones too.
    /// - Parameter lot: The lot by which they stand in the fair order.
    public func ideas(
        in challenge: Challenge, _ filter: IdeaFilter = IdeaFilter(), lot: Int = 0, page: Int = 1
    ) throws -> ListPage<IdeaSummary> {
        let size = Self.ideasPerPage
        let seesSealed = viewer.manages(challenge.id) || viewer.has(.juror, for: challenge.id)
        let areSealed = challenge.visibilityOfSubmissions == .sealed && challenge.resultsPublishedAt == nil
        let visibility = areSealed && seesSealed ? "sealed" : "public"
        let order =
            switch filter.order.allowed(in: challenge, at: now) {
            case .fair: nil as String?
            case .newest: "i.submitted_at DESC, i.id DESC"
            case .oldest: "i.submitted_at, i.id"
            case .discussed: "i.comment_count DESC, i.id DESC"
            case .supported: "i.support_count DESC, i.id DESC"
            }
        var condition = "i.visibility = '\(visibility)'"
        switch filter.answer {
        case .any: break
        case .answered:
            condition +=
                " AND i.decision IN ('winner', 'accepted', 'planned', 'inProgress', 'implemented', 'rejected', 'ineligible')"
        case .unanswered:
            condition += " AND (i.decision IS NULL OR i.decision IN ('underStudy', 'shortlisted'))"
        case .sealed:
            condition = "i.visibility = '\(seesSealed ? "sealed" : "public")'"
        case .mine:
            condition = "i.id IN (\(ownIdeaNumbers)) AND i.visibility <> 'draft'"
        }
        guard let order else {
            let ids = try fairlyOrdered(
                condition, in: challenge.id, FairOrder(lot: lot, at: now), page: page, size: size)
            let found = try ideaSummaries(
                "WHERE i.id IN (SELECT n.value FROM json_each(?) n)",
                with: ["[\(ids.map(\.description).joined(separator: ","))]"], in: challenge)
            let summaries = Dictionary(found.map { ($0.idea, $0) }) { first, _ in first }
            return ListPage(fetched: ids.compactMap { summaries[$0] }, number: max(1, page), size: size)
        }
        let found = try ideaSummaries(
            "WHERE i.challenge_id = ? AND \(condition) ORDER BY \(order) LIMIT ? OFFSET ?",
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
                EXISTS (SELECT 1 FROM vote v WHERE v.idea_id = i.id AND v.member_id = :viewer), i.answer_due_at,
                \(signsIdea), i.edited_at, EXISTS (SELECT 1 FROM idea_passed_on w WHERE w.idea_id = i.id), i.language,
                CASE WHEN i.decision IS NOT NULL THEN (SELECT d.language FROM decision d WHERE d.idea_id = i.id
                    AND d.published_at IS NOT NULL ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) END
            FROM idea i JOIN member p ON p.id = i.author_id \(clause)
            """, with: arguments
        ) { row in
            IdeaSummary(
                idea: row.id(0), challenge: row.id(1), number: row.intOrNil(2).map { Int($0) },
                title: row.text(3),
                beginning: row.text(4), author: row.member(5), visibility: try row.word(8),
                submittedAt: row.timeOrNil(9), commentCount: row.count(10),
                supportCount: showsCounts ? row.count(11) : nil, decision: try row.wordOrNil(12),
                reason: row.textOrNil(13), answerDue: row.timeOrNil(15), editedAt: row.timeOrNil(17),
                isViewers: row.flag(16),
                isSupportedByViewer: row.flag(14), isPassedOn: row.flag(18),
                language: try row.word(19), reasonLanguage: try row.wordOrNil(20) ?? .french)
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
            SELECT \(ideaColumns(naming: Self.ideaAuthors)), c.title,
                CASE WHEN i.visibility = 'hidden' THEN (SELECT a.reason FROM moderation_act a
                    WHERE a.idea_id = i.id AND a.comment_id IS NULL AND a.reason IS NOT NULL
                    ORDER BY a.at DESC, a.id DESC LIMIT 1) END
            FROM idea i JOIN member p ON p.id = i.author_id JOIN challenge c ON c.id = i.challenge_id
            WHERE i.id IN (\(ownIdeaNumbers)) AND \(challengeIsVisible)
            ORDER BY i.visibility <> 'draft', i.created_at DESC, i.id DESC LIMIT 200
            """
        ) { (try Self.makeIdea($0), $0.text(18), try $0.wordOrNil(19)) }
    }
}
