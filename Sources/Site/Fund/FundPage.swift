import Domain
import Storage
import Templating

/// A period of a community's fund, for its members: a letter that tells where the money is.
struct FundPage: Page {
    static let template = "fund/show"

    let community: String
    let communityHref: String
    let days: String
    let state: String
    let tone: String
    /// What the state means for the figures.
    let stateAbout: String
    /// Figures of the whole group; nil if it is too small for them.
    let group: GroupView?
    let own: OwnView?
    /// What measures may have to do with it; empty before the close.
    let effects: [EffectLineView]
    let rules: FundRulesView
    let periods: [PeriodLink]
    let simulatorHref: String
    let keepHref: String?
    /// So many members it takes for a figure.
    let fewest: Int

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("communityHref") { $0.communityHref },
        Field("days") { $0.days }, Field("state") { $0.state }, Field("tone") { $0.tone },
        Field("stateAbout") { $0.stateAbout }, Field("group") { $0.group }, Field("own") { $0.own },
        Field("effects") { $0.effects }, Field("hasEffects") { !$0.effects.isEmpty },
        Field("rules") { $0.rules }, Field("periods") { $0.periods },
        Field("hasPeriods") { $0.periods.count > 1 }, Field("simulatorHref") { $0.simulatorHref },
        Field("keepHref") { $0.keepHref }, Field("fewest") { $0.fewest },
    ]

    /// What the viewer has in it.
    struct OwnView: TemplateData {
        /// Nil where it would tell of others.
        let amount: String?
        let about: String
        let href: String
        /// The letter about it, once there is a close to tell of.
        let letterHref: String?

        static let fields: [Field<Self>] = [
            Field("amount") { $0.amount }, Field("about") { $0.about }, Field("href") { $0.href },
            Field("letterHref") { $0.letterHref },
        ]
    }

    /// Another period of the same fund.
    struct PeriodLink: TemplateData {
        let name: String
        let href: String
        let state: String
        let tone: String
        let isCurrent: Bool

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("href") { $0.href }, Field("state") { $0.state },
            Field("tone") { $0.tone }, Field("isCurrent") { $0.isCurrent },
        ]
    }

    init(_ seen: Seen<FundReading>, for visit: Visit) {
        let wording = visit.wording
        let reading = seen.value
        let record = reading.told.record
        community = reading.community.name
        communityHref = visit.address.community(reading.community)
        days = wording.days(of: record)
        state = wording.text("fund.state.\(record.state.rawValue)")
        tone = record.state.tone
        stateAbout = wording.text("fund.state.\(record.state.rawValue).about")
        group = reading.told.group.map { GroupView($0, reading.told, wording: wording) }
        own = reading.told.own.map { own in
            OwnView(
                amount: own.story.map { _ in wording.exactMoney(own.share.cents) },
                about: wording.about(own, in: reading.told),
                href: visit.address.share(in: record, of: reading.community),
                letterHref: record.state.isTold
                    ? visit.address.letter(on: record, of: reading.community) : nil)
        }
        effects = reading.effects.map { EffectLineView($0, for: visit) }
        rules = FundRulesView(record.version, wording: wording)
        periods = reading.periods.map { period in
            PeriodLink(
                name: wording.days(of: period),
                href: visit.address.period(period, of: reading.community),
                state: wording.text("fund.state.\(period.state.rawValue)"), tone: period.state.tone,
                isCurrent: period.id == record.id)
        }
        simulatorHref = visit.address.simulator(reading.community)
        fewest = wording.anonymity.fewest
        keepHref = seen.viewer.keepsFunds ? visit.address.keeping(reading.community) : nil
    }
}

extension PeriodState {
    /// The colour that goes with the word.
    var tone: String {
        switch self {
        case .open, .closing, .proposed: "honey"
        case .validated, .paid: "leaf"
        case .rejected: "clay"
        }
    }

    /// What can be said of its cash-back: an estimate, a proposal, settled or paid.
    var phase: String {
        switch self {
        case .open, .closing, .rejected: "estimate"
        case .proposed: "proposal"
        case .validated: "validated"
        case .paid: "paid"
        }
    }
}

/// What the page of a fund reads.
struct FundReading: Sendable {
    let community: Community
    let periods: [PeriodRecord]
    let told: ToldPeriod
    /// What measures may have to do with it.
    let effects: [EffectLine]
    let member: Member?

    /// The period with this number; the last one for nil. Throws `Refusal.notFound` to those whom it does not concern.
    init(_ slug: String, period number: Int?, _ look: Look) throws {
        community = try look.community(slug: slug)
        guard let detail = try look.fund(of: community.id),
            let record = number.map({ number in detail.periods.first { $0.number == number } })
                ?? detail.periods.first
        else { throw Refusal.notFound }
        periods = detail.periods
        told = try look.toldPeriod(record)
        effects = try look.effectLines(in: told, of: community.id)
        member = look.viewer.member
    }
}
