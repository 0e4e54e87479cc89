import Domain

/// After the storm: for those whose home is insured in Brittany.
enum AfterTheStorm {
    static let challenge = ScriptedChallenge(
        key: "storm", blueprint: .openCall, theme: "habitation",
        segment: Segment(products: ["Habitation"], regions: ["Bretagne"]),
        title: "Après la tempête, les trois premiers jours",
        question: "Qu’est-ce qui vous a manqué, chez vous, dans les trois jours qui ont suivi la tempête ?",
        brief: """
            La tempête de novembre a touché **2 300 logements** que nous assurons en Bretagne. Les premiers \
            dossiers sont réglés ; ceux qui l’ont vécue savent mieux que nous ce qui a manqué avant.

            ### Ce que nous cherchons

            Un geste, un numéro, une bâche, un voisin : ce qui aurait changé ces trois jours. Une idée par \
            manque, avec ce que vous avez fait à la place.

            ### Ce que nous en ferons

            Ce qui peut être prêt avant l’hiver prochain le sera, agence par agence.

            Ce défi n’est montré qu’aux personnes qui assurent chez nous un logement en Bretagne.
            """,
        rules: ["Pas d’adresse ni de nom d’artisan.", "Trois soutiens par personne."],
        voteQuota: 3, answerWithinDays: 20,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 6), to: .after(days: 15)),
            ScriptedPhase(.votes, from: .after(days: 15), to: .after(days: 25)),
            ScriptedPhase(.deliberation, from: .after(days: 25), to: .after(days: 35)),
            ScriptedPhase(.followUp, from: .after(days: 35)),
        ],
        publishedAt: .before(days: 7),
        ideas: [
            ScriptedIdea(
                key: "baches", author: "plume", at: .before(days: 5, hours: 3),
                title: "Des bâches en dépôt dans chaque mairie",
                text: """
                    Le samedi matin, plus une bâche à trente kilomètres. Un voisin a ouvert son hangar. Si \
                    l’assureur en laissait vingt dans chaque mairie, avec des sangles et un mode d’emploi, \
                    on couvrirait le toit le jour même et l’eau ne ferait pas le reste.
                    """,
                comments: [
                    ScriptedComment(
                        by: "pervenche", at: .before(days: 4, hours: 20), stance: .for,
                        text:
                            "Chez nous c’est la deuxième pluie qui a fait tomber le plafond, pas la tempête."),
                    ScriptedComment(
                        by: "claire", at: .before(days: 3, hours: 4), stance: .question,
                        text: """
                            Qui monterait sur le toit ? Nous ne voulons pas d’un accident de plus : \
                            dites-nous comment cela s’est passé chez vous.
                            """),
                ]),
            ScriptedIdea(
                key: "numero", author: "hirondelle", at: .before(days: 4, hours: 9),
                title: "Un numéro qui marche sans réseau mobile",
                text: """
                    Deux jours sans antenne. Le téléphone fixe de la voisine marchait encore, mais l’appli \
                    ne répond pas à un fixe. Un vrai numéro, affiché à l’agence et au verso du contrat.
                    """,
                comments: [
                    ScriptedComment(
                        by: "gaston", at: .before(days: 3, hours: 16), stance: .for,
                        text: "Et quelqu’un au bout, même pour dire que ce sera long.")
                ]),
            ScriptedIdea(
                key: "congelateur", author: "pervenche", at: .before(days: 2, hours: 7),
                title: "Dire tout de suite ce qu’il faut photographier",
                text: """
                    J’ai vidé le congélateur et jeté les tuiles avant de savoir qu’il fallait des photos. \
                    Un message, le jour même, avec cinq photos à prendre : personne n’oublierait.
                    """),
        ])
}
