import Domain
import Foundation
import Testing

@testable import Storage

@Suite struct PromptTests {
    private func say(
        _ text: String, under prompt: PromptID, by citizen: Citizen, replyingTo parent: CommentID? = nil,
        officially: Bool = false, in town: Town, at now: Timestamp = Town.day(1)
    ) async throws -> CommentID {
        try await town.store.contribute(
            CommentContent(stance: .reply, text: text, parent: parent, isOfficial: officially), under: prompt,
            by: citizen.id, at: now)
    }

    private func prompts(_ town: Town) async throws -> [PromptSummary] {
        let theme = town.theme
        return try await town.look(as: nil) { try $0.prompts(of: theme) }
    }

    private func write(_ lines: String, in town: Town, at day: Double) async throws {
        _ = try await town.store.writeTheme(
            ThemeContent(
                title: [.french: "Prévention"], summary: [.french: "Éviter plutôt que réparer."],
                prompts: lines, firstHue: 40, secondHue: 220), as: "prevention", by: town.mayor.id,
            at: Town.day(day))
    }

    @Test(
        "a line keeps its discussion when it moves or is reworded; one that goes is closed, and opens again")
    func lines() async throws {
        try await Town.live { town in
            try await write("Quel accident avez-vous évité ?\nQui prévenir en premier ?", in: town, at: 1)
            let first = try await prompts(town)
            #expect(
                first.map(\.prompt.text) == ["Quel accident avez-vous évité ?", "Qui prévenir en premier ?"])
            let ana = try await town.citizen("Ana")
            _ = try await say("Une échelle mal calée.", under: first[0].prompt.id, by: ana, in: town)
            try await write(
                "Qui prévenir en premier ?\nQuel accident avez-vous évité de peu ?", in: town, at: 2)
            let second = try await prompts(town)
            #expect(second.map(\.prompt.id) == [first[1].prompt.id, first[0].prompt.id])
            #expect(second[1].prompt.contributionCount == 1)
            try await write("Qui prévenir en premier ?\nQue lisez-vous avant de signer ?", in: town, at: 3)
            let third = try await prompts(town)
            #expect(third.map(\.prompt.contributionCount) == [0, 0])
            #expect(third[1].prompt.id != first[0].prompt.id)
            let id = first[0].prompt.id
            let closed = try await town.look(as: nil) { try $0.promptDetail(id) }
            #expect(closed.prompt.closedAt == Town.day(3))
            #expect(closed.comments.count == 1)
            #expect(
                try await refusal { _ = try await say("Trop tard.", under: id, by: ana, in: town) }
                    == .conflict(.commentsClosed))
            try await write("Quel accident avez-vous évité de peu ?", in: town, at: 4)
            #expect(try await prompts(town).map(\.prompt.id) == [id])
        }
    }

    @Test(
        "people answer each other one level deep; the insurer's word is that of those whose role holds for all"
    )
    func thread() async throws {
        try await Town.live { town in
            let prompt = try #require(try await prompts(town).first).prompt.id
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let local = try await town.official("Locale", .moderator, for: call)
            let moderator = try await town.official("Modératrice", .moderator)
            let first = try await say("J’ai coupé l’eau en partant.", under: prompt, by: ana, in: town)
            let reply = try await say("Et le gaz ?", under: prompt, by: local, replyingTo: first, in: town)
            _ = try await say("Aussi.", under: prompt, by: ana, replyingTo: reply, in: town, at: Town.day(2))
            let detail = try await town.look(as: nil) { try $0.promptDetail(prompt) }
            #expect(detail.comments.map(\.parent) == [nil, first, first])
            #expect(detail.prompt.contributionCount == 3)
            #expect(detail.prompt.latestAt == Town.day(2))
            #expect(
                try await refusal {
                    _ = try await say("Nous répondons.", under: prompt, by: local, officially: true, in: town)
                } == .forbidden(.staffOnly))
            _ = try await say("Nous répondons.", under: prompt, by: moderator, officially: true, in: town)
            // A reply to something that was said elsewhere is a reply to nothing.
            let idea = try await town.idea(by: ana, in: call)
            let elsewhere = try await town.store.addComment(
                CommentContent(stance: .for, text: "Oui."), on: idea, by: local.id, at: Town.day(1))
            #expect(
                try await refusal {
                    _ = try await say("Oui.", under: prompt, by: ana, replyingTo: elsewhere, in: town)
                } == .notFound)
            #expect(try await refusal { _ = try await say("", under: prompt, by: ana, in: town) } != nil)
            #expect(
                try await refusal { _ = try await say("Ici ?", under: PromptID(99), by: ana, in: town) }
                    == .notFound)
        }
    }

    @Test("what is said is found, and told by the theme's feed, as long as it can be read")
    func found() async throws {
        try await Town.live { town in
            let prompt = try #require(try await prompts(town).first).prompt.id
            let theme = town.theme
            let ana = try await town.citizen("Ana")
            let comment = try await say("Un hygromètre dans la cave.", under: prompt, by: ana, in: town)
            func hits() async throws -> Int {
                try await town.look(as: nil) { look in
                    let found = try look.search(SearchQuery("hygrometre")).page.items
                    #expect(found.allSatisfy { $0.prompt?.prompt == prompt && $0.challenge == nil })
                    #expect(try look.feedEvents(matching: SearchQuery("hygrometre")).isEmpty)
                    let told = try look.contributions(in: theme)
                    #expect(told.map(\.comment) == (found.isEmpty ? [] : [comment]))
                    return found.count
                }
            }
            #expect(try await hits() == 1)
            _ = try await town.store.judge(
                [.comment(comment)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(2))
            #expect(try await hits() == 0)
            #expect(try await prompts(town).first?.latest == nil)
            _ = try await town.store.judge([.comment(comment)], .show, by: town.mayor.id, at: Town.day(3))
            #expect(try await hits() == 1)
            try await town.store.withdrawComment(comment, by: ana.id, at: Town.day(4))
            #expect(try await hits() == 0)
            #expect(try await prompts(town).first?.prompt.contributionCount == 0)
        }
    }

    @Test("reports hide, moderators of all judge, authors appeal, passages go, the register says so")
    func moderation() async throws {
        try await Town.live { town in
            let prompt = try #require(try await prompts(town).first).prompt.id
            let ana = try await town.citizen("Ana")
            let local = try await town.official("Locale", .moderator, for: try await town.challenge())
            let moderator = try await town.official("Modératrice", .moderator)
            let comment = try await say("Le 02 61 91 45 12 répare tout.", under: prompt, by: ana, in: town)
            let post = PostID.comment(comment)
            var crowd: [Citizen] = []
            for name in ["Un", "Deux", "Trois"] { crowd.append(try await town.citizen("Voisin\(name)")) }
            for citizen in crowd {
                try await town.store.report(
                    post, for: .advertising, words: "", by: citizen.id, at: Town.day(2))
            }
            let hidden = try await town.look(as: nil) { try $0.promptDetail(prompt) }
            #expect(hidden.comments.isEmpty)
            #expect(try await town.look(as: ana) { try $0.ownHiddenComments() }.count == 1)
            #expect(try await town.look(as: local) { try $0.moderationQueue().items }.isEmpty)
            #expect(try await town.look(as: local) { try $0.moderationCount(limit: 9)?.all } == 0)
            let queue = try await town.look(as: moderator) { try $0.moderationQueue().items }
            #expect(queue.map(\.title) == ["Et vous\u{202F}?"])
            #expect(queue.first?.reports.count == 3)
            #expect(queue.first?.dueAt == Town.day(3))
            #expect(
                try await refusal {
                    _ = try await town.store.judge([post], .show, by: local.id, at: Town.day(2))
                } == .notFound)
            _ = try await town.store.judge(
                [post], .hide(.advertising, note: "Sans le numéro, oui."), by: moderator.id, at: Town.day(2))
            let reports = try await town.look(as: crowd[0]) { try $0.ownReports() }
            #expect(reports.map(\.outcome) == ["hidden"])
            try await town.store.appeal(
                post, words: "Je retire volontiers le numéro.", by: ana.id, at: Town.day(3))
            try await town.store.redact(
                "02 61 91 45 12", as: .phone, in: post, by: moderator.id, at: Town.day(4))
            _ = try await town.store.judge([post], .show, by: moderator.id, at: Town.day(4))
            let shown = try await town.look(as: nil) { try $0.promptDetail(prompt) }
            #expect(shown.comments.first?.text.contains(Redaction.mark) == true)
            #expect(shown.redactions.count == 1)
            let entries = try await town.look(as: nil) { try $0.moderationEntries().items }
            #expect(entries.map(\.kind) == [.restored, .redacted, .hidden, .hiddenByReports])
            // What was read and kept, a crowd cannot have hidden again; nor is it anybody's complaint.
            #expect(
                try await refusal {
                    _ = try await town.store.redirectAsComplaint(
                        post, by: moderator.id, at: Town.day(5),
                        deadlines: ComplaintDeadlines(
                            acknowledgeBefore: Town.day(20), answerBefore: Town.day(60)))
                } == .notFound)
        }
    }

    @Test("followers are counted, and told from ten on")
    func followers() async throws {
        try await Town.live { town in
            let theme = town.theme
            var people: [Citizen] = []
            for number in 0..<10 { people.append(try await town.citizen("Suiveur\(number)")) }
            for citizen in people.dropLast() {
                try await town.store.setFollowing(true, .theme(theme), by: citizen.id, at: Town.day(1))
            }
            #expect(try await town.look(as: nil) { try $0.followerCount(of: theme) } == nil)
            try await town.store.setFollowing(true, .theme(theme), by: people[9].id, at: Town.day(1))
            #expect(try await town.look(as: nil) { try $0.followerCount(of: theme) } == 10)
            try await town.store.deleteAccount(of: people[0].id, at: Town.day(2))
            #expect(try await town.look(as: nil) { try $0.followerCount(of: theme) } == nil)
        }
    }

    @Test("a database of before gets its prompts, and loses nothing")
    func migration() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "essaim-prompts-\(UUID().uuidString).db"
        ).path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let before = Schema.migrations.prefix { $0.name != Migration.prompts.name }
        let old = try Store(path: path, migrations: Array(before))
        try await old.migrate()
        try await old.write { db in
            try db.execute(
                """
                INSERT INTO theme (id, slug, title_fr, title_en, summary_fr, summary_en, prompts, first_hue, second_hue)
                VALUES (1, 'sante', 'Santé', 'Health', '', '', ?, 1, 2)
                """, "Un mot « clair » ?\n\n  Un \"autre\" \\ mot ?\nUn mot « clair » ?")
            try db.execute("INSERT INTO member (id, email_key, language, joined_at) VALUES (1, 'a', 'fr', 0)")
            try db.execute("INSERT INTO theme_follow (member_id, theme_id) VALUES (1, 1)")
        }
        await old.close()
        let new = try Store(path: path, migrations: Array(Schema.migrations))
        try await new.migrate()
        let texts = try await new.look(as: nil, at: Town.day(0)) { try $0.prompts(of: ThemeID(1)) }
        #expect(texts.value.map(\.prompt.text) == ["Un mot « clair » ?", "Un \"autre\" / mot ?"])
        #expect(try await new.read { try $0.one("SELECT follower_count FROM theme") { $0.int(0) } } == 1)
        #expect(try await new.integrityProblems() == [])
        await #expect(throws: StorageFailure.self) {
            try await new.write {
                try $0.execute(
                    "INSERT INTO comment (author_id, stance, text, written_at) VALUES (1, 'reply', 'Rien.', 0)"
                )
            }
        }
        await new.close()
    }
}
