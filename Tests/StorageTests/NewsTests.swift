import Domain
import Testing

@testable import Storage

@Suite struct NewsTests {
    private static func titles(_ list: NewsList) -> [String] {
        list.page.items.map { item in
            let event: FeedEvent
            switch item.told {
            case .contribution(let contribution, _): return "said \(contribution.text)"
            case .message(let message): return "message on \(message.ideaTitle)"
            case .reward(let reward): return "reward \(reward.state)"
            case .event(let found): event = found
            }
            switch event.kind {
            case .challengeAnnounced: return "announced"
            case .phaseOpened(let kind, _, _): return "phase \(kind)"
            case .closingSoon: return "closing"
            case .challengeChanged(_, let kind, _): return "change \(kind)"
            case .ideaSubmitted: return "idea \(event.ideaTitle ?? "")"
            case .commented(_, let stance, let isOfficial):
                return isOfficial ? "official" : "comment \(stance)"
            case .ideaRevised: return "revised \(event.ideaTitle ?? "")"
            case .decided(_, let code): return "decided \(code)"
            case .resultsPublished: return "results"
            case .milestoneDone: return "milestone"
            case .rewarded: return "rewarded"
            case .draftPublished(let version): return "version \(version)"
            case .clarificationAsked: return "question"
            case .clarificationAnswered: return "clarification"
            case .merged: return "merged"
            }
        }
    }

    @Test(
        "what is followed is told by kind, newest first, without one's own acts, and is new until it is read")
    func telling() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let store = town.store
            let review = try await town.challenge(.draftReview, title: "Un projet")
            try await store.setFollowing(true, .challenge(review), by: ana.id, at: Town.day(0.5))
            let idea = try await town.idea("De Bob", by: bob, in: review)
            let own = try await town.idea("D’Ana", by: ana, in: review, at: Town.day(2))
            let comment = try await store.addComment(
                CommentContent(stance: .for, text: "Oui."), on: idea, by: ana.id, at: Town.day(3))
            _ = try await store.addComment(
                CommentContent(stance: .reply, text: "Merci.", parent: comment), on: idea, by: bob.id,
                at: Town.day(4))
            _ = try await store.addComment(
                CommentContent(stance: .for, text: "Nous essayons.", isOfficial: true), on: idea,
                by: town.mayor.id, at: Town.day(5))
            _ = try await store.addComment(
                CommentContent(stance: .question, text: "Quand\u{202F}?"), on: own, by: bob.id,
                at: Town.day(6))
            try await town.decide(.underStudy, own, at: Town.day(7))
            func news(_ kind: NewsKind? = nil, as citizen: Citizen = ana, on day: Double = 8) async throws
                -> NewsList
            {
                try await town.look(as: citizen, at: Town.day(day)) { try $0.news(kind) }
            }
            let all = try await news()
            #expect(
                Self.titles(all) == [
                    "decided underStudy", "comment question", "official", "comment reply", "idea De Bob",
                    "phase ideasAndVotes", "announced",
                ])
            #expect(all.page.items.map(\.isUnread) == [true, true, true, true, true, false, false])
            #expect(all.unreadCount == 5)
            #expect(Self.titles(try await news(.decisions)) == ["decided underStudy"])
            #expect(
                Self.titles(try await news(.replies)) == ["comment question", "official", "comment reply"])
            #expect(Self.titles(try await news(.ideas)) == ["idea De Bob"])
            #expect(Self.titles(try await news(.challenges)) == ["phase ideasAndVotes", "announced"])
            #expect(Self.titles(try await news(.milestones)) == [])
            // Nobody is told what they do not follow; what is one's own is told without following.
            #expect(Self.titles(try await news(as: bob)) == ["official", "comment for"])

            try await store.markNewsRead(until: Town.day(6), by: ana.id, at: Town.day(8))
            try await store.markNewsRead(until: Town.day(5), by: ana.id, at: Town.day(8))
            #expect(try await news().unreadCount == 1)
            #expect(try await news().page.items.map(\.isUnread).prefix(2) == [true, false])
            let seen = try await store.look(as: ana.session, at: Town.day(8)) { _ in () }
            #expect(seen.attention.news == 1)
            #expect(try await store.look(as: nil, at: Town.day(8)) { _ in () }.attention.news == 0)
            // Old things are not new, and then not news.
            #expect(try await news(on: 160).unreadCount == 0)
            #expect(Self.titles(try await news(.decisions, on: 7 + 181)) == [])
        }
    }

    @Test("each way in which news arrive suffices by itself, and whoever has none is told nothing")
    func ways() async throws {
        try await Town.live { town in
            let store = town.store
            let review = try await town.challenge(.draftReview)
            let author = try await town.citizen("Autrice")
            let idea = try await town.idea(by: author, in: review, at: Town.day(1))
            let speaker = try await town.citizen("Bavard")
            let comment = try await store.addComment(
                CommentContent(stance: .for, text: "Oui."), on: idea, by: speaker.id, at: Town.day(2))
            var people = [author, speaker]
            for (name, subject) in [
                ("Ciste", Followed.theme(town.theme)), ("Daphne", .challenge(review)),
                ("Erable", .idea(idea)),
            ] {
                let person = try await town.citizen(name)
                try await store.setFollowing(true, subject, by: person.id, at: Town.day(2))
                people.append(person)
            }
            _ = try await store.addComment(
                CommentContent(stance: .reply, text: "Merci.", parent: comment, isOfficial: true), on: idea,
                by: town.mayor.id, at: Town.day(3))
            _ = try await town.challenge(
                title: "Un autre défi", schedule: Blueprint.openCall.usualSchedule(opening: Town.day(4)))
            for person in people {
                let list = try await town.look(as: person, at: Town.day(6)) { try $0.news() }
                #expect(list.unreadCount > 0, "\(person.pseudonym)")
                #expect(list.unreadCount == list.page.items.count(where: \.isUnread))
            }
            let stranger = try await town.citizen("Fougere")
            #expect(try await town.look(as: stranger, at: Town.day(6)) { try $0.news().unreadCount } == 0)
        }
    }

    @Test("news are what one may see now: uninvited, hidden, unfollowed, deleted, they are gone")
    func scope() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let inner = try await town.challenge(title: "Zqinner", audience: .invited)
            try await AudienceTests.invite(ana, to: inner, in: town)
            try await AudienceTests.invite(bob, to: inner, in: town)
            let store = town.store
            try await store.setFollowing(true, .challenge(inner), by: ana.id, at: Town.day(0))
            try await store.setFollowing(true, .theme(town.theme), by: ana.id, at: Town.day(0))
            let idea = try await town.idea("Zqidea", by: bob, in: inner)
            try await store.setFollowing(true, .idea(idea), by: ana.id, at: Town.day(1))
            func count() async throws -> Int {
                try await town.look(as: ana, at: Town.day(2)) { try $0.news().page.items.count }
            }
            let before = try await count()
            // Once, though three ways lead to it.
            #expect(before == 3)
            try await store.setFollowing(false, .challenge(inner), by: ana.id, at: Town.day(2))
            #expect(try await count() == 2)
            try await store.setFollowing(true, .challenge(inner), by: ana.id, at: Town.day(2))
            _ = try await store.judge(
                [.idea(idea)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(2))
            #expect(try await count() == 2)
            let list = try await town.look(as: town.mayor) { try $0.invitations(to: inner).list }
            for invitation in list {
                try await store.withdrawInvitation(
                    invitation.id, to: inner, by: town.mayor.id, at: Town.day(2))
            }
            #expect(try await count() == 0)
            #expect(try await town.look(as: ana) { try $0.everything() }.showing("Zq") == [])
            #expect(try await store.look(as: ana.session, at: Town.day(2)) { _ in () }.attention.news == 0)
            try await store.deleteAccount(of: ana.id, at: Town.day(3))
            #expect(try await town.number("SELECT count(*) FROM idea_follow") == 0)
            let refused = try await refusal { _ = try await town.look(as: nil) { try $0.news() } }
            #expect(refused == .signInRequired)
        }
    }

    @Test("what is said under a followed theme's prompts is told, and replies to oneself without following")
    func discussions() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let store = town.store
            let prompt = try #require(try await town.look(as: nil) { try $0.openPrompts().first?.prompt.id })
            func say(_ text: String, _ by: Citizen, to parent: CommentID? = nil, on day: Double) async throws
                -> CommentID
            {
                try await store.contribute(
                    CommentContent(stance: .reply, text: text, parent: parent), under: prompt, by: by.id,
                    at: Town.day(day))
            }
            func news(_ citizen: Citizen) async throws -> NewsList {
                try await town.look(as: citizen, at: Town.day(9)) { try $0.news(.replies) }
            }
            let first = try await say("Un détecteur.", ana, on: 1)
            try await store.setFollowing(true, .theme(town.theme), by: bob.id, at: Town.day(2))
            let reply = try await say("Lequel ?", bob, to: first, on: 3)
            _ = try await say("Le mien sonne.", ana, to: first, on: 4)
            #expect(Self.titles(try await news(ana)) == ["said Lequel ?"])
            #expect(Self.titles(try await news(bob)) == ["said Le mien sonne.", "said Un détecteur."])
            #expect(try await news(bob).page.items.map(\.isUnread) == [true, false])
            _ = try await store.judge(
                [.comment(reply)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(5))
            #expect(Self.titles(try await news(ana)) == [])
        }
    }

    @Test("changes of ideas, questions about them and answers, and versions of drafts are told")
    func changes() async throws {
        try await Town.live { town in
            let (ana, bob, eve) = (
                try await town.citizen("Ana"), try await town.citizen("Bob"), try await town.citizen("Eve")
            )
            let store = town.store
            let review = try await town.challenge(.draftReview)
            try await store.setFollowing(true, .challenge(review), by: eve.id, at: Town.day(0.5))
            let idea = try await town.idea("De Bob", by: bob, in: review)
            try await store.setFollowing(true, .idea(idea), by: ana.id, at: Town.day(1))
            for day in [2.0, 3] {
                try await store.editIdea(
                    idea, to: IdeaContent(title: "De Bob", text: "Changée pour la raison \(day), et mieux."),
                    by: bob.id, at: Town.day(day))
            }
            _ = try await store.askAuthors(
                of: idea, "Combien cela coûterait-il par an ?", answerBefore: Town.day(20),
                by: town.mayor.id, at: Town.day(4))
            try await store.clarify(idea, "Cent euros par an, pose comprise.", by: bob.id, at: Town.day(5))
            try await store.publishDraft(
                DraftRevision(
                    text: "La franchise est de 150 euros par an.\n\nLe vol est déclaré sous deux jours.",
                    base: 1,
                    explanations: [.init(old: 0, new: 0): .init(why: "L’année manquait.")]), of: review,
                by: town.mayor.id, at: Town.day(6))
            func news(_ citizen: Citizen) async throws -> [String] {
                Self.titles(try await town.look(as: citizen, at: Town.day(7)) { try $0.news() })
            }
            #expect(try await news(ana) == ["clarification", "question", "revised De Bob"])
            #expect(try await news(bob) == ["question"])
            #expect(
                try await news(eve) == [
                    "version 2", "clarification", "question", "idea De Bob", "phase ideasAndVotes",
                    "announced",
                ])
        }
    }

    @Test("who follows or signs a merged idea is told of the one that stands, and of itself once separated")
    func merged() async throws {
        try await Town.live { town in
            let (ana, bob, cora) = (
                try await town.citizen("Ana"), try await town.citizen("Bob"), try await town.citizen("Cora")
            )
            let store = town.store
            let review = try await town.challenge(.draftReview)
            let (kept, part) = (
                try await town.idea("Gardée", by: ana, in: review),
                try await town.idea("Réunie", by: bob, in: review)
            )
            try await store.setFollowing(true, .idea(part), by: cora.id, at: Town.day(1))
            let comment = try await store.addComment(
                CommentContent(stance: .for, text: "Oui, vraiment."), on: part, by: cora.id, at: Town.day(2))
            let why = "Elles disent la même chose, avec d’autres mots."
            try await store.merge(
                part, into: .address(kept), because: why, by: town.mayor.id, at: Town.day(3))
            _ = try await store.addComment(
                CommentContent(stance: .reply, text: "Merci à tous.", parent: comment), on: kept, by: ana.id,
                at: Town.day(4))
            try await town.decide(.underStudy, kept, at: Town.day(5))
            func news(_ citizen: Citizen) async throws -> [String] {
                Self.titles(try await town.look(as: citizen, at: Town.day(9)) { try $0.news() })
            }
            #expect(try await news(cora) == ["decided underStudy", "comment reply"])
            #expect(try await news(bob) == ["decided underStudy", "comment reply", "comment for"])
            #expect(try await news(ana) == ["decided underStudy", "comment for"])
            try await store.separate(part, because: why, by: town.mayor.id, at: Town.day(6))
            #expect(try await news(bob).contains("decided underStudy") == false)
            #expect(try await news(ana) == ["decided underStudy"])
        }
    }

    @Test("what may be followed: public ideas of others, and not without end")
    func following() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let review = try await town.challenge(.draftReview)
            let idea = try await town.idea(by: bob, in: review)
            func follow(_ citizen: Citizen) async throws -> Refusal? {
                try await refusal {
                    try await town.store.setFollowing(true, .idea(idea), by: citizen.id, at: Town.day(1))
                }
            }
            #expect(try await follow(bob) == .conflict(.followedAnyway))
            #expect(try await follow(ana) == nil)
            #expect(try await follow(ana) == nil)
            #expect(try await town.look(as: ana) { try $0.followedSubjects().ideas.map(\.id) } == [idea])
            try await town.store.write { db in
                for number in 1...Int64(Followed.most) {
                    _ = try db.execute(
                        "INSERT INTO theme (slug, title_fr, title_en, summary_fr, summary_en, prompts, first_hue, second_hue) VALUES (?, '', '', '', '', '', 0, 0)",
                        "t\(number)")
                    _ = try db.execute(
                        "INSERT INTO theme_follow (member_id, theme_id) VALUES (?, (SELECT max(id) FROM theme))",
                        ana.id)
                }
            }
            #expect(
                try await refusal {
                    try await town.store.setFollowing(true, .theme(town.theme), by: ana.id, at: Town.day(1))
                } == .conflict(.followsEnough))
        }
    }

    @Test("the number of new things is as fresh as the page that says it")
    func freshness() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let review = try await town.challenge(.draftReview)
            try await town.store.setFollowing(true, .challenge(review), by: ana.id, at: Town.day(0.5))
            func unread(_ day: Double) async throws -> Int {
                try await town.store.look(as: ana.session, at: Town.day(day)) { _ in () }.attention.news
            }
            #expect(try await unread(1) == 0)
            for count in 1...3 {
                _ = try await town.idea("Idée \(count)", by: bob, in: review)
                #expect(try await unread(1) == count)
                #expect(try await unread(1) == count)
            }
            // A phase opens by itself: no commit says so, but another minute has begun.
            #expect(try await unread(28.01) == 4)
        }
    }
}
