import Domain
import Storage

extension SampleStory {
    /// An idea that two people sign, rewritten while people vote, and one about which the insurer asks something.
    func playTogether(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        let box = try await store.launchChallenge(
            ChallengeContent(
                blueprint: .suggestionBox, theme: theme, title: "La boîte à idées",
                question: "Qu’est-ce qui vous simplifierait la vie, et que personne ne vous demande ?",
                brief: "Une boîte ouverte toute l’année : chaque idée est lue, et reçoit sa réponse.",
                rules: "- Une idée par dépôt.", reward: nil, voteQuota: nil, answerWithinDays: 60,
                schedule: Schedule([Phase(kind: .ideasAndVotes, opensAt: day(-40), closesAt: nil)])),
            by: member(.manager), at: day(-44))
        try await store.publishChallenge(box, by: member(.manager), at: day(-43))
        places.sharedIdea = try await idea(
            "Prévenir avant la grêle",
            "Un message la veille, quand la grêle est probable.\n\nChacun choisit comment on le prévient.",
            by: .member, in: box, on: -30)
        try await store.castVote(on: places.sharedIdea, by: member(.juror), at: day(-28))
        try await store.inviteCoAuthor("Ajonc", to: places.sharedIdea, by: member(.member), at: day(-27))
        try await store.joinAuthors(of: places.sharedIdea, by: member(.neighbour), at: day(-26))
        try await store.editIdea(
            places.sharedIdea,
            to: IdeaContent(
                title: "Prévenir à temps avant la grêle",
                text:
                    "Un message six heures avant, quand la grêle est très probable.\n\nChacun choisit comment on le prévient.\n\nLes garages couverts du quartier ouvrent leurs portes."
            ), by: member(.neighbour), at: day(-20))
        try await store.proposeShares(
            [member(.member): 60, member(.neighbour): 40], of: places.sharedIdea, by: member(.neighbour),
            at: day(-19))
        try await store.inviteCoAuthor("Léon", to: places.sharedIdea, by: member(.member), at: day(-2))
        places.askedIdea = try await idea(
            "Un seul numéro pour tout", "Le même numéro pour l’auto, la maison et la santé.", by: .member,
            in: box, on: -12)
        try await store.askAuthors(
            of: places.askedIdea,
            "Faut-il qu’une même personne réponde à tout, ou qu’une personne vous **oriente** ?",
            answerBefore: day(5), by: member(.manager), at: day(-6))
        places.mergedIdea = try await idea(
            "Un numéro unique", "Un seul numéro à retenir, quel que soit le contrat.", by: .newcomer, in: box,
            on: -11)
        _ = try await store.addComment(
            CommentContent(stance: .for, text: "J’en ai quatre dans mon carnet."), on: places.mergedIdea,
            by: member(.juror), at: day(-10))
        try await store.merge(
            places.mergedIdea, into: .address(places.askedIdea),
            because: "Un même numéro pour tous les contrats : vos deux textes se complètent.",
            by: member(.manager), at: day(-7))
    }
}
