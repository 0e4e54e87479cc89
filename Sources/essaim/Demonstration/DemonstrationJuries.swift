import Domain
import Storage

/// The jury of a challenge: by what it judges, who sits in it, and how its members score.
struct ScriptedJury: Sendable {
    /// The key of the challenge.
    let challenge: String
    let rulesAt: Moment
    let rules: JuryRules
    /// Nil as long as nobody sits.
    var bench: Bench?

    /// Those who sit, and what they say.
    struct Bench: Sendable {
        let seatedAt: Moment
        let scoredAt: Moment
        let jurors: [Juror]
        /// How good each idea is, by its key: 1 to 10; 5 for those that are missing.
        let worth: [String: Int]
        /// What a manager says of an idea, by its key.
        var remarks: [(idea: String, text: String)] = []
    }

    struct Juror: Sendable {
        let person: String
        /// How many points they give more than others.
        var leniency = 0
        /// How many of their ideas they have scored, in hundredths.
        var share = 100
        /// Why they stand aside for the first idea that they do not share with all others.
        var aside: String?
        /// What they say of the first idea that they scored.
        var remark: String?
    }

    enum Step: Sendable {
        case rules, seat, score
    }

    /// Its acts.
    var scenes: [Scene] {
        let name = "\(challenge), jury"
        return [Scene(at: rulesAt, name: name, act: .jury(self, .rules))]
            + (bench.map {
                [
                    Scene(at: $0.seatedAt, name: name, act: .jury(self, .seat)),
                    Scene(at: $0.scoredAt, name: name, act: .jury(self, .score)),
                ]
            } ?? [])
    }
}

/// A jury whose results are out, two under deliberation, and one whose criteria are announced.
enum DemonstrationJuries {
    static let all: [ScriptedJury] = [
        ScriptedJury(
            challenge: "refunds", rulesAt: .before(days: 96),
            rules: rules(service, SelectionChain(shortlist: 6, choices: 1, wildCards: 1)),
            bench: .init(
                seatedAt: .before(days: 73), scoredAt: .before(days: 60),
                jurors: [
                    .init(person: "annesophie"), .init(person: "samia", leniency: 1),
                    .init(
                        person: "paulhenri", leniency: -1,
                        aside: "J’ai conçu l’essai de 2019 dont cette idée reprend la maquette."),
                    .init(person: "hugo"),
                ],
                worth: [
                    "trois-lignes": 9, "avant-pas-apres": 6, "mots-simples": 8, "delais-affiches": 7,
                    "ecouter-son-decompte": 5, "total-annuel": 4,
                ])),
        ScriptedJury(
            challenge: "carers", rulesAt: .before(days: 36),
            rules: rules(service, SelectionChain(shortlist: 8, choices: 1, wildCards: 0)),
            bench: .init(
                seatedAt: .before(days: 12), scoredAt: .before(days: 2),
                jurors: [
                    .init(person: "annesophie", share: 60),
                    .init(
                        person: "samia", leniency: 1,
                        remark: "Je suis prête à revoir ma note si quelqu’un connaît le coût réel."),
                    .init(person: "paulhenri", leniency: -1, share: 80),
                    .init(
                        person: "nathalie", share: 100,
                        aside: "Mon service a travaillé avec l’auteur l’an dernier."),
                ],
                worth: [
                    "repit-dimanche": 9, "carte-aidant": 6, "conge-complement": 5, "classeur-urgence": 8,
                    "groupe-parole": 4, "telealarme-discrete": 6, "formation-gestes": 7, "transport-rdv": 7,
                ],
                remarks: [
                    (
                        "repit-dimanche",
                        "Le service prévention peut tenir cinquante dimanches la première année ; au-delà, il faudra un partenaire."
                    )
                ])),
        ScriptedJury(
            challenge: "walls", rulesAt: .before(days: 62),
            rules: rules(proof, SelectionChain(shortlist: nil, choices: 1, wildCards: 0)),
            bench: .init(
                seatedAt: .before(days: 8), scoredAt: .before(days: 1),
                jurors: [
                    .init(person: "annesophie", share: 40), .init(person: "samia", leniency: 1),
                    .init(person: "paulhenri", leniency: -1),
                    .init(person: "nathalie", share: 70),
                ],
                worth: ["papier": 8, "bain": 7, "lame": 5, "radar": 9, "planche": 6],
                remarks: [
                    ("radar", "Le prix annoncé suppose deux cents appareils : demander un devis ferme.")
                ])),
        ScriptedJury(
            challenge: "leak", rulesAt: .before(days: 25),
            rules: rules(proof, SelectionChain(shortlist: nil, choices: 1, wildCards: 0))),
    ]

    private static func rules(_ criteria: [JuryRules.Criterion], _ chain: SelectionChain) -> JuryRules {
        JuryRules(criteria: criteria, jurorsPerIdea: 3, sharedIdeas: 2, chain: chain)
    }

    private static let service: [JuryRules.Criterion] = [
        .init(
            name: "Ce que cela change", weight: 40, lowest: "Rien, pour personne",
            middle: "Un peu, pour quelques-uns", highest: "Beaucoup, pour beaucoup de gens"),
        .init(
            name: "Ce que cela demande", weight: 30, lowest: "Nous ne saurions pas par où commencer",
            middle: "En un an, à plusieurs", highest: "Avant l’été, avec ce que nous avons"),
        .init(
            name: "Justesse", weight: 30, lowest: "Ne profite qu’à ceux qui vont déjà bien",
            middle: "Profite à tous également", highest: "Profite d’abord à ceux qui en ont le plus besoin"),
    ]

    private static let proof: [JuryRules.Criterion] = [
        .init(
            name: "Ce qui est mesuré", weight: 40, lowest: "Une promesse, aucun essai",
            middle: "Des essais chez soi ou au laboratoire",
            highest: "Des mesures dans des logements habités, erreurs comprises"),
        .init(
            name: "Coût complet", weight: 30, lowest: "Hors de portée d’un foyer",
            middle: "Tenable avec une aide", highest: "Moins de 60 €, posé"),
        .init(
            name: "Données demandées", weight: 30, lowest: "Observe les habitudes des occupants",
            middle: "Garde peu de données, effacées vite", highest: "Ne demande aucune donnée"),
    ]
}

extension DemonstrationSeeding {
    func play(_ jury: ScriptedJury, _ step: ScriptedJury.Step) async throws {
        let challenge = try challenge(jury.challenge)
        let manager = try employee { $0.manages(nil) }
        switch (step, jury.bench) {
        case (.rules, _):
            try await store.setJuryRules(
                jury.rules, of: challenge, by: manager, at: jury.rulesAt.timestamp(from: now))
        case (.seat, let bench?):
            try await store.seatJury(
                Set(try bench.jurors.map { try member($0.person) }), in: challenge, by: manager,
                at: bench.seatedAt.timestamp(from: now))
        case (.score, let bench?):
            for (place, juror) in bench.jurors.enumerated() {
                try await score(juror, place, bench, jury, by: manager)
            }
            for (idea, text) in bench.remarks {
                try await store.remark(
                    text, on: try self.idea(jury.challenge + "/" + idea), by: manager,
                    at: bench.scoredAt.timestamp(from: now))
            }
        case (.seat, nil), (.score, nil): break
        }
    }

    /// Scores a juror's ideas, give or take a point, which falls the same each time.
    private func score(
        _ juror: ScriptedJury.Juror, _ place: Int, _ bench: ScriptedJury.Bench, _ jury: ScriptedJury,
        by manager: MemberID
    ) async throws {
        let person = try member(juror.person)
        let at = bench.scoredAt.timestamp(from: now)
        let challenge = try challenge(jury.challenge)
        let worths = Dictionary(
            try bench.worth.map { (try idea(jury.challenge + "/" + $0.key), $0.value) }
        ) { first, _ in first }
        var cards = try await store.dealtIdeas(to: person, in: challenge)
        if let reason = juror.aside, let own = cards.first(where: { !$0.isShared }) {
            try await store.standAside(from: own.idea, because: reason, by: person, at: at)
            cards.removeAll { $0.idea == own.idea }
        }
        let done = cards.count * juror.share / 100
        for (turn, card) in cards.enumerated() where turn <= done {
            let scores = jury.rules.criteria.indices.map { criterion -> Int? in
                // The last one is only begun.
                guard turn < done || criterion == 0 else { return nil }
                let chance = Int(Fingerprint(of: "\(card.idea) \(place) \(criterion)").bytes[0]) % 3 - 1
                return min(10, max(1, (worths[card.idea] ?? 5) + juror.leniency + chance))
            }
            let note = turn == 0 ? "À relire avant la séance : les chiffres sont-ils ceux d’un tiers ?" : ""
            try await store.castScores(scores, note: note, on: card.idea, by: person, at: at)
        }
        if let remark = juror.remark, done > 0 {
            try await store.remark(remark, on: cards[0].idea, by: person, at: at)
        }
    }
}
