import Domain
import Storage

/// A practice that somebody of a community proposed, and those who apply it.
struct ScriptedPractice: Sendable {
    /// The key of the community.
    let community: String
    /// The key of a person.
    let by: String
    let at: Moment
    let content: PracticeContent
    /// The first so many members of the community, one a day from the day after.
    let appliers: Int
}

/// What members of the demonstration’s communities do so that less happens to them.
enum DemonstrationPractices {
    static let all = workshops + students

    private static let workshops = [
        ScriptedPractice(
            community: "artisans-du-fleuve", by: "menuisiere", at: .before(days: 180),
            content: PracticeContent(
                title: "Le seau métallique à chiffons, vidé chaque soir",
                does: """
                    Un chiffon imbibé d’huile de lin **prend feu tout seul**, la nuit, en tas. Les miens vont dans un \
                    seau de tôle à couvercle, et le seau va dehors avant que je ferme.

                    Deux feux d’atelier sur trois, dans notre métier, commencent dans une poubelle.
                    """,
                needs: "Un seau en tôle avec son couvercle, et un coin dehors loin du bois.", cost: 2_490,
                takes: "Deux minutes le soir"), appliers: 12),
        ScriptedPractice(
            community: "artisans-du-fleuve", by: "electron", at: .before(days: 152),
            content: PracticeContent(
                title: "Le tour de l’atelier à deux, chaque premier lundi",
                does: """
                    L’un regarde chez l’autre ce que l’habitude cache : la rallonge sous le tapis, l’extincteur derrière \
                    la pile, la porte qui ne ferme plus. On note trois choses, pas dix. Le mois suivant, on échange.
                    """,
                needs: "Un voisin d’atelier, et de ne pas se vexer.", cost: 0, takes: "Une heure par mois"),
            appliers: 10),
        ScriptedPractice(
            community: "artisans-du-fleuve", by: "zinc", at: .before(days: 96),
            content: PracticeContent(
                title: "Pas de machine à couteaux après 16 heures",
                does: """
                    Les doigts que je connais sont partis en fin de journée. Après 16 heures, je ponce, je range, je \
                    fais mes devis. La dégauchisseuse attend demain.
                    """,
                needs: "", cost: 0, takes: "Une heure de machine en moins par jour"), appliers: 6),
        ScriptedPractice(
            community: "artisans-du-fleuve", by: "bois", at: .before(days: 33),
            content: PracticeContent(
                title: "Les extincteurs vérifiés ensemble, en avril et en octobre",
                does: """
                    À douze, le vérificateur se déplace pour moitié prix. Chacun apporte les siens chez Aubier le \
                    premier samedi du mois, et repart avec l’étiquette à jour.
                    """,
                needs: "S’inscrire la semaine d’avant.", cost: 900, takes: "Une matinée, deux fois par an"),
            appliers: 3),
    ]

    private static let students = [
        ScriptedPractice(
            community: "etudiants-en-mobilite", by: "ines", at: .before(days: 120),
            content: PracticeContent(
                title: "Deux copies des papiers, jamais au même endroit",
                does: """
                    Une dans le sac, une chez quelqu’un. Le jour où l’on m’a pris mon sac à dos, la photocopie chez ma \
                    logeuse m’a évité trois allers-retours au consulat.
                    """,
                needs: "Quelqu’un de confiance dans la ville d’arrivée.", cost: 100, takes: "Dix minutes"),
            appliers: 11),
        ScriptedPractice(
            community: "etudiants-en-mobilite", by: "kenji", at: .before(days: 58),
            content: PracticeContent(
                title: "Le numéro d’assistance écrit sur une carte",
                does:
                    "Une batterie se vide, un téléphone se vole. La carte est derrière la carte d’étudiant, avec deux numéros.",
                needs: "", cost: 0, takes: "Une minute"), appliers: 4),
    ]
}

extension DemonstrationSeeding {
    /// Lets members of communities propose practices, and say what they apply.
    func practise() async throws {
        for script in DemonstrationPractices.all {
            let community = try community(script.community)
            let at = script.at.timestamp(from: now)
            let id = try await store.proposePractice(
                script.content, in: community, by: try member(script.by), at: at)
            let members = DemonstrationWorld.communities.first { $0.key == script.community }?.members ?? []
            for (place, membership) in members.prefix(script.appliers).enumerated() {
                try await store.setApplying(
                    true, id, of: community, by: try member(membership.person),
                    at: at + .days(Int64(place + 1)))
            }
        }
    }
}
