import FoundationEssentials

/// A ranking as it is kept once the results are out, so that no page has to count again.
extension Ranking {
    /// Reads what ``encoded()`` wrote. Throws a `DecodingError` if it is anything else.
    public init(record: [UInt8]) throws {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "∞", negativeInfinity: "-∞", nan: "?")
        let record = try decoder.decode(RankingRecord.self, from: Data(record))
        self.init(
            method: record.method, version: record.version, digest: record.digest,
            places: record.places.map { $0.place }, winners: record.winners, cost: record.cost,
            steps: record.steps, warnings: record.warnings,
            beside: record.beside.map { Beside(method: $0.method, winners: $0.winners, cost: $0.cost) })
    }

    /// The ranking with all its facts.
    public func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "∞", negativeInfinity: "-∞", nan: "?")
        return Array(try encoder.encode(RankingRecord(self)))
    }
}

private struct RankingRecord: Codable {
    let method: String
    let version: Int
    let digest: String
    let places: [PlaceRecord]
    let winners: [String]
    let cost: Int?
    let steps: [Step]
    let warnings: [Warning]
    let beside: BesideRecord?

    init(_ ranking: Ranking) {
        method = ranking.method
        version = ranking.version
        digest = ranking.digest
        places = ranking.places.map { PlaceRecord($0) }
        winners = ranking.winners
        cost = ranking.cost
        steps = ranking.steps
        warnings = ranking.warnings
        beside = ranking.beside.map { BesideRecord(method: $0.method, winners: $0.winners, cost: $0.cost) }
    }
}

private struct BesideRecord: Codable {
    let method: String
    let winners: [String]
    let cost: Int
}

private struct PlaceRecord: Codable {
    let id: String
    let number: Int
    let tiedWith: [String]
    let isWinner: Bool
    let facts: FactsRecord
    let gap: Gap?

    init(_ place: Ranking.Place) {
        id = place.id
        number = place.place
        tiedWith = place.tiedWith
        isWinner = place.isWinner
        facts = FactsRecord(place.facts)
        gap = place.gap
    }

    var place: Ranking.Place {
        Ranking.Place(
            id: id, place: number, tiedWith: tiedWith, isWinner: isWinner, facts: facts.facts, gap: gap)
    }
}

/// Facts with the name of their case, which reports leave out.
private enum FactsRecord: Codable {
    case approval(Facts.Approval)
    case tokens(Facts.Tokens)
    case grades(Facts.Grades)
    case duels(Facts.Duels)
    case shares(Facts.Shares)
    case score(Facts.Score)
    case jury(Facts.Jury)

    init(_ facts: Facts) {
        switch facts {
        case .approval(let facts): self = .approval(facts)
        case .tokens(let facts): self = .tokens(facts)
        case .grades(let facts): self = .grades(facts)
        case .duels(let facts): self = .duels(facts)
        case .shares(let facts): self = .shares(facts)
        case .score(let facts): self = .score(facts)
        case .jury(let facts): self = .jury(facts)
        }
    }

    var facts: Facts {
        switch self {
        case .approval(let facts): .approval(facts)
        case .tokens(let facts): .tokens(facts)
        case .grades(let facts): .grades(facts)
        case .duels(let facts): .duels(facts)
        case .shares(let facts): .shares(facts)
        case .score(let facts): .score(facts)
        case .jury(let facts): .jury(facts)
        }
    }
}
