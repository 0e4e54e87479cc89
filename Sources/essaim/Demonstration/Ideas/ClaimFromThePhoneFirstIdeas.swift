import Domain

extension ClaimFromThePhone {
    static let firstIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "constat-photo", author: "hirondelle", at: .before(days: 398, hours: 12, minutes: 47),
            supports: 102,
            title: "Le constat par photo, guidé pas à pas",
            text: """
                Trois photos : la plaque, le choc, l’ensemble. L’application me dit « reculez », « plus à \
                gauche », « c’est bon ». Puis elle remplit ce qu’elle peut et je corrige.

                Sous la pluie, avec les mains qui tremblent, je ne sais pas dessiner un croquis.
                """,
            comments: [
                ScriptedComment(
                    by: "twingo", at: .before(days: 398, hours: 2, minutes: 34), stance: .for,
                    text: "Les mains qui tremblent, oui. On n’y pense pas au bureau."),
                ScriptedComment(
                    by: "gaston", at: .before(days: 396, hours: 13, minutes: 24), stance: .question,
                    text: "Et sans téléphone ?",
                    replies: [
                        ScriptedComment(
                            by: "hirondelle", at: .before(days: 396, hours: 8, minutes: 18), stance: .reply,
                            text: "Le papier reste dans la boîte à gants, bien sûr.")
                    ]),
            ],
            decisions: [
                ScriptedDecision(
                    .winner, by: "samia", at: .before(days: 320),
                    reason: """
                        Lauréate. Nos gestionnaires reçoivent des formulaires ; vous leur avez montré les \
                        mains qui tremblent, la pluie et le croquis impossible. La prise de vue guidée \
                        entre au programme de l’application.
                        """),
                ScriptedDecision(
                    .inProgress, by: "samia", at: .before(days: 240, minutes: 7),
                    reason: """
                        Le guidage fonctionne de jour. La nuit et la pluie, justement votre cas, demandent \
                        encore deux mois.
                        """),
                ScriptedDecision(
                    .implemented, by: "samia", at: .before(days: 118, minutes: 23),
                    reason: """
                        Livré. Un constat prend en moyenne sept minutes, contre vingt-six sur papier. Le \
                        papier, lui, reste valable et reste dans la boîte à gants.
                        """),
            ]),
        ScriptedIdea(
            key: "qui-fait-quoi", author: "voisine", at: .before(days: 398, hours: 3, minutes: 1),
            supports: 77,
            title: "Après la déclaration, dire qui fait quoi et quand",
            text: """
                J’ai déclaré. Et puis ? Expert ou pas ? Syndic ou moi ? Je sèche les murs ou je n’y touche \
                pas ? Une frise, cinq étapes, une date à chacune, et le nom de celui qui doit agir. **Même \
                quand c’est moi.**

                Pour un dégât des eaux, voici les cinq étapes telles que je les ai devinées après coup :

                1. couper l’eau, prévenir la voisine du dessus, photographier ;
                2. déclarer, chacun chez son assureur ;
                3. attendre la visite, ou savoir qu’il n’y en aura pas ;
                4. faire sécher, ce qui prend des semaines et que personne ne m’avait dit ;
                5. repeindre, et envoyer la facture.

                J’étais bloquée à l’étape 3 alors qu’on m’attendait à l’étape 4. Ce n’est la faute de \
                personne, et c’est bien le problème.
                """,
            comments: [
                ScriptedComment(
                    by: "studio", at: .before(days: 397, hours: 12, minutes: 28), stance: .for,
                    text: """
                        « Je sèche ou je n’y touche pas » : j’ai attendu trois semaines sans oser.
                        """),
                ScriptedComment(
                    by: "troisieme", at: .before(days: 395, hours: 14, minutes: 17), stance: .for,
                    text: "Avec une copie pour le propriétaire."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "samia", at: .before(days: 320),
                    reason: """
                        Retenue sans réserve. La frise sera la première chose que l’on verra après une \
                        déclaration.
                        """),
                ScriptedDecision(
                    .implemented, by: "samia", at: .before(days: 181, minutes: 15),
                    reason: """
                        Livrée pour les dégâts des eaux. Les appels « où en est mon dossier » ont baissé \
                        d’un tiers en quatre mois.
                        """),
                ScriptedDecision(
                    .implemented, by: "samia", at: .before(days: 92, minutes: 45),
                    reason: """
                        Étendue au bris de glace, au vol et à la tempête. La copie au propriétaire est \
                        possible d’un bouton, si vous le souhaitez.
                        """),
            ]),
        ScriptedIdea(
            key: "brouillon-hors-ligne", author: "bois", at: .before(days: 396, hours: 8, minutes: 40),
            supports: 45,
            title: "Ne pas perdre ce qu’on a écrit",
            text: """
                Dans une cave inondée, il n’y a pas de réseau. J’ai tapé quinze lignes, perdu. Gardez le \
                brouillon.
                """,
            comments: [
                ScriptedComment(
                    by: "zinc", at: .before(days: 395, hours: 23, minutes: 16), stance: .for,
                    text: "Deux fois. Après la deuxième, j’ai appelé.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "samia", at: .before(days: 320),
                    reason: """
                        Retenue. Perdre le texte de quelqu’un qui a les pieds dans l’eau est une faute, \
                        pas un détail.
                        """),
                ScriptedDecision(
                    .implemented, by: "samia", at: .before(days: 270, minutes: 25),
                    reason: """
                        Le brouillon est gardé à chaque phrase, même sans réseau, et repris sur un autre \
                        appareil.
                        """),
            ]),
        ScriptedIdea(
            key: "expert-video", author: "olivier", at: .before(days: 395, hours: 17, minutes: 39),
            supports: 39,
            title: "L’expert en visio pour les petits dégâts",
            text: """
                Un plafond taché, c’est dix minutes de vidéo, pas trois semaines d’attente. Et l’expert \
                vient en vrai si l’un de nous deux le demande.
                """,
            comments: [
                ScriptedComment(
                    by: "benoit", at: .before(days: 395, hours: 4, minutes: 58), stance: .against,
                    text: "À distance, il verra ce qu’il voudra bien voir.",
                    replies: [
                        ScriptedComment(
                            by: "olivier", at: .before(days: 394, hours: 23, minutes: 45), stance: .reply,
                            text: "C’est pourquoi l’assuré garde le droit d’exiger la visite.")
                    ]),
                ScriptedComment(
                    by: "menuisiere", at: .before(days: 393, hours: 10, minutes: 38), stance: .for,
                    text: "Pour moi, artisan, cela permettrait de commencer avant l’hiver."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "samia", at: .before(days: 320),
                    reason: """
                        Retenue avec votre garde-fou : chacun peut exiger la visite, sans se justifier.
                        """),
                ScriptedDecision(
                    .implemented, by: "samia", at: .before(days: 205, minutes: 58),
                    reason: """
                        Ouverte pour les dommages estimés à moins de 1 600 €. Une visite sur onze est \
                        finalement demandée, et accordée.
                        """),
            ]),
        ScriptedIdea(
            key: "photo-avant", author: "pervenche", at: .before(days: 394, hours: 11, minutes: 45),
            supports: 34,
            title: "Photographier quand tout va bien",
            text: """
                Une fois par an, la mutuelle me rappelle de faire le tour de l’appartement en photo. Elles \
                restent chez moi.
                """,
            comments: [
                ScriptedComment(
                    by: "plume", at: .before(days: 393, hours: 6, minutes: 52), stance: .for,
                    text: "Chez moi : bien.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 320),
                    reason: """
                        Retenue. Un rappel annuel, un guide de prise de vue, et aucune image envoyée tant \
                        que vous n’avez rien à déclarer.
                        """),
                ScriptedDecision(
                    .implemented, by: "claire", at: .before(days: 150, minutes: 36),
                    reason: """
                        Le premier rappel est parti avec l’avis d’échéance. Un sociétaire sur six dit \
                        avoir fait le tour.
                        """),
            ]),
        ScriptedIdea(
            key: "une-seule-fois", author: "nadia", at: .before(days: 392, hours: 6, minutes: 3),
            supports: 51,
            title: "Ne jamais redemander ce que vous savez déjà",
            text: """
                Mon adresse, mon numéro, la surface, l’étage. Tout est chez vous. Le formulaire doit \
                arriver rempli ; je corrige si c’est faux.
                """,
            comments: [
                ScriptedComment(
                    by: "rene", at: .before(days: 391, hours: 9, minutes: 50), stance: .for,
                    text: """
                        J’ai donné mon année de naissance six fois dans le même dossier. Elle n’a pas \
                        changé.
                        """)
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "samia", at: .before(days: 320),
                    reason: """
                        Retenue. Nous avons compté : dix-neuf des trente et une questions portaient sur \
                        des choses déjà connues.
                        """),
                ScriptedDecision(
                    .inProgress, by: "samia", at: .before(days: 140, minutes: 52),
                    reason: """
                        Douze questions sont supprimées. Les sept dernières dépendent d’un vieux logiciel \
                        que nous remplaçons.
                        """),
            ]),
    ]
}
