import Domain

/// An envelope for prevention near people's homes: shared out by equal shares, results published.
enum NeighbourhoodEnvelope {
    static let challenge = ScriptedChallenge(
        key: "envelope", blueprint: .openCall, theme: "prevention",
        title: "50 000 euros pour la prévention près de chez vous",
        question: "Quelles actions financer cette année, et lesquelles attendront ?",
        brief: """
            Chaque année, une part de vos cotisations va à des actions de prévention. Cette année, **vous \
            avez décidé de son partage** : 50 000 euros, des projets chiffrés par nos équipes, et pour chaque \
            votant la même part.

            ### Ce que nous en faisons

            Ce qui a été financé est engagé. Ce qui ne l’a pas été garde son dossier, et revient l’an prochain \
            avec vos remarques.
            """,
        rules: [
            "Chaque projet est chiffré avant le vote.",
            "Choisissez tous les projets que vous voulez voir financés.",
            "L’enveloppe est partagée entre les votants, à parts égales.",
        ],
        reward: nil,
        way: .equalShares(envelope: 5_000_000),
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 84), to: .before(days: 58)),
            ScriptedPhase(.votes, from: .before(days: 58), to: .before(days: 44)),
            ScriptedPhase(.deliberation, from: .before(days: 44), to: .before(days: 28)),
            ScriptedPhase(.followUp, from: .after(days: 24)),
        ],
        publishedAt: .before(days: 85),
        resultsAt: .before(days: 28),
        ideas: [
            idea(
                "detecteurs", "jardin", 82, 74, 1_200_000,
                "Deux mille détecteurs d’eau chez les plus exposés",
                "On sait quelles rues prennent l’eau. Un détecteur posé, expliqué, suivi un an.",
                .planned, "Financé par le vote : les premières poses ont lieu à l’automne, rue par rue."),
            idea(
                "velo-ecoles", "roue", 80, 66, 900_000, "Le vélo en sécurité dans douze écoles",
                "Un moniteur, dix séances, et les parents invités à la dernière.",
                .planned, "Financé par le vote : douze écoles sont retenues, la liste sera publiée ici."),
            idea(
                "gestes", "fatou", 77, 61, 600_000, "Les gestes qui sauvent, dans chaque agence",
                "Une heure, gratuite, un samedi par mois. Sans inscription compliquée.",
                .planned, "Financé par le vote : une séance par mois dans chaque agence dès septembre."),
            idea(
                "simulateur", "volt", 74, 40, 3_200_000, "Un simulateur de conduite itinérant",
                "Une remorque, un écran, la pluie et la nuit. Les jeunes y font la queue.",
                .rejected,
                "Le vote ne l’a pas financé : à lui seul il prendrait les deux tiers de l’enveloppe. Il revient l’an prochain."
            ),
            idea(
                "haies", "courgette", 71, 57, 750_000, "Replanter les haies qui freinent le vent",
                "Nos serres et nos toits s’en souviennent. Une haie, c’est dix ans de tempêtes en moins.",
                .planned, "Financé par le vote : trois communes sont prêtes à planter cet hiver."),
            idea(
                "lampes", "lanterne", 68, 49, 450_000, "Éclairer les derniers mètres",
                "Du portail à la porte : c’est là qu’on tombe. Une lampe solaire, posée avec le facteur.",
                .planned, "Financé par le vote : les premières lampes se posent cet hiver, avec les facteurs."
            ),
            idea(
                "expo", "plume", 65, 28, 1_200_000, "Une exposition sur les incendies domestiques",
                "Des objets brûlés, des histoires vraies, dans les gares.",
                .rejected,
                "Le vote ne l’a pas financée, et d’autres l’ont déjà : nous leur prêterons nos objets."),
        ])

    private static func idea(
        _ key: String, _ author: String, _ day: Int, _ liked: Int, _ cents: Int64, _ title: String,
        _ text: String, _ code: Decision.Code, _ reason: String
    ) -> ScriptedIdea {
        ScriptedIdea(
            key: key, author: author, at: .before(days: day, hours: 5), supports: liked, cost: cents,
            title: title, text: text,
            decisions: [
                ScriptedDecision(code, by: "claire", at: .before(days: 29), isSecret: true, reason: reason)
            ])
    }
}
