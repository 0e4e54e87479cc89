extension Migration {
    /// Files of ideas and challenges, their content apart: no page reads it.
    static let attachments = Migration(
        name: "0014-attachments",
        sql: """
            CREATE TABLE attachment (
                id INTEGER PRIMARY KEY,
                idea_id INTEGER REFERENCES idea (id) ON DELETE CASCADE,
                -- The question that asked for it.
                question_id INTEGER REFERENCES question (id),
                challenge_id INTEGER REFERENCES challenge (id) ON DELETE CASCADE,
                is_cover INTEGER NOT NULL DEFAULT 0 CHECK (is_cover IN (0, 1)),
                kind TEXT NOT NULL CHECK (kind IN ('pdf', 'webp')),
                name TEXT NOT NULL,
                -- What a picture shows.
                description TEXT NOT NULL,
                size INTEGER NOT NULL CHECK (size > 0),
                width INTEGER CHECK (width > 0),
                height INTEGER CHECK (height > 0),
                small_width INTEGER CHECK (small_width > 0),
                small_height INTEGER CHECK (small_height > 0),
                added_by INTEGER NOT NULL REFERENCES member (id),
                added_at INTEGER NOT NULL,
                removed_at INTEGER,
                removed_by INTEGER REFERENCES member (id),
                removal_reason TEXT CHECK (removal_reason IN
                    ('personalData', 'disrespect', 'unlawful', 'advertising', 'offTopic', 'repeated', 'other')),
                CHECK ((idea_id IS NULL) <> (challenge_id IS NULL)),
                CHECK (question_id IS NULL OR idea_id IS NOT NULL),
                CHECK (is_cover = 0 OR (challenge_id IS NOT NULL AND kind = 'webp' AND description <> '')),
                CHECK ((kind = 'webp') = (width IS NOT NULL AND height IS NOT NULL AND small_width IS NOT NULL
                    AND small_height IS NOT NULL)),
                CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (removal_reason IS NULL))
            ) STRICT;
            CREATE INDEX attachment_of_idea ON attachment (idea_id, id);
            CREATE INDEX attachment_of_challenge ON attachment (challenge_id, is_cover, id);
            CREATE UNIQUE INDEX attachment_one_cover ON attachment (challenge_id) WHERE is_cover = 1;
            CREATE INDEX attachment_of_question ON attachment (question_id);

            CREATE TABLE attachment_content (
                id INTEGER PRIMARY KEY,
                attachment_id INTEGER NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
                form TEXT NOT NULL CHECK (form IN ('whole', 'small')),
                bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 16777216),
                UNIQUE (attachment_id, form)
            ) STRICT;
            -- What is sent under an address never changes there.
            CREATE TRIGGER attachment_content_is_never_rewritten BEFORE UPDATE ON attachment_content BEGIN
                SELECT raise(ABORT, 'the content of a file is never rewritten');
            END;
            """)
}
