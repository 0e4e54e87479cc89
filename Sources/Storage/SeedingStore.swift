public import Domain

/// An account as a seeded world describes it.
public struct SeededMember: Sendable {
    public let email: String
    public let pseudonym: String
    /// A PHC string, or anything else to let nobody in.
    public let passwordHash: String
    public let isAdministrator: Bool
    public let isStaff: Bool
    public let joinedAt: Timestamp

    public init(
        email: String, pseudonym: String, passwordHash: String, isAdministrator: Bool = false,
        isStaff: Bool = false, joinedAt: Timestamp
    ) {
        self.email = email
        self.pseudonym = pseudonym
        self.passwordHash = passwordHash
        self.isAdministrator = isAdministrator
        self.isStaff = isStaff
        self.joinedAt = joinedAt
    }
}

extension Store {
    /// What one needs to write the rules of a challenge, for a script that has no session. Throws as
    /// `Look.regulationToWrite` does.
    public func regulationToWrite(of id: ChallengeID, for member: MemberID, at now: Timestamp) async throws
        -> RegulationToWrite
    {
        try await act(by: member, at: now) { try $0.look.regulationToWrite(of: id) }
    }

    /// Whether a challenge has rules that are accepted before one submits.
    public func hasRegulation(_ id: ChallengeID) async throws -> Bool {
        try await read { try $0.exists("SELECT 1 FROM regulation WHERE challenge_id = ?", id) }
    }

    /// Opens many accounts at once, in order, for a world that is made up.
    /// - Returns: Their numbers, in the same order.
    /// - Throws: ``StorageFailure``, of kind `unique` when an address or a pseudonym is taken.
    public func seedMembers(_ members: [SeededMember]) async throws -> [MemberID] {
        try await write { db in
            try members.map { member in
                Identifier(
                    try db.insert(
                        """
                        INSERT INTO member (email, email_key, password, pseudonym, pseudonym_key, language,
                            is_administrator, is_staff, joined_at)
                        VALUES (?, ?, ?, ?, ?, 'fr', ?, ?, ?)
                        """,
                        member.email, EmailAddress.key(member.email), member.passwordHash, member.pseudonym,
                        member.pseudonym.lowercased(), member.isAdministrator, member.isStaff,
                        member.joinedAt))
            }
        }
    }

    /// What was dealt to a juror of a made-up world, by idea.
    /// - Throws: ``StorageFailure``.
    public func dealtIdeas(to juror: MemberID, in challenge: ChallengeID) async throws -> [(
        idea: IdeaID, isShared: Bool
    )] {
        try await read { db in
            try db.rows(
                """
                SELECT idea_id, is_shared FROM jury_card WHERE challenge_id = ? AND member_id = ?
                ORDER BY idea_id
                """, challenge, juror
            ) { ($0.id(0), $0.flag(1)) }
        }
    }

    /// The latest line of somebody's points from a source, in a made-up world, and the objection to it; nil without any.
    /// - Throws: ``StorageFailure``.
    public func newestPoints(of member: MemberID, from source: PointSource) async throws -> (
        line: PointLineID, contest: PointContestID?
    )? {
        try await read { db in
            try db.one(
                """
                SELECT l.id, k.id FROM points_line l LEFT JOIN points_contest k ON k.line_id = l.id
                WHERE l.member_id = ? AND l.source = ? ORDER BY l.booked_at DESC, l.id DESC LIMIT 1
                """, member, source.rawValue
            ) { ($0.id(0), $0.idOrNil(1)) }
        }
    }

    /// Whether an idea of a made-up world waits to be read.
    /// - Throws: ``StorageFailure``.
    public func awaitsModeration(_ idea: IdeaID) async throws -> Bool {
        try await read { db in
            try db.exists("SELECT 1 FROM idea WHERE id = ? AND visibility = 'awaitingModeration'", idea)
        }
    }
}

/// An idea as a large made-up world has it: public, submitted at its moment.
public struct SeededIdea: Sendable {
    public let challenge: ChallengeID
    public let number: Int
    public let author: MemberID
    public let content: IdeaContent
    public let submittedAt: Timestamp
    public let answerDue: Timestamp?

    public init(
        challenge: ChallengeID, number: Int, author: MemberID, content: IdeaContent, submittedAt: Timestamp,
        answerDue: Timestamp?
    ) {
        self.challenge = challenge
        self.number = number
        self.author = author
        self.content = content
        self.submittedAt = submittedAt
        self.answerDue = answerDue
    }
}

/// A support in a large made-up world.
public struct SeededVote: Sendable {
    public let idea: IdeaID
    public let challenge: ChallengeID
    public let member: MemberID
    public let castAt: Timestamp

    public init(idea: IdeaID, challenge: ChallengeID, member: MemberID, castAt: Timestamp) {
        self.idea = idea
        self.challenge = challenge
        self.member = member
        self.castAt = castAt
    }
}

/// A comment in a large made-up world.
public struct SeededComment: Sendable {
    public let idea: IdeaID
    public let author: MemberID
    public let stance: Comment.Stance
    public let text: String
    public let writtenAt: Timestamp

    public init(idea: IdeaID, author: MemberID, stance: Comment.Stance, text: String, writtenAt: Timestamp) {
        self.idea = idea
        self.author = author
        self.stance = stance
        self.text = text
        self.writtenAt = writtenAt
    }
}

/// A public decision in a large made-up world.
public struct SeededDecision: Sendable {
    public let idea: IdeaID
    public let challenge: ChallengeID
    public let code: Decision.Code
    public let reason: String
    public let by: MemberID
    public let at: Timestamp

    public init(
        idea: IdeaID, challenge: ChallengeID, code: Decision.Code, reason: String, by: MemberID, at: Timestamp
    ) {
        self.idea = idea
        self.challenge = challenge
        self.code = code
        self.reason = reason
        self.by = by
        self.at = at
    }
}
