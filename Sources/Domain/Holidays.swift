/// A day of the calendar, counted from 1970-01-01.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// The day of this date in the Gregorian calendar (H. Hinnant, “chrono-compatible low-level date algorithms”).
    public init(year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month and day of the month.
    public var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    public static func + (day: Self, count: Int) -> Self { Self(number: day.number + count) }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// The same date so many months later; the last day of a month that is shorter.
    public func adding(months: Int) -> CalendarDay {
        let (year, month, day) = date
        let count = year * 12 + month - 1 + months
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        let next = CalendarDay(
            year: newMonth == 12 ? newYear + 1 : newYear, month: newMonth == 12 ? 1 : newMonth + 1, day: 1)
        let first = CalendarDay(year: newYear, month: newMonth, day: 1)
        return first + min(day - 1, next.number - first.number - 1)
    }
}

/// The public holidays of metropolitan France (Code du travail, article L3133-1).
public enum FrenchHolidays {
    /// Easter Sunday in the Gregorian calendar (anonymous algorithm, Nature 13, 1876, as given by Meeus).
    public static func easter(in year: Int) -> CalendarDay {
        let a = year % 19
        let (b, c) = (year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let g = (b - (b + 8) / 25 + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return CalendarDay(year: year, month: n / 31, day: n % 31 + 1)
    }

    /// All eleven of a year, in their order.
    public static func all(in year: Int) -> [CalendarDay] {
        let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)].map {
            CalendarDay(year: year, month: $0.0, day: $0.1)
        }
        let easter = easter(in: year)
        // Easter Monday, Ascension Day, Whit Monday.
        return (fixed + [easter + 1, easter + 39, easter + 50]).sorted()
    }

    /// Whether `day` is one.
    public static func contains(_ day: CalendarDay) -> Bool {
        all(in: day.date.year).contains(day)
    }
}

/// Days on which an insurer works: Monday to Friday, public holidays excepted.
public enum WorkingDays {
    public static func contains(_ day: CalendarDay) -> Bool {
        day.weekday <= 5 && !FrenchHolidays.contains(day)
    }

    /// The last of so many working days that follow `day`, which is not counted itself.
    public static func day(_ count: Int, after day: CalendarDay) -> CalendarDay {
        var day = day
        var left = count
        while left > 0 {
            day = day + 1
            if contains(day) { left -= 1 }
        }
        return day
    }
}
