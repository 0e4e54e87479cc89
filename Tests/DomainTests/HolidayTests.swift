import Domain
import Testing

@Suite struct HolidayTests {
    private func day(_ text: String) -> CalendarDay {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    }

    @Test(
        "Easter falls where the tables have it",
        arguments: [
            "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31",
            "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
        ])
    func easter(date: String) {
        #expect(FrenchHolidays.easter(in: day(date).date.year) == day(date))
    }

    @Test("France has eleven public holidays a year")
    func holidays() {
        #expect(
            FrenchHolidays.all(in: 2026)
                == [
                    "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
                    "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
                ].map(day))
        // Ascension Day may be the first of May.
        #expect(Set(FrenchHolidays.all(in: 2008)).count == 10)
    }

    @Test("days, dates and weekdays agree over four centuries")
    func calendar() {
        var weekday = day("1900-01-01").weekday
        #expect(weekday == 1)
        var last = (1_899, 12, 31)
        for number in day("1900-01-01").number...day("2300-12-31").number {
            let today = CalendarDay(number: number)
            let date = today.date
            #expect(CalendarDay(year: date.year, month: date.month, day: date.day) == today)
            #expect(today.weekday == weekday)
            #expect(last < date)
            weekday = weekday % 7 + 1
            last = date
        }
    }

    @Test(
        "ten working days pass over weekends and holidays, the day of receipt not counted",
        arguments: [
            ("2026-03-10", "2026-03-24"), ("2026-04-30", "2026-05-19"), ("2026-12-24", "2027-01-11"),
            ("2026-03-14", "2026-03-27"), ("2025-11-07", "2025-11-24"),
        ])
    func workingDays(received: String, due: String) {
        #expect(ComplaintDays(receivedOn: day(received)).acknowledgement == day(due))
    }

    @Test(
        "two months end on the same date, or on the last day of a shorter month",
        arguments: [
            ("2026-03-10", "2026-05-10"), ("2025-12-31", "2026-02-28"), ("2027-12-30", "2028-02-29"),
            ("2026-11-15", "2027-01-15"), ("2026-12-01", "2027-02-01"), ("2026-10-31", "2026-12-31"),
        ])
    func months(received: String, due: String) {
        #expect(ComplaintDays(receivedOn: day(received)).answer == day(due))
    }
}
