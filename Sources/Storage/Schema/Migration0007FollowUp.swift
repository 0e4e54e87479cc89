extension Migration {
    /// Phases known by number, what changed about public challenges, how promises of answers were kept, and what becomes
    /// of accepted ideas.
    static let followUp = Migration(
        name: "0007-follow-up",
        sql: """
            -- A phase keeps its number wherever its place among the others goes: feeds tell it by that.
            ALTER TABLE phase ADD COLUMN number INTEGER NOT NULL DEFAULT 0 CHECK (number >= 0);
            -- 32: what is submitted can be read at once, as it could in every phase so far.
            UPDATE phase SET number = position, rights = rights | 32;

            CREATE TABLE challenge_event (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                kind TEXT NOT NULL CHECK (kind IN ('datesChanged', 'suspended', 'resumed', 'cancelled')),
                -- What everybody is told.
                reason TEXT,
                by_id INTEGER NOT NULL REFERENCES member (id),
                happened_at INTEGER NOT NULL,
                CHECK ((kind = 'resumed') = (reason IS NULL))
            ) STRICT;
            CREATE INDEX challenge_event_by_challenge ON challenge_event (challenge_id, happened_at DESC, id DESC);
            CREATE INDEX challenge_event_newest ON challenge_event (happened_at DESC, id DESC);
            CREATE TRIGGER challenge_event_is_never_rewritten BEFORE UPDATE ON challenge_event BEGIN
                SELECT raise(ABORT, 'an event is never rewritten');
            END;
            CREATE TRIGGER challenge_event_is_never_deleted BEFORE DELETE ON challenge_event BEGIN
                SELECT raise(ABORT, 'an event is never deleted');
            END;

            -- The dates that an event changed, phase by phase. Without an old opening: the phase was added.
            CREATE TABLE phase_move (
                event_id INTEGER NOT NULL REFERENCES challenge_event (id),
                place INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('ideas', 'votes', 'ideasAndVotes', 'deliberation', 'followUp')),
                old_opens_at INTEGER,
                old_closes_at INTEGER,
                new_opens_at INTEGER NOT NULL,
                new_closes_at INTEGER,
                PRIMARY KEY (event_id, place)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER phase_move_is_never_rewritten BEFORE UPDATE ON phase_move BEGIN
                SELECT raise(ABORT, 'an event is never rewritten');
            END;
            CREATE TRIGGER phase_move_is_never_deleted BEFORE DELETE ON phase_move BEGIN
                SELECT raise(ABORT, 'an event is never deleted');
            END;
            """)
}
