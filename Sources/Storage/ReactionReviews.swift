import Domain

extension Look {
    /// What moderation did with what was said of a draft, the oldest first.
    func acts(onReactions reactions: [DraftReactionID]) throws -> [DraftReactionID: [ModerationAct]] {
        guard !reactions.isEmpty else { return [:] }
        let found = try db.rows(
            """
            SELECT a.reaction_id, \(Self.actColumns)
            FROM json_each(?) n CROSS JOIN moderation_act a ON a.reaction_id = n.value \(Self.actAuthor)
            ORDER BY a.at, a.id LIMIT 2000
            """, "[\(reactions.map(\.description).joined(separator: ","))]"
        ) { (reaction: $0.id(0) as DraftReactionID, act: try Self.makeAct($0)) }
        return Dictionary(grouping: found, by: \.reaction).mapValues { $0.map(\.act) }
    }

    /// How moderation stands with what was said of the draft of `challenge`: whole for moderators, and for authors of
    /// theirs; to others only whether they reported it.
    func reviews(
        of reactions: some Sequence<DraftReaction>, in challenge: Challenge,
        acts: [DraftReactionID: [ModerationAct]]
    ) throws -> [DraftReactionID: Review] {
        guard viewer.member != nil else { return [:] }
        var reviews: [DraftReactionID: Review] = [:]
        for reaction in reactions {
            guard let own = acts[reaction.id] else { continue }
            guard reaction.isAuthor(viewer) || viewer.moderates(challenge.id) else { continue }
            reviews[reaction.id] = try review(
                of: try place(of: .reaction(reaction.id)), acts: own.map { (comment: nil, act: $0) })
        }
        let reported: [DraftReactionID] = try db.rows(
            """
            SELECT r.reaction_id FROM report r JOIN moderation_case k ON k.id = r.case_id
            WHERE r.reporter_id = ? AND r.reaction_id IS NOT NULL AND k.challenge_id = ?
            """, viewerNumber, challenge.id
        ) { $0.id(0) }
        for reaction in reported where reviews[reaction] == nil {
            reviews[reaction] = Review(isReportedByViewer: true)
        }
        return reviews
    }
}
