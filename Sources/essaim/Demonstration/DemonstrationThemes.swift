import Domain

/// The six lasting subjects.
enum DemonstrationThemes {
    static let all: [ScriptedTheme] = [
        ScriptedTheme(
            key: "prevention",
            title: [.french: "Prévention", .english: "Prevention"],
            summary: [
                .french: """
                Le meilleur sinistre est celui qui n’arrive pas : gestes, objets et habitudes qui \
                protègent avant l’assurance.
                """,
                .english: """
                The best claim is the one that never happens: habits, tools and small acts that \
                protect before insurance does.
                """,
            ],
            prompts: [
                "Quel accident avez-vous évité de justesse, et grâce à quoi ?",
                "Quel conseil avez-vous reçu trop tard ?",
                "Jusqu’où un assureur peut-il donner des conseils sans devenir pénible ?",
                "Que fait votre métier que tout le monde devrait faire chez soi ?",
            ],
            hues: (150, 48)),
        ScriptedTheme(
            key: "sante",
            title: [.french: "Santé", .english: "Health"],
            summary: [
                .french: """
                Se soigner, comprendre ce que l’on paie et rentrer chez soi sans mauvaise surprise.
                """,
                .english: """
                Getting care, understanding what it costs, and coming home without a bad surprise.
                """,
            ],
            prompts: [
                "À quel moment avez-vous renoncé à un soin, et pourquoi ?",
                "Quel mot de votre décompte n’avez-vous jamais compris ?",
                "De quoi aimeriez-vous être sûr avant un rendez-vous ?",
                "Qu’est‑ce qui ne regarde pas votre mutuelle ?",
            ],
            hues: (346, 28)),
        ScriptedTheme(
            key: "avenir-des-proches",
            title: [.french: "Avenir des proches", .english: "The future of loved ones"],
            summary: [
                .french: """
                Veiller sur un parent, un conjoint, un enfant, et préparer la suite sans en faire un \
                tabou.
                """,
                .english: """
                Looking after a parent, a partner or a child, and preparing what comes next without \
                making it a taboo.
                """,
            ],
            prompts: [
                "Qui comptez-vous prévenir en premier, et le sait-il ?",
                "Qu’est‑ce qui vous a manqué le jour où un proche a eu besoin de vous ?",
                "Quels papiers faudrait-il trouver en moins d’une heure ?",
                "Comment en parler à table ?",
            ],
            hues: (276, 36)),
        ScriptedTheme(
            key: "mobilite",
            title: [.french: "Mobilité", .english: "Getting around"],
            summary: [
                .french: """
                La voiture, le vélo, le train, les jambes : aller où l’on veut et en revenir entier.
                """,
                .english: """
                Car, bicycle, train, legs: going where you like and coming back in one piece.
                """,
            ],
            prompts: [
                "Quel trajet faites-vous en voiture faute de mieux ?",
                "Qu’est‑ce qui vous ferait rouler moins, ou mieux ?",
                "Comment encourager la prudence sans surveiller ?",
                """
                Que devrait couvrir un contrat qui vous suit, vous, plutôt que votre véhicule ?
                """,
            ],
            hues: (214, 40)),
        ScriptedTheme(
            key: "habitation",
            title: [.french: "Habitation", .english: "Housing"],
            summary: [
                .french: "L’endroit où l’on dort, qu’on le possède, qu’on le loue ou qu’on le partage.",
                .english: "The place where you sleep, whether you own it, rent it or share it.",
            ],
            prompts: [
                "Savez-vous où se coupe l’eau chez vous ?",
                "Quel bruit de votre logement vous inquiète ?",
                "Qu’auriez-vous voulu savoir avant d’emménager ?",
                "À quel voisin confieriez-vous vos clefs ?",
            ],
            hues: (22, 50)),
        ScriptedTheme(
            key: "etudes-a-l-etranger",
            title: [.french: "Études à l’étranger", .english: "Studying abroad"],
            summary: [
                .french: """
                Partir six mois ou six ans, et savoir sur qui compter quand le guichet ne parle pas \
                votre langue.
                """,
                .english: """
                Leaving for six months or six years, and knowing whom to count on when the desk does \
                not speak your language.
                """,
            ],
            prompts: [
                "Quel papier vous a-t-on demandé et que personne ne connaissait ?",
                "Qui avez-vous appelé en premier quand ça n’allait pas ?",
                "Qu’emporteriez-vous que vous n’aviez pas emporté ?",
                "Parents : que voulez-vous savoir, et que préférez-vous ne pas savoir ?",
            ],
            hues: (190, 44)),
    ]
}
