import Domain

extension ClaimFromThePhone {
    static let lastIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "langue-des-signes", author: "yael", at: .before(days: 389, hours: 14, minutes: 48),
            supports: 23,
            title: "Déclarer en langue des signes",
            text: """
                Je suis sourde. Téléphoner « pour plus de rapidité » n’est pas une option. Un rendez-vous \
                en visio avec une personne qui signe, deux demi-journées par semaine, ce serait immense.

                Pour ceux qui se demandent pourquoi l’écrit ne suffit pas : la langue des signes est ma \
                langue, le français écrit est ma seconde langue, et un sinistre n’est pas le moment de \
                passer un examen. Après l’incendie de ma cuisine, j’ai échangé vingt-deux courriels. Une \
                conversation de dix minutes aurait tout réglé.

                Il ne s’agit pas d’une faveur. Il y a environ trois cents sourds signants parmi vos \
                sociétaires, si vous êtes dans la moyenne. Ils paient comme les autres.
                """,
            comments: [
                ScriptedComment(
                    by: "laine", at: .before(days: 388, hours: 19, minutes: 40), stance: .for,
                    text: "Deux demi-journées, cela paraît bien peu à demander."),
                ScriptedComment(
                    by: "nour", at: .before(days: 386, hours: 6, minutes: 15), stance: .for,
                    text: "Et le dire sur la page d’accueil, pas dans « accessibilité »."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 320),
                    reason: """
                        Retenue. Nous n’y avions pas pensé et nous aurions dû. Deux conseillères \
                        commencent leur formation, et un service d’interprétation prend le relais en \
                        attendant.
                        """),
                ScriptedDecision(
                    .inProgress, by: "claire", at: .before(days: 95, minutes: 24),
                    reason: """
                        L’interprétation en visio est ouverte tous les matins. La première conseillère \
                        signera seule à partir du printemps.
                        """),
            ]),
        ScriptedIdea(
            key: "carte-sinistres", author: "chat", at: .before(days: 386, hours: 9, minutes: 54),
            supports: 20,
            title: "La carte des sinistres du quartier",
            text: "Voir où il y a eu des dégâts des eaux, pour se méfier.",
            comments: [
                ScriptedComment(
                    by: "locataire", at: .before(days: 385, hours: 22, minutes: 28), stance: .against,
                    text: "Et faire baisser le prix de mon appartement ?")
            ],
            decisions: [
                ScriptedDecision(
                    .rejected, by: "claire", at: .before(days: 320),
                    reason: """
                        Nous ne la retenons pas. À l’échelle d’une rue, une telle carte désigne des \
                        foyers, et elle pourrait leur nuire à la vente. Les conseils de prévention seront \
                        donnés par commune, ce qui suffit à se méfier.
                        """)
            ]),
        ScriptedIdea(
            key: "gilet-appel", author: "tom", at: .before(days: 383, hours: 20, minutes: 44), supports: 7,
            title: "Parler à un robot",
            text: "Un robot qui prend la déclaration, sans attendre.",
            comments: [
                ScriptedComment(
                    by: "gaston", at: .before(days: 383, hours: 15, minutes: 7), stance: .against,
                    text: "Sans moi."),
                ScriptedComment(
                    by: "nadia", at: .before(days: 382, hours: 14, minutes: 22), stance: .question,
                    text: """
                        Pour les heures de nuit, pourquoi pas, si on peut être rappelé par quelqu’un le \
                        matin ?
                        """),
            ],
            decisions: [
                ScriptedDecision(
                    .rejected, by: "samia", at: .before(days: 320),
                    reason: """
                        Les commentaires sont clairs, et nos essais aussi : pour un sinistre, on veut \
                        d’abord une personne. Nous retenons en revanche le rappel dès l’ouverture pour les \
                        appels reçus la nuit.
                        """)
            ]),
        ScriptedIdea(
            key: "artisan-agree-choix", author: "menuisiere", at: .before(days: 380, hours: 15, minutes: 18),
            supports: 41,
            title: "Choisir son artisan sans perdre la prise en charge",
            text: """
                Je travaille bien et je ne suis pas sur votre liste. Mon voisin veut que ce soit moi. \
                Laissez-le choisir et payez-moi directement, au même tarif.
                """,
            comments: [
                ScriptedComment(
                    by: "platre", at: .before(days: 380, hours: 8, minutes: 8), stance: .for,
                    text: "Même métier, même question."),
                ScriptedComment(
                    by: "ebeniste", at: .before(days: 379, hours: 3, minutes: 6), stance: .for,
                    text: "Un tarif connu d’avance, et chacun sait à quoi s’en tenir."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "samia", at: .before(days: 320),
                    reason: """
                        Retenue. L’artisan choisi par l’assuré sera payé directement, au barème publié, \
                        s’il présente ses assurances professionnelles.
                        """),
                ScriptedDecision(
                    .implemented, by: "samia", at: .before(days: 128, minutes: 10),
                    reason: """
                        En place. Un chantier sur quatre est désormais confié à un artisan hors liste, \
                        sans différence de délai ni de qualité à ce jour.
                        """),
            ]),
        ScriptedIdea(
            key: "suivi-rue", author: "plateau", at: .before(days: 377, hours: 10, minutes: 53), supports: 18,
            title: "Prévenir les voisins d’une tempête déclarée",
            text: """
                Quand trois toits partent dans le même hameau, envoyez quelqu’un le jour même pour bâcher \
                tout le monde.
                """,
            comments: [
                ScriptedComment(
                    by: "bois", at: .before(days: 376, hours: 13, minutes: 51), stance: .for,
                    text: "J’ai les bâches.")
            ],
            decisions: [
                ScriptedDecision(
                    .planned, by: "samia", at: .before(days: 320),
                    reason: """
                        Décidé : au-delà de cinq déclarations dans une commune en un jour, une équipe de \
                        bâchage est envoyée sans attendre les autres. La mise en place demande un accord \
                        par canton, que nous signons un par un.
                        """)
            ]),
        ScriptedIdea(
            key: "photo-auto", author: "pedro", at: .before(days: 372, hours: 7, minutes: 33), supports: 12,
            mergedInto: "constat-photo",
            title: "Prendre le constat en photo avec le téléphone",
            text: "Au lieu de dessiner, prendre des photos guidées et l’appli fait le reste.",
            comments: [
                ScriptedComment(
                    by: "hirondelle", at: .before(days: 372, hours: 1, minutes: 29), stance: .question,
                    text: "Comme la mienne ? On les met ensemble si vous voulez.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "samia", at: .before(days: 320),
                    reason: """
                        Réunie avec « Le constat par photo, guidé pas à pas », déposée un peu plus tôt et \
                        lauréate du défi. Vos soutiens s’ajoutent aux siens et votre pseudonyme figure à \
                        côté du sien.
                        """)
            ]),
    ]
}
