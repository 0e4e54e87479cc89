import Domain

extension FirstKilometres {
    static let lastIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "occasion-controlee", author: "zinc", at: .before(days: 91, hours: 9, minutes: 44),
            supports: 42,
            title: "Avant d’acheter sa première voiture d’occasion",
            text: """
                Une visite par un mécanicien **avant** l’achat. Pneus, freins, rouille du châssis. J’ai vu \
                des jeunes rouler dans des cercueils à 900 €. 60 € de contrôle, la moitié payée par la \
                mutuelle.
                """,
            comments: [
                ScriptedComment(
                    by: "pere3", at: .before(days: 90, hours: 13, minutes: 24), stance: .for,
                    text: """
                        J’ai payé un ami mécanicien avec une bouteille. Tout le monde n’en a pas.
                        """),
                ScriptedComment(
                    by: "twingo", at: .before(days: 89, hours: 6, minutes: 9), stance: .for,
                    text: """
                        La mienne avait deux pneus de marques différentes du même côté. Je ne savais pas \
                        que c’était mal.
                        """),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 12),
                    reason: """
                        Retenue. Nous prendrons en charge la moitié de la visite, jusqu’à 40 €, dans un \
                        premier réseau de quatorze garages indépendants. Le vendeur n’aura pas à être \
                        assuré chez nous.
                        """)
            ]),
        ScriptedIdea(
            key: "constat-entrainement", author: "clio", at: .before(days: 90, hours: 20, minutes: 12),
            supports: 33,
            title: "S’entraîner à remplir un constat quand tout va bien",
            text: """
                Une fausse histoire, un faux accrochage, un vrai formulaire. Dix minutes. On le fait une \
                fois et le jour venu on n’oublie pas de cocher la case 12.
                """,
            comments: [
                ScriptedComment(
                    by: "accompagnee", at: .before(days: 90, hours: 7, minutes: 46), stance: .for,
                    text: "On devrait le faire à l’auto-école."),
                ScriptedComment(
                    by: "odile", at: .before(days: 89, hours: 3, minutes: 46), stance: .for,
                    text: """
                        À 58 ans je ne sais pas la remplir non plus, pas que pour les jeunes s’il vous \
                        plaît.
                        """),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 12),
                    reason: """
                        Retenue, et pour tous les âges comme le suggère un commentaire. C’est l’idée la \
                        moins chère du défi et l’une des plus utiles.
                        """),
                ScriptedDecision(
                    .implemented, by: "samia", at: .before(days: 3, minutes: 30),
                    reason: """
                        L’exercice est en ligne : trois accrochages inventés, un vrai constat, une \
                        correction expliquée. 410 personnes l’ont fait la première semaine, la moitié \
                        avaient plus de 40 ans.
                        """),
            ]),
        ScriptedIdea(
            key: "musique-voiture", author: "tom", at: .before(days: 88, hours: 4, minutes: 45), supports: 8,
            title: "Une playlist qui s’arrête si on roule trop vite",
            text: "Comme ça on ralentit pour entendre le refrain.",
            comments: [
                ScriptedComment(
                    by: "courgette", at: .before(days: 87, hours: 19, minutes: 11), stance: .for,
                    text: "J’ai ri, puis j’ai réfléchi."),
                ScriptedComment(
                    by: "chat", at: .before(days: 87, hours: 6, minutes: 33), stance: .against,
                    text: "Il faudrait connaître la vitesse, donc suivre la voiture. Voir mon idée."),
            ],
            decisions: [
                ScriptedDecision(
                    .rejected, by: "claire", at: .before(days: 12),
                    reason: """
                        Cette idée nous a fait sourire et a lancé une vraie discussion. Nous ne la \
                        retenons pas, car elle suppose de mesurer la vitesse en continu, ce que nous \
                        venons de nous interdire.
                        """)
            ]),
        ScriptedIdea(
            key: "stage-glisse", author: "plateau", at: .before(days: 86, hours: 13, minutes: 55),
            supports: 29,
            title: "Apprendre à glisser avant l’hiver",
            text: """
                Une matinée sur piste mouillée. Au plateau, tout le monde glisse une fois par hiver, \
                autant le faire exprès.
                """,
            comments: [
                ScriptedComment(
                    by: "roue", at: .before(days: 85, hours: 22, minutes: 45), stance: .for,
                    text: "Fait en 2019 avec un club. On n’oublie pas."),
                ScriptedComment(
                    by: "gaston", at: .before(days: 83, hours: 19, minutes: 52), stance: .for,
                    text: "Ouvert aux plus de 60 ans ?"),
            ],
            decisions: [
                ScriptedDecision(
                    .rejected, by: "claire", at: .before(days: 12),
                    reason: """
                        Finaliste, mais non retenue cette année. La piste de Valbourg ne reçoit que 80 \
                        personnes par hiver et chaque place coûte cher ; nous préférons financer d’abord \
                        l’heure de moniteur, qui touche tout le monde. Nous reprendrons votre idée si ses \
                        résultats sont bons.
                        """)
            ]),
        ScriptedIdea(
            key: "parents-exemples", author: "marche", at: .before(days: 84, hours: 8, minutes: 9),
            supports: 25,
            title: "Ce sont les parents qui téléphonent au volant",
            text: "Formez les parents. Les enfants conduisent comme nous, pas comme le moniteur.",
            comments: [
                ScriptedComment(
                    by: "pere3", at: .before(days: 84, hours: 1, minutes: 6), stance: .for,
                    text: "Touché.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 12),
                    reason: """
                        Retenue, d’une façon que vous n’attendiez peut-être pas. L’heure de moniteur \
                        offerte au jeune conducteur pourra se faire avec un parent à l’arrière : c’est \
                        votre idée, glissée dans la première.
                        """)
            ]),
        ScriptedIdea(
            key: "bilan-1000", author: "bastien", at: .before(days: 81, hours: 17, minutes: 22), supports: 10,
            mergedInto: "premier-kilometre",
            title: "Un point avec l’auto-école quelques mois après le permis",
            text: """
                Après trois mois, revoir un moniteur pour corriger les mauvais plis. Pris en charge par \
                l’assurance.
                """,
            comments: [
                ScriptedComment(
                    by: "apprenti", at: .before(days: 81, hours: 11, minutes: 29), stance: .question,
                    text: "Très proche de la mienne, je crois. D’accord pour les réunir ?")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 12),
                    reason: """
                        Votre idée et « Un bilan au bout de mille kilomètres » disent la même chose : nous \
                        les avons réunies, et vos soutiens s’ajoutent aux siens. Les deux auteurs sont \
                        invités à la première séance.
                        """)
            ]),
        ScriptedIdea(
            key: "pret-du-vehicule", author: "accompagnee", at: .before(days: 77, hours: 12, minutes: 41),
            supports: 21,
            title: "Prêter la voiture à ses enfants sans trembler",
            text: """
                Franchise triple quand le conducteur a moins d’un an de permis : nous ne le savions pas. \
                Mettez la somme **sur la carte verte**, enfin sur ce qui la remplace, pas page 27.
                """,
            comments: [
                ScriptedComment(
                    by: "louise", at: .before(days: 76, hours: 3, minutes: 4), stance: .for,
                    text: "Page 27, confirmé, j’ai vérifié.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 12),
                    reason: """
                        Retenue. La franchise applicable à un conducteur novice figurera sur la première \
                        page de l’avis d’échéance, en euros, dès le prochain envoi.
                        """)
            ]),
        ScriptedIdea(
            key: "velo-plutot", author: "cargo", at: .before(days: 72, hours: 6, minutes: 11), supports: 27,
            title: "Et si on aidait à ne pas avoir de voiture ?",
            text: """
                Le jeune conducteur le plus sûr est celui qui a pris le train. Proposez une assurance de \
                mobilité : train, vélo, voiture louée trois fois par an, un seul contrat.
                """,
            comments: [
                ScriptedComment(
                    by: "marche", at: .before(days: 72, hours: 1, minutes: 39), stance: .for,
                    text: "Évidemment."),
                ScriptedComment(
                    by: "plateau", at: .before(days: 71, hours: 13, minutes: 58), stance: .against,
                    text: "Il y a un train par jour ici, à 6 h 12. On ne choisit pas tous.",
                    replies: [
                        ScriptedComment(
                            by: "cargo", at: .before(days: 71, hours: 9, minutes: 41), stance: .reply,
                            text: "C’est juste. Disons : pour ceux qui peuvent.")
                    ]),
            ],
            decisions: [
                ScriptedDecision(
                    .underStudy, by: "claire", at: .before(days: 12),
                    reason: """
                        Votre idée dépasse ce défi et en prépare un autre. « À vélo toute l’année » ouvre \
                        bientôt, et nous vous y attendons.
                        """)
            ]),
        ScriptedIdea(
            key: "reduire-tout", author: "anon44", at: .before(days: 66, hours: 19, minutes: 33), supports: 5,
            title: "C’est trop cher",
            text: "L’assurance jeune est trop chère, il faut baisser le prix, c’est tout.",
            comments: [
                ScriptedComment(
                    by: "clio", at: .before(days: 66, hours: 9, minutes: 32), stance: .for,
                    text: "C’est court mais c’est vrai.")
            ],
            decisions: [
                ScriptedDecision(
                    .rejected, by: "claire", at: .before(days: 12),
                    reason: """
                        Nous comprenons le constat, et il est partagé. Une baisse générale reviendrait à \
                        faire payer les accidents des jeunes conducteurs par les autres sociétaires, ce \
                        que l’assemblée générale a refusé. Les idées retenues visent la même fin : moins \
                        d’accidents, et une surprime qui descend plus vite.
                        """)
            ]),
    ]
}
