extension Migration {
    /// How many people read a challenge on each day; who, is known to nobody.
    static let dashboard = Migration(
        name: "0017-dashboard",
        sql: """
            CREATE TABLE reading (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                -- Midnight at the beginning of the day, where the insurer is.
                day_at INTEGER NOT NULL,
                members INTEGER NOT NULL DEFAULT 0 CHECK (members >= 0),
                visitors INTEGER NOT NULL DEFAULT 0 CHECK (visitors >= 0),
                PRIMARY KEY (challenge_id, day_at)
            ) STRICT, WITHOUT ROWID;
            """)
}
