import Domain

extension SuggestionBox {
    static let lastIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "pas-repondu", author: "olivier", at: .before(days: 13, hours: 4, minutes: 38), supports: 7,
            title: "Publier la liste de ce que vous n’avez pas fait",
            text: """
                Vous montrez vos réussites. Montrez aussi les promesses en retard, avec la raison. Je vous \
                croirai davantage.
                """,
            comments: [
                ScriptedComment(
                    by: "benoit", at: .before(days: 12, hours: 16, minutes: 49), stance: .for,
                    text: "Moi aussi, et ce n’est pas mon habitude."),
                ScriptedComment(
                    by: "gaston", at: .before(days: 11, hours: 22, minutes: 42), stance: .for,
                    text: "Une page triste, mais utile."),
            ]),
        ScriptedIdea(
            key: "parrainage-voisins", author: "pinceau", at: .before(days: 6, hours: 14, minutes: 57),
            supports: 5,
            title: "Une remise quand on amène un voisin",
            text: "Trente euros chacun, comme chez le fournisseur d’électricité.",
            comments: [
                ScriptedComment(
                    by: "tilleul", at: .before(days: 6, hours: 6, minutes: 35), stance: .against,
                    text: """
                        Je préfère qu’on vienne parce que c’est bien. Et trente euros, quelqu’un les paie.
                        """),
                ScriptedComment(
                    by: "tom", at: .before(days: 5, hours: 18, minutes: 13), stance: .for,
                    text: "Trente euros, c’est trente euros."),
            ]),
        ScriptedIdea(
            key: "bois-de-chauffe", author: "plateau", at: .before(hours: 5, minutes: 24),
            visibility: .awaitingModeration,
            title: "Assurer le tas de bois",
            text: """
                On m’a volé six stères dans la nuit. Ce n’est ni dans la maison ni dans le jardin au sens \
                du contrat : c’est « contre le mur ». Précisez ce que veut dire dehors.
                """),
    ]
}
