extension Migration {
    /// The register of rewards: proposed by one person, approved by another, claimed, handed over with a proof; how the
    /// money of a challenge is divided; what somebody is to the insurer.
    ///
    /// What an older version granted counts as approved. Of what its winners were told before, nobody had announced
    /// a last day: they have as long as others from now on.
    static let rewards = Migration(
        name: "0028-rewards",
        sql: """
            CREATE TABLE new_reward (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                instalment TEXT NOT NULL CHECK (instalment IN ('whole', 'decision', 'delivery')),
                kind TEXT NOT NULL CHECK (kind IN
                    ('prize', 'gift', 'voucher', 'donation', 'invitation', 'recognition', 'points')),
                cents INTEGER CHECK (cents > 0),
                nature TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN
                    ('proposed', 'refused', 'approved', 'notified', 'delivered', 'closed', 'unclaimed')),
                claim_days INTEGER NOT NULL CHECK (claim_days > 0),
                -- The last day on which it can be claimed, once its winner was told.
                claim_until TEXT CHECK (claim_until LIKE '____-__-__'),
                proposed_by INTEGER NOT NULL REFERENCES member (id),
                proposed_at INTEGER NOT NULL,
                CHECK ((state IN ('proposed', 'refused', 'approved')) = (claim_until IS NULL))
            ) STRICT;
            INSERT INTO new_reward (id, challenge_id, idea_id, member_id, instalment, kind, cents, nature, state,
                    claim_days, claim_until, proposed_by, proposed_at)
                SELECT id, challenge_id, idea_id, member_id, 'whole', kind, cents, nature,
                    CASE state WHEN 'granted' THEN 'approved' ELSE state END, 90,
                    CASE state WHEN 'granted' THEN NULL ELSE date('now', '+90 days') END, granted_by, granted_at
                FROM reward;
            DROP TABLE reward;
            ALTER TABLE new_reward RENAME TO reward;
            CREATE INDEX reward_by_challenge ON reward (challenge_id, proposed_at DESC, id DESC);
            CREATE INDEX reward_newest ON reward (proposed_at DESC, id DESC);
            CREATE INDEX reward_by_state ON reward (state, proposed_at DESC, id DESC);
            -- An idea gets each instalment once; what was refused may be proposed again.
            CREATE UNIQUE INDEX reward_once ON reward (idea_id, instalment) WHERE state <> 'refused';
            CREATE INDEX reward_by_idea ON reward (idea_id, id);

            ALTER TABLE reward_part ADD COLUMN claimed_at INTEGER;
            -- When it went back to the budget.
            ALTER TABLE reward_part ADD COLUMN returned_at INTEGER;
            INSERT INTO reward_part (reward_id, member_id, weight, cents)
                SELECT id, member_id, 1, cents FROM reward WHERE true
                ON CONFLICT DO NOTHING;

            CREATE TABLE reward_event (
                id INTEGER PRIMARY KEY,
                reward_id INTEGER NOT NULL REFERENCES reward (id),
                state TEXT NOT NULL CHECK (state IN
                    ('proposed', 'refused', 'approved', 'notified', 'delivered', 'closed', 'unclaimed')),
                by_id INTEGER NOT NULL REFERENCES member (id),
                -- The reason of a refusal, the proof of a delivery.
                note TEXT NOT NULL,
                happened_at INTEGER NOT NULL,
                CHECK (state NOT IN ('refused', 'delivered') OR note <> '')
            ) STRICT;
            CREATE INDEX reward_event_of_reward ON reward_event (reward_id, id);
            CREATE INDEX reward_event_of_delivery ON reward_event (happened_at, reward_id)
                WHERE state = 'delivered';
            CREATE TRIGGER reward_event_is_never_rewritten BEFORE UPDATE ON reward_event BEGIN
                SELECT raise(ABORT, 'what happened to a reward is never rewritten');
            END;
            CREATE TRIGGER reward_event_is_never_deleted BEFORE DELETE ON reward_event BEGIN
                SELECT raise(ABORT, 'what happened to a reward is never deleted');
            END;
            INSERT INTO reward_event (reward_id, state, by_id, note, happened_at)
                SELECT id, 'proposed', proposed_by, '', proposed_at FROM reward ORDER BY id;
            INSERT INTO reward_event (reward_id, state, by_id, note, happened_at)
                SELECT id, 'delivered', proposed_by, '—', proposed_at FROM reward WHERE state = 'delivered' ORDER BY id;

            -- How the announced money is divided, paid and claimed; without a row, as usual.
            CREATE TABLE reward_plan (
                challenge_id INTEGER PRIMARY KEY REFERENCES challenge (id),
                -- The weights of the places, parted by commas.
                weights TEXT NOT NULL CHECK (weights <> ''),
                decision_bps INTEGER NOT NULL CHECK (decision_bps BETWEEN 1 AND 10000),
                claim_days INTEGER NOT NULL CHECK (claim_days > 0),
                written_by INTEGER NOT NULL REFERENCES member (id),
                written_at INTEGER NOT NULL
            ) STRICT;

            -- Without a row: an employee is who works for the insurer, a client everybody else.
            CREATE TABLE participant_status (
                member_id INTEGER PRIMARY KEY REFERENCES member (id),
                status TEXT NOT NULL CHECK (status IN ('client', 'employee', 'partner')),
                noted_by INTEGER NOT NULL REFERENCES member (id),
                noted_at INTEGER NOT NULL
            ) STRICT;
            """)
}
