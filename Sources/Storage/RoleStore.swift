public import Domain

/// A role that somebody holds.
public struct RoleHolding: Sendable {
    public let member: Member
    public let role: Role
    /// Nil: for every challenge.
    public let challenge: ChallengeID?
    public let challengeTitle: String?
}

extension Look {
    /// The roles given, by member. For administrators alone.
    public func roleHoldings() throws -> [RoleHolding] {
        try requireAdministrator()
        return try db.rows(
            """
            SELECT p.id, p.pseudonym, p.is_staff, r.role, c.id, c.title
            FROM role r JOIN member p ON p.id = r.member_id LEFT JOIN challenge c ON c.id = r.challenge_id
            ORDER BY p.pseudonym_key, c.title, r.role
            """
        ) { row -> RoleHolding? in
            guard let member = row.member(0) else { return nil }
            return RoleHolding(
                member: member, role: try row.word(3), challenge: row.idOrNil(4),
                challengeTitle: row.textOrNil(5))
        }.compactMap(\.self)
    }

    /// Those who administer the platform, by pseudonym. For administrators alone.
    public func administrators() throws -> [Member] {
        try requireAdministrator()
        return try db.rows(
            "SELECT id, pseudonym, is_staff FROM member WHERE is_administrator = 1 ORDER BY pseudonym_key"
        ) { $0.member(0) }.compactMap(\.self)
    }

    /// Members whose pseudonym begins with `text`, at most 20; with an `@` in it, the one whose address it is: that is
    /// surer, since anybody may call themselves like a colleague. For administrators alone.
    public func members(matching text: String) throws -> [Member] {
        try requireAdministrator()
        let key = text.trimmed.lowercased()
        guard !key.isEmpty else { return [] }
        let columns = "SELECT id, pseudonym, is_staff FROM member"
        if key.contains("@") {
            return try db.rows("\(columns) WHERE email_key = ?", key) { $0.member(0) }.compactMap(\.self)
        }
        return try db.rows(
            "\(columns) WHERE pseudonym_key >= ? AND pseudonym_key < ? ORDER BY pseudonym_key LIMIT 20",
            key, key + "\u{10FFFF}"
        ) { $0.member(0) }.compactMap(\.self)
    }

    /// The member with this number, to give roles to. For administrators alone; throws `Refusal.notFound` if there is none.
    public func holder(_ id: MemberID) throws -> Member {
        try requireAdministrator()
        guard let account = try db.account(of: id) else { throw Refusal.notFound }
        return account.member
    }

    /// All challenges by title, for choosing one. For administrators alone.
    public func challengeTitles() throws -> [(id: ChallengeID, title: String)] {
        try requireAdministrator()
        return try db.rows("SELECT id, title FROM challenge ORDER BY id DESC LIMIT 500") {
            ($0.id(0), $0.text(1))
        }
    }

    /// Throws unless the viewer administers the platform; to others the page does not exist.
    public func requireAdministrator() throws {
        guard viewer.member != nil else { throw Refusal.signInRequired }
        guard viewer.isAdministrator else { throw Refusal.notFound }
    }
}

extension Store {
    /// Gives `member` roles for every challenge on the word of whoever runs the machine, for no one may have an
    /// account yet who could.
    /// - Throws: ``StorageFailure``, of kind `foreignKey` when the member is unknown.
    public func appoint(_ member: MemberID, to roles: [Role], at now: Timestamp) async throws {
        try await write { db in
            for role in roles {
                try db.execute(
                    """
                    INSERT INTO role (member_id, challenge_id, role, given_by, given_at)
                    VALUES (?, NULL, ?, NULL, ?) ON CONFLICT DO NOTHING
                    """, member, role.rawValue, now)
            }
        }
    }

    /// Gives `member` a role for one challenge, or for all of them. Giving it twice changes nothing.
    ///
    /// Throws `Refusal.notFound` if the member or the challenge is unknown, `.forbidden` to non-administrators.
    public func giveRole(
        _ role: Role, for challenge: ChallengeID?, to member: MemberID, by administrator: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: administrator, at: now) { acting in
            guard acting.viewer.isAdministrator else { throw Refusal.forbidden(.administratorOnly) }
            guard
                try acting.db.exists(
                    "SELECT 1 FROM member WHERE id = ? AND deleted_at IS NULL", member)
            else { throw Refusal.notFound }
            if let challenge {
                _ = try acting.look.challenge(challenge)
            }
            _ = try acting.db.execute(
                """
                INSERT INTO role (member_id, challenge_id, role, given_by, given_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, member, challenge, role.rawValue, administrator, now)
            _ = try acting.db.execute("UPDATE member SET is_staff = 1 WHERE id = ?", member)
        }
    }

    /// Takes a role back. Taking one that is not held changes nothing.
    ///
    /// Throws `Refusal.forbidden` to non-administrators, and for the accounts that a demonstration lends.
    public func takeRole(
        _ role: Role, for challenge: ChallengeID?, from member: MemberID, by administrator: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: administrator, at: now) { acting in
            guard acting.viewer.isAdministrator else { throw Refusal.forbidden(.administratorOnly) }
            try refuse(try acting.db.account(of: member)?.changeRefusal)
            _ = try acting.db.execute(
                "DELETE FROM role WHERE member_id = ? AND challenge_id IS ? AND role = ?", member, challenge,
                role.rawValue)
            _ = try acting.db.execute(
                """
                UPDATE member SET is_staff = is_administrator
                WHERE id = ? AND NOT EXISTS (SELECT 1 FROM role WHERE member_id = member.id)
                """, member)
        }
    }
}
