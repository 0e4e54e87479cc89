extension Migration {
    /// Ideas, votes, comments, decisions, rewards.
    static let ideas = Migration(
        name: "0003-ideas",
        sql: """
            CREATE TABLE idea (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                number INTEGER CHECK (number > 0),
                author_id INTEGER NOT NULL REFERENCES member (id),
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                visibility TEXT NOT NULL CHECK (visibility IN
                    ('draft', 'awaitingModeration', 'public', 'sealed', 'hidden', 'withdrawn')),
                created_at INTEGER NOT NULL,
                submitted_at INTEGER,
                edited_at INTEGER,
                answer_due_at INTEGER,
                -- The latest published decision, copied from its history.
                decision TEXT,
                decided_at INTEGER,
                -- When the promise of an answer was kept.
                first_answer_at INTEGER,
                support_count INTEGER NOT NULL DEFAULT 0 CHECK (support_count >= 0),
                comment_count INTEGER NOT NULL DEFAULT 0 CHECK (comment_count >= 0),
                UNIQUE (challenge_id, number),
                CHECK ((visibility = 'draft') = (number IS NULL)),
                CHECK ((visibility = 'draft') = (submitted_at IS NULL))
            ) STRICT;
            CREATE UNIQUE INDEX idea_one_draft ON idea (challenge_id, author_id) WHERE visibility = 'draft';
            CREATE INDEX idea_newest ON idea (challenge_id, visibility, submitted_at DESC, id DESC);
            CREATE INDEX idea_most_discussed ON idea (challenge_id, visibility, comment_count DESC, id DESC);
            CREATE INDEX idea_most_supported ON idea (challenge_id, visibility, support_count DESC, id DESC);
            CREATE INDEX idea_by_decision ON idea (challenge_id, visibility, decision, submitted_at DESC);
            CREATE INDEX idea_by_author ON idea (author_id, created_at DESC);
            CREATE INDEX idea_published ON idea (visibility, submitted_at DESC, id DESC);
            -- Ideas that still wait for an answer, the most urgent first: of all challenges, and of one.
            CREATE INDEX idea_waiting ON idea (answer_due_at IS NULL, answer_due_at, id)
                WHERE visibility IN ('public', 'sealed')
                AND (decision IS NULL OR decision IN ('underStudy', 'shortlisted'));
            CREATE INDEX idea_unanswered ON idea (challenge_id, answer_due_at IS NULL, answer_due_at, id)
                WHERE visibility IN ('public', 'sealed')
                AND (decision IS NULL OR decision IN ('underStudy', 'shortlisted'));
            CREATE INDEX idea_decided ON idea (decision, decided_at DESC);

            CREATE TRIGGER idea_counted_at_insert AFTER INSERT ON idea WHEN NEW.visibility = 'public' BEGIN
                UPDATE challenge SET idea_count = idea_count + 1 WHERE id = NEW.challenge_id;
            END;
            CREATE TRIGGER idea_counted AFTER UPDATE OF visibility ON idea
                WHEN NEW.visibility = 'public' AND OLD.visibility <> 'public' BEGIN
                UPDATE challenge SET idea_count = idea_count + 1 WHERE id = NEW.challenge_id;
            END;
            CREATE TRIGGER idea_uncounted AFTER UPDATE OF visibility ON idea
                WHEN NEW.visibility <> 'public' AND OLD.visibility = 'public' BEGIN
                UPDATE challenge SET idea_count = idea_count - 1 WHERE id = NEW.challenge_id;
            END;

            -- How promises of an answer were kept, over all ideas: one row, so that a page need not count them.
            CREATE TABLE answer_record (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                answered INTEGER NOT NULL,
                in_time INTEGER NOT NULL
            ) STRICT;
            INSERT INTO answer_record VALUES (1, 0, 0);
            CREATE TRIGGER answer_recorded AFTER UPDATE OF first_answer_at ON idea
                WHEN OLD.first_answer_at IS NULL AND NEW.first_answer_at IS NOT NULL
                    AND NEW.answer_due_at IS NOT NULL BEGIN
                UPDATE answer_record SET answered = answered + 1,
                    in_time = in_time + (NEW.first_answer_at <= NEW.answer_due_at);
            END;

            CREATE TABLE vote (
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                cast_at INTEGER NOT NULL,
                PRIMARY KEY (idea_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX vote_by_member ON vote (member_id, challenge_id, idea_id);

            CREATE TRIGGER vote_counted AFTER INSERT ON vote BEGIN
                UPDATE idea SET support_count = support_count + 1 WHERE id = NEW.idea_id;
            END;
            CREATE TRIGGER vote_uncounted AFTER DELETE ON vote BEGIN
                UPDATE idea SET support_count = support_count - 1 WHERE id = OLD.idea_id;
            END;

            CREATE TABLE comment (
                id INTEGER PRIMARY KEY,
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                parent_id INTEGER REFERENCES comment (id),
                author_id INTEGER NOT NULL REFERENCES member (id),
                stance TEXT NOT NULL CHECK (stance IN ('for', 'against', 'question', 'reply')),
                text TEXT NOT NULL,
                is_official INTEGER NOT NULL DEFAULT 0 CHECK (is_official IN (0, 1)),
                written_at INTEGER NOT NULL,
                CHECK ((parent_id IS NULL) OR (stance = 'reply'))
            ) STRICT;
            CREATE INDEX comment_by_idea ON comment (idea_id, written_at, id);
            CREATE INDEX comment_by_author ON comment (author_id);
            CREATE INDEX comment_by_parent ON comment (parent_id);
            CREATE TRIGGER comment_counted AFTER INSERT ON comment BEGIN
                UPDATE idea SET comment_count = comment_count + 1 WHERE id = NEW.idea_id;
            END;

            CREATE TABLE decision (
                id INTEGER PRIMARY KEY,
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                code TEXT NOT NULL CHECK (code IN ('underStudy', 'shortlisted', 'winner', 'accepted', 'planned',
                    'inProgress', 'implemented', 'rejected', 'ineligible')),
                reason TEXT NOT NULL CHECK (length(reason) >= 20),
                decided_by INTEGER NOT NULL REFERENCES member (id),
                decided_at INTEGER NOT NULL,
                -- Null while the decision is secret.
                published_at INTEGER,
                -- When a later decision took its place before it was published.
                superseded_at INTEGER
            ) STRICT;
            CREATE INDEX decision_by_idea ON decision (idea_id, decided_at);
            CREATE INDEX decision_published ON decision (published_at DESC, id DESC);
            CREATE INDEX decision_published_in_challenge ON decision (challenge_id, published_at DESC, id DESC);
            CREATE UNIQUE INDEX decision_prepared ON decision (idea_id)
                WHERE published_at IS NULL AND superseded_at IS NULL;
            CREATE INDEX decision_prepared_in_challenge ON decision (challenge_id)
                WHERE published_at IS NULL AND superseded_at IS NULL;

            CREATE TRIGGER decision_is_never_rewritten BEFORE UPDATE ON decision
                WHEN NEW.id <> OLD.id OR NEW.idea_id <> OLD.idea_id OR NEW.challenge_id <> OLD.challenge_id
                    OR (OLD.superseded_at IS NOT NULL AND NEW.superseded_at IS NOT OLD.superseded_at)
                    OR (OLD.superseded_at IS NOT NULL AND NEW.published_at IS NOT NULL)
                    OR NEW.code <> OLD.code OR NEW.reason <> OLD.reason
                    OR NEW.decided_by <> OLD.decided_by OR NEW.decided_at <> OLD.decided_at
                    OR (OLD.published_at IS NOT NULL AND NEW.published_at IS NOT OLD.published_at) BEGIN
                SELECT raise(ABORT, 'a decision is superseded, never rewritten');
            END;
            CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision BEGIN
                SELECT raise(ABORT, 'a decision is never deleted');
            END;

            CREATE TABLE reward (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                idea_id INTEGER NOT NULL UNIQUE REFERENCES idea (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                kind TEXT NOT NULL CHECK (kind IN
                    ('prize', 'gift', 'voucher', 'donation', 'invitation', 'recognition', 'points')),
                cents INTEGER CHECK (cents > 0),
                nature TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('granted', 'notified', 'delivered')),
                granted_by INTEGER NOT NULL REFERENCES member (id),
                granted_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX reward_by_challenge ON reward (challenge_id, granted_at DESC, id DESC);
            CREATE INDEX reward_by_member ON reward (member_id, granted_at DESC, id DESC);
            CREATE INDEX reward_newest ON reward (granted_at DESC, id DESC);

            -- Where the data came from: a demonstration database says so on every page.
            CREATE TABLE origin (
                kind TEXT NOT NULL CHECK (kind IN ('demonstration', 'large')),
                seeded_at INTEGER NOT NULL
            ) STRICT;
            """)
}
