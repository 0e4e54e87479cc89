import Domain

/// Coming home from hospital: reactions to the insurer's own draft.
enum ComingHome {
    static let challenge = ScriptedChallenge(
        key: "homecoming", blueprint: .draftReview, theme: "sante",
        title: "Rentrer chez soi : notre projet de garantie",
        question: """
            Voici ce que nous comptons proposer après une hospitalisation. Qu’avons-nous oublié ?
            """,
        brief: """
            Rien n’est décidé, rien n’est en vente. Lisez le projet ci-dessous, dites ce qui est clair, ce qui ne \
            l’est pas, ce qui manque et ce qui n’est pas juste. Ce qui n’entre dans aucun paragraphe se dépose \
            comme une idée.

            ### Ce que nous en ferons

            Chaque version est publiée ici, avec ce qui a changé et grâce à qui. Si le projet vous paraît \
            inutile, dites-le aussi : nous l’arrêterons.

            ### Ce que nous ne pourrons pas faire

            Prendre en charge des soins, qui relèvent de votre médecin, ni garantir la même personne en \
            zone très isolée. Merci de ne pas raconter votre dossier médical : le retour à la maison \
            suffit.
            """,
        rules: [
            "Une réaction par personne et par paragraphe, que l’on peut changer jusqu’à la clôture.",
            "Aucune donnée de santé, la vôtre comme celle d’un proche.",
            "Vous pouvez soutenir autant de réactions que vous voulez.",
        ],
        reward: RewardOffer(
            kind: .points, cents: nil,
            nature: """
                Quinze points pour chaque version que vos remarques ont changée, inscrits à votre relevé
                """),
        answerWithinDays: 15,
        phases: [
            ScriptedPhase(.ideasAndVotes, from: .before(days: 10), to: .after(days: 11)),
            ScriptedPhase(.deliberation, from: .after(days: 11), to: .after(days: 25)),
            ScriptedPhase(.followUp, from: .after(days: 25)),
        ],
        publishedAt: .before(days: 11),
        particulars: Particulars(draft: firstVersion), draft: draft,
        ideas: ideas)
}
