extension Migration {
    /// Members, sessions, roles, communities.
    static let people = Migration(
        name: "0001-people",
        sql: """
            CREATE TABLE member (
                id INTEGER PRIMARY KEY,
                email TEXT,
                email_key TEXT UNIQUE,
                password TEXT,
                pseudonym TEXT,
                pseudonym_key TEXT UNIQUE,
                language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
                is_administrator INTEGER NOT NULL DEFAULT 0 CHECK (is_administrator IN (0, 1)),
                is_staff INTEGER NOT NULL DEFAULT 0 CHECK (is_staff IN (0, 1)),
                joined_at INTEGER NOT NULL,
                deleted_at INTEGER,
                -- A deleted account keeps its number, which others' discussions point to, and nothing personal.
                CHECK ((deleted_at IS NULL) = (email_key IS NOT NULL)),
                CHECK (deleted_at IS NULL OR (email IS NULL AND password IS NULL AND pseudonym IS NULL
                    AND pseudonym_key IS NULL AND is_administrator = 0 AND is_staff = 0))
            ) STRICT;

            CREATE INDEX member_administering ON member (is_administrator, pseudonym_key)
                WHERE is_administrator = 1;

            CREATE TABLE session (
                token_digest BLOB PRIMARY KEY CHECK (length(token_digest) = 32),
                member_id INTEGER NOT NULL REFERENCES member (id),
                opened_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX session_by_member ON session (member_id);
            CREATE INDEX session_by_expiry ON session (expires_at);

            CREATE TABLE community (
                id INTEGER PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                summary TEXT NOT NULL,
                charter TEXT NOT NULL,
                join_code TEXT NOT NULL CHECK (join_code = upper(join_code)),
                member_count INTEGER NOT NULL DEFAULT 0 CHECK (member_count >= 0)
            ) STRICT;

            CREATE TABLE membership (
                community_id INTEGER NOT NULL REFERENCES community (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                pseudonym TEXT NOT NULL,
                -- In lower case: two that differ only in case would be taken for one person.
                pseudonym_key TEXT NOT NULL,
                joined_at INTEGER NOT NULL,
                PRIMARY KEY (community_id, member_id),
                UNIQUE (community_id, pseudonym_key)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX membership_by_member ON membership (member_id, community_id);

            CREATE TRIGGER membership_counted AFTER INSERT ON membership BEGIN
                UPDATE community SET member_count = member_count + 1 WHERE id = NEW.community_id;
            END;
            CREATE TRIGGER membership_uncounted AFTER DELETE ON membership BEGIN
                UPDATE community SET member_count = member_count - 1 WHERE id = OLD.community_id;
            END;
            """)
}
