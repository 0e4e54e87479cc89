import Domain

/// A price that follows one’s driving: cancelled, since people answered another question.
enum WatchedDriving {
    static let challenge = ScriptedChallenge(
        key: "watched", blueprint: .openCall, theme: "mobilite",
        title: "Un boîtier pour payer selon sa conduite",
        question: "À quelles conditions accepteriez-vous un boîtier qui mesure votre conduite ?",
        brief: """
            Freiner tôt, accélérer doucement, rouler de jour : un boîtier sait le mesurer, et **la cotisation \
            pourrait en tenir compte**. Avant d’aller plus loin, nous voulons savoir ce que vous en pensez.

            ### Ce que nous cherchons

            Vos conditions : ce qui est mesuré, qui le voit, combien de temps on le garde, ce que l’on y gagne.
            """,
        rules: ["Une condition par dépôt.", "Trois soutiens par personne."],
        voteQuota: 3, answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 48), to: .before(days: 20)),
            ScriptedPhase(.votes, from: .before(days: 20), to: .before(days: 8)),
            ScriptedPhase(.deliberation, from: .before(days: 8), to: .after(days: 6)),
            ScriptedPhase(.followUp, from: .after(days: 6)),
        ],
        publishedAt: .before(days: 49),
        halt: ScriptedHalt(
            .cancel, at: .before(days: 38, hours: 3),
            reason: """
                Vous nous avez répondu en dix jours : la question n’est pas à quelles conditions, mais si. Vous ne \
                voulez pas être suivis, et nous n’installerons pas de boîtier. Ce qui a été écrit reste lisible \
                ici, avec notre réponse ; nous reviendrons vers vous avec une autre question, sur la prévention \
                sans mesure.
                """),
        ideas: [
            ScriptedIdea(
                key: "aucune", author: "chat", at: .before(days: 44, hours: 5),
                title: "Aucune condition : pas de boîtier",
                text: """
                    Ce qui est mesuré aujourd’hui pour une remise sera exigé demain pour un contrat. La bonne \
                    condition est de ne pas l’installer.
                    """,
                comments: [
                    ScriptedComment(
                        by: "samir", at: .before(days: 43, hours: 8), stance: .for,
                        text: "Je livre la nuit. Je paierais plus parce que je travaille ?"),
                    ScriptedComment(
                        by: "lena", at: .before(days: 42, hours: 2), stance: .against,
                        text: "À 19 ans, j’aurais bien pris la remise. Mais pas avec le trajet enregistré."),
                ],
                decisions: [
                    ScriptedDecision(
                        .accepted, by: "claire", at: .before(days: 38, hours: 6),
                        reason: """
                            Vous avez été entendus : il n’y aura pas de boîtier. Nous cherchons à récompenser la \
                            prudence autrement, par des stages et des heures de conduite accompagnée.
                            """)
                ]),
            ScriptedIdea(
                key: "compteur", author: "clio", at: .before(days: 41, hours: 7),
                title: "Le compteur kilométrique suffit",
                text: """
                    Une photo du compteur deux fois par an dit combien je roule. Pas besoin de savoir où, ni \
                    comment.
                    """,
                decisions: [
                    ScriptedDecision(
                        .underStudy, by: "claire", at: .before(days: 39, hours: 2),
                        reason: """
                            Cette piste ne suit personne et nous l’étudions avec l’actuariat ; elle aura sa place \
                            dans le prochain défi sur la mobilité.
                            """)
                ]),
        ])
}
