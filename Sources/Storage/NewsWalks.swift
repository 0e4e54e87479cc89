import Domain

/// One way in which news reach somebody: rows of kind, number of what happened, moment, and since when it is followed.
///
/// Each walks along an index of what is followed, newest first, and stops early, so that the cost depends on how much is
/// followed and not on how much there is. None reads what the viewer may not see now.
struct NewsWalk {
    /// What its rows are, as `NewsStore` loads them.
    enum Thing: String, CaseIterable {
        case announcement, phase, change, results, idea, decision, comment, milestone

        var kind: NewsKind {
            switch self {
            case .announcement, .phase, .change, .results: .challenges
            case .idea: .ideas
            case .decision: .decisions
            case .comment: .replies
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
        let own = "i.author_id = ?1 AND i.visibility IN ('public', 'sealed') AND \(visible)"
        let place = "CROSS JOIN idea i ON i.id = x.idea_id CROSS JOIN challenge c ON c.id = i.challenge_id"
        func newest(_ table: String, _ key: String, _ value: String, _ column: String, _ filter: String = "")
            -> String
        {
            """
            x.id IN (SELECT n.id FROM \(table) n WHERE n.\(key) = \(value) AND n.\(column) > ?2 \(filter)
                ORDER BY n.\(column) DESC, n.id DESC LIMIT ?4)
            """
        }
        let challenges = "challenge_follow f WHERE f.member_id = ?1"
        let ideas = "idea_follow f WHERE f.member_id = ?1"

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
                AND c.standing IN ('published', 'resultsPublished')
                """),
            dated(
                .change,
                """
                challenge_event e INDEXED BY challenge_event_newest
                CROSS JOIN challenge c ON c.id = e.challenge_id
                """, "e.id", "e.happened_at", "TRUE"),
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
        for (source, since, condition) in [
            (follow(ideas), "f.followed_at", shown),
            ("(SELECT o.id AS idea_id FROM idea o WHERE o.author_id = ?1) f", "0", own),
        ] {
            walks += [
                walk(
                    .decision, "x.published_at", since,
                    """
                    \(source) CROSS JOIN decision x ON x.idea_id = f.idea_id \(place)
                    WHERE x.published_at > ?2 AND \(condition)
                    """),
                walk(
                    .milestone, "x.told_at", since,
                    """
                    \(source) CROSS JOIN milestone x ON x.idea_id = f.idea_id \(place)
                    WHERE x.told_at > ?2 AND \(condition)
                    """),
                walk(
                    .comment, "x.written_at", since,
                    """
                    \(source) CROSS JOIN comment x ON \(newest("comment", "idea_id", "f.idea_id", "written_at"))
                    \(place) WHERE x.visibility = 'public' AND x.author_id <> ?1 AND \(condition)
                    """),
            ]
        }
        walks.append(
            walk(
                .comment, "x.written_at", "0",
                """
                comment x \(place) WHERE x.id IN (SELECT n.comment_id FROM told_comment n
                    WHERE n.replies_to = ?1 AND n.written_at > ?2
                    ORDER BY n.written_at DESC, n.comment_id DESC LIMIT ?4)
                AND x.visibility = 'public' AND x.author_id <> ?1 AND \(shown)
                """))
        return walks
    }
}
