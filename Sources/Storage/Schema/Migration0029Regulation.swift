extension Migration {
    /// The rules of challenges, version by version, who accepted which, and deeds about ideas that were chosen.
    static let regulation = Migration(
        name: "0029-regulation",
        sql: """
            CREATE TABLE regulation (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                number INTEGER NOT NULL CHECK (number > 0),
                organiser TEXT NOT NULL,
                entrants TEXT NOT NULL,
                criteria TEXT NOT NULL,
                jury TEXT NOT NULL,
                prizes TEXT NOT NULL,
                contact TEXT NOT NULL,
                retention_months INTEGER NOT NULL CHECK (retention_months > 0),
                property TEXT NOT NULL CHECK (property IN ('assessment', 'negotiation')),
                -- The exact texts that people accept.
                text_fr TEXT NOT NULL CHECK (text_fr <> ''),
                text_en TEXT NOT NULL CHECK (text_en <> ''),
                written_by INTEGER NOT NULL REFERENCES member (id),
                written_at INTEGER NOT NULL,
                PRIMARY KEY (challenge_id, number)
            ) STRICT;
            CREATE TRIGGER regulation_is_never_rewritten BEFORE UPDATE ON regulation BEGIN
                SELECT raise(ABORT, 'a version of the rules is never rewritten');
            END;
            CREATE TRIGGER regulation_is_never_deleted BEFORE DELETE ON regulation
                WHEN (SELECT standing FROM challenge WHERE id = OLD.challenge_id) <> 'draft' BEGIN
                SELECT raise(ABORT, 'a version of the rules is never deleted');
            END;

            CREATE TABLE regulation_acceptance (
                challenge_id INTEGER NOT NULL,
                member_id INTEGER NOT NULL REFERENCES member (id),
                number INTEGER NOT NULL,
                language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
                -- Of the exact text that was accepted.
                fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
                accepted_at INTEGER NOT NULL,
                PRIMARY KEY (challenge_id, member_id, number),
                FOREIGN KEY (challenge_id, number) REFERENCES regulation (challenge_id, number)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX regulation_acceptance_of_version ON regulation_acceptance (challenge_id, number);
            CREATE TRIGGER regulation_acceptance_is_never_rewritten BEFORE UPDATE ON regulation_acceptance BEGIN
                SELECT raise(ABORT, 'what somebody accepted is never rewritten');
            END;

            CREATE TABLE deed (
                id INTEGER PRIMARY KEY,
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                number INTEGER NOT NULL CHECK (number > 0),
                purpose TEXT NOT NULL,
                place TEXT NOT NULL CHECK (place IN ('france', 'europe', 'world')),
                years INTEGER NOT NULL CHECK (years > 0),
                is_exclusive INTEGER NOT NULL CHECK (is_exclusive IN (0, 1)),
                price TEXT NOT NULL,
                written_by INTEGER NOT NULL REFERENCES member (id),
                written_at INTEGER NOT NULL,
                UNIQUE (idea_id, number)
            ) STRICT;
            CREATE TABLE deed_right (
                deed_id INTEGER NOT NULL REFERENCES deed (id),
                place INTEGER NOT NULL,
                name TEXT NOT NULL CHECK (name IN
                    ('reproduction', 'representation', 'adaptation', 'translation', 'distribution')),
                extent TEXT NOT NULL,
                PRIMARY KEY (deed_id, place)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER deed_is_never_rewritten BEFORE UPDATE ON deed BEGIN
                SELECT raise(ABORT, 'a version of a deed is never rewritten');
            END;
            CREATE TRIGGER deed_is_never_deleted BEFORE DELETE ON deed BEGIN
                SELECT raise(ABORT, 'a version of a deed is never deleted');
            END;
            """)
}
