public import Domain

/// A period with what happened in it, and its course.
public struct PeriodStory: Sendable {
    public let record: PeriodRecord
    /// In the order in which they were booked, without those that were withdrawn.
    public let facts: [FundFact]
    /// What each of them came to so far; nil for claims that wait for a settlement.
    public let outcomes: [FundOutcome?]
    /// What the period comes to if nothing else happens in it.
    public let close: PeriodClose

    /// How many people have contributed.
    public var memberCount: Int { close.shares.count }

    /// Whether figures about the whole group can be shown without showing anybody in them.
    func showsGroup(by anonymity: Anonymity) -> Bool { memberCount >= anonymity.fewest }

    init(_ record: PeriodRecord, _ facts: [FundFact]) throws {
        self.record = record
        self.facts = facts
        let period = record.period(of: facts)
        close = try period.closed()
        // With an insurer above the pool nothing waits for the close.
        outcomes =
            record.version.rules.backing == .insurer
            ? close.outcomes.map(Optional.some) : try period.outcomes()
    }
}

/// One step of a period's course.
public struct PeriodStep: Sendable {
    public let state: PeriodState
    /// Nil once the account is gone.
    public let by: Member?
    public let reason: String?
    public let happenedAt: Timestamp
}

/// A fund with its periods, the last first.
public struct FundDetail: Sendable {
    public let fund: Fund
    public let periods: [PeriodRecord]
}

/// Somebody in a community's fund, as those who keep it know them.
public struct FundParticipant: Sendable {
    public let member: MemberID
    /// The name in the community; nil for those who left it.
    public let pseudonym: String?
    /// By what files and the ledger know them.
    public var code: String { FundMember(member).id }
}

extension Look {
    static let periodColumns = """
        f.id, f.fund_id, f.number, f.first_day, f.last_day, f.expected_bps, f.opening, f.outstanding, f.state,
        (SELECT s.by_id FROM fund_step s WHERE s.period_id = f.id AND s.state = 'proposed' ORDER BY s.id DESC LIMIT 1),
        r.number, r.written_at, r.fee_bps, r.insurer_bps, r.prevention_bps, r.deductible, r.per_claim_pool_limit,
        r.cover_limit, r.first_euro, r.reserve_bps, r.reserve_cap, r.cashback_cap_bps, r.mode, r.leaver,
        r.drop_down, r.backing
        """

    static func makePeriod(_ row: borrowing Row) throws -> PeriodRecord {
        guard let first = Day(row.text(3)), let last = Day(row.text(4)), first < last else {
            throw UnknownWord(text: row.text(3), type: "Day")
        }
        let rules = FundRules(
            feeBps: row.int(12), insurerBps: row.int(13), preventionBps: row.int(14), deductible: row.int(15),
            perClaimPoolLimit: row.int(16), coverLimit: row.int(17),
            firstEuro: Set(row.text(18).split(separator: ",").map(String.init)), reserveBps: row.int(19),
            reserveCap: row.int(20), cashbackCapBps: row.int(21), mode: try row.word(22),
            leaver: try row.word(23), dropDown: try row.word(24), backing: try row.word(25))
        let state: PeriodState = try row.word(8)
        let isProposed = state == .proposed || state.isFrozen
        return PeriodRecord(
            id: row.id(0), fund: row.id(1), number: row.count(2),
            version: RulesVersion(number: row.count(10), rules: rules, writtenAt: row.time(11)),
            days: first...last, expectedBps: row.int(5), opening: row.int(6), outstanding: row.int(7),
            state: state, proposer: isProposed ? row.idOrNil(9) : nil)
    }

    /// Throws unless the viewer keeps funds; to others the place where they are kept does not exist.
    public func requireFunds() throws {
        try refuse(viewer.fundRefusal)
    }

    /// The fund of a community; nil if it has none. Throws `notFound` to those who are neither in it nor keep it.
    public func fund(of community: CommunityID) throws -> FundDetail? {
        guard viewer.seesFund(of: community) else { throw Refusal.notFound }
        let fund = try db.one("SELECT id FROM fund WHERE community_id = ?", community) {
            Fund(id: $0.id(0), community: community)
        }
        return try fund.map { fund in
            FundDetail(
                fund: fund,
                periods: try db.rows(
                    """
                    SELECT \(Self.periodColumns) FROM fund_period f CROSS JOIN fund_rules r ON r.id = f.rules_id
                    WHERE f.fund_id = ? ORDER BY f.number DESC LIMIT 100
                    """, fund.id, make: Self.makePeriod))
        }
    }

    /// A period with all that happened in it, for those who keep the fund; others are told
    /// ``Look/toldPeriod(_:)``.
    public func story(of record: PeriodRecord) throws -> PeriodStory {
        try requireFunds()
        return try PeriodStory(record, try db.fundFacts(of: record))
    }

    /// The course of a period, from its beginning.
    public func course(of record: PeriodRecord) throws -> [PeriodStep] {
        try db.rows(
            """
            SELECT s.state, p.id, p.pseudonym, p.is_staff, s.reason, s.happened_at
            FROM fund_step s CROSS JOIN member p ON p.id = s.by_id WHERE s.period_id = ? ORDER BY s.id
            """, record.id
        ) { row in
            PeriodStep(
                state: try row.word(0), by: row.member(1), reason: row.textOrNil(4), happenedAt: row.time(5))
        }
    }

    /// Those who are or were in a community's fund, by code. For those who keep it.
    public func fundParticipants(of community: CommunityID) throws -> [FundParticipant] {
        try requireFunds()
        return try db.fundParticipants(of: community)
    }

    /// Lines of the ledger by key; those that it does not have are left out. For what the viewer may know anyway.
    public func ledgerEntries(_ keys: [LedgerKey]) throws -> [LedgerEntry] {
        try keys.compactMap { try db.ledgerEntry($0) }.sorted { $0.seq < $1.seq }
    }

    /// Under which keys the viewer's own facts of a period stand in the ledger.
    public func ownFactKeys(in record: PeriodRecord) throws -> [LedgerKey] {
        try db.rows(
            """
            SELECT ledger_key FROM fund_fact
            WHERE member_id = ? AND period_id = ? AND withdrawn_at IS NULL AND ledger_key IS NOT NULL
            ORDER BY id LIMIT 200
            """, viewerNumber, record.id
        ) { LedgerKey($0.text(0)) }.compactMap(\.self)
    }

    /// Periods that wait for somebody who keeps funds: those to close, to propose, to decide on, to mend or to pay.
    public func waitingPeriods() throws -> [(community: Community, record: PeriodRecord)] {
        guard viewer.keepsFunds else { return [] }
        let today = Day(now)
        return try db.rows(
            """
            SELECT \(Self.periodColumns), \(Self.communityColumns)
            FROM fund_period f INDEXED BY fund_period_waiting CROSS JOIN fund_rules r ON r.id = f.rules_id
            CROSS JOIN fund u ON u.id = f.fund_id CROSS JOIN community k ON k.id = u.community_id
            WHERE f.state <> 'paid' ORDER BY f.id LIMIT 200
            """
        ) { row in
            (
                community: Community(
                    id: row.id(26), slug: row.text(27), name: row.text(28), summary: row.text(29),
                    charter: row.text(30), memberCount: row.count(31)),
                record: try Self.makePeriod(row)
            )
        }.filter { $0.record.awaits(viewer, on: today) }
    }
}

extension PeriodRecord {
    /// Whether the period waits for `viewer` on `day`: an open one that its days are over, a proposed one that
    /// somebody else decides.
    public func awaits(_ viewer: Viewer, on day: Day) -> Bool {
        switch state {
        case .open: day > days.upperBound
        case .proposed: proposer != viewer.member?.id
        case .closing, .rejected, .validated: true
        case .paid: false
        }
    }
}

extension Reading {
    /// What happened in a period and was not withdrawn, in the order in which it was booked.
    func fundFacts(of record: PeriodRecord) throws -> [FundFact] {
        try fundHistory(of: record).filter { $0.withdrawnAt == nil }
    }

    /// All that was booked in a period, with what was withdrawn.
    func fundHistory(of record: PeriodRecord) throws -> [FundFact] {
        try rows(
            """
            SELECT id, sort, member_id, amount, kind, days, place, revision, booked_at, withdrawn_at
            FROM fund_fact WHERE period_id = ? ORDER BY id
            """, record.id
        ) { row in
            let member: MemberID? = row.idOrNil(2)
            let event: FundEvent? = member.map(FundMember.init).flatMap { member in
                switch row.text(1) {
                case "contribution": .contribution(member, amount: row.int(3))
                case "claim": .claim(member, gross: row.int(3), kind: row.text(4))
                case "leaving": .leaving(member, days: row.int(5), period: record.length)
                default: nil
                }
            }
            return FundFact(
                id: row.id(0), event: event ?? .settlement, member: member, place: row.count(6),
                revision: row.count(7), bookedAt: row.time(8), withdrawnAt: row.timeOrNil(9))
        }
    }

    /// Those who are or were in a community's fund, by code.
    func fundParticipants(of community: CommunityID) throws -> [FundParticipant] {
        try rows(
            """
            SELECT m.member_id, m.pseudonym FROM membership m WHERE m.community_id = ?
            UNION
            SELECT a.member_id, NULL FROM fund u CROSS JOIN fund_period f ON f.fund_id = u.id
            CROSS JOIN fund_fact a ON a.period_id = f.id
            WHERE u.community_id = ? AND a.member_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM membership m WHERE m.community_id = u.community_id AND m.member_id = a.member_id)
            ORDER BY 1
            """, community, community
        ) { FundParticipant(member: $0.id(0), pseudonym: $0.textOrNil(1)) }
    }
}

/// A community with the last period of its fund.
public struct KeptFund: Sendable {
    public let community: Community
    /// Nil where no fund was opened.
    public let last: PeriodRecord?
}

extension Look {
    /// All communities, each with the last period of its fund. For those who keep funds.
    public func keptFunds() throws -> [KeptFund] {
        try requireFunds()
        let last = try db.rows(
            """
            SELECT \(Self.periodColumns), u.community_id
            FROM community k CROSS JOIN fund u ON u.community_id = k.id
            CROSS JOIN fund_period f ON f.fund_id = u.id
                AND f.number = (SELECT max(o.number) FROM fund_period o WHERE o.fund_id = u.id)
            CROSS JOIN fund_rules r ON r.id = f.rules_id LIMIT 200
            """
        ) { (community: $0.id(26) as CommunityID, record: try Self.makePeriod($0)) }
        let records = Dictionary(last.map { ($0.community, $0.record) }) { first, _ in first }
        return try communities().map { KeptFund(community: $0, last: records[$0.id]) }
    }
}
