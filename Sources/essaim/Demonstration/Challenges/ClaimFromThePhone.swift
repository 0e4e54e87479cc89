import Domain

/// Declaring damage from the telephone: followed up to the end.
enum ClaimFromThePhone {
    static let challenge = ScriptedChallenge(
        key: "claims", blueprint: .openCall, theme: "habitation",
        title: "Déclarer un sinistre sans perdre pied",
        question: """
            Les pieds dans l’eau, le téléphone à la main : que devrait-il se passer dans les dix minutes ?
            """,
        brief: """
            Déclarer un sinistre demandait trente et une réponses, dont dix-neuf que nous connaissions \
            déjà. On le faisait sur un téléphone, souvent debout, parfois dans le noir. Une déclaration \
            sur quatre était abandonnée en route, puis reprise par téléphone le lendemain.

            ### Ce que nous cherchions

            Ce qui vous aurait aidé dans les dix premières minutes, puis dans les dix premiers jours. Nous \
            demandions aux sociétaires de raconter **ce qu’ils avaient réellement fait**, pas ce qu’ils \
            auraient dû faire ; et aux artisans, aux gardiens et aux voisins, ce qu’ils voyaient en \
            arrivant.

            ### Ce que nous en avons fait

            Six idées sont livrées, deux sont en chantier, une est décidée, deux ont été écartées avec \
            leur raison. La déclaration dure aujourd’hui neuf minutes en moyenne au lieu de vingt-deux, et \
            une sur douze seulement est abandonnée. Chaque idée garde ici son histoire, étape par étape.

            ### Ce que nous ne pouvions pas faire

            Supprimer l’expertise quand les dommages sont graves, ni promettre une indemnité avant d’avoir \
            compris ce qui s’est passé. Nous pouvions dire quand, par qui et pourquoi : c’est ce que nous \
            faisons désormais.
            """,
        rules: [
            "Une idée par message.",
            "Pas de photo de personne ni d’adresse.",
            "Cinq soutiens par personne.",
            "Les gestionnaires de sinistres commentent à visage découvert.",
        ],
        reward: RewardOffer(
            kind: .donation, cents: 100_000,
            nature: "1 000 € versés à l’association choisie par l’auteur de l’idée lauréate"),
        voteQuota: 5,
        answerWithinDays: 45,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 400), to: .before(days: 365)),
            ScriptedPhase(.votes, from: .before(days: 365), to: .before(days: 344)),
            ScriptedPhase(.deliberation, from: .before(days: 344), to: .before(days: 320)),
            ScriptedPhase(.followUp, from: .before(days: 320)),
        ],
        publishedAt: .before(days: 405),
        resultsAt: .before(days: 320),
        ideas: firstIdeas + lastIdeas,
        grants: [
            ScriptedGrant(
                idea: "constat-photo", by: "yves", at: .before(days: 312),
                offer: RewardOffer(
                    kind: .donation, cents: 100_000,
                    nature: "1 000 € à la banque alimentaire choisie par la lauréate"),
                state: .closed, proof: "Virement 2026-0412, reçu de la banque alimentaire au dossier")
        ])
}
