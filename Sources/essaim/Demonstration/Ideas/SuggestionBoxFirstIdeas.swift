import Domain

extension SuggestionBox {
    static let firstIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "enveloppe-t", author: "rene", at: .before(days: 231, hours: 9, minutes: 21), supports: 26,
            title: "Remettre une enveloppe timbrée",
            text: """
                Vous écrivez « répondez-nous » et il n’y a pas d’enveloppe. Je n’ai pas d’imprimante, j’ai \
                une écriture lisible.
                """,
            comments: [
                ScriptedComment(
                    by: "laine", at: .before(days: 230, hours: 2, minutes: 44), stance: .for,
                    text: "Une enveloppe, c’est une invitation.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 219, minutes: 30),
                    reason: """
                        Entendu. L’enveloppe revient dans tous les courriers qui attendent une réponse, \
                        pour les sociétaires qui ont choisi le papier.
                        """),
                ScriptedDecision(
                    .implemented, by: "claire", at: .before(days: 160, minutes: 53),
                    reason: """
                        C’est fait depuis l’avis d’échéance du printemps. Les réponses par courrier ont \
                        doublé.
                        """),
            ]),
        ScriptedIdea(
            key: "paiement-15", author: "fatou", at: .before(days: 214, hours: 14, minutes: 38), supports: 31,
            title: "Choisir le jour du prélèvement",
            text: """
                Ma paie tombe le 8, vous prélevez le 5. Chaque mois, trois jours d’angoisse et parfois des \
                frais de rejet. Laissez-nous choisir entre quatre dates.
                """,
            comments: [
                ScriptedComment(
                    by: "samir", at: .before(days: 214, hours: 4, minutes: 55), stance: .for,
                    text: "Le 5, c’est la date de ceux qui sont payés le 1er."),
                ScriptedComment(
                    by: "aicha", at: .before(days: 213, hours: 12, minutes: 1), stance: .for,
                    text: "Les frais de rejet coûtent plus cher que ma garantie vol."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 203, minutes: 8),
                    reason: """
                        Retenue. Le 5, le 10, le 15 ou le 20, au choix, modifiable une fois par an.
                        """),
                ScriptedDecision(
                    .implemented, by: "claire", at: .before(days: 121, minutes: 29),
                    reason: """
                        Ouvert à tous. Onze mille sociétaires ont déjà changé de date et les rejets ont \
                        baissé de 40 %.
                        """),
            ]),
        ScriptedIdea(
            key: "haie-seche", author: "abeille", at: .before(days: 187, hours: 8, minutes: 59), supports: 17,
            title: "Des haies plutôt que des murs",
            text: """
                Une haie épaisse arrête le vent, l’eau, les voleurs et nourrit les abeilles. Une petite \
                aide à la plantation pour les maisons exposées, et un conseil sur la distance aux murs \
                (les racines, je sais).
                """,
            comments: [
                ScriptedComment(
                    by: "benoit", at: .before(days: 185, hours: 15, minutes: 3), stance: .question,
                    text: "Quel rapport avec l’assurance ?",
                    replies: [
                        ScriptedComment(
                            by: "abeille", at: .before(days: 185, hours: 10, minutes: 58), stance: .reply,
                            text: """
                                Les tuiles, le ruissellement et les cambriolages. Un rapport assez direct.
                                """)
                    ])
            ],
            decisions: [
                ScriptedDecision(
                    .underStudy, by: "paulhenri", at: .before(days: 176, minutes: 12),
                    reason: """
                        L’idée nous plaît et nous manquons de preuves. Nous comparons, avec un lycée \
                        agricole, les dégâts du vent sur quarante maisons avec et sans haie. Résultats \
                        après l’hiver.
                        """)
            ]),
        ScriptedIdea(
            key: "assemblee-en-ligne", author: "gwenn", at: .before(days: 172, hours: 19, minutes: 21),
            supports: 22,
            title: "Suivre l’assemblée générale sans prendre un jour de congé",
            text: """
                Elle a lieu un jeudi à 14 h. Une diffusion, les questions par écrit, et le vote qui reste \
                ouvert deux jours.
                """,
            comments: [
                ScriptedComment(
                    by: "depuis88", at: .before(days: 172, hours: 6, minutes: 13), stance: .against,
                    text: "J’y vais depuis trente ans. Ce qui compte, c’est de se voir.",
                    replies: [
                        ScriptedComment(
                            by: "gwenn", at: .before(days: 171, hours: 22, minutes: 49), stance: .reply,
                            text: "L’un n’empêche pas l’autre. Je viendrais un samedi.")
                    ])
            ],
            decisions: [
                ScriptedDecision(
                    .planned, by: "claire", at: .before(days: 160, minutes: 35),
                    reason: """
                        La prochaine assemblée se tiendra un samedi matin, avec diffusion et vote ouvert \
                        jusqu’au lundi. Le déjeuner, lui, reste sur place.
                        """)
            ]),
        ScriptedIdea(
            key: "accueil-braille", author: "yael", at: .before(days: 149, hours: 7, minutes: 47),
            supports: 19,
            title: "Dire bonjour à l’accueil, vraiment",
            text: """
                À l’agence de Valbourg, la borne prend un ticket, l’écran affiche un numéro, une voix \
                l’annonce. Sourde, je regarde ; ma voisine aveugle, elle écoute. Personne ne nous regarde, \
                nous. Remettez quelqu’un à l’entrée.
                """,
            comments: [
                ScriptedComment(
                    by: "colette", at: .before(days: 148, hours: 14, minutes: 39), stance: .for,
                    text: "La borne ne m’a jamais demandé comment j’allais.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 138, minutes: 30),
                    reason: """
                        Retenue. Une personne accueille désormais à l’entrée aux heures d’affluence ; la \
                        borne reste pour ceux qui la préfèrent.
                        """)
            ]),
        ScriptedIdea(
            key: "carte-postale", author: "odile", at: .before(days: 118, hours: 12, minutes: 20),
            supports: 8,
            title: "Envoyer une carte aux nouveaux centenaires",
            text: "Nous en avons sûrement. Une vraie carte, écrite à la main.",
            comments: [
                ScriptedComment(
                    by: "marijo", at: .before(days: 117, hours: 13, minutes: 58), stance: .for,
                    text: "Je veux bien les écrire."),
                ScriptedComment(
                    by: "odile", at: .before(days: 116, hours: 9, minutes: 12), stance: .reply,
                    text: "Merci Marijo. Appelez-moi au 02 61 91 45 12, j’ai déjà la liste des rues."),
            ],
            decisions: [
                ScriptedDecision(
                    .implemented, by: "claire", at: .before(days: 104, minutes: 56),
                    reason: """
                        Nous en avions vingt-trois. Les cartes sont parties, écrites par une sociétaire \
                        volontaire qui se reconnaîtra. Deux ont répondu, dont une en vers.
                        """)
            ]),
        ScriptedIdea(
            key: "changer-nom", author: "gwenn", at: .before(days: 97, hours: 15, minutes: 21), supports: 14,
            title: "Changer de prénom sans renvoyer tout le dossier",
            text: """
                Après un changement de prénom à l’état civil, il a fallu sept échanges. Un seul \
                formulaire, un seul justificatif, et que l’ancien prénom **disparaisse des courriers**.
                """,
            comments: [
                ScriptedComment(
                    by: "nour", at: .before(days: 97, hours: 8, minutes: 46), stance: .for,
                    text: "Tous les courriers, y compris les relances automatiques.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 86, minutes: 32),
                    reason: """
                        Retenue, avec nos excuses. La cause était un second fichier, celui des relances, \
                        jamais mis à jour.
                        """),
                ScriptedDecision(
                    .inProgress, by: "claire", at: .before(days: 33, minutes: 12),
                    reason: """
                        Les deux fichiers sont réunis. Il reste les archives, qui doivent garder l’ancien \
                        état civil pour la loi mais ne doivent plus servir à écrire.
                        """),
            ]),
        ScriptedIdea(
            key: "jardin-agence", author: "courgette", at: .before(days: 63, hours: 9, minutes: 3),
            supports: 11,
            title: "Un composteur derrière l’agence",
            text: """
                Il y a 40 m² de gazon que personne ne regarde. Un composteur de quartier, et des tilleuls, \
                puisque c’est votre nom.
                """,
            comments: [
                ScriptedComment(
                    by: "hirondelle", at: .before(days: 62, hours: 18, minutes: 22), stance: .for,
                    text: "Les tilleuls, quand même.")
            ],
            decisions: [
                ScriptedDecision(
                    .rejected, by: "claire", at: .before(days: 52, minutes: 45),
                    reason: """
                        Le terrain appartient à la commune, qui y prévoit un abri à vélos : nous ne \
                        pouvons pas y planter. Nous avons transmis votre proposition au service des \
                        espaces verts et offert deux tilleuls pour la place voisine.
                        """)
            ]),
    ]
}
