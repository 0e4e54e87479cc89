import Domain

/// What the application should learn first: open to votes by tokens.
enum PhoneFirst {
    static let challenge = ScriptedChallenge(
        key: "phone", blueprint: .openCall, theme: "mobilite",
        title: "Ce que l’application doit savoir faire d’abord",
        question: "Avec six mois de développement, par quoi commencer ?",
        brief: """
            Nous avons six mois, une petite équipe et une longue liste. Plutôt que de choisir à votre place, \
            nous vous donnons la main : **dix jetons**, trois au plus sur une même demande.

            ### Ce que nous en ferons

            Les quatre demandes les plus portées entrent au programme, dans l’ordre de vos jetons. Les \
            autres reçoivent une réponse motivée, une par une.

            ### Ce que nous ne pourrons pas faire

            Tout. C’est précisément la question.
            """,
        rules: ["Dix jetons par personne, trois au plus sur une même demande.", "Une demande par dépôt."],
        reward: nil,
        way: .tokens(count: 10, cap: 3),
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 25), to: .before(days: 5)),
            ScriptedPhase(.votes, from: .before(days: 5), to: .after(days: 9)),
            ScriptedPhase(.deliberation, from: .after(days: 9), to: .after(days: 30)),
            ScriptedPhase(.followUp, from: .after(days: 30)),
        ],
        publishedAt: .before(days: 26),
        ideas: [
            ScriptedIdea(
                key: "carte-verte", author: "cargo", at: .before(days: 24, hours: 5), supports: 70,
                title: "L’attestation sans connexion",
                text:
                    "Au bord de la route il n’y a pas de réseau. Qu’elle soit dans le téléphone, à jour, même en avion."
            ),
            ScriptedIdea(
                key: "ou-en-est", author: "laine", at: .before(days: 23, hours: 2), supports: 82,
                title: "Où en est mon dossier",
                text:
                    "Une ligne, une date, la prochaine étape. Je n’appellerai plus pour demander si vous avez reçu la photo."
            ),
            ScriptedIdea(
                key: "deux-personnes", author: "parent", at: .before(days: 20, hours: 7), supports: 58,
                title: "Le contrat à deux",
                text:
                    "Nous sommes deux à payer et un seul à pouvoir se connecter. Un accès chacun, avec les mêmes droits."
            ),
            ScriptedIdea(
                key: "franchise", author: "volt", at: .before(days: 16, hours: 4), supports: 49,
                title: "Ce que me coûterait ce sinistre",
                text:
                    "Avant de déclarer : ma franchise, et si cela change quelque chose l’an prochain. Je déciderai ensuite."
            ),
            ScriptedIdea(
                key: "sombre", author: "semestre", at: .before(days: 13, hours: 9), supports: 31,
                title: "Un mode sombre",
                text: "Quand on ouvre l’application la nuit, sur le bas-côté, elle éblouit."),
            ScriptedIdea(
                key: "voix", author: "rene", at: .before(days: 8, hours: 6), supports: 44,
                title: "Dicter au lieu d’écrire",
                text:
                    "Avec mes mains, taper un récit de deux cents mots prend une heure. Parler, deux minutes."
            ),
        ])
}
