import Domain

/// A car while one's own is repaired: suspended until the terms are known again.
enum LoanCar {
    static let challenge = ScriptedChallenge(
        key: "loan", blueprint: .openCall, theme: "mobilite",
        title: "Rouler pendant la réparation",
        question: "De quoi avez-vous besoin, le temps que votre voiture soit au garage ?",
        brief: """
            Neuf jours : c’est la durée moyenne d’une réparation après un accident. Le prêt d’un véhicule est \
            compris dans la plupart de vos contrats, et **un sur trois n’est jamais demandé**.

            ### Ce que nous cherchons

            Ce qui vous a manqué : une voiture plus petite, un siège pour enfant, un vélo, un train, ou \
            simplement de savoir que vous y aviez droit.

            ### Ce que nous en ferons

            Trois idées seront essayées avec les garages de Valbourg et de la côte.
            """,
        rules: ["Une idée par dépôt.", "Ni nom de garage ni plaque d’immatriculation."],
        voteQuota: 3, answerWithinDays: 20,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 16), to: .after(days: 12)),
            ScriptedPhase(.votes, from: .after(days: 12), to: .after(days: 26)),
            ScriptedPhase(.deliberation, from: .after(days: 26), to: .after(days: 40)),
            ScriptedPhase(.followUp, from: .after(days: 40)),
        ],
        publishedAt: .before(days: 17),
        halt: ScriptedHalt(
            .suspend, at: .before(days: 3, hours: 6),
            reason: """
                Le loueur avec lequel nous travaillons change ses conditions à la fin du mois. Nous préférons \
                attendre de les connaître plutôt que de vous faire réfléchir sur une offre qui n’existera plus. \
                Vos deux idées restent ici ; la participation reprendra dès que nous saurons.
                """),
        ideas: [
            ScriptedIdea(
                key: "siege", author: "cigogne", at: .before(days: 11, hours: 4),
                title: "Demander le siège enfant en même temps que la voiture",
                text: """
                    La voiture était prête à midi, le siège n’existait pas. J’ai pris le bus avec le petit \
                    pour aller en acheter un. Une case à cocher dans la déclaration aurait suffi.
                    """,
                comments: [
                    ScriptedComment(
                        by: "pere3", at: .before(days: 9, hours: 20), stance: .for,
                        text: "Et une case « combien ». Chez nous il en faut deux.")
                ]),
            ScriptedIdea(
                key: "velo", author: "marche", at: .before(days: 7, hours: 2),
                title: "Un vélo électrique pour qui n’a pas besoin d’une voiture",
                text: """
                    Pour neuf jours et quatre kilomètres, un vélo électrique m’irait mieux qu’une berline. Il \
                    coûterait moins cher à tout le monde.
                    """),
        ])
}
