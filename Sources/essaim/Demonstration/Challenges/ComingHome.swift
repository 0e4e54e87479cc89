import Domain

/// Coming home from hospital: reactions to the insurer's own draft.
enum ComingHome {
    static let challenge = ScriptedChallenge(
        key: "homecoming", blueprint: .draftReview, theme: "sante",
        title: "Rentrer chez soi : notre projet de garantie, version 1",
        question: """
            Voici ce que nous comptons proposer après une hospitalisation. Qu’avons-nous oublié ?
            """,
        brief: """
            Ce texte est un projet. Rien n’est décidé, rien n’est en vente. Lisez-le, dites ce qui vous \
            manque, ce qui vous gêne et ce qu’il ne faut surtout pas changer. Commencez le titre de votre \
            réaction par le numéro du point.

            ### Le projet

            1. La garantie s’applique après une hospitalisation d’au moins **deux nuits**, programmée ou \
            non.
            2. Une aide à domicile est mise en place **sous trois jours** après l’appel du sociétaire, \
            pour dix heures réparties sur deux semaines.
            3. C’est **la même personne** à chaque passage, sauf maladie ou congé.
            4. Les prestations à visée domestique sont comprises, à l’exclusion des travaux et des soins.
            5. La garde des enfants de moins de 15 ans est prise en charge pendant l’hospitalisation, dans \
            la limite de vingt heures.
            6. Un appel est passé au dixième jour pour savoir si cela suffit.

            Prix envisagé : **4 € par mois**, en option, sans questionnaire de santé.

            ### Ce que nous en ferons

            La version 2 sera publiée ici, point par point, avec ce qui a changé et grâce à quelle \
            réaction. Si le projet vous paraît inutile, dites-le aussi : nous l’arrêterons.

            ### Ce que nous ne pourrons pas faire

            Prendre en charge des soins, qui relèvent de votre médecin, ni garantir la même personne en \
            zone très isolée. Merci de ne pas raconter votre dossier médical : le retour à la maison \
            suffit.
            """,
        rules: [
            "Une réaction par point du projet.",
            "Aucune donnée de santé, la vôtre comme celle d’un proche.",
            "Vous pouvez soutenir autant de réactions que vous voulez.",
        ],
        reward: RewardOffer(
            kind: .points, cents: nil,
            nature: """
                Vingt points d’entraide par réaction qui change le texte, à donner à l’association de \
                votre choix
                """),
        answerWithinDays: 15,
        phases: [
            ScriptedPhase(.ideasAndVotes, from: .before(days: 10), to: .after(days: 11)),
            ScriptedPhase(.deliberation, from: .after(days: 11), to: .after(days: 25)),
            ScriptedPhase(.followUp, from: .after(days: 25)),
        ],
        publishedAt: .before(days: 11),
        ideas: ideas)
}
