public import Domain

/// The rules of a challenge for whoever reads them.
public struct RegulationDetail: Sendable {
    public let challenge: Challenge
    /// The one asked for.
    public let shown: Regulation
    /// The one before it, to which it is compared.
    public let previous: Regulation?
    /// The number of the one in force.
    public let current: Int
    /// When each was written, the latest first.
    public let versions: [(number: Int, at: Timestamp)]
    /// What the viewer accepted last.
    public let acceptance: RegulationAcceptance?
}

/// The rules of a challenge for whoever writes them.
public struct RegulationToWrite: Sendable {
    public let challenge: Challenge
    public let last: Regulation?
    public let plan: RewardPlan
    public let jury: JuryRules?
    /// How many people accepted the version in force.
    public let acceptances: Int
}

extension Look {
    /// The version of the rules in force; nil if the challenge has none.
    public func regulation(of challenge: ChallengeID) throws -> Regulation? {
        try db.one(
            """
            SELECT \(Self.regulationColumns) FROM regulation g WHERE g.challenge_id = ?
            ORDER BY g.number DESC LIMIT 1
            """, challenge, make: Self.makeRegulation)
    }

    /// The number of the version in force; nil if there is none.
    public func regulationNumber(of challenge: ChallengeID) throws -> Int? {
        try db.one(
            "SELECT number FROM regulation WHERE challenge_id = ? ORDER BY number DESC LIMIT 1", challenge
        ) { $0.count(0) }
    }

    /// What the viewer accepted last of the rules of a challenge.
    public func regulationAcceptance(in challenge: ChallengeID) throws -> RegulationAcceptance? {
        try db.one(
            """
            SELECT number, language, fingerprint, accepted_at FROM regulation_acceptance
            WHERE challenge_id = ? AND member_id = ? ORDER BY number DESC LIMIT 1
            """, challenge, viewerNumber
        ) { row in
            RegulationAcceptance(
                number: row.count(0), language: try row.word(1),
                fingerprint: Fingerprint(bytes: row.blob(2)) ?? .zero, at: row.time(3))
        }
    }

    /// A version of the rules, or the one in force. Throws `Refusal.notFound` if there is none, or the viewer may not see
    /// the challenge.
    public func regulationDetail(of id: ChallengeID, version: Int? = nil) throws -> RegulationDetail {
        let challenge = try challenge(id)
        let versions = try db.rows(
            "SELECT number, written_at FROM regulation WHERE challenge_id = ? ORDER BY number DESC", id
        ) { (number: $0.count(0), at: $0.time(1)) }
        guard let current = versions.first?.number else { throw Refusal.notFound }
        let number = version ?? current
        func load(_ number: Int) throws -> Regulation? {
            try db.one(
                "SELECT \(Self.regulationColumns) FROM regulation g WHERE g.challenge_id = ? AND g.number = ?",
                id, number, make: Self.makeRegulation)
        }
        guard let shown = try load(number) else { throw Refusal.notFound }
        return RegulationDetail(
            challenge: challenge, shown: shown, previous: try load(number - 1), current: current,
            versions: versions, acceptance: try regulationAcceptance(in: id))
    }

    /// The rules of a challenge for its managers. Throws the refusal of `Challenge.regulationRefusal`.
    public func regulationToWrite(of id: ChallengeID) throws -> RegulationToWrite {
        let challenge = try challenge(id)
        try refuse(challenge.regulationRefusal(for: viewer))
        let last = try regulation(of: id)
        return RegulationToWrite(
            challenge: challenge, last: last, plan: try rewardPlan(of: challenge),
            jury: try juryRules(of: challenge),
            acceptances: try db.one(
                "SELECT count(*) FROM regulation_acceptance WHERE challenge_id = ? AND number = ?", id,
                last?.number ?? 0
            ) { $0.count(0) } ?? 0)
    }

    private static let regulationColumns = """
        g.number, g.organiser, g.entrants, g.criteria, g.jury, g.prizes, g.contact, g.retention_months, g.property,
        g.text_fr, g.text_en, g.written_at
        """

    private static func makeRegulation(_ row: borrowing Row) throws -> Regulation {
        Regulation(
            number: row.count(0),
            content: RegulationContent(
                organiser: row.text(1), entrants: row.text(2), criteria: row.text(3), jury: row.text(4),
                prizes: row.text(5), contact: row.text(6), retentionMonths: row.count(7),
                property: try row.word(8)),
            texts: [.french: row.text(9), .english: row.text(10)], writtenAt: row.time(11))
    }
}

extension Store {
    /// Writes a version of the rules of a challenge; the same text is no new version.
    /// - Parameter texts: The exact text in each language.
    /// - Returns: The number of the version in force from now on.
    ///
    /// Throws the refusal of `Challenge.regulationRefusal`, `.invalid` if something has to be mended.
    @discardableResult
    public func writeRegulation(
        _ content: RegulationContent, texts: [Language: String], of id: ChallengeID, by member: MemberID,
        at now: Timestamp
    ) async throws -> Int {
        try await act(by: member, at: now) { acting in
            let found = try acting.look.regulationToWrite(of: id)
            try refuse(content.problems(in: found.challenge))
            if let last = found.last, last.texts == texts { return last.number }
            let number = (found.last?.number ?? 0) + 1
            try acting.db.execute(
                """
                INSERT INTO regulation (challenge_id, number, organiser, entrants, criteria, jury, prizes, contact,
                    retention_months, property, text_fr, text_en, written_by, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, id, number, content.organiser, content.entrants, content.criteria, content.jury,
                content.prizes, content.contact, content.retentionMonths, content.property.rawValue,
                texts[.french] ?? "", texts[.english] ?? "", member, now)
            return number
        }
    }

    /// Accepts a version of the rules of a challenge, once. Throws `Refusal.invalid` if another one is in force by now.
    public func acceptRegulation(
        _ number: Int, in language: Language, of id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.submissionRefusal(for: acting.viewer, at: now))
            guard let current = try acting.look.regulation(of: id) else { throw Refusal.notFound }
            guard current.number == number else { throw Refusal.invalid("regulation", .notConfirmed) }
            try acting.db.execute(
                """
                INSERT INTO regulation_acceptance (challenge_id, member_id, number, language, fingerprint, accepted_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, id, member, number, language.rawValue, current.fingerprint(in: language).bytes, now)
        }
    }
}
