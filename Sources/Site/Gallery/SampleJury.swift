import Domain
import Storage

extension SampleStory {
    private static let rules = JuryRules(
        criteria: [
            .init(
                name: "Ce qui est mesuré", weight: 60, lowest: "Une promesse, aucun essai",
                middle: "Des essais au laboratoire", highest: "Des mesures dans des logements habités"),
            .init(name: "Coût posé", weight: 40, lowest: "Hors de portée", highest: "Moins de 60 €"),
        ], jurorsPerIdea: 3, sharedIdeas: 1, chain: SelectionChain(shortlist: nil, choices: 1, wildCards: 0))

    /// Says by what the jury of a contest judges, and seats four people once its solutions are there.
    func seatJury(of contest: ChallengeID, opening: Int64) async throws {
        try await store.setJuryRules(
            Self.rules, of: contest, by: member(.manager), at: day(opening + 1))
        let jurors: [SamplePerson] = [.juror, .moderator, .rewardOfficer, .administrator]
        for person in jurors where person != .juror {
            try await store.giveRole(
                .juror, for: contest, to: member(person), by: member(.administrator), at: day(opening + 1))
        }
        try await store.seatJury(
            Set(try jurors.map { try member($0) }), in: contest, by: member(.manager), at: day(opening + 31))
    }

    /// Scores what was dealt to somebody, save the last so many.
    func score(_ contest: ChallengeID, by person: SamplePerson, leaving: Int = 0, on date: Int64) async throws
    {
        let cards = try await store.dealtIdeas(to: member(person), in: contest)
        for (place, card) in cards.dropLast(leaving).enumerated() {
            try await store.castScores(
                [9 - place * 2, 5 + place], note: place == 0 ? "À relire avant la séance." : "",
                on: card.idea, by: member(person), at: day(date))
        }
    }

    /// A contest whose jury sits: one score waits, somebody stands aside, something is said.
    func playJury(_ judged: ChallengeID, _ places: inout SamplePlaces) async throws {
        for (person, title) in [
            (SamplePerson.member, "Un flotteur qui sonne"), (.neighbour, "Une corde qui rétrécit"),
            (.newcomer, "Deux miroirs et une lampe"),
        ] {
            places.judgedIdea = try await store.submitIdea(
                IdeaContent(title: title, text: "\(title) : six logements, deux mois, une erreur."),
                in: judged, agreeing: true, by: member(person), at: day(-30))
        }
        try await seatJury(of: judged, opening: -40)
        try await score(judged, by: .moderator, on: -2)
        try await score(judged, by: .juror, leaving: 1, on: -2)
        let dealt = try await store.dealtIdeas(to: member(.juror), in: judged)
        places.scoredIdea = dealt.first?.idea ?? places.judgedIdea
        places.openCard = dealt.last?.idea ?? places.judgedIdea
        let aside = try await store.dealtIdeas(to: member(.rewardOfficer), in: judged)
        if let idea = aside.first?.idea {
            try await store.standAside(
                from: idea, because: "Je connais son auteur.", by: member(.rewardOfficer), at: day(-2))
            places.judgedIdea = idea
        }
        try await store.remark(
            "Demander un devis ferme avant de conclure.", on: places.scoredIdea, by: member(.manager),
            at: day(-1))
        places.judged = judged
    }
}
