/// A day of the Gregorian calendar, without hours or time zone.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// Nil unless the calendar has such a day, in the years 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year)).contains(day)
        else { return nil }
        let before = (1..<month).reduce(0) { $0 + Self.length(ofMonth: $1, year) }
        number = Self.daysBefore(year) + before + day - 1
    }

    /// Reads `YYYY-MM-DD`; nil if the text is anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func value(_ range: Range<Int>) -> Int? {
            range.reduce(0) { sum, index in
                guard let sum, (0x30...0x39).contains(bytes[index]) else { return nil }
                return sum * 10 + Int(bytes[index] - 0x30)
            }
        }
        guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day of a moment in Universal Time.
    public init(_ moment: Timestamp) {
        let (days, rest) = moment.seconds.quotientAndRemainder(dividingBy: 86_400)
        number = Int(rest < 0 ? days - 1 : days)
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        // 146 097 days are 400 years; the guess is at most one year off.
        var year = (number + 719_162) * 400 / 146_097 + 1
        if Self.daysBefore(year) > number { year -= 1 }
        if Self.daysBefore(year + 1) <= number { year += 1 }
        var rest = number - Self.daysBefore(year)
        var month = 1
        while rest >= Self.length(ofMonth: month, year) {
            rest -= Self.length(ofMonth: month, year)
            month += 1
        }
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            + (month < 10 ? "-0" : "-") + String(month) + (rest < 9 ? "-0" : "-") + String(rest + 1)
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.number < right.number
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The number of the first day of a year.
    private static func daysBefore(_ year: Int) -> Int {
        let past = year - 1
        return 365 * past + past / 4 - past / 100 + past / 400 - 719_162
    }
}
