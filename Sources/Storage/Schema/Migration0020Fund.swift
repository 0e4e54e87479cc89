extension Migration {
    /// Funds of communities: versions of their rules, periods and their course, facts.
    ///
    /// Facts stand in the ledger as well; here is what they were, so that a close can be computed from them again.
    static let fund = Migration(
        name: "0020-fund",
        sql: """
            CREATE TABLE fund (
                id INTEGER PRIMARY KEY,
                community_id INTEGER NOT NULL UNIQUE REFERENCES community (id)
            ) STRICT;

            -- Amounts are cents, rates basis points.
            CREATE TABLE fund_rules (
                id INTEGER PRIMARY KEY,
                fund_id INTEGER NOT NULL REFERENCES fund (id),
                number INTEGER NOT NULL CHECK (number > 0),
                fee_bps INTEGER NOT NULL CHECK (fee_bps BETWEEN 0 AND 10000),
                insurer_bps INTEGER NOT NULL CHECK (insurer_bps BETWEEN 0 AND 10000),
                prevention_bps INTEGER NOT NULL CHECK (prevention_bps BETWEEN 0 AND 10000),
                deductible INTEGER NOT NULL CHECK (deductible >= 0),
                per_claim_pool_limit INTEGER NOT NULL CHECK (per_claim_pool_limit >= 0),
                cover_limit INTEGER NOT NULL CHECK (cover_limit >= 0),
                -- Words parted by commas.
                first_euro TEXT NOT NULL,
                reserve_bps INTEGER NOT NULL CHECK (reserve_bps BETWEEN 0 AND 10000),
                reserve_cap INTEGER NOT NULL CHECK (reserve_cap >= 0),
                cashback_cap_bps INTEGER NOT NULL CHECK (cashback_cap_bps BETWEEN 0 AND 10000),
                mode TEXT NOT NULL CHECK (mode IN ('prorata', 'claimfree', 'offset')),
                leaver TEXT NOT NULL CHECK (leaver IN ('prorated', 'forfeit')),
                drop_down TEXT NOT NULL CHECK (drop_down IN ('advance', 'definitive')),
                backing TEXT NOT NULL CHECK (backing IN ('insurer', 'none')),
                fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
                written_by INTEGER NOT NULL REFERENCES member (id),
                written_at INTEGER NOT NULL,
                UNIQUE (fund_id, number),
                CHECK (fee_bps + insurer_bps + prevention_bps <= 10000)
            ) STRICT;
            CREATE TRIGGER fund_rules_are_never_changed BEFORE UPDATE ON fund_rules BEGIN
                SELECT raise(ABORT, 'rules are never changed');
            END;
            CREATE TRIGGER fund_rules_are_never_deleted BEFORE DELETE ON fund_rules BEGIN
                SELECT raise(ABORT, 'rules are never changed');
            END;

            CREATE TABLE fund_period (
                id INTEGER PRIMARY KEY,
                fund_id INTEGER NOT NULL REFERENCES fund (id),
                number INTEGER NOT NULL CHECK (number > 0),
                rules_id INTEGER NOT NULL REFERENCES fund_rules (id),
                first_day TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
                last_day TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
                expected_bps INTEGER NOT NULL CHECK (expected_bps BETWEEN 0 AND 10000),
                opening INTEGER NOT NULL CHECK (opening >= 0),
                outstanding INTEGER NOT NULL DEFAULT 0 CHECK (outstanding >= 0),
                state TEXT NOT NULL
                    CHECK (state IN ('open', 'closing', 'proposed', 'validated', 'rejected', 'paid')),
                UNIQUE (fund_id, number),
                CHECK (last_day > first_day)
            ) STRICT;
            -- One at a time.
            CREATE UNIQUE INDEX fund_period_under_way ON fund_period (fund_id)
                WHERE state NOT IN ('validated', 'paid');
            CREATE INDEX fund_period_waiting ON fund_period (state, id) WHERE state <> 'paid';
            CREATE TRIGGER fund_period_keeps_its_rules BEFORE UPDATE ON fund_period
            WHEN NEW.rules_id <> OLD.rules_id OR NEW.opening <> OLD.opening OR NEW.first_day <> OLD.first_day
                OR NEW.last_day <> OLD.last_day OR NEW.fund_id <> OLD.fund_id OR NEW.number <> OLD.number
                OR NEW.expected_bps <> OLD.expected_bps
            BEGIN
                SELECT raise(ABORT, 'a period keeps its rules');
            END;
            CREATE TRIGGER fund_period_is_frozen BEFORE UPDATE ON fund_period
            WHEN OLD.state IN ('validated', 'paid')
                AND NOT (OLD.state = 'validated' AND NEW.state = 'paid' AND NEW.outstanding = OLD.outstanding)
            BEGIN
                SELECT raise(ABORT, 'a validated period is frozen');
            END;
            CREATE TRIGGER fund_period_is_never_deleted BEFORE DELETE ON fund_period BEGIN
                SELECT raise(ABORT, 'a period is never deleted');
            END;

            CREATE TABLE fund_step (
                id INTEGER PRIMARY KEY,
                period_id INTEGER NOT NULL REFERENCES fund_period (id),
                state TEXT NOT NULL
                    CHECK (state IN ('open', 'closing', 'proposed', 'validated', 'rejected', 'paid')),
                by_id INTEGER NOT NULL REFERENCES member (id),
                reason TEXT,
                happened_at INTEGER NOT NULL,
                CHECK ((state = 'rejected') = (reason IS NOT NULL))
            ) STRICT;
            CREATE INDEX fund_step_by_period ON fund_step (period_id, id);
            CREATE TRIGGER fund_step_is_never_changed BEFORE UPDATE ON fund_step BEGIN
                SELECT raise(ABORT, 'a step is never changed');
            END;
            CREATE TRIGGER fund_step_is_never_deleted BEFORE DELETE ON fund_step BEGIN
                SELECT raise(ABORT, 'a step is never changed');
            END;

            -- One form or one file, by what tells it from others: sent twice, it is booked once.
            CREATE TABLE fund_booking (
                id INTEGER PRIMARY KEY,
                period_id INTEGER NOT NULL REFERENCES fund_period (id),
                ticket TEXT NOT NULL,
                by_id INTEGER NOT NULL REFERENCES member (id),
                booked_at INTEGER NOT NULL,
                UNIQUE (period_id, ticket)
            ) STRICT;

            CREATE TABLE fund_fact (
                id INTEGER PRIMARY KEY,
                period_id INTEGER NOT NULL REFERENCES fund_period (id),
                booking_id INTEGER NOT NULL REFERENCES fund_booking (id),
                sort TEXT NOT NULL CHECK (sort IN ('contribution', 'claim', 'leaving', 'settlement')),
                member_id INTEGER REFERENCES member (id),
                amount INTEGER CHECK (amount > 0),
                kind TEXT,
                days INTEGER CHECK (days >= 0),
                place INTEGER NOT NULL CHECK (place > 0),
                -- How often the line in the ledger was taken back, and under what it stands there now.
                revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
                ledger_key TEXT REFERENCES ledger_entry (key),
                booked_at INTEGER NOT NULL,
                withdrawn_at INTEGER,
                withdrawn_by INTEGER REFERENCES member (id),
                CHECK ((sort = 'settlement') = (member_id IS NULL)),
                CHECK ((sort IN ('contribution', 'claim')) = (amount IS NOT NULL)),
                CHECK ((sort = 'claim') = (kind IS NOT NULL)),
                CHECK ((sort = 'leaving') = (days IS NOT NULL)),
                CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
            ) STRICT;
            CREATE INDEX fund_fact_by_period ON fund_fact (period_id, id);
            CREATE INDEX fund_fact_by_member ON fund_fact (member_id, period_id, id);
            CREATE TRIGGER fund_fact_needs_an_open_period BEFORE INSERT ON fund_fact
            WHEN (SELECT state FROM fund_period WHERE id = NEW.period_id) <> 'open'
            BEGIN
                SELECT raise(ABORT, 'the period is not open');
            END;
            CREATE TRIGGER fund_fact_is_never_changed BEFORE UPDATE ON fund_fact
            WHEN NEW.sort <> OLD.sort OR NEW.member_id IS NOT OLD.member_id OR NEW.amount IS NOT OLD.amount
                OR NEW.kind IS NOT OLD.kind OR NEW.days IS NOT OLD.days OR NEW.period_id <> OLD.period_id
                OR NEW.place <> OLD.place OR NEW.booked_at <> OLD.booked_at
                OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NOT OLD.withdrawn_at)
            BEGIN
                SELECT raise(ABORT, 'a fact is never changed');
            END;
            CREATE TRIGGER fund_fact_is_frozen BEFORE UPDATE ON fund_fact
            WHEN (SELECT state FROM fund_period WHERE id = OLD.period_id) IN ('validated', 'paid')
            BEGIN
                SELECT raise(ABORT, 'a validated period is frozen');
            END;
            CREATE TRIGGER fund_fact_is_never_deleted BEFORE DELETE ON fund_fact BEGIN
                SELECT raise(ABORT, 'a fact is never deleted');
            END;
            """)
}
