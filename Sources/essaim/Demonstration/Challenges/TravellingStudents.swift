import Domain

/// What students need when they leave: open to ideas, three days left.
enum TravellingStudents {
    static let challenge = ScriptedChallenge(
        key: "students", blueprint: .openCall, theme: "etudes-a-l-etranger",
        title: "Les besoins des étudiants partant à l’étranger",
        question: """
            Qu’est‑ce qui vous a manqué, là-bas, le jour où il aurait fallu être assuré sans y penser ?
            """,
        brief: """
            Chaque année, près de 3 400 enfants de sociétaires partent étudier, travailler ou faire un \
            stage hors de France. Nous leur vendons un contrat. Nous les connaissons mal.

            ### Ce que nous cherchons

            Des situations vécues, petites ou grandes : un guichet d’hôpital, une caution, un billet de \
            retour, une nuit où personne ne répondait. Racontez-nous ce qui s’est passé, puis ce qui \
            aurait aidé. Une idée de trois lignes nous est aussi utile qu’un projet complet.

            Parents, anciens partis, propriétaires, maîtres de stage : vous avez vu l’autre côté, votre \
            regard compte.

            ### Ce que nous en ferons

            Les idées les plus soutenues seront travaillées avec douze étudiants, de janvier à mars. Nous \
            voulons proposer une formule refaite **avant les départs de septembre prochain**, et publier \
            ce que chaque idée y aura changé.

            ### Ce que nous ne pourrons pas faire

            Choisir à votre place le médecin, décider d’un rapatriement contre l’avis médical, ou couvrir \
            un pays que les autorités déconseillent formellement. Nous ne vendrons pas non plus vos \
            récits : ils restent ici, sous pseudonyme.

            Ne donnez pas de détail médical qui permettrait de reconnaître quelqu’un. Si votre message \
            concerne un dossier en cours, écrivez plutôt au service Réclamations : il vous répondra en \
            personne.
            """,
        rules: [
            "Une situation par idée ; vous pouvez en déposer plusieurs.",
            "Pas de nom de personne, d’école ou de médecin.",
            "Vous pouvez modifier votre texte jusqu’à la fin de la phase d’idées.",
            "Dix soutiens par personne pendant la phase de votes.",
            "Les membres du personnel peuvent commenter, pas voter.",
        ],
        reward: RewardOffer(
            kind: .voucher, cents: 90_000,
            nature: "Trois bons de 300 € pour un billet de train ou d’avion, un par idée lauréate"),
        voteQuota: 10,
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 18), to: .after(days: 3)),
            ScriptedPhase(.votes, from: .after(days: 3), to: .after(days: 17)),
            ScriptedPhase(.deliberation, from: .after(days: 17), to: .after(days: 31)),
            ScriptedPhase(.followUp, from: .after(days: 31)),
        ],
        publishedAt: .before(days: 21),
        ideas: firstIdeas + lastIdeas,
        prizes: [1, 1, 1])
}
