/// A moment in UTC on the calendar, from Unix seconds.
///
/// The day is computed with Howard Hinnant's `civil_from_days` (proleptic Gregorian calendar).
struct FeedTime {
    let year: Int64
    let month: Int64
    let day: Int64
    let hour: Int64
    let minute: Int64
    let second: Int64
    /// 0 is Sunday.
    let weekday: Int64

    /// Moments outside of the years 1 to 9999, which the formats cannot write, become the nearest that they can.
    init(_ unixSeconds: Int64) {
        let seconds = min(max(unixSeconds, -62_135_596_800), 253_402_300_799)
        let (days, secondOfDay) = FeedTime.floorDivide(seconds, 86_400)
        hour = secondOfDay / 3600
        minute = secondOfDay / 60 % 60
        second = secondOfDay % 60
        weekday = FeedTime.floorDivide(days + 4, 7).remainder

        let (era, dayOfEra) = FeedTime.floorDivide(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// `Sat, 21 Nov 2026 01:25:00 +0000`, as RSS wants it (RFC 822 with four digits of year), in English.
    var rfc822: String {
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = "\(weekdays[Int(weekday)]), \(digits(day)) \(months[Int(month) - 1]) \(digits(year, 4))"
        return "\(date) \(digits(hour)):\(digits(minute)):\(digits(second)) +0000"
    }

    /// `2026-11-21T01:25:00Z`, as Atom and JSON Feed want it (RFC 3339).
    var rfc3339: String {
        let date = "\(digits(year, 4))-\(digits(month))-\(digits(day))"
        return "\(date)T\(digits(hour)):\(digits(minute)):\(digits(second))Z"
    }

    private func digits(_ number: Int64, _ width: Int = 2) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    private static func floorDivide(_ number: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64)
    {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
