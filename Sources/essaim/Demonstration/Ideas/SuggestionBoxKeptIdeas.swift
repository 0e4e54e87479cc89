import Domain

extension SuggestionBox {
    /// Ideas of one person: one that is kept, one that was and is no longer.
    static let keptIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "aimant-numeros", author: "pervenche", at: .before(days: 168, hours: 5, minutes: 12),
            title: "Un aimant avec les trois numéros",
            text: """
                Sur la porte du réfrigérateur, un aimant : le numéro d’urgence, celui de mon contrat, et un petit plan \
                pour dessiner où se trouve le robinet d’arrêt. Quand l’eau coule, on ne cherche pas une application.
                """,
            decisions: [
                ScriptedDecision(
                    .accepted, by: "paulhenri", at: .before(days: 150, minutes: 20),
                    reason: """
                        L’aimant part avec les cartes de sociétaire. Le plan du robinet s’y dessine à la main : c’est \
                        ce qui le rend utile.
                        """)
            ]),
        ScriptedIdea(
            key: "echelle-agence", author: "pervenche", at: .before(days: 138, hours: 7, minutes: 40),
            title: "Une échelle à emprunter à l’agence",
            text: """
                Les gouttières débordent parce que personne n’a d’échelle assez longue. L’agence du quartier en \
                garderait une, que l’on réserve comme un livre à la bibliothèque.
                """,
            decisions: [
                ScriptedDecision(
                    .accepted, by: "paulhenri", at: .before(days: 120, hours: 2),
                    reason: """
                        Nous essayons dans deux agences, avec une garantie pour la personne qui emprunte.
                        """),
                ScriptedDecision(
                    .rejected, by: "paulhenri", at: .before(days: 96, hours: 1),
                    reason: """
                        Les deux agences n’ont pas de local fermé assez long : après un mois, nous arrêtons l’essai, et \
                        nous le disons. Ailleurs, l’idée reste bonne.
                        """),
            ]),
    ]
}
