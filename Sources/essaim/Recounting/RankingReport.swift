import Domain
import FoundationEssentials

/// A ranking in the form in which other programs read it.
struct RankingReport: Encodable {
    private let method: String
    private let version: Int
    private let digest: String
    /// How many of the parts in which amounts are counted make one of the currency.
    private let unit: Int
    private let ranking: [Place]
    private let winners: [String]
    private let cost: Int?
    private let steps: [Step]
    private let warnings: [Warning]
    private let beside: Beside?

    private struct Place: Encodable {
        let id: String
        let place: Int
        let tiedWith: [String]
        let facts: Facts
        let gap: Gap?
    }

    private struct Beside: Encodable {
        let method: String
        let winners: [String]
        let cost: Int
    }

    init(_ ranking: Ranking, of tally: Tally) {
        method = ranking.method
        version = ranking.version
        digest = ranking.digest
        unit = tally.terms.currencyUnit
        self.ranking = ranking.places.map {
            Place(id: $0.id, place: $0.place, tiedWith: $0.tiedWith, facts: $0.facts, gap: $0.gap)
        }
        winners = ranking.winners
        cost = ranking.cost
        steps = ranking.steps
        warnings = ranking.warnings
        beside = ranking.beside.map { Beside(method: $0.method, winners: $0.winners, cost: $0.cost) }
    }

    /// The report as text. Throws what the encoder throws.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
