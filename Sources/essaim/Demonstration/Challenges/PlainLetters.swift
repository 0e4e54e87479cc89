import Domain

/// Letters that are understood: a closed vote by grades, with its results.
enum PlainLetters {
    static let challenge = ScriptedChallenge(
        key: "letters", blueprint: .openCall, theme: "avenir-des-proches",
        title: "Des courriers qu’on comprend du premier coup",
        question: "Quelle phrase, dans nos courriers, devrions-nous ne plus jamais écrire ?",
        brief: """
            « Nous accusons bonne réception de votre correspondance. » Vous nous avez dit que nos lettres \
            fatiguaient. Nous vous avons demandé lesquelles, et par quoi les remplacer.

            ### Ce que nous en faisons

            Les propositions ont été **jugées une par une**, chacune pour elle-même. Les mieux jugées entrent \
            dans notre guide d’écriture, que tous les services suivent depuis.
            """,
        rules: ["Une phrase par proposition.", "Recopiez la phrase sans rien qui vous désigne."],
        reward: RewardOffer(
            kind: .recognition, cents: nil, nature: "Votre pseudonyme dans le guide d’écriture"),
        way: .majorityJudgment,
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 72), to: .before(days: 50)),
            ScriptedPhase(.votes, from: .before(days: 50), to: .before(days: 36)),
            ScriptedPhase(.deliberation, from: .before(days: 36), to: .before(days: 20)),
            ScriptedPhase(.followUp, from: .after(days: 20)),
        ],
        publishedAt: .before(days: 73),
        resultsAt: .before(days: 20),
        ideas: [
            idea(
                "sauf-erreur", "tardif", 70, 84, "Ne plus écrire « sauf erreur ou omission de notre part »",
                "On dirait que vous vous excusez d’avance de vous tromper. Dites la somme, et jusqu’à quand je peux la contester.",
                .winner,
                "Lauréate : la formule a disparu de tous nos modèles, et la date de contestation la remplace."
            ),
            idea(
                "dans-les-meilleurs-delais", "kenji", 66, 79,
                "Remplacer « dans les meilleurs délais » par une date",
                "Les meilleurs pour qui ? Une date, même lointaine, me laisse dormir.",
                .accepted,
                "Adoptée : chaque lettre porte désormais une date, et nous comptons celles que nous tenons."),
            idea(
                "veuillez", "violette", 63, 47, "Moins de « veuillez »",
                "Quatre fois dans une page, cela sonne comme un ordre poli. Une fois suffit.",
                .accepted, "Adoptée pour les courriers courants ; le guide en garde un par lettre."),
            idea(
                "sinistre", "accompagnee", 60, 58, "Appeler une inondation une inondation",
                "« Votre sinistre » : c’est ma cuisine. Le mot est juste pour vous, pas pour moi.",
                .accepted,
                "Adoptée : le mot courant d’abord, le mot du contrat entre parenthèses, une seule fois."),
            idea(
                "tutoyer", "colocs", 57, 18, "Se tutoyer",
                "Comme les applications que j’aime bien. On serait plus proches.",
                .rejected,
                "Beaucoup y verraient un manque de respect quand l’heure est grave : nous gardons le « vous »."
            ),
            idea(
                "couleurs", "pervenche", 54, 36, "Surligner ce qu’il faut faire",
                "Une seule chose surlignée par lettre : ce que j’ai à faire, ou « rien à faire ».",
                .winner, "Lauréate : un encadré « Ce que vous avez à faire » ouvre chaque lettre."),
        ],
        grants: [
            ScriptedGrant(
                idea: "couleurs", by: "yves", at: .before(days: 12),
                offer: RewardOffer(
                    kind: .recognition, cents: nil,
                    nature: "Votre pseudonyme en page 3 du guide d’écriture, si vous le voulez"),
                state: .notified),
            // It waits for the person who approves rewards.
            ScriptedGrant(
                idea: "sauf-erreur", by: "claire", at: .before(days: 2),
                offer: RewardOffer(
                    kind: .recognition, cents: nil,
                    nature: "Votre pseudonyme en tête du guide d’écriture, si vous le voulez"),
                state: .proposed),
        ])

    private static func idea(
        _ key: String, _ author: String, _ day: Int, _ liked: Int, _ title: String, _ text: String,
        _ code: Decision.Code, _ reason: String
    ) -> ScriptedIdea {
        ScriptedIdea(
            key: key, author: author, at: .before(days: day, hours: 4), supports: liked, title: title,
            text: text,
            decisions: [
                ScriptedDecision(code, by: "claire", at: .before(days: 21), isSecret: true, reason: reason)
            ])
    }
}
