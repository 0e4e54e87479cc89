public import Domain

/// An invitation to sign somebody's idea.
public struct CoAuthorInvitation: Sendable {
    public let idea: IdeaID
    public let title: String
    /// The beginning of the text, as typed.
    public let beginning: String
    public let challengeTitle: String
    /// Nil once the account is gone.
    public let inviter: Member?
    public let invitedAt: Timestamp
}

extension Look {
    /// The SQL that adds to the name of idea `i`'s author those of the people who sign it with them, parted by U+001F.
    /// `other` is the same expression as `first`, of a member `a`.
    static func withCoAuthors(_ first: String, _ other: String) -> String {
        """
        nullif(ltrim(coalesce(\(first), '') || coalesce((SELECT group_concat(char(31) || \(other), '')
            FROM co_author ca CROSS JOIN member a ON a.id = ca.member_id
            WHERE ca.idea_id = i.id AND ca.state = 'joined'), ''), char(31)), '')
        """
    }

    /// `authorName` of all who sign idea `i` in challenge `c`.
    static let ideaAuthors = withCoAuthors(authorName, authorName(of: "a"))

    /// The SQL that gives who may sign idea `i` besides its author: numbers, below zero of those who are only asked.
    static let coAuthorNumbers = """
        (SELECT group_concat(CASE n.state WHEN 'joined' THEN n.member_id ELSE -n.member_id END) FROM co_author n
            WHERE n.idea_id = i.id AND n.state IN ('joined', 'invited'))
        """

    /// The SQL condition under which the viewer signs idea `i`, or was asked to.
    var signsIdea: String {
        """
        (i.author_id = :viewer OR EXISTS (SELECT 1 FROM co_author g WHERE g.idea_id = i.id
            AND g.member_id = :viewer AND g.state IN ('joined', 'invited')))
        """
    }

    /// Who signs an idea and how they share, for those who sign it or are asked to. Throws the refusal of
    /// `Idea.authorshipRefusal` to others.
    public func authorship(of id: IdeaID) throws -> (
        idea: Idea, challenge: Challenge, authorship: Authorship
    ) {
        let (idea, challenge) = try ideaInChallenge(id)
        if !idea.isGuest(viewer) { try refuse(idea.authorshipRefusal(for: viewer, in: challenge)) }
        return (idea, challenge, try authorship(of: idea, in: challenge))
    }

    func authorship(of idea: Idea, in challenge: Challenge) throws -> Authorship {
        let name = Self.authorName(in: challenge.content.community)
        let proposer = try db.one(
            """
            SELECT p.id, \(name), p.is_staff FROM idea i JOIN member p ON p.id = i.author_id WHERE i.id = ?
            """, idea.id
        ) { $0.member(0) }
        let people = try db.rows(
            """
            SELECT p.id, \(name), p.is_staff, n.state, n.invited_at
            FROM co_author n JOIN member p ON p.id = n.member_id WHERE n.idea_id = ?
            """, idea.id
        ) { row in
            CoAuthor(
                member: row.member(0) ?? Member(id: row.id(0), pseudonym: nil), state: try row.word(3),
                invitedAt: row.time(4))
        }
        let authors =
            [proposer ?? nil].compactMap(\.self)
            + people.filter { $0.state == .joined && $0.member.pseudonym != nil }.map(\.member)
        let agreed = try shares(of: idea.id)
        let covers = agreed.map { shares in authors.allSatisfy { shares[$0.id] != nil } } ?? false
        return Authorship(
            authors: authors, others: people.filter { $0.state != .joined }, agreed: covers ? agreed : nil,
            proposal: try shareProposal(on: idea.id))
    }

    /// The percents on which the authors of an idea agreed last; nil if they never did.
    func shares(of idea: IdeaID) throws -> [MemberID: Int]? {
        let round = try db.one(
            """
            SELECT id FROM share_round WHERE idea_id = ? AND agreed_at IS NOT NULL
            ORDER BY agreed_at DESC, id DESC LIMIT 1
            """, idea
        ) { $0.int(0) }
        guard let round else { return nil }
        let parts = try db.rows("SELECT member_id, percent FROM share_part WHERE round_id = ?", round) {
            ($0.id(0) as MemberID, $0.count(1))
        }
        return Dictionary(uniqueKeysWithValues: parts)
    }

    private func shareProposal(on idea: IdeaID) throws -> ShareProposal? {
        let rows = try db.rows(
            """
            SELECT r.proposed_by, r.proposed_at, s.member_id, s.percent, s.agreed_at IS NOT NULL
            FROM share_round r JOIN share_part s ON s.round_id = r.id
            WHERE r.idea_id = ? AND r.agreed_at IS NULL
            """, idea
        ) { row in
            (
                by: row.id(0) as MemberID, at: row.time(1), member: row.id(2) as MemberID,
                percent: row.count(3), agrees: row.flag(4)
            )
        }
        return rows.first.map { first in
            ShareProposal(
                by: first.by, at: first.at,
                percents: Dictionary(uniqueKeysWithValues: rows.map { ($0.member, $0.percent) }),
                agreed: Set(rows.filter(\.agrees).map(\.member)))
        }
    }

    /// Ideas that the viewer is asked to sign, the latest first.
    public func invitations() throws -> [CoAuthorInvitation] {
        guard viewer.member != nil else { throw Refusal.signInRequired }
        return try db.rows(
            """
            SELECT i.id, i.title, substr(i.text, 1, 400), c.title, p.id, \(Self.authorName), p.is_staff, n.invited_at
            FROM co_author n CROSS JOIN idea i ON i.id = n.idea_id CROSS JOIN challenge c ON c.id = i.challenge_id
            CROSS JOIN member p ON p.id = n.invited_by
            WHERE n.member_id = ? AND n.state = 'invited' AND \(challengeIsVisible)
                AND i.visibility IN ('public', 'sealed', 'awaitingModeration')
            ORDER BY n.idea_id DESC LIMIT 50
            """, viewerNumber
        ) { row in
            CoAuthorInvitation(
                idea: row.id(0), title: row.text(1), beginning: row.text(2), challengeTitle: row.text(3),
                inviter: row.member(4), invitedAt: row.time(7))
        }
    }
}
