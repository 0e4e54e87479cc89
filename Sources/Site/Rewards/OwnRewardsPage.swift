import Domain
import Storage
import Templating

/// What a winner got or is due, where it stands, and every line that the ledger has about it.
struct OwnRewardsPage: Page {
    static let template = "rewards/own"

    let rewards: [OwnRewardRow]
    let lines: [LineRow]
    let years: [TitledLink]

    static let fields: [Field<Self>] = [
        Field("rewards") { $0.rewards }, Field("hasRewards") { !$0.rewards.isEmpty },
        Field("lines") { $0.lines }, Field("hasLines") { !$0.lines.isEmpty }, Field("years") { $0.years },
        Field("hasYears") { !$0.years.isEmpty },
    ]

    /// One line of the ledger.
    struct LineRow: TemplateData {
        let number: String
        let date: String
        let what: String
        let amount: String

        static let fields: [Field<Self>] = [
            Field("number") { $0.number }, Field("date") { $0.date }, Field("what") { $0.what },
            Field("amount") { $0.amount },
        ]
    }

    init(_ own: [OwnReward], _ entries: [LedgerEntry], for visit: Visit) {
        let wording = visit.wording
        rewards = own.map { OwnRewardRow($0, for: visit) }
        let number = own.first?.part.number ?? MemberID(0)
        let account = LedgerAccount.prizes(of: number)
        lines = entries.compactMap { entry in
            let came = entry.content.transfers.filter { $0.destination == account }.reduce(0) {
                $0 + $1.amount
            }
            let went = entry.content.transfers.filter { $0.source == account }.reduce(0) { $0 + $1.amount }
            guard entry.content.type == .posted || entry.content.type == .settled, came != went else {
                return nil
            }
            let what =
                came > 0
                ? "granted" : entry.content.key.text.hasPrefix("unclaimed:") ? "unclaimed" : "delivered"
            return LineRow(
                number: "\(entry.seq)", date: wording.date(entry.day),
                what: wording.text("rewards.line.\(what)"), amount: wording.exactMoney(came - went))
        }
        let years = Set(own.compactMap(\.delivery).map { wording.time.wallClock(at: $0.at).year })
        self.years = years.sorted(by: >).map {
            TitledLink(
                title: wording.text("rewards.statement.of", ["year": .text(String($0))]),
                href: visit.address.statement($0))
        }
    }
}

/// One reward of one's own.
struct OwnRewardRow: TemplateData {
    let what: String
    let nature: String
    let instalment: String?
    let idea: String
    let href: String
    let state: String
    let tone: String
    /// What comes next, and until when.
    let about: String
    let proof: String?
    let claimAction: String?

    static let fields: [Field<Self>] = [
        Field("what") { $0.what }, Field("nature") { $0.nature }, Field("instalment") { $0.instalment },
        Field("idea") { $0.idea }, Field("href") { $0.href },
        Field("state") { $0.state }, Field("tone") { $0.tone }, Field("about") { $0.about },
        Field("proof") { $0.proof }, Field("claimAction") { $0.claimAction },
    ]

    init(_ own: OwnReward, for visit: Visit) {
        let wording = visit.wording
        let reward = own.summary.reward
        let offer = RewardOffer(kind: reward.offer.kind, cents: own.part.cents, nature: reward.offer.nature)
        what = RewardView(offer, wording: wording).name
        nature = offer.nature
        instalment = wording.instalment(of: reward)
        idea = own.summary.ideaTitle
        href = visit.address.idea(reward.idea, own.summary.ideaTitle)
        let isReturned = own.part.returnedAt != nil
        let shown = isReturned ? Reward.State.unclaimed : reward.state
        claimAction =
            reward.claimRefusal(of: own.part, on: Day(visit.now)) == nil
            ? visit.address.claim(reward.id) : nil
        state = wording.state(of: own, on: Day(visit.now))
        tone = shown == .notified ? "honey" : shown.tone
        let isClaimed = reward.state == .notified && own.part.claimedAt != nil && !isReturned
        about = wording.text(
            isClaimed ? "rewards.next.claimed" : "rewards.next.\(shown.rawValue)",
            ["date": .text(reward.claimUntil.map { wording.date($0) } ?? "")])
        proof = own.delivery.map { delivery in
            wording.text(
                "rewards.proof",
                ["date": .text(wording.date(delivery.at)), "proof": .text(delivery.proof)])
        }
    }
}

extension Wording {
    /// Where a reward stands, told to the one who gets it.
    func state(of own: OwnReward, on today: Day) -> String {
        let reward = own.summary.reward
        let state = own.part.returnedAt == nil ? reward.state : .unclaimed
        if reward.claimRefusal(of: own.part, on: today) == nil { return text("rewards.state.claimable") }
        if state == .notified, own.part.claimedAt != nil { return text("rewards.state.claimed") }
        return text("rewards.state.\(state.rawValue)")
    }
}

/// What somebody was handed over in a year, to print and to keep.
struct StatementPage: Page {
    static let template = "rewards/statement"

    let insurer: String
    let person: String
    let year: String
    let date: String
    let lines: [Line]
    let total: String
    let isFinal: Bool

    static let fields: [Field<Self>] = [
        Field("insurer") { $0.insurer }, Field("person") { $0.person }, Field("year") { $0.year },
        Field("date") { $0.date }, Field("lines") { $0.lines }, Field("hasLines") { !$0.lines.isEmpty },
        Field("total") { $0.total }, Field("isFinal") { $0.isFinal },
    ]

    /// One thing that they got.
    struct Line: TemplateData {
        let date: String
        let what: String
        let nature: String
        let idea: String
        let challenge: String
        let proof: String
        let amount: String

        static let fields: [Field<Self>] = [
            Field("date") { $0.date }, Field("what") { $0.what }, Field("nature") { $0.nature },
            Field("idea") { $0.idea }, Field("challenge") { $0.challenge }, Field("proof") { $0.proof },
            Field("amount") { $0.amount },
        ]
    }

    init(_ found: [StatementLine], of name: String, in year: Int, for visit: Visit) {
        let wording = visit.wording
        insurer = visit.app.settings.insurer
        person = name
        self.year = String(year)
        date = wording.date(visit.now)
        lines = found.map { line in
            Line(
                date: wording.date(line.at), what: wording.text("rewards.kind.\(line.kind.rawValue)"),
                nature: line.nature, idea: line.ideaTitle, challenge: line.challengeTitle, proof: line.proof,
                amount: line.cents.map { wording.exactMoney($0) } ?? "—")
        }
        total = wording.exactMoney(found.reduce(0) { $0 + ($1.cents ?? 0) })
        isFinal = year < visit.presentYear
    }
}
