extension Migration {
    /// What challenges ask of those who submit an idea, and what these enter.
    static let questions = Migration(
        name: "0013-questions",
        sql: """
            CREATE TABLE question (
                id INTEGER PRIMARY KEY,
                challenge_id INTEGER NOT NULL REFERENCES challenge (id) ON DELETE CASCADE,
                position INTEGER NOT NULL CHECK (position >= 0),
                kind TEXT NOT NULL CHECK (kind IN ('shortText', 'longText', 'choice', 'number', 'file')),
                label TEXT NOT NULL,
                hint TEXT NOT NULL,
                is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
                is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
                -- One a line.
                choices TEXT NOT NULL,
                unit TEXT NOT NULL,
                -- In hundredths.
                minimum INTEGER,
                maximum INTEGER,
                CHECK (minimum IS NULL OR maximum IS NULL OR minimum <= maximum),
                CHECK ((kind = 'choice') = (choices <> ''))
            ) STRICT;
            CREATE INDEX question_by_challenge ON question (challenge_id, position);

            -- What an author entered, as typed; numbers of submitted ideas in one writing. A choice is kept in its words,
            -- so that it outlives any change of the question.
            CREATE TABLE entry (
                idea_id INTEGER NOT NULL REFERENCES idea (id) ON DELETE CASCADE,
                question_id INTEGER NOT NULL REFERENCES question (id),
                text TEXT NOT NULL CHECK (text <> ''),
                PRIMARY KEY (idea_id, question_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX entry_by_question ON entry (question_id);

            -- What search reads of an idea: its text, and what was entered for everybody to read.
            CREATE VIEW search_idea_text AS
                SELECT i.id AS idea_id, i.text || coalesce((SELECT ' ' || group_concat(e.text, ' ')
                    FROM entry e JOIN question q ON q.id = e.question_id
                    WHERE e.idea_id = i.id AND q.is_public = 1 AND q.kind IN ('shortText', 'longText')), '') AS text
                FROM idea i;
            DROP TRIGGER search_idea_shown;
            CREATE TRIGGER search_idea_shown AFTER UPDATE OF visibility ON idea
                WHEN NEW.visibility = 'public' AND OLD.visibility <> 'public' BEGIN
                INSERT INTO search_document (id, title, text, place)
                    SELECT NEW.id * 3 + 1, search_terms(NEW.title), search_terms(x.text), 'ki' || p.place
                    FROM search_place p JOIN search_idea_text x ON x.idea_id = NEW.id
                    WHERE p.challenge_id = NEW.challenge_id;
                INSERT INTO search_word (word, shown)
                    SELECT w.key, w.value
                    FROM search_idea_text x, json_each(search_words(NEW.title || ' ' || x.text)) w
                    WHERE x.idea_id = NEW.id ON CONFLICT DO NOTHING;
            END;
            DROP TRIGGER search_idea_changed;
            CREATE TRIGGER search_idea_changed AFTER UPDATE OF title, text ON idea
                WHEN NEW.visibility = 'public' AND OLD.visibility = 'public'
                    AND (NEW.title <> OLD.title OR NEW.text <> OLD.text) BEGIN
                UPDATE search_document SET title = search_terms(NEW.title),
                    text = (SELECT search_terms(x.text) FROM search_idea_text x WHERE x.idea_id = NEW.id)
                    WHERE id = NEW.id * 3 + 1;
                INSERT INTO search_word (word, shown)
                    SELECT key, value FROM json_each(search_words(NEW.title || ' ' || NEW.text))
                    WHERE true ON CONFLICT DO NOTHING;
            END;
            -- Without a document, as under seal, each of these changes nothing.
            CREATE TRIGGER search_entry_added AFTER INSERT ON entry BEGIN
                UPDATE search_document
                    SET text = (SELECT search_terms(x.text) FROM search_idea_text x WHERE x.idea_id = NEW.idea_id)
                    WHERE id = NEW.idea_id * 3 + 1;
            END;
            CREATE TRIGGER search_entry_changed AFTER UPDATE OF text ON entry WHEN NEW.text <> OLD.text BEGIN
                UPDATE search_document
                    SET text = (SELECT search_terms(x.text) FROM search_idea_text x WHERE x.idea_id = NEW.idea_id)
                    WHERE id = NEW.idea_id * 3 + 1;
            END;
            CREATE TRIGGER search_entry_gone AFTER DELETE ON entry BEGIN
                UPDATE search_document
                    SET text = (SELECT search_terms(x.text) FROM search_idea_text x WHERE x.idea_id = OLD.idea_id)
                    WHERE id = OLD.idea_id * 3 + 1
                        AND EXISTS (SELECT 1 FROM idea i WHERE i.id = OLD.idea_id);
            END;
            CREATE TRIGGER search_question_withdrawn AFTER UPDATE OF is_public ON question
                WHEN NEW.is_public <> OLD.is_public BEGIN
                UPDATE search_document
                    SET text = (SELECT search_terms(x.text) FROM search_idea_text x
                        WHERE x.idea_id = (search_document.id - 1) / 3)
                    WHERE id IN (SELECT e.idea_id * 3 + 1 FROM entry e WHERE e.question_id = NEW.id);
            END;
            """)
}
