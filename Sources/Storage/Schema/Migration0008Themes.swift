extension Migration {
    /// Who follows which theme or challenge.
    static let themes = Migration(
        name: "0008-themes",
        sql: """
            CREATE TABLE theme_follow (
                member_id INTEGER NOT NULL REFERENCES member (id),
                theme_id INTEGER NOT NULL REFERENCES theme (id),
                PRIMARY KEY (member_id, theme_id)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE challenge_follow (
                member_id INTEGER NOT NULL REFERENCES member (id),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                PRIMARY KEY (member_id, challenge_id)
            ) STRICT, WITHOUT ROWID;
            -- An account that is deleted leaves nothing of what it followed.
            CREATE TRIGGER follows_end_with_the_account AFTER UPDATE OF deleted_at ON member
                WHEN NEW.deleted_at IS NOT NULL BEGIN
                DELETE FROM theme_follow WHERE member_id = NEW.id;
                DELETE FROM challenge_follow WHERE member_id = NEW.id;
            END;
            """)
}
