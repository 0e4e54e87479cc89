import Domain
import Storage

/// A draw among those who take part in a challenge.
struct ScriptedDraw: Sendable {
    /// The key of the challenge.
    let challenge: String
    let committedAt: Moment
    let winners: Int
    let source: String
    /// Made up, so that the demonstration is always the same.
    let seed: String
    /// Nil until it is drawn.
    var drawn: (at: Moment, input: String)?
}

/// One draw that is over and can be verified, one of which only the commitment is public.
enum DemonstrationDraws {
    static let all: [ScriptedDraw] = [
        ScriptedDraw(
            challenge: "drivers", committedAt: .before(days: 70), winners: 3,
            source: "Les cinq numéros et le numéro chance du Loto, au tirage qui suit la clôture du vote",
            seed: "premiers-kilometres-4f1c0a77b2d94e5d8a63",
            drawn: (at: .before(days: 38), input: "8 14 27 31 49, numéro chance 6")),
        ScriptedDraw(
            challenge: "service", committedAt: .before(days: 8), winners: 2,
            source: "Le cours de clôture du CAC 40, le lendemain de la fin du vote",
            seed: "un-service-inedit-91be0cf2d7a84c3f9e05"),
    ]

    /// The acts of all draws.
    static var scenes: [Scene] {
        all.flatMap { draw in
            [Scene(at: draw.committedAt, name: draw.challenge, act: .commitDraw(draw))]
                + (draw.drawn.map { [Scene(at: $0.at, name: draw.challenge, act: .draw(draw))] } ?? [])
        }
    }
}

extension DemonstrationSeeding {
    func commit(to draw: ScriptedDraw) async throws {
        try await store.commitDraw(
            of: try challenge(draw.challenge), winners: draw.winners, source: draw.source, seed: draw.seed,
            by: try employee { $0.manages(nil) }, at: draw.committedAt.timestamp(from: now))
    }

    func make(_ draw: ScriptedDraw) async throws {
        guard let drawn = draw.drawn else { return }
        try await store.draw(
            in: try challenge(draw.challenge), publicInput: drawn.input,
            by: try employee { $0.manages(nil) }, at: drawn.at.timestamp(from: now))
    }
}
