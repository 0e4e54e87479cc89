import Domain

/// Understanding a refund: results published, several measures in service.
enum ReadableRefunds {
    static let challenge = ScriptedChallenge(
        key: "refunds", blueprint: .openCall, theme: "sante",
        title: "Comprendre son remboursement en une minute",
        question: "Que devrait-on lire, et où, pour savoir d’un coup d’œil ce qui reste à payer ?",
        brief: """
            Notre décompte de santé tient sur deux pages, compte quarante-trois sigles et donne \
            l’information la plus cherchée, le reste à charge, en bas de la seconde. Nous le savons : \
            c’est le premier motif d’appel, et les conseillers eux-mêmes s’y perdent.

            ### Ce que nous cherchions

            Des façons plus simples de **savoir avant, comprendre après, et retrouver plus tard**. Un mot \
            remplacé, une ligne déplacée, une voix, un exemple, une date. Montrez-nous votre décompte sans \
            les données de santé : le nom de l’acte suffit.

            ### Ce que nous en faisons

            Le décompte est en cours de refonte et les idées retenues en forment le cahier des charges. \
            Trois mesures sont déjà en service. Les lauréats et les finalistes ont été invités à une \
            journée de travail à Valbourg ; les suivants ont reçu la maquette pour la critiquer, ce qu’ils \
            ont fait sans se priver.

            ### Ce que nous ne pouvions pas faire

            Changer les règles de la Sécurité sociale, ni les mots qu’elle nous impose sur certaines \
            lignes. Nous pouvons en revanche les expliquer à côté.
            """,
        rules: [
            "Ne montrez jamais un décompte réel : recopiez-le avec des chiffres inventés.",
            "Cinq soutiens par personne.",
            "Les idées courtes sont bienvenues.",
            "Les membres du service santé répondent mais ne votent pas.",
        ],
        reward: RewardOffer(
            kind: .invitation, cents: nil,
            nature: """
                Une journée à Valbourg avec l’équipe qui refait le décompte, voyage et repas compris
                """),
        voteQuota: 5,
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 130), to: .before(days: 95)),
            ScriptedPhase(.votes, from: .before(days: 95), to: .before(days: 74)),
            ScriptedPhase(.deliberation, from: .before(days: 74), to: .before(days: 47)),
            ScriptedPhase(.followUp, from: .after(days: 13)),
        ],
        publishedAt: .before(days: 135),
        resultsAt: .before(days: 47),
        ideas: firstIdeas + lastIdeas,
        grants: [
            ScriptedGrant(
                idea: "trois-lignes", by: "yves", at: .before(days: 45),
                offer: RewardOffer(
                    kind: .invitation, cents: nil,
                    nature: "Une journée de travail à Valbourg, voyage accompagné et repas compris"),
                state: .closed, proof: "Feuille de présence signée, journée du comité des courriers")
        ])
}
