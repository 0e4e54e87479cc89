import Domain
import Foundation
import Testing

@testable import Site

@Suite struct LocalTimeTests {
    let paris: LocalTime

    init() throws { paris = try LocalTime("Europe/Paris") }

    @Test(
        "the wall clock follows the zone through its changes",
        arguments: [
            // 29 March 2026: at 02:00 it is 03:00. 25 October 2026: at 03:00 it is 02:00 again.
            (Int64(1_774_745_999), WallClock(year: 2026, month: 3, day: 29, hour: 1, minute: 59)),
            (Int64(1_774_746_000), WallClock(year: 2026, month: 3, day: 29, hour: 3, minute: 0)),
            (Int64(1_792_889_999), WallClock(year: 2026, month: 10, day: 25, hour: 2, minute: 59)),
            (Int64(1_792_890_000), WallClock(year: 2026, month: 10, day: 25, hour: 2, minute: 0)),
            (Int64(951_782_400), WallClock(year: 2000, month: 2, day: 29, hour: 1, minute: 0)),
        ])
    func changes(seconds: Int64, expected: WallClock) {
        #expect(paris.wallClock(at: Timestamp(seconds: seconds)) == expected)
    }

    @Test("what people type is what they see, at every hour of two years but those that do not exist")
    func roundTrip() {
        var moment = Timestamp(seconds: 1_767_222_000)
        for _ in 0..<(2 * 365 * 24) {
            let clock = paris.wallClock(at: moment)
            let back = paris.moment(of: clock)
            #expect(paris.wallClock(at: back) == clock)
            // In autumn one hour has two moments; the first is meant.
            #expect(back == moment || back == moment - .hours(1))
            moment = moment + .hours(1)
        }
    }

    @Test("an hour that spring leaves out is read as the one after")
    func gap() {
        let typed = WallClock(year: 2026, month: 3, day: 29, hour: 2, minute: 30)
        #expect(
            paris.wallClock(at: paris.moment(of: typed))
                == WallClock(year: 2026, month: 3, day: 29, hour: 3, minute: 30))
    }

    @Test("an hour of spring has no moment, one of autumn has two, all others have one")
    func readings() {
        func moments(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> [Int64] {
            paris.moments(of: WallClock(year: 2026, month: month, day: day, hour: hour, minute: minute)).map(
                \.seconds)
        }
        #expect(moments(3, 29, 1, 59) == [1_774_745_940])
        #expect(moments(3, 29, 2, 0) == [])
        #expect(moments(3, 29, 2, 59) == [])
        #expect(moments(3, 29, 3, 0) == [1_774_746_000])
        #expect(moments(10, 25, 1, 59) == [1_792_886_340])
        #expect(moments(10, 25, 2, 0) == [1_792_886_400, 1_792_890_000])
        #expect(moments(10, 25, 2, 59) == [1_792_889_940, 1_792_893_540])
        #expect(moments(10, 25, 3, 0) == [1_792_893_600])
        #expect(moments(6, 1, 12, 0).count == 1)
    }

    @Test("the offsets are those of the system's own tables, all through the century")
    func agreesWithFoundation() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Paris"))
        var moment: Int64 = 946_684_800
        while moment < 4_000_000_000 {
            let expected = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))))
            #expect(paris.offset(at: Timestamp(seconds: moment)) == expected)
            moment += 1_234_567
        }
    }

    @Test("a zone that the system does not know is refused by name")
    func unknownZone() {
        #expect(throws: UnknownTimeZone.self) { try LocalTime("Europe/Valbourg") }
    }
}
