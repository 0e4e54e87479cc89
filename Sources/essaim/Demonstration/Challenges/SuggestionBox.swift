import Domain

/// The suggestion box without an end.
enum SuggestionBox {
    static let challenge = ScriptedChallenge(
        key: "box", blueprint: .suggestionBox, theme: "prevention",
        title: "La boîte à idées des Tilleuls",
        question: "Qu’est‑ce que nous pourrions faire un peu mieux dès demain ?",
        brief: """
            Certaines idées n’attendent pas qu’on leur pose une question. Celle-ci est ouverte toute \
            l’année, sur tous les sujets : une lettre mal tournée, une porte trop lourde, un horaire, une \
            habitude à prendre ou à perdre.

            ### Ce que nous cherchons

            De petites choses **bien décrites**. Où étiez-vous, que vouliez-vous faire, qu’est‑ce qui vous \
            a gêné, qu’est‑ce qui aurait été mieux ? Les grandes idées sont bienvenues aussi, mais elles \
            demandent plus de temps et mènent souvent à un défi à part entière.

            ### Ce que nous en ferons

            Chaque idée reçoit une réponse motivée dans les trente jours. L’horloge est publique : si nous \
            sommes en retard, vous le voyez. Ce qui est accepté est suivi jusqu’au bout, sur la page de \
            l’idée.

            ### Ce que nous ne pourrons pas faire

            Traiter ici un dossier personnel. Si vous êtes mécontent d’une décision ou d’un délai, c’est \
            une réclamation : nous vous en accuserons réception sous dix jours ouvrables et vous \
            répondrons sous deux mois, au service Réclamations. Si un texte déposé ici en est une, nous le \
            transmettons et vous en avertissons.
            """,
        rules: [
            "Une idée par message.",
            "Pas d’affaire personnelle, ni de nom de salarié.",
            "Vous pouvez soutenir autant d’idées que vous voulez.",
        ],
        reward: RewardOffer(
            kind: .recognition, cents: nil,
            nature: """
                Votre pseudonyme, si vous le voulez, sur la page « Vous avez dit, nous avons fait »
                """),
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideasAndVotes, from: .before(days: 240))
        ],
        publishedAt: .before(days: 240), reviewWithinHours: 24,
        particulars: Particulars(reviewThreshold: 20),
        ideas: firstIdeas + measuredIdeas + lastIdeas + keptIdeas)
}
