extension Migration {
    /// What waits for moderators, what they did, what was reported; comments that are not shown.
    static let moderation = Migration(
        name: "0004-moderation",
        sql: """
            -- Hours within which every idea is read before it is public. Null: it is public at once.
            ALTER TABLE challenge ADD COLUMN review_hours INTEGER CHECK (review_hours > 0);
            ALTER TABLE challenge ADD COLUMN hiding_reports INTEGER NOT NULL DEFAULT 3 CHECK (hiding_reports > 0);

            ALTER TABLE comment ADD COLUMN visibility TEXT NOT NULL DEFAULT 'public'
                CHECK (visibility IN ('public', 'hidden', 'withdrawn'));
            CREATE TRIGGER comment_uncounted AFTER UPDATE OF visibility ON comment
                WHEN NEW.visibility <> 'public' AND OLD.visibility = 'public' BEGIN
                UPDATE idea SET comment_count = comment_count - 1 WHERE id = NEW.idea_id;
            END;
            CREATE TRIGGER comment_recounted AFTER UPDATE OF visibility ON comment
                WHEN NEW.visibility = 'public' AND OLD.visibility <> 'public' BEGIN
                UPDATE idea SET comment_count = comment_count + 1 WHERE id = NEW.idea_id;
            END;

            -- Why a post (an idea, or a comment on it) waits or waited for a moderator.
            CREATE TABLE moderation_case (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind IN ('submission', 'reports', 'appeal')),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                comment_id INTEGER REFERENCES comment (id),
                opened_at INTEGER NOT NULL,
                due_at INTEGER NOT NULL,
                -- What an author says who asks for a second look.
                words TEXT NOT NULL DEFAULT '',
                outcome TEXT CHECK (outcome IN
                    ('published', 'hidden', 'kept', 'restored', 'confirmed', 'withdrawn', 'redirected')),
                closed_at INTEGER,
                closed_by INTEGER REFERENCES member (id),
                CHECK ((outcome IS NULL) = (closed_at IS NULL))
            ) STRICT;
            CREATE UNIQUE INDEX case_open ON moderation_case (idea_id, coalesce(comment_id, 0))
                WHERE closed_at IS NULL;
            CREATE INDEX case_queue ON moderation_case (opened_at, id) WHERE closed_at IS NULL;
            CREATE INDEX case_of_post ON moderation_case (idea_id, comment_id);
            CREATE INDEX case_by_comment ON moderation_case (comment_id);

            CREATE TABLE report (
                id INTEGER PRIMARY KEY,
                case_id INTEGER NOT NULL REFERENCES moderation_case (id),
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                comment_id INTEGER REFERENCES comment (id),
                reporter_id INTEGER NOT NULL REFERENCES member (id),
                reason TEXT NOT NULL CHECK (reason IN
                    ('personalData', 'disrespect', 'unlawful', 'advertising', 'offTopic', 'repeated', 'other')),
                words TEXT NOT NULL,
                reported_at INTEGER NOT NULL
            ) STRICT;
            CREATE UNIQUE INDEX report_once ON report (idea_id, coalesce(comment_id, 0), reporter_id);
            CREATE INDEX report_by_case ON report (case_id, id);
            CREATE INDEX report_by_reporter ON report (reporter_id, reported_at DESC, id DESC);
            CREATE INDEX report_by_comment ON report (comment_id);

            -- The register: what moderation did, never what a passage said.
            CREATE TABLE moderation_act (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                comment_id INTEGER REFERENCES comment (id),
                kind TEXT NOT NULL CHECK (kind IN ('published', 'hidden', 'hiddenByReports', 'kept', 'restored',
                    'confirmed', 'redacted', 'redirected')),
                reason TEXT CHECK (reason IN
                    ('personalData', 'disrespect', 'unlawful', 'advertising', 'offTopic', 'repeated', 'other')),
                -- For the author alone.
                note TEXT NOT NULL DEFAULT '',
                redacted TEXT CHECK (redacted IN ('phone', 'email', 'iban', 'socialSecurity', 'contract', 'health')),
                -- Null: done by the number of reports.
                by_id INTEGER REFERENCES member (id),
                at INTEGER NOT NULL,
                CHECK ((kind = 'redacted') = (redacted IS NOT NULL)),
                CHECK ((kind IN ('hidden', 'confirmed')) = (reason IS NOT NULL)),
                CHECK ((kind = 'hiddenByReports') = (by_id IS NULL))
            ) STRICT;
            CREATE INDEX moderation_act_on_idea ON moderation_act (idea_id, at, id);
            CREATE INDEX moderation_act_newest ON moderation_act (at DESC, id DESC);
            CREATE INDEX moderation_act_on_comment ON moderation_act (comment_id);
            CREATE TRIGGER moderation_act_is_never_rewritten BEFORE UPDATE ON moderation_act BEGIN
                SELECT raise(ABORT, 'an act of moderation is never rewritten');
            END;
            CREATE TRIGGER moderation_act_is_never_deleted BEFORE DELETE ON moderation_act BEGIN
                SELECT raise(ABORT, 'an act of moderation is never deleted');
            END;
            """)
}
