import Domain
import Storage
import Templating

/// The last period of a fund.
struct KeptPeriod: TemplateData {
    let days: String
    let state: String
    let tone: String
    let steps: [StepView]
    let next: NextView
    let facts: [FactView]
    let factCount: Int
    let shares: [ShareView]
    let shareCount: Int
    let sums: [SumView]
    let forms: [FactForm]
    let importing: ImportView?
    let bookAction: String
    let withdrawAction: String
    let fileHref: String
    let rules: FundRulesView

    /// Facts and shares that are shown; the file of the period has all.
    static let mostFacts = 100

    static let fields: [Field<Self>] = [
        Field("days") { $0.days }, Field("state") { $0.state }, Field("tone") { $0.tone },
        Field("steps") { $0.steps }, Field("next") { $0.next }, Field("facts") { $0.facts },
        Field("hasFacts") { !$0.facts.isEmpty }, Field("factCount") { $0.factCount },
        Field("hasMore") { $0.factCount > $0.facts.count }, Field("shares") { $0.shares },
        Field("hasShares") { !$0.shares.isEmpty }, Field("shareCount") { $0.shareCount },
        Field("hasMoreShares") { $0.shareCount > $0.shares.count }, Field("sums") { $0.sums },
        Field("forms") { $0.forms },
        Field("isOpen") { !$0.forms.isEmpty }, Field("importing") { $0.importing },
        Field("bookAction") { $0.bookAction }, Field("withdrawAction") { $0.withdrawAction },
        Field("fileHref") { $0.fileHref }, Field("rules") { $0.rules },
    ]

    struct StepView: TemplateData {
        let state: String
        let tone: String
        let by: String
        let when: Moment
        let reason: String?

        static let fields: [Field<Self>] = [
            Field("state") { $0.state }, Field("tone") { $0.tone }, Field("by") { $0.by },
            Field("when") { $0.when }, Field("reason") { $0.reason },
        ]
    }

    /// A fact with what it came to.
    struct FactView: TemplateData {
        let id: String
        let when: Moment
        let who: String
        let what: String
        let result: String
        let canWithdraw: Bool

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("when") { $0.when }, Field("who") { $0.who },
            Field("what") { $0.what }, Field("result") { $0.result },
            Field("canWithdraw") { $0.canWithdraw },
        ]
    }

    /// What comes back to one member.
    struct ShareView: TemplateData {
        let who: String
        let contributed: String
        let part: String
        let cents: String
        let whyNone: String?

        static let fields: [Field<Self>] = [
            Field("who") { $0.who }, Field("contributed") { $0.contributed }, Field("part") { $0.part },
            Field("cents") { $0.cents }, Field("whyNone") { $0.whyNone },
        ]
    }

    struct SumView: TemplateData {
        let name: String
        let amount: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("amount") { $0.amount }]
    }

    /// The table that is brought in from elsewhere.
    struct ImportView: TemplateData {
        let action: String
        let name: FieldView
        let file: FieldView
        let most: Int
        let table: FieldView
        let example: String
        let kinds: String
        let faults: [TextView]
        let more: String?
        let templateHref: String
        let isOpen: Bool

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("name") { $0.name }, Field("file") { $0.file },
            Field("most") { $0.most }, Field("table") { $0.table }, Field("example") { $0.example },
            Field("kinds") { $0.kinds }, Field("faults") { $0.faults },
            Field("hasFaults") { !$0.faults.isEmpty }, Field("more") { $0.more },
            Field("templateHref") { $0.templateHref }, Field("isOpen") { $0.isOpen },
        ]
    }

    /// All fields that can have something to mend.
    var fields: [FieldView] {
        // The forms share names: what is to be mended is in the one that was sent.
        forms.filter(\.isOpen).flatMap(\.all)
            + [importing?.table, next.outstanding, next.reason].compactMap(\.self)
    }

    init(
        _ reading: KeepReading, _ story: PeriodStory, _ attempt: KeepAttempt, _ viewer: Viewer,
        for visit: Visit
    ) {
        let wording = visit.wording
        let record = story.record
        let address = visit.address.keeping(reading.community)
        let names = Dictionary(
            reading.participants.map { (FundMember($0.member), wording.name(of: $0)) }
        ) { first, _ in first }
        days = wording.days(of: record)
        state = wording.text("fund.state.\(record.state.rawValue)")
        tone = record.state.tone
        steps = reading.steps.reversed().map { step in
            StepView(
                state: wording.text("fund.step.\(step.state.rawValue)"), tone: step.state.tone,
                by: wording.name(of: step.by), when: wording.moment(step.happenedAt), reason: step.reason)
        }
        next = NextView(record, attempt, viewer, action: "\(address)/course", for: visit)
        let isOpen = record.state == .open
        factCount = story.facts.count
        facts = zip(story.facts, story.outcomes).suffix(Self.mostFacts).reversed().map { fact, outcome in
            FactView(
                id: fact.id.description, when: wording.moment(fact.bookedAt),
                who: fact.event.member.map { names[$0] ?? $0.id } ?? "–",
                what: wording.sentence(fact.event), result: wording.sentence(outcome), canWithdraw: isOpen)
        }
        shareCount = story.close.shares.count
        shares = story.close.shares.prefix(Self.mostFacts).map { share in
            ShareView(
                who: names[share.member] ?? share.member.id,
                contributed: wording.exactMoney(share.contributed), part: wording.exactMoney(share.poolPart),
                cents: wording.exactMoney(share.cents),
                whyNone: share.whyNone.map { wording.text("fund.none.\($0.rawValue)") })
        }
        let close = story.close
        let amounts: [(name: String, cents: Int64)] = [
            ("opening", close.opening), ("contributed", close.totals.total), ("pool", close.totals.pool),
            ("claims", close.claimsFromPool), ("insured", close.claimsFromInsurer),
            ("repaid", close.repaid), ("outstanding", close.kept), ("surplus", close.surplus),
            ("retained", close.retained), ("distributed", close.distributed),
            ("carried", close.carriedOver),
        ]
        let isInsured = record.version.rules.backing == .insurer
        sums = amounts.filter { isInsured || $0.name != "insured" }.map {
            SumView(name: wording.text("fund.amount.\($0.name)"), amount: wording.exactMoney($0.cents))
        }
        forms =
            isOpen
            ? FactForm.sorts(record.version.rules.backing).map {
                FactForm(
                    $0, reading.participants, typed: attempt.fact, problems: attempt.problems,
                    wording: wording)
            } : []
        importing = isOpen ? Self.importing(attempt, action: address, wording) : nil
        bookAction = "\(address)/facts"
        withdrawAction = "\(address)/withdraw"
        fileHref = "\(address)/period.json"
        rules = FundRulesView(record.version, wording: wording)
    }

    private static func importing(_ attempt: KeepAttempt, action: String, _ wording: Wording) -> ImportView {
        let builder = FormBuilder(room: "fund", wording: wording, problems: attempt.problems)
        var table = builder.text(
            "table", value: attempt.table?.shown ?? "", hint: true, isRequired: false, isShort: true)
        if let faults = attempt.faults {
            table.problem = wording.text("fund.import.faults", ["count": .number(faults.count)])
        } else if attempt.problems.contains(where: { $0.field == "table" && $0.code == .taken }) {
            table.problem = wording.text("fund.import.taken")
        }
        let listed = attempt.faults?.faults ?? []
        let rest = (attempt.faults?.count ?? 0) - listed.count
        return ImportView(
            action: "\(action)/import",
            name: builder.text(
                "name", value: attempt.table?.name ?? "", hint: true, isRequired: false, isShort: true),
            file: builder.text("file", kind: "file", value: "", hint: true, isRequired: false, isShort: true),
            most: TypedTable.longest, table: table, example: wording.fundExample,
            kinds: ClaimKind.allCases.map { wording.fundWord($0.rawValue) }.joined(separator: ", "),
            faults: listed.map { TextView(text: wording.sentence($0)) },
            more: rest > 0 ? wording.text("fund.import.more", ["count": .number(rest)]) : nil,
            templateHref: "\(action)/members.csv", isOpen: attempt.table != nil)
    }
}

extension Wording {
    /// What happened.
    func sentence(_ event: FundEvent) -> String {
        switch event {
        case .contribution(_, let amount):
            text("fund.fact.contribution", ["amount": .text(exactMoney(amount))])
        case .claim(_, let gross, let kind):
            text(
                "fund.fact.claim",
                ["amount": .text(exactMoney(gross)), "kind": .text(claimKind(kind).lowercased())])
        case .leaving(_, let days, let period):
            text("fund.fact.leaving", ["count": .number(Int(days)), "period": .number(Int(period))])
        case .settlement: text("fund.fact.settlement")
        }
    }

    /// What it came to.
    func sentence(_ outcome: FundOutcome?) -> String {
        switch outcome {
        case .contribution(let split):
            text(
                split.insurer > 0 ? "fund.outcome.contribution" : "fund.outcome.contribution.peers",
                [
                    "fee": .text(exactMoney(split.fee)),
                    "prevention": .text(exactMoney(split.prevention)),
                    "insurer": .text(exactMoney(split.insurer + split.prevention)),
                    "pool": .text(exactMoney(split.pool)),
                ])
        case .claim(let payment):
            text(
                payment.insurer > 0 ? "fund.outcome.claim" : "fund.outcome.claim.peers",
                [
                    "pool": .text(exactMoney(payment.pool)), "insurer": .text(exactMoney(payment.insurer)),
                    "member": .text(exactMoney(payment.member)),
                ])
        case .leaving(let leaving):
            text(
                "fund.outcome.leaving",
                [
                    "refund": .text(exactMoney(leaving.refund)),
                    "earned": .text(exactMoney(leaving.earned)),
                ])
        case .settlement(let batch):
            text(
                "fund.outcome.settlement",
                [
                    "count": .number(batch.claims), "asked": .text(exactMoney(batch.asked)),
                    "paid": .text(exactMoney(batch.paid)),
                ])
        case nil: text("fund.outcome.waiting")
        }
    }
}
