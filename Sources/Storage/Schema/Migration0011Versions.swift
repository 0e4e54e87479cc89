extension Migration {
    /// What ideas said before they were changed, who signs them together, and what the insurer asks their authors.
    static let versions = Migration(
        name: "0011-versions",
        sql: """
            -- Every text of an idea that was changed after it was submitted, the present one included.
            CREATE TABLE idea_version (
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                number INTEGER NOT NULL CHECK (number > 0),
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                written_by INTEGER NOT NULL REFERENCES member (id),
                written_at INTEGER NOT NULL,
                -- Supports that the idea had when it came.
                support_count INTEGER NOT NULL CHECK (support_count >= 0),
                -- Nobody but authors and moderators could read it when the next one took its place.
                is_withheld INTEGER NOT NULL DEFAULT 0 CHECK (is_withheld IN (0, 1)),
                PRIMARY KEY (idea_id, number)
            ) STRICT, WITHOUT ROWID;
            -- Moderation takes passages out of texts; nothing else about a version changes.
            CREATE TRIGGER idea_version_keeps_its_place BEFORE UPDATE ON idea_version
                WHEN NEW.idea_id <> OLD.idea_id OR NEW.number <> OLD.number OR NEW.written_by <> OLD.written_by
                    OR NEW.written_at <> OLD.written_at OR NEW.support_count <> OLD.support_count
                    OR NEW.is_withheld < OLD.is_withheld BEGIN
                SELECT raise(ABORT, 'a version is never rewritten');
            END;
            CREATE TRIGGER idea_version_is_never_deleted BEFORE DELETE ON idea_version BEGIN
                SELECT raise(ABORT, 'a version is never deleted');
            END;

            -- Who signs an idea besides the person who submitted it, and who was asked to.
            CREATE TABLE co_author (
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                state TEXT NOT NULL CHECK (state IN ('invited', 'joined', 'declined', 'left')),
                invited_by INTEGER NOT NULL REFERENCES member (id),
                invited_at INTEGER NOT NULL,
                answered_at INTEGER,
                PRIMARY KEY (idea_id, member_id),
                CHECK ((state = 'invited') = (answered_at IS NULL))
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX co_author_by_member ON co_author (member_id, state, idea_id);

            -- How authors share a reward: one proposal at a time, in force once all have agreed.
            CREATE TABLE share_round (
                id INTEGER PRIMARY KEY,
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                proposed_by INTEGER NOT NULL REFERENCES member (id),
                proposed_at INTEGER NOT NULL,
                agreed_at INTEGER
            ) STRICT;
            CREATE UNIQUE INDEX share_round_pending ON share_round (idea_id) WHERE agreed_at IS NULL;
            CREATE INDEX share_round_of_idea ON share_round (idea_id, agreed_at DESC, id DESC);
            CREATE TABLE share_part (
                round_id INTEGER NOT NULL REFERENCES share_round (id) ON DELETE CASCADE,
                member_id INTEGER NOT NULL REFERENCES member (id),
                percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
                agreed_at INTEGER,
                PRIMARY KEY (round_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX share_part_by_member ON share_part (member_id, round_id);

            -- An account that is deleted signs nothing any more, and a proposal that waits for it waits no longer.
            CREATE TRIGGER co_authorship_ends_with_the_account AFTER UPDATE OF deleted_at ON member
                WHEN NEW.deleted_at IS NOT NULL BEGIN
                DELETE FROM share_round WHERE agreed_at IS NULL
                    AND id IN (SELECT round_id FROM share_part WHERE member_id = NEW.id);
                DELETE FROM co_author WHERE member_id = NEW.id;
            END;

            -- What of a reward goes to whom, where several signed the idea.
            CREATE TABLE reward_part (
                reward_id INTEGER NOT NULL REFERENCES reward (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                weight INTEGER NOT NULL CHECK (weight >= 0),
                -- Null if the reward is not money.
                cents INTEGER CHECK (cents >= 0),
                PRIMARY KEY (reward_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX reward_part_by_member ON reward_part (member_id, reward_id);

            -- What the insurer asks the authors of an idea before it answers.
            CREATE TABLE clarification (
                id INTEGER PRIMARY KEY,
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                question TEXT NOT NULL CHECK (length(question) >= 10),
                asked_by INTEGER NOT NULL REFERENCES member (id),
                asked_at INTEGER NOT NULL,
                answer_before INTEGER NOT NULL CHECK (answer_before > asked_at),
                answer TEXT,
                answered_by INTEGER REFERENCES member (id),
                answered_at INTEGER,
                -- When the insurer decided, or the author left, without an answer.
                closed_at INTEGER,
                CHECK ((answer IS NULL) = (answered_at IS NULL)),
                CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
                CHECK (answered_at IS NULL OR closed_at IS NULL)
            ) STRICT;
            CREATE UNIQUE INDEX clarification_open ON clarification (idea_id)
                WHERE answered_at IS NULL AND closed_at IS NULL;
            CREATE INDEX clarification_awaited ON clarification (answer_before, id)
                WHERE answered_at IS NULL AND closed_at IS NULL;
            CREATE INDEX clarification_of_idea ON clarification (idea_id, asked_at, id);
            CREATE INDEX clarification_asked ON clarification (asked_at DESC, id DESC);
            CREATE INDEX clarification_asked_in_challenge ON clarification (challenge_id, asked_at DESC, id DESC);
            CREATE INDEX clarification_answered ON clarification (answered_at DESC, id DESC)
                WHERE answered_at IS NOT NULL;
            CREATE INDEX clarification_answered_in_challenge
                ON clarification (challenge_id, answered_at DESC, id DESC) WHERE answered_at IS NOT NULL;
            CREATE TRIGGER clarification_is_never_rewritten BEFORE UPDATE ON clarification
                WHEN NEW.idea_id <> OLD.idea_id OR NEW.asked_by <> OLD.asked_by OR NEW.asked_at <> OLD.asked_at
                    OR NEW.answer_before <> OLD.answer_before
                    OR (OLD.answered_at IS NOT NULL AND NEW.answered_at IS NOT OLD.answered_at)
                    OR (OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT OLD.closed_at) BEGIN
                SELECT raise(ABORT, 'a question is never rewritten');
            END;
            CREATE TRIGGER clarification_is_never_deleted BEFORE DELETE ON clarification BEGIN
                SELECT raise(ABORT, 'a question is never deleted');
            END;
            """)
}
