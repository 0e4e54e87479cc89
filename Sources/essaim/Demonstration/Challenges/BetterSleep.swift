import Domain

/// Sleeping better: a draft that nobody but staff may see.
enum BetterSleep {
    static let challenge = ScriptedChallenge(
        key: "sleep", blueprint: .openCall, theme: "sante",
        title: "Mieux dormir, est‑ce notre affaire ?",
        question: "Une mutuelle peut-elle vous aider à dormir sans se mêler de votre chambre ?",
        brief: """
            **Texte de travail, à relire par le service santé avant publication.**

            Le manque de sommeil est derrière des accidents de la route, des chutes, des arrêts de \
            travail. Nous en voyons les conséquences, jamais la cause. Faut-il nous en occuper ? Nous n’en \
            sommes pas sûrs, et c’est pourquoi nous voulons d’abord poser la question.

            ### Ce que nous chercherions

            D’abord un avis : **ce sujet compte-t-il pour vous ?** Puis des pistes, en particulier pour \
            ceux qui travaillent la nuit, les jeunes parents et les personnes qui veillent sur un proche.

            ### Ce que nous en ferions

            Si moins de 200 personnes répondent que le sujet compte, nous n’irons pas plus loin et nous le \
            dirons. Sinon, un groupe de travail avec deux médecins du travail et dix sociétaires.

            ### Ce que nous ne pourrons pas faire

            Prescrire, mesurer votre sommeil, financer un objet qui le mesure, ni tenir compte de la \
            réponse dans un tarif. À préciser : la formulation sur les données de santé.
            """,
        rules: [
            "Pas de nom de médicament ni de traitement.",
            "À compléter avec le service juridique.",
        ],
        voteQuota: 10,
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .after(days: 30), to: .after(days: 51)),
            ScriptedPhase(.votes, from: .after(days: 51), to: .after(days: 65)),
            ScriptedPhase(.deliberation, from: .after(days: 65), to: .after(days: 79)),
            ScriptedPhase(.followUp, from: .after(days: 79)),
        ],
        ideas: [])
}
