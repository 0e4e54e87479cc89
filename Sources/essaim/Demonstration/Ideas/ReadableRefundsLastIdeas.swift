import Domain

extension ReadableRefunds {
    static let lastIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "tiers-payant-carte", author: "nadia", at: .before(days: 120, hours: 9, minutes: 5),
            supports: 24,
            title: "La carte dans le téléphone, qui marche sans réseau",
            text: """
                Au sous-sol de la pharmacie, pas de réseau, pas de carte. Qu’elle s’enregistre comme un \
                billet de train.
                """,
            comments: [
                ScriptedComment(
                    by: "studio", at: .before(days: 119, hours: 20, minutes: 34), stance: .for,
                    text: "La pharmacienne a la même question tous les jours.")
            ],
            decisions: [
                ScriptedDecision(
                    .inProgress, by: "nathalie", at: .before(days: 47),
                    reason: """
                        C’était déjà en chantier ; votre remarque sur le sous-sol nous a fait changer \
                        l’ordre des travaux. La version sans réseau est en essai auprès de 200 personnes.
                        """)
            ]),
        ScriptedIdea(
            key: "comparer-dentistes", author: "chat", at: .before(days: 117, hours: 21, minutes: 10),
            supports: 16,
            title: "Publier les prix des dentistes",
            text: "Vous avez toutes les factures. Publiez les prix moyens par ville et par acte.",
            comments: [
                ScriptedComment(
                    by: "veilleur", at: .before(days: 117, hours: 6, minutes: 29), stance: .against,
                    text: """
                        Attention, un prix sans le contexte médical ne dit rien, et un cabinet unique dans \
                        une ville serait désigné.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "chat", at: .before(days: 117, hours: 1, minutes: 46), stance: .reply,
                            text: "Alors au niveau du département, avec au moins vingt factures.")
                    ])
            ],
            decisions: [
                ScriptedDecision(
                    .inProgress, by: "nathalie", at: .before(days: 47),
                    reason: """
                        Nous vous suivons sur le principe, avec la réserve posée en commentaire : jamais \
                        de chiffre qui désigne un cabinet ou un patient. Une étude est ouverte avec deux \
                        autres mutuelles pour réunir assez de données.
                        """)
            ]),
        ScriptedIdea(
            key: "total-annuel", author: "laine", at: .before(days: 113, hours: 15, minutes: 1), supports: 30,
            title: "Le bilan de l’année, en une page",
            text: """
                Ce que j’ai cotisé, ce qu’on m’a rendu, ce que j’ai gardé à ma charge. Et ce qui est allé \
                aux autres, puisque c’est le principe. Cela me rendrait plutôt fière.

                Je vois très bien la page. À gauche, ce que j’ai donné. À droite, ce que j’ai reçu. Au \
                milieu, ce qui est passé chez quelqu’un d’autre, sans nom évidemment, mais avec des mots : \
                « votre cotisation a participé à 4 hospitalisations et 31 paires de lunettes ». Les années \
                où je suis malade, la flèche change de sens, et je saurai dire merci.
                """,
            comments: [
                ScriptedComment(
                    by: "depuis88", at: .before(days: 113, hours: 6, minutes: 26), stance: .for,
                    text: "Fière, c’est le mot. Montrez-nous la solidarité, on la paie."),
                ScriptedComment(
                    by: "olivier", at: .before(days: 111, hours: 12, minutes: 44), stance: .question,
                    text: "Et si le chiffre pousse les bien portants à partir ?",
                    replies: [
                        ScriptedComment(
                            by: "laine", at: .before(days: 111, hours: 5, minutes: 44), stance: .reply,
                            text: "Je crois le contraire. Mais c’est à essayer.")
                    ]),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "nathalie", at: .before(days: 47),
                    reason: """
                        Retenue. La page « ce qui est allé aux autres » sera construite avec un groupe de \
                        sociétaires, car la façon de le dire compte autant que le chiffre.
                        """)
            ]),
        ScriptedIdea(
            key: "francais-facile", author: "aicha", at: .before(days: 108, hours: 6, minutes: 16),
            supports: 13,
            title: "Une version en français facile",
            text: """
                Pour ceux qui apprennent la langue, et pour les jours de fatigue. Phrases courtes, un \
                dessin.
                """,
            comments: [
                ScriptedComment(
                    by: "fatou", at: .before(days: 107, hours: 8, minutes: 2), stance: .for,
                    text: "Et pour les enfants qui traduisent.")
            ],
            decisions: [
                ScriptedDecision(
                    .rejected, by: "nathalie", at: .before(days: 47),
                    reason: """
                        Finaliste, et pourtant non retenue telle quelle : une version séparée arriverait \
                        toujours en retard sur l’autre. Nous avons choisi d’écrire simplement pour tout le \
                        monde, en commençant par le lexique et le nouveau décompte. Dites-nous dans six \
                        mois si cela suffit.
                        """)
            ]),
        ScriptedIdea(
            key: "reclamation-lunettes", author: "anon17", at: .before(days: 101, hours: 12, minutes: 6),
            supports: 2, visibility: .hidden,
            title: "Mes lunettes ne sont toujours pas remboursées",
            text: """
                Cela fait deux mois et demi que j’attends. J’ai envoyé la facture deux fois. Que faut-il \
                faire ?
                """,
            decisions: [
                ScriptedDecision(
                    .ineligible, by: "hugo", at: .before(days: 100, minutes: 54),
                    reason: """
                        Votre message décrit une situation qui vous concerne : ce n’est pas une idée mais \
                        une réclamation, et elle mérite mieux qu’un vote. Nous l’avons transmise le jour \
                        même au service Réclamations, qui vous en a accusé réception ; votre texte n’est \
                        plus visible que de vous et de l’équipe.
                        """)
            ]),
    ]
}
