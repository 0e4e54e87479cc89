extension Migration {
    /// Points: their lines and what people object to them, who wants none, the cap of a day.
    ///
    /// Triggers note whose facts change, so that no room has to think of it; the act under way then settles their lines.
    /// Whoever did something useful before there were points is noted here, and has them from the first act on.
    static let points = Migration(
        name: "0030-points",
        sql: """
            -- Lines of one person. What a source may be is for the rules to say, since rooms bring their own.
            CREATE TABLE points_line (
                id INTEGER PRIMARY KEY,
                member_id INTEGER NOT NULL REFERENCES member (id),
                source TEXT NOT NULL CHECK (source <> ''),
                subject_id INTEGER NOT NULL,
                turn INTEGER NOT NULL CHECK (turn > 0),
                earned_at INTEGER NOT NULL,
                amount INTEGER NOT NULL CHECK (amount > 0),
                posted INTEGER NOT NULL CHECK (posted BETWEEN 0 AND amount),
                cap INTEGER CHECK (cap > 0),
                booked_at INTEGER NOT NULL,
                -- Lines of the ledger; without any where the cap left nothing.
                entry_seq INTEGER REFERENCES ledger_entry (seq),
                -- Who settled it when it was contested: from then on facts no longer change it.
                settled_by INTEGER REFERENCES member (id),
                reversed_at INTEGER,
                reversed_for TEXT CHECK (reversed_for IN ('gone', 'corrected')),
                reversal_seq INTEGER REFERENCES ledger_entry (seq),
                UNIQUE (member_id, source, subject_id, turn),
                CHECK ((posted = 0) = (entry_seq IS NULL)),
                CHECK ((reversed_at IS NULL) = (reversed_for IS NULL)),
                CHECK ((reversed_at IS NOT NULL AND posted > 0) = (reversal_seq IS NOT NULL))
            ) STRICT;
            CREATE INDEX points_line_by_member ON points_line (member_id, booked_at DESC, id DESC);
            -- A fact counts once, however often it is told.
            CREATE UNIQUE INDEX points_line_standing ON points_line (member_id, source, subject_id)
                WHERE reversed_at IS NULL;
            CREATE TRIGGER points_line_is_never_rewritten BEFORE UPDATE ON points_line
                WHEN OLD.reversed_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.member_id <> OLD.member_id
                    OR NEW.source <> OLD.source OR NEW.subject_id <> OLD.subject_id OR NEW.turn <> OLD.turn
                    OR NEW.earned_at <> OLD.earned_at OR NEW.amount <> OLD.amount OR NEW.posted <> OLD.posted
                    OR NEW.cap IS NOT OLD.cap OR NEW.booked_at <> OLD.booked_at
                    OR NEW.entry_seq IS NOT OLD.entry_seq OR NEW.settled_by IS NOT OLD.settled_by BEGIN
                SELECT raise(ABORT, 'a line of points is reversed, never rewritten');
            END;
            CREATE TRIGGER points_line_is_never_deleted BEFORE DELETE ON points_line BEGIN
                SELECT raise(ABORT, 'a line of points is never deleted');
            END;

            CREATE TABLE points_contest (
                id INTEGER PRIMARY KEY,
                line_id INTEGER NOT NULL UNIQUE REFERENCES points_line (id),
                reason TEXT NOT NULL,
                contested_at INTEGER NOT NULL,
                verdict TEXT CHECK (verdict IN ('kept', 'corrected')),
                answer TEXT,
                answered_by INTEGER REFERENCES member (id),
                answered_at INTEGER,
                CHECK ((answered_at IS NULL) = (verdict IS NULL)),
                CHECK ((answered_at IS NULL) = (answer IS NULL)),
                CHECK ((answered_at IS NULL) = (answered_by IS NULL))
            ) STRICT;
            CREATE INDEX points_contest_open ON points_contest (contested_at, id) WHERE answered_at IS NULL;

            -- Times in which somebody wants no points.
            CREATE TABLE points_pause (
                member_id INTEGER NOT NULL REFERENCES member (id),
                from_at INTEGER NOT NULL,
                until_at INTEGER CHECK (until_at >= from_at),
                PRIMARY KEY (member_id, from_at)
            ) STRICT, WITHOUT ROWID;
            CREATE UNIQUE INDEX points_pause_open ON points_pause (member_id) WHERE until_at IS NULL;

            -- Who wants their badges beside their pseudonym; nobody does who does not say so.
            CREATE TABLE badge_display (
                member_id INTEGER PRIMARY KEY REFERENCES member (id)
            ) STRICT;

            CREATE TABLE points_cap (
                id INTEGER PRIMARY KEY,
                points INTEGER NOT NULL CHECK (points > 0),
                set_by INTEGER REFERENCES member (id),
                set_at INTEGER NOT NULL
            ) STRICT;
            INSERT INTO points_cap (points, set_at) VALUES (40, 0);

            -- How many ballots that counted back an idea, noted when its vote is published.
            CREATE TABLE idea_backing (
                idea_id INTEGER PRIMARY KEY REFERENCES idea (id),
                backers INTEGER NOT NULL CHECK (backers > 0),
                counted_at INTEGER NOT NULL
            ) STRICT;

            -- How many points of a reward each of its authors gets.
            CREATE TABLE reward_points (
                reward_id INTEGER NOT NULL REFERENCES reward (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                points INTEGER NOT NULL CHECK (points > 0),
                PRIMARY KEY (reward_id, member_id)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX clarification_by_answerer ON clarification (answered_by) WHERE answered_by IS NOT NULL;
            CREATE INDEX draft_thanks_by_member ON draft_thanks (member_id);

            -- Whose lines may no longer say what their facts do.
            CREATE TABLE points_due (
                member_id INTEGER PRIMARY KEY REFERENCES member (id)
            ) STRICT;
            CREATE VIEW idea_signer (idea_id, member_id) AS
                SELECT id, author_id FROM idea
                UNION ALL SELECT idea_id, member_id FROM co_author WHERE state = 'joined';
            CREATE TRIGGER points_due_by_idea AFTER UPDATE OF decision, visibility ON idea
                WHEN OLD.visibility <> 'draft'
                    AND (NEW.decision IS NOT OLD.decision OR NEW.visibility <> OLD.visibility) BEGIN
                INSERT INTO points_due (member_id)
                    SELECT member_id FROM idea_signer WHERE idea_id = NEW.id ON CONFLICT DO NOTHING;
                INSERT INTO points_due (member_id)
                    SELECT s.member_id FROM idea i JOIN idea_signer s ON s.idea_id = i.id WHERE i.merged_into = NEW.id
                    ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER points_due_by_backing AFTER INSERT ON idea_backing BEGIN
                INSERT INTO points_due (member_id)
                    SELECT member_id FROM idea_signer WHERE idea_id = NEW.idea_id ON CONFLICT DO NOTHING;
                INSERT INTO points_due (member_id)
                    SELECT s.member_id FROM idea i JOIN idea_signer s ON s.idea_id = i.id
                    WHERE i.merged_into = NEW.idea_id ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER points_due_by_joining AFTER INSERT ON co_author WHEN NEW.state = 'joined' BEGIN
                INSERT INTO points_due (member_id) VALUES (NEW.member_id) ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER points_due_by_authorship AFTER UPDATE OF state ON co_author WHEN NEW.state <> OLD.state BEGIN
                INSERT INTO points_due (member_id) VALUES (NEW.member_id) ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER points_due_by_clarification AFTER UPDATE OF answered_by ON clarification
                WHEN NEW.answered_by IS NOT NULL BEGIN
                INSERT INTO points_due (member_id) VALUES (NEW.answered_by) ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER points_due_by_thanks AFTER INSERT ON draft_thanks BEGIN
                INSERT INTO points_due (member_id) VALUES (NEW.member_id) ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER points_due_by_delivery AFTER INSERT ON reward_event WHEN NEW.state = 'delivered' BEGIN
                INSERT INTO points_due (member_id)
                    SELECT member_id FROM reward_points WHERE reward_id = NEW.reward_id ON CONFLICT DO NOTHING;
            END;

            INSERT INTO points_due (member_id)
                SELECT s.member_id FROM idea i JOIN idea_signer s ON s.idea_id = i.id
                WHERE i.decision IN ('winner', 'accepted', 'planned', 'inProgress', 'implemented')
                UNION SELECT answered_by FROM clarification WHERE answered_by IS NOT NULL
                UNION SELECT member_id FROM draft_thanks;
            """)
}
