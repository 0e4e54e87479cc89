import Domain
import Storage
import Templating

/// What comes back to one member, with the sum behind each cent.
struct SharePage: Page {
    static let template = "fund/share"

    let community: String
    let fundHref: String
    let days: String
    let amount: String
    let state: String
    let tone: String
    let about: String
    /// Why nothing comes back, if nothing does.
    let whyNone: String?
    let steps: [SumView]
    let isSmall: Bool
    let lines: [LineView]

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("fundHref") { $0.fundHref }, Field("days") { $0.days },
        Field("amount") { $0.amount }, Field("state") { $0.state }, Field("tone") { $0.tone },
        Field("about") { $0.about }, Field("whyNone") { $0.whyNone }, Field("steps") { $0.steps },
        Field("isSmall") { $0.isSmall }, Field("lines") { $0.lines },
        Field("hasLines") { !$0.lines.isEmpty },
    ]

    /// A step on the way to the amount, with its sum.
    struct SumView: TemplateData {
        let text: String
        let sum: String

        static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("sum") { $0.sum }]
    }

    /// A line of the ledger.
    struct LineView: TemplateData {
        let number: Int
        let date: String
        let what: String
        let amount: String
        let key: String

        static let fields: [Field<Self>] = [
            Field("number") { $0.number }, Field("date") { $0.date }, Field("what") { $0.what },
            Field("amount") { $0.amount }, Field("key") { $0.key },
        ]
    }

    init(_ reading: FundReading, _ share: CashbackShare, lines: [LedgerEntry], for visit: Visit) {
        let wording = visit.wording
        let story = reading.story
        let record = story.record
        community = reading.community.name
        fundHref = visit.address.period(record, of: reading.community)
        days = wording.days(of: record)
        amount = wording.exactMoney(share.cents)
        state = wording.text("fund.state.\(record.state.rawValue)")
        tone = record.state.tone
        about = wording.text("fund.own.\(record.state.phase)")
        whyNone = share.whyNone.map { wording.text("fund.none.\($0.rawValue)") }
        isSmall = !story.showsGroup
        steps =
            Self.own(share, wording)
            + (story.showsGroup ? Self.group(record, story.close, wording) : [])
            + (story.showsGroup && share.whyNone == nil ? [Self.part(share, story.close, wording)] : [])
        self.lines = lines.flatMap { Self.lines(of: $0, in: record.fund, wording) }
    }

    private static func own(_ share: CashbackShare, _ wording: Wording) -> [SumView] {
        var steps = [
            SumView(
                text: wording.text("fund.sum.own"),
                sum: wording.text(
                    "fund.sum.own.part",
                    [
                        "contributed": .text(wording.exactMoney(share.contributed)),
                        "taken": .text(wording.exactMoney(share.contributed - share.poolPart)),
                        "part": .text(wording.exactMoney(share.poolPart)),
                    ]))
        ]
        if share.asked > 0 {
            steps.append(
                SumView(text: wording.text("fund.sum.asked"), sum: wording.exactMoney(share.asked)))
        }
        return steps
    }

    private static func group(_ record: PeriodRecord, _ close: PeriodClose, _ wording: Wording) -> [SumView] {
        func money(_ cents: Int64) -> String { wording.exactMoney(cents) }
        var pool = [money(close.opening), "+ \(money(close.totals.pool))"]
        if close.refundsAdvanced > 0 { pool.append("+ \(money(close.refundsAdvanced))") }
        pool += ["\u{2212} \(money(close.claimsFromPool))", "\u{2212} \(money(close.repaid))"]
        pool.append("\u{2212} \(money(close.kept)) = \(money(close.surplus))")
        var steps = [
            SumView(
                text: wording.text(
                    close.refundsAdvanced > 0 ? "fund.sum.surplus.advanced" : "fund.sum.surplus"),
                sum: pool.joined(separator: " "))
        ]
        let rules = record.version.rules
        if rules.reserveBps > 0 {
            steps.append(
                SumView(
                    text: wording.text(
                        "fund.sum.retained",
                        [
                            "rate": .text(wording.rate(rules.reserveBps)),
                            "cap": .text(money(rules.reserveCap)),
                        ]),
                    sum: money(close.retained)))
        }
        steps.append(
            SumView(
                text: wording.text(
                    close.distributed < close.surplus - close.retained
                        ? "fund.sum.distributed.capped" : "fund.sum.distributed",
                    ["cap": .text(money(close.cashbackCap))]),
                sum: "\(money(close.surplus)) \u{2212} \(money(close.retained)) → \(money(close.distributed))"
            ))
        return steps
    }

    /// `5270 × 4918 / 9837 = 2634,73 → 26,35 €`, in cents but for the end.
    private static func part(_ share: CashbackShare, _ close: PeriodClose, _ wording: Wording) -> SumView {
        let whole = share.cents - (share.hasExtraCent ? 1 : 0)
        let hundredths = Int(share.remainder * 100 / Int128(max(1, close.weight)))
        let mark = wording.language == .french ? "," : "."
        let exact = "\(whole)\(mark)\(hundredths < 10 ? "0" : "")\(hundredths)"
        return SumView(
            text: wording.text(share.hasExtraCent ? "fund.sum.part.extra" : "fund.sum.part"),
            sum: "\(close.distributed) × \(share.weight) / \(close.weight) = \(exact) → "
                + wording.exactMoney(share.cents))
    }

    /// What a line moved, as the member sees it: one row for each transfer.
    private static func lines(of entry: LedgerEntry, in fund: FundID, _ wording: Wording) -> [LineView] {
        entry.content.transfers.map { transfer in
            LineView(
                number: Int(entry.seq), date: wording.date(entry.day),
                what: wording.text(
                    "fund.line",
                    [
                        "from": .text(account(transfer.source, fund, wording)),
                        "to": .text(account(transfer.destination, fund, wording)),
                    ]),
                amount: wording.exactMoney(transfer.amount), key: entry.content.key.text)
        }
    }

    private static func account(_ account: LedgerAccount, _ fund: FundID, _ wording: Wording) -> String {
        let words: [LedgerAccount: String] = [
            .pool(of: fund): "pool", .fee(of: fund): "fee", .premium(of: fund): "premium",
            .prevention(of: fund): "prevention", .claims(of: fund): "claims", .insurer: "insurer",
            .policyholders: "own",
        ]
        return wording.text("fund.account.\(words[account] ?? "cashback")")
    }
}
