import Domain
import Storage
import Templating

/// What comes back to one member, with the sum behind each cent.
struct SharePage: Page {
    static let template = "fund/share"

    let community: String
    let fundHref: String
    let days: String
    /// Nil where it would tell of others.
    let amount: String?
    let state: String
    let tone: String
    let about: String
    /// Why nothing comes back, if nothing does.
    let whyNone: String?
    let steps: [SumView]
    /// Whether the division is not shown, since it would tell of others.
    let isSmall: Bool
    /// So many members it takes for a figure.
    let fewest: Int
    let lines: [LineView]
    let letterHref: String?

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("fundHref") { $0.fundHref }, Field("days") { $0.days },
        Field("amount") { $0.amount }, Field("state") { $0.state }, Field("tone") { $0.tone },
        Field("about") { $0.about }, Field("whyNone") { $0.whyNone }, Field("steps") { $0.steps },
        Field("isSmall") { $0.isSmall }, Field("lines") { $0.lines },
        Field("hasLines") { !$0.lines.isEmpty }, Field("letterHref") { $0.letterHref },
        Field("fewest") { $0.fewest },
    ]

    /// A step on the way to the amount, with its sum.
    struct SumView: TemplateData {
        let text: String
        let sum: String

        static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("sum") { $0.sum }]
    }

    /// A line of the ledger with all that it moved.
    struct LineView: TemplateData {
        let number: Int
        let date: String
        let moves: [SumView]
        let key: String

        static let fields: [Field<Self>] = [
            Field("number") { $0.number }, Field("date") { $0.date }, Field("moves") { $0.moves },
            Field("key") { $0.key },
        ]
    }

    init(_ reading: ShareReading, for visit: Visit) {
        let wording = visit.wording
        let told = reading.fund.told
        let record = told.record
        let share = reading.own.share
        fewest = wording.anonymity.fewest
        community = reading.fund.community.name
        fundHref = visit.address.period(record, of: reading.fund.community)
        days = wording.days(of: record)
        amount = reading.own.story.map { _ in wording.exactMoney(share.cents) }
        state = wording.text("fund.state.\(record.state.rawValue)")
        tone = record.state.tone
        about = wording.about(reading.own, in: told)
        whyNone = share.whyNone.map { wording.text("fund.none.\($0.rawValue)") }
        let shown = told.group == nil ? nil : reading.own.story
        isSmall = shown == nil
        steps =
            Self.own(reading.own, told, wording)
            + (shown.map { Self.group(record, $0.close, wording) } ?? [])
            + (shown.flatMap { share.whyNone == nil ? Self.part(share, $0.close, wording) : nil }.map { [$0] }
                ?? [])
        lines = reading.lines.map { Self.line($0, in: record.fund, wording) }
        letterHref = record.state.isTold ? visit.address.letter(on: record, of: reading.fund.community) : nil
    }

    private static func own(_ own: ToldPeriod.Own, _ told: ToldPeriod, _ wording: Wording) -> [SumView] {
        let share = own.share
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
            // Among peers what a pool can pay depends on others' claims: it is told with their figures.
            let isShort =
                told.record.version.rules.backing == .none && own.story != nil && own.paid < share.asked
            steps.append(
                SumView(
                    text: wording.text(isShort ? "fund.sum.asked.short" : "fund.sum.asked"),
                    sum: wording.exactMoney(share.asked)
                        + (isShort ? " → \(wording.exactMoney(own.paid))" : "")))
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
    static func part(_ share: CashbackShare, _ close: PeriodClose, _ wording: Wording) -> SumView {
        let whole = share.cents - (share.hasExtraCent ? 1 : 0)
        let hundredths = Int(share.remainder * 100 / Int128(max(1, close.weight)))
        let mark = wording.language == .french ? "," : "."
        let exact = "\(whole)\(mark)\(hundredths < 10 ? "0" : "")\(hundredths)"
        return SumView(
            text: wording.text(share.hasExtraCent ? "fund.sum.part.extra" : "fund.sum.part"),
            sum: "\(close.distributed) × \(share.weight) / \(close.weight) = \(exact) → "
                + wording.exactMoney(share.cents))
    }

    /// What a line moved, as the member sees it.
    private static func line(_ entry: LedgerEntry, in fund: FundID, _ wording: Wording) -> LineView {
        LineView(
            number: Int(entry.seq), date: wording.date(entry.day),
            moves: entry.content.transfers.map { transfer in
                SumView(
                    text: wording.text(
                        "fund.line",
                        [
                            "from": .text(account(transfer.source, fund, wording)),
                            "to": .text(account(transfer.destination, fund, wording)),
                        ]),
                    sum: wording.exactMoney(transfer.amount))
            }, key: entry.content.key.text)
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

/// What the pages about one's own share read.
struct ShareReading: Sendable {
    let fund: FundReading
    let own: ToldPeriod.Own
    /// Where one is known by it.
    let pseudonym: String
    let lines: [LedgerEntry]

    /// Throws `Refusal.notFound` to those who contributed nothing.
    init(_ slug: String, period number: Int, _ look: Look) throws {
        fund = try FundReading(slug, period: number, look)
        guard let own = fund.told.own, let member = fund.member else { throw Refusal.notFound }
        self.own = own
        pseudonym =
            try look.ownMembership(in: fund.community)?.pseudonym ?? member.pseudonym
            ?? FundMember(member.id).id
        let record = fund.told.record
        lines = try look.ledgerEntries(
            look.ownFactKeys(in: record) + [
                record.cashbackKey(of: member.id), record.paymentKey(to: member.id),
            ])
    }
}
