import Domain

/// The first years of driving: results published a few days ago, rewards on their way.
enum FirstKilometres {
    static let challenge = ScriptedChallenge(
        key: "drivers", blueprint: .openCall, theme: "mobilite",
        title: "Les premiers kilomètres",
        question: "Comment passer les deux premières années de permis sans accident et sans se ruiner ?",
        brief: """
            Un conducteur de moins de deux ans de permis a trois fois plus d’accidents que ses parents, et \
            paie jusqu’au double. Les deux chiffres vont ensemble : tant que le premier ne baisse pas, le \
            second ne peut pas baisser beaucoup.

            ### Ce que nous cherchions

            De quoi éviter le premier accident : apprendre autrement, rentrer autrement, acheter \
            autrement, être encouragé plutôt que surveillé. Nous voulions entendre les jeunes conducteurs \
            d’abord, leurs parents ensuite, les moniteurs et les garagistes toujours.

            ### Ce que nous en faisons

            Les soutiens ont été comptés le jour de la clôture, puis le comité a rendu son avis. **Six \
            mesures sont financées**, pour 210 000 € sur deux ans. La réponse à chaque idée se lit sur sa \
            page, avec la raison. Nous publierons les accidents évités, ou non, dans un an.

            ### Ce que nous ne pouvions pas faire

            Baisser le tarif de tous sans baisser le nombre d’accidents, ni demander à quelqu’un de rouler \
            sous surveillance pour payer moins. Ce second point n’était pas dans le défi : il vient de \
            vous, et il est désormais dans notre charte.
            """,
        rules: [
            "Ouvert à tous, assurés chez nous ou non.",
            "Cinq soutiens par personne.",
            "Le comité pouvait repêcher deux idées peu soutenues.",
            "Deux prix, décernés d’après les soutiens et l’avis du comité.",
        ],
        reward: RewardOffer(
            kind: .prize, cents: 120_000,
            nature: "800 € à l’idée lauréate, 400 € à la deuxième"),
        voteQuota: 5,
        answerWithinDays: 60,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 96), to: .before(days: 61)),
            ScriptedPhase(.votes, from: .before(days: 61), to: .before(days: 40)),
            ScriptedPhase(.deliberation, from: .before(days: 40), to: .before(days: 12)),
            ScriptedPhase(.followUp, from: .after(days: 18)),
        ],
        publishedAt: .before(days: 100),
        resultsAt: .before(days: 12),
        ideas: firstIdeas + lastIdeas,
        grants: [
            ScriptedGrant(
                idea: "premier-kilometre", by: "yves", at: .before(days: 11),
                offer: RewardOffer(
                    kind: .prize, cents: 80_000,
                    nature: "Premier prix : 800 €"),
                state: .notified)
            // The second prize waits for the person who hands over rewards.
        ],
        prizes: [2, 1])
}
