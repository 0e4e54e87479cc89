extension Migration {
    /// Ideas that are followed, since when things are, and until when their news were read.
    static let following = Migration(
        name: "0016-following",
        sql: """
            CREATE TABLE idea_follow (
                member_id INTEGER NOT NULL REFERENCES member (id),
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                followed_at INTEGER NOT NULL,
                PRIMARY KEY (member_id, idea_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX idea_follow_by_idea ON idea_follow (idea_id);
            ALTER TABLE theme_follow ADD COLUMN followed_at INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE challenge_follow ADD COLUMN followed_at INTEGER NOT NULL DEFAULT 0;

            CREATE TABLE news_position (
                member_id INTEGER PRIMARY KEY REFERENCES member (id),
                read_at INTEGER NOT NULL
            ) STRICT;

            DROP TRIGGER follows_end_with_the_account;
            CREATE TRIGGER follows_end_with_the_account AFTER UPDATE OF deleted_at ON member
                WHEN NEW.deleted_at IS NOT NULL BEGIN
                DELETE FROM theme_follow WHERE member_id = NEW.id;
                DELETE FROM challenge_follow WHERE member_id = NEW.id;
                DELETE FROM idea_follow WHERE member_id = NEW.id;
                DELETE FROM news_position WHERE member_id = NEW.id;
            END;

            -- Comments that somebody is told of besides the readers of their idea: what the insurer says, for those who
            -- follow the challenge; replies, for whoever is replied to. A fact about the comment, not about its readers.
            CREATE TABLE told_comment (
                comment_id INTEGER PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                is_official INTEGER NOT NULL CHECK (is_official IN (0, 1)),
                replies_to INTEGER REFERENCES member (id),
                written_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX told_comment_official ON told_comment (challenge_id, written_at DESC, comment_id DESC)
                WHERE is_official = 1;
            CREATE INDEX told_comment_reply ON told_comment (replies_to, written_at DESC, comment_id DESC)
                WHERE replies_to IS NOT NULL;
            INSERT INTO told_comment
                SELECT m.id, i.challenge_id, m.is_official, o.author_id, m.written_at
                FROM comment m JOIN idea i ON i.id = m.idea_id LEFT JOIN comment o ON o.id = m.parent_id
                WHERE m.is_official = 1 OR m.parent_id IS NOT NULL;
            CREATE TRIGGER comment_told AFTER INSERT ON comment
                WHEN NEW.is_official = 1 OR NEW.parent_id IS NOT NULL BEGIN
                INSERT INTO told_comment
                    SELECT NEW.id, i.challenge_id, NEW.is_official,
                        (SELECT o.author_id FROM comment o WHERE o.id = NEW.parent_id), NEW.written_at
                    FROM idea i WHERE i.id = NEW.idea_id;
            END;
            """)
}
