import Domain

extension ReadableRefunds {
    static let firstIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "trois-lignes", author: "colette", at: .before(days: 129, hours: 8, minutes: 50),
            supports: 90,
            title: "Trois lignes et rien d’autre",
            text: """
                Vous avez payé. La Sécurité sociale a rendu. Nous avons rendu. **Reste à votre charge.** \
                Cela fait quatre lignes, pardon. En caractères assez grands pour mes yeux.

                Tout le reste, vous pouvez le mettre au dos.
                """,
            comments: [
                ScriptedComment(
                    by: "rene", at: .before(days: 129, hours: 3, minutes: 17), stance: .for,
                    text: "Au dos, voilà. Au dos."),
                ScriptedComment(
                    by: "laine", at: .before(days: 128, hours: 12, minutes: 14), stance: .for,
                    text: "Et que la dernière ligne soit en gras, c’est la seule que je cherche."),
                ScriptedComment(
                    by: "benoit", at: .before(days: 127, hours: 8, minutes: 12), stance: .question,
                    text: "Et les actes à plusieurs, comme une journée à l’hôpital ?",
                    replies: [
                        ScriptedComment(
                            by: "colette", at: .before(days: 127, hours: 1, minutes: 18), stance: .reply,
                            text: """
                                Quatre lignes par acte. S’il y a dix actes, dix fois quatre lignes, et un \
                                total.
                                """)
                    ]),
            ],
            decisions: [
                ScriptedDecision(
                    .winner, by: "nathalie", at: .before(days: 47),
                    reason: """
                        Première des votes, à une voix près, et première du comité. Vous avez su dire en \
                        quarante mots ce que nos relevés ne disaient pas en deux pages. Le nouveau \
                        décompte reprend vos quatre lignes, dans votre ordre, avec votre total.
                        """),
                ScriptedDecision(
                    .inProgress, by: "nathalie", at: .before(days: 20, minutes: 31),
                    reason: """
                        La maquette a été lue par quarante sociétaires de 19 à 88 ans. Trente-sept ont \
                        trouvé leur reste à charge en moins de dix secondes ; nous corrigeons pour les \
                        trois autres.
                        """),
            ]),
        ScriptedIdea(
            key: "avant-pas-apres", author: "benoit", at: .before(days: 128, hours: 20, minutes: 57),
            supports: 89,
            title: "Savoir avant le rendez-vous, pas après",
            text: """
                Je photographie le devis du dentiste, on me répond le soir même : ce qui vous restera, à \
                l’euro près, et ce que cela aurait coûté avec le panier sans reste à charge. **Avant** de \
                m’asseoir dans le fauteuil.

                Aujourd’hui, la réponse arrive en huit jours, en pourcentage de la base de remboursement. \
                Je suis comptable et je n’y comprends rien.

                J’ai gardé mes trois derniers devis et les trois réponses. Le premier disait « 125 % \
                BRSS ». Le deuxième « 125 % BRSS, sous déduction du RO ». Le troisième, après mon appel : \
                « il vous restera 312 € ». C’est la troisième phrase qu’il fallait envoyer en premier.

                Et puisque le panier sans reste à charge existe, dites-le sur la même page. J’aurais \
                peut-être choisi l’autre couronne. J’aurais au moins choisi.
                """,
            comments: [
                ScriptedComment(
                    by: "nadia", at: .before(days: 128, hours: 14, minutes: 2), stance: .for,
                    text: """
                        « Je suis comptable et je n’y comprends rien » devrait figurer dans le rapport \
                        annuel.
                        """),
                ScriptedComment(
                    by: "thuy", at: .before(days: 127, hours: 14, minutes: 17), stance: .for,
                    text: "Même chose pour les lunettes, devant l’opticien qui attend."),
                ScriptedComment(
                    by: "veilleur", at: .before(days: 125, hours: 21, minutes: 29), stance: .question,
                    text: "Le soir même, week-end compris ?",
                    replies: [
                        ScriptedComment(
                            by: "nathalie", at: .before(days: 125, hours: 12, minutes: 53), stance: .reply,
                            text: """
                                C’est la question que nous nous posons aussi. Un devis lisible peut \
                                recevoir une réponse automatique ; les autres attendront le lundi.
                                """)
                    ]),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "nathalie", at: .before(days: 47),
                    reason: """
                        Retenue, deuxième à une voix. Réponse en euros sous un jour ouvré pour les devis \
                        dentaires et optiques, avec l’équivalent sans reste à charge en regard.
                        """),
                ScriptedDecision(
                    .implemented, by: "nathalie", at: .before(days: 8, minutes: 58),
                    reason: """
                        Le service est ouvert : neuf devis sur dix reçoivent leur réponse dans la journée. \
                        Le dixième est presque toujours une photo floue ; un conseil s’affiche désormais \
                        avant l’envoi.
                        """),
            ]),
        ScriptedIdea(
            key: "mots-simples", author: "fatou", at: .before(days: 127, hours: 11, minutes: 44),
            supports: 54,
            title: "Un lexique écrit par des adhérents",
            text: """
                « Ticket modérateur », « base de remboursement », « dépassement maîtrisé ». Je traduis \
                pour ma mère et j’invente la moitié. Faites écrire les définitions par nous, et faites-les \
                relire par vos juristes, pas l’inverse.
                """,
            comments: [
                ScriptedComment(
                    by: "aicha", at: .before(days: 127, minutes: 51), stance: .for,
                    text: """
                        Ticket modérateur : la part que la Sécu ne paie pas. Sept mots, c’est possible.
                        """),
                ScriptedComment(
                    by: "gwenn", at: .before(days: 125, hours: 20, minutes: 52), stance: .for,
                    text: "« Pas l’inverse » : bravo."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "nathalie", at: .before(days: 47),
                    reason: """
                        Retenue. Douze sociétaires volontaires ont déjà proposé trente définitions ; nos \
                        juristes n’en ont corrigé que quatre.
                        """),
                ScriptedDecision(
                    .implemented, by: "nathalie", at: .before(days: 15, minutes: 23),
                    reason: """
                        Le lexique est en ligne et imprimé au dos du nouveau décompte. Chaque définition \
                        porte le pseudonyme de son auteur, s’il l’a voulu.
                        """),
            ]),
        ScriptedIdea(
            key: "delais-affiches", author: "olivier", at: .before(days: 126, hours: 7, minutes: 13),
            supports: 38,
            title: "Afficher le délai du jour",
            text: """
                « Aujourd’hui, nous remboursons les demandes reçues le 4. » Comme au marché. Je cesserais \
                d’appeler pour demander où en est mon dossier.
                """,
            comments: [
                ScriptedComment(
                    by: "gaston", at: .before(days: 125, hours: 16, minutes: 13), stance: .for,
                    text: "Simple, honnête."),
                ScriptedComment(
                    by: "pedro", at: .before(days: 124, hours: 9, minutes: 56), stance: .for,
                    text: "Et ne pas le cacher quand il est mauvais."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "nathalie", at: .before(days: 47),
                    reason: """
                        Retenue, et d’accord avec la remarque : le délai restera affiché quand il sera \
                        mauvais.
                        """),
                ScriptedDecision(
                    .implemented, by: "nathalie", at: .before(days: 30, minutes: 32),
                    reason: """
                        Affiché depuis ce matin sur la page d’accueil et au répondeur, calculé chaque \
                        nuit.
                        """),
            ]),
        ScriptedIdea(
            key: "ecouter-son-decompte", author: "violette", at: .before(days: 125, hours: 16, minutes: 51),
            supports: 32,
            title: "L’écouter plutôt que le lire",
            text: """
                Je vois mal. Un numéro, je tape ma date de naissance et un code, une voix me lit mes trois \
                derniers remboursements. Le service vocal de ma banque le fait depuis 1995.
                """,
            comments: [
                ScriptedComment(
                    by: "colette", at: .before(days: 125, hours: 8, minutes: 2), stance: .for,
                    text: "Une vraie voix, pas une qui avale les chiffres."),
                ScriptedComment(
                    by: "tilleul", at: .before(days: 123, hours: 4, minutes: 44), stance: .for,
                    text: "Pensez aussi aux lecteurs d’écran : le PDF actuel est une image."),
            ],
            decisions: [
                ScriptedDecision(
                    .planned, by: "nathalie", at: .before(days: 47),
                    reason: """
                        Décidé, en deux temps. D’abord un décompte lisible par les lecteurs d’écran, \
                        ensuite le serveur vocal, dont le marché est en cours. Vous serez invitée à \
                        l’essayer avant tout le monde.
                        """)
            ]),
        ScriptedIdea(
            key: "photo-ordonnance", author: "tom", at: .before(days: 124, hours: 4, minutes: 55),
            supports: 19,
            title: "Tout par photo",
            text: "J’envoie tout en photo et on se débrouille.",
            comments: [
                ScriptedComment(
                    by: "nathalie", at: .before(days: 122, hours: 22, minutes: 8), stance: .question,
                    text: "Tout, c’est-à-dire ?")
            ],
            decisions: [
                ScriptedDecision(
                    .rejected, by: "nathalie", at: .before(days: 47),
                    reason: """
                        La plupart des soins sont déjà transmis sans papier par les professionnels : une \
                        photo ferait double emploi et risquerait deux remboursements. Pour les cas où le \
                        papier reste nécessaire, l’envoi par photo existe dans votre espace, rubrique \
                        « Envoyer une facture ».
                        """)
            ]),
        ScriptedIdea(
            key: "enfants-etudiants", author: "cigogne", at: .before(days: 122, hours: 13, minutes: 7),
            supports: 28,
            title: "Chacun son relevé à partir de 18 ans",
            text: """
                Ma fille majeure reçoit ses soins sur mon relevé. Elle n’aime pas, moi non plus. Que ce \
                soit proposé le jour de ses 18 ans.
                """,
            comments: [
                ScriptedComment(
                    by: "nour", at: .before(days: 122, hours: 3, minutes: 15), stance: .for,
                    text: "Le plus beau cadeau d’anniversaire administratif."),
                ScriptedComment(
                    by: "louise", at: .before(days: 120, hours: 19, minutes: 42), stance: .for,
                    text: "Nous aurions dû le demander, mais à qui ?"),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "nathalie", at: .before(days: 47),
                    reason: """
                        Retenue. Un courrier adressé au jeune adulte lui-même, dans le mois de ses 18 ans, \
                        lui demandera à qui envoyer ses décomptes et sur quel compte.
                        """),
                ScriptedDecision(
                    .planned, by: "nathalie", at: .before(days: 22, minutes: 1),
                    reason: """
                        Prévu à partir de janvier prochain. Les 1 900 jeunes déjà majeurs le recevront en \
                        une fois.
                        """),
            ]),
    ]
}
