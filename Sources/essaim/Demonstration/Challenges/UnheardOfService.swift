import Domain

/// A service that nobody offered yet: open to votes.
enum UnheardOfService {
    static let challenge = ScriptedChallenge(
        key: "service", blueprint: .openCall, theme: "habitation",
        title: "Trouver un service inédit",
        question: """
            Quel service personne ne vous a jamais proposé, et que votre mutuelle serait bien placée pour \
            rendre ?
            """,
        brief: """
            Une assurance, on la paie toute l’année et on la rencontre les mauvais jours. Entre les deux, \
            il ne se passe rien. Nous croyons qu’une mutuelle de 212 000 personnes, avec ses artisans, ses \
            voisins et ses vingt-six agences, pourrait servir à quelque chose **avant** le sinistre.

            ### Ce que nous cherchons

            Un service qui n’existe pas encore, ou qui existe ailleurs et manque ici. Il peut tenir dans \
            un téléphone, dans une camionnette ou dans une feuille de papier. Il peut être payant ou \
            gratuit, pour tous ou pour quelques-uns. Dites-nous simplement à qui il servirait, à quel \
            moment, et pourquoi ce serait à nous de le faire.

            ### Ce que nous en ferons

            Le comité (trois sociétaires tirés au sort, trois salariés, un artisan) étudiera les dix idées \
            les plus soutenues. L’une d’elles au moins sera essayée pendant six mois dans une agence \
            volontaire, avec un budget de 60 000 €. L’essai sera raconté ici, réussi ou non.

            ### Ce que nous ne pourrons pas faire

            Vendre vos données, vous suivre sans votre accord, ou faire payer plus cher ceux qui \
            n’utilisent pas le service. Nous ne remplacerons pas non plus les secours, le médecin ni le \
            notaire.

            Les soutiens restent cachés jusqu’à la fin du vote, pour que chacun lise avant de suivre.
            """,
        rules: [
            "L’idée doit pouvoir s’essayer en six mois.",
            "Pas de démarchage : une idée qui vend les produits de son auteur sera écartée.",
            "Cinq soutiens par personne, que vous pouvez déplacer jusqu’à la fin du vote.",
            "Les doublons sont réunis avec l’accord des auteurs, et les soutiens s’ajoutent.",
            "Les commentaires restent ouverts pendant le vote.",
        ],
        reward: RewardOffer(
            kind: .prize, cents: 200_000,
            nature: "2 000 € à l’idée lauréate, et une place au comité qui construira le service"),
        voteQuota: 5,
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 36), to: .before(days: 9)),
            ScriptedPhase(.votes, from: .before(days: 9), to: .after(days: 6)),
            ScriptedPhase(.deliberation, from: .after(days: 6), to: .after(days: 20)),
            ScriptedPhase(.followUp, from: .after(days: 20)),
        ],
        move: ScriptedMove(
            at: .before(days: 16),
            before: [
                ScriptedPhase(.ideas, from: .before(days: 36), to: .before(days: 15)),
                ScriptedPhase(.votes, from: .before(days: 15), to: .before(days: 1)),
                ScriptedPhase(.deliberation, from: .before(days: 1), to: .after(days: 13)),
                ScriptedPhase(.followUp, from: .after(days: 13)),
            ],
            reason: """
                Les vacances scolaires ont commencé pendant la phase d’idées, et plusieurs d’entre vous nous ont \
                demandé quelques jours de plus. Le vote est décalé d’autant, et rallongé d’un jour.
                """),
        publishedAt: .before(days: 40),
        ideas: firstIdeas + lastIdeas)
}
