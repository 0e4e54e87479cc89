import Domain
import Storage
import Templating

/// A period as a letter to one member, to print and to keep.
struct LetterPage: Page {
    static let template = "fund/letter"

    let insurer: String
    let community: String
    let fundHref: String
    let shareHref: String
    let date: String
    let days: String
    let greeting: String
    /// What the member paid, and what came of it in the group.
    let course: [TextView]
    let hundred: HundredView?
    let amount: String
    let about: String
    let whyNone: String?
    /// By which the amount was divided.
    let sum: String?
    let rules: String
    let fingerprint: String
    /// The numbers of the member's lines in the ledger.
    let lines: String?

    static let fields: [Field<Self>] = [
        Field("insurer") { $0.insurer }, Field("community") { $0.community },
        Field("fundHref") { $0.fundHref }, Field("shareHref") { $0.shareHref }, Field("date") { $0.date },
        Field("days") { $0.days }, Field("greeting") { $0.greeting }, Field("course") { $0.course },
        Field("hundred") { $0.hundred }, Field("amount") { $0.amount }, Field("about") { $0.about },
        Field("whyNone") { $0.whyNone }, Field("sum") { $0.sum }, Field("rules") { $0.rules },
        Field("fingerprint") { $0.fingerprint }, Field("lines") { $0.lines },
    ]

    init(_ reading: ShareReading, for visit: Visit) {
        let wording = visit.wording
        let told = reading.fund.told
        let record = told.record
        let share = reading.own.share
        insurer = visit.app.settings.insurer
        community = reading.fund.community.name
        fundHref = visit.address.period(record, of: reading.fund.community)
        shareHref = visit.address.share(in: record, of: reading.fund.community)
        date = wording.date(visit.now)
        days = wording.days(of: record)
        greeting = wording.text("fund.letter.greeting", ["pseudonym": .text(reading.pseudonym)])
        let paid = wording.text(
            "fund.letter.paid",
            [
                "amount": .text(wording.exactMoney(share.contributed)),
                "part": .text(wording.exactMoney(share.poolPart)), "community": .text(community),
            ])
        let group = told.group.map { GroupView($0, told, wording: wording) }
        course = [paid, group.map { "\($0.lead) \($0.identity)." }].compactMap(\.self).map(TextView.init)
        hundred = group?.hundred
        amount = wording.exactMoney(share.cents)
        about = wording.about(reading.own, in: told)
        whyNone = share.whyNone.map { wording.text("fund.none.\($0.rawValue)") }
        sum =
            share.whyNone == nil
            ? told.group.map { SharePage.part(share, $0.close, wording) }.map {
                wording.text("fund.letter.sum", ["sum": .text($0.sum)])
            } : nil
        rules = wording.text("fund.letter.rules", ["version": .number(record.version.number)])
        fingerprint = record.version.rules.fingerprint.description
        lines =
            reading.lines.isEmpty
            ? nil
            : wording.text(
                "fund.letter.lines",
                ["numbers": .text(reading.lines.map { String($0.seq) }.joined(separator: ", "))])
    }
}
