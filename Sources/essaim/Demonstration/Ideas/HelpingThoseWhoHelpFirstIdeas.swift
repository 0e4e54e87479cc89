import Domain

extension HelpingThoseWhoHelp {
    static let firstIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "repit-dimanche", author: "aidante", at: .before(days: 61, hours: 12, minutes: 39),
            supports: 88,
            title: "Le dimanche après-midi",
            text: """
                Je m’occupe de mon mari depuis six ans. Je ne demande pas une semaine de vacances. Je \
                demande **le dimanche de 14 h à 18 h**, toutes les semaines, avec la même personne, pour \
                que lui s’habitue et que moi je sorte.

                Les offres de répit que j’ai trouvées sont des séjours, ou des heures éparpillées avec des \
                inconnus. Un inconnu de plus, pour lui, c’est une crise de plus.

                Quatre heures, la même personne, le même jour. Le reste, je m’en arrange.
                """,
            comments: [
                ScriptedComment(
                    by: "deux", at: .before(days: 61, hours: 7, minutes: 51), stance: .for,
                    text: """
                        Je lis votre message un dimanche à 15 h, dans la cuisine, pendant qu’il dort. Oui.
                        """),
                ScriptedComment(
                    by: "veilleur", at: .before(days: 61, minutes: 50), stance: .for,
                    text: """
                        Professionnellement : la continuité de la personne compte plus que la durée. Vous \
                        avez tout dit.
                        """),
                ScriptedComment(
                    by: "marijo", at: .before(days: 59, hours: 20, minutes: 36), stance: .for,
                    text: "Moi ce serait le jeudi, pour la chorale. Mais la même idée."),
                ScriptedComment(
                    by: "depuis88", at: .before(days: 57, hours: 12, minutes: 53), stance: .question,
                    text: """
                        Qui paie ? Quatre heures par semaine, c’est plus de 200 heures par an et par \
                        foyer.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "aidante", at: .before(days: 57, hours: 7, minutes: 3), stance: .reply,
                            text: """
                                Je veux bien payer une partie. Ce que je ne peux pas faire, c’est trouver \
                                et garder la personne.
                                """)
                    ]),
            ],
            decisions: [
                ScriptedDecision(
                    .winner, by: "claire", at: .before(days: 3, hours: 2, minutes: 10), isSecret: true,
                    reason: """
                        Lauréate. Votre idée arrive en tête des votes et le comité a été frappé par sa \
                        précision : un jour, une durée, une même personne. Deux associations d’aide à \
                        domicile s’y engagent avec nous, et le service ouvrira dans trois départements au \
                        printemps.
                        """)
            ]),
        ScriptedIdea(
            key: "carte-aidant", author: "deux", at: .before(days: 61, hours: 2, minutes: 43), supports: 64,
            title: "Dire une seule fois qu’on est aidant",
            text: """
                À chaque appel je réexplique : non, je ne suis pas l’assuré, oui, c’est mon père, oui, il \
                est d’accord, non, il ne peut pas vous parler. Une fois le mandat déposé, que ce soit \
                écrit sur l’écran du conseiller. **Une seule fois.**
                """,
            comments: [
                ScriptedComment(
                    by: "odile", at: .before(days: 60, hours: 5, minutes: 52), stance: .for,
                    text: "Pour ma tante j’ai envoyé la procuration quatre fois."),
                ScriptedComment(
                    by: "chat", at: .before(days: 58, hours: 4, minutes: 34), stance: .question,
                    text: """
                        Et si la famille n’est pas d’accord sur qui aide ? Chez nous, deux frères, deux \
                        avis.
                        """),
            ],
            decisions: [
                ScriptedDecision(
                    .planned, by: "claire", at: .before(days: 3, hours: 2, minutes: 14), isSecret: true,
                    reason: """
                        Nous la ferons : le besoin revient dans un quart des idées déposées. Reste à fixer \
                        la durée du mandat et la façon simple d’y mettre fin, point soulevé à juste titre \
                        dans les commentaires.
                        """)
            ]),
        ScriptedIdea(
            key: "conge-complement", author: "pere3", at: .before(days: 60, hours: 8, minutes: 1),
            supports: 47,
            title: "Compléter le congé de proche aidant",
            text: """
                L’allocation existe, mais elle est plafonnée en jours et loin du salaire. Une garantie de \
                prévoyance qui complète, comme pour un arrêt maladie, même 30 € par jour. Je cotiserais \
                maintenant pour dans dix ans.

                Je fais le calcul pour nous : mon salaire net est de 1 980 €, l’allocation en couvrirait \
                un peu plus de la moitié les jours où je la toucherais, et je n’y ai droit que quelques \
                mois dans toute une vie de travail. Or un parent qui décline, cela dure des années, par \
                à-coups. Trois jours ici, une semaine là.

                Une garantie qui paie **par demi-journée**, sans demander de tout arrêter, correspondrait \
                à ce que les gens vivent.
                """,
            comments: [
                ScriptedComment(
                    by: "nadia", at: .before(days: 59, hours: 16, minutes: 49), stance: .for,
                    text: "C’est le métier de base d’une mutuelle, pour une fois."),
                ScriptedComment(
                    by: "benoit", at: .before(days: 58, hours: 3, minutes: 12), stance: .question,
                    text: """
                        Comment éviter que seuls ceux qui savent déjà qu’ils en auront besoin \
                        souscrivent ?
                        """,
                    replies: [
                        ScriptedComment(
                            by: "pere3", at: .before(days: 57, hours: 19, minutes: 41), stance: .reply,
                            text: """
                                Un délai de carence d’un an, ou l’inclure pour tous à petit prix.
                                """)
                    ]),
            ],
            decisions: [
                ScriptedDecision(
                    .underStudy, by: "claire", at: .before(days: 4, hours: 5, minutes: 44), isSecret: true,
                    reason: """
                        Nos actuaires étudient deux variantes, l’une incluse pour tous, l’autre en option \
                        avec délai de carence. Le résultat ne sera pas connu avant la fin de l’année ; \
                        nous préférons vous le dire que de conclure trop vite.
                        """)
            ]),
        ScriptedIdea(
            key: "classeur-urgence", author: "odile", at: .before(days: 59, hours: 17, minutes: 41),
            supports: 55,
            title: "Le classeur sur le frigo",
            text: """
                Si je tombe, qui sait quels médicaments prend ma sœur, où sont les papiers, qui appeler ? \
                Une fiche que l’on remplit une fois, imprimable en gros caractères, à mettre sur le frigo, \
                avec une **copie scellée** chez l’assureur que l’on peut ouvrir par un code donné à deux \
                personnes.
                """,
            comments: [
                ScriptedComment(
                    by: "laine", at: .before(days: 59, hours: 8, minutes: 6), stance: .for,
                    text: """
                        Sur mon frigo depuis 2011, faite à la main. En gros caractères, c’est le détail \
                        qui compte.
                        """),
                ScriptedComment(
                    by: "lanterne", at: .before(days: 58, hours: 8, minutes: 10), stance: .against,
                    text: """
                        La fiche papier, oui. La copie chez l’assureur, non : ce sont des données de \
                        santé, elles n’ont rien à y faire.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "odile", at: .before(days: 58, hours: 2, minutes: 8), stance: .reply,
                            text: "Alors seulement le papier. Je retire la copie."),
                        ScriptedComment(
                            by: "hugo", at: .before(days: 57, hours: 20), stance: .reply,
                            text: """
                                Je confirme que la modération n’a rien à redire à cette discussion, au \
                                contraire. Merci de ne nommer ni maladie ni traitement dans les exemples.
                                """),
                    ]),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 3, hours: 2, minutes: 19), isSecret: true,
                    reason: """
                        Retenue, dans la version papier que vous avez vous-même resserrée. C’est simple, \
                        peu coûteux, et nous pouvons l’envoyer à toutes les familles qui le demandent.
                        """)
            ]),
        ScriptedIdea(
            key: "groupe-parole", author: "laine", at: .before(days: 58, hours: 14, minutes: 59),
            supports: 29,
            title: "Un café des aidants, mais à 20 h",
            text: """
                Les groupes existent l’après-midi. L’après-midi, j’aide. À 20 h, quand tout est couché, je \
                peux parler une heure devant un écran. Avec la caméra éteinte si je veux.
                """,
            comments: [
                ScriptedComment(
                    by: "deux", at: .before(days: 58, hours: 8, minutes: 9), stance: .for,
                    text: "Caméra éteinte, thé allumé."),
                ScriptedComment(
                    by: "violette", at: .before(days: 56, hours: 18, minutes: 37), stance: .for,
                    text: "Je viendrais."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 4, hours: 5, minutes: 46), isSecret: true,
                    reason: """
                        Oui, à titre d’essai. Un premier groupe de douze personnes se réunira le jeudi soir, \
                        dès qu’une animatrice formée nous aura rejoints.
                        """)
            ]),
        ScriptedIdea(
            key: "telealarme-discrete", author: "violette", at: .before(days: 57, hours: 9, minutes: 52),
            supports: 31,
            title: "Une alarme que ma mère accepte de porter",
            text: """
                Elle a trois médaillons dans un tiroir. « C’est pour les vieux. » Trouvez-nous une montre, \
                un bracelet, un bouton sous le meuble, n’importe quoi qui ne ressemble pas à l’hôpital. La \
                technique existe, c’est le dessin qui manque.
                """,
            comments: [
                ScriptedComment(
                    by: "colette", at: .before(days: 57, hours: 6, minutes: 48), stance: .for,
                    text: """
                        J’ai 81 ans et je suis la mère en question. Enfin, une autre. Mais c’est vrai.
                        """),
                ScriptedComment(
                    by: "pinceau", at: .before(days: 54, hours: 21, minutes: 26), stance: .for,
                    text: "Faites dessiner par des gens de 80 ans."),
            ],
            decisions: [
                ScriptedDecision(
                    .planned, by: "claire", at: .before(days: 4, hours: 5, minutes: 9), isSecret: true,
                    reason: """
                        Trois fabricants nous ont prêté leurs modèles. Douze sociétaires de plus de 75 ans \
                        les porteront un mois, puis nous choisirons avec eux.
                        """)
            ]),
        ScriptedIdea(
            key: "mot-parapluie", author: "marijo", at: .before(days: 56, hours: 20, minutes: 18),
            supports: 14,
            title: "Arrêter de dire « aidant »",
            text: """
                Je suis sa fille, pas son aidante. Le mot me fait fuir les brochures. Écrivez « vous vous \
                occupez d’un proche » et je lirai.
                """,
            comments: [
                ScriptedComment(
                    by: "nour", at: .before(days: 55, hours: 13, minutes: 46), stance: .for,
                    text: "Très juste. On ne se reconnaît pas dans un statut.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 4, hours: 5, minutes: 31), isSecret: true,
                    reason: """
                        C’est entendu. Nos courriers, nos pages et les intitulés de nos garanties seront \
                        relus dans ce sens ; le titre de ce défi a changé le lendemain de votre message.
                        """)
            ]),
    ]
}
