public import Domain

/// The SHA-256 of the secret in a link: all that the store knows of it.
public struct SecretDigest: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// What is behind an invitation's link.
public enum InvitationDoor: Sendable {
    case open(InvitationOffer)
    /// Nobody used it in time. What it led to is not told any more.
    case expired(Timestamp)
    /// Another account used it.
    case used
}

/// What the page of an invitation's link shows.
public struct InvitationOffer: Sendable {
    public let challenge: ChallengeID
    public let title: String
    public let question: String
    /// Whether the viewer may see the challenge already.
    public let isOpen: Bool
}

extension Look {
    /// Those who were invited to a challenge, the last first, at most 500. Throws the refusal of
    /// `Challenge.invitationRefusal(for:)`.
    public func invitations(to id: ChallengeID) throws -> (challenge: Challenge, list: [Invitation]) {
        let challenge = try challenge(id)
        try refuse(challenge.invitationRefusal(for: viewer))
        let list = try db.rows(
            """
            SELECT id, email, sent_at, used_at, expires_at FROM invitation WHERE challenge_id = ?
            ORDER BY email_key LIMIT 500
            """, id
        ) {
            Invitation(
                id: $0.id(0), email: $0.text(1), sentAt: $0.time(2), usedAt: $0.timeOrNil(3),
                expiresAt: $0.time(4))
        }
        return (challenge, list)
    }

    /// What a link invites to. Throws `Refusal.notFound` if it is none of ours, was withdrawn, or leads to a challenge that
    /// is not public yet.
    public func invitationDoor(_ secret: SecretDigest) throws -> InvitationDoor {
        let found = try db.one(
            """
            SELECT c.id, c.title, c.question, c.standing, v.member_id, v.expires_at
            FROM invitation v CROSS JOIN challenge c ON c.id = v.challenge_id
            WHERE v.token_digest = ? AND c.is_by_invitation
            """, secret.bytes
        ) { row in
            (
                challenge: row.id(0) as ChallengeID, title: row.text(1), question: row.text(2),
                standing: try row.word(3, as: Challenge.Standing.self), user: row.idOrNil(4) as MemberID?,
                end: row.time(5)
            )
        }
        guard let found, found.standing != .draft else { throw Refusal.notFound }
        let isOpen = viewer.invitations.contains(found.challenge) || viewer.isStaff(of: found.challenge)
        // Whoever may see the challenge already is led there, whatever became of the link.
        if !isOpen {
            guard found.user == nil else { return .used }
            guard now < found.end else { return .expired(found.end) }
        }
        return .open(
            InvitationOffer(
                challenge: found.challenge, title: found.title, question: found.question, isOpen: isOpen))
    }
}

extension Store {
    /// Invites people to a challenge by links, whose secrets the caller makes and hands over. An address whose link waits
    /// gets the new one in its place; one whose link was used keeps what it has, and is not in what is returned.
    /// - Parameter days: For how long the links hold.
    /// - Returns: The addresses whose links are new.
    ///
    /// Throws the refusal of `Challenge.invitationRefusal(for:)`, `.invalid` for other days than those offered.
    public func invite(
        _ secrets: [(email: String, digest: SecretDigest)], to challenge: ChallengeID,
        forDays days: Int = Invitation.validities[0], by member: MemberID, at now: Timestamp
    ) async throws -> Set<String> {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.challenge(challenge).invitationRefusal(for: acting.viewer))
            try refuse([Invitation.problem(inDays: days)].compactMap(\.self))
            var invited: Set<String> = []
            for (email, digest) in secrets {
                let count = try acting.db.execute(
                    """
                    INSERT INTO invitation
                        (challenge_id, email, email_key, token_digest, sent_by, sent_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (challenge_id, email_key) DO UPDATE SET email = excluded.email,
                        token_digest = excluded.token_digest, sent_by = excluded.sent_by,
                        sent_at = excluded.sent_at, expires_at = excluded.expires_at
                    WHERE used_at IS NULL
                    """, challenge, email, EmailAddress.key(email), digest.bytes, member, now,
                    now + .days(Int64(days)))
                if count > 0 { invited.insert(email) }
            }
            return invited
        }
    }

    /// Takes an invitation back, with all that it opened.
    ///
    /// Throws the refusal of `Challenge.invitationRefusal(for:)`, `.notFound` if there is no such invitation to it.
    public func withdrawInvitation(
        _ id: InvitationID, to challenge: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.challenge(challenge).invitationRefusal(for: acting.viewer))
            let count = try acting.db.execute(
                "DELETE FROM invitation WHERE id = ? AND challenge_id = ?", id, challenge)
            if count == 0 { throw Refusal.notFound }
        }
    }

    /// Lets the link of an invitation that nobody used be used for the usual time from now on, expired or not.
    ///
    /// Throws the refusal of `Challenge.invitationRefusal(for:)`, `.notFound` if there is no such invitation to it,
    /// `.gone` if somebody used it.
    public func renewInvitation(
        _ id: InvitationID, to challenge: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.challenge(challenge).invitationRefusal(for: acting.viewer))
            let isUsed = try acting.db.one(
                "SELECT used_at IS NOT NULL FROM invitation WHERE id = ? AND challenge_id = ?", id, challenge
            ) { $0.flag(0) }
            guard let isUsed else { throw Refusal.notFound }
            guard !isUsed else { throw Refusal.gone }
            try acting.db.execute(
                "UPDATE invitation SET expires_at = max(expires_at, ?) WHERE id = ?",
                now + .days(Int64(Invitation.validities[0])), id)
        }
    }

    /// Binds a link to the member who uses it first. Doing it twice changes nothing; somebody who may see the challenge
    /// already leaves the link to another.
    ///
    /// Throws the refusal of `Look.invitationDoor(_:)`, `.gone` if it expired or somebody else used it.
    public func acceptInvitation(_ secret: SecretDigest, by member: MemberID, at now: Timestamp) async throws
        -> ChallengeID
    {
        try await act(by: member, at: now) { acting in
            guard case .open(let offer) = try acting.look.invitationDoor(secret) else { throw Refusal.gone }
            if !offer.isOpen {
                try acting.db.execute(
                    """
                    UPDATE invitation SET member_id = ?, used_at = ?
                    WHERE token_digest = ? AND member_id IS NULL
                    """, member, now, secret.bytes)
            }
            return offer.challenge
        }
    }
}
