import Domain
import Storage

extension SampleStory {
    /// What came up for moderation, and two complaints.
    func playModeration(_ places: inout SamplePlaces) async throws {
        let moderator = try member(.moderator)
        places.ownComment = try await comment(
            .question, "Et dans une location, qui le pose ?", by: .member, places, -2)
        places.reportedIdea = try await idea(
            "Un plombier à moitié prix", "Le mien répond au 02 61 91 45 12, dites que vous venez de moi.",
            by: .newcomer, in: places.open, on: -2)
        try await store.report(
            .idea(places.reportedIdea), for: .advertising, words: "C’est son beau-frère.",
            by: member(.neighbour), at: day(-1))
        places.hiddenIdea = try await idea(
            "Arrêter tout cela", "Personne ne lit ces idées, et vous le savez très bien.",
            by: .neighbour, in: places.open, on: -4)
        _ = try await store.judge(
            [.idea(places.hiddenIdea)],
            .hide(.disrespect, note: "Dites-nous plutôt ce qui vous a déçu : nous publierons ce texte-là."),
            by: moderator, at: day(-3))
        let zone = "Europe/Paris"
        places.complaint = try await store.complain(
            IdeaContent(
                title: "Mon dossier n’avance pas", text: "Trois courriers depuis janvier, et aucune réponse."),
            in: places.open, by: member(.member), at: day(-2),
            deadlines: try ComplaintDeadlines(receivedAt: day(-2), timeZone: zone))
        let old = try await store.complain(
            IdeaContent(
                title: "Deux fois la même échéance", text: "Janvier a été prélevé deux fois, le 5 et le 12."),
            in: places.open, by: member(.neighbour), at: day(-9),
            deadlines: try ComplaintDeadlines(receivedAt: day(-70), timeZone: zone))
        try await store.advanceComplaint(old, to: .acknowledged, by: moderator, at: day(-8))
        let rude = try await comment(
            .against, "Il faut n’avoir jamais tenu une clé pour proposer cela.", by: .newcomer, places, -2)
        _ = try await store.judge(
            [.comment(rude)], .hide(.disrespect, note: ""), by: moderator, at: day(-1))
        try await store.appeal(
            .comment(rude), words: "C’était une plaisanterie entre gens du métier.", by: member(.newcomer),
            at: SampleTown.present - .hours(5))
    }

    /// What people say under the first prompt, and what the insurer answers.
    func playPrompt(_ places: SamplePlaces) async throws {
        func say(_ text: String, by person: SamplePerson, to parent: CommentID? = nil, on count: Int64)
            async throws
            -> CommentID
        {
            try await store.contribute(
                CommentContent(stance: .reply, text: text, parent: parent, isOfficial: person == .moderator),
                under: places.prompt, by: try member(person), at: day(count))
        }
        let first = try await say(
            "Un robinet d’arrêt que l’on atteint sans déplacer la machine.", by: .neighbour, on: -6)
        _ = try await say("Le nôtre est encore derrière les bocaux.", by: .newcomer, to: first, on: -5)
        _ = try await say(
            "Nous prenons en charge ce déplacement après un sinistre, sur simple photo.", by: .moderator,
            to: first, on: -4)
        _ = try await say("Plus rien de précieux à moins de dix centimètres du sol.", by: .member, on: -1)
    }
}
