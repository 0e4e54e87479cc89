extension Migration {
    /// For whom a challenge is: what is known of policyholders, segments of them, invitations; personal feeds.
    static let segments = Migration(
        name: "0015-segments",
        sql: """
            -- The values of products, regions and agencies. Zero stands for what is not known, and for what is not asked.
            CREATE TABLE trait (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind IN ('any', 'product', 'region', 'agency')),
                value TEXT NOT NULL,
                -- In lower case: two that differ only in case are one.
                value_key TEXT NOT NULL,
                UNIQUE (kind, value_key)
            ) STRICT;
            INSERT INTO trait VALUES (0, 'any', '', '');

            -- The secret of this database, by which addresses are digested.
            CREATE TABLE address_secret (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                secret BLOB NOT NULL CHECK (length(secret) = 32)
            ) STRICT;
            INSERT INTO address_secret VALUES (1, randomblob(32));

            -- Somebody of whom something was imported, by a keyed digest of their address; they need not have an account.
            CREATE TABLE policyholder (
                id INTEGER PRIMARY KEY,
                address_digest BLOB NOT NULL UNIQUE CHECK (length(address_digest) = 32),
                member_id INTEGER UNIQUE REFERENCES member (id)
            ) STRICT;
            CREATE TABLE holding (
                policyholder_id INTEGER NOT NULL REFERENCES policyholder (id),
                product_id INTEGER NOT NULL REFERENCES trait (id),
                region_id INTEGER NOT NULL REFERENCES trait (id),
                agency_id INTEGER NOT NULL REFERENCES trait (id),
                PRIMARY KEY (policyholder_id, product_id, region_id, agency_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX holding_by_product ON holding (product_id);
            CREATE INDEX holding_by_region ON holding (region_id);
            CREATE INDEX holding_by_agency ON holding (agency_id);
            -- The last import, so that its page can say what is known since when.
            CREATE TABLE portfolio_import (
                id INTEGER PRIMARY KEY,
                imported_by INTEGER NOT NULL REFERENCES member (id),
                imported_at INTEGER NOT NULL,
                line_count INTEGER NOT NULL,
                is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1))
            ) STRICT;

            -- A rule on holdings, written out: whoever has a holding that fits one of its lines belongs.
            CREATE TABLE segment (
                id INTEGER PRIMARY KEY,
                -- The same rule is the same segment.
                key TEXT NOT NULL UNIQUE
            ) STRICT;
            CREATE TABLE segment_line (
                product_id INTEGER NOT NULL REFERENCES trait (id),
                region_id INTEGER NOT NULL REFERENCES trait (id),
                agency_id INTEGER NOT NULL REFERENCES trait (id),
                segment_id INTEGER NOT NULL REFERENCES segment (id),
                PRIMARY KEY (product_id, region_id, agency_id, segment_id),
                CHECK (product_id + region_id + agency_id > 0)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX segment_line_by_segment ON segment_line (segment_id);
            CREATE INDEX segment_line_by_region ON segment_line (region_id);
            CREATE INDEX segment_line_by_agency ON segment_line (agency_id);

            ALTER TABLE challenge ADD COLUMN segment_id INTEGER REFERENCES segment (id)
                CHECK (segment_id IS NULL OR community_id IS NULL);
            ALTER TABLE challenge ADD COLUMN is_by_invitation INTEGER NOT NULL DEFAULT 0
                CHECK (is_by_invitation = 0
                    OR (is_by_invitation = 1 AND community_id IS NULL AND segment_id IS NULL));
            CREATE INDEX challenge_by_segment ON challenge (segment_id) WHERE segment_id IS NOT NULL;

            CREATE TABLE invitation (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id),
                email TEXT NOT NULL,
                email_key TEXT NOT NULL,
                -- SHA-256 of the secret in its link.
                token_digest BLOB NOT NULL UNIQUE CHECK (length(token_digest) = 32),
                sent_by INTEGER NOT NULL REFERENCES member (id),
                sent_at INTEGER NOT NULL,
                -- Who used it first; for nobody else it is good any more.
                member_id INTEGER REFERENCES member (id),
                used_at INTEGER,
                UNIQUE (challenge_id, email_key),
                CHECK ((member_id IS NULL) = (used_at IS NULL))
            ) STRICT;
            CREATE INDEX invitation_by_member ON invitation (member_id, challenge_id) WHERE member_id IS NOT NULL;

            -- Addresses under which members read in feed readers what is not for everybody. Those that were revoked are
            -- kept, so that readers can be told that they are gone for good.
            CREATE TABLE feed_key (
                token_digest BLOB PRIMARY KEY CHECK (length(token_digest) = 32),
                member_id INTEGER NOT NULL REFERENCES member (id),
                -- Null: all that the member may see.
                challenge_id INTEGER REFERENCES challenge (id),
                made_at INTEGER NOT NULL,
                revoked_at INTEGER
            ) STRICT, WITHOUT ROWID;
            CREATE UNIQUE INDEX feed_key_in_use ON feed_key (member_id, coalesce(challenge_id, 0))
                WHERE revoked_at IS NULL;
            CREATE INDEX feed_key_by_challenge ON feed_key (challenge_id) WHERE challenge_id IS NOT NULL;

            -- An account that is deleted leaves nothing of what was known of its owner.
            CREATE TRIGGER audiences_end_with_the_account AFTER UPDATE OF deleted_at ON member
                WHEN NEW.deleted_at IS NOT NULL BEGIN
                DELETE FROM holding WHERE policyholder_id = (SELECT id FROM policyholder WHERE member_id = NEW.id);
                DELETE FROM policyholder WHERE member_id = NEW.id;
                DELETE FROM invitation WHERE member_id = NEW.id;
                UPDATE feed_key SET revoked_at = NEW.deleted_at WHERE member_id = NEW.id AND revoked_at IS NULL;
            END;

            -- The audience as a term of the search index: everybody (pub), a community (m4), a segment (s7). Those who were
            -- invited find what they may by the number of its challenge (c12).
            DROP TRIGGER search_challenge_moved;
            DROP VIEW search_place;
            CREATE VIEW search_place AS
                SELECT c.id AS challenge_id, ' c' || c.id || ' t' || c.theme_id || ' '
                    || CASE WHEN c.is_by_invitation THEN 'inv'
                        ELSE coalesce('m' || c.community_id, 's' || c.segment_id, 'pub') END AS place
                FROM challenge c;
            CREATE TRIGGER search_challenge_moved AFTER UPDATE OF theme_id, community_id, segment_id, is_by_invitation
                ON challenge
                WHEN NEW.theme_id <> OLD.theme_id OR NEW.community_id IS NOT OLD.community_id
                    OR NEW.segment_id IS NOT OLD.segment_id OR NEW.is_by_invitation <> OLD.is_by_invitation BEGIN
                UPDATE search_document SET place = substr(place, 1, 2)
                    || (SELECT p.place FROM search_place p WHERE p.challenge_id = NEW.id)
                WHERE id IN (SELECT NEW.id * 3
                    UNION ALL SELECT i.id * 3 + 1 FROM idea i WHERE i.challenge_id = NEW.id
                    UNION ALL SELECT m.id * 3 + 2 FROM idea i JOIN comment m ON m.idea_id = i.id
                        WHERE i.challenge_id = NEW.id);
            END;
            """)
}
