import Domain
import Site
import Storage

/// The rules of the challenges that have them in full: those in which there is something to win.
enum DemonstrationRegulations {
    /// By the key of the challenge.
    static let all: [String: RegulationContent] = [
        "service": content(
            criteria: """
                - Utilité pour les assurés
                - Nouveauté par rapport à ce qui existe
                - Possibilité de l’essayer dans l’année
                """,
            jury: """
                Le vote des participants désigne les dix premières idées ; un jury de cinq personnes, dont deux assurés tirés \
                au sort et une designer extérieure, choisit parmi elles.
                """,
            prizes:
                "La place au comité n’a pas de valeur marchande ; les frais de voyage sont remboursés sur justificatifs."
        ),
        "leak": content(
            criteria: """
                - Ce que la solution détecte, mesuré (40 %)
                - Fausses alertes (20 %)
                - Coût complet, posée et entretenue (20 %)
                - Données demandées (20 %)
                """,
            jury: "Cinq experts, dont deux extérieurs, qui jugent sans connaître les auteurs.",
            prizes: """
                L’essai payé fait l’objet d’un contrat séparé, où la priorité de douze mois annoncée est convenue ; son prix \
                s’ajoute à la dotation.
                """),
    ]

    private static func content(
        criteria: String, jury: String, prizes: String, property: RegulationContent.Property = .assessment
    ) -> RegulationContent {
        RegulationContent(
            organiser:
                "\(DemonstrationInsurer.name), société d’assurance mutuelle imaginaire, 1 cours des Lices, Valbourg",
            entrants: """
                Toute personne majeure, assurée ou non, qui réside en France, outre-mer compris. Les mineurs participent avec \
                l’accord de leurs parents.
                """,
            criteria: criteria, jury: jury, prizes: prizes, contact: DemonstrationInsurer.complaintsEmail,
            retentionMonths: 12, property: property)
    }
}

extension DemonstrationSeeding {
    /// The deed about the idea that was built, as its author signed it.
    func drawUpDeed() async throws {
        try await store.drawUp(
            Deed(
                rights: [
                    Deed.Grant(
                        .reproduction,
                        extent: "Les écrans et les textes du guide, sur tout support numérique."),
                    Deed.Grant(
                        .adaptation, extent: "Toute évolution du guide, pour tout type de sinistre matériel."),
                ],
                purpose:
                    "Guider, photo par photo, la déclaration d’un sinistre dans l’application de l’assureur.",
                place: .france, years: 5, isExclusive: false,
                price: "Une somme de 1 500 €, qui s’ajoute au don annoncé."),
            about: try idea("claims/constat-photo"), by: try employee { $0.manages(nil) },
            at: now - .days(300))
    }

    /// Writes the rules of a challenge before it opens, if it has them in full.
    func regulate(_ script: ScriptedChallenge, by manager: MemberID, at: Timestamp) async throws {
        guard let writer, let content = DemonstrationRegulations.all[script.key] else { return }
        let id = try challenge(script.key)
        let found = try await store.regulationToWrite(of: id, for: manager, at: at)
        try await store.writeRegulation(
            content, texts: writer.texts(content, found), of: id, by: manager, at: at)
    }

    /// Accepts the rules of a challenge, as everybody does before they submit their first idea there.
    func acceptRules(of challenge: ChallengeID, by member: MemberID, at: Timestamp) async throws {
        guard writer != nil, try await store.hasRegulation(challenge) else { return }
        try await store.acceptRegulation(1, in: .french, of: challenge, by: member, at: at)
    }
}
