import Domain
import Templating

/// A moment as a template shows it.
struct Moment: TemplateData {
    /// RFC 3339, for machines.
    let iso: String
    /// As people read it.
    let text: String

    static let fields: [Field<Self>] = [Field("iso") { $0.iso }, Field("text") { $0.text }]
}

/// Dates, delays, amounts and sentences in one language, with its typography.
struct Wording: Sendable {
    let language: Language
    let catalogue: Catalogue
    let time: LocalTime
    /// By what rule figures about people are said.
    var anonymity = Anonymity.usual

    /// The language as templates know it.
    var locale: Catalogue.Locale { language == .french ? .fr : .en }

    /// The sentence of `key`, its arguments filled in.
    func text(_ key: String, _ arguments: [String: Catalogue.Argument] = [:]) -> String {
        catalogue.text(key, locale: locale, arguments)
    }

    /// `12 mars 2026`, `1er mars 2026`, `12 March 2026`.
    func date(_ moment: Timestamp) -> String {
        let clock = time.wallClock(at: moment)
        return "\(dayAndMonth(clock)) \(clock.year)"
    }

    /// `12 mars`, for a date of a year that goes without saying.
    func shortDate(_ moment: Timestamp, now: Timestamp) -> String {
        let clock = time.wallClock(at: moment)
        return clock.year == time.wallClock(at: now).year
            ? dayAndMonth(clock) : "\(dayAndMonth(clock)) \(clock.year)"
    }

    /// The first and the last day of a time, without what they share: `3` and `24 janvier`, `3 mars` and
    /// `2 avril 2027`. One word if they are the same day.
    func days(from first: Timestamp, to last: Timestamp, now: Timestamp) -> (from: String?, to: String) {
        let from = time.wallClock(at: first)
        let to = time.wallClock(at: last)
        let end = shortDate(last, now: now)
        guard from.year == to.year else { return (shortDate(first, now: now), end) }
        guard from.month == to.month else { return (dayAndMonth(from), end) }
        return from.day == to.day ? (nil, end) : (day(from), end)
    }

    /// `12 mars 2026 à 18 h 30`, `12 March 2026 at 18:30`.
    func dateAndTime(_ moment: Timestamp) -> String {
        "\(date(moment)) \(language == .french ? "à" : "at") \(timeOfDay(moment))"
    }

    /// `18 h 30`, `18:30`.
    func timeOfDay(_ moment: Timestamp) -> String {
        let clock = time.wallClock(at: moment)
        let minutes = clock.minute < 10 ? "0\(clock.minute)" : "\(clock.minute)"
        switch language {
        case .french:
            return clock.minute == 0 ? "\(clock.hour)\u{A0}h" : "\(clock.hour)\u{A0}h\u{A0}\(minutes)"
        case .english: return "\(clock.hour < 10 ? "0" : "")\(clock.hour):\(minutes)"
        }
    }

    private func dayAndMonth(_ clock: WallClock) -> String {
        "\(day(clock))\u{A0}\(text("dates.month-\(clock.month)"))"
    }

    private func day(_ clock: WallClock) -> String {
        language == .french && clock.day == 1 ? "1er" : "\(clock.day)"
    }

    /// The moment as a template's `<time>` element wants it, by its date.
    func moment(_ moment: Timestamp) -> Moment {
        Moment(iso: iso(moment), text: date(moment))
    }

    /// The moment with the time of day.
    func preciseMoment(_ moment: Timestamp) -> Moment {
        Moment(iso: iso(moment), text: dateAndTime(moment))
    }

    /// `2026-03-12T17:30:00Z`.
    func iso(_ moment: Timestamp) -> String {
        let days = moment.seconds.floorDivided(by: 86_400)
        let second = Int(moment.seconds - days * 86_400)
        let (year, month, day) = LocalTime.civil(fromDays: days)
        let numbers = [year / 100, year % 100, month, day, second / 3_600, second / 60 % 60, second % 60]
        let marks = ["", "-", "-", "T", ":", ":", "Z"]
        // A page has one of these for each thing that somebody wrote: interpolating costs ten times as much.
        return String(unsafeUninitializedCapacity: 20) { bytes in
            var count = 0
            for (number, mark) in zip(numbers, marks) {
                bytes[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
                bytes[count + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
                count += 2
                for byte in mark.utf8 {
                    bytes[count] = byte
                    count += 1
                }
            }
            return count
        }
    }

    /// `6 jours`, `3 heures`, `12 minutes`: calendar days if it is more than one, hours or minutes otherwise.
    func duration(from now: Timestamp, to moment: Timestamp) -> String {
        let left = moment.since(now).seconds
        if left < 3_600 { return text("dates.left-minutes", ["count": .number(Int(max(1, left / 60)))]) }
        if left < 86_400 { return text("dates.left-hours", ["count": .number(Int(left / 3_600))]) }
        return text("dates.left-days", ["count": .number(time.days(from: now, to: moment))])
    }

    /// `1 500 €`, `12,50 €`; `€1,500`, `€12.50`.
    func money(cents: Int64) -> String {
        let euros = locale.grouped(Int(cents / 100))
        let rest = Int(cents % 100)
        let decimals =
            rest == 0 ? "" : (language == .french ? "," : ".") + (rest < 10 ? "0\(rest)" : "\(rest)")
        return language == .french ? "\(euros)\(decimals)\u{A0}€" : "€\(euros)\(decimals)"
    }

    /// `94 %`, `94%`.
    func percent(_ number: Int) -> String {
        language == .french ? "\(number)\u{202F}%" : "\(number)%"
    }

    /// What introduces what follows: the French colon stands apart from its word.
    var colon: String {
        language == .french ? "\u{A0}: " : ": "
    }

    /// What `member` is called, or that the account is gone; with those who sign the same idea.
    func name(of member: Member?) -> String {
        guard let member, let pseudonym = member.pseudonym else { return text("ideas.deleted-author") }
        return list([pseudonym] + member.companions)
    }

    /// Who proposed something, by the sentence of `key`: `Proposé par Ajonc`; by that of `other` if the account is
    /// gone.
    func proposer(_ member: Member?, _ key: String, orElse other: String) -> String {
        guard member?.pseudonym != nil else { return text(other) }
        return text(key, ["author": .text(name(of: member))])
    }

    /// What the author of an idea is called: `Solution n° 7-4` where it is judged without names.
    func author(_ member: Member?, isHidden: Bool, challenge: ChallengeID, number: Int?) -> String {
        isHidden
            ? text("ideas.blind", ["number": .text("\(challenge)-\(number.map(String.init) ?? "")")])
            : name(of: member)
    }

    /// What the author of `idea` is called.
    func author(of idea: Idea, isHidden: Bool) -> String {
        author(idea.author, isHidden: isHidden, challenge: idea.challenge, number: idea.number)
    }

    /// The value that an `<input type="datetime-local">` takes: `2026-03-12T18:30`, in the insurer's time zone.
    func inputValue(_ moment: Timestamp) -> String {
        time.wallClock(at: moment).input
    }

    /// The moments that such an input may mean: none in the hour that spring leaves out, two in the one that autumn
    /// repeats. Nil if it is no date.
    func moments(fromInput text: String) -> [Timestamp]? {
        WallClock(input: text).map { time.moments(of: $0) }
    }
}
