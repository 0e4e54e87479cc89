import Domain

extension UnheardOfService {
    static let firstIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "visite-de-cinq-ans", author: "volt", at: .before(days: 35, hours: 12, minutes: 28),
            supports: 61,
            title: "La visite des cinq ans",
            text: """
                Électricien pendant quarante et un ans, j’ai vu des tableaux qui auraient dû brûler. Les \
                gens ne font rien parce qu’ils ont peur du devis.

                Je propose une visite tous les cinq ans, gratuite, par quelqu’un qui **ne vend rien** : ni \
                travaux, ni contrat. Une heure, le tableau, la chaudière, les joints de salle de bains, le \
                détecteur de fumée. On repart avec trois lignes : ce qui est urgent, ce qui peut attendre, \
                ce qui va bien.

                Le jour où il y a un sinistre, tout le monde y gagne. Et si rien n’est urgent, on dort \
                mieux.

                Je connais une dizaine de retraités du bâtiment qui le feraient pour les frais d’essence \
                et le plaisir.
                """,
            comments: [
                ScriptedComment(
                    by: "zinc", at: .before(days: 35, hours: 2, minutes: 57), stance: .for,
                    text: """
                        Artisan en activité : je préfère mille fois qu’un retraité honnête passe avant moi \
                        plutôt qu’un démarcheur.
                        """),
                ScriptedComment(
                    by: "benoit", at: .before(days: 34, hours: 5, minutes: 13), stance: .question,
                    text: """
                        Et si le rapport dit « urgent » et que je n’ai pas les moyens, est‑ce qu’on me le \
                        reprochera après l’incendie ?
                        """,
                    replies: [
                        ScriptedComment(
                            by: "volt", at: .before(days: 33, hours: 23, minutes: 41), stance: .reply,
                            text: """
                                Très bonne question. Il faut écrire noir sur blanc que non, sinon personne \
                                n’ouvrira sa porte.
                                """),
                        ScriptedComment(
                            by: "voisine", at: .before(days: 33, hours: 1, minutes: 59), stance: .reply,
                            text: """
                                C’est la condition pour que je vote. Le rapport doit rester à nous.
                                """),
                    ]),
                ScriptedComment(
                    by: "paulhenri", at: .before(days: 32, hours: 3, minutes: 41), stance: .question,
                    text: """
                        Combien de temps vous prenait une visite complète dans une maison ancienne ? Nous \
                        chiffrons la piste et nos estimations vont du simple au triple.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "volt", at: .before(days: 31, hours: 23, minutes: 56), stance: .reply,
                            text: """
                                Une heure dix en moyenne, combles compris. Comptez le double dans une \
                                ferme.
                                """)
                    ]),
                ScriptedComment(
                    by: "colette", at: .before(days: 27, hours: 3, minutes: 37), stance: .for,
                    text: """
                        J’habite seule, j’ai une prise qui chauffe et personne à qui demander. Voilà.
                        """),
            ]),
        ScriptedIdea(
            key: "cle-au-voisin", author: "voisine", at: .before(days: 35, hours: 4, minutes: 52),
            supports: 44,
            title: "Le voisin de confiance, déclaré",
            text: """
                Dégât des eaux un 15 août : le syndic fermé, le voisin du dessus à la mer, l’eau chez moi \
                pendant neuf heures. Je propose que chacun puisse déclarer un voisin de confiance qui a la \
                clef et le droit de couper l’eau, avec une **décharge écrite** : s’il abîme la porte, \
                c’est assuré.
                """,
            comments: [
                ScriptedComment(
                    by: "troisieme", at: .before(days: 34, hours: 8, minutes: 16), stance: .for,
                    text: """
                        J’ai les clefs de quatre appartements et aucune idée de ce que je risque.
                        """),
                ScriptedComment(
                    by: "gaston", at: .before(days: 31, hours: 23, minutes: 3), stance: .for,
                    text: """
                        Dans mon immeuble on l’a fait avec un papier sur la porte. Le papier s’est envolé.
                        """),
            ]),
        ScriptedIdea(
            key: "outils-en-pret", author: "plume", at: .before(days: 34, hours: 10, minutes: 38),
            supports: 33,
            title: "Un détecteur d’humidité qui circule",
            text: """
                On n’achète pas un hygromètre à 90 € pour une fois. La mutuelle en a cinquante, on \
                l’emprunte une semaine par la poste, on renvoie. Même chose pour le détecteur de fuite, la \
                caméra de canalisation, le testeur de prises. Une bibliothèque d’outils pour éviter les \
                sinistres.

                Pour commencer, une liste de ce qui sert une fois par an et coûte plus qu’un restaurant :

                - hygromètre et caméra thermique ;
                - caméra de canalisation ;
                - testeur de prises et de différentiel ;
                - pompe vide-cave ;
                - échelle avec stabilisateurs, retrait en agence seulement.

                Chaque objet part avec une feuille écrite par quelqu’un qui s’en est servi.
                """,
            comments: [
                ScriptedComment(
                    by: "courgette", at: .before(days: 33, hours: 23, minutes: 28), stance: .for,
                    text: "Une bibliothèque d’outils ! J’en suis."),
                ScriptedComment(
                    by: "depuis88", at: .before(days: 31, hours: 21, minutes: 57), stance: .against,
                    text: """
                        Qui vérifie que le matériel marche au retour ? Qui paie la poste ? J’aime l’idée, \
                        j’ai peur de l’intendance.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "plume", at: .before(days: 31, hours: 16, minutes: 32), stance: .reply,
                            text: """
                                Les bibliothèques font ça avec des livres depuis longtemps. Un dépôt de \
                                garantie et une agence volontaire pour commencer.
                                """)
                    ]),
            ]),
        ScriptedIdea(
            key: "demenagement-couvert", author: "studio", at: .before(days: 33, hours: 15, minutes: 43),
            supports: 28,
            title: "Deux logements pendant trois semaines",
            text: """
                Quand on déménage, on a l’ancien et le nouveau en même temps. Qui couvre quoi, quel jour ? \
                Je voudrais un bouton « je déménage » : deux adresses assurées pendant trois semaines, \
                sans supplément, et l’attestation du nouveau logement avant l’état des lieux.
                """,
            comments: [
                ScriptedComment(
                    by: "hirondelle", at: .before(days: 33, hours: 1, minutes: 47), stance: .for,
                    text: "Quatre déménagements en six ans, quatre fois la même angoisse."),
                ScriptedComment(
                    by: "locataire", at: .before(days: 31, hours: 14, minutes: 51), stance: .for,
                    text: "Et que l’ancien contrat s’arrête tout seul à la remise des clefs."),
            ]),
        ScriptedIdea(
            key: "service-gardien", author: "rene", at: .before(days: 32, hours: 21, minutes: 43),
            supports: 22,
            title: "Quelqu’un qui passe quand on est hospitalisé",
            text: """
                Arroser, relever le courrier, regarder si la chaudière tourne. À mon âge on part à \
                l’hôpital sans prévenir et on retrouve une maison gelée. Un passage par semaine par un \
                autre sociétaire, contre remboursement des kilomètres.
                """,
            comments: [
                ScriptedComment(
                    by: "marijo", at: .before(days: 32, hours: 5, minutes: 14), stance: .for,
                    text: "Et le chat ?",
                    replies: [
                        ScriptedComment(
                            by: "rene", at: .before(days: 32, hours: 3, minutes: 10), stance: .reply,
                            text: "Et le chat, évidemment.")
                    ]),
                ScriptedComment(
                    by: "nadia", at: .before(days: 28, hours: 17, minutes: 19), stance: .question,
                    text: """
                        Il faudrait quand même savoir à qui on confie la clef. Deux personnes, jamais une \
                        seule ?
                        """),
            ]),
        ScriptedIdea(
            key: "contrat-relu", author: "nadia", at: .before(days: 31, hours: 8, minutes: 48), supports: 52,
            title: "Relisez mon contrat avec moi, sans rien me vendre",
            text: """
                Vingt minutes par an, au téléphone ou en agence. On prend **mon** contrat, on raye ce qui \
                ne me sert plus, on souligne les trous. Le conseiller n’a pas le droit de proposer une \
                option pendant ce rendez-vous. Si je veux quelque chose, je rappelle.

                C’est la règle « rien à vendre » qui est le service. Le reste existe déjà, mal.
                """,
            comments: [
                ScriptedComment(
                    by: "olivier", at: .before(days: 31, hours: 2, minutes: 42), stance: .for,
                    text: """
                        Je paie depuis trois ans une garantie pour une remise que je n’ai plus. Personne \
                        ne m’a rien dit.
                        """),
                ScriptedComment(
                    by: "tilleul", at: .before(days: 29, hours: 4, minutes: 14), stance: .for,
                    text: """
                        J’aime beaucoup l’interdiction de vendre. C’est la première fois que je lis ça \
                        chez un assureur.
                        """),
                ScriptedComment(
                    by: "benoit", at: .before(days: 26, hours: 18, minutes: 6), stance: .against,
                    text: "Un conseiller payé à ne rien vendre, ça n’existe pas longtemps.",
                    replies: [
                        ScriptedComment(
                            by: "nadia", at: .before(days: 26, hours: 10, minutes: 27), stance: .reply,
                            text: "Dans une mutuelle, ça devrait.")
                    ]),
            ]),
        ScriptedIdea(
            key: "facture-memoire", author: "lanterne", at: .before(days: 30, hours: 17, minutes: 2),
            supports: 37,
            title: "Le grenier des factures",
            text: """
                Le jour du cambriolage on vous demande la facture de la télévision achetée il y a six ans. \
                Un endroit où je dépose mes factures et mes photos d’objets, qui ne sert qu’à ça, et que \
                **l’assureur ne peut pas regarder** tant que je n’ai pas déclaré de sinistre.
                """,
            comments: [
                ScriptedComment(
                    by: "chat", at: .before(days: 29, hours: 18, minutes: 56), stance: .question,
                    text: "Comment prouver qu’il ne regarde pas ?",
                    replies: [
                        ScriptedComment(
                            by: "lanterne", at: .before(days: 29, hours: 16, minutes: 1), stance: .reply,
                            text: """
                                Chiffré avec un mot de passe qu’il n’a pas. C’est à lui de le démontrer.
                                """)
                    ]),
                ScriptedComment(
                    by: "pervenche", at: .before(days: 27, hours: 18, minutes: 28), stance: .for,
                    text: """
                        Photo du dos de chaque appareil, avec le numéro de série. Je le fais déjà dans une \
                        boîte à chaussures.
                        """),
            ]),
    ]
}
