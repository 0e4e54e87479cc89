import Domain
import Foundation
import Testing

@testable import Storage

@Suite struct SearchTests {
    private func found(
        _ text: String, in town: Town, as person: Citizen? = nil, at now: Timestamp = Town.day(2),
        narrowed: @Sendable (inout SearchQuery) -> Void = { _ in }
    ) async throws -> SearchResults {
        var query = SearchQuery(text)
        narrowed(&query)
        return try await town.look(as: person, at: now) { [query] in try $0.search(query) }
    }

    private func titles(_ results: SearchResults) -> [String] {
        results.page.items.map { $0.kind == .challenge ? $0.challengeTitle : $0.ideaTitle ?? "" }
    }

    @Test("accents, ligatures, plurals, apostrophes and case do not matter")
    func forms() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            for title in [
                "Éviter les dégâts des eaux", "La main-d’œuvre des chantiers", "Choisir l’assurance vélo",
                "Une franchise déclarée plus tôt", "Running shoes for policyholders",
            ] {
                _ = try await town.idea(title, by: ana, in: call)
            }
            for (typed, title) in [
                ("degat des eaux", "Éviter les dégâts des eaux"),
                ("DEGATS EAU", "Éviter les dégâts des eaux"),
                ("De\u{301}ga\u{302}t", "Éviter les dégâts des eaux"),
                ("main d'oeuvre chantier", "La main-d’œuvre des chantiers"),
                ("assurances vélos", "Choisir l’assurance vélo"),
                ("declaree", "Une franchise déclarée plus tôt"),
                ("déclarer", "Une franchise déclarée plus tôt"),
                ("run policyholder", "Running shoes for policyholders"),
            ] {
                #expect(titles(try await found(typed, in: town)).first == title, "\(typed)")
            }
        }
    }

    @Test("what is typed is never taken for the language of the index")
    func hostile() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            _ = try await town.idea("Near and not far or else", by: ana, in: call)
            for typed in [
                "\"", "\"\"\"", "AND", "eau AND", "NOT eau", "NEAR(eau 2)", "eau*", "^eau", "-eau",
                "title:eau",
                "{title} : eau", "(((", "eau) OR (1", "'; DROP TABLE idea; --", "\0", "eau\0dégât", "%", "_",
                "🐝", "é\u{301}\u{301}", "\u{202E}", "Ελλάδα", "保険", String(repeating: "a", count: 100_000),
                String(repeating: "mot ", count: 10_000), "a b c d e f g h i j k l m n o p q r s t", "…", " ",
            ] {
                _ = try await found(typed, in: town)
            }
            #expect(titles(try await found("ελλαδα", in: town)).isEmpty)
        }
    }

    @Test("only what the viewer may see is found, and it goes when it goes from sight")
    func visibility() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let swarm = try await town.community("abeilles")
            try await town.join(swarm, "abeilles", as: "Butineuse", bob)
            let call = try await town.challenge()
            let inner = try await town.challenge(title: "Zinzolin au rucher", community: swarm)
            let contest = try await town.challenge(.contest, title: "Concours")
            let shown = try await town.idea("Zinzolin public", by: ana, in: call)
            _ = try await town.idea("Zinzolin secret", by: bob, in: inner)
            _ = try await town.idea("Zinzolin scellé", by: ana, in: contest)
            _ = try await town.store.saveDraft(
                IdeaContent(title: "Zinzolin en brouillon", text: ""), in: call, by: ana.id, at: Town.day(1))
            _ = try await town.store.launchChallenge(
                town.content(title: "Zinzolin à venir"), by: town.mayor.id, at: Town.day(0))
            _ = try await town.store.addComment(
                CommentContent(stance: .for, text: "Le zinzolin me va."), on: shown, by: bob.id,
                at: Town.day(1))
            func all(_ person: Citizen?) async throws -> Set<String> {
                Set(titles(try await found("zinzolin", in: town, as: person)))
            }
            #expect(try await all(nil) == ["Zinzolin public"])
            #expect(try await all(ana) == ["Zinzolin public"])
            #expect(try await all(bob) == ["Zinzolin public", "Zinzolin secret", "Zinzolin au rucher"])
            #expect(
                try await all(town.mayor) == ["Zinzolin public", "Zinzolin secret", "Zinzolin au rucher"])
            let juror = try await town.official("Juré", .juror, for: inner)
            #expect(try await all(juror) == ["Zinzolin public", "Zinzolin secret", "Zinzolin au rucher"])
            let feed = try await town.look(as: nil) { look in
                try look.feedEvents(matching: SearchQuery("zinzolin")).map(\.ideaTitle)
            }
            #expect(feed == ["Zinzolin public", "Zinzolin public"])
            try await town.store.withdrawIdea(shown, by: ana.id, at: Town.day(2))
            #expect(try await all(nil) == [])
            #expect(try await all(town.mayor) == ["Zinzolin secret", "Zinzolin au rucher"])
        }
    }

    @Test("errors of typing are corrected by words that the viewer may read, and only by these")
    func corrections() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let swarm = try await town.community("abeilles")
            try await town.join(swarm, "abeilles", as: "Butineuse", bob)
            let call = try await town.challenge()
            let inner = try await town.challenge(title: "Au rucher", community: swarm)
            _ = try await town.idea("Éviter les dégâts des eaux", by: ana, in: call)
            _ = try await town.idea("Réparer une fuite", by: ana, in: call)
            _ = try await town.idea("Essayer le zinzolinage", by: bob, in: inner)
            for (typed, meant) in [
                ("dégâst des eaux", "dégâts des eaux"), ("fiute", "fuite"), ("réparrer", "réparer"),
                ("eviter le degtas", "eviter le dégâts"),
            ] {
                let results = try await found(typed, in: town)
                #expect(results.corrected == typed)
                #expect(results.query.text == meant)
                #expect(results.count == 1, "\(typed)")
            }
            #expect(try await found("zinzolinaje", in: town, as: ana).corrected == nil)
            #expect(try await found("zinzolinaje", in: town, as: bob).query.text == "zinzolinage")
            let some = try await found("fuite introuvablement", in: town)
            #expect(some.isPartial && titles(some) == ["Réparer une fuite"])
        }
    }

    @Test("titles come before texts, and excerpts show what was looked for")
    func order() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let long = Array(repeating: "Rien de particulier à dire ici.", count: 30).joined(separator: " ")
            _ = try await town.store.submitIdea(
                IdeaContent(title: "Autre chose", text: long + "\n\n- une **fuite** & un <robinet> " + long),
                in: call, by: ana.id, at: Town.day(1))
            _ = try await town.idea("Signaler une fuite", by: ana, in: call)
            let results = try await found("fuites robinets", in: town)
            #expect(titles(results) == ["Autre chose"])
            let pieces = try #require(results.page.items.first).excerpt.pieces
            #expect(pieces.filter(\.isMatch).map(\.text) == ["fuite", "robinet"])
            let text = pieces.map(\.text).joined()
            #expect(text.hasPrefix("… ") && text.hasSuffix(" …") && text.count < 300)
            #expect(text.contains("une fuite & un <robinet> Rien"))
            #expect(titles(try await found("fuite", in: town)) == ["Signaler une fuite", "Autre chose"])
        }
    }

    @Test("a search is narrowed by kind, challenge, theme, state, decision and age")
    func narrowing() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge(title: "Une fuite chez soi")
            let other = try await town.challenge(.draftReview, title: "Autre défi")
            let theme = try await town.store.addTheme(
                slug: "sante", title: [.french: "Santé"], summary: [:], prompts: "", hues: (1, 2))
            let kept = try await town.idea("Boucher la fuite", by: ana, in: call, at: Town.day(1))
            _ = try await town.idea("Écouter la fuite", by: ana, in: other, at: Town.day(20))
            _ = try await town.store.addComment(
                CommentContent(stance: .for, text: "La fuite, oui."), on: kept, by: ana.id, at: Town.day(20))
            try await town.decide(.planned, kept, at: Town.day(20))
            func count(_ narrowed: @Sendable (inout SearchQuery) -> Void) async throws -> Int {
                try await found("fuite", in: town, at: Town.day(21), narrowed: narrowed).count
            }
            #expect(try await count { _ in } == 4)
            #expect(try await count { $0.kind = .idea } == 2)
            #expect(try await count { $0.kind = .challenge } == 1)
            #expect(try await count { $0.kind = .comment } == 1)
            #expect(try await count { $0.challenge = other } == 1)
            #expect(try await count { $0.decision = .planned } == 2)
            #expect(try await count { $0.age = .week } == 2)
            #expect(try await count { $0.state = .openToIdeas } == 4)
            #expect(try await count { $0.state = .resultsPublished } == 0)
            #expect(try await count { $0.theme = theme } == 0)
            var content = town.content(title: "Une fuite chez soi")
            content = ChallengeContent(
                blueprint: .openCall, theme: theme, title: content.title, question: content.question,
                brief: content.brief, rules: "", answerWithinDays: 30, schedule: content.schedule)
            try await town.store.reviseChallenge(call, to: content, by: town.mayor.id, at: Town.day(21))
            #expect(try await count { $0.theme = theme } == 3)
        }
    }

    @Test("the index follows every change of a text, and nothing is left of what was there before")
    func following() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let idea = try await town.idea("Boucher la fuite", by: ana, in: call)
            try await town.store.editIdea(
                idea, to: IdeaContent(title: "Poser un capteur", text: "Un capteur sous chaque évier."),
                by: ana.id, at: Town.day(1))
            #expect(try await found("boucher", in: town).count == 0)
            #expect(try await found("capteur evier", in: town).count == 1)
            try await town.store.reviseChallenge(
                call, to: town.content(title: "Un hiver tranquille"), by: town.mayor.id, at: Town.day(2))
            #expect(try await found("hiver", in: town).count == 1)
            try await town.store.write { db in
                try db.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
            }
        }
    }

    @Test("the parts of the index come together while texts change, and what is found stays the same")
    func gathering() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let idea = try await town.idea("Boucher la fuite", by: ana, in: call)
            func parts() async throws -> Int64 {
                try await town.number("SELECT count(DISTINCT segid) FROM search_index_idx")
            }
            for round in 1...40 {
                try await town.store.editIdea(
                    idea,
                    to: IdeaContent(
                        title: "Boucher la fuite \(round)", text: "Un capteur, version \(round)."),
                    by: ana.id, at: Town.day(1))
            }
            let many = try await parts()
            let before = try await found("fuite capteur", in: town)
            let commits = town.store.commitCount
            var steps = 0
            while try await town.store.gatherSearchParts() { steps += 1 }
            #expect(steps > 0)
            #expect(try await parts() < many)
            #expect(try await !town.store.gatherSearchParts())
            #expect(town.store.commitCount == commits)
            let after = try await found("fuite capteur", in: town)
            #expect(titles(after) == titles(before))
            #expect(titles(after) == ["Boucher la fuite 40"])
            try await town.store.write { db in
                try db.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
            }
        }
    }

    @Test("where a word is in more texts than are ranked, older ones whose title has it are still found")
    func cut() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let old = try await town.idea("La fuite du toit", by: ana, in: call)
            for count in 1...6 {
                _ = try await town.store.submitIdea(
                    IdeaContent(title: "Autre chose \(count)", text: "Encore une fuite d’eau chez nous."),
                    in: call,
                    by: ana.id,
                    at: Town.day(1))
            }
            let (few, all) = try await town.look(as: nil) { look in
                let index = SearchIndex(look: look, stemmer: Stemmer())
                let query = SearchQuery("fuite")
                let terms = try index.terms(of: query)
                return try (index.find(terms, of: query, limit: 3), index.find(terms, of: query))
            }
            #expect(few.isCut && !all.isCut)
            #expect(few.candidates.count == 4 && all.candidates.count == 7)
            #expect(few.candidates.first?.document == old.rawValue * 3 + 1)
        }
    }

    @Test("an older database is indexed when it is brought to the new schema")
    func olderDatabase() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "essaim-older-\(UUID().uuidString)"
        ).path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let before = try Store(path: path, migrations: [.people, .challenges, .ideas])
        try await before.migrate()
        try await before.write { db in
            for sql in [
                """
                INSERT INTO member (id, pseudonym, email, email_key, pseudonym_key, language, joined_at)
                VALUES (1, 'Ana', 'a', 'a', 'ana', 'fr', 0)
                """,
                """
                INSERT INTO theme (id, slug, title_fr, title_en, summary_fr, summary_en, prompts, first_hue, second_hue)
                VALUES (1, 's', 's', 's', '', '', '', 1, 2)
                """,
                """
                INSERT INTO challenge (id, blueprint, theme_id, title, question, brief, rules, created_by, created_at,
                    opens_at, standing, published_at)
                VALUES (1, 'openCall', 1, 'Éviter les fuites', 'Comment ?', '', '', 1, 0, 0, 'published', 0)
                """,
                """
                INSERT INTO idea (challenge_id, number, author_id, title, text, visibility, created_at, submitted_at)
                VALUES (1, 1, 1, 'Un capteur de fuite', 'Sous chaque évier.', 'public', 0, 0)
                """,
                """
                INSERT INTO comment (idea_id, author_id, stance, text, written_at) VALUES (1, 1, 'for', 'Des fuites !', 0)
                """,
            ] { try db.execute(sql) }
        }
        await before.close()
        let after = try Store(path: path)
        try await after.migrate()
        let results = try await after.look(as: nil, at: Town.start) { look in
            (try look.search(SearchQuery("fuite")).count, try look.search(SearchQuery("cpateur")).query.text)
        }
        #expect(results.value == (3, "capteur"))
        #expect(try await after.integrityProblems() == [])
        await after.close()
    }
}
