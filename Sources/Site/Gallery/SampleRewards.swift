import Domain
import Storage

extension Sample {
    /// The register of rewards, the budget of a challenge, what a winner sees.
    static let rewards: [Sample] = [
        Sample("rewards-index") { _ in "/rewards" },
        Sample("rewards-index-officer", .rewardOfficer) { _ in "/rewards" },
        Sample("rewards-grant", .rewardOfficer) { "/desk/ideas/\($0.unrewardedIdea)/reward" },
        Sample("rewards-grant-refused", .rewardOfficer, form: [("rewardAmount", "beaucoup")]) {
            "/desk/ideas/\($0.unrewardedIdea)/reward"
        },
        Sample("rewards-register", .rewardOfficer) { _ in "/desk/rewards" },
        Sample("rewards-show", .rewardOfficer) { "/desk/rewards/\($0.reward)" },
        Sample("rewards-show-proposed", .rewardOfficer) { "/desk/rewards/\($0.proposedReward)" },
        Sample("rewards-show-delivered", .administrator) { "/desk/rewards/\($0.deliveredReward)" },
        Sample(
            "rewards-show-refused", .rewardOfficer, form: [("state", "refused"), ("reason", "Non.")]
        ) { "/desk/rewards/\($0.proposedReward)" },
        Sample("rewards-budget", .rewardOfficer) { "/desk/challenges/\($0.done)/rewards" },
        Sample("rewards-budget-division", .manager) { "/desk/challenges/\($0.rewarded)/rewards" },
        Sample("rewards-budget-draft", .manager) { "/desk/challenges/\($0.draftWithBudget)/rewards" },
        Sample(
            "rewards-budget-refused", .manager,
            form: [("act", "plan"), ("weights", "20, 50"), ("claimDays", "5")]
        ) { "/desk/challenges/\($0.draftWithBudget)/rewards" },
        Sample("regulation-show", .manager) { "/challenges/\($0.rewarded)/regulation" },
        Sample("regulation-show-old") { "/challenges/\($0.rewarded)/regulation?version=1" },
        Sample("regulation-form", .manager) { "/desk/challenges/\($0.open)/regulation" },
        Sample("regulation-form-refused", .manager, form: [("organiser", "Nous")]) {
            "/desk/challenges/\($0.open)/regulation"
        },
        Sample("regulation-deed", .neighbour) { "/ideas/\($0.deededIdea)/deed" },
        Sample("regulation-deed-form", .manager) { "/desk/ideas/\($0.deededIdea)/deed" },
        Sample("regulation-deed-form-refused", .manager, form: [("place", "france")]) {
            "/desk/ideas/\($0.deededIdea)/deed"
        },
        Sample("rewards-own", .neighbour) { _ in "/account/rewards" },
        Sample("rewards-own-none", .newcomer) { _ in "/account/rewards" },
        Sample("rewards-statement", .neighbour) { _ in "/account/statements/2026" },
    ]
}

extension SampleStory {
    /// A challenge with two winners whose prizes wait to be divided, one whose budget is not set aside, and a reward
    /// in each state that matters.
    func playRewards(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        let manager = try member(.manager)
        places.rewarded = try await challenge(
            "Rouler moins, rouler mieux", theme, opening: -60,
            question: "Qu’est-ce qui vous ferait laisser la voiture un jour par semaine ?")
        places.draftWithBudget = try await challenge(
            "Protéger les vélos", theme, opening: 3,
            question: "Que faut-il à votre vélo pour dormir dehors ?",
            isPublished: false)
        try await playRegulation(of: places.rewarded)
        for (title, person) in [
            ("Un abonnement de train au kilomètre", SamplePerson.neighbour),
            ("Un vélo prêté pendant la réparation", .newcomer),
        ] {
            let idea = try await idea(
                title, "\(title)\u{A0}: un essai de trois mois suffit à changer d’habitude.", by: person,
                in: places.rewarded, on: -59)
            try await store.decide(
                .winner, reason: "Nous l’essayons dès cet été.", publicly: false, on: idea, by: manager,
                at: day(-25))
            if person == .neighbour { places.deededIdea = idea }
        }
        try await store.publishResults(of: places.rewarded, by: manager, at: day(-24))
        try await store.drawUp(
            Deed(
                rights: [
                    Deed.Grant(.reproduction, extent: "Tout support numérique, sans limite de nombre"),
                    Deed.Grant(.adaptation, extent: "Toute évolution du service d’abonnement"),
                ], purpose: "Proposer un abonnement de train au kilomètre aux assurés.", place: .europe,
                years: 5, isExclusive: false, price: "500 euros, en plus du prix"),
            about: places.deededIdea, by: manager, at: day(-20))
        for (title, state) in [
            ("Un casier à chaque gare", Reward.State.delivered), ("Une station de gonflage", .proposed),
        ] {
            let call = try await challenge(
                title, theme, opening: -70, question: "Où laisseriez-vous votre vélo l’esprit tranquille ?")
            let idea = try await idea(
                title, "\(title), ouverte à toute heure et gardée.", by: .neighbour, in: call, on: -69)
            try await store.decide(
                .winner, reason: "Les deux premières ouvrent en mai.", publicly: false, on: idea, by: manager,
                at: day(-30))
            try await store.publishResults(of: call, by: manager, at: day(-29))
            let made = try await reward(
                RewardOffer(kind: .prize, cents: 20_000, nature: "Une bourse de 200 euros"), for: idea,
                until: state, from: -9)
            if state == .proposed { places.proposedReward = made } else { places.deliveredReward = made }
        }
    }

    /// Two versions of its rules, which everybody accepts who submits there.
    private func playRegulation(of challenge: ChallengeID) async throws {
        for (criteria, date) in [
            ("L’utilité et la clarté.", Int64(-64)), ("L’utilité d’abord, puis la clarté.", -62),
        ] {
            try await store.writeRegulation(
                RegulationContent(
                    organiser: "Mutuelle des Tilleuls, 1 cours des Lices, Valbourg",
                    entrants: "Toute personne majeure qui réside en France.", criteria: criteria,
                    jury: "Trois personnes, dont une de l’extérieur.", prizes: "",
                    contact: "dpo@tilleuls.example", retentionMonths: 12),
                texts: [
                    .french:
                        "## Article 1. Organisateur\n\nLa Mutuelle des Tilleuls.\n\n## Article 2. Critères\n\n\(criteria)",
                    .english:
                        "## Article 1. Organiser\n\nMutuelle des Tilleuls.\n\n## Article 2. Criteria\n\n\(criteria)",
                ], of: challenge, by: try member(.manager), at: day(date))
        }
        for person in [SamplePerson.neighbour, .newcomer] {
            try await store.acceptRegulation(
                2, in: .french, of: challenge, by: try member(person), at: day(-59))
        }
    }

    /// A reward that a manager proposed, as far as `last`.
    func reward(_ offer: RewardOffer, for idea: IdeaID, until last: Reward.State, from date: Int64)
        async throws -> RewardID
    {
        let manager = try member(.manager)
        let proposed = try await store.proposeReward(offer, for: idea, by: manager, at: day(date))
        guard let reward = proposed.first else { throw Refusal.notFound }
        let officer = try member(.rewardOfficer)
        for state in [Reward.State.approved, .notified, .delivered] where last != .proposed {
            try await store.advanceReward(
                reward, by: RewardStep(to: state, note: state == .delivered ? "Virement 2026-118" : ""),
                member: officer, at: day(date + 1))
            if state == last { break }
        }
        return reward
    }
}
