extension Migration {
    /// Prompts of themes, and what people say under them: comments whose subject is no idea.
    static let prompts = Migration(
        name: "0018-prompts",
        sql: """
            CREATE TABLE prompt (
                id INTEGER PRIMARY KEY,
                theme_id INTEGER NOT NULL REFERENCES theme (id),
                text TEXT NOT NULL,
                -- Among the open ones of its theme.
                place INTEGER NOT NULL,
                closed_at INTEGER,
                contribution_count INTEGER NOT NULL DEFAULT 0 CHECK (contribution_count >= 0),
                latest_at INTEGER,
                UNIQUE (theme_id, text)
            ) STRICT;
            CREATE INDEX prompt_by_theme ON prompt (theme_id, place);
            -- The lines of each theme, as JSON has them between quotes.
            INSERT INTO prompt (theme_id, text, place)
                SELECT t.id, trim(l.value), l.key FROM theme t JOIN json_each('[' || replace(
                    json_quote(replace(replace(t.prompts, char(92), '/'), char(13), '')), '\\n', '","') || ']') l
                WHERE trim(l.value) <> '' ON CONFLICT DO NOTHING;

            -- A comment under a prompt is about no idea, and so are its case, its reports and what was done with it: the
            -- columns may be empty from here on. Nothing else about these tables changes, so that their definition is
            -- edited in place (sqlite.org/lang_altertable.html, section 7).
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(replace(sql,
                'idea_id INTEGER NOT NULL REFERENCES idea (id)', 'idea_id INTEGER REFERENCES idea (id)'),
                'challenge_id INTEGER NOT NULL REFERENCES challenge (id)', 'challenge_id INTEGER REFERENCES challenge (id)')
                WHERE type = 'table' AND name IN ('comment', 'moderation_case', 'report', 'moderation_act');
            PRAGMA writable_schema = RESET;
            ALTER TABLE comment ADD COLUMN prompt_id INTEGER REFERENCES prompt (id)
                CHECK ((prompt_id IS NULL) = (idea_id IS NOT NULL));
            CREATE INDEX comment_by_prompt ON comment (prompt_id, written_at, id) WHERE prompt_id IS NOT NULL;
            CREATE UNIQUE INDEX case_open_under_prompt ON moderation_case (comment_id)
                WHERE closed_at IS NULL AND idea_id IS NULL;
            CREATE UNIQUE INDEX report_once_under_prompt ON report (comment_id, reporter_id) WHERE idea_id IS NULL;

            CREATE TRIGGER contribution_counted AFTER INSERT ON comment WHEN NEW.prompt_id IS NOT NULL BEGIN
                UPDATE prompt SET contribution_count = contribution_count + 1, latest_at = NEW.written_at
                WHERE id = NEW.prompt_id;
            END;
            CREATE TRIGGER contribution_uncounted AFTER UPDATE OF visibility ON comment
                WHEN NEW.prompt_id IS NOT NULL AND NEW.visibility <> 'public' AND OLD.visibility = 'public' BEGIN
                UPDATE prompt SET contribution_count = contribution_count - 1 WHERE id = NEW.prompt_id;
            END;
            CREATE TRIGGER contribution_recounted AFTER UPDATE OF visibility ON comment
                WHEN NEW.prompt_id IS NOT NULL AND NEW.visibility = 'public' AND OLD.visibility <> 'public' BEGIN
                UPDATE prompt SET contribution_count = contribution_count + 1 WHERE id = NEW.prompt_id;
            END;
            CREATE TRIGGER search_contribution_added AFTER INSERT ON comment WHEN NEW.prompt_id IS NOT NULL BEGIN
                INSERT INTO search_document (id, title, text, place)
                    SELECT NEW.id * 3 + 2, '', search_terms(NEW.text), 'km t' || q.theme_id || ' pub'
                    FROM prompt q WHERE q.id = NEW.prompt_id;
            END;

            ALTER TABLE theme ADD COLUMN follower_count INTEGER NOT NULL DEFAULT 0 CHECK (follower_count >= 0);
            UPDATE theme SET follower_count = (SELECT count(*) FROM theme_follow f WHERE f.theme_id = theme.id);
            CREATE TRIGGER theme_follower_counted AFTER INSERT ON theme_follow BEGIN
                UPDATE theme SET follower_count = follower_count + 1 WHERE id = NEW.theme_id;
            END;
            CREATE TRIGGER theme_follower_uncounted AFTER DELETE ON theme_follow BEGIN
                UPDATE theme SET follower_count = follower_count - 1 WHERE id = OLD.theme_id;
            END;
            """)
}
