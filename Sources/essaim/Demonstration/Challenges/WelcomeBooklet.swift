import Domain

/// The first letter to a new member: open to votes by grades.
enum WelcomeBooklet {
    static let challenge = ScriptedChallenge(
        key: "welcome", blueprint: .openCall, theme: "habitation",
        title: "La première lettre qu’on garde",
        question: "Que doit contenir le courrier d’accueil pour qu’on le garde au lieu de le jeter ?",
        brief: """
            Le jour où l’on devient sociétaire, nous envoyons quarante pages. Presque personne ne les lit, \
            et c’est pourtant le jour où l’on aurait envie de comprendre.

            ### Ce que nous cherchons

            **Une page, deux au plus**, qu’on aimante au réfrigérateur. Dites ce qui doit y être, ce qui n’a \
            rien à y faire, et à quel moment la recevoir.

            ### Ce que nous en ferons

            Les trois idées les mieux jugées partent en essai dès le mois prochain, chez cinq cents nouveaux \
            sociétaires. Nous publierons combien l’ont gardée.

            ### Ce que nous ne pourrons pas faire

            Supprimer les pages que la loi nous impose : elles suivront, à part.
            """,
        rules: [
            "Une mention par idée, d’« À rejeter » à « Très bien ».",
            "Vous pouvez changer d’avis jusqu’à la clôture.",
            "Une idée que vous ne jugez pas n’est pas pénalisée.",
        ],
        reward: RewardOffer(
            kind: .invitation, cents: nil,
            nature: "Une matinée à l’atelier de rédaction, voyage et repas compris"),
        way: .majorityJudgment,
        answerWithinDays: 21,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 27), to: .before(days: 6)),
            ScriptedPhase(.votes, from: .before(days: 6), to: .after(days: 8)),
            ScriptedPhase(.deliberation, from: .after(days: 8), to: .after(days: 22)),
            ScriptedPhase(.followUp, from: .after(days: 22)),
        ],
        publishedAt: .before(days: 28),
        ideas: [
            ScriptedIdea(
                key: "numeros", author: "marijo", at: .before(days: 26, hours: 3), supports: 78,
                title: "Les trois numéros qui servent vraiment",
                text: """
                    La fuite, la panne, le reste. Avec l’heure à laquelle on décroche. Le jour où l’eau coule \
                    au plafond, on ne cherche pas un espace personnel.
                    """),
            ScriptedIdea(
                key: "pas-couvert", author: "gaston", at: .before(days: 24, hours: 8), supports: 70,
                title: "Ce qui n’est pas couvert, en clair",
                text: """
                    Cinq lignes, sans astérisque. On vous en voudra moins de l’apprendre maintenant que le \
                    jour du sinistre.
                    """),
            ScriptedIdea(
                key: "visage", author: "louise", at: .before(days: 22, hours: 6), supports: 52,
                title: "Le nom de la personne qui suit mon dossier",
                text: """
                    Pas une photo de banque d’images : un prénom, une agence, une ligne directe. Si elle change, \
                    qu’on me le dise.
                    """),
            ScriptedIdea(
                key: "plan", author: "menuisiere", at: .before(days: 20, hours: 4), supports: 61,
                title: "Un plan de la maison à compléter",
                text: """
                    Où est la vanne, où est le compteur, où sont les factures. On le remplit une fois, et le \
                    voisin qui arrose sait quoi faire.
                    """),
            ScriptedIdea(
                key: "video", author: "studio", at: .before(days: 17, hours: 9), supports: 33,
                title: "Une vidéo plutôt qu’une lettre",
                text: """
                    Deux minutes, avec des sous-titres. Un lien dans un message, et plus de papier du tout.
                    """),
            ScriptedIdea(
                key: "anniversaire", author: "aidante", at: .before(days: 12, hours: 5), supports: 45,
                title: "L’envoyer un an après, pas le premier jour",
                text: """
                    Le premier jour on signe, on déménage, on ne lit rien. Un an plus tard, une page : ce que \
                    vous avez payé, ce que cela a couvert, ce qui a changé.
                    """),
            ScriptedIdea(
                key: "contraste", author: "odile", at: .before(days: 9, hours: 7), supports: 66,
                title: "Écrite assez gros pour être lue",
                text: """
                    Quatorze points, du noir sur du blanc, des phrases courtes. Et la même page à écouter, \
                    pour ceux qui ne voient plus bien.
                    """),
        ])
}
