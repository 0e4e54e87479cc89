import Domain
import Foundation

/// A day and a time of day as a clock on the insurer's wall shows them.
struct WallClock: Hashable, Sendable {
    let year: Int
    /// 1 to 12.
    let month: Int
    /// 1 to 31.
    let day: Int
    let hour: Int
    let minute: Int

    /// Minutes since the first of January 1970, by that clock.
    var minutes: Int64 {
        LocalTime.days(year: year, month: month, day: day) * 1_440 + Int64(hour * 60 + minute)
    }

    /// The value of a date and time in a form: `2026-11-20T09:30`.
    var input: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute))"
    }
}

extension WallClock {
    /// What the clock shows so many minutes after the first of January 1970.
    init(minutes: Int64) {
        let days = minutes.floorDivided(by: 1_440)
        let date = LocalTime.civil(fromDays: days)
        let minute = Int(minutes - days * 1_440)
        self.init(
            year: date.year, month: date.month, day: date.day, hour: minute / 60, minute: minute % 60)
    }

    /// What a form says; nil if it is no date between 1970 and 2200.
    init?(input text: String) {
        let parts = text.split { "-T:".contains($0) }.map { Int($0) }
        guard parts.count >= 5, let year = parts[0], let month = parts[1], let day = parts[2],
            let hour = parts[3], let minute = parts[4], (1_970...2_200).contains(year),
            (1...12).contains(month), (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        let days = LocalTime.days(year: year, month: month, day: day)
        guard LocalTime.civil(fromDays: days) == (year, month, day) else { return nil }
        self.init(year: year, month: month, day: day, hour: hour, minute: minute)
    }
}

/// The insurer's time zone, its changes of offset looked up once so that a date costs nanoseconds on a page.
struct LocalTime: Sendable {
    /// The IANA name, such as `Europe/Paris`.
    let name: String
    private let changes: [(from: Int64, offset: Int64)]

    /// Knows the changes from 2000 to 2100; outside of these years the nearest offset holds.
    ///
    /// Throws `UnknownTimeZone` for a name that the system does not have.
    init(_ name: String) throws {
        guard let zone = TimeZone(identifier: name) else { throw UnknownTimeZone(name: name) }
        self.name = name
        let start = Date(timeIntervalSince1970: 946_684_800)
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        var changes = [(from: Int64.min, offset: Int64(zone.secondsFromGMT(for: start)))]
        var moment = start
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end, next > moment {
            let offset = Int64(zone.secondsFromGMT(for: next))
            changes.append((Int64(next.timeIntervalSince1970.rounded()), offset))
            moment = next
        }
        self.changes = changes
    }

    /// The place after which the zone is named: `Paris`.
    var place: String {
        (name.split(separator: "/").last.map(String.init) ?? name).map { $0 == "_" ? " " : String($0) }
            .joined()
    }

    /// Seconds to add to universal time at `moment`.
    func offset(at moment: Timestamp) -> Int64 {
        var low = 0
        var high = changes.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].from <= moment.seconds { low = middle } else { high = middle }
        }
        return changes[low].offset
    }

    /// What the wall clock shows at `moment`.
    func wallClock(at moment: Timestamp) -> WallClock {
        let local = moment.seconds + offset(at: moment)
        let days = local.floorDivided(by: 86_400)
        let second = Int(local - days * 86_400)
        let (year, month, day) = Self.civil(fromDays: days)
        return WallClock(year: year, month: month, day: day, hour: second / 3_600, minute: second / 60 % 60)
    }

    /// The moment at which the wall clock shows `clock`: the first of two in autumn, the one after the gap in spring.
    func moment(of clock: WallClock) -> Timestamp {
        let local =
            Self.days(year: clock.year, month: clock.month, day: clock.day) * 86_400
            + Int64(clock.hour * 3_600 + clock.minute * 60)
        let before = offset(at: Timestamp(seconds: local - 86_400))
        let after = offset(at: Timestamp(seconds: local + 86_400))
        let early = Timestamp(seconds: local - max(before, after))
        if offset(at: early) == max(before, after) { return early }
        return Timestamp(seconds: local - min(before, after))
    }

    /// Every moment at which the wall clock shows `clock`, the first one first: none in a gap of spring, two in the hour
    /// that autumn repeats.
    func moments(of clock: WallClock) -> [Timestamp] {
        let first = moment(of: clock)
        guard wallClock(at: first) == clock else { return [] }
        let later = first + .seconds(offset(at: first) - offset(at: first + .days(1)))
        return later > first && wallClock(at: later) == clock ? [first, later] : [first]
    }

    /// Midnight at the beginning of the day in which `moment` lies.
    func startOfDay(_ moment: Timestamp) -> Timestamp {
        let clock = wallClock(at: moment)
        return self.moment(
            of: WallClock(year: clock.year, month: clock.month, day: clock.day, hour: 0, minute: 0))
    }

    /// The same time of day, so many calendar days after `moment`: in spring and autumn that is not as many times 24 hours.
    func sameTime(_ days: Int, daysAfter moment: Timestamp) -> Timestamp {
        let clock = wallClock(at: moment)
        let day = Self.days(year: clock.year, month: clock.month, day: clock.day) + Int64(days)
        let date = Self.civil(fromDays: day)
        return self.moment(
            of: WallClock(
                year: date.year, month: date.month, day: date.day, hour: clock.hour, minute: clock.minute))
    }

    /// Calendar days from `moment` to `later`: 0 on the same day, 1 if `later` is tomorrow.
    func days(from moment: Timestamp, to later: Timestamp) -> Int {
        func day(_ moment: Timestamp) -> Int64 {
            (moment.seconds + offset(at: moment)).floorDivided(by: 86_400)
        }
        return Int(day(later) - day(moment))
    }

    /// Days since 1970-01-01 of a date in the Gregorian calendar
    /// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`).
    static func days(year: Int, month: Int, day: Int) -> Int64 {
        let shifted = Int64(month <= 2 ? year - 1 : year)
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date of a day counted from 1970-01-01 (same source, `civil_from_days`).
    static func civil(fromDays days: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, day)
    }
}

/// A time zone name that the system's tables do not hold.
public struct UnknownTimeZone: Error, CustomStringConvertible {
    public let name: String
    public var description: String { "unknown time zone: \(name)" }
}

extension Int64 {
    /// The quotient rounded towards minus infinity; `divisor` is positive.
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
