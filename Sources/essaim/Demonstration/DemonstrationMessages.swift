import Domain

/// What the insurer says with the results to everybody who wrote an idea, by the key of the challenge.
enum DemonstrationMessages {
    static let all: [String: AuthorMessages] = [
        "heat": AuthorMessages(
            chosen: """
                Vous avez mesuré avant de proposer, et c’est ce qui a convaincu. L’équipe de prévention vous appelle \
                cette semaine pour choisir le store avec vous.
                """,
            others: """
                Merci d’avoir dit ce que vous avez vécu. Nous avons lu votre idée à deux, et nous vous devons une \
                réponse entière. La voici, avec sa raison.
                """),
        "claims": AuthorMessages(
            chosen: """
                Votre idée est la première que nous faisons. Une personne de l’équipe des sinistres vous écrit sous \
                huit jours, et vous essaierez l’écran avant tout le monde.
                """,
            others: """
                Vous avez pris le temps d’écrire, parfois le soir d’un sinistre. Ce que vous dites reste dans notre \
                dossier de conception, même quand nous ne le faisons pas tout de suite.
                """),
        "drivers": AuthorMessages(
            chosen: """
                Bravo, et merci. Nous vous appelons avant la fin du mois, pour la récompense et pour la suite, que \
                nous voulons écrire avec vous.
                """,
            others: """
                Votre idée n’est pas restée dans un tiroir. Trois personnes l’ont lue, et voici ce que nous en \
                pensons, sans détour.
                """),
    ]
}
