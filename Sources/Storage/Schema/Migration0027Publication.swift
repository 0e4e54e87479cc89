extension Migration {
    /// What is settled before results are published: ballots that are set aside, and the instant of publication; and when
    /// marks were given, for by that alone one sees who votes together.
    static let publication = Migration(
        name: "0027-publication",
        sql: """
            -- Null: given before this was noted.
            ALTER TABLE mark ADD COLUMN marked_at INTEGER;

            CREATE TABLE ballot_aside (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                signal TEXT NOT NULL CHECK (signal IN ('burst', 'newcomers', 'lockstep')),
                reason TEXT NOT NULL CHECK (length(reason) >= 20),
                set_by INTEGER NOT NULL REFERENCES member (id),
                set_at INTEGER NOT NULL,
                appeal TEXT,
                appealed_at INTEGER,
                restored_by INTEGER REFERENCES member (id),
                restored_at INTEGER,
                CHECK ((appeal IS NULL) = (appealed_at IS NULL)),
                CHECK ((restored_by IS NULL) = (restored_at IS NULL))
            ) STRICT;
            CREATE UNIQUE INDEX ballot_aside_once ON ballot_aside (challenge_id, member_id) WHERE restored_at IS NULL;
            CREATE INDEX ballot_aside_by_member ON ballot_aside (member_id, challenge_id);
            CREATE INDEX ballot_aside_by_challenge ON ballot_aside (challenge_id, set_at);
            CREATE TRIGGER ballot_aside_is_never_deleted BEFORE DELETE ON ballot_aside BEGIN
                SELECT raise(ABORT, 'that a ballot was set aside is never forgotten');
            END;

            -- When results will be published. Whoever asks for a page after that instant finds them published at it.
            CREATE TABLE results_schedule (
                challenge_id INTEGER PRIMARY KEY REFERENCES challenge (id),
                publish_at INTEGER NOT NULL,
                set_by INTEGER NOT NULL REFERENCES member (id),
                set_at INTEGER NOT NULL,
                -- When it turned out that they could not be.
                missed_at INTEGER
            ) STRICT;
            CREATE INDEX results_schedule_due ON results_schedule (publish_at) WHERE missed_at IS NULL;

            -- What is said to every author with the results, besides the decision.
            CREATE TABLE author_message (
                challenge_id INTEGER PRIMARY KEY REFERENCES challenge (id),
                chosen TEXT NOT NULL CHECK (chosen <> ''),
                others TEXT NOT NULL CHECK (others <> ''),
                written_by INTEGER NOT NULL REFERENCES member (id),
                written_at INTEGER NOT NULL
            ) STRICT;
            CREATE TRIGGER author_message_that_was_told_stays BEFORE UPDATE ON author_message
            WHEN EXISTS (SELECT 1 FROM challenge WHERE id = OLD.challenge_id AND results_published_at IS NOT NULL)
            BEGIN
                SELECT raise(ABORT, 'what was said to authors stays');
            END;
            CREATE TRIGGER author_message_that_was_told_is_kept BEFORE DELETE ON author_message
            WHEN EXISTS (SELECT 1 FROM challenge WHERE id = OLD.challenge_id AND results_published_at IS NOT NULL)
            BEGIN
                SELECT raise(ABORT, 'what was said to authors is kept');
            END;

            -- The ranking with the ballots that were set aside; null if there were none.
            ALTER TABLE vote_publication ADD COLUMN whole_ranking BLOB;
            ALTER TABLE vote_publication ADD COLUMN aside_count INTEGER NOT NULL DEFAULT 0 CHECK (aside_count >= 0);
            """)
}
