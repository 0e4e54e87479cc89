extension Migration {
    /// The index of all that can be searched, and the words by which errors of typing are corrected.
    static let search = Migration(
        name: "0005-search",
        sql: """
            -- One row for each text that can be found, in terms (see `search_terms`), not in words. Its number says what
            -- it is: three times the number of a challenge, of an idea plus one, of a comment plus two.
            CREATE TABLE search_document (
                id INTEGER PRIMARY KEY,
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                -- Kind (kc, ki, km), challenge (c12), theme (t3), and for whom: everybody (pub) or a community (m4).
                place TEXT NOT NULL
            ) STRICT;
            -- Tokens are made before, so that the index needs nothing but a cut at spaces. The terms are kept beside it:
            -- what is taken out of the index is exactly what went in, whatever becomes of the stemmer.
            CREATE VIRTUAL TABLE search_index USING fts5 (
                title, text, place, content = 'search_document', content_rowid = 'id', tokenize = 'ascii');
            CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
                INSERT INTO search_index (rowid, title, text, place)
                    VALUES (NEW.id, NEW.title, NEW.text, NEW.place);
            END;
            CREATE TRIGGER search_document_taken AFTER DELETE ON search_document BEGIN
                INSERT INTO search_index (search_index, rowid, title, text, place)
                    VALUES ('delete', OLD.id, OLD.title, OLD.text, OLD.place);
            END;
            CREATE TRIGGER search_document_changed AFTER UPDATE ON search_document BEGIN
                INSERT INTO search_index (search_index, rowid, title, text, place)
                    VALUES ('delete', OLD.id, OLD.title, OLD.text, OLD.place);
                INSERT INTO search_index (rowid, title, text, place)
                    VALUES (NEW.id, NEW.title, NEW.text, NEW.place);
            END;

            -- Words as people write them: folded, and as they are shown. Trigrams find the ones that look alike; the marks
            -- at both ends make beginnings and ends count.
            CREATE TABLE search_word (
                id INTEGER PRIMARY KEY,
                word TEXT NOT NULL UNIQUE,
                shown TEXT NOT NULL
            ) STRICT;
            CREATE VIRTUAL TABLE search_trigram USING fts5 (word, content = '', tokenize = 'trigram');
            CREATE TRIGGER search_word_added AFTER INSERT ON search_word BEGIN
                INSERT INTO search_trigram (rowid, word) VALUES (NEW.id, '^' || NEW.word || '$');
            END;

            CREATE VIEW search_place AS
                SELECT c.id AS challenge_id, ' c' || c.id || ' t' || c.theme_id || ' '
                    || coalesce('m' || c.community_id, 'pub') AS place
                FROM challenge c;

            CREATE TRIGGER search_challenge_added AFTER UPDATE OF standing ON challenge
                WHEN NEW.standing <> 'draft' AND OLD.standing = 'draft' BEGIN
                INSERT INTO search_document (id, title, text, place)
                    SELECT NEW.id * 3, search_terms(NEW.title), search_terms(NEW.question || ' ' || NEW.brief),
                        'kc' || p.place
                    FROM search_place p WHERE p.challenge_id = NEW.id;
                INSERT INTO search_word (word, shown)
                    SELECT key, value FROM json_each(search_words(NEW.title || ' ' || NEW.question || ' ' || NEW.brief))
                    WHERE true ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER search_challenge_changed AFTER UPDATE OF title, question, brief ON challenge
                WHEN NEW.standing <> 'draft' AND OLD.standing <> 'draft' AND (NEW.title <> OLD.title
                    OR NEW.question <> OLD.question OR NEW.brief <> OLD.brief) BEGIN
                UPDATE search_document SET title = search_terms(NEW.title),
                    text = search_terms(NEW.question || ' ' || NEW.brief) WHERE id = NEW.id * 3;
                INSERT INTO search_word (word, shown)
                    SELECT key, value FROM json_each(search_words(NEW.title || ' ' || NEW.question || ' ' || NEW.brief))
                    WHERE true ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER search_challenge_moved AFTER UPDATE OF theme_id, community_id ON challenge
                WHEN NEW.theme_id <> OLD.theme_id OR NEW.community_id IS NOT OLD.community_id BEGIN
                UPDATE search_document SET place = substr(place, 1, 2)
                    || (SELECT p.place FROM search_place p WHERE p.challenge_id = NEW.id)
                WHERE id IN (SELECT NEW.id * 3
                    UNION ALL SELECT i.id * 3 + 1 FROM idea i WHERE i.challenge_id = NEW.id
                    UNION ALL SELECT m.id * 3 + 2 FROM idea i JOIN comment m ON m.idea_id = i.id
                        WHERE i.challenge_id = NEW.id);
            END;
            CREATE TRIGGER search_challenge_gone AFTER DELETE ON challenge BEGIN
                DELETE FROM search_document WHERE id = OLD.id * 3;
            END;

            CREATE TRIGGER search_idea_born_public AFTER INSERT ON idea WHEN NEW.visibility = 'public' BEGIN
                INSERT INTO search_document (id, title, text, place)
                    SELECT NEW.id * 3 + 1, search_terms(NEW.title), search_terms(NEW.text), 'ki' || p.place
                    FROM search_place p WHERE p.challenge_id = NEW.challenge_id;
                INSERT INTO search_word (word, shown)
                    SELECT key, value FROM json_each(search_words(NEW.title || ' ' || NEW.text))
                    WHERE true ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER search_idea_shown AFTER UPDATE OF visibility ON idea
                WHEN NEW.visibility = 'public' AND OLD.visibility <> 'public' BEGIN
                INSERT INTO search_document (id, title, text, place)
                    SELECT NEW.id * 3 + 1, search_terms(NEW.title), search_terms(NEW.text), 'ki' || p.place
                    FROM search_place p WHERE p.challenge_id = NEW.challenge_id;
                INSERT INTO search_word (word, shown)
                    SELECT key, value FROM json_each(search_words(NEW.title || ' ' || NEW.text))
                    WHERE true ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER search_idea_changed AFTER UPDATE OF title, text ON idea
                WHEN NEW.visibility = 'public' AND OLD.visibility = 'public'
                    AND (NEW.title <> OLD.title OR NEW.text <> OLD.text) BEGIN
                UPDATE search_document SET title = search_terms(NEW.title), text = search_terms(NEW.text)
                    WHERE id = NEW.id * 3 + 1;
                INSERT INTO search_word (word, shown)
                    SELECT key, value FROM json_each(search_words(NEW.title || ' ' || NEW.text))
                    WHERE true ON CONFLICT DO NOTHING;
            END;
            CREATE TRIGGER search_idea_hidden AFTER UPDATE OF visibility ON idea
                WHEN NEW.visibility <> 'public' AND OLD.visibility = 'public' BEGIN
                DELETE FROM search_document WHERE id = NEW.id * 3 + 1;
            END;
            CREATE TRIGGER search_idea_gone AFTER DELETE ON idea WHEN OLD.visibility = 'public' BEGIN
                DELETE FROM search_document WHERE id = OLD.id * 3 + 1;
            END;

            -- Comments stay in the index while their idea is hidden: a search asks whether the idea can be seen.
            CREATE TRIGGER search_comment_added AFTER INSERT ON comment BEGIN
                INSERT INTO search_document (id, title, text, place)
                    SELECT NEW.id * 3 + 2, '', search_terms(NEW.text), 'km' || p.place
                    FROM idea i JOIN search_place p ON p.challenge_id = i.challenge_id WHERE i.id = NEW.idea_id;
            END;
            CREATE TRIGGER search_comment_changed AFTER UPDATE OF text ON comment WHEN NEW.text <> OLD.text BEGIN
                UPDATE search_document SET text = search_terms(NEW.text) WHERE id = NEW.id * 3 + 2;
            END;
            CREATE TRIGGER search_comment_gone AFTER DELETE ON comment BEGIN
                DELETE FROM search_document WHERE id = OLD.id * 3 + 2;
            END;

            -- What was written before.
            INSERT INTO search_document (id, title, text, place)
                SELECT c.id * 3, search_terms(c.title), search_terms(c.question || ' ' || c.brief), 'kc' || p.place
                FROM challenge c JOIN search_place p ON p.challenge_id = c.id WHERE c.standing <> 'draft';
            INSERT INTO search_document (id, title, text, place)
                SELECT i.id * 3 + 1, search_terms(i.title), search_terms(i.text), 'ki' || p.place
                FROM idea i JOIN search_place p ON p.challenge_id = i.challenge_id WHERE i.visibility = 'public';
            INSERT INTO search_document (id, title, text, place)
                SELECT m.id * 3 + 2, '', search_terms(m.text), 'km' || p.place
                FROM comment m JOIN idea i ON i.id = m.idea_id JOIN search_place p ON p.challenge_id = i.challenge_id;
            INSERT INTO search_word (word, shown)
                SELECT w.key, w.value
                FROM challenge c JOIN json_each(search_words(c.title || ' ' || c.question || ' ' || c.brief)) w
                WHERE c.standing <> 'draft' ON CONFLICT DO NOTHING;
            INSERT INTO search_word (word, shown)
                SELECT w.key, w.value FROM idea i JOIN json_each(search_words(i.title || ' ' || i.text)) w
                WHERE i.visibility = 'public' ON CONFLICT DO NOTHING;
            """)
}
