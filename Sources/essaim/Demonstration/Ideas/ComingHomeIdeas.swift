import Domain

extension ComingHome {
    static let ideas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "point2-trois-jours", author: "veilleur", at: .before(days: 9, hours: 14, minutes: 4),
            supports: 34,
            title: "Point 2 : « sous trois jours », c’est deux de trop",
            text: """
                La première nuit est la plus dangereuse. C’est celle où l’on se lève pour aller aux \
                toilettes dans le noir avec une hanche neuve. Si l’aide arrive le troisième jour, elle \
                arrive après la chute. Je propose : un appel **avant la sortie**, l’aide le jour même, \
                quitte à réduire la durée totale d’une journée.

                Si vous tenez à l’écrire simplement : « Une première visite a lieu le jour de la sortie si \
                nous avons été prévenus 48 heures avant, et sous un jour sinon. » Les dix heures peuvent \
                se répartir autrement : quatre la première semaine le soir, le reste ensuite.
                """,
            comments: [
                ScriptedComment(
                    by: "marijo", at: .before(days: 9, hours: 9, minutes: 3), stance: .for,
                    text: "Je suis tombée le premier soir. Exactement."),
                ScriptedComment(
                    by: "aidante", at: .before(days: 8, hours: 16), stance: .for,
                    text: "Et prévenir l’aidant de l’heure de sortie, qui change toujours."),
                ScriptedComment(
                    by: "nathalie", at: .before(days: 7, hours: 10, minutes: 44), stance: .question,
                    text: """
                        Nous avions écrit trois jours parce que l’hôpital nous prévient tard. Si l’appel \
                        venait de vous, avant l’entrée à l’hôpital, nous pourrions tenir le jour même. Qui \
                        devrait le passer, selon vous ?
                        """,
                    replies: [
                        ScriptedComment(
                            by: "veilleur", at: .before(days: 7, hours: 5, minutes: 53), stance: .reply,
                            text: """
                                Celui qui remplit la fiche d’entrée. Mettez un numéro à cocher sur la \
                                liste des affaires à apporter.
                                """)
                    ]),
            ]),
        ScriptedIdea(
            key: "point1-durees", author: "nadia", at: .before(days: 9, hours: 2, minutes: 17), supports: 27,
            title: "Point 1 : deux nuits d’hospitalisation, et l’ambulatoire ?",
            text: """
                On opère de plus en plus sans dormir à l’hôpital. Une cataracte, on rentre le soir, \
                borgne, et on vit seul. Votre condition de deux nuits exclut ceux qui en ont besoin. Dites \
                plutôt « après une anesthésie ».
                """,
            comments: [
                ScriptedComment(
                    by: "colette", at: .before(days: 8, hours: 15, minutes: 52), stance: .for,
                    text: """
                        Cataracte, les deux, à six mois d’écart. J’ai fait chauffer de l’eau dans le noir.
                        """),
                ScriptedComment(
                    by: "benoit", at: .before(days: 7, hours: 16, minutes: 55), stance: .question,
                    text: "Avec une anesthésie pour une dent de sagesse aussi ? Il faut une limite.",
                    replies: [
                        ScriptedComment(
                            by: "nadia", at: .before(days: 7, hours: 11, minutes: 41), stance: .reply,
                            text: """
                                « Seul chez soi et empêché d’un geste courant », attesté par l’équipe \
                                soignante. Ce sera plus juste qu’un nombre de nuits.
                                """)
                    ]),
            ]),
        ScriptedIdea(
            key: "point4-mot-aide", author: "rene", at: .before(days: 7, hours: 18, minutes: 54),
            supports: 19,
            title: "Point 4 : c’est quoi, « prestations à visée domestique » ?",
            text: "C’est le ménage ? Les courses ? Les deux ? Dites le ménage et les courses.",
            comments: [
                ScriptedComment(
                    by: "laine", at: .before(days: 7, hours: 14, minutes: 10), stance: .for,
                    text: "Et le chien à sortir, qui n’est ni l’un ni l’autre.")
            ]),
        ScriptedIdea(
            key: "point5-enfants", author: "deux", at: .before(days: 6, hours: 9, minutes: 43), supports: 41,
            title: "Point 5 : garder les enfants, oui, mais aussi le parent âgé",
            text: """
                Vous prévoyez la garde des enfants de moins de 15 ans. Quand c’est l’aidante qui est \
                hospitalisée, qui reste avec son mari ? C’est la question qui m’empêche de me faire opérer \
                depuis deux ans.
                """,
            comments: [
                ScriptedComment(
                    by: "aidante", at: .before(days: 6, hours: 6, minutes: 57), stance: .for,
                    text: "Moi aussi. Mot pour mot."),
                ScriptedComment(
                    by: "violette", at: .before(days: 5, hours: 18, minutes: 32), stance: .for,
                    text: "Cette phrase devrait suffire à changer l’article."),
                ScriptedComment(
                    by: "pere3", at: .before(days: 4, hours: 16, minutes: 59), stance: .for,
                    text: "Père de jeunes enfants, je partage volontiers ma ligne."),
            ]),
        ScriptedIdea(
            key: "prix-utile", author: "depuis88", at: .before(days: 4, hours: 12, minutes: 30), supports: 15,
            title: "Quatre euros par mois, pour qui ?",
            text: """
                Je suis d’accord avec l’idée, pas avec l’option. Si seuls ceux qui pensent être \
                hospitalisés la prennent, elle coûtera huit euros dans trois ans. Incluez-la pour tous à \
                un euro.
                """,
            comments: [
                ScriptedComment(
                    by: "tom", at: .before(days: 4, hours: 3, minutes: 3), stance: .against,
                    text: "J’ai 19 ans, un euro pour une hanche, non merci.",
                    replies: [
                        ScriptedComment(
                            by: "depuis88", at: .before(days: 3, hours: 23, minutes: 28), stance: .reply,
                            text: "Et un ligament au football ? On en reparle à la sortie.")
                    ]),
                ScriptedComment(
                    by: "pere3", at: .before(days: 3, hours: 9, minutes: 37), stance: .question,
                    text: "Pourrait-on voir le calcul des deux variantes ?"),
            ]),
        ScriptedIdea(
            key: "merci-simple", author: "violette", at: .before(days: 1, hours: 20, minutes: 10),
            supports: 9,
            title: "Rien à redire au point 3",
            text: """
                On critique toujours. Le point 3, « la même personne à chaque passage », est parfait. Ne \
                le changez pas quand les juristes seront passés.
                """,
            comments: [
                ScriptedComment(
                    by: "aidante", at: .before(days: 1, hours: 13, minutes: 22), stance: .for,
                    text: "Gardez-le, oui.")
            ]),
    ]
}
