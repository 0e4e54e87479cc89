public import Domain

/// Where a page says something of one person alone, so that nobody else can be shown the same.
extension Look {
    /// Whether something on an idea's page is the viewer's own: the idea, a comment, a report, an invitation to sign
    /// it, a support that the text has changed since, a ballot with marks. Throws `Refusal.notFound` unless the viewer
    /// may see it.
    public func isInvolved(in id: IdeaID) throws -> Bool {
        let idea = try ideaInChallenge(id).idea
        guard viewer.member != nil else { return false }
        return try idea.isAuthor(viewer)
            || db.exists(
                """
                SELECT 1 FROM comment WHERE idea_id = ?1 AND author_id = ?2
                UNION ALL SELECT 1 FROM report WHERE idea_id = ?1 AND reporter_id = ?2
                UNION ALL SELECT 1 FROM idea o JOIN comment m ON m.idea_id = o.id
                    WHERE o.merged_into = ?1 AND m.author_id = ?2
                UNION ALL SELECT 1 FROM idea o JOIN report r ON r.idea_id = o.id
                    WHERE o.merged_into = ?1 AND r.reporter_id = ?2
                UNION ALL SELECT 1 FROM co_author WHERE idea_id = ?1 AND member_id = ?2
                UNION ALL SELECT 1 FROM ballot b JOIN idea i ON i.challenge_id = b.challenge_id
                    JOIN challenge c ON c.id = b.challenge_id
                    WHERE i.id = ?1 AND b.member_id = ?2 AND c.way <> 'approval'
                UNION ALL SELECT 1 FROM vote v JOIN idea i ON i.id = v.idea_id
                    WHERE v.idea_id = ?1 AND v.member_id = ?2 AND i.edited_at IS NOT NULL
                """, id, viewerNumber)
    }

    /// Whether something in the lists of a challenge is the viewer's own: an idea, a support, a reaction or a report of
    /// one, a feed.
    public func takesPart(in challenge: ChallengeID) throws -> Bool {
        guard viewer.member != nil else { return false }
        return try db.exists(
            """
            SELECT 1 FROM vote WHERE member_id = ?1 AND challenge_id = ?2
            UNION ALL SELECT 1 FROM ballot_aside WHERE member_id = ?1 AND challenge_id = ?2
            UNION ALL SELECT 1 FROM concern WHERE member_id = ?1 AND challenge_id = ?2
            UNION ALL SELECT 1 FROM report r JOIN moderation_case k ON k.id = r.case_id
                WHERE r.reporter_id = ?1 AND r.reaction_id IS NOT NULL AND k.challenge_id = ?2
            UNION ALL SELECT 1 FROM feed_key WHERE member_id = ?1 AND coalesce(challenge_id, 0) = ?2
            UNION ALL SELECT 1 FROM idea WHERE author_id = ?1 AND challenge_id = ?2 AND visibility <> 'draft'
            UNION ALL SELECT 1 FROM co_author a JOIN idea i ON i.id = a.idea_id
                WHERE a.member_id = ?1 AND i.challenge_id = ?2
            """, viewerNumber, challenge)
    }
}
