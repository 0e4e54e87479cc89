extension Migration {
    /// Themes, challenges with their phases, roles for them.
    static let challenges = Migration(
        name: "0002-challenges",
        sql: """
            CREATE TABLE theme (
                id INTEGER PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE,
                title_fr TEXT NOT NULL,
                title_en TEXT NOT NULL,
                summary_fr TEXT NOT NULL,
                summary_en TEXT NOT NULL,
                prompts TEXT NOT NULL,
                first_hue INTEGER NOT NULL CHECK (first_hue BETWEEN 0 AND 359),
                second_hue INTEGER NOT NULL CHECK (second_hue BETWEEN 0 AND 359)
            ) STRICT;

            CREATE TABLE challenge (
                id INTEGER PRIMARY KEY,
                blueprint TEXT NOT NULL CHECK (blueprint IN ('openCall', 'contest', 'draftReview', 'suggestionBox')),
                theme_id INTEGER NOT NULL REFERENCES theme (id),
                community_id INTEGER REFERENCES community (id),
                title TEXT NOT NULL,
                question TEXT NOT NULL,
                brief TEXT NOT NULL,
                rules TEXT NOT NULL,
                reward_kind TEXT CHECK (reward_kind IN
                    ('prize', 'gift', 'voucher', 'donation', 'invitation', 'recognition', 'points')),
                reward_cents INTEGER CHECK (reward_cents > 0),
                reward_nature TEXT,
                vote_quota INTEGER CHECK (vote_quota > 0),
                answer_days INTEGER CHECK (answer_days > 0),
                standing TEXT NOT NULL DEFAULT 'draft' CHECK (standing IN
                    ('draft', 'published', 'suspended', 'cancelled', 'resultsPublished', 'archived')),
                cancellation_reason TEXT,
                created_by INTEGER NOT NULL REFERENCES member (id),
                created_at INTEGER NOT NULL,
                published_at INTEGER,
                results_published_at INTEGER,
                -- Copied from the phases whenever these are saved, so that lists by state are found through an index.
                opens_at INTEGER NOT NULL,
                submit_opens_at INTEGER,
                submit_closes_at INTEGER,
                vote_opens_at INTEGER,
                vote_closes_at INTEGER,
                -- When taking part ends altogether; far in the future where it does not.
                participation_closes_at INTEGER NOT NULL DEFAULT 9999999999,
                idea_count INTEGER NOT NULL DEFAULT 0 CHECK (idea_count >= 0),
                last_idea_number INTEGER NOT NULL DEFAULT 0,
                participant_count INTEGER NOT NULL DEFAULT 0,
                -- People who voted, counted when the results are published.
                voter_count INTEGER,
                CHECK ((reward_kind IS NULL) = (reward_nature IS NULL)),
                CHECK ((standing = 'cancelled') = (cancellation_reason IS NOT NULL)),
                CHECK ((standing = 'draft') = (published_at IS NULL)),
                CHECK (standing <> 'resultsPublished' OR results_published_at IS NOT NULL)
            ) STRICT;
            CREATE INDEX challenge_by_publication ON challenge (published_at DESC, id DESC);
            CREATE INDEX challenge_by_theme ON challenge (theme_id, published_at DESC, id DESC);
            CREATE INDEX challenge_by_community ON challenge (community_id, published_at DESC, id DESC);
            CREATE INDEX challenge_by_standing ON challenge (standing, published_at DESC, id DESC);
            CREATE INDEX challenge_by_closing ON challenge (standing, participation_closes_at, id);
            CREATE INDEX challenge_by_theme_and_closing ON challenge (theme_id, standing, participation_closes_at);
            CREATE INDEX challenge_by_theme_and_results ON challenge (theme_id, results_published_at DESC, id DESC);
            CREATE INDEX challenge_by_results ON challenge (results_published_at DESC, id DESC);

            CREATE TABLE phase (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                position INTEGER NOT NULL CHECK (position >= 0),
                kind TEXT NOT NULL CHECK (kind IN ('ideas', 'votes', 'ideasAndVotes', 'deliberation', 'followUp')),
                rights INTEGER NOT NULL,
                opens_at INTEGER NOT NULL,
                closes_at INTEGER CHECK (closes_at > opens_at),
                UNIQUE (challenge_id, position)
            ) STRICT;
            CREATE INDEX phase_by_opening ON phase (opens_at);
            CREATE INDEX phase_by_closing ON phase (closes_at);

            CREATE TABLE role (
                member_id INTEGER NOT NULL REFERENCES member (id),
                -- Null: the role holds for every challenge.
                challenge_id INTEGER REFERENCES challenge (id),
                role TEXT NOT NULL CHECK (role IN ('manager', 'moderator', 'juror', 'rewardOfficer')),
                given_by INTEGER REFERENCES member (id),
                given_at INTEGER NOT NULL
            ) STRICT;
            CREATE UNIQUE INDEX role_once ON role (member_id, coalesce(challenge_id, 0), role);
            CREATE INDEX role_by_challenge ON role (challenge_id);

            -- Who took part in a challenge in any way, each counted once.
            CREATE TABLE participation (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                PRIMARY KEY (challenge_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER participation_counted AFTER INSERT ON participation BEGIN
                UPDATE challenge SET participant_count = participant_count + 1 WHERE id = NEW.challenge_id;
            END;
            """)
}
