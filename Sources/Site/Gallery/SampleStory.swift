import Domain
import Storage

/// What happened on the gallery's platform until its present: a challenge in each state, ideas with all that can come
/// of them. Everything is done by the store's acts.
struct SampleStory: Sendable {
    let store: Store
    let members: [SamplePerson: MemberID]

    func day(_ count: Int64) -> Timestamp { SampleTown.present + .days(count) }

    func member(_ person: SamplePerson) throws(Refusal) -> MemberID {
        guard let member = members[person] else { throw .notFound }
        return member
    }

    /// Plays the story. Throws what an act throws.
    func play() async throws -> SamplePlaces {
        var places = SamplePlaces()
        places.theme = "prevention"
        let prevention = try await store.addTheme(
            slug: "prevention", title: [.french: "Prévention", .english: "Prevention"],
            summary: [
                .french: "Éviter plutôt que réparer, chez soi comme en chemin.",
                .english: "Avoid rather than repair, at home and on the way.",
            ], prompts: "Qu’avez-vous changé chez vous après un incident ?\nQui vous a bien conseillé ?",
            hues: (85, 45))
        let mobility = try await store.addTheme(
            slug: "mobilite", title: [.french: "Mobilité", .english: "Mobility"],
            summary: [
                .french: "Se déplacer, à pied, à vélo, ensemble.",
                .english: "Getting about, together or alone.",
            ], prompts: "Comment allez-vous au travail ?", hues: (220, 190))
        places.community = "artisans"
        let community = try await store.addCommunity(
            slug: "artisans", name: "Les artisans du bocage", summary: "Entre ateliers, on se connaît.",
            charter: "On parle **métier**, on ne vend rien, on ne nomme personne.", joinCode: "RABOT")
        for (person, name) in [(SamplePerson.member, "La menuisière"), (.neighbour, "Le zingueur")] {
            try await store.join(
                community, code: "RABOT", as: name, member: member(person), at: day(-80))
        }
        try await playFunds(of: community, &places)
        try await store.setDailyCap(to: 30, by: member(.administrator), at: day(-80))
        try await playOpen(prevention, &places)
        try await playVote(mobility, &places)
        try await store.commitDraw(
            of: places.voting, winners: 2, source: "Numéros du Loto du samedi 4 avril 2026",
            seed: "galerie-0123456789-abcdefghijklmnop", by: member(.manager), at: day(-3))
        try await playStudy(prevention, &places)
        try await playResults(mobility, &places)
        try await playEffects(&places)
        try await playRewards(mobility, &places)
        try await playBallots(mobility, &places)
        try await playIntegrity(mobility, &places)
        try await playModeration(&places)
        try await playContests(prevention, &places)
        places.review = try await playDraft(prevention)
        try await playTogether(mobility, &places)
        try await playPrompt(places)
        try await playParticulars(
            in: try await challenge(
                "Quand la rivière monte", prevention, opening: -9,
                question: "Comment garder l’eau dehors, ou s’en remettre vite ?"), &places)
        places.toCome = try await challenge(
            "À vélo toute l’année", prevention, opening: 5,
            question: "Qu’est-ce qui vous ferait garder le vélo en hiver ?")
        places.draft = try await challenge(
            "Préparer sa retraite à deux", prevention, opening: 12,
            question: "Que voudriez-vous savoir dix ans avant ?", isPublished: false)
        places.suspended = try await challenge(
            "Louer sans souci", mobility, opening: -8, question: "Qu’est-ce qui vous retient de prêter ?")
        try await store.suspendChallenge(
            places.suspended, reason: "Nous vérifions un point du règlement avec l’association partenaire.",
            by: member(.manager), at: day(-1))
        places.cancelled = try await challenge(
            "Un chantier partagé", mobility, opening: -7, question: "Comment s’entraider sur un chantier ?")
        try await store.cancelChallenge(
            places.cancelled, reason: "La question était mal posée : nous la reprendrons avec vous.",
            by: member(.manager), at: day(-1))
        places.archived = try await challenge(
            "Le constat en une photo", mobility, opening: -90, question: "Qu’est-ce qui vous ralentit ?")
        try await store.publishResults(of: places.archived, by: member(.manager), at: day(-50))
        try await store.archiveChallenge(places.archived, by: member(.manager), at: day(-2))
        _ = try await challenge(
            "Un atelier sans accident", prevention, opening: -6,
            question: "Quel geste vous a évité le pire ?", audience: .community(community))
        try await playReserved(prevention, &places)
        try await playPoints(prevention, &places)
        try await followSome(places)
        return places
    }

    private func playOpen(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        places.open = try await challenge(
            "Éviter les dégâts des eaux", theme, opening: -10,
            question: "Comment éviter qu’une fuite ne devienne un sinistre ?")
        places.discussedIdea = try await idea(
            "Un détecteur sous chaque évier",
            "Un petit détecteur prévient **dès les premières gouttes**, chez soi ou au loin.\n\n- pas d’abonnement ;\n- une pile pour dix ans ;\n- posé par soi-même.",
            by: .neighbour, in: places.open, on: -8)
        places.ownIdea = try await idea(
            "Apprendre à couper l’eau",
            "Un autocollant près du compteur, et une visite d’une heure à la remise des clés.",
            by: .member, in: places.open, on: -3)
        let question = try await comment(
            .question, "Et sur un réseau ancien, cela tient-il ?", by: .member, places, -7)
        _ = try await comment(.reply, "Oui, le mien a trente ans.", by: .neighbour, places, -6, to: question)
        _ = try await comment(
            .for, "Le nôtre a sonné à 3 h du matin : le plafond d’en dessous est intact.", by: .newcomer,
            places, -5)
        _ = try await comment(
            .against, "Encore une pile à changer, donc encore un objet qui ne servira plus.", by: .member,
            places, -4)
        _ = try await comment(
            .reply, "Nous en avons essayé quatre modèles ; le résultat sera publié ici.", by: .manager,
            places, -2, isOfficial: true)
        try await store.decide(
            .underStudy, reason: "Nous demandons à notre service prévention ce que coûterait un essai.",
            publicly: true, on: places.discussedIdea, by: member(.manager), at: day(-2))
        _ = try await store.saveDraft(
            IdeaContent(title: "Une vanne qui se ferme seule", text: "J’ai vu chez un voisin"),
            in: places.open,
            by: member(.newcomer), at: day(-1))
    }

    private func playVote(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        places.voting = try await challenge(
            "Les premiers kilomètres", theme, opening: -18,
            question: "Comment aider les jeunes conducteurs sans les surveiller ?")
        places.votedIdea = try await idea(
            "Un bilan au bout de mille kilomètres",
            "Une heure avec un moniteur, trois mois après le permis, offerte.",
            by: .neighbour, in: places.voting, on: -16)
        _ = try await idea(
            "S’entraîner à remplir un constat", "Un exercice en ligne avec trois accrochages inventés.",
            by: .newcomer,
            in: places.voting, on: -15)
        _ = try await idea(
            "Prêter une voiture sûre", "Pour les cent premiers trajets, à prix coûtant.", by: .member,
            in: places.voting, on: -14)
        try await store.castVote(on: places.votedIdea, by: member(.member), at: day(-3))
    }

    private func playStudy(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        places.studied = try await challenge(
            "Aider celles et ceux qui aident", theme, opening: -35,
            question: "De quoi un proche aidant a-t-il besoin la première semaine ?")
        places.waitingIdea = try await idea(
            "Une nuit de relais par mois", "Quelqu’un de formé vient de 21 h à 7 h, une fois par mois.",
            by: .member, in: places.studied, on: -30)
        let prepared = try await idea(
            "Un classeur unique",
            "Ordonnances, contacts, contrats : un seul classeur, fourni vide et expliqué.",
            by: .neighbour, in: places.studied, on: -29)
        for voter in [SamplePerson.neighbour, .newcomer] {
            try await store.castVote(on: places.waitingIdea, by: member(voter), at: day(-12))
        }
        try await store.decide(
            .accepted, reason: "Simple, utile dès demain : l’imprimeur est choisi.", publicly: false,
            on: prepared,
            by: member(.manager), at: day(-1))
    }

    private func playResults(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        places.done = try await challenge(
            "Trouver un service inédit", theme, opening: -60,
            question: "Quel service n’existe nulle part et vous manque ?")
        places.winningIdea = try await idea(
            "La panne sans attente", "Un garage du coin, prévenu par nous, vient avec la bonne pièce.",
            by: .member,
            in: places.done, on: -55)
        places.unrewardedIdea = try await idea(
            "Le colis gardé par le voisin", "Un réseau de voisins volontaires, assurés pour cela.",
            by: .neighbour,
            in: places.done, on: -54)
        let other = try await idea(
            "Un drone pour chaque toit", "Il passe deux fois par an et photographie les tuiles.",
            by: .newcomer,
            in: places.done, on: -53)
        for (voter, ideas) in [
            (SamplePerson.newcomer, [places.winningIdea, places.unrewardedIdea]),
            (.juror, [places.winningIdea]), (.neighbour, [places.winningIdea]),
        ] {
            for idea in ideas { try await store.castVote(on: idea, by: member(voter), at: day(-38)) }
        }
        let manager = try member(.manager)
        for (idea, code, reason) in [
            (
                places.winningIdea, Decision.Code.winner,
                "Trois garages sont prêts : nous commençons en mai, avec vous."
            ),
            (
                places.unrewardedIdea, .winner,
                "Le contrat qui couvre le voisin est écrit ; il ne coûtera rien."
            ),
            (other, .rejected, "Survoler les voisins demande un accord de chacun : nous y renonçons."),
        ] {
            try await store.decide(code, reason: reason, publicly: false, on: idea, by: manager, at: day(-22))
        }
        try await store.writeMessages(
            AuthorMessages(
                chosen: "Vous avez pensé au voisin avant vous : nous vous appelons cette semaine.",
                others: "Merci d’avoir écrit. Votre idée a été lue, et elle a changé notre façon d’en parler."
            ),
            toAuthorsOf: places.done, by: manager, at: day(-21))
        try await store.publishResults(of: places.done, by: manager, at: day(-20))
        try await store.follow(
            places.winningIdea,
            as: FollowUpContent(
                team: "Assistance automobile",
                milestones: [
                    .init(
                        id: nil, title: "Trois garages signent la charte", plannedFor: day(-10),
                        doneAt: day(-11),
                        note: "À Laval, Mayenne et Craon."),
                    .init(
                        id: nil, title: "Premier dépannage d’essai", plannedFor: day(-2), doneAt: nil,
                        note: ""),
                    .init(id: nil, title: "Ouverture à tous", plannedFor: day(60), doneAt: nil, note: ""),
                ]), by: manager, at: day(-10))
        places.reward = try await reward(
            RewardOffer(kind: .prize, cents: 30_000, nature: "Une bourse de 300 euros"),
            for: places.winningIdea, until: .notified, from: -19)
    }

    /// A challenge of twelve days of ideas, twelve of votes, twelve of study.
    func challenge(
        _ title: String, _ theme: ThemeID, opening: Int64, question: String, audience: Audience = .everybody,
        way: DecidingWay = .approval, isPublished: Bool = true
    ) async throws -> ChallengeID {
        let manager = try member(.manager)
        let opens = day(opening)
        let stages: [(Phase.Kind, Int64)] = [(.ideas, 0), (.votes, 12), (.deliberation, 24)]
        var phases = stages.map {
            Phase(kind: $0.0, opensAt: opens + .days($0.1), closesAt: opens + .days($0.1 + 12))
        }
        phases.append(Phase(kind: .followUp, opensAt: opens + .days(36), closesAt: nil))
        let id = try await store.launchChallenge(
            ChallengeContent(
                blueprint: .openCall, theme: theme, audience: audience, title: title, question: question,
                brief:
                    "Nous cherchons des gestes **simples** et des services utiles.\n\nCe que vous écrivez est lu par l’équipe, puis essayé.",
                rules: "- Une idée par dépôt.\n- Rien qui nomme une personne.",
                reward: RewardOffer(kind: .prize, cents: 50_000, nature: "Une bourse de 500 euros"),
                voteQuota: way == .approval ? 3 : nil, way: way, answerWithinDays: 15,
                schedule: Schedule(phases)),
            by: manager, at: day(min(opening - 4, -4)))
        if isPublished {
            try await store.reserveBudget(of: id, by: manager, at: day(min(opening - 3, -3)))
            try await store.publishChallenge(id, by: manager, at: day(min(opening - 3, -3)))
        }
        return id
    }

    func idea(
        _ title: String, _ text: String, by person: SamplePerson, in challenge: ChallengeID, on date: Int64
    ) async throws -> IdeaID {
        try await store.submitIdea(
            IdeaContent(title: title, text: text), in: challenge, by: member(person), at: day(date))
    }

    func comment(
        _ stance: Comment.Stance, _ text: String, by person: SamplePerson, _ places: SamplePlaces,
        _ date: Int64,
        to parent: CommentID? = nil, isOfficial: Bool = false
    ) async throws -> CommentID {
        try await store.addComment(
            CommentContent(stance: stance, text: text, parent: parent, isOfficial: isOfficial),
            on: places.discussedIdea, by: member(person), at: day(date))
    }
}
