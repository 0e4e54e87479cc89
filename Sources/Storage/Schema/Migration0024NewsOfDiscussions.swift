extension Migration {
    /// Replies under the prompts of themes, for whoever is replied to; versions of drafts and ideas by their moment.
    static let newsOfDiscussions = Migration(
        name: "0024-news-of-discussions",
        sql: """
            -- What is said under a prompt is in no challenge (see 0019 for this way of changing a column).
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(sql,
                'challenge_id INTEGER NOT NULL REFERENCES challenge (id)', 'challenge_id INTEGER REFERENCES challenge (id)')
                WHERE type = 'table' AND name = 'told_comment';
            PRAGMA writable_schema = RESET;
            INSERT INTO told_comment (comment_id, challenge_id, is_official, replies_to, written_at)
                SELECT m.id, NULL, m.is_official, o.author_id, m.written_at
                FROM comment m LEFT JOIN comment o ON o.id = m.parent_id
                WHERE m.prompt_id IS NOT NULL AND (m.is_official = 1 OR m.parent_id IS NOT NULL);
            DROP TRIGGER comment_told;
            CREATE TRIGGER comment_told AFTER INSERT ON comment
                WHEN NEW.is_official = 1 OR NEW.parent_id IS NOT NULL BEGIN
                INSERT INTO told_comment (comment_id, challenge_id, is_official, replies_to, written_at)
                    SELECT NEW.id, (SELECT i.challenge_id FROM idea i WHERE i.id = NEW.idea_id), NEW.is_official,
                        (SELECT o.author_id FROM comment o WHERE o.id = NEW.parent_id), NEW.written_at;
            END;
            """)
}
