extension Migration {
    /// How a challenge decides, and what people put on their ballots: marks for ideas, answers to pairs. Supports stay in
    /// the table `vote`. What is published of a vote is kept as it was counted.
    static let ballots = Migration(
        name: "0019-ballots",
        sql: """
            ALTER TABLE challenge ADD COLUMN way TEXT NOT NULL DEFAULT 'approval'
                CHECK (way IN ('approval', 'tokens', 'majorityJudgment', 'pairwise', 'equalShares'));
            ALTER TABLE challenge ADD COLUMN token_count INTEGER
                CHECK ((token_count IS NOT NULL) = (way = 'tokens') AND coalesce(token_count, 1) > 0);
            ALTER TABLE challenge ADD COLUMN token_cap INTEGER
                CHECK ((token_cap IS NOT NULL) = (way = 'tokens') AND coalesce(token_cap, 1) > 0);
            ALTER TABLE challenge ADD COLUMN envelope_cents INTEGER
                CHECK ((envelope_cents IS NOT NULL) = (way = 'equalShares') AND coalesce(envelope_cents, 1) > 0);
            CREATE TRIGGER challenge_way_is_settled
                BEFORE UPDATE OF way, token_count, token_cap, envelope_cents ON challenge
                WHEN OLD.standing <> 'draft' AND (NEW.way <> OLD.way OR NEW.token_count IS NOT OLD.token_count
                    OR NEW.token_cap IS NOT OLD.token_cap OR NEW.envelope_cents IS NOT OLD.envelope_cents) BEGIN
                SELECT raise(ABORT, 'how a public challenge decides is settled');
            END;

            -- What an idea would cost, said by staff before the vote.
            CREATE TABLE idea_cost (
                idea_id INTEGER PRIMARY KEY REFERENCES idea (id),
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                cents INTEGER NOT NULL CHECK (cents > 0)
            ) STRICT;
            CREATE INDEX idea_cost_by_challenge ON idea_cost (challenge_id, idea_id);

            -- The seed that decides ties, disclosed with the results, and the key of receipts, forgotten then.
            CREATE TABLE vote_secret (
                challenge_id INTEGER PRIMARY KEY REFERENCES challenge (id),
                seed TEXT NOT NULL,
                receipt_key BLOB
            ) STRICT;
            CREATE TRIGGER vote_secret_keeps_its_seed BEFORE UPDATE OF seed ON vote_secret BEGIN
                SELECT raise(ABORT, 'the seed was committed to');
            END;
            -- Challenges that were public before there were seeds commit to theirs now.
            INSERT INTO vote_secret (challenge_id, seed, receipt_key)
                SELECT id, lower(hex(randomblob(32))), randomblob(32) FROM challenge
                WHERE standing <> 'draft' AND results_published_at IS NULL;

            -- Who filled a ballot; of its receipt only the fingerprint.
            CREATE TABLE ballot (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                receipt BLOB NOT NULL CHECK (length(receipt) = 32),
                PRIMARY KEY (challenge_id, member_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX ballot_by_member ON ballot (member_id);

            CREATE TABLE mark (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                -- Tokens, or the number of a grade, the worst first.
                value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 100),
                PRIMARY KEY (challenge_id, member_id, idea_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX mark_by_member ON mark (member_id);
            CREATE INDEX mark_by_idea ON mark (idea_id);

            CREATE TABLE duel (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                member_id INTEGER NOT NULL REFERENCES member (id),
                first_id INTEGER NOT NULL REFERENCES idea (id),
                second_id INTEGER NOT NULL REFERENCES idea (id),
                -- Null: the person could not say.
                winner_id INTEGER CHECK (winner_id IN (first_id, second_id)),
                PRIMARY KEY (challenge_id, member_id, first_id, second_id),
                CHECK (first_id < second_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX duel_by_member ON duel (member_id);
            CREATE INDEX duel_by_first ON duel (first_id);
            CREATE INDEX duel_by_second ON duel (second_id);

            -- How often an idea was compared, and won: by it the next pair is chosen, and nobody is told.
            CREATE TABLE duel_count (
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                idea_id INTEGER NOT NULL REFERENCES idea (id),
                duels INTEGER NOT NULL,
                wins INTEGER NOT NULL,
                PRIMARY KEY (challenge_id, idea_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX duel_count_by_idea ON duel_count (idea_id);
            CREATE TRIGGER duel_counted AFTER INSERT ON duel WHEN NEW.winner_id IS NOT NULL BEGIN
                INSERT INTO duel_count VALUES (NEW.challenge_id, NEW.first_id, 1, NEW.winner_id = NEW.first_id)
                    ON CONFLICT DO UPDATE SET duels = duels + 1, wins = wins + excluded.wins;
                INSERT INTO duel_count VALUES (NEW.challenge_id, NEW.second_id, 1, NEW.winner_id = NEW.second_id)
                    ON CONFLICT DO UPDATE SET duels = duels + 1, wins = wins + excluded.wins;
            END;
            CREATE TRIGGER duel_uncounted AFTER DELETE ON duel WHEN OLD.winner_id IS NOT NULL BEGIN
                UPDATE duel_count SET duels = duels - 1, wins = wins - (OLD.winner_id = idea_id)
                    WHERE challenge_id = OLD.challenge_id AND idea_id IN (OLD.first_id, OLD.second_id);
            END;
            CREATE TRIGGER duel_is_answered_anew BEFORE UPDATE ON duel BEGIN
                SELECT raise(ABORT, 'an answer is taken back, then given anew');
            END;

            -- A vote as it was counted when the results were published.
            CREATE TABLE vote_publication (
                challenge_id INTEGER PRIMARY KEY REFERENCES challenge (id),
                file BLOB NOT NULL,
                ranking BLOB NOT NULL,
                ballot_count INTEGER NOT NULL CHECK (ballot_count >= 0),
                root BLOB NOT NULL CHECK (length(root) = 32)
            ) STRICT;
            CREATE TRIGGER vote_publication_is_never_changed BEFORE UPDATE ON vote_publication BEGIN
                SELECT raise(ABORT, 'what was published of a vote is never changed');
            END;
            CREATE TRIGGER vote_publication_is_never_deleted BEFORE DELETE ON vote_publication BEGIN
                SELECT raise(ABORT, 'what was published of a vote is never deleted');
            END;
            """)
}
