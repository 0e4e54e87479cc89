import Domain
import Templating

/// A time cut into days, weeks or months as the wall clock has them, so that a picture of it can be taken in.
struct Periods: Hashable, Sendable {
    let length: Length
    /// When each period begins; there is one at least.
    let starts: [Timestamp]
    /// When the last one ends.
    let end: Timestamp

    enum Length: String, CaseIterable, Sendable {
        case day
        case week
        case month

        /// The shortest of which a span of so many days has a number that can be taken in.
        init(forDays days: Int) {
            self = days <= 62 ? .day : days <= 434 ? .week : .month
        }
    }

    /// The periods of `length` from the one in which `first` lies to the one in which `last` does, 200 at most, the
    /// latest.
    init(_ length: Length, from first: Timestamp, to last: Timestamp, in time: LocalTime) {
        self.length = length
        let midnight = time.startOfDay(first)
        var starts: [Timestamp] = []
        var next = Self.beginning(of: length, around: midnight, in: time)
        let last = max(last, first)
        repeat {
            starts.append(next)
            next = Self.beginning(after: next, length, in: time)
        } while next <= last
        self.starts = starts.suffix(200)
        end = next
    }

    /// The beginning of the day, the week (a Monday) or the month in which `midnight` lies.
    private static func beginning(of length: Length, around midnight: Timestamp, in time: LocalTime)
        -> Timestamp
    {
        let clock = time.wallClock(at: midnight)
        switch length {
        case .day: return midnight
        case .week:
            // The first of January 1970 was a Thursday.
            let day = LocalTime.days(year: clock.year, month: clock.month, day: clock.day) + 3
            return time.sameTime(-Int(day - day.floorDivided(by: 7) * 7), daysAfter: midnight)
        case .month: return time.sameTime(1 - clock.day, daysAfter: midnight)
        }
    }

    private static func beginning(after start: Timestamp, _ length: Length, in time: LocalTime) -> Timestamp {
        switch length {
        case .day: return time.sameTime(1, daysAfter: start)
        case .week: return time.sameTime(7, daysAfter: start)
        case .month:
            // The first of the next month is less than 32 days away, and this one is more than 31 of them behind it.
            return beginning(of: .month, around: time.sameTime(31, daysAfter: start), in: time)
        }
    }
}

extension Wording {
    /// `12 mars`, `semaine du 9 mars`, `mars 2026`.
    func period(_ start: Timestamp, _ length: Periods.Length, now: Timestamp) -> String {
        switch length {
        case .day: return shortDate(start, now: now)
        case .week: return text("charts.week", ["day": .text(shortDate(start, now: now))])
        case .month:
            let clock = time.wallClock(at: start)
            return "\(text("dates.month-\(clock.month)")) \(clock.year)"
        }
    }
}
