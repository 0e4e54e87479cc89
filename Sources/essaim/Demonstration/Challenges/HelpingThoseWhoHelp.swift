import Domain

/// Those who look after somebody: under deliberation, answers prepared in secret.
enum HelpingThoseWhoHelp {
    static let challenge = ScriptedChallenge(
        key: "carers", blueprint: .openCall, theme: "avenir-des-proches",
        title: "Vous vous occupez d’un proche",
        question: "Qu’est‑ce qui vous rendrait deux heures par semaine, ou un peu de sommeil ?",
        brief: """
            Un sociétaire sur six s’occupe régulièrement d’un parent, d’un conjoint, d’un enfant ou d’un \
            voisin fragile. Beaucoup ne le disent à personne. Certains nous l’ont dit par hasard, au \
            détour d’un appel pour la voiture.

            ### Ce que nous cherchons

            Ce qui vous pèse **vraiment** : le temps, l’argent, les papiers, la solitude, la fatigue, la \
            peur de mal faire. Puis ce qui allégerait ce poids, même un peu. Nous préférons une petite \
            chose qui marche chaque semaine à une grande chose qui n’arrive jamais.

            ### Ce que nous en ferons

            Un comité de dix personnes, dont cinq qui s’occupent d’un proche, étudie en ce moment les \
            idées les plus soutenues. Deux mesures au moins seront financées dès l’an prochain ; \
            l’enveloppe est de 180 000 €. Chaque idée recevra une réponse motivée, y compris celles que \
            nous ne retenons pas.

            ### Ce que nous ne pourrons pas faire

            Soigner, remplacer l’aide publique à laquelle vous avez droit, ni promettre une place en \
            établissement. Nous pouvons en revanche vous aider à la demander.

            Merci de ne pas nommer la maladie ni la personne dont vous vous occupez : on peut tout dire \
            d’une journée sans rien dire d’un diagnostic.
            """,
        rules: [
            "Parlez de votre journée plutôt que de la maladie.",
            "Aucun nom, aucune adresse, aucun diagnostic.",
            "Cinq soutiens par personne.",
            "Le comité lit les dix idées les plus soutenues et peut en repêcher trois.",
        ],
        reward: RewardOffer(
            kind: .donation, cents: 300_000,
            nature: "3 000 € versés aux associations choisies par les auteurs des idées lauréates"),
        voteQuota: 5,
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 62), to: .before(days: 34)),
            ScriptedPhase(.votes, from: .before(days: 34), to: .before(days: 13)),
            ScriptedPhase(.deliberation, from: .before(days: 13), to: .after(days: 8)),
            ScriptedPhase(.followUp, from: .after(days: 8)),
        ],
        publishedAt: .before(days: 66),
        ideas: firstIdeas + lastIdeas)
}
