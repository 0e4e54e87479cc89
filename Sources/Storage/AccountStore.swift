public import Domain

/// The SHA-256 of a session's token: all that the store knows of it.
public struct SessionKey: Hashable, Sendable {
    /// 32 bytes.
    public let digest: [UInt8]

    public init(digest: [UInt8]) {
        self.digest = digest
    }
}

/// A member as they see themselves.
public struct Profile: Sendable {
    public let member: Member
    public let email: String
    public let language: Language
    public let isAdministrator: Bool
}

/// What is needed to tell whether a password is right.
public struct Credentials: Sendable {
    public let member: MemberID
    /// A PHC string.
    public let passwordHash: String
}

extension Reading {
    private static var profileColumns: String {
        "p.id, p.pseudonym, p.is_staff, p.email, p.language, p.is_administrator"
    }

    private func makeProfile(_ row: borrowing Row) throws -> Profile? {
        guard let member = row.member(0) else { return nil }
        return Profile(
            member: member, email: row.text(3), language: try row.word(4), isAdministrator: row.flag(5))
    }

    func profile(of session: SessionKey, at now: Timestamp) throws -> Profile? {
        try one(
            """
            SELECT \(Self.profileColumns) FROM session s JOIN member p ON p.id = s.member_id
            WHERE s.token_digest = ? AND s.expires_at > ?
            """, session.digest, now, make: makeProfile) ?? nil
    }

    func profile(of member: MemberID) throws -> Profile? {
        try one(
            "SELECT \(Self.profileColumns) FROM member p WHERE p.id = ? AND p.deleted_at IS NULL", member,
            make: makeProfile) ?? nil
    }

    func viewer(_ profile: Profile?) throws -> Viewer {
        guard let profile else { return .visitor }
        var everywhere: Set<Role> = []
        var byChallenge: [ChallengeID: Set<Role>] = [:]
        let roles = try rows("SELECT challenge_id, role FROM role WHERE member_id = ?", profile.member.id) {
            row in
            (row.idOrNil(0) as ChallengeID?, try row.word(1, as: Role.self))
        }
        for (challenge, role) in roles {
            if let challenge {
                byChallenge[challenge, default: []].insert(role)
            } else {
                everywhere.insert(role)
            }
        }
        let communities: [CommunityID] = try rows(
            "SELECT community_id FROM membership WHERE member_id = ?", profile.member.id
        ) { $0.id(0) }
        return Viewer(
            member: profile.member, isAdministrator: profile.isAdministrator, rolesEverywhere: everywhere,
            rolesByChallenge: byChallenge, communities: Set(communities),
            segments: try segments(of: profile.member.id), invitations: try invitations(of: profile.member.id)
        )
    }
}

extension Store {
    /// The member who holds `session`, without what a page would say to them; nil if nobody does.
    public func holder(of session: SessionKey, at now: Timestamp) async throws -> MemberID? {
        try await read { try $0.profile(of: session, at: now)?.member.id }
    }

    /// The credentials of the account with this address, if there is one.
    public func credentials(email: String) async throws -> Credentials? {
        let key = EmailAddress.key(email)
        return try await read { db in
            try db.one("SELECT id, password FROM member WHERE email_key = ?", key) { row in
                Credentials(member: row.id(0), passwordHash: row.text(1))
            }
        }
    }

    /// The credentials of a member, to ask for the password once more.
    public func credentials(of member: MemberID) async throws -> Credentials? {
        try await read { db in
            try db.one("SELECT id, password FROM member WHERE id = ? AND deleted_at IS NULL", member) { row in
                Credentials(member: row.id(0), passwordHash: row.text(1))
            }
        }
    }

    /// Opens an account. The registration's password has been hashed by the caller into a PHC string.
    ///
    /// Throws `Refusal.invalid` if something has to be mended. An address that already has an account gives nil rather
    /// than a refusal, so that the caller can answer without revealing it.
    public func register(
        _ registration: Registration, passwordHash: String, isAdministrator: Bool = false,
        isStaff: Bool = false,
        at now: Timestamp
    ) async throws -> MemberID? {
        try await write { db in
            try refuse(registration.problems)
            // Before the address: a pseudonym known to be taken must not tell whether the address has an account.
            try db.requireFree(pseudonym: registration.pseudonym)
            if try db.exists("SELECT 1 FROM member WHERE email_key = ?", EmailAddress.key(registration.email))
            {
                // A write all the same: the time that the disk takes would tell.
                _ = try db.execute(
                    "UPDATE member SET joined_at = joined_at WHERE email_key = ?",
                    EmailAddress.key(registration.email))
                return nil
            }
            let member = MemberID(
                try db.insert(
                    """
                    INSERT INTO member (email, email_key, password, pseudonym, pseudonym_key, language,
                        is_administrator, is_staff, joined_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    registration.email, EmailAddress.key(registration.email), passwordHash,
                    registration.pseudonym,
                    registration.pseudonym.lowercased(), registration.language.rawValue, isAdministrator,
                    isStaff, now))
            try db.claimHoldings(of: registration.email, for: member)
            return member
        }
    }

    /// Remembers a session until `expiry`, and forgets those that are over, as well as the one that the same browser
    /// held before.
    public func openSession(
        _ session: SessionKey, for member: MemberID, at now: Timestamp, until expiry: Timestamp,
        replacing previous: SessionKey? = nil
    ) async throws {
        try await write { db in
            _ = try db.execute("DELETE FROM session WHERE expires_at <= ?", now)
            if let previous {
                _ = try db.execute("DELETE FROM session WHERE token_digest = ?", previous.digest)
            }
            _ = try db.execute(
                "INSERT INTO session (token_digest, member_id, opened_at, expires_at) VALUES (?, ?, ?, ?)",
                session.digest, member, now, expiry)
        }
    }

    /// Forgets a session; one that is unknown is no fault.
    public func closeSession(_ session: SessionKey) async throws {
        try await write { db in
            _ = try db.execute("DELETE FROM session WHERE token_digest = ?", session.digest)
        }
    }

    /// Changes what a member shows of themselves.
    public func changeProfile(pseudonym: String, language: Language, by member: MemberID, at now: Timestamp)
        async throws
    {
        let pseudonym = pseudonym.trimmed
        try await act(by: member, at: now) { acting in
            let account = try acting.account()
            if pseudonym != account.member.pseudonym { try refuse(account.changeRefusal) }
            try refuse([Pseudonym.problem(in: pseudonym)].compactMap(\.self))
            try acting.db.requireFree(pseudonym: pseudonym, except: member)
            _ = try acting.db.execute(
                "UPDATE member SET pseudonym = ?, pseudonym_key = ?, language = ? WHERE id = ?",
                pseudonym, pseudonym.lowercased(), language.rawValue, member)
        }
    }

    /// Remembers the language in which a member reads.
    public func changeLanguage(_ language: Language, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            _ = try acting.db.execute(
                "UPDATE member SET language = ? WHERE id = ?", language.rawValue, member)
        }
    }

    /// Changes the password and closes every other session of the member.
    public func changePassword(
        hash: String, keeping session: SessionKey?, by member: MemberID, at now: Timestamp
    )
        async throws
    {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.account().changeRefusal)
            _ = try acting.db.execute("UPDATE member SET password = ? WHERE id = ?", hash, member)
            _ = try acting.db.execute(
                "DELETE FROM session WHERE member_id = ? AND token_digest <> ?", member, session?.digest ?? []
            )
        }
    }

    /// Deletes an account: nothing personal stays. Drafts go, and so do supports in votes that still run, or a second
    /// account could support once more; what was said in public and counted stays without a name.
    ///
    /// Throws the refusal of `Account.deletionRefusal`.
    public func deleteAccount(of member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let db = acting.db
            try refuse(try acting.account().deletionRefusal)
            // Nobody need read what goes with an account.
            _ = try db.execute(
                """
                UPDATE moderation_case SET outcome = 'withdrawn', closed_at = ?, closed_by = ?
                WHERE closed_at IS NULL AND reaction_id IN (SELECT r.id FROM draft_reaction r
                    WHERE r.member_id = ? AND EXISTS (SELECT 1 FROM phase ph
                        WHERE ph.challenge_id = r.challenge_id AND ph.rights & ? <> 0
                            AND (ph.closes_at IS NULL OR ph.closes_at > ?)))
                """, now, member, member, Phase.Rights.vote.rawValue, now)
            // Marks and reactions are counted as supports are.
            for table in ["vote", "mark", "duel", "ballot", "draft_reaction", "concern"] {
                _ = try db.execute(
                    """
                    DELETE FROM \(table) WHERE member_id = ? AND EXISTS (
                        SELECT 1 FROM phase ph WHERE ph.challenge_id = \(table).challenge_id
                            AND ph.rights & ? <> 0 AND (ph.closes_at IS NULL OR ph.closes_at > ?))
                    """, member, Phase.Rights.vote.rawValue, now)
            }
            try acting.endPractices()
            for table in ["session", "membership", "role"] {
                _ = try db.execute("DELETE FROM \(table) WHERE member_id = ?", member)
            }
            _ = try db.execute("DELETE FROM idea WHERE author_id = ? AND visibility = 'draft'", member)
            _ = try db.execute(
                "UPDATE ballot_aside SET appeal = NULL, appealed_at = NULL WHERE member_id = ?", member)
            _ = try db.execute("UPDATE report SET words = '' WHERE reporter_id = ?", member)
            _ = try db.execute("DELETE FROM jury_seat WHERE member_id = ?", member)
            _ = try db.execute("UPDATE jury_card SET note = '' WHERE member_id = ?", member)
            try acting.forgetPoints()
            _ = try db.execute(
                """
                UPDATE member SET email = NULL, email_key = NULL, password = NULL, pseudonym = NULL,
                    pseudonym_key = NULL, is_administrator = 0, is_staff = 0, deleted_at = ?
                WHERE id = ?
                """, now, member)
        }
    }
}

extension Reading {
    /// Throws if another member bears `pseudonym`, whatever its case.
    func requireFree(pseudonym: String, except member: MemberID? = nil) throws {
        let isTaken = try exists(
            "SELECT 1 FROM member WHERE pseudonym_key = ? AND id <> ?", pseudonym.lowercased(),
            member?.rawValue ?? 0)
        if isTaken { throw Refusal.invalid("pseudonym", .taken) }
    }
}
