import Domain

/// One way in which news reach somebody: rows of kind, number of what happened, moment, and since when it is followed.
///
/// Each walks along an index of what is followed, newest first, and stops early, so that the cost depends on how much is
/// followed and not on how much there is. None reads what the viewer may not see now.
struct NewsWalk {
    /// What its rows are, as `NewsStore` loads them.
    enum Thing: String, CaseIterable {
        case announcement, phase, change, results, draft, idea, revision, decision, comment, contribution
        case question, clarification, milestone, message, reward

        var kind: NewsKind {
            switch self {
            case .announcement, .phase, .change, .results, .draft: .challenges
            case .idea, .revision: .ideas
            case .decision, .message, .reward: .decisions
            case .comment, .contribution, .question, .clarification: .replies
            case .milestone: .milestones
            }
        }
    }

    let thing: Thing
    let sql: String

    /// All walks of the viewer of `look`. Their arguments, of which one text is compiled for ever: `?1` is the viewer, `?2`
    /// the moment after which things are told, `?3` now, `?4` the most of each thing followed.
    static func all(_ look: Look) -> [NewsWalk] {
        let visible = look.challengeIsVisible
        let shown = "i.visibility = 'public' AND \(visible)"
        // Of one's own, sealed ones too: their author reads what is decided.
        let own = "(i.visibility = 'public' OR (w.is_own AND i.visibility = 'sealed')) AND \(visible)"
        let place = "CROSS JOIN idea i ON i.id = x.idea_id CROSS JOIN challenge c ON c.id = i.challenge_id"
        // What is said of a merged idea is read on the one that stands.
        let standing = """
            CROSS JOIN idea o ON o.id = x.idea_id CROSS JOIN idea i ON i.id = coalesce(o.merged_into, o.id)
            CROSS JOIN challenge c ON c.id = i.challenge_id
            """
        func newest(_ table: String, _ key: String, _ value: String, _ column: String, _ filter: String = "")
            -> String
        {
            """
            x.id IN (SELECT n.id FROM \(table) n WHERE n.\(key) = \(value) AND n.\(column) > ?2 \(filter)
                ORDER BY n.\(column) DESC, n.id DESC LIMIT ?4)
            """
        }
        let challenges = "challenge_follow f WHERE f.member_id = ?1"
        // Since when the challenge or its theme is followed; null if neither is.
        let followedAt = """
            (SELECT min(f.followed_at) FROM (
                SELECT cf.followed_at FROM challenge_follow cf WHERE cf.member_id = ?1 AND cf.challenge_id = c.id
                UNION ALL
                SELECT tf.followed_at FROM theme_follow tf WHERE tf.member_id = ?1 AND tf.theme_id = c.theme_id) f)
            """
        func dated(_ thing: Thing, _ from: String, _ number: String, _ column: String, _ condition: String)
            -> NewsWalk
        {
            NewsWalk(
                thing: thing,
                sql: """
                    SELECT '\(thing.rawValue)' AS thing, \(number) AS number, \(column) AS at, \(followedAt) AS since
                    FROM \(from) WHERE \(column) > ?2 AND \(column) <= ?3 AND \(condition) AND \(visible)
                    """)
        }
        func walk(_ thing: Thing, _ moment: String, _ since: String, _ from: String) -> NewsWalk {
            NewsWalk(
                thing: thing,
                sql:
                    "SELECT '\(thing.rawValue)' AS thing, x.id AS number, \(moment) AS at, \(since) AS since FROM \(from)"
            )
        }
        func follow(_ table: String) -> String { "(SELECT * FROM \(table)) f" }

        var walks = [
            dated(
                .announcement, "challenge c INDEXED BY challenge_by_publication", "c.id", "c.published_at",
                "TRUE"),
            dated(
                .results, "challenge c INDEXED BY challenge_by_results", "c.id", "c.results_published_at",
                "TRUE"),
            dated(
                .phase,
                "phase ph INDEXED BY phase_by_opening CROSS JOIN challenge c ON c.id = ph.challenge_id",
                "ph.id",
                "ph.opens_at",
                """
                ph.kind <> 'followUp' AND ph.opens_at > c.published_at
                AND c.standing IN ('published', 'resultsPublished', 'archived')
                """),
            dated(
                .change,
                """
                challenge_event e INDEXED BY challenge_event_newest
                CROSS JOIN challenge c ON c.id = e.challenge_id
                """, "e.id", "e.happened_at", "TRUE"),
            dated(
                .draft,
                """
                draft_version v INDEXED BY draft_version_newest
                CROSS JOIN challenge c ON c.id = v.challenge_id
                """, "v.id", "v.published_at", "v.number > 1"),
        ]
        let inIdea = "CROSS JOIN challenge c ON c.id = x.challenge_id"
        walks += [
            walk(
                .idea, "x.submitted_at", "f.followed_at",
                """
                \(follow(challenges)) CROSS JOIN idea x
                    ON \(newest("idea", "challenge_id", "f.challenge_id", "submitted_at", "AND n.visibility = 'public'"))
                \(inIdea) WHERE x.author_id <> ?1 AND \(visible)
                """),
            walk(
                .decision, "x.published_at", "f.followed_at",
                """
                \(follow(challenges)) CROSS JOIN decision x
                    ON \(newest("decision", "challenge_id", "f.challenge_id", "published_at"))
                \(place) WHERE \(shown)
                """),
            walk(
                .milestone, "x.told_at", "f.followed_at",
                """
                \(follow(challenges)) CROSS JOIN milestone x
                    ON \(newest("milestone", "challenge_id", "f.challenge_id", "told_at"))
                \(place) WHERE \(shown)
                """),
            walk(
                .comment, "x.written_at", "f.followed_at",
                """
                \(follow(challenges)) CROSS JOIN comment x ON x.id IN (SELECT n.comment_id FROM told_comment n
                    WHERE n.challenge_id = f.challenge_id AND n.is_official = 1 AND n.written_at > ?2
                    ORDER BY n.written_at DESC, n.comment_id DESC LIMIT ?4)
                \(place) WHERE x.visibility = 'public' AND x.author_id <> ?1 AND \(shown)
                """),
        ]
        for (thing, column, by) in [
            (Thing.question, "asked_at", "asked_by"), (.clarification, "answered_at", "answered_by"),
        ] {
            walks.append(
                walk(
                    thing, "x.\(column)", "f.followed_at",
                    """
                    \(follow(challenges)) CROSS JOIN clarification x
                        ON \(newest("clarification", "challenge_id", "f.challenge_id", column))
                    \(place) WHERE x.\(by) <> ?1 AND \(shown)
                    """))
        }
        // An idea that was merged is followed, and its authors are told, as the one that stands.
        let followed = """
            SELECT coalesce(o.merged_into, o.id) AS idea_id, w.followed_at, 0 AS is_own
            FROM idea_follow w CROSS JOIN idea o ON o.id = w.idea_id WHERE w.member_id = ?1
            """
        let signed = """
            SELECT coalesce(o.merged_into, o.id) AS idea_id, 0 AS followed_at, o.merged_into IS NULL AS is_own
            FROM idea o WHERE o.author_id = ?1
            UNION ALL SELECT coalesce(o.merged_into, o.id), 0, o.merged_into IS NULL
            FROM co_author a CROSS JOIN idea o ON o.id = a.idea_id WHERE a.member_id = ?1 AND a.state = 'joined'
            """
        for (source, condition) in [(followed, shown), (signed, own)] {
            let since = "w.followed_at"
            // Where people speak of it: on itself, and on what was merged into it.
            let places = """
                (SELECT w.idea_id, w.followed_at, w.is_own FROM (\(source)) w
                UNION ALL SELECT z.id, w.followed_at, 0 FROM (\(source)) w
                CROSS JOIN idea z ON z.merged_into = w.idea_id) w
                """
            let source = "(\(source)) w"
            walks += [
                walk(
                    .decision, "x.published_at", since,
                    """
                    \(source) CROSS JOIN decision x ON x.idea_id = w.idea_id \(place)
                    WHERE x.published_at > ?2 AND \(condition)
                    """),
                walk(
                    .milestone, "x.told_at", since,
                    """
                    \(source) CROSS JOIN milestone x ON x.idea_id = w.idea_id \(place)
                    WHERE x.told_at > ?2 AND \(condition)
                    """),
                walk(
                    .comment, "x.written_at", since,
                    """
                    \(places) CROSS JOIN comment x ON \(newest("comment", "idea_id", "w.idea_id", "written_at"))
                    \(standing) WHERE x.visibility = 'public' AND x.author_id <> ?1 AND \(condition)
                    """),
                walk(
                    .question, "x.asked_at", since,
                    """
                    \(source) CROSS JOIN clarification x ON x.idea_id = w.idea_id \(place)
                    WHERE x.asked_at > ?2 AND x.asked_by <> ?1 AND \(condition)
                    """),
                walk(
                    .clarification, "x.answered_at", since,
                    """
                    \(source) CROSS JOIN clarification x ON x.idea_id = w.idea_id \(place)
                    WHERE x.answered_at > ?2 AND x.answered_by <> ?1 AND \(condition)
                    """),
                // The last of its changes stands for all.
                NewsWalk(
                    thing: .revision,
                    sql: """
                        SELECT '\(Thing.revision.rawValue)' AS thing, x.idea_id AS number, x.written_at AS at, \(since) AS since
                        FROM \(source) CROSS JOIN idea_version x ON x.idea_id = w.idea_id AND x.number > 1
                            AND x.number = (SELECT max(n.number) FROM idea_version n WHERE n.idea_id = w.idea_id)
                        \(place) WHERE x.written_at > ?2 AND x.written_by <> ?1 AND \(condition)
                        """),
            ]
        }
        walks.append(
            NewsWalk(
                thing: .message,
                sql: """
                    SELECT '\(Thing.message.rawValue)' AS thing, i.id AS number, c.results_published_at AS at, 0 AS since
                    FROM (\(signed)) w CROSS JOIN idea i ON i.id = w.idea_id
                    CROSS JOIN author_message x ON x.challenge_id = i.challenge_id
                    CROSS JOIN challenge c ON c.id = i.challenge_id
                    WHERE c.results_published_at > ?2 AND c.results_published_at <= ?3 AND \(own)
                    """))
        // A part of a reward is its owner's, whatever became of the idea.
        walks.append(
            NewsWalk(
                thing: .reward,
                sql: """
                    SELECT '\(Thing.reward.rawValue)' AS thing, x.id AS number, x.happened_at AS at, 0 AS since
                    FROM reward_part s CROSS JOIN reward_event x ON x.reward_id = s.reward_id
                    WHERE s.member_id = ?1 AND x.state IN ('notified', 'delivered') AND x.happened_at > ?2
                        AND x.happened_at <= ?3
                    """))
        let replies = """
            SELECT n.comment_id FROM told_comment n WHERE n.replies_to = ?1 AND n.written_at > ?2
            ORDER BY n.written_at DESC, n.comment_id DESC LIMIT ?4
            """
        walks.append(
            walk(
                .comment, "x.written_at", "0",
                """
                comment x \(standing) WHERE x.id IN (\(replies))
                AND x.visibility = 'public' AND x.author_id <> ?1 AND \(shown)
                """))
        // Themes are for everybody.
        walks += [
            walk(
                .contribution, "x.written_at", "f.followed_at",
                """
                (SELECT w.followed_at, q.id AS prompt_id FROM theme_follow w CROSS JOIN prompt q ON q.theme_id = w.theme_id
                    WHERE w.member_id = ?1) f
                CROSS JOIN comment x ON \(newest("comment", "prompt_id", "f.prompt_id", "written_at"))
                WHERE x.visibility = 'public' AND x.author_id <> ?1
                """),
            walk(
                .contribution, "x.written_at", "0",
                """
                comment x WHERE x.id IN (\(replies)) AND x.prompt_id IS NOT NULL AND x.visibility = 'public'
                AND x.author_id <> ?1
                """),
        ]
        return walks
    }
}
