extension Migration {
    /// The ledger: lines, their transfers, and the balance after each line. Nothing in it can be changed or deleted.
    ///
    /// `INSERT OR REPLACE` is refused by the triggers on DELETE, which need `recursive_triggers`: the writer has it on. No
    /// trigger is on INSERT: it would make every line open a statement journal, which in a long act costs the square of
    /// its length.
    static let ledger = Migration(
        name: "0009-ledger",
        sql: """
            CREATE TABLE ledger_account (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE
                    CHECK (length(name) BETWEEN 1 AND 160 AND name NOT GLOB '*[^A-Za-z0-9:_./-]*')
            ) STRICT;

            CREATE TABLE ledger_entry (
                seq INTEGER PRIMARY KEY CHECK (seq > 0),
                key TEXT NOT NULL UNIQUE
                    CHECK (length(key) BETWEEN 1 AND 160 AND key NOT GLOB '*[^A-Za-z0-9:_./-]*'),
                type TEXT NOT NULL CHECK (type IN ('POSTED', 'PENDING', 'SETTLED', 'VOIDED', 'REVERSAL')),
                day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
                -- SHA-256 of the line, in which the hash of the line before stands.
                hash BLOB NOT NULL CHECK (length(hash) = 32)
            ) STRICT;
            CREATE INDEX ledger_entry_by_day ON ledger_entry (day, seq);

            CREATE TABLE ledger_transfer (
                entry_seq INTEGER NOT NULL REFERENCES ledger_entry (seq),
                position INTEGER NOT NULL CHECK (position >= 0),
                source_id INTEGER NOT NULL REFERENCES ledger_account (id),
                destination_id INTEGER NOT NULL REFERENCES ledger_account (id),
                asset TEXT NOT NULL CHECK (asset IN ('EUR', 'PTS')),
                amount INTEGER NOT NULL CHECK (amount > 0),
                PRIMARY KEY (entry_seq, position),
                CHECK (source_id <> destination_id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE ledger_balance (
                entry_seq INTEGER NOT NULL REFERENCES ledger_entry (seq),
                account_id INTEGER NOT NULL REFERENCES ledger_account (id),
                asset TEXT NOT NULL CHECK (asset IN ('EUR', 'PTS')),
                posted INTEGER NOT NULL,
                held INTEGER NOT NULL CHECK (held >= 0),
                PRIMARY KEY (entry_seq, account_id, asset)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX ledger_balance_by_account ON ledger_balance (account_id, asset, entry_seq);

            CREATE TRIGGER ledger_account_is_never_changed BEFORE UPDATE ON ledger_account BEGIN
                SELECT raise(ABORT, 'the ledger is never changed');
            END;
            CREATE TRIGGER ledger_account_is_never_deleted BEFORE DELETE ON ledger_account BEGIN
                SELECT raise(ABORT, 'the ledger is never changed');
            END;
            CREATE TRIGGER ledger_entry_is_never_changed BEFORE UPDATE ON ledger_entry BEGIN
                SELECT raise(ABORT, 'the ledger is never changed');
            END;
            CREATE TRIGGER ledger_entry_is_never_deleted BEFORE DELETE ON ledger_entry BEGIN
                SELECT raise(ABORT, 'the ledger is never changed');
            END;
            CREATE TRIGGER ledger_transfer_is_never_changed BEFORE UPDATE ON ledger_transfer BEGIN
                SELECT raise(ABORT, 'the ledger is never changed');
            END;
            CREATE TRIGGER ledger_transfer_is_never_deleted BEFORE DELETE ON ledger_transfer BEGIN
                SELECT raise(ABORT, 'the ledger is never changed');
            END;
            CREATE TRIGGER ledger_balance_is_never_changed BEFORE UPDATE ON ledger_balance BEGIN
                SELECT raise(ABORT, 'the ledger is never changed');
            END;
            CREATE TRIGGER ledger_balance_is_never_deleted BEFORE DELETE ON ledger_balance BEGIN
                SELECT raise(ABORT, 'the ledger is never changed');
            END;
            """)
}
