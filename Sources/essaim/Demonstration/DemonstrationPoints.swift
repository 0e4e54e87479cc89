import Domain
import Storage

/// What somebody does about their points.
struct ScriptedPoints: Sendable {
    /// The key of a person.
    let by: String
    let at: Moment
    let act: Act

    enum Act: Sendable {
        /// Objects to their latest line of this source.
        case contest(PointSource, reason: String)
        /// The answer to that, by the employee with this key.
        case answer(PointSource, by: String, PointAnswer)
        case showBadges
    }
}

/// A line that was contested and corrected, one that waits, and people who show their badges.
enum DemonstrationPoints {
    /// Each as a scene of its own.
    static var scenes: [Scene] {
        all.map { Scene(at: $0.at, name: "points of \($0.by)", act: .points($0)) }
    }

    private static let all: [ScriptedPoints] = [
        ScriptedPoints(
            by: "pervenche", at: .before(days: 94, hours: 3),
            act: .contest(
                .kept,
                reason: """
                    L’essai de l’agence des Lices a duré un mois : ma voisine y a emprunté l’échelle. L’idée a donc \
                    bien servi, même si elle s’est arrêtée.
                    """)),
        ScriptedPoints(
            by: "pervenche", at: .before(days: 91, hours: 6),
            act: .answer(
                .kept, by: "yves",
                PointAnswer(
                    verdict: .corrected, points: 10,
                    text: """
                        Vous avez raison : l’essai a eu lieu. Une ligne de dix points remplace celle qui avait été \
                        reprise en entier.
                        """))),
        ScriptedPoints(
            by: "nadia", at: .before(days: 1, hours: 3),
            act: .contest(
                .thanked,
                reason: "Ma remarque a aussi servi au deuxième paragraphe, et je ne vois qu’une ligne.")),
        ScriptedPoints(by: "nadia", at: .before(days: 1, hours: 2), act: .showBadges),
        ScriptedPoints(by: "rene", at: .before(days: 1, hours: 2), act: .showBadges),
    ]
}

extension DemonstrationSeeding {
    func play(_ scripted: ScriptedPoints, at moment: Timestamp) async throws {
        let person = try member(scripted.by)
        switch scripted.act {
        case .contest(let source, let reason):
            guard let found = try await store.newestPoints(of: person, from: source) else {
                throw ScriptFault(scene: scripted.by, reason: "no line of \(source)")
            }
            try await store.contest(found.line, because: reason, by: person, at: moment)
        case .answer(let source, let keeper, let answer):
            guard let contest = try await store.newestPoints(of: person, from: source)?.contest else {
                throw ScriptFault(scene: scripted.by, reason: "nothing of \(source) is contested")
            }
            try await store.answerContest(contest, with: answer, by: try member(keeper), at: moment)
        case .showBadges: try await store.showBadges(true, by: person, at: moment)
        }
    }
}
