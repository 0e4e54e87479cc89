extension Migration {
    /// Ideas that became one, in a way that can be undone.
    ///
    /// What the columns `idea.visibility` and `moderation_act.kind` may hold is written anew in the schema itself: no
    /// row changes, so that the tables need not be copied (sqlite.org/lang_altertable.html, section 7, the simpler
    /// procedure).
    static let merging = Migration(
        name: "0012-merging",
        sql: """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(sql, '''hidden'', ''withdrawn'')', '''hidden'', ''withdrawn'', ''mergedInto'')')
                WHERE type = 'table' AND name = 'idea';
            UPDATE sqlite_schema SET sql = replace(sql, '''redacted'', ''redirected'')', '''redacted'', ''redirected'', ''merged'', ''separated'')')
                WHERE type = 'table' AND name = 'moderation_act';
            PRAGMA writable_schema = RESET;

            ALTER TABLE idea ADD COLUMN merged_into INTEGER REFERENCES idea (id)
                CHECK ((visibility = 'mergedInto') = (merged_into IS NOT NULL));
            CREATE INDEX idea_by_target ON idea (merged_into, id) WHERE merged_into IS NOT NULL;

            CREATE TABLE idea_merge (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                source_id INTEGER NOT NULL REFERENCES idea (id),
                target_id INTEGER NOT NULL REFERENCES idea (id),
                -- What everybody is told.
                reason TEXT NOT NULL CHECK (length(reason) >= 10),
                merged_by INTEGER NOT NULL REFERENCES member (id),
                merged_at INTEGER NOT NULL,
                -- Empty where the idea that took the other in was withdrawn.
                undo_reason TEXT,
                undone_by INTEGER REFERENCES member (id),
                undone_at INTEGER,
                CHECK (source_id <> target_id),
                CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
                CHECK ((undo_reason IS NULL) = (undone_at IS NULL))
            ) STRICT;
            CREATE UNIQUE INDEX idea_merge_standing ON idea_merge (source_id) WHERE undone_at IS NULL;
            CREATE INDEX idea_merge_of_source ON idea_merge (source_id, merged_at, id);
            CREATE INDEX idea_merge_of_target ON idea_merge (target_id, merged_at, id);
            CREATE INDEX idea_merge_newest ON idea_merge (merged_at DESC, id DESC);
            CREATE INDEX idea_merge_in_challenge ON idea_merge (challenge_id, merged_at DESC, id DESC);
            CREATE INDEX idea_merge_undone ON idea_merge (undone_at DESC, id DESC) WHERE undone_at IS NOT NULL;
            CREATE INDEX idea_merge_undone_in_challenge ON idea_merge (challenge_id, undone_at DESC, id DESC)
                WHERE undone_at IS NOT NULL;
            CREATE TRIGGER idea_merge_is_never_rewritten BEFORE UPDATE ON idea_merge
                WHEN NEW.source_id <> OLD.source_id OR NEW.target_id <> OLD.target_id OR NEW.reason <> OLD.reason
                    OR NEW.merged_by <> OLD.merged_by OR NEW.merged_at <> OLD.merged_at
                    OR OLD.undone_at IS NOT NULL BEGIN
                SELECT raise(ABORT, 'a merge is never rewritten');
            END;
            CREATE TRIGGER idea_merge_is_never_deleted BEFORE DELETE ON idea_merge BEGIN
                SELECT raise(ABORT, 'a merge is never deleted');
            END;
            ALTER TABLE moderation_act ADD COLUMN merge_id INTEGER REFERENCES idea_merge (id);

            -- Supports of an idea that came with another that was merged into it: undoing takes them back, and no others.
            CREATE TABLE merged_vote (
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                source_id INTEGER NOT NULL REFERENCES idea (id),
                PRIMARY KEY (idea_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX merged_vote_by_source ON merged_vote (source_id, idea_id, member_id);
            CREATE TRIGGER merged_vote_ends_with_the_vote AFTER DELETE ON vote BEGIN
                DELETE FROM merged_vote WHERE idea_id = OLD.idea_id AND member_id = OLD.member_id;
            END;

            -- Comments on a merged idea stay its own, and count where they are shown.
            CREATE TRIGGER comment_counted_where_shown AFTER INSERT ON comment
                WHEN (SELECT i.merged_into FROM idea i WHERE i.id = NEW.idea_id) IS NOT NULL BEGIN
                UPDATE idea SET comment_count = comment_count + 1
                WHERE id = (SELECT i.merged_into FROM idea i WHERE i.id = NEW.idea_id);
            END;
            CREATE TRIGGER comment_uncounted_where_shown AFTER UPDATE OF visibility ON comment
                WHEN NEW.visibility <> 'public' AND OLD.visibility = 'public'
                    AND (SELECT i.merged_into FROM idea i WHERE i.id = NEW.idea_id) IS NOT NULL BEGIN
                UPDATE idea SET comment_count = comment_count - 1
                WHERE id = (SELECT i.merged_into FROM idea i WHERE i.id = NEW.idea_id);
            END;
            CREATE TRIGGER comment_recounted_where_shown AFTER UPDATE OF visibility ON comment
                WHEN NEW.visibility = 'public' AND OLD.visibility <> 'public'
                    AND (SELECT i.merged_into FROM idea i WHERE i.id = NEW.idea_id) IS NOT NULL BEGIN
                UPDATE idea SET comment_count = comment_count + 1
                WHERE id = (SELECT i.merged_into FROM idea i WHERE i.id = NEW.idea_id);
            END;
            """)
}
