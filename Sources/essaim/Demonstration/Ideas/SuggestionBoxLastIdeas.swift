import Domain

extension SuggestionBox {
    static let lastIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "deuil-numero", author: "laine", at: .before(days: 41, hours: 18, minutes: 44), supports: 29,
            title: "Un seul appel quand quelqu’un meurt",
            text: """
                J’ai appelé cinq services en racontant cinq fois. À la fin je le disais comme on donne un \
                code postal. Un seul appel, une seule personne, qui s’occupe de prévenir les autres : \
                auto, maison, santé, prévoyance.

                Je voudrais ajouter ce qui a été bien fait, parce qu’il y en a eu. Une dame de l’agence de \
                Valbourg, dont je ne donnerai pas le nom, a posé son stylo et m’a dit : « On n’est pas \
                obligées de tout faire aujourd’hui. » Elle a noté ce qui pressait, deux choses sur onze, \
                et m’a rappelée le lundi pour la suite.

                C’est cela que je demande pour tout le monde. Quelqu’un qui sait ce qui presse et ce qui \
                ne presse pas.
                """,
            comments: [
                ScriptedComment(
                    by: "deux", at: .before(days: 41, hours: 11, minutes: 6), stance: .for,
                    text: "Je n’ajoute rien. Faites-le."),
                ScriptedComment(
                    by: "lanterne", at: .before(days: 40, hours: 16, minutes: 34), stance: .for,
                    text: "Et que le courrier suivant ne soit pas adressé au défunt."),
                ScriptedComment(
                    by: "claire", at: .before(days: 39, hours: 16, minutes: 6), stance: .for,
                    text: """
                        Nous vous avons lue, et plusieurs d’entre nous ont relu deux fois. Réponse motivée \
                        avant la date promise.
                        """),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 30, minutes: 51),
                    reason: """
                        Retenue, en priorité. Un numéro unique et une personne désignée, formée, qui suit \
                        la famille jusqu’au dernier dossier.
                        """),
                ScriptedDecision(
                    .inProgress, by: "claire", at: .before(days: 12),
                    reason: """
                        Six conseillers volontaires sont en formation. Les courriers automatiques sont \
                        suspendus dès le premier appel, depuis lundi.
                        """),
            ]),
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
            supports: 24,
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
                ScriptedComment(
                    by: "tom", at: .before(days: 1, hours: 9, minutes: 20), stance: .for,
                    text:
                        "En attendant, chez un concurrent on touche 60 euros avec le code TOM60. Faites passer."
                ),
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
