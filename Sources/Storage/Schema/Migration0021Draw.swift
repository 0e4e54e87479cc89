extension Migration {
    /// Draws among participants: the commitment, and what was drawn. Neither changes once it is public.
    static let draw = Migration(
        name: "0021-draw",
        sql: """
            CREATE TABLE prize_draw (
                challenge_id INTEGER PRIMARY KEY REFERENCES challenge (id),
                commitment BLOB NOT NULL CHECK (length(commitment) = 32),
                -- Told to nobody before the draw.
                seed TEXT NOT NULL CHECK (length(seed) BETWEEN 32 AND 128),
                winners INTEGER NOT NULL CHECK (winners BETWEEN 1 AND 100),
                source TEXT NOT NULL,
                committed_by INTEGER NOT NULL REFERENCES member (id),
                committed_at INTEGER NOT NULL,
                public_input TEXT,
                drawn_by INTEGER REFERENCES member (id),
                drawn_at INTEGER,
                CHECK ((public_input IS NULL) = (drawn_at IS NULL)),
                CHECK ((drawn_by IS NULL) = (drawn_at IS NULL))
            ) STRICT;
            CREATE TRIGGER prize_draw_keeps_its_commitment BEFORE UPDATE ON prize_draw
            WHEN NEW.commitment <> OLD.commitment OR NEW.seed <> OLD.seed OR NEW.winners <> OLD.winners
                OR NEW.source <> OLD.source OR OLD.drawn_at IS NOT NULL
            BEGIN
                SELECT raise(ABORT, 'a commitment is kept');
            END;
            CREATE TRIGGER prize_draw_is_never_deleted BEFORE DELETE ON prize_draw BEGIN
                SELECT raise(ABORT, 'a draw is never deleted');
            END;

            CREATE TABLE draw_ticket (
                challenge_id INTEGER NOT NULL REFERENCES prize_draw (challenge_id),
                code TEXT NOT NULL,
                member_id INTEGER NOT NULL REFERENCES member (id),
                PRIMARY KEY (challenge_id, code),
                UNIQUE (challenge_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER draw_ticket_is_never_changed BEFORE UPDATE ON draw_ticket BEGIN
                SELECT raise(ABORT, 'the list is fixed');
            END;
            CREATE TRIGGER draw_ticket_is_never_deleted BEFORE DELETE ON draw_ticket BEGIN
                SELECT raise(ABORT, 'the list is fixed');
            END;
            CREATE TRIGGER draw_ticket_comes_before_the_draw BEFORE INSERT ON draw_ticket
            WHEN (SELECT drawn_at FROM prize_draw WHERE challenge_id = NEW.challenge_id) IS NOT NULL
            BEGIN
                SELECT raise(ABORT, 'the list is fixed');
            END;
            """)
}
