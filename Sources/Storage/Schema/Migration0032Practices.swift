extension Migration {
    /// What members of communities do so that less happens to them, and who applies it.
    ///
    /// How many do is kept as it was told last, and beside it what changed since: older changes are forgotten.
    static let practices = Migration(
        name: "0032-practices",
        sql: """
            CREATE TABLE practice (
                id INTEGER PRIMARY KEY,
                community_id INTEGER NOT NULL REFERENCES community (id),
                author_id INTEGER NOT NULL REFERENCES member (id),
                title TEXT NOT NULL,
                does TEXT NOT NULL,
                needs TEXT NOT NULL,
                -- Cents.
                cost INTEGER NOT NULL CHECK (cost >= 0),
                takes TEXT NOT NULL,
                proposed_at INTEGER NOT NULL,
                edited_at INTEGER,
                -- The day whose end was told last, counted from 1970, and how many applied it then.
                told_on INTEGER,
                told_count INTEGER NOT NULL DEFAULT 0 CHECK (told_count >= 0),
                hidden_at INTEGER,
                hidden_by INTEGER REFERENCES member (id),
                hidden_reason TEXT CHECK (hidden_reason IN ('personalData', 'disrespect', 'unlawful', 'advertising',
                    'offTopic', 'repeated', 'other')),
                hidden_note TEXT,
                CHECK ((hidden_at IS NULL) = (hidden_by IS NULL)),
                CHECK ((hidden_at IS NULL) = (hidden_reason IS NULL)),
                CHECK ((hidden_at IS NULL) = (hidden_note IS NULL))
            ) STRICT;
            CREATE INDEX practice_newest ON practice (community_id, id DESC) WHERE hidden_at IS NULL;
            CREATE INDEX practice_cheapest ON practice (community_id, cost, id DESC) WHERE hidden_at IS NULL;
            CREATE INDEX practice_hidden ON practice (community_id, hidden_at DESC, id DESC)
                WHERE hidden_at IS NOT NULL;
            CREATE INDEX practice_by_author ON practice (author_id, community_id, id DESC);

            CREATE TABLE practice_use (
                practice_id INTEGER NOT NULL REFERENCES practice (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                begun_at INTEGER NOT NULL,
                PRIMARY KEY (practice_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX practice_use_by_member ON practice_use (member_id, practice_id DESC);

            CREATE TABLE practice_change (
                practice_id INTEGER NOT NULL REFERENCES practice (id),
                -- Counted from 1970. Who changes twice in a day has not changed.
                day INTEGER NOT NULL,
                member_id INTEGER NOT NULL REFERENCES member (id),
                applies INTEGER NOT NULL CHECK (applies IN (0, 1)),
                PRIMARY KEY (practice_id, day, member_id)
            ) STRICT, WITHOUT ROWID;
            """)
}
