extension Migration {
    /// The jury of a challenge: by what it judges, who sits in it, what each juror says of which idea; and the steps by
    /// which ideas were chosen, as they were made.
    static let jury = Migration(
        name: "0025-jury",
        sql: """
            CREATE TABLE jury_rules (
                challenge_id INTEGER PRIMARY KEY REFERENCES challenge (id),
                jurors_per_idea INTEGER NOT NULL CHECK (jurors_per_idea BETWEEN 3 AND 9),
                shared_ideas INTEGER NOT NULL CHECK (shared_ideas BETWEEN 0 AND 10),
                -- Null: every idea goes before the jury.
                shortlist INTEGER CHECK (shortlist > 1),
                choices INTEGER NOT NULL CHECK (choices > 0),
                wild_cards INTEGER NOT NULL CHECK (wild_cards >= 0)
            ) STRICT;
            CREATE TABLE jury_criterion (
                challenge_id INTEGER NOT NULL REFERENCES jury_rules (challenge_id),
                position INTEGER NOT NULL CHECK (position >= 0),
                name TEXT NOT NULL,
                weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 100),
                lowest TEXT NOT NULL,
                middle TEXT NOT NULL,
                highest TEXT NOT NULL,
                PRIMARY KEY (challenge_id, position)
            ) STRICT, WITHOUT ROWID;

            -- To whom ideas are dealt.
            CREATE TABLE jury_seat (
                challenge_id INTEGER NOT NULL REFERENCES jury_rules (challenge_id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                PRIMARY KEY (challenge_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX jury_seat_by_member ON jury_seat (member_id);

            CREATE TABLE jury_card (
                challenge_id INTEGER NOT NULL REFERENCES jury_rules (challenge_id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
                -- Why the juror stands aside; null unless they do.
                recusal TEXT CHECK (recusal <> ''),
                -- For the juror alone.
                note TEXT NOT NULL DEFAULT '',
                PRIMARY KEY (challenge_id, member_id, idea_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX jury_card_by_member ON jury_card (member_id);
            CREATE INDEX jury_card_by_idea ON jury_card (idea_id, member_id);

            CREATE TABLE jury_score (
                challenge_id INTEGER NOT NULL,
                member_id INTEGER NOT NULL,
                idea_id INTEGER NOT NULL,
                criterion INTEGER NOT NULL,
                score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 10),
                PRIMARY KEY (challenge_id, member_id, idea_id, criterion),
                FOREIGN KEY (challenge_id, member_id, idea_id)
                    REFERENCES jury_card (challenge_id, member_id, idea_id) ON DELETE CASCADE,
                FOREIGN KEY (challenge_id, criterion) REFERENCES jury_criterion (challenge_id, position)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX jury_score_by_criterion ON jury_score (challenge_id, criterion);
            CREATE TRIGGER jury_criterion_is_settled BEFORE UPDATE ON jury_criterion
            WHEN EXISTS (SELECT 1 FROM jury_card WHERE challenge_id = OLD.challenge_id)
            BEGIN
                SELECT raise(ABORT, 'what a jury was given to judge by stays');
            END;

            -- What jurors and managers say to each other of an idea.
            CREATE TABLE jury_remark (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                text TEXT NOT NULL CHECK (text <> ''),
                said_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX jury_remark_on_idea ON jury_remark (idea_id, said_at);
            CREATE INDEX jury_remark_in_challenge ON jury_remark (challenge_id);
            CREATE INDEX jury_remark_by_member ON jury_remark (member_id);
            CREATE TRIGGER jury_remark_is_never_changed BEFORE UPDATE ON jury_remark BEGIN
                SELECT raise(ABORT, 'what was said stays');
            END;

            -- How ideas were chosen, step by step.
            CREATE TABLE selection_step (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 3),
                kind TEXT NOT NULL CHECK (kind IN ('vote', 'shortlist', 'jury', 'choice')),
                method TEXT NOT NULL,
                options TEXT NOT NULL,
                input_digest BLOB NOT NULL CHECK (length(input_digest) = 32),
                output TEXT NOT NULL,
                output_digest BLOB NOT NULL CHECK (length(output_digest) = 32),
                -- Of a vote and of a jury: the file of ballots that was counted, and the ranking that it gave.
                file BLOB,
                ranking BLOB,
                made_at INTEGER NOT NULL,
                PRIMARY KEY (challenge_id, position),
                UNIQUE (challenge_id, kind),
                CHECK ((kind IN ('vote', 'jury')) = (file IS NOT NULL)),
                CHECK ((kind IN ('vote', 'jury')) = (ranking IS NOT NULL))
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER selection_step_is_never_changed BEFORE UPDATE ON selection_step BEGIN
                SELECT raise(ABORT, 'a step that was made is never changed');
            END;
            CREATE TRIGGER selection_step_is_never_deleted BEFORE DELETE ON selection_step BEGIN
                SELECT raise(ABORT, 'a step that was made is never deleted');
            END;
            """)
}
