import Domain

/// Cycling in winter: to come.
enum BicycleAllYear {
    static let challenge = ScriptedChallenge(
        key: "bicycle", blueprint: .openCall, theme: "mobilite",
        title: "À vélo toute l’année",
        question: """
            Qu’est‑ce qui vous ferait garder le vélo le 15 novembre, sous la pluie, à la nuit tombée ?
            """,
        brief: """
            Nous assurons 31 000 vélos et nous savons surtout une chose d’eux : en novembre, ils restent \
            au garage. Plusieurs participants au défi « Les premiers kilomètres » nous ont reproché de ne \
            penser qu’à la voiture. Ils avaient raison.

            ### Ce que nous chercherons

            Ce qui retient : le vol, la nuit, la pluie, les enfants à déposer, le patron qui n’a pas \
            d’abri, la peur du giratoire. Et ce qui déciderait : un prêt, un parcours, un éclairage, une \
            révision, un compagnon de route, un contrat qui ne parle pas d’automobile.

            ### Ce que nous en ferons

            Trois idées au moins seront essayées l’hiver prochain avec les communes de l’agglomération de \
            Valbourg, qui s’y sont engagées par écrit. Les résultats, bons ou mauvais, seront publiés ici.

            ### Ce que nous ne pourrons pas faire

            Construire des pistes, changer le code de la route ni rendre le casque obligatoire. Nous ne \
            suivrons pas non plus vos trajets : l’engagement pris dans la charte des données vaut pour les \
            vélos aussi.

            Le défi n’est pas encore ouvert. Abonnez-vous à son fil pour être prévenu le jour de \
            l’ouverture.
            """,
        rules: [
            "Ouvert à tous, cyclistes ou non.",
            "Une idée doit pouvoir s’essayer en un hiver.",
            "Dix soutiens par personne pendant la phase de votes.",
        ],
        reward: RewardOffer(
            kind: .voucher, cents: 40_000,
            nature: "Quatre bons de 100 € chez un réparateur de cycles indépendant"),
        voteQuota: 10,
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .after(days: 9), to: .after(days: 37)),
            ScriptedPhase(.votes, from: .after(days: 37), to: .after(days: 51)),
            ScriptedPhase(.deliberation, from: .after(days: 51), to: .after(days: 65)),
            ScriptedPhase(.followUp, from: .after(days: 65)),
        ],
        publishedAt: .before(days: 2),
        ideas: [],
        prizes: [1, 1, 1, 1])
}
