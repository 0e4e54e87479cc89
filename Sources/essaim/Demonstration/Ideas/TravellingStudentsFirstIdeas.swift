import Domain

extension TravellingStudents {
    static let firstIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "carte-une-page", author: "mathilde", at: .before(days: 17, hours: 20, minutes: 1),
            title: "Une page, une seule, à montrer à l’hôpital",
            text: """
                Quand je suis arrivée à Tromsø avec une cheville en vrac, l’accueil m’a demandé ce que mon \
                assurance payait. J’avais un contrat de 34 pages en français dans ma boîte mail.

                Ce qu’il me fallait, c’est **une page**, dans la langue du pays ou au moins en anglais, \
                avec :

                - mon nom et mon numéro de contrat ;
                - ce qui est pris en charge et jusqu’à combien ;
                - qui paie : moi d’abord, ou vous directement ;
                - un numéro qui répond la nuit.

                Pas une brochure. Une page, à garder en photo dans le téléphone quand il n’y a plus de \
                réseau.
                """,
            comments: [
                ScriptedComment(
                    by: "cigogne", at: .before(days: 17, hours: 14, minutes: 35), stance: .for,
                    text: """
                        Nous l’avions fabriquée nous-mêmes pour notre fille, à la main, avec un traducteur \
                        en ligne. La version de l’assureur aurait quand même plus de poids à un guichet.
                        """),
                ScriptedComment(
                    by: "sac23", at: .before(days: 16, hours: 17, minutes: 45), stance: .question,
                    text: """
                        La langue du pays, d’accord, mais le portugais du Brésil et celui du Portugal ? Il \
                        faut peut-être commencer par l’anglais et l’espagnol.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "mathilde", at: .before(days: 16, hours: 12, minutes: 25), stance: .reply,
                            text: """
                                Oui, commencer petit me va. L’anglais suffit dans la plupart des services \
                                d’urgence que j’ai vus.
                                """)
                    ]),
                ScriptedComment(
                    by: "samia", at: .before(days: 15, hours: 15, minutes: 34), stance: .question,
                    text: """
                        Merci pour ce récit précis. Une question pour la suite : à l’accueil, vous a-t-on \
                        demandé une avance, ou seulement une preuve de couverture ? Les deux n’appellent \
                        pas le même document.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "mathilde", at: .before(days: 15, hours: 7, minutes: 44), stance: .reply,
                            text: """
                                Une preuve, d’abord. L’avance est venue le lendemain, pour la radio : \
                                l’équivalent de 210 €.
                                """)
                    ]),
                ScriptedComment(
                    by: "bastien", at: .before(days: 10, hours: 17, minutes: 34), stance: .for,
                    text: """
                        Et un QR code qui renvoie vers la version à jour, parce que la photo dans le \
                        téléphone datera d’avant mon changement de formule.
                        """),
            ]),
        ScriptedIdea(
            key: "caution-logement", author: "sac23", at: .before(days: 17, hours: 3, minutes: 22),
            title: "Un garant reconnu par les propriétaires étrangers",
            text: """
                À Séville, le propriétaire voulait six mois de loyer d’avance parce que mes parents « ne \
                sont pas espagnols ». On a vidé un livret. Si la mutuelle pouvait se porter garante, ou au \
                moins fournir une lettre traduite qui dit « ce foyer est assuré chez nous depuis vingt ans \
                et paie ses cotisations », beaucoup de portes s’ouvriraient.
                """,
            comments: [
                ScriptedComment(
                    by: "tardif", at: .before(days: 16, hours: 14, minutes: 33), stance: .for,
                    text: "J’ai perdu deux appartements à Bologne à cause de ça. Deux."),
                ScriptedComment(
                    by: "depuis88", at: .before(days: 15, hours: 10, minutes: 45), stance: .against,
                    text: """
                        Se porter caution est un métier, avec des impayés au bout. Je ne veux pas que nos \
                        cotisations servent à payer les loyers de gens qui ont quitté le pays. La lettre, \
                        en revanche, ne coûte rien.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "sac23", at: .before(days: 15, hours: 6, minutes: 32), stance: .reply,
                            text: "C’est honnête. La lettre m’aurait déjà bien aidé.")
                    ]),
                ScriptedComment(
                    by: "locataire", at: .before(days: 13, hours: 8, minutes: 45), stance: .for,
                    text: """
                        En France, Visale existe pour les étudiants. À l’étranger, rien. Il y a un vrai \
                        trou.
                        """),
            ]),
        ScriptedIdea(
            key: "rapatriement-clair", author: "parent", at: .before(days: 16, hours: 22, minutes: 4),
            title: "Rapatriement : dire quand c’est non",
            text: """
                On nous vend « rapatriement inclus ». En lisant, on découvre que c’est le médecin de \
                l’assisteur qui décide. Très bien, mais qu’on nous le dise **avant**, avec des exemples : \
                fracture simple, on soigne sur place ; opération lourde, on rapatrie ; déprime, on ne sait \
                pas. Une dizaine de cas réels, avec la décision prise et pourquoi. Ça m’éviterait \
                d’imaginer le pire depuis mon canapé.

                Pour que l’exemple soit complet, voici le nôtre. Mon fils s’est cassé le poignet à Lima un \
                vendredi soir. On nous a dit « on vous rappelle ». Personne n’a dit quand. Le médecin de \
                l’assistance avait déjà parlé à l’hôpital, tout était réglé, mais nous ne le savions pas. \
                Nous avons acheté un billet d’avion pour rien.

                Donc, avec les exemples, je voudrais :

                - le nom de celui qui décide, et son délai ;
                - ce que la famille peut faire en attendant, et ce qu’il vaut mieux qu’elle ne fasse pas ;
                - un rappel à heure dite, même pour dire qu’il n’y a rien de nouveau.
                """,
            comments: [
                ScriptedComment(
                    by: "veilleur", at: .before(days: 16, hours: 13, minutes: 53), stance: .for,
                    text: """
                        Soignant moi-même : le critère est médical et c’est heureux. Mais rien n’empêche \
                        de l’expliquer avec des cas anonymes.
                        """),
                ScriptedComment(
                    by: "louise", at: .before(days: 16, hours: 3, minutes: 2), stance: .for,
                    text: """
                        « Déprime, on ne sait pas » : c’est exactement notre histoire. Ma fille est \
                        rentrée à ses frais.
                        """),
            ]),
        ScriptedIdea(
            key: "psy-en-francais", author: "nour", at: .before(days: 15, hours: 6, minutes: 37),
            title: "Parler à quelqu’un, en français, à l’heure de là-bas",
            text: """
                Le plus dur n’a pas été la grippe, ç’a été novembre. Il fait nuit à 15 h, on ne connaît \
                personne, tout le monde a l’air d’aller bien sur les photos.

                Je voudrais pouvoir prendre un rendez-vous avec un psychologue francophone, en visio, **à \
                une heure normale pour le pays où je suis**. Quatre ou cinq séances par an, sans passer \
                par mes parents et sans que ça apparaisse sur le relevé familial.

                Le dernier point est le plus important. J’étais rattachée au contrat de ma mère. Je n’ai \
                pas consulté parce qu’elle l’aurait vu.
                """,
            comments: [
                ScriptedComment(
                    by: "louise", at: .before(days: 15, hours: 3, minutes: 8), stance: .for,
                    text: """
                        Je suis une mère et je soutiens cette idée, y compris la partie où je ne vois \
                        rien.
                        """),
                ScriptedComment(
                    by: "veilleur", at: .before(days: 14, hours: 8, minutes: 52), stance: .for,
                    text: """
                        Quatre séances, ça peut suffire à passer un cap ou à être orienté. C’est la \
                        confidentialité qui fera venir ou non.
                        """),
                ScriptedComment(
                    by: "nathalie", at: .before(days: 13, hours: 7, minutes: 3), stance: .question,
                    text: """
                        Le point sur le relevé familial nous intéresse beaucoup. Un étudiant majeur peut \
                        demander des décomptes séparés, mais presque personne ne le sait. Où auriez-vous \
                        cherché cette information ?
                        """,
                    replies: [
                        ScriptedComment(
                            by: "nour", at: .before(days: 12, hours: 23, minutes: 30), stance: .reply,
                            text: """
                                Nulle part, justement. Mettez la question au moment de l’inscription : « À \
                                qui envoyer vos remboursements ? »
                                """)
                    ]),
                ScriptedComment(
                    by: "ines", at: .before(days: 10, hours: 6, minutes: 36), stance: .question,
                    text: """
                        Et pour ceux qui ne sont pas francophones de naissance ? J’ai des amis qui \
                        préféreraient l’arabe ou l’anglais.
                        """),
            ]),
        ScriptedIdea(
            key: "attestation-minute", author: "bastien", at: .before(days: 14, hours: 23, minutes: 39),
            title: "L’attestation en anglais, tout de suite, sans appeler",
            text: """
                L’université de Varsovie m’a donné 48 heures pour fournir une attestation de \
                responsabilité civile en anglais. J’ai appelé trois fois. Un bouton « télécharger en \
                anglais » et c’est fini.
                """,
            comments: [
                ScriptedComment(
                    by: "tom", at: .before(days: 13, hours: 16, minutes: 48), stance: .for,
                    text: "Pareil pour un stage en Irlande."),
                ScriptedComment(
                    by: "stagiaire", at: .before(days: 12, hours: 5, minutes: 1), stance: .for,
                    text: "Ajoutez l’allemand, les entreprises là-bas y tiennent."),
            ]),
        ScriptedIdea(
            key: "avance-frais", author: "ines", at: .before(days: 14, hours: 2, minutes: 27),
            title: "Ne plus avancer les frais quand le compte est vide",
            text: """
                Au Québec, ma consultation aux urgences a coûté 740 $. J’ai été remboursée de tout, en \
                cinq semaines. Pendant cinq semaines j’ai mangé des pâtes.

                Deux pistes :
                1. une carte de paiement réservée à la santé, débloquée par téléphone au moment où l’on \
                est à l’hôpital ;
                2. ou un virement sous 48 heures sur simple photo de la facture, avec vérification après.

                Je préfère la deuxième : pas de carte à perdre.
                """,
            comments: [
                ScriptedComment(
                    by: "benoit", at: .before(days: 13, hours: 11, minutes: 18), stance: .against,
                    text: """
                        Vérifier après, c’est la porte ouverte aux fausses factures. Je paie pour les \
                        autres, je veux bien, mais pas pour les tricheurs.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "ines", at: .before(days: 13, hours: 4, minutes: 27), stance: .reply,
                            text: """
                                On peut plafonner à 500 € et suspendre le service au premier abus. Ceux \
                                qui trichent ne vont pas apprendre la photo de facture grâce à nous.
                                """),
                        ScriptedComment(
                            by: "nadia", at: .before(days: 12, minutes: 47), stance: .reply,
                            text: """
                                Un plafond et un seul virement d’avance en cours à la fois : ça limite \
                                déjà beaucoup.
                                """),
                    ]),
                ScriptedComment(
                    by: "pedro", at: .before(days: 11, hours: 2, minutes: 46), stance: .for,
                    text: """
                        À Lisbonne la clinique privée a accepté d’attendre, mais parce que j’y connaissais \
                        quelqu’un.
                        """),
            ]),
    ]
}
