import Domain
import Storage

extension SampleStory {
    /// Votes by grades, by tokens and by pairs, and an envelope that was shared out.
    func playBallots(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        let opinions: [(SamplePerson, [Int])] = [(.newcomer, [5, 3, 1]), (.juror, [4, 4, 0])]
        (places.graded, places.gradedIdea) = try await vote(
            "Des trajets plus sûrs", theme, opening: -18, way: .majorityJudgment)
        (places.tokens, _) = try await vote(
            "Par quoi commencer", theme, opening: -17, way: .tokens(count: 5, cap: 3))
        (places.compared, _) = try await vote("Ce qui compte le plus", theme, opening: -16, way: .pairwise)
        let (funded, first) = try await vote(
            "Partager une enveloppe", theme, opening: -58, way: .equalShares(envelope: 500_000))
        places.funded = funded
        let ideas = (0..<3).map { IdeaID(first.rawValue + Int64($0)) }
        try await store.setCosts(
            [ideas[0]: 240_000, ideas[1]: 200_000, ideas[2]: 400_000], in: funded, by: member(.manager),
            at: day(-50))
        for (person, marks) in opinions {
            let graded = (0..<3).map { IdeaID(places.gradedIdea.rawValue + Int64($0)) }
            try await store.castMarks(
                Dictionary(uniqueKeysWithValues: zip(graded, marks.map(Optional.some))), in: places.graded,
                by: member(person), at: day(-2))
            try await store.castMarks(
                Dictionary(uniqueKeysWithValues: zip(ideas, marks.map { Optional.some($0 > 2 ? 1 : 0) })),
                in: funded, by: member(person), at: day(-40))
        }
        for idea in ideas {
            try await store.decide(
                .accepted, reason: "Le vote en décide, et nous nous y tenons.", publicly: false, on: idea,
                by: member(.manager), at: day(-24))
        }
        try await store.publishResults(of: funded, by: member(.manager), at: day(-22))
    }

    /// A challenge that decides in this way, and the first of its three ideas, which are the neighbour's.
    func vote(
        _ title: String, _ theme: ThemeID, opening: Int64, way: DecidingWay
    ) async throws -> (ChallengeID, IdeaID) {
        let challenge = try await challenge(
            title, theme, opening: opening, question: "Qu’est-ce qui vous aiderait vraiment, au quotidien ?",
            way: way)
        var first: IdeaID?
        for (title, text) in [
            ("Un éclairage qui suit les pas", "Il s’allume quand on arrive, et s’éteint derrière vous."),
            ("Une ligne d’écoute le soir", "Quelqu’un répond de 20 h à minuit, sans menu ni musique."),
            ("Un carnet d’entretien partagé", "Ce qui a été fait, par qui, quand : le suivant sait."),
        ] {
            let number = try await idea(title, text, by: .neighbour, in: challenge, on: opening + 2)
            first = first ?? number
        }
        guard let first else { throw Refusal.notFound }
        return (challenge, first)
    }
}
