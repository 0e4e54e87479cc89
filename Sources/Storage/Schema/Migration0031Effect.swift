extension Migration {
    /// Measures that follow from ideas, how their effect is read, and what communities observed of them.
    static let effect = Migration(
        name: "0031-effect",
        sql: """
            CREATE TABLE measure (
                id INTEGER PRIMARY KEY,
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                what TEXT NOT NULL,
                place TEXT NOT NULL,
                start_day TEXT NOT NULL CHECK (start_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
                -- Cents.
                cost INTEGER NOT NULL CHECK (cost >= 0),
                owner TEXT NOT NULL,
                written_by INTEGER NOT NULL REFERENCES member (id),
                written_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX measure_by_idea ON measure (idea_id, id);
            CREATE INDEX measure_newest ON measure (written_at DESC, id DESC);

            CREATE TABLE measure_adoption (
                measure_id INTEGER NOT NULL REFERENCES measure (id),
                community_id INTEGER NOT NULL REFERENCES community (id),
                PRIMARY KEY (measure_id, community_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX measure_adoption_by_community ON measure_adoption (community_id, measure_id);

            CREATE TABLE effect_plan (
                measure_id INTEGER PRIMARY KEY REFERENCES measure (id),
                metric TEXT NOT NULL,
                exposed TEXT NOT NULL,
                control TEXT NOT NULL,
                before_first TEXT NOT NULL,
                before_last TEXT NOT NULL,
                after_first TEXT NOT NULL,
                after_last TEXT NOT NULL,
                -- Cents.
                mean_pool_cost INTEGER NOT NULL CHECK (mean_pool_cost >= 0),
                -- Word for word what the fingerprint is taken of.
                text TEXT NOT NULL,
                fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
                frozen_by INTEGER NOT NULL REFERENCES member (id),
                frozen_at INTEGER NOT NULL,
                CHECK (before_first <= before_last AND before_last < after_first AND after_first <= after_last)
            ) STRICT;
            CREATE TRIGGER effect_plan_is_never_changed BEFORE UPDATE ON effect_plan BEGIN
                SELECT raise(ABORT, 'a frozen plan is never changed');
            END;
            CREATE TRIGGER effect_plan_is_never_deleted BEFORE DELETE ON effect_plan BEGIN
                SELECT raise(ABORT, 'a frozen plan is never changed');
            END;
            CREATE TRIGGER measure_is_as_planned BEFORE UPDATE ON measure
            WHEN EXISTS (SELECT 1 FROM effect_plan p WHERE p.measure_id = OLD.id)
            BEGIN
                SELECT raise(ABORT, 'the plan of this measure is frozen');
            END;
            CREATE TRIGGER measure_is_never_deleted BEFORE DELETE ON measure BEGIN
                SELECT raise(ABORT, 'a measure is never deleted');
            END;
            CREATE TRIGGER measure_adoption_comes_before_its_plan BEFORE INSERT ON measure_adoption
            WHEN EXISTS (SELECT 1 FROM effect_plan p WHERE p.measure_id = NEW.measure_id)
            BEGIN
                SELECT raise(ABORT, 'the plan of this measure is frozen');
            END;
            CREATE TRIGGER measure_adoption_stays BEFORE DELETE ON measure_adoption
            WHEN EXISTS (SELECT 1 FROM effect_plan p WHERE p.measure_id = OLD.measure_id)
            BEGIN
                SELECT raise(ABORT, 'the plan of this measure is frozen');
            END;

            -- The last row of a community counts; those above it were mended.
            CREATE TABLE effect_observation (
                id INTEGER PRIMARY KEY,
                measure_id INTEGER NOT NULL REFERENCES effect_plan (measure_id),
                community_id INTEGER NOT NULL,
                n0 INTEGER NOT NULL CHECK (n0 >= 0), e0 INTEGER NOT NULL CHECK (e0 > 0),
                n1 INTEGER NOT NULL CHECK (n1 >= 0), e1 INTEGER NOT NULL CHECK (e1 > 0),
                c0 INTEGER NOT NULL CHECK (c0 >= 0), k0 INTEGER NOT NULL CHECK (k0 > 0),
                c1 INTEGER NOT NULL CHECK (c1 >= 0), k1 INTEGER NOT NULL CHECK (k1 > 0),
                source TEXT NOT NULL,
                by_id INTEGER NOT NULL REFERENCES member (id),
                entered_at INTEGER NOT NULL,
                FOREIGN KEY (measure_id, community_id) REFERENCES measure_adoption (measure_id, community_id)
            ) STRICT;
            CREATE INDEX effect_observation_by_measure ON effect_observation (measure_id, id);
            CREATE TRIGGER effect_observation_is_never_changed BEFORE UPDATE ON effect_observation BEGIN
                SELECT raise(ABORT, 'what was observed is never changed');
            END;
            CREATE TRIGGER effect_observation_is_never_deleted BEFORE DELETE ON effect_observation BEGIN
                SELECT raise(ABORT, 'what was observed is never changed');
            END;
            """)
}
