public import Domain

/// A period as those who are in a fund are told it: all of it once its close is proposed; before, what can be told
/// without telling of anybody.
public struct ToldPeriod: Sendable {
    public let record: PeriodRecord
    /// What the group came to; nil where it would be about fewer people than ``Anonymity/fewest``.
    public let group: PeriodStory?
    /// The last day of others' facts that are counted; nil if all are, or none.
    public let through: Day?
    /// What the pool held on the last day of each month at whose end it can be told, in cents.
    public let balances: [(day: Day, cents: Int64)]
    /// What comes back to the viewer, with all facts of their own; nil if they contributed nothing.
    public let own: Own?

    public struct Own: Sendable {
        public let share: CashbackShare
        /// What it is a part of; nil where an amount would tell of others. What the viewer paid is right even then.
        public let story: PeriodStory?
        /// What the pool pays of the viewer's claims, in cents.
        public let paid: Int64
    }
}

extension Look {
    /// What the viewer may know of a period of their fund. Throws `notFound` to those who are neither in the fund nor
    /// keep it.
    public func toldPeriod(_ record: PeriodRecord) throws -> ToldPeriod {
        let community: CommunityID? = try db.one(
            "SELECT community_id FROM fund WHERE id = ?", record.fund
        ) { $0.id(0) }
        guard let community, viewer.seesFund(of: community) else { throw Refusal.notFound }
        let history = try db.fundHistory(of: record)
        let disclosure = FundDisclosure(history, before: Day(now), by: anonymity)
        if record.state.isTold {
            let story = try PeriodStory(record, history.filter { $0.withdrawnAt == nil })
            let isShown = story.showsGroup(by: anonymity)
            return ToldPeriod(
                record: record, group: isShown ? story : nil, through: nil,
                balances: isShown
                    ? try balances(of: record, on: disclosure.days + (story.lastDay.map { [$0] } ?? [])) : [],
                own: own(in: story, told: true))
        }
        let day = disclosure.days.last
        let group = try day.map { try PeriodStory(record, disclosure.facts(through: $0)) }
            .flatMap { $0.showsGroup(by: anonymity) ? $0 : nil }
        return ToldPeriod(
            record: record, group: group, through: group == nil ? nil : day,
            balances: group == nil ? [] : try balances(of: record, on: disclosure.days),
            own: try estimate(of: record, disclosure, group, through: day))
    }

    /// The viewer's part of what can be told, with all facts of their own.
    private func estimate(
        of record: PeriodRecord, _ disclosure: FundDisclosure, _ group: PeriodStory?, through day: Day?
    ) throws -> ToldPeriod.Own? {
        guard let member = viewer.member?.id else { return nil }
        guard let group, let day else {
            let facts = disclosure.facts(of: member)
            return facts.isEmpty ? nil : own(in: try PeriodStory(record, facts), told: false)
        }
        let facts = disclosure.facts(through: day, own: member)
        return own(in: facts == group.facts ? group : try PeriodStory(record, facts), told: true)
    }

    private func own(in story: PeriodStory, told: Bool) -> ToldPeriod.Own? {
        guard let member = viewer.member.map({ FundMember($0.id) }),
            let share = story.close.shares.first(where: { $0.member == member })
        else { return nil }
        let paid: Int64 = zip(story.facts, story.close.outcomes).reduce(0) { sum, pair in
            guard pair.0.event.member == member, case .claim(let payment) = pair.1 else { return sum }
            return sum + payment.pool
        }
        return ToldPeriod.Own(share: share, story: told ? story : nil, paid: paid)
    }

    /// What the pool held at the end of the last of these days in each month.
    private func balances(of record: PeriodRecord, on days: [Day]) throws -> [(day: Day, cents: Int64)] {
        var last: [Day] = []
        for day in days {
            if let before = last.last, before.description.prefix(7) == day.description.prefix(7) {
                last.removeLast()
            }
            last.append(day)
        }
        let place = LedgerPlace(.pool(of: record.fund), .euros)
        return try last.map { ($0, try db.ledgerBalance(in: place, on: $0).posted) }
    }
}

extension PeriodStory {
    /// The day on which the last of the facts was booked.
    fileprivate var lastDay: Day? { facts.last.map { Day($0.bookedAt) } }
}
