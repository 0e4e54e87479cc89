import Domain
import Testing

@testable import Storage

@Suite struct NewsTests {
    private static func titles(_ list: NewsList) -> [String] {
        list.page.items.map { item in
            switch item.event.kind {
            case .challengeAnnounced: "announced"
            case .phaseOpened(let kind, _, _): "phase \(kind)"
            case .closingSoon: "closing"
            case .challengeChanged(_, let kind, _): "change \(kind)"
            case .ideaSubmitted: "idea \(item.event.ideaTitle ?? "")"
            case .commented(_, let stance, let isOfficial): isOfficial ? "official" : "comment \(stance)"
            case .decided(_, let code): "decided \(code)"
            case .resultsPublished: "results"
            case .milestoneDone: "milestone"
            case .draftPublished(let version): "version \(version)"
            case .clarificationAsked: "question"
            case .clarificationAnswered: "clarification"
            case .merged: "merged"
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
