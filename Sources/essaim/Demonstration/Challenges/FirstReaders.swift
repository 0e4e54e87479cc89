import Domain

/// The first readers: by invitation.
enum FirstReaders {
    static let challenge = ScriptedChallenge(
        key: "readers", blueprint: .openCall, theme: "avenir-des-proches",
        invited: ["pervenche", "odile", "rene", "nadia", "depuis88"],
        title: "Le contrat dépendance, relu par ses futurs lecteurs",
        question: "Quelle phrase de ce contrat ne signeriez-vous pas sans qu’on vous l’explique ?",
        brief: """
            Nous préparons un contrat qui aide à rester chez soi. Avant de l’annoncer, nous demandons à \
            quelques personnes, invitées une à une, de le lire comme si elles devaient le signer.

            ### Ce que nous cherchons

            Une phrase par idée : recopiez-la, dites ce que vous avez compris, puis ce que vous auriez \
            voulu lire.

            ### Ce que nous en ferons

            Chaque phrase citée sera réécrite ou expliquée en marge. Le contrat ne sortira pas avant.

            Ce qui se dit ici reste entre les personnes invitées et l’équipe.
            """,
        rules: ["Ne partagez pas le texte : il changera encore.", "Pas d’exemple médical personnel."],
        answerWithinDays: 10,
        phases: [
            ScriptedPhase(.ideasAndVotes, from: .before(days: 4), to: .after(days: 10)),
            ScriptedPhase(.deliberation, from: .after(days: 10), to: .after(days: 20)),
            ScriptedPhase(.followUp, from: .after(days: 20)),
        ],
        publishedAt: .before(days: 5),
        ideas: [
            ScriptedIdea(
                key: "consolide", author: "odile", at: .before(days: 3, hours: 8),
                title: "«\u{A0}État consolidé\u{A0}»\u{A0}: qui décide, et quand\u{202F}?",
                text: """
                    Page 4 : « la rente est servie dès l’état consolidé ». J’ai compris qu’on attend d’aller \
                    mal pour de bon. J’aurais voulu lire : votre médecin et le nôtre se prononcent sous \
                    trente jours, et voici ce qui se passe entre-temps.
                    """,
                comments: [
                    ScriptedComment(
                        by: "rene", at: .before(days: 2, hours: 20), stance: .for,
                        text: "Même lecture que vous. Entre-temps, qui paie l’aide à domicile ?")
                ],
                decisions: [
                    ScriptedDecision(
                        .accepted, by: "claire", at: .before(days: 1, hours: 5),
                        reason: """
                            Vous avez raison, et le délai existe déjà : trente jours, avec une avance. La \
                            phrase est réécrite ainsi dans la version que vous relirez lundi.
                            """)
                ]),
            ScriptedIdea(
                key: "franchise", author: "pervenche", at: .before(days: 2, hours: 11),
                title: "La franchise de quatre-vingt-dix jours, en clair",
                text: """
                    « Franchise relative de 90 jours » : relative à quoi ? J’ai relu trois fois. Dites : les \
                    trois premiers mois ne sont pas payés, sauf si cela dure plus d’un an.
                    """),
        ])
}
