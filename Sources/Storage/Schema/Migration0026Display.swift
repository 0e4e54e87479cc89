extension Migration {
    /// To how many people each idea was shown while people voted; to whom, is known to nobody.
    static let display = Migration(
        name: "0026-display",
        sql: """
            CREATE TABLE idea_showing (
                idea_id INTEGER PRIMARY KEY REFERENCES idea (id) ON DELETE CASCADE,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                shown INTEGER NOT NULL DEFAULT 0 CHECK (shown >= 0),
                -- What it was when the order of lists was made last.
                settled INTEGER NOT NULL DEFAULT 0 CHECK (settled >= 0)
            ) STRICT;
            CREATE INDEX idea_showing_in_order ON idea_showing (challenge_id, settled, idea_id);
            INSERT INTO idea_showing (idea_id, challenge_id) SELECT id, challenge_id FROM idea;
            CREATE TRIGGER idea_can_be_shown AFTER INSERT ON idea BEGIN
                INSERT INTO idea_showing (idea_id, challenge_id) VALUES (NEW.id, NEW.challenge_id);
            END;
            """)
}
