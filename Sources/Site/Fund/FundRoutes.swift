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
        let seen = try await visit.look { look in
            let reading = try FundReading(slug, period: number, look)
            guard let share = reading.share, let member = reading.member else { throw Refusal.notFound }
            let record = reading.story.record
            let keys = try look.ownFactKeys(in: record)
            let lines = try look.ledgerEntries(
                keys + [record.cashbackKey(of: member.id), record.paymentKey(to: member.id)])
            return (reading: reading, share: share, lines: lines)
        }
        let (reading, share, lines) = seen.value
        return visit.show(
            SharePage(reading, share, lines: lines, for: visit), to: seen, in: .communities)
    }

    @Sendable private static func showSimulator(_ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let seen = try await visit.look { try FundReading(slug, period: nil, $0) }
        let story = seen.value.story
        let count = story.memberCount
        // The mean of a small group's contributions would be a figure about it.
        let mean = story.showsGroup ? story.close.totals.total / Int64(count) : 30_000
        let typed = TypedScenario(
            visit.request.query, members: story.showsGroup ? count : 40, contribution: mean)
        let page = try SimulatorPage(story.record, of: seen.value.community, typed: typed, for: visit)
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
