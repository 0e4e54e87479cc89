import Domain

/// Safe workshops: reserved to the craftsmen.
enum SafeWorkshop {
    static let challenge = ScriptedChallenge(
        key: "workshop", blueprint: .openCall, theme: "prevention",
        community: "artisans-du-fleuve",
        title: "Nos ateliers, nos mains, nos camionnettes",
        question: """
            Quelle pratique de prévention marche chez vous et mériterait d’être adoptée par tous ?
            """,
        brief: """
            En trois ans, le fonds des Artisans du Fleuve a payé quatorze petits sinistres pour 19 640 € : \
            sept vols dans des camionnettes, trois départs de feu, deux dégâts des eaux, deux bris de \
            vitrine. Les 11 212 € qui restaient sont revenus aux ateliers en ristourne. Chaque sinistre \
            évité revient **directement** aux membres.

            ### Ce que nous cherchons

            Des pratiques de métier qui ont fait leurs preuves chez l’un de vous : un rangement, un \
            horaire, un achat en commun, une vérification faite ensemble, une règle que l’on se donne. \
            Dites ce que cela coûte, en temps et en argent, et ce que cela a évité.

            ### Ce que nous en ferons

            Les trois pratiques les plus soutenues seront équipées par le fonds avant l’été, pour tous les \
            ateliers qui le veulent. Le bilan sera présenté à la réunion d’automne, chiffres à l’appui.

            ### Ce que nous ne pourrons pas faire

            Imposer une pratique à un membre, ni lui refuser une prise en charge parce qu’il ne l’a pas \
            adoptée. La charte le dit, et l’assureur s’y est engagé.

            Ce défi n’est visible que des membres de la communauté. Vous y paraissez sous votre pseudonyme \
            de membre.
            """,
        rules: [
            """
            Une pratique que vous appliquez déjà, ou que vous êtes prêt à appliquer le premier.
            """,
            "Pas de nom de client, ni d’adresse d’atelier.",
            "Trois soutiens par membre.",
        ],
        reward: RewardOffer(
            kind: .gift, cents: 60_000,
            nature: """
                600 € de matériel de prévention, au choix des auteurs des trois pratiques retenues
                """),
        voteQuota: 3,
        answerWithinDays: 20,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 8), to: .after(days: 13)),
            ScriptedPhase(.votes, from: .after(days: 13), to: .after(days: 27)),
            ScriptedPhase(.deliberation, from: .after(days: 27), to: .after(days: 34)),
            ScriptedPhase(.followUp, from: .after(days: 34)),
        ],
        publishedAt: .before(days: 10),
        ideas: ideas)
}
