import Domain
import Testing

@testable import Storage

@Suite struct ModerationTests {
    @Test("an idea that waits is seen by its author and the team alone, until it is published")
    func reviewFirst() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(moderation: ModerationRule(reviewWithinHours: 24))
            let author = try await town.citizen("Ana")
            let other = try await town.citizen("Bob")
            let moderator = try await town.official("Modératrice", .moderator, for: challenge)
            let juror = try await town.official("Jurée", .juror, for: challenge)
            let idea = try await town.idea("Un secret bien gardé", by: author, in: challenge)
            for person in [nil, other, juror] {
                let seen = try await town.look(as: person) { try $0.everything() }
                #expect(seen.showing("Un secret bien gardé") == [])
            }
            let before = try await town.look(as: moderator) { try $0.moderationQueue().items }
            #expect(before.map(\.kind) == [.submission])
            #expect(before.first?.dueAt == Town.day(2))
            #expect(try await town.number("SELECT idea_count FROM challenge") == 0)
            _ = try await town.store.judge([.idea(idea)], .show, by: moderator.id, at: Town.day(1))
            #expect(try await town.look(as: nil) { try $0.ideaDetail(idea).idea.visibility } == .public)
            #expect(try await town.number("SELECT idea_count FROM challenge") == 1)
            #expect(try await town.look(as: moderator) { try $0.moderationQueue().items }.isEmpty)
        }
    }

    @Test("an idea that is changed is read again; authors of three accepted ideas are trusted")
    func editedAndTrusted() async throws {
        try await Town.live { town in
            let known = try await town.citizen("Ana")
            let earlier = try await town.challenge(.suggestionBox, title: "Avant")
            for place in 1...3 {
                let idea = try await town.idea("Idée numéro \(place)", by: known, in: earlier)
                try await town.decide(.accepted, idea, at: Town.day(1))
            }
            let challenge = try await town.challenge(
                .suggestionBox, moderation: ModerationRule(reviewWithinHours: 12))
            let trusted = try await town.idea("Une quatrième idée", by: known, in: challenge)
            #expect(try await town.look(as: nil) { try $0.ideaDetail(trusted).idea.visibility } == .public)
            let beginner = try await town.citizen("Bob")
            let idea = try await town.idea("Une première idée", by: beginner, in: challenge)
            _ = try await town.store.judge([.idea(idea)], .show, by: town.mayor.id, at: Town.day(2))
            try await town.store.editIdea(
                idea, to: IdeaContent(title: "Une première idée", text: "Achetez plutôt chez mon cousin."),
                by: beginner.id, at: Town.day(3))
            let visibility = try await town.look(as: beginner) { try $0.ideaDetail(idea).idea.visibility }
            #expect(visibility == .awaitingModeration)
            #expect(
                try await town.number("SELECT count(*) FROM moderation_case WHERE closed_at IS NULL") == 1)
        }
    }

    @Test("enough people's reports hide a post; what was read and kept is not hidden by a crowd again")
    func reports() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.suggestionBox)
            let author = try await town.citizen("Ana")
            let idea = try await town.idea(by: author, in: challenge)
            var crowd: [Citizen] = []
            for name in ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six"] {
                crowd.append(try await town.citizen("Voisin\(name)"))
            }
            func report(_ reporter: Citizen) async throws {
                try await town.store.report(
                    .idea(idea), for: .disrespect, words: "Relisez.", by: reporter.id, at: Town.day(2))
            }
            try await report(crowd[0])
            #expect(
                try await refusal { try await report(crowd[0]) } == .conflict(.alreadyReported))
            #expect(try await refusal { try await report(author) } == .forbidden(.ownPost))
            try await report(crowd[1])
            #expect(try await town.look(as: nil) { try $0.ideaDetail(idea).idea.visibility } == .public)
            try await report(crowd[2])
            let seen = try await town.look(as: crowd[0]) { try $0.everything() }
            #expect(seen.showing("Un détecteur par chambre") == [])
            #expect(try await refusal { try await report(crowd[3]) } == .notFound)
            _ = try await town.store.judge([.idea(idea)], .show, by: town.mayor.id, at: Town.day(3))
            let outcome = try await town.look(as: crowd[1]) { try $0.ownReports().first?.outcome }
            #expect(outcome == "restored")
            for reporter in crowd[3...] { try await report(reporter) }
            #expect(try await town.look(as: nil) { try $0.ideaDetail(idea).idea.visibility } == .public)
            // What was kept is what they read: a text that changed since can be hidden again.
            try await town.store.editIdea(
                idea, to: IdeaContent(title: "Tout autre chose", text: "Des mots que personne n’a relus."),
                by: author.id, at: Town.day(4))
            let last = try await town.citizen("VoisinSept")
            try await report(last)
            #expect(try await refusal { try await report(last) } == .notFound)
        }
    }

    @Test("an author appeals once; the second verdict stands")
    func appeals() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.suggestionBox)
            let author = try await town.citizen("Ana")
            let idea = try await town.idea(by: author, in: challenge)
            func appeal() async throws {
                try await town.store.appeal(
                    .idea(idea), words: "Je ne vois pas ce qui choque.", by: author.id, at: Town.day(3))
            }
            #expect(try await refusal { try await appeal() } == .conflict(.nothingToAppeal))
            let judge = town.mayor.id
            _ = try await town.store.judge(
                [.idea(idea)], .hide(.other, note: "Trop vague."), by: judge, at: Town.day(2))
            try await appeal()
            #expect(try await refusal { try await appeal() } == .conflict(.alreadyAppealed))
            _ = try await town.store.judge(
                [.idea(idea)], .hide(.offTopic, note: ""), by: judge, at: Town.day(4))
            let review = try await town.look(as: author) { try $0.ideaDetail(idea).review }
            #expect(review.lastAct?.kind == .confirmed)
            #expect(try await refusal { try await appeal() } == .conflict(.alreadyAppealed))
            _ = try await town.store.judge([.idea(idea)], .show, by: judge, at: Town.day(5))
            let notes = try await town.look(as: nil) { try $0.everything() }.showing("Trop vague.")
            #expect(notes == [])
        }
    }

    @Test("several posts are judged together; those judged meanwhile are passed over, strangers refused")
    func bulk() async throws {
        try await Town.live { town in
            let rule = ModerationRule(reviewWithinHours: 24)
            let challenge = try await town.challenge(moderation: rule)
            let author = try await town.citizen("Ana")
            let first = try await town.idea("Première", by: author, in: challenge)
            let second = try await town.idea("Deuxième", by: author, in: challenge)
            let elsewhere = try await town.official(
                "Ailleurs", .moderator, for: try await town.challenge(title: "Un autre défi"))
            let judge = town.mayor.id
            _ = try await town.store.judge([.idea(first)], .show, by: judge, at: Town.day(1))
            let judged = try await town.store.judge(
                [.idea(first), .idea(second)], .show, by: judge, at: Town.day(1))
            #expect(judged == 1)
            let stranger = try await refusal {
                _ = try await town.store.judge(
                    [.idea(second)], .hide(.offTopic, note: ""), by: elsewhere.id, at: Town.day(1))
            }
            #expect(stranger == .forbidden(.staffOnly))
            let queue = try await town.look(as: elsewhere) { try $0.moderationQueue().items }
            #expect(queue.isEmpty)
        }
    }

    @Test("a redacted passage is gone from everywhere, and the register does not know it")
    func redaction() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.suggestionBox)
            let author = try await town.citizen("Ana")
            let idea = try await town.store.submitIdea(
                IdeaContent(
                    title: "Appelez le 0261914512", text: "Oui, 0261914512, ou bien 0261914512 encore."),
                in: challenge, by: author.id, at: Town.day(1))
            let moderator = try await town.official("Modératrice", .moderator)
            try await town.store.redact(
                "0261914512", as: .phone, in: .idea(idea), by: moderator.id, at: Town.day(2))
            for person in [nil, author, moderator] {
                #expect(try await town.look(as: person) { try $0.everything() }.showing("0261914512") == [])
            }
            let content = try await town.look(as: nil) { try $0.ideaDetail(idea).idea.content }
            #expect(content.text == "Oui, \(Redaction.mark), ou bien \(Redaction.mark) encore.")
            #expect(
                try await refusal {
                    try await town.store.redact(
                        "absent", as: .phone, in: .idea(idea), by: moderator.id, at: Town.day(2))
                } == .invalid("passage", .notInTheText))
            #expect(
                try await refusal {
                    try await town.store.redact(
                        "Oui", as: .phone, in: .idea(idea), by: author.id, at: Town.day(2))
                } == .notFound)
        }
    }

    @Test("a comment that is taken back or hidden leaves the counts; replies keep their place")
    func comments() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.suggestionBox)
            let idea = try await town.idea(by: try await town.citizen("Ana"), in: challenge)
            let speaker = try await town.citizen("Bob")
            let other = try await town.citizen("Chloé")
            func say(_ text: String, by citizen: Citizen, to parent: CommentID? = nil) async throws
                -> CommentID
            {
                try await town.store.addComment(
                    CommentContent(stance: .for, text: text, parent: parent), on: idea, by: citizen.id,
                    at: Town.day(2))
            }
            let answered = try await say("Une parole qui sera regrettée", by: speaker)
            _ = try await say("Une réponse", by: other, to: answered)
            let rude = try await say("Un mot de trop", by: speaker)
            #expect(
                try await refusal {
                    try await town.store.withdrawComment(answered, by: other.id, at: Town.day(2))
                } == .forbidden(.authorOnly))
            try await town.store.withdrawComment(answered, by: speaker.id, at: Town.day(2))
            _ = try await town.store.judge(
                [.comment(rude)], .hide(.disrespect, note: ""), by: town.mayor.id, at: Town.day(2))
            let seen = try await town.look(as: other) { try $0.ideaDetail(idea) }
            #expect(seen.idea.commentCount == 1)
            #expect(seen.comments.map(\.text) == ["", "Une réponse"])
            #expect(seen.comments.first?.author == nil)
            let everything = try await town.look(as: other) { try $0.everything() }
            #expect(everything.showing("Un mot de trop") == [])
            #expect(everything.showing("regrettée") == [])
            let own = try await town.look(as: speaker) { try $0.ideaDetail(idea).comments.map(\.text) }
            #expect(own.contains("Un mot de trop"))
            _ = try await town.store.judge([.comment(rude)], .show, by: town.mayor.id, at: Town.day(3))
            #expect(try await town.number("SELECT comment_count FROM idea") == 2)
        }
    }

    @Test("supports of a hidden idea are free for others, and count again when it is back")
    func quota() async throws {
        try await Town.live { town in
            let challenge = try await town.challenge(.suggestionBox, quota: 1)
            let author = try await town.citizen("Ana")
            let voter = try await town.citizen("Bob")
            let first = try await town.idea("Première idée", by: author, in: challenge)
            let second = try await town.idea("Deuxième idée", by: author, in: challenge)
            try await town.store.castVote(on: first, by: voter.id, at: Town.day(2))
            _ = try await town.store.judge(
                [.idea(first)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(3))
            try await town.store.castVote(on: second, by: voter.id, at: Town.day(3))
            _ = try await town.store.judge([.idea(first)], .show, by: town.mayor.id, at: Town.day(4))
            #expect(try await town.number("SELECT sum(support_count) FROM idea") == 2)
        }
    }
}
