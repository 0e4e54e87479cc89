import Domain

extension HelpingThoseWhoHelp {
    static let lastIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "relais-travail", author: "samir", at: .before(days: 55, hours: 11, minutes: 13),
            supports: 22,
            title: "Prévenir l’employeur sans tout raconter",
            text: """
                Un modèle de lettre, avec ce que la loi permet de demander (aménagement d’horaires, \
                congé), et ce qu’on n’est **pas obligé** de dire. J’ai trop parlé la première fois.
                """,
            comments: [
                ScriptedComment(
                    by: "stagiaire", at: .before(days: 54, hours: 9, minutes: 35), stance: .for,
                    text: "Idem quand on est en contrat court.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 3, hours: 2, minutes: 44), isSecret: true,
                    reason: """
                        Retenue : nos juristes peuvent rédiger ces modèles en quelques semaines, et ils \
                        serviront à d’autres situations que la vôtre.
                        """)
            ]),
        ScriptedIdea(
            key: "formation-gestes", author: "veilleur", at: .before(days: 53, hours: 16, minutes: 6),
            supports: 36,
            title: "Apprendre à relever quelqu’un sans se casser le dos",
            text: """
                Le premier accident de l’aidant, c’est son propre dos. Une demi-journée de formation, en \
                vrai, avec un lit et un soignant. Je suis prêt à en animer.
                """,
            comments: [
                ScriptedComment(
                    by: "aidante", at: .before(days: 53, hours: 7, minutes: 40), stance: .for,
                    text: "Deux ans de kiné pour l’avoir appris trop tard."),
                ScriptedComment(
                    by: "gwenn", at: .before(days: 49, hours: 21, minutes: 10), stance: .for,
                    text: "Dans chaque agence, le samedi ?"),
            ],
            decisions: [
                ScriptedDecision(
                    .planned, by: "claire", at: .before(days: 3, hours: 2, minutes: 13), isSecret: true,
                    reason: """
                        Retenue. Les deux premières séances auront lieu en mars dans les salles de nos \
                        agences, et votre proposition d’en animer une est notée.
                        """)
            ]),
        ScriptedIdea(
            key: "une-personne-un-numero", author: "olivier", at: .before(days: 51, hours: 7, minutes: 28),
            supports: 26,
            title: "Un seul dossier pour les deux parents",
            text: """
                Ma mère est chez vous, mon père aussi, deux numéros, deux espaces, deux courriers. Je \
                jongle. Je voudrais une vue de famille, avec leur accord.
                """,
            comments: [
                ScriptedComment(
                    by: "deux", at: .before(days: 49, hours: 22, minutes: 1), stance: .for,
                    text: "Rejoint mon idée, « dire une seule fois ».")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 4, hours: 5, minutes: 23), isSecret: true,
                    reason: """
                        Votre besoin rejoint l’idée « Dire une seule fois qu’on est aidant » : les deux \
                        espaces y seront réunis en un seul dossier.
                        """)
            ]),
        ScriptedIdea(
            key: "petits-enfants", author: "louise", at: .before(days: 48, hours: 22, minutes: 10),
            supports: 11,
            title: "Et les enfants qui aident ?",
            text: """
                Ma fille de 16 ans garde son grand-père le mercredi. Elle n’apparaît nulle part. Je ne \
                sais pas ce que je demande exactement. Qu’on y pense.
                """,
            comments: [
                ScriptedComment(
                    by: "veilleur", at: .before(days: 48, hours: 11, minutes: 59), stance: .for,
                    text: """
                        On les appelle les jeunes aidants. Beaucoup ne se savent pas tels, et leurs \
                        professeurs non plus.
                        """),
                ScriptedComment(
                    by: "laine", at: .before(days: 47, hours: 18, minutes: 23), stance: .for,
                    text: "Merci d’y avoir pensé, voilà déjà une réponse."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 4, hours: 5, minutes: 17), isSecret: true,
                    reason: """
                        Vous avez raison, nous n’y pensions pas. Nous travaillerons d’abord avec une \
                        association de jeunes aidants, car un service mal conçu pourrait les mettre plus en \
                        avant qu’ils ne le souhaitent.
                        """)
            ]),
        ScriptedIdea(
            key: "transport-rdv", author: "rene", at: .before(days: 45, hours: 13, minutes: 31), supports: 40,
            title: "Qui m’emmène à la kiné ?",
            text: """
                L’ambulance n’est pas pour moi, le bus ne passe plus, mon fils travaille. Des sociétaires \
                qui conduisent, d’autres qui attendent sur un banc : il ne manque que la liste. \
                Remboursement au kilomètre, assurance du conducteur bénévole comprise.

                J’ai compté sur un mois : huit rendez-vous, cinq annulés faute de voiture. La kiné ne \
                facture pas ceux que j’annule, elle est gentille, mais mon genou, lui, les compte.

                Nous sommes trois dans l’immeuble à peu près dans mon cas. Un seul conducteur nous \
                emmènerait tous les trois le même mardi. On paierait l’essence, on apporterait même le \
                gâteau.
                """,
            comments: [
                ScriptedComment(
                    by: "cargo", at: .before(days: 44, hours: 22, minutes: 54), stance: .for,
                    text: "En vélo cargo pour ceux du centre, je suis sérieux."),
                ScriptedComment(
                    by: "plateau", at: .before(days: 43, hours: 22, minutes: 41), stance: .for,
                    text: "Chez nous c’est 22 km. L’assurance du bénévole est la vraie question."),
            ],
            decisions: [
                ScriptedDecision(
                    .planned, by: "claire", at: .before(days: 3, hours: 2, minutes: 35), isSecret: true,
                    reason: """
                        Retenue. Une garantie gratuite couvrira le conducteur bénévole, ce qui servira bien \
                        au-delà de ce défi.
                        """)
            ]),
        ScriptedIdea(
            key: "dimanche-pareil", author: "fatou", at: .before(days: 41, hours: 10, minutes: 25),
            supports: 18,
            title: "Quelqu’un quelques heures chaque semaine, toujours la même",
            text: """
                Je garde ma belle-mère. Ce qui m’aiderait : une personne qu’elle connaît, toujours la \
                même, quelques heures fixes dans la semaine.
                """,
            comments: [
                ScriptedComment(
                    by: "aidante", at: .before(days: 40, hours: 21, minutes: 44), stance: .question,
                    text: """
                        C’est exactement « Le dimanche après-midi », non ? Votre soutien y serait \
                        précieux.
                        """)
            ]),
        ScriptedIdea(
            key: "prime-aidant", author: "tom", at: .before(days: 38, hours: 5, minutes: 6), supports: 6,
            title: "Donner de l’argent aux aidants",
            text: "Une prime de 500 € par mois pour tous les aidants.",
            comments: [
                ScriptedComment(
                    by: "depuis88", at: .before(days: 37, hours: 21, minutes: 31), stance: .against,
                    text: "Avec quel argent ? Nous sommes 212 000 et des milliers aident quelqu’un."),
                ScriptedComment(
                    by: "benoit", at: .before(days: 37, hours: 8, minutes: 39), stance: .against,
                    text: "Généreux, mais ce serait doubler les cotisations."),
            ],
            decisions: [
                ScriptedDecision(
                    .rejected, by: "claire", at: .before(days: 4, hours: 5, minutes: 20), isSecret: true,
                    reason: """
                        Une prime de ce montant versée à tous coûterait plus que l’ensemble de nos \
                        cotisations en prévoyance : nous ne pourrions pas la tenir. L’idée d’un complément \
                        de revenu est étudiée sous une autre forme, à partir de la proposition « Compléter \
                        le congé de proche aidant ».
                        """)
            ]),
    ]
}
