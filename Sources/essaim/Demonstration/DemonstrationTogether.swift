import Domain
import Storage

/// Something that authors, or the insurer with them, do about an idea after it was submitted.
struct ScriptedTurn: Sendable {
    /// The key of its challenge, a slash and its own.
    let idea: String
    let at: Moment
    /// The key of a person or an employee.
    let by: String
    let act: Act

    enum Act: Sendable {
        case invite(String)
        case join
        case edit(title: String, text: String)
        case ask(String, before: Moment)
        case clarify(String)
        /// Into the idea with this key.
        case merge(into: String, reason: String)
    }
}

/// Ideas that changed, that several people sign, or about which something was asked.
enum DemonstrationTogether {
    static let all: [ScriptedTurn] = [
        ScriptedTurn(
            idea: "winter/boite-cle-robinet", at: .before(days: 3, hours: 6), by: "pervenche",
            act: .invite("hirondelle")),
        ScriptedTurn(
            idea: "winter/boite-cle-robinet", at: .before(days: 3, hours: 1, minutes: 12), by: "hirondelle",
            act: .join),
        ScriptedTurn(
            idea: "winter/boite-cle-robinet", at: .before(days: 2, hours: 22, minutes: 40), by: "hirondelle",
            act: .edit(
                title: "Un autocollant « l’eau se coupe ici »",
                text: """
                    Sur le palier, dans le placard, à la cave : où est le robinet d’arrêt ? Un autocollant à \
                    poser soi-même, envoyé avec l’avis d’échéance, aux propriétaires comme aux locataires.

                    Deux tailles : une pour le robinet, une pour la porte derrière laquelle il se cache.
                    """)),
        ScriptedTurn(
            idea: "winter/boite-cle-robinet", at: .before(days: 1, hours: 20, minutes: 5), by: "pervenche",
            act: .edit(
                title: "Deux autocollants « l’eau se coupe ici »",
                text: """
                    Sur le palier, dans le placard, à la cave : où est le robinet d’arrêt ? Deux autocollants à \
                    poser soi-même, envoyés avec l’avis d’échéance, aux propriétaires comme aux locataires.

                    Un pour le robinet, un pour la porte derrière laquelle il se cache. Lisibles dans le noir, \
                    à la lampe de poche : c’est toujours la nuit que cela arrive.
                    """)),
        ScriptedTurn(
            idea: "winter/boite-cle-robinet", at: .before(days: 1, hours: 3, minutes: 30), by: "paulhenri",
            act: .ask(
                """
                Nous aimerions l’essayer dès ce mois-ci dans une résidence. Dans un immeuble, faut-il \
                **un robinet par logement**, ou celui de la colonne, que l’on ne doit pas toucher seul ?
                """, before: .after(days: 9, hours: 6))),
        ScriptedTurn(
            idea: "winter/sms-gel", at: .before(hours: 21, minutes: 14), by: "samir",
            act: .invite("pervenche")),
        ScriptedTurn(
            idea: "winter/ramonage-groupe", at: .before(days: 4, hours: 8, minutes: 2), by: "paulhenri",
            act: .ask(
                """
                Combien de maisons faut-il, à votre avis, pour qu’un ramoneur accepte de venir une journée \
                entière dans une rue ?
                """, before: .after(days: 2))),
        ScriptedTurn(
            idea: "winter/ramonage-groupe", at: .before(days: 3, hours: 2, minutes: 47), by: "plateau",
            act: .clarify(
                """
                J’ai demandé au mien : huit conduits, à moins de dix minutes l’un de l’autre. Il baisse alors \
                son prix d’un quart, et il vient avec sa fille.
                """)),
        ScriptedTurn(
            idea: "students/garant-bis", at: .before(days: 6, hours: 4, minutes: 20), by: "claire",
            act: .merge(
                into: "students/caution-logement",
                reason: """
                    Les deux textes demandent la même garantie, celle d’un loyer à l’étranger. Réunis, ils \
                    disent mieux pourquoi : la caution, et le propriétaire qu’il faut rassurer.
                    """)),
    ]
}

extension DemonstrationSeeding {
    func play(_ turn: ScriptedTurn, at moment: Timestamp) async throws {
        let (id, by) = (try idea(turn.idea), try member(turn.by))
        switch turn.act {
        case .invite(let guest):
            guard let person = DemonstrationWorld.people.first(where: { $0.key == guest }) else {
                throw ScriptFault(scene: turn.idea, reason: "no such person: \(guest)")
            }
            try await store.inviteCoAuthor(person.pseudonym, to: id, by: by, at: moment)
        case .join: try await store.joinAuthors(of: id, by: by, at: moment)
        case .edit(let title, let text):
            try await store.editIdea(id, to: IdeaContent(title: title, text: text), by: by, at: moment)
        case .ask(let question, let before):
            try await store.askAuthors(
                of: id, question, answerBefore: before.timestamp(from: now), by: by, at: moment)
        case .merge(let target, let reason):
            try await store.merge(id, into: .address(try idea(target)), because: reason, by: by, at: moment)
        case .clarify(let answer): try await store.clarify(id, answer, by: by, at: moment)
        }
    }
}
