public import Domain

/// An idea that the insurer goes on with, as the public list shows it.
public struct KeptIdea: Sendable {
    public let idea: IdeaID
    public let title: String
    /// Nil once the author deleted their account, or left the community.
    public let author: Member?
    public let challenge: ChallengeID
    public let challengeTitle: String
    public let decision: Decision.Code
    /// The reason of that decision.
    public let reason: String
    public let decidedAt: Timestamp
    /// Nil until somebody planned it.
    public let followUp: FollowUp?
}

extension Look {
    /// Kept ideas on one page of their list.
    public static let keptPerPage = 12

    private static let kept = "('winner', 'accepted', 'planned', 'inProgress', 'implemented')"

    /// One page of the ideas with which the insurer goes on, the latest decided first; all, or those with this decision.
    public func keptIdeas(_ code: Decision.Code? = nil, page: Int = 1, size: Int = Self.keptPerPage) throws
        -> ListPage<KeptIdea>
    {
        let page = max(1, page)
        let walk =
            code.map { ("idea_decided", "i.decision = '\($0.rawValue)'", "i.decided_at DESC, i.id") }
            ?? ("idea_kept", "i.decision IN \(Self.kept)", "i.decided_at DESC, i.id DESC")
        let found = try db.rows(
            """
            SELECT i.id, i.title, p.id, \(Self.ideaAuthors), p.is_staff, c.id, c.title, i.decision,
                (SELECT d.reason FROM decision d WHERE d.idea_id = i.id AND d.published_at IS NOT NULL
                    ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), i.decided_at,
                (SELECT f.team FROM follow_up f WHERE f.idea_id = i.id)
            FROM idea i INDEXED BY \(walk.0) CROSS JOIN challenge c ON c.id = i.challenge_id
            CROSS JOIN member p ON p.id = i.author_id
            WHERE i.visibility = 'public' AND \(walk.1) AND \(challengeIsVisible)
            ORDER BY \(walk.2) LIMIT ? OFFSET ?
            """, size + 1, (page - 1) * size
        ) { row in
            (
                kept: KeptIdea(
                    idea: row.id(0), title: row.text(1), author: row.member(2), challenge: row.id(5),
                    challengeTitle: row.text(6), decision: try row.word(7), reason: row.textOrNil(8) ?? "",
                    decidedAt: row.time(9), followUp: nil), team: row.textOrNil(10)
            )
        }
        let steps = try milestones(of: found.filter { $0.team != nil }.map(\.kept.idea))
        return ListPage(
            fetched: found.map { kept, team in
                KeptIdea(
                    idea: kept.idea, title: kept.title, author: kept.author, challenge: kept.challenge,
                    challengeTitle: kept.challengeTitle, decision: kept.decision, reason: kept.reason,
                    decidedAt: kept.decidedAt,
                    followUp: team.map { FollowUp(team: $0, milestones: steps[kept.idea] ?? []) })
            }, number: page, size: size)
    }

    /// What becomes of an idea that the viewer may see; nil until somebody planned it.
    func followUp(of idea: IdeaID) throws -> FollowUp? {
        let team = try db.one("SELECT team FROM follow_up WHERE idea_id = ?", idea) { $0.text(0) }
        return try team.map { FollowUp(team: $0, milestones: try milestones(of: [idea])[idea] ?? []) }
    }

    /// What becomes of an idea, for those who write it. Throws the refusal of `Idea.followUpRefusal`, and `notFound` to
    /// those who have no desk.
    public func followUpToWrite(_ id: IdeaID) throws -> (
        idea: Idea, challenge: Challenge, followUp: FollowUp?
    ) {
        try requireDesk()
        let (idea, challenge) = try ideaInChallenge(id)
        try refuse(idea.followUpRefusal(for: viewer, in: challenge))
        return (idea, challenge, try followUp(of: id))
    }

    private func milestones(of ideas: [IdeaID]) throws -> [IdeaID: [Milestone]] {
        guard !ideas.isEmpty else { return [:] }
        let rows = try db.rows(
            """
            SELECT m.idea_id, m.id, m.title, m.planned_for, m.first_planned_for, m.done_at, m.note
            FROM json_each(?) n JOIN milestone m ON m.idea_id = n.value
            ORDER BY n.key, m.planned_for, m.id
            """, "[\(ideas.map(\.description).joined(separator: ","))]"
        ) { row in
            (
                idea: row.id(0) as IdeaID,
                step: Milestone(
                    id: row.id(1), title: row.text(2), plannedFor: row.time(3), firstPlannedFor: row.time(4),
                    doneAt: row.timeOrNil(5), note: row.text(6))
            )
        }
        return Dictionary(grouping: rows, by: \.idea).mapValues { $0.map(\.step) }
    }
}

extension Store {
    /// Writes what becomes of an idea, and gives the numbers of its steps, in the order of `content`. A step that was announced stays, with the day for which it was first planned.
    ///
    /// Throws the refusal of `Idea.followUpRefusal`, `.invalid` if something has to be mended, `.notFound` for a step
    /// that is not one of this idea's.
    @discardableResult
    public func follow(_ id: IdeaID, as content: FollowUpContent, by member: MemberID, at now: Timestamp)
        async throws -> [MilestoneID]
    {
        try await act(by: member, at: now) { acting in
            let found = try acting.look.followUpToWrite(id)
            try refuse(content.problems(at: now))
            try acting.db.execute(
                """
                INSERT INTO follow_up (idea_id, team) VALUES (?, ?)
                ON CONFLICT DO UPDATE SET team = excluded.team
                """, id, content.team)
            let known = Set(found.followUp?.milestones.map(\.id) ?? [])
            let kept = content.milestones.compactMap(\.id)
            guard Set(kept) == known, kept.count == known.count else { throw Refusal.notFound }
            return try content.milestones.map { try acting.write($0, of: id, in: found.challenge.id) }
        }
    }
}

extension Acting {
    fileprivate func write(_ step: FollowUpContent.Step, of idea: IdeaID, in challenge: ChallengeID) throws
        -> MilestoneID
    {
        guard let id = step.id else {
            let number = try db.insert(
                """
                INSERT INTO milestone (idea_id, challenge_id, title, planned_for, first_planned_for, done_at, note,
                    told_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, idea, challenge, step.title, step.plannedFor, step.plannedFor, step.doneAt, step.note,
                step.doneAt == nil ? nil : now)
            return Identifier(number)
        }
        try db.execute(
            """
            UPDATE milestone SET title = ?, planned_for = ?, done_at = ?, note = ?,
                told_at = CASE WHEN ? THEN coalesce(told_at, ?) END
            WHERE id = ?
            """, step.title, step.plannedFor, step.doneAt, step.note, step.doneAt != nil, now, id)
        return id
    }
}
