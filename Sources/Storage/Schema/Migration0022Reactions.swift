extension Migration {
    /// What people say of a draft, moderated as comments are.
    static let reactions = Migration(
        name: "0022-reactions",
        sql: """
            -- No key to the reaction: whoever reacted may take that back, and the register keeps what moderation did.
            ALTER TABLE moderation_case ADD COLUMN reaction_id INTEGER;
            ALTER TABLE report ADD COLUMN reaction_id INTEGER;
            ALTER TABLE moderation_act ADD COLUMN reaction_id INTEGER;
            ALTER TABLE complaint ADD COLUMN reaction_id INTEGER;
            CREATE INDEX case_by_reaction ON moderation_case (reaction_id) WHERE reaction_id IS NOT NULL;
            CREATE UNIQUE INDEX case_open_on_reaction ON moderation_case (reaction_id)
                WHERE closed_at IS NULL AND reaction_id IS NOT NULL;
            CREATE UNIQUE INDEX report_once_on_reaction ON report (reaction_id, reporter_id)
                WHERE reaction_id IS NOT NULL;
            CREATE INDEX moderation_act_on_reaction ON moderation_act (reaction_id) WHERE reaction_id IS NOT NULL;
            CREATE UNIQUE INDEX complaint_of_reaction ON complaint (reaction_id) WHERE reaction_id IS NOT NULL;
            INSERT INTO moderation_act (challenge_id, reaction_id, kind, reason, by_id, at)
                SELECT challenge_id, id, 'hidden', hidden_for, hidden_by, reacted_at FROM draft_reaction
                WHERE hidden_for IS NOT NULL;

            -- Why it is hidden is said by the register. A number is never given twice, since the register goes by it.
            CREATE TABLE new_draft_reaction (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                paragraph_id INTEGER NOT NULL REFERENCES draft_paragraph (id),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                kind TEXT NOT NULL CHECK (kind IN ('clear', 'unclear', 'missing', 'wrong')),
                comment TEXT NOT NULL,
                reacted_at INTEGER NOT NULL,
                is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)),
                UNIQUE (paragraph_id, member_id)
            ) STRICT;
            INSERT INTO new_draft_reaction (id, paragraph_id, challenge_id, member_id, kind, comment, reacted_at, is_hidden)
                SELECT id, paragraph_id, challenge_id, member_id, kind, comment, reacted_at, hidden_for IS NOT NULL
                FROM draft_reaction;
            DROP TABLE draft_reaction;
            ALTER TABLE new_draft_reaction RENAME TO draft_reaction;
            CREATE INDEX draft_reaction_commented ON draft_reaction (paragraph_id, reacted_at DESC, id DESC)
                WHERE comment <> '';
            CREATE INDEX draft_reaction_by_member ON draft_reaction (member_id, challenge_id);
            CREATE INDEX draft_reaction_hidden ON draft_reaction (member_id) WHERE is_hidden = 1;
            CREATE TRIGGER draft_reaction_counted AFTER INSERT ON draft_reaction BEGIN
                INSERT INTO draft_tally VALUES (NEW.paragraph_id, NEW.kind, 1)
                    ON CONFLICT DO UPDATE SET count = count + 1;
            END;
            CREATE TRIGGER draft_reaction_uncounted AFTER DELETE ON draft_reaction BEGIN
                UPDATE draft_tally SET count = count - 1 WHERE paragraph_id = OLD.paragraph_id AND kind = OLD.kind;
            END;
            CREATE TRIGGER draft_reaction_recounted AFTER UPDATE OF kind ON draft_reaction
                WHEN NEW.kind <> OLD.kind BEGIN
                UPDATE draft_tally SET count = count - 1 WHERE paragraph_id = OLD.paragraph_id AND kind = OLD.kind;
                INSERT INTO draft_tally VALUES (NEW.paragraph_id, NEW.kind, 1)
                    ON CONFLICT DO UPDATE SET count = count + 1;
            END;
            """)
}
