public import Domain

/// What a member's own account holds, for the page on which they look after it.
public struct OwnAccount: Sendable {
    public let account: Account
    public let memberships: [OwnMembership]
    public let roles: [RoleHolding]
    public let isAdministrator: Bool
    public let followed: FollowedSubjects
    public let reports: [OwnReport]
    public let hiddenComments: [OwnHiddenComment]
    public let complaints: [Complaint]
    /// What the insurer imported about them.
    public let holdings: [Holding]
}

/// A community of one's own, and one's name there.
public struct OwnMembership: Sendable {
    public let community: Community
    public let pseudonym: String
}

extension Look {
    /// The viewer's own account. Throws `Refusal.signInRequired` to visitors.
    public func ownAccount() throws -> OwnAccount {
        let member = try viewer.requireMember()
        guard let account = try db.account(of: member.id) else { throw Refusal.signInRequired }
        return OwnAccount(
            account: account,
            memberships: try db.rows(
                """
                SELECT \(Self.communityColumns), ms.pseudonym
                FROM membership ms JOIN community k ON k.id = ms.community_id
                WHERE ms.member_id = ? ORDER BY k.name
                """, member.id
            ) { OwnMembership(community: Self.makeCommunity($0), pseudonym: $0.text(6)) },
            roles: try db.rows(
                """
                SELECT r.role, c.id, c.title FROM role r LEFT JOIN challenge c ON c.id = r.challenge_id
                WHERE r.member_id = ? ORDER BY c.title, r.role
                """, member.id
            ) { row in
                RoleHolding(
                    member: member, role: try row.word(0), challenge: row.idOrNil(1),
                    challengeTitle: row.textOrNil(2))
            },
            isAdministrator: viewer.isAdministrator, followed: try followedSubjects(),
            reports: try ownReports(), hiddenComments: try ownHiddenComments(),
            complaints: try ownComplaints(), holdings: try ownHoldings())
    }

    /// The viewer's membership in `community`; nil if they are not in it.
    public func ownMembership(in community: Community) throws -> OwnMembership? {
        try db.one(
            "SELECT pseudonym FROM membership WHERE community_id = ? AND member_id = ?", community.id,
            viewerNumber
        ) { OwnMembership(community: community, pseudonym: $0.text(0)) }
    }
}

extension Reading {
    /// The account of a member; nil if there is none or it was deleted.
    func account(of member: MemberID) throws -> Account? {
        try one(
            """
            SELECT p.id, p.pseudonym, p.is_staff, p.email, p.language, p.joined_at,
                EXISTS (SELECT 1 FROM origin o WHERE o.seeded_at >= p.joined_at),
                p.is_administrator AND (SELECT count(*) FROM member WHERE is_administrator = 1) = 1
            FROM member p WHERE p.id = ? AND p.deleted_at IS NULL
            """, member
        ) { row -> Account? in
            guard let known = row.member(0) else { return nil }
            return Account(
                member: known, email: row.text(3), language: try row.word(4), joinedAt: row.time(5),
                isLent: row.flag(6), isLastAdministrator: row.flag(7))
        } ?? nil
    }
}

extension Acting {
    /// The account of the one who acts.
    func account() throws -> Account {
        guard let account = try db.account(of: member.id) else { throw Refusal.signInRequired }
        return account
    }
}
