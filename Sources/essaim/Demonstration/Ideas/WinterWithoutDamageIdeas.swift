import Domain

extension WinterWithoutDamage {
    static let ideas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "robinet-exterieur", author: "courgette", at: .before(days: 5, hours: 21, minutes: 44),
            title: "Le robinet du jardin, le 1er novembre",
            text: """
                Chaque hiver le même tuyau gèle chez quelqu’un que je connais. Envoyez un message le 1er \
                novembre : « Fermez l’arrivée du robinet extérieur, ouvrez-le, laissez-le ouvert. » Deux \
                phrases, un dessin. C’est tout et ça évite une inondation en février.
                """,
            comments: [
                ScriptedComment(
                    by: "zinc", at: .before(days: 5, hours: 14, minutes: 26), stance: .for,
                    text: """
                        J’en remplace une vingtaine par hiver. Vingt que je préférerais ne pas remplacer.
                        """),
                ScriptedComment(
                    by: "plateau", at: .before(days: 4, hours: 15, minutes: 20), stance: .question,
                    text: """
                        Chez nous à 900 mètres, le 1er novembre est déjà tard. Selon l’altitude ?
                        """),
            ]),
        ScriptedIdea(
            key: "ramonage-groupe", author: "plateau", at: .before(days: 5, hours: 10, minutes: 53),
            title: "Ramoner la rue entière le même jour",
            text: """
                Un ramoneur qui fait vingt maisons dans la même rue prend moitié moins cher et ne refuse \
                pas les hameaux. Si la mutuelle prévient les sociétaires d’un même village et fixe une \
                date, elle n’a rien à payer et le certificat arrive tout seul dans le dossier.

                Pour l’organisation, nous l’avons fait une année, sans la mutuelle, avec un tableau à la \
                salle des fêtes : 34 maisons sur trois jours, 38 € au lieu de 75, et le ramoneur a mangé à \
                midi chez l’un puis chez l’autre. La deuxième année, celui qui tenait le tableau avait \
                déménagé, et tout s’est arrêté. Il ne manque qu’un secrétaire qui ne déménage pas.
                """,
            comments: [
                ScriptedComment(
                    by: "four", at: .before(days: 4, hours: 22), stance: .for,
                    text: """
                        Boulanger : deux ramonages obligatoires par an, je prends la date qu’on me donne.
                        """),
                ScriptedComment(
                    by: "rene", at: .before(days: 4, hours: 9, minutes: 39), stance: .for,
                    text: "Le dernier ramoneur m’a fait attendre onze semaines."),
                ScriptedComment(
                    by: "chat", at: .before(days: 3, hours: 8, minutes: 39), stance: .question,
                    text: "Comment prévenir tout le village sans dire qui est assuré chez vous ?",
                    replies: [
                        ScriptedComment(
                            by: "plateau", at: .before(days: 3, hours: 2, minutes: 26), stance: .reply,
                            text: "Par une affiche à la mairie, comme avant.")
                    ]),
            ]),
        ScriptedIdea(
            key: "detecteur-co", author: "veilleur", at: .before(days: 4, hours: 18, minutes: 57),
            title: "Un détecteur de monoxyde par foyer qui chauffe au bois",
            text: """
                Je suis infirmier de nuit. Chaque hiver, des familles entières arrivent avec des maux de \
                tête qui n’en sont pas. Le détecteur de fumée est obligatoire, celui de monoxyde de \
                carbone ne l’est pas. Achetez-les en gros, proposez-les à prix coûtant à ceux qui ont un \
                poêle, un insert ou un chauffe-eau à gaz, **avec la pose expliquée** (pas au plafond \
                au-dessus du poêle).

                Trois choses que je voudrais voir dans la notice, parce que je les ai vues en vrai :

                - si l’alarme sonne, on sort **d’abord**, on ouvre en passant si c’est sur le chemin, on \
                appelle dehors ;
                - un mal de tête qui disparaît quand on sort de la maison est un signe ;
                - un brasero n’est pas un chauffage, un barbecue non plus, même dans un garage ouvert.

                Le prix d’achat en gros tourne autour de 18 €. Une seule nuit d’hôpital coûte plus cher \
                que cent détecteurs.
                """,
            comments: [
                ScriptedComment(
                    by: "volt", at: .before(days: 4, hours: 13, minutes: 27), stance: .for,
                    text: """
                        Soutien complet. Et rappeler que les bouches d’aération ne se bouchent pas avec un \
                        torchon.
                        """),
                ScriptedComment(
                    by: "pervenche", at: .before(days: 4, hours: 2, minutes: 41), stance: .for,
                    text: "J’ignorais qu’il en fallait deux différents."),
            ]),
        ScriptedIdea(
            key: "boite-cle-robinet", author: "pervenche", at: .before(days: 4, hours: 3, minutes: 50),
            title: "Un autocollant « l’eau se coupe ici »",
            text: """
                Sur le palier, dans le placard, à la cave : où est le robinet d’arrêt ? Un autocollant à \
                poser soi-même, envoyé avec l’avis d’échéance.
                """,
            comments: [
                ScriptedComment(
                    by: "hirondelle", at: .before(days: 3, hours: 7, minutes: 23), stance: .for,
                    text: "Envoyez-le aux locataires aussi, pas seulement aux propriétaires.")
            ]),
        ScriptedIdea(
            key: "neige-toit", author: "ebeniste", at: .before(days: 3, hours: 14, minutes: 42),
            title: "Combien de neige mon atelier supporte-t-il ?",
            text: """
                Personne ne sait. Un petit calcul avec la pente, la portée, l’année de la charpente, et \
                une réponse prudente : « au-delà de 30 cm, déneigez ou faites venir quelqu’un ». Et \
                surtout : ne montez pas seul sur le toit.
                """,
            comments: [
                ScriptedComment(
                    by: "menuisiere", at: .before(days: 3, hours: 6, minutes: 42), stance: .question,
                    text: """
                        Qui répond si le calcul se trompe ? Un charpentier ne le donnerait pas par écrit \
                        sans visiter.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "ebeniste", at: .before(days: 3, hours: 1, minutes: 56), stance: .reply,
                            text: """
                                D’où « prudent ». Mais vous avez raison, il faut l’avis d’un homme ou \
                                d’une femme de l’art derrière.
                                """)
                    ])
            ]),
        ScriptedIdea(
            key: "maison-secondaire", author: "olivier", at: .before(days: 2, hours: 20, minutes: 12),
            title: "Maison fermée de novembre à mars",
            text: """
                Résidence secondaire à 300 km. Une prise connectée qui coupe le chauffe-eau, d’accord, \
                mais c’est une visite en janvier qui me rassurerait : quelqu’un du coin qui entre, fait le \
                tour, envoie trois photos. Je paierais pour ça.
                """,
            comments: [
                ScriptedComment(
                    by: "rene", at: .before(days: 2, hours: 10, minutes: 56), stance: .for,
                    text: """
                        Ce serait la même personne que pour les hospitalisés, non ? J’ai proposé cela dans \
                        l’autre défi.
                        """)
            ]),
        ScriptedIdea(
            key: "froid-precaire", author: "aicha", at: .before(days: 2, hours: 2, minutes: 54),
            title: "On parle de ceux qui ne chauffent pas ?",
            text: """
                Le dégât d’hiver, chez ma mère, c’est la moisissure : elle chauffe une pièce sur quatre. \
                Le conseil « aérez dix minutes » la fait rire jaune. Alors oui aux détecteurs, mais aussi \
                quelqu’un qui l’aide à remplir le dossier d’aide à la rénovation, celui de 28 pages.
                """,
            comments: [
                ScriptedComment(
                    by: "fatou", at: .before(days: 1, hours: 22, minutes: 39), stance: .for,
                    text: "Merci de l’avoir écrit."),
                ScriptedComment(
                    by: "aidante", at: .before(days: 1, hours: 11, minutes: 43), stance: .for,
                    text: "Un dossier rempli à deux, c’est une après-midi. Seule, c’est jamais."),
            ]),
        ScriptedIdea(
            key: "sms-gel", author: "samir", at: .before(days: 1, hours: 4, minutes: 43),
            title: "Un SMS quand il va geler vraiment fort",
            text: """
                Pas à chaque fois. Seulement sous moins 8, la veille avant 18 h, pour le code postal du \
                logement assuré.
                """,
            comments: [
                ScriptedComment(
                    by: "thuy", at: .before(days: 1, hours: 1, minutes: 43), stance: .for,
                    text: "Avant 18 h, oui. À 23 h je dors.")
            ]),
        ScriptedIdea(
            key: "gouttieres", author: "jardin", at: .before(hours: 7, minutes: 22),
            title: "Nettoyer les gouttières avant la pluie, pas après",
            text: """
                Bonjour, je propose de rappeler aux gens de nettoyer les gouttières à l’automne parce que \
                les feuilles bouchent et après ça déborde dans le mur, ça m’est arrivé, l’expert a dit \
                défaut d’entretien et je n’ai rien eu. Si on m’avait prévenu je l’aurais fait. \
                Cordialement.
                """),
        ScriptedIdea(
            key: "paillasson", author: "pervenche", at: .before(hours: 4, minutes: 3), visibility: .draft,
            title: "Un paillasson qui ne glisse pas",
            text: """
                Chute dans l’entrée, trois fois dans mon immeuble. À développer : le carrelage mouillé, \
                les feutres sous le tapis, la lampe qui reste allumée.
                """),
    ]
}
