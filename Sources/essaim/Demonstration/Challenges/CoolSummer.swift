import Domain

/// Bearing the heat at home: the vote is over, decisions are prepared, and results come out on a day that is set.
enum CoolSummer {
    static let challenge = ScriptedChallenge(
        key: "heat", blueprint: .openCall, theme: "prevention",
        title: "Un été sans suffoquer",
        question: "Qu’est-ce qui vous a vraiment aidé à passer les jours de canicule chez vous ?",
        brief: """
            L’été dernier, onze jours au-dessus de trente-huit degrés. Nous avons appelé deux mille sociétaires de \
            plus de soixante-quinze ans ; la moitié n’avait pas un seul store.

            ### Ce que nous cherchons

            Ce que **vous avez essayé**, chez vous ou chez un voisin, et ce que cela a donné. Un geste, un objet, \
            un numéro à appeler.

            ### Ce que nous en ferons

            Nous prêterons, avant juin, le matériel de l’idée retenue à mille foyers, et nous publierons les \
            températures relevées.
            """,
        rules: [
            "Cinq soutiens par personne, que vous pouvez déplacer jusqu’à la fin du vote.",
            "Dites ce que vous avez mesuré, même avec un thermomètre de cuisine.",
        ],
        reward: RewardOffer(
            kind: .gift, cents: nil, nature: "Le matériel de votre idée, posé chez vous avant l’été"),
        voteQuota: 5,
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 26), to: .before(days: 14)),
            ScriptedPhase(.votes, from: .before(days: 14), to: .before(days: 2)),
            ScriptedPhase(.deliberation, from: .before(days: 2), to: .after(days: 12)),
            ScriptedPhase(.followUp, from: .after(days: 12)),
        ],
        publishedAt: .before(days: 27),
        ideas: [
            idea(
                "stores", "troisieme", 25, 47, "Des stores dehors, pas des rideaux dedans",
                """
                Troisième étage, plein sud. Le rideau occultant : 31 degrés dans la chambre. Un store de toile \
                posé dehors, avec l’accord du syndic : 27, le même jour à la même heure.
                """,
                .winner,
                "Lauréate : c’est l’idée la mieux mesurée, et mille stores se posent avant juin sans travaux."
            ),
            idea(
                "voisin", "violette", 23, 38, "Quelqu’un qui frappe à la porte à quinze heures",
                """
                Les messages, je ne les lis pas. L’an passé la petite du dessous est venue chaque jour avec une \
                carafe. C’est cela qui m’a fait boire.
                """,
                .accepted,
                "Retenue : nos agences tiendront la liste de ceux qui le souhaitent, avec un nom pour chacun."
            ),
            idea(
                "fraicheur", "rene", 21, 33, "La carte des lieux frais, avec leurs horaires",
                """
                La bibliothèque est à dix-neuf degrés, mais elle ferme à midi le mercredi. On ne le sait qu’en \
                arrivant devant la porte, sous le soleil.
                """,
                .underStudy,
                "À l’étude avec les communes : elles seules connaissent les horaires, il nous en manque douze."
            ),
            idea(
                "ventilateurs", "apprenti", 18, 21, "Prêter des ventilateurs de plafond",
                """
                Deux ampères, un bruit de feuilles. Un propriétaire refuse rarement un ventilateur qu’il n’a pas \
                payé et qui reste.
                """,
                .rejected,
                "Il faut un électricien par logement : à prix égal, trois foyers auraient un store."),
            idea(
                "mouille", "plateau", 16, 27, "Le drap mouillé devant la fenêtre, expliqué",
                """
                Ma grand-mère le faisait, mes enfants l’avaient oublié. Trois degrés de moins tant que l’air est \
                sec. Une page, avec le dessin, et quand cela ne marche pas.
                """,
                .accepted, "Retenue : une page avec le dessin, dans le courrier de mai."),
        ])

    /// When all decisions come out.
    static let resultsAt = Moment.after(days: 2, hours: 15)

    private static func idea(
        _ key: String, _ author: String, _ day: Int, _ supports: Int, _ title: String, _ text: String,
        _ code: Decision.Code, _ reason: String
    ) -> ScriptedIdea {
        ScriptedIdea(
            key: key, author: author, at: .before(days: day, hours: 4), supports: supports, title: title,
            text: text,
            decisions: [
                ScriptedDecision(
                    code, by: "claire", at: .before(days: 1, hours: 3), isSecret: true, reason: reason)
            ])
    }
}
