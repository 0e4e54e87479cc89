public import Domain

/// A feed address of one's own: what it is about, never the address itself, which only its owner knows.
public struct PersonalFeed: Sendable {
    /// Nil for all that its owner may see.
    public let challenge: ChallengeID?
    public let title: String?
    public let madeAt: Timestamp
}

/// What a personal feed tells.
public struct PersonalBulletin: Sendable {
    /// Nil for all that its owner may see.
    public let challenge: Challenge?
    public let events: [FeedEvent]
}

extension Look {
    /// The viewer's personal feeds, at most 100. One about a challenge that they may not see any more is without title.
    public func personalFeeds() throws -> [PersonalFeed] {
        try db.rows(
            """
            SELECT f.challenge_id, CASE WHEN \(challengeIsVisible) THEN c.title END, f.made_at
            FROM feed_key f LEFT JOIN challenge c ON c.id = f.challenge_id
            WHERE f.member_id = ? AND f.revoked_at IS NULL ORDER BY coalesce(f.challenge_id, 0) LIMIT 100
            """, viewerNumber
        ) { PersonalFeed(challenge: $0.idOrNil(0), title: $0.textOrNil(1), madeAt: $0.time(2)) }
    }

    /// Whether the viewer has a personal feed about `challenge`, or about all that they may see.
    public func hasPersonalFeed(of challenge: ChallengeID?) throws -> Bool {
        try db.exists(
            """
            SELECT 1 FROM feed_key WHERE member_id = ? AND coalesce(challenge_id, 0) = ?
                AND revoked_at IS NULL
            """, viewerNumber, challenge?.rawValue ?? 0)
    }
}

extension Store {
    /// Gives a member a personal feed about `challenge`, or about all that they may see; the one before is revoked.
    ///
    /// Throws the refusal of `Challenge.followRefusal(for:)`.
    public func makePersonalFeed(
        of challenge: ChallengeID?, _ secret: SecretDigest, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            if let challenge {
                try refuse(try acting.look.challenge(challenge).followRefusal(for: acting.viewer))
            }
            try acting.revokePersonalFeed(of: challenge)
            try acting.db.execute(
                "INSERT INTO feed_key (token_digest, member_id, challenge_id, made_at) VALUES (?, ?, ?, ?)",
                secret.bytes, member, challenge, now)
        }
    }

    /// Makes a member's personal feed answer that it is gone; one that there is not is no fault.
    public func revokePersonalFeed(of challenge: ChallengeID?, by member: MemberID, at now: Timestamp)
        async throws
    {
        try await act(by: member, at: now) { try $0.revokePersonalFeed(of: challenge) }
    }

    /// What the holder of `secret` reads: all that they may see at this moment, as themselves.
    ///
    /// Throws `Refusal.notFound` for a secret that was never given or a challenge that its owner may not see any more,
    /// `Refusal.gone` for one that was revoked.
    public func personalBulletin(_ secret: SecretDigest, at now: Timestamp) async throws -> PersonalBulletin {
        try await read { [anonymity] db in
            let key = try db.one(
                "SELECT member_id, challenge_id, revoked_at FROM feed_key WHERE token_digest = ?",
                secret.bytes
            ) {
                (
                    member: $0.id(0) as MemberID, challenge: $0.idOrNil(1) as ChallengeID?,
                    revokedAt: $0.timeOrNil(2)
                )
            }
            guard let key else { throw Refusal.notFound }
            guard key.revokedAt == nil, let profile = try db.profile(of: key.member) else {
                throw Refusal.gone
            }
            let look = Look(
                on: db.connection, viewer: try db.viewer(profile), now: now, anonymity: anonymity)
            guard let challenge = key.challenge else {
                return PersonalBulletin(challenge: nil, events: try look.feedEvents(in: .platform))
            }
            return PersonalBulletin(
                challenge: try look.challenge(challenge),
                events: try look.feedEvents(in: .challenge(challenge)))
        }
    }
}

extension Acting {
    fileprivate func revokePersonalFeed(of challenge: ChallengeID?) throws {
        try db.execute(
            """
            UPDATE feed_key SET revoked_at = ? WHERE member_id = ? AND coalesce(challenge_id, 0) = ?
                AND revoked_at IS NULL
            """, now, member.id, challenge?.rawValue ?? 0)
    }
}
