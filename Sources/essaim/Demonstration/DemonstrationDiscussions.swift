import Domain
import Storage

/// Something that somebody says under a prompt of a theme in the demonstration.
struct ScriptedContribution: Sendable {
    /// The key of the person or employee.
    let by: String
    let at: Moment
    let text: String
    var replies: [ScriptedContribution] = []
}

/// What people talk about under the themes, prompt by prompt.
enum DemonstrationDiscussions {
    /// The key of the theme, the place of its prompt, and what is said there.
    static let all: [(theme: String, prompt: Int, said: [ScriptedContribution])] = [
        (
            "prevention", 0,
            [
                ScriptedContribution(
                    by: "rene", at: .before(days: 61, hours: 3),
                    text: """
                        L’échelle, sur du gravier, un dimanche. Ma voisine a crié avant moi. Depuis, je ne monte plus \
                        si personne ne tient le pied, même pour une ampoule.
                        """,
                    replies: [
                        ScriptedContribution(
                            by: "colette", at: .before(days: 60, hours: 8),
                            text: "La voisine, c’était moi. Il ne dit pas qu’il a recommencé le mardi."),
                        ScriptedContribution(
                            by: "rene", at: .before(days: 60, hours: 1),
                            text: "Le mardi, elle tenait le pied."),
                    ]),
                ScriptedContribution(
                    by: "menuisiere", at: .before(days: 44, hours: 5),
                    text: """
                        Un départ de feu dans un bac de chiffons huilés. Ce qui a sauvé l’atelier : un seau d’eau avec \
                        couvercle, obligatoire chez mon maître d’apprentissage, et que je croyais décoratif.
                        """,
                    replies: [
                        ScriptedContribution(
                            by: "claire", at: .before(days: 43, hours: 2),
                            text: """
                                C’est exactement ce que nous voyons dans les dossiers : l’huile de lin chauffe toute \
                                seule en séchant. Un bac métallique fermé, vidé chaque soir, suffit. Nous ajoutons \
                                votre seau à la visite des ateliers dès janvier.
                                """)
                    ]),
                ScriptedContribution(
                    by: "louise", at: .before(days: 12, hours: 6),
                    text: """
                        La poignée de casserole, tournée vers le mur, grâce à une affiche dans la salle d’attente du \
                        pédiatre. Louise avait déjà la main en l’air.
                        """),
            ]
        ),
        (
            "prevention", 1,
            [
                ScriptedContribution(
                    by: "voisine", at: .before(days: 33, hours: 4),
                    text:
                        "Fermer l’eau avant de partir trois semaines. On me l’a dit au retour, les pieds dans l’eau."
                ),
                ScriptedContribution(
                    by: "tom", at: .before(days: 9, hours: 7),
                    text: """
                        Photographier ses affaires **avant** le cambriolage. Personne ne photographie sa guitare, et \
                        personne n’a gardé la facture de sa guitare.
                        """,
                    replies: [
                        ScriptedContribution(
                            by: "claire", at: .before(days: 8, hours: 3),
                            text: """
                                Une photo datée nous suffit, sans facture, jusqu’à 1 500 € par objet. Nous l’écrirons \
                                plus clairement dans votre espace.
                                """)
                    ]),
            ]
        ),
        (
            "prevention", 2,
            [
                ScriptedContribution(
                    by: "plume", at: .before(days: 20, hours: 9),
                    text: "Une fois par an, au bon moment : avant le gel, pas pendant. Le reste, je le jette."
                ),
                ScriptedContribution(
                    by: "samir", at: .before(days: 3, hours: 5),
                    text:
                        "Jusqu’au point où le conseil sert à me refuser quelque chose ensuite. Là, je ne lis plus rien.",
                    replies: [
                        ScriptedContribution(
                            by: "zinc", at: .before(days: 2, hours: 6),
                            text: "Voilà. Un conseil qu’on peut ignorer sans conséquence, je l’écoute.")
                    ]),
            ]
        ),
        (
            "habitation", 0,
            [
                ScriptedContribution(
                    by: "locataire", at: .before(days: 15, hours: 4),
                    text:
                        "Oui, depuis qu’un plombier m’a facturé la recherche du robinet. Il était derrière les bocaux."
                ),
                ScriptedContribution(
                    by: "troisieme", at: .before(days: 14, hours: 2),
                    text: "Non. Et le gardien non plus, j’ai vérifié."),
            ]
        ),
    ]
}

extension DemonstrationSeeding {
    /// Lets people talk under the themes, in the order of time within each prompt.
    func discuss() async throws {
        for discussion in DemonstrationDiscussions.all {
            let slug = discussion.theme
            let prompts = try await store.look(as: nil, at: now) { look in
                try look.prompts(of: try look.theme(slug: slug).id)
            }.value
            guard prompts.indices.contains(discussion.prompt) else {
                throw ScriptFault(scene: slug, reason: "no prompt \(discussion.prompt)")
            }
            let prompt = prompts[discussion.prompt].prompt.id
            for said in discussion.said {
                let comment = try await say(said, under: prompt)
                for reply in said.replies { _ = try await say(reply, under: prompt, replyingTo: comment) }
            }
        }
    }

    private func say(
        _ said: ScriptedContribution, under prompt: PromptID, replyingTo parent: CommentID? = nil
    )
        async throws -> CommentID
    {
        let isOfficial = DemonstrationWorld.staff.contains { $0.key == said.by }
        return try await store.contribute(
            CommentContent(
                stance: .reply, text: said.text, parent: parent, isOfficial: isOfficial),
            under: prompt, by: try member(said.by), at: said.at.timestamp(from: now))
    }
}
