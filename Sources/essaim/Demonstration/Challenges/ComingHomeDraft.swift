import Domain

extension ComingHome {
    static let firstVersion = """
        La garantie s’applique après une hospitalisation d’au moins **deux nuits**, programmée ou non.

        Une aide à domicile est mise en place **sous trois jours** après l’appel du sociétaire, pour dix heures \
        réparties sur deux semaines.

        C’est **la même personne** à chaque passage, sauf maladie ou congé.

        Les prestations à visée domestique sont comprises, à l’exclusion des travaux et des soins.

        La garde des enfants de moins de 15 ans est prise en charge pendant l’hospitalisation, dans la limite de \
        vingt heures.

        Un appel est passé au dixième jour pour savoir si cela suffit.

        Prix envisagé : **4 € par mois**, en option, sans questionnaire de santé.
        """

    private static let secondVersion = """
        La garantie s’applique après une hospitalisation d’au moins **une nuit**, ou après une anesthésie générale \
        sans nuit à l’hôpital, programmée ou non.

        Une aide à domicile est mise en place **le jour de la sortie** si nous avons été prévenus deux jours avant, \
        et sous un jour sinon, pour dix heures réparties sur deux semaines.

        C’est **la même personne** à chaque passage, sauf maladie ou congé.

        Les courses, le linge, le ménage et les repas sont compris, à l’exclusion des travaux et des soins.

        La garde des enfants de moins de 15 ans est prise en charge pendant l’hospitalisation, dans la limite de \
        vingt heures.

        Un proche qui aide peut appeler à la place du sociétaire, et reçoit les mêmes réponses.

        Un appel est passé au dixième jour pour savoir si cela suffit.

        Prix envisagé : **4 € par mois**, en option, sans questionnaire de santé.
        """

    static let draft = ScriptedDraft(
        reactions: firstReactions + secondReactions,
        versions: [
            ScriptedVersion(
                at: .before(days: 4, hours: 7), text: secondVersion,
                changes: [
                    ScriptedChange(
                        why: """
                            On opère de plus en plus sans dormir à l’hôpital : la condition des deux nuits excluait \
                            ceux qui rentrent seuls le soir même.
                            """, thanked: ["nadia", "colette"]),
                    ScriptedChange(
                        why: """
                            La première nuit est la plus dangereuse. Prévenus à temps, nous pouvons tenir le jour \
                            même, et un jour sinon.
                            """, thanked: ["veilleur", "marijo"]),
                    ScriptedChange(
                        why:
                            "« À visée domestique » ne disait rien à personne : le texte dit maintenant quoi.",
                        thanked: ["rene", "laine"]),
                    ScriptedChange(
                        why: "Ceux qui aident nous ont dit qu’ils passaient l’appel sans en avoir le droit.",
                        thanked: ["aidante"]),
                ])
        ])

    private static let firstReactions: [ScriptedReaction] = [
        ScriptedReaction(
            by: "nadia", at: .before(days: 9, hours: 3), paragraph: 1, kind: .wrong,
            comment: "Une opération sans nuit à l’hôpital laisse tout aussi seul le soir."),
        ScriptedReaction(
            by: "colette", at: .before(days: 8, hours: 20), paragraph: 1, kind: .missing,
            comment: "Et ceux que l’on renvoie le soir même ? Écrivez-le en toutes lettres."),
        ScriptedReaction(
            by: "veilleur", at: .before(days: 9, hours: 14), paragraph: 2, kind: .wrong,
            comment: "Trois jours, c’est après la chute. Le jour même, quitte à réduire ensuite."),
        ScriptedReaction(
            by: "marijo", at: .before(days: 8, hours: 9), paragraph: 2, kind: .unclear,
            comment: "Trois jours après l’appel, ou après la sortie ?"),
        ScriptedReaction(by: "laine", at: .before(days: 8, hours: 5), paragraph: 3, kind: .clear),
        ScriptedReaction(
            by: "rene", at: .before(days: 7, hours: 19), paragraph: 4, kind: .unclear,
            comment: "« À visée domestique » : j’ai cherché dans le dictionnaire. Dites « le ménage »."),
        ScriptedReaction(
            by: "laine", at: .before(days: 7, hours: 4), paragraph: 4, kind: .unclear,
            comment: "Les courses en font-elles partie ? Le linge ?"),
        ScriptedReaction(
            by: "deux", at: .before(days: 6, hours: 10), paragraph: 5, kind: .missing,
            comment: "Vingt heures, ce sont deux nuits. Dites au moins si la nuit compte."),
        ScriptedReaction(
            by: "aidante", at: .before(days: 6, hours: 2), paragraph: 6, kind: .missing,
            comment: "C’est moi qui téléphone, et l’on me répond que je ne suis pas l’assurée."),
        ScriptedReaction(
            by: "benoit", at: .before(days: 5, hours: 16), paragraph: 7, kind: .clear,
            comment: "Pas de questionnaire : gardez cette phrase telle quelle."),
    ]

    private static let secondReactions: [ScriptedReaction] = [
        ScriptedReaction(
            by: "veilleur", at: .before(days: 3, hours: 8), version: 2, paragraph: 2, kind: .clear,
            comment: "Voilà. Et le numéro à appeler, où sera-t-il écrit ?"),
        ScriptedReaction(
            by: "rene", at: .before(days: 3, hours: 1), version: 2, paragraph: 4, kind: .clear,
            comment: "Je comprends du premier coup. Merci."),
        ScriptedReaction(
            by: "aidante", at: .before(days: 2, hours: 6), version: 2, paragraph: 6, kind: .unclear,
            comment: "Faut-il un papier pour prouver que l’on aide ? Si oui, lequel ?"),
        ScriptedReaction(
            by: "violette", at: .before(days: 1, hours: 20), version: 2, paragraph: 5, kind: .missing,
            comment: "Toujours rien sur la nuit."),
    ]
}
