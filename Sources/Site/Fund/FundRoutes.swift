import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// The fund of a community, for those who are in it: to others it does not exist.
    static let fundRoutes: [Route<Action>] = [
        Route(.get, "/communities/:community/fund", showFund),
        Route(.get, "/communities/:community/fund/simulator", showSimulator),
        Route(.get, "/communities/:community/fund/:period", showPeriod),
        Route(.get, "/communities/:community/fund/:period/mine", showShare),
        Route(.get, "/communities/:community/fund/:period/letter", showLetter),
    ]

    @Sendable private static func showFund(_ visit: Visit) async throws -> Response {
        try await showPeriod(nil, visit)
    }

    @Sendable private static func showPeriod(_ visit: Visit) async throws -> Response {
        try await showPeriod(try visit.periodNumber(), visit)
    }

    private static func showPeriod(_ number: Int?, _ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let seen = try await visit.look { try FundReading(slug, period: number, $0) }
        return visit.show(FundPage(seen, for: visit), to: seen, in: .communities)
    }

    @Sendable private static func showShare(_ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let number = try visit.periodNumber()
        let seen = try await visit.look { try ShareReading(slug, period: number, $0) }
        return visit.show(SharePage(seen.value, for: visit), to: seen, in: .communities)
    }

    @Sendable private static func showLetter(_ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let number = try visit.periodNumber()
        let seen = try await visit.look { look in
            let reading = try ShareReading(slug, period: number, look)
            // Before its close is proposed there is nothing to put on paper.
            guard reading.fund.told.record.state.isTold else { throw Refusal.notFound }
            return reading
        }
        return visit.show(LetterPage(seen.value, for: visit), to: seen, in: .communities)
    }

    @Sendable private static func showSimulator(_ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let seen = try await visit.look { try FundReading(slug, period: nil, $0) }
        // The mean of a small group's contributions would be a figure about it.
        let group = seen.value.told.group.map { story in
            (members: story.memberCount, mean: story.close.totals.total / Int64(story.memberCount))
        }
        let typed = TypedScenario(
            visit.request.query, members: group?.members ?? 40, contribution: group?.mean ?? 30_000)
        let page = try SimulatorPage(
            seen.value.told.record, of: seen.value.community, typed: typed, for: visit)
        return visit.show(
            page, to: seen, in: .communities, status: page.problems == nil ? .ok : .unprocessableContent)
    }
}

extension Visit {
    /// The number of the period in the path. Throws `Refusal.notFound` if it is none.
    fileprivate func periodNumber() throws(Refusal) -> Int {
        guard let number = parameters?["period"].flatMap({ Int($0) }), number > 0 else { throw .notFound }
        return number
    }
}
