extension Migration {
    /// Blueprints that differ: drafts with their versions and reactions, seals of solutions, what is passed on.
    static let drafts = Migration(
        name: "0010-drafts",
        sql: """
            ALTER TABLE challenge ADD COLUMN draft_text TEXT NOT NULL DEFAULT '';
            ALTER TABLE challenge ADD COLUMN criteria TEXT NOT NULL DEFAULT '';
            ALTER TABLE challenge ADD COLUMN deliverables TEXT NOT NULL DEFAULT '';
            ALTER TABLE challenge ADD COLUMN opens_winners INTEGER NOT NULL DEFAULT 1 CHECK (opens_winners IN (0, 1));
            ALTER TABLE challenge ADD COLUMN review_threshold INTEGER CHECK (review_threshold > 0);

            CREATE TABLE draft_version (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                number INTEGER NOT NULL CHECK (number > 0),
                published_by INTEGER NOT NULL REFERENCES member (id),
                published_at INTEGER NOT NULL,
                UNIQUE (challenge_id, number)
            ) STRICT;
            CREATE INDEX draft_version_newest ON draft_version (published_at DESC, id DESC);
            CREATE INDEX draft_version_in_challenge ON draft_version (challenge_id, published_at DESC, id DESC);

            -- Versions that leave a paragraph as it is share it, and so what people said about it.
            CREATE TABLE draft_paragraph (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                text TEXT NOT NULL CHECK (text <> '')
            ) STRICT;
            CREATE TABLE draft_place (
                version_id INTEGER NOT NULL REFERENCES draft_version (id),
                position INTEGER NOT NULL CHECK (position >= 0),
                paragraph_id INTEGER NOT NULL REFERENCES draft_paragraph (id),
                PRIMARY KEY (version_id, position)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE draft_change (
                id INTEGER PRIMARY KEY,
                version_id INTEGER NOT NULL REFERENCES draft_version (id),
                position INTEGER NOT NULL CHECK (position >= 0),
                old_place INTEGER,
                new_place INTEGER,
                why TEXT NOT NULL CHECK (why <> ''),
                UNIQUE (version_id, position),
                CHECK (old_place IS NOT NULL OR new_place IS NOT NULL)
            ) STRICT;
            CREATE TABLE draft_thanks (
                change_id INTEGER NOT NULL REFERENCES draft_change (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                PRIMARY KEY (change_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER draft_version_is_never_rewritten BEFORE UPDATE ON draft_version BEGIN
                SELECT raise(ABORT, 'a version of a draft is never rewritten');
            END;
            CREATE TRIGGER draft_paragraph_is_never_rewritten BEFORE UPDATE ON draft_paragraph BEGIN
                SELECT raise(ABORT, 'a paragraph of a draft is never rewritten');
            END;
            CREATE TRIGGER draft_place_is_never_rewritten BEFORE UPDATE ON draft_place BEGIN
                SELECT raise(ABORT, 'a version of a draft is never rewritten');
            END;
            CREATE TRIGGER draft_change_is_never_rewritten BEFORE UPDATE ON draft_change BEGIN
                SELECT raise(ABORT, 'what a version changed is never rewritten');
            END;

            CREATE TABLE draft_reaction (
                id INTEGER PRIMARY KEY,
                paragraph_id INTEGER NOT NULL REFERENCES draft_paragraph (id),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                kind TEXT NOT NULL CHECK (kind IN ('clear', 'unclear', 'missing', 'wrong')),
                comment TEXT NOT NULL,
                reacted_at INTEGER NOT NULL,
                hidden_for TEXT CHECK (hidden_for IN
                    ('personalData', 'disrespect', 'unlawful', 'advertising', 'offTopic', 'repeated', 'other')),
                hidden_by INTEGER REFERENCES member (id),
                UNIQUE (paragraph_id, member_id),
                CHECK ((hidden_for IS NULL) = (hidden_by IS NULL))
            ) STRICT;
            CREATE INDEX draft_reaction_commented ON draft_reaction (paragraph_id, reacted_at DESC, id DESC)
                WHERE comment <> '';
            CREATE INDEX draft_reaction_by_member ON draft_reaction (member_id, challenge_id);
            -- Counted as they come: a page need not count thousands of them.
            CREATE TABLE draft_tally (
                paragraph_id INTEGER NOT NULL REFERENCES draft_paragraph (id),
                kind TEXT NOT NULL,
                count INTEGER NOT NULL CHECK (count >= 0),
                PRIMARY KEY (paragraph_id, kind)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER draft_reaction_counted AFTER INSERT ON draft_reaction BEGIN
                INSERT INTO draft_tally VALUES (NEW.paragraph_id, NEW.kind, 1)
                    ON CONFLICT DO UPDATE SET count = count + 1;
            END;
            CREATE TRIGGER draft_reaction_uncounted AFTER DELETE ON draft_reaction BEGIN
                UPDATE draft_tally SET count = count - 1 WHERE paragraph_id = OLD.paragraph_id AND kind = OLD.kind;
            END;
            CREATE TRIGGER draft_reaction_recounted AFTER UPDATE OF kind ON draft_reaction
                WHEN NEW.kind <> OLD.kind BEGIN
                UPDATE draft_tally SET count = count - 1 WHERE paragraph_id = OLD.paragraph_id AND kind = OLD.kind;
                INSERT INTO draft_tally VALUES (NEW.paragraph_id, NEW.kind, 1)
                    ON CONFLICT DO UPDATE SET count = count + 1;
            END;

            -- How much the subject matters to whom.
            CREATE TABLE concern (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                answer TEXT NOT NULL CHECK (answer IN ('much', 'little', 'not')),
                PRIMARY KEY (challenge_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX concern_by_member ON concern (member_id, challenge_id);
            CREATE TABLE concern_tally (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                answer TEXT NOT NULL,
                count INTEGER NOT NULL CHECK (count >= 0),
                PRIMARY KEY (challenge_id, answer)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER concern_counted AFTER INSERT ON concern BEGIN
                INSERT INTO concern_tally VALUES (NEW.challenge_id, NEW.answer, 1)
                    ON CONFLICT DO UPDATE SET count = count + 1;
            END;
            CREATE TRIGGER concern_uncounted AFTER DELETE ON concern BEGIN
                UPDATE concern_tally SET count = count - 1 WHERE challenge_id = OLD.challenge_id AND answer = OLD.answer;
            END;
            CREATE TRIGGER concern_recounted AFTER UPDATE OF answer ON concern WHEN NEW.answer <> OLD.answer BEGIN
                UPDATE concern_tally SET count = count - 1 WHERE challenge_id = OLD.challenge_id AND answer = OLD.answer;
                INSERT INTO concern_tally VALUES (NEW.challenge_id, NEW.answer, 1)
                    ON CONFLICT DO UPDATE SET count = count + 1;
            END;

            -- The fingerprint of a solution each time that it was submitted or changed.
            CREATE TABLE idea_seal (
                id INTEGER PRIMARY KEY,
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                sealed_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX idea_seal_by_idea ON idea_seal (idea_id, id);
            CREATE TRIGGER idea_seal_is_never_rewritten BEFORE UPDATE ON idea_seal BEGIN
                SELECT raise(ABORT, 'a seal is never rewritten');
            END;
            CREATE TRIGGER idea_seal_is_never_deleted BEFORE DELETE ON idea_seal BEGIN
                SELECT raise(ABORT, 'a seal is never deleted');
            END;
            -- Whether its author lets a sealed solution be read by everybody after the results, and when it was opened.
            CREATE TABLE idea_opening (
                idea_id INTEGER PRIMARY KEY REFERENCES idea (id) ON DELETE CASCADE,
                is_agreed INTEGER NOT NULL CHECK (is_agreed IN (0, 1)),
                opened_at INTEGER
            ) STRICT;

            -- Ideas that reached the number of supports from which on they are passed on to the team.
            CREATE TABLE idea_passed_on (
                idea_id INTEGER PRIMARY KEY REFERENCES idea (id),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                passed_at INTEGER NOT NULL,
                is_answered INTEGER NOT NULL DEFAULT 0 CHECK (is_answered IN (0, 1))
            ) STRICT;
            CREATE INDEX idea_passed_on_first ON idea_passed_on (passed_at, idea_id) WHERE NOT is_answered;
            CREATE INDEX idea_passed_on_in_challenge ON idea_passed_on (challenge_id, passed_at, idea_id)
                WHERE NOT is_answered;
            CREATE TRIGGER idea_passed_on_answered AFTER UPDATE OF first_answer_at ON idea
                WHEN OLD.first_answer_at IS NULL AND NEW.first_answer_at IS NOT NULL BEGIN
                UPDATE idea_passed_on SET is_answered = 1 WHERE idea_id = NEW.id;
            END;
            """)
}
