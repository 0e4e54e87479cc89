public import Domain

extension Look {
    /// What is known about the seal of a solution that the viewer may see; nil where nothing is sealed.
    func sealing(of idea: Idea, in challenge: Challenge) throws -> Sealing? {
        let isOwn = idea.isAuthor(viewer)
        let seals: [Seal] = try db.rows(
            "SELECT digest, sealed_at FROM idea_seal WHERE idea_id = ? ORDER BY id DESC LIMIT 50", idea.id
        ) { row -> Seal? in
            Fingerprint(bytes: row.blob(0)).map { Seal(fingerprint: $0, sealedAt: row.time(1)) }
        }.compactMap(\.self)
        guard !seals.isEmpty || challenge.keepsSeals else { return nil }
        let opening = try db.one(
            "SELECT is_agreed, opened_at FROM idea_opening WHERE idea_id = ?", idea.id
        ) { (isAgreed: $0.flag(0), openedAt: $0.timeOrNil(1)) }
        return Sealing(
            seals: seals, isAgreed: isOwn ? opening?.isAgreed : nil, openedAt: opening?.openedAt)
    }

    /// Whether the viewer lets a solution that they sign be opened. Throws `Refusal.notFound` unless they may see it.
    public func agreesToOpening(_ idea: IdeaID) throws -> Bool {
        guard try ideaInChallenge(idea).idea.isAuthor(viewer) else { return false }
        return try db.one("SELECT is_agreed FROM idea_opening WHERE idea_id = ?", idea) { $0.flag(0) }
            ?? false
    }

    /// How many solutions of a contest are still sealed after its results, and for how many of them their authors agree
    /// that they be opened, which managers alone are told. Nil elsewhere.
    public func sealedSolutions(of challenge: Challenge) throws -> (all: Int, agreed: Int)? {
        guard challenge.keepsSeals, challenge.resultsPublishedAt != nil else { return nil }
        let counts = try db.one(
            """
            SELECT count(*), count(*) FILTER (WHERE o.is_agreed)
            FROM idea i LEFT JOIN idea_opening o ON o.idea_id = i.id
            WHERE i.challenge_id = ? AND i.visibility = 'sealed'
            """, challenge.id
        ) { (all: $0.count(0), agreed: $0.count(1)) }
        guard let counts else { return nil }
        return (counts.all, viewer.manages(challenge.id) ? counts.agreed : 0)
    }
}

extension Store {
    /// Keeps whether an author lets their solution be opened after the results.
    ///
    /// Throws the refusal of `Idea.consentRefusal`.
    public func agreeToOpening(_ id: IdeaID, _ isAgreed: Bool, by member: MemberID, at now: Timestamp)
        async throws
    {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.consentRefusal(for: acting.viewer, in: challenge))
            try acting.keepConsent(isAgreed, to: id)
        }
    }

    /// Opens to everybody the sealed solutions whose authors agree, and gives how many there were.
    ///
    /// Throws the refusal of `Challenge.openingRefusal`.
    @discardableResult
    public func openSolutions(of id: ChallengeID, by member: MemberID, at now: Timestamp) async throws -> Int
    {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            let sealed = try acting.look.sealedSolutions(of: challenge)
            try refuse(challenge.openingRefusal(for: acting.viewer, agreed: sealed?.agreed ?? 0))
            try acting.open(
                "EXISTS (SELECT 1 FROM idea_opening o WHERE o.idea_id = idea.id AND o.is_agreed)", of: id)
            return sealed?.agreed ?? 0
        }
    }
}

extension Acting {
    /// Puts a seal on what a solution says now, where solutions are sealed.
    func seal(_ idea: IdeaID, saying content: IdeaContent, in challenge: Challenge) throws {
        guard challenge.content.sealsIdeas else { return }
        try db.insert(
            "INSERT INTO idea_seal (idea_id, digest, sealed_at) VALUES (?, ?, ?)", idea,
            Fingerprint(of: content.sealedText).bytes, now)
    }

    /// Notes whether its author lets a solution be opened.
    func keepConsent(_ isAgreed: Bool, to idea: IdeaID) throws {
        try db.execute(
            """
            INSERT INTO idea_opening (idea_id, is_agreed) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET is_agreed = excluded.is_agreed
            """, idea, isAgreed)
    }

    /// Opens the sealed solutions of a challenge that meet `condition`.
    func open(_ condition: String, of challenge: ChallengeID) throws {
        try db.execute(
            """
            INSERT INTO idea_opening (idea_id, is_agreed, opened_at)
            SELECT id, 0, ? FROM idea WHERE challenge_id = ? AND visibility = 'sealed' AND \(condition)
            ON CONFLICT DO UPDATE SET opened_at = excluded.opened_at
            """, now, challenge)
        try db.execute(
            "UPDATE idea SET visibility = 'public' WHERE challenge_id = ? AND visibility = 'sealed' AND \(condition)",
            challenge)
    }

    /// What an idea is when it may be seen again: a solution that was never opened stays sealed.
    func visibilityWhenShown(_ post: Post) throws -> Idea.Visibility {
        let usual = post.visibilityWhenShown
        guard usual == .public, let idea = post.idea, post.challenge?.keepsSeals == true else { return usual }
        return try db.exists(
            "SELECT 1 FROM idea_opening WHERE idea_id = ? AND opened_at IS NOT NULL", idea.id)
            ? .public : .sealed
    }
}
