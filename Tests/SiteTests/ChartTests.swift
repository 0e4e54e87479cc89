import Domain
import Testing

@testable import Site

@Suite struct ChartTests {
    @Test(
        "an axis ends at a round number not far above, in four steps at most",
        arguments: [0, 1, 2, 3, 4, 5, 9, 10, 11, 99, 101, 12_345, 999_999_999, 7_000_000_000_000, .max])
    func scale(amount: Int) {
        let scale = Scale(holding: amount)
        let amount = min(max(amount, 1), Scale.greatest)
        #expect(scale.top >= amount)
        #expect(scale.top <= amount * 2 + 2 || scale.top <= 2 * amount)
        #expect((2...5).contains(scale.ticks.count))
        let steps = zip(scale.ticks, scale.ticks.dropFirst()).map { $1 - $0 }
        #expect(Set(steps).count == 1)
        #expect(scale.length(of: amount, units: 1_000) <= 1_000)
        #expect(scale.length(of: 0, units: 1_000) == 0)
        #expect(scale.length(of: 1, units: 1_000) > 0)
    }

    @Test("days through the change to summer time, weeks from Mondays, months from the first")
    func periods() throws {
        let time = try LocalTime("Europe/Paris")
        func noon(_ month: Int, _ day: Int, year: Int = 2026) -> Timestamp {
            time.moment(of: WallClock(year: year, month: month, day: day, hour: 12, minute: 0))
        }
        let days = Periods(.day, from: noon(3, 27), to: noon(3, 31), in: time)
        #expect(days.starts.count == 5)
        #expect(days.starts.allSatisfy { time.wallClock(at: $0).hour == 0 })
        #expect(time.days(from: days.starts[0], to: days.end) == 5)
        #expect(Periods(.day, from: noon(3, 27), to: noon(3, 27), in: time).starts.count == 1)
        let weeks = Periods(.week, from: noon(3, 27), to: noon(4, 30, year: 2027), in: time)
        #expect(time.wallClock(at: weeks.starts[0]).day == 23)
        #expect(weeks.starts.count == 58)
        #expect(zip(weeks.starts, weeks.starts.dropFirst()).allSatisfy { time.days(from: $0, to: $1) == 7 })
        let months = Periods(.month, from: noon(1, 31), to: noon(3, 1), in: time)
        #expect(months.starts.map { time.wallClock(at: $0).month } == [1, 2, 3])
        #expect(months.starts.allSatisfy { time.wallClock(at: $0).day == 1 })
        // Never more than a picture can hold, and those are the latest.
        let long = Periods(.day, from: noon(1, 1), to: noon(12, 31, year: 2027), in: time)
        #expect(long.starts.count == 200)
        #expect(time.days(from: long.starts[199], to: noon(12, 31, year: 2027)) == 0)
        #expect(Periods.Length(forDays: 1) == .day)
        #expect(Periods.Length(forDays: 400) == .week)
        #expect(Periods.Length(forDays: 500) == .month)
    }

    private func chart(_ amounts: [Figure?]) async throws -> ColumnChart {
        let town = try await Town()
        let periods = Periods(
            .day, from: town.now, to: town.now + .days(Int64(amounts.count - 1)), in: town.app.time)
        return ColumnChart(
            id: "c", title: "Idées", amounts, in: periods, wording: town.app.wording(.french), now: town.now)
    }

    @Test("columns stand on the ground and end below the top; what is withheld is there without its height")
    func columns() async throws {
        let chart = try await chart([.exact(0), .exact(7), .withheld, .exact(3_000_000), nil])
        #expect(
            chart.columns.map(\.amount) == ["0", "7", "non publié", "3\u{202F}000\u{202F}000", "en cours"])
        for column in chart.columns {
            #expect(column.y + column.height == ColumnChart.height)
            #expect(column.y >= 0)
        }
        #expect(chart.columns.map { $0.height > 0 } == [false, true, true, true, false])
        #expect(chart.columns.map(\.isWithheld) == [false, false, true, false, false])
        #expect(chart.feet.count == 3)
        #expect(chart.summary.hasPrefix("Au moins 3\u{202F}000\u{202F}007 en tout"))
        #expect(chart.ticks.first?.y == 0)
        #expect(chart.ticks.last == ColumnChart.Tick(amount: 0, y: ColumnChart.height))
    }

    @Test("one day, nothing at all, and nothing that may be told")
    func extremes() async throws {
        let one = try await chart([.exact(1)])
        #expect(one.feet.count == 1)
        #expect(one.columns.map(\.height) == [ColumnChart.height])
        #expect(try await chart([.exact(0), .exact(0)]).summary == "Rien encore.")
        #expect(try await chart([.withheld, .withheld]).summary == "Trop peu de personnes pour un chiffre.")
    }

    @Test("the longest bar is the greatest amount; none is lost however small")
    func bars() async throws {
        let town = try await Town()
        let list = BarList(
            [
                ("a", .exact(1_000_000), nil), ("b", .exact(1), nil), ("c", .exact(0), nil),
                ("d", .withheld, nil),
            ],
            wording: town.app.wording(.english))
        #expect(list.bars.map(\.length) == [1_000, 6, 0, 0])
        #expect(list.bars.map(\.amount) == ["1,000,000", "1", "0", "withheld"])
        #expect(BarList([("a", .exact(0), nil)], wording: town.app.wording(.english)).bars[0].length == 0)
    }
}
