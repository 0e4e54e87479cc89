extension Migration {
    /// Phases known by number, what changed about public challenges, how promises of answers were kept, and what becomes
    /// of accepted ideas.
    static let followUp = Migration(
        name: "0007-follow-up",
        sql: """
            -- A phase keeps its number wherever its place among the others goes: feeds tell it by that.
            ALTER TABLE phase ADD COLUMN number INTEGER NOT NULL DEFAULT 0 CHECK (number >= 0);
            -- 32: what is submitted can be read at once, as it could in every phase so far.
            UPDATE phase SET number = position, rights = rights | 32;

            CREATE TABLE challenge_event (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                kind TEXT NOT NULL CHECK (kind IN ('datesChanged', 'suspended', 'resumed', 'cancelled')),
                -- What everybody is told.
                reason TEXT,
                by_id INTEGER NOT NULL REFERENCES member (id),
                happened_at INTEGER NOT NULL,
                CHECK ((kind = 'resumed') = (reason IS NULL))
            ) STRICT;
            CREATE INDEX challenge_event_by_challenge ON challenge_event (challenge_id, happened_at DESC, id DESC);
            CREATE INDEX challenge_event_newest ON challenge_event (happened_at DESC, id DESC);
            CREATE TRIGGER challenge_event_is_never_rewritten BEFORE UPDATE ON challenge_event BEGIN
                SELECT raise(ABORT, 'an event is never rewritten');
            END;
            CREATE TRIGGER challenge_event_is_never_deleted BEFORE DELETE ON challenge_event BEGIN
                SELECT raise(ABORT, 'an event is never deleted');
            END;

            -- The dates that an event changed, phase by phase. Without an old opening: the phase was added.
            CREATE TABLE phase_move (
                event_id INTEGER NOT NULL REFERENCES challenge_event (id),
                place INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('ideas', 'votes', 'ideasAndVotes', 'deliberation', 'followUp')),
                old_opens_at INTEGER,
                old_closes_at INTEGER,
                new_opens_at INTEGER NOT NULL,
                new_closes_at INTEGER,
                PRIMARY KEY (event_id, place)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER phase_move_is_never_rewritten BEFORE UPDATE ON phase_move BEGIN
                SELECT raise(ABORT, 'an event is never rewritten');
            END;
            CREATE TRIGGER phase_move_is_never_deleted BEFORE DELETE ON phase_move BEGIN
                SELECT raise(ABORT, 'an event is never deleted');
            END;

            -- How promises of answers were kept in each challenge, and how long answers took, so that no page counts them.
            CREATE TABLE answer_tally (
                challenge_id INTEGER PRIMARY KEY REFERENCES challenge (id),
                answered INTEGER NOT NULL DEFAULT 0,
                promised INTEGER NOT NULL DEFAULT 0,
                in_time INTEGER NOT NULL DEFAULT 0,
                -- Public ideas without an answer: how many are sealed is nobody's business.
                waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting >= 0)
            ) STRICT;
            CREATE TABLE answer_delay (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                days INTEGER NOT NULL,
                answers INTEGER NOT NULL,
                PRIMARY KEY (challenge_id, days)
            ) STRICT, WITHOUT ROWID;
            -- The same over all challenges.
            CREATE TABLE answer_delay_overall (
                days INTEGER PRIMARY KEY,
                answers INTEGER NOT NULL
            ) STRICT;
            INSERT INTO answer_tally
                SELECT challenge_id, count(first_answer_at), count(first_answer_at) FILTER (WHERE answer_due_at IS NOT NULL),
                    count(*) FILTER (WHERE first_answer_at <= answer_due_at),
                    count(*) FILTER (WHERE visibility = 'public'
                        AND (decision IS NULL OR decision IN ('underStudy', 'shortlisted')))
                FROM idea WHERE submitted_at IS NOT NULL GROUP BY challenge_id;
            INSERT INTO answer_delay
                SELECT challenge_id, max(0, first_answer_at - submitted_at) / 86400, count(*) FROM idea
                WHERE first_answer_at IS NOT NULL AND submitted_at IS NOT NULL GROUP BY 1, 2;
            INSERT INTO answer_delay_overall SELECT days, sum(answers) FROM answer_delay GROUP BY days;

            CREATE TRIGGER answer_tallied AFTER UPDATE OF first_answer_at ON idea
                WHEN OLD.first_answer_at IS NULL AND NEW.first_answer_at IS NOT NULL
                    AND NEW.submitted_at IS NOT NULL BEGIN
                INSERT INTO answer_tally (challenge_id, answered, promised, in_time)
                VALUES (NEW.challenge_id, 1, NEW.answer_due_at IS NOT NULL,
                    coalesce(NEW.first_answer_at <= NEW.answer_due_at, 0))
                ON CONFLICT DO UPDATE SET answered = answered + 1, promised = promised + excluded.promised,
                    in_time = in_time + excluded.in_time;
                INSERT INTO answer_delay VALUES
                    (NEW.challenge_id, max(0, NEW.first_answer_at - NEW.submitted_at) / 86400, 1)
                ON CONFLICT DO UPDATE SET answers = answers + 1;
                INSERT INTO answer_delay_overall VALUES
                    (max(0, NEW.first_answer_at - NEW.submitted_at) / 86400, 1)
                ON CONFLICT DO UPDATE SET answers = answers + 1;
            END;
            CREATE TRIGGER answer_awaited_at_insert AFTER INSERT ON idea
                WHEN NEW.visibility = 'public' AND (NEW.decision IS NULL OR NEW.decision IN ('underStudy', 'shortlisted'))
                BEGIN
                INSERT INTO answer_tally (challenge_id, waiting) VALUES (NEW.challenge_id, 1)
                ON CONFLICT DO UPDATE SET waiting = waiting + 1;
            END;
            CREATE TRIGGER answer_awaited AFTER UPDATE OF visibility, decision ON idea
                WHEN (NEW.visibility = 'public' AND (NEW.decision IS NULL OR NEW.decision IN ('underStudy', 'shortlisted')))
                    AND NOT (OLD.visibility = 'public'
                        AND (OLD.decision IS NULL OR OLD.decision IN ('underStudy', 'shortlisted'))) BEGIN
                INSERT INTO answer_tally (challenge_id, waiting) VALUES (NEW.challenge_id, 1)
                ON CONFLICT DO UPDATE SET waiting = waiting + 1;
            END;
            CREATE TRIGGER answer_not_awaited AFTER UPDATE OF visibility, decision ON idea
                WHEN (OLD.visibility = 'public' AND (OLD.decision IS NULL OR OLD.decision IN ('underStudy', 'shortlisted')))
                    AND NOT (NEW.visibility = 'public'
                        AND (NEW.decision IS NULL OR NEW.decision IN ('underStudy', 'shortlisted'))) BEGIN
                UPDATE answer_tally SET waiting = waiting - 1 WHERE challenge_id = NEW.challenge_id;
            END;

            -- What becomes of an idea with which the insurer goes on.
            CREATE TABLE follow_up (
                idea_id INTEGER PRIMARY KEY REFERENCES idea (id),
                team TEXT NOT NULL CHECK (length(team) >= 2)
            ) STRICT;
            CREATE TABLE milestone (
                id INTEGER PRIMARY KEY,
                idea_id INTEGER NOT NULL REFERENCES follow_up (idea_id),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                title TEXT NOT NULL,
                planned_for INTEGER NOT NULL,
                -- The day that was announced first.
                first_planned_for INTEGER NOT NULL,
                done_at INTEGER,
                note TEXT NOT NULL,
                -- When people were told that it is done.
                told_at INTEGER,
                CHECK ((done_at IS NULL) = (told_at IS NULL))
            ) STRICT;
            CREATE INDEX milestone_by_idea ON milestone (idea_id, planned_for, id);
            CREATE INDEX milestone_told ON milestone (told_at DESC, id DESC) WHERE told_at IS NOT NULL;
            CREATE INDEX milestone_told_in_challenge ON milestone (challenge_id, told_at DESC, id DESC)
                WHERE told_at IS NOT NULL;
            CREATE TRIGGER milestone_keeps_its_first_day BEFORE UPDATE ON milestone
                WHEN NEW.first_planned_for <> OLD.first_planned_for OR NEW.idea_id <> OLD.idea_id BEGIN
                SELECT raise(ABORT, 'the day that was announced first is kept');
            END;
            CREATE TRIGGER milestone_is_never_deleted BEFORE DELETE ON milestone BEGIN
                SELECT raise(ABORT, 'a step that was announced is kept');
            END;
            CREATE INDEX idea_kept ON idea (decided_at DESC, id DESC) WHERE visibility = 'public'
                AND decision IN ('winner', 'accepted', 'planned', 'inProgress', 'implemented');
            """)
}
