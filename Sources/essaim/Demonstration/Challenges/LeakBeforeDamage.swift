import Domain

/// Finding slow leaks: a contest with sealed solutions.
enum LeakBeforeDamage {
    static let challenge = ScriptedChallenge(
        key: "leak", blueprint: .contest, theme: "habitation",
        title: "Entendre la fuite avant le dégât",
        question: """
            Comment signaler une fuite d’eau lente, chez un particulier, pour moins de 60 € posés et sans \
            observer ses habitudes ?
            """,
        brief: """
            Les fuites lentes font 22 % de nos dégâts des eaux et 41 % de leur coût. Entre la première \
            goutte et la tache au plafond, il s’écoule dix-neuf jours en médiane. C’est ce délai que nous \
            voulons réduire.

            ### Le cahier des charges

            - **Débit à détecter** : 0,5 litre par minute en moins de 48 heures, dans un logement de 20 à \
            150 m², collectif ou individuel.
            - **Fausses alertes** : moins d’une par logement et par an.
            - **Coût complet** : 60 € posé en série de mille, ou une raison solide de dépasser.
            - **Durée** : trois ans sans entretien par l’occupant.
            - **Vie privée** : la solution ne doit pas permettre de savoir quand les habitants se lèvent, \
            se lavent ou s’absentent. Une solution sans aucune donnée est préférée à performance égale.

            ### Qui peut répondre

            Tout le monde : laboratoire, artisan, indépendant, entreprise, sociétaire dans son garage. \
            Aucun chiffre d’affaires n’est demandé. Vos propositions restent **scellées** : les autres \
            candidats ne les voient pas, et le jury les lit sans savoir qui les a écrites.

            ### Ce que nous en ferons

            Le jury entend trois finalistes. Le lauréat reçoit le prix et un essai payé sur 2 000 foyers \
            volontaires, mesuré par un tiers. Votre invention reste à vous ; nous demandons douze mois de \
            priorité, rien de plus.

            ### Ce que nous ne pourrons pas faire

            Financer un brevet, garantir une commande, ni communiquer de données de sinistres qui \
            désignent un foyer.
            """,
        rules: [
            "Trois pages au plus, sans nom ni logo dans le texte.",
            """
            Des mesures, même modestes : combien de logements, combien de jours, quelles erreurs.
            """,
            "Dites ce que vous ne savez pas faire.",
            "Un juré lié à un candidat se récuse, et la récusation est publiée.",
            "Plusieurs propositions par candidat sont admises.",
        ],
        reward: RewardOffer(
            kind: .prize, cents: 1_500_000,
            nature: "15 000 € et un essai payé sur 2 000 foyers pour la solution lauréate"),
        answerWithinDays: 45,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 20), to: .after(days: 24)),
            ScriptedPhase(.deliberation, from: .after(days: 24), to: .after(days: 52)),
            ScriptedPhase(.followUp, from: .after(days: 52)),
        ],
        publishedAt: .before(days: 24),
        particulars: Particulars(
            criteria: """
                - Ce que la solution détecte, mesuré (40 %)
                - Fausses alertes (20 %)
                - Coût complet, posée et entretenue (20 %)
                - Données demandées : aucune vaut mieux que peu (20 %)
                """,
            deliverables: """
                - Trois pages au plus, sans nom ni logo.
                - Des mesures, même modestes : combien de logements, combien de jours, quelles erreurs.
                - Ce que la solution ne sait pas faire.
                """),
        ideas: ideas)
}
