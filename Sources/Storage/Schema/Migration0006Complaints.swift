extension Migration {
    /// The register of complaints, with the delay that runs for each.
    static let complaints = Migration(
        name: "0006-complaints",
        sql: """
            CREATE TABLE complaint (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                -- What was passed on; both null if it was written as a complaint.
                idea_id INTEGER REFERENCES idea (id),
                comment_id INTEGER REFERENCES comment (id),
                author_id INTEGER NOT NULL REFERENCES member (id),
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                received_at INTEGER NOT NULL,
                acknowledge_before INTEGER NOT NULL,
                answer_before INTEGER NOT NULL,
                acknowledged_at INTEGER,
                acknowledged_by INTEGER REFERENCES member (id),
                answered_at INTEGER,
                answered_by INTEGER REFERENCES member (id),
                -- When the delay that runs ends: the first of the two until it is kept.
                due_at INTEGER,
                CHECK ((answered_at IS NULL) = (due_at IS NOT NULL)),
                CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
                CHECK ((answered_at IS NULL) = (answered_by IS NULL))
            ) STRICT;
            CREATE UNIQUE INDEX complaint_of_idea ON complaint (idea_id, coalesce(comment_id, 0));
            CREATE UNIQUE INDEX complaint_of_comment ON complaint (comment_id);
            CREATE INDEX complaint_running ON complaint (due_at, id) WHERE answered_at IS NULL;
            CREATE INDEX complaint_answered ON complaint (answered_at DESC, id DESC) WHERE answered_at IS NOT NULL;
            CREATE INDEX complaint_by_author ON complaint (author_id, received_at DESC, id DESC);
            CREATE TRIGGER complaint_is_never_deleted BEFORE DELETE ON complaint BEGIN
                SELECT raise(ABORT, 'a complaint is never deleted');
            END;
            """)
}
