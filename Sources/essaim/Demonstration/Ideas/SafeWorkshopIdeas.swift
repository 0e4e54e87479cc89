import Domain

extension SafeWorkshop {
    static let ideas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "aspiration-partagee", author: "ebeniste", at: .before(days: 7, hours: 16, minutes: 51),
            title: "Une aspiration de poussière pour trois ateliers",
            text: """
                À trois sur la même cour, on a acheté un seul groupe d’aspiration et tiré des gaines. \
                2 400 € au lieu de trois fois 1 900. Plus de poussière au sol, et la poussière de bois, ça \
                brûle vite. Si le fonds avançait l’achat, d’autres cours suivraient. Je donne les plans.
                """,
            comments: [
                ScriptedComment(
                    by: "menuisiere", at: .before(days: 7, hours: 10, minutes: 17), stance: .for,
                    text: "Je confirme, je suis dans la cour. On respire."),
                ScriptedComment(
                    by: "electron", at: .before(days: 6, hours: 12, minutes: 43), stance: .question,
                    text: """
                        Qui vérifie la mise à la terre des gaines ? L’électricité statique dans la \
                        poussière, c’est sérieux.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "ebeniste", at: .before(days: 6, hours: 7, minutes: 23), stance: .reply,
                            text: "Toi, si tu veux bien venir jeudi.")
                    ]),
            ]),
        ScriptedIdea(
            key: "chiffons-gras", author: "pinceau", at: .before(days: 6, hours: 20, minutes: 16),
            title: "Le seau à chiffons",
            text: """
                Huile de lin, chiffon en boule, nuit chaude : feu. Un seau métallique avec couvercle et un \
                fond d’eau, vidé le soir. 18 €. L’atelier de la rue du Port est parti d’un chiffon : \
                11 000 € de dégâts et trois mois sans travailler. Que le fonds offre le seau.
                """,
            comments: [
                ScriptedComment(
                    by: "bois", at: .before(days: 6, hours: 10, minutes: 31), stance: .for,
                    text: "J’en prends deux."),
                ScriptedComment(
                    by: "four", at: .before(days: 5, hours: 13, minutes: 31), stance: .for,
                    text: "Pas de lin chez moi mais de la farine. La poussière, encore elle."),
            ]),
        ScriptedIdea(
            key: "photo-outils", author: "platre", at: .before(days: 5, hours: 11, minutes: 45),
            title: "Graver et photographier les outils",
            text: """
                Une soirée, une graveuse à 40 €, une feuille par camionnette. Les gendarmes ont rendu \
                trois perforateurs l’an dernier parce qu’ils étaient gravés. Je prête le local un mardi.
                """,
            comments: [
                ScriptedComment(
                    by: "zinc", at: .before(days: 4, hours: 22, minutes: 57), stance: .for,
                    text: "J’apporte les miens et de quoi boire.")
            ]),
        ScriptedIdea(
            key: "camionnette-nuit", author: "zinc", at: .before(days: 4, hours: 17, minutes: 2),
            title: "Où dort la camionnette",
            text: """
                Deux vols sur trois ont lieu devant chez soi. À nous tous, on a des cours fermées avec des \
                places vides. Une liste entre nous, sous pseudonyme, et l’adresse donnée seulement à celui \
                qui vient.
                """,
            comments: [
                ScriptedComment(
                    by: "platre", at: .before(days: 4, hours: 9, minutes: 54), stance: .for,
                    text: "Deux places chez moi, grille fermée à 20 h."),
                ScriptedComment(
                    by: "electron", at: .before(days: 3, hours: 5, minutes: 31), stance: .question,
                    text: "Et si un autre se fait voler dans ma cour, qui est responsable ?"),
            ]),
        ScriptedIdea(
            key: "extincteur-verif", author: "electron", at: .before(days: 3, hours: 13, minutes: 33),
            title: "Vérifier les extincteurs ensemble",
            text: """
                Le vérificateur facture 70 € de déplacement. Pour quinze ateliers la même matinée, il \
                descend à 12 € par appareil. On fixe une date par semestre.
                """,
            comments: [
                ScriptedComment(
                    by: "four", at: .before(days: 3, hours: 4, minutes: 57), stance: .for,
                    text: "Dites-moi le jour, je fournis les croissants.")
            ]),
        ScriptedIdea(
            key: "fatigue-16h", author: "menuisiere", at: .before(days: 2, hours: 9, minutes: 32),
            title: "Pas de toupie après 16 h",
            text: """
                Presque toutes les mains abîmées que je connais l’ont été en fin de journée. Je propose \
                une règle entre nous, sans contrôle : après 16 h, pas de toupie, pas de scie à ruban. On \
                range, on affûte, on fait les devis.

                J’ai repris les accidents que l’on s’est racontés à la réunion d’automne, treize en tout. \
                Neuf entre 16 h et 18 h 30. Deux le vendredi. Aucun entre 7 h et 10 h, alors que c’est là \
                qu’on travaille le plus.
                """,
            comments: [
                ScriptedComment(
                    by: "ebeniste", at: .before(days: 2, hours: 3, minutes: 56), stance: .for,
                    text: "Depuis mon pouce, je m’y tiens."),
                ScriptedComment(
                    by: "pinceau", at: .before(days: 1, hours: 14, minutes: 26), stance: .against,
                    text: "Facile à dire quand le client attend.",
                    replies: [
                        ScriptedComment(
                            by: "menuisiere", at: .before(days: 1, hours: 9, minutes: 2), stance: .reply,
                            text: "Le client attendra moins que six semaines d’arrêt.")
                    ]),
            ]),
        ScriptedIdea(
            key: "boulanger-gants", author: "four", at: .before(hours: 15, minutes: 46),
            title: "Des manchettes pour le four",
            text: """
                Les brûlures d’avant-bras, c’est toutes les semaines. Les manchettes longues existent, \
                chères à l’unité. On commande à dix ?
                """),
    ]
}
