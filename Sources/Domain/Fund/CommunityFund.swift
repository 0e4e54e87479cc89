public typealias FundID = Identifier<Fund>
public typealias PeriodID = Identifier<PeriodRecord>
public typealias FundFactID = Identifier<FundFact>

/// The protection fund of a community: its contributions, claims and cash-back. The platform records and computes them;
/// it holds no money.
public struct Fund: Hashable, Sendable {
    public let id: FundID
    public let community: CommunityID

    public init(id: FundID, community: CommunityID) {
        self.id = id
        self.community = community
    }
}

/// One version of a fund's rules: written once, by whoever opened a period with it.
public struct RulesVersion: Hashable, Sendable {
    /// 1 for the first.
    public let number: Int
    public let rules: FundRules
    public let writtenAt: Timestamp

    public init(number: Int, rules: FundRules, writtenAt: Timestamp) {
        self.number = number
        self.rules = rules
        self.writtenAt = writtenAt
    }
}

/// A period of a community's fund as it is kept, without what happened in it.
public struct PeriodRecord: Hashable, Sendable {
    public let id: PeriodID
    public let fund: FundID
    /// 1 for the first of the fund.
    public let number: Int
    public let version: RulesVersion
    /// The first day and the last.
    public let days: ClosedRange<Day>
    /// What part of the contributions small claims were expected to take, in basis points.
    public let expectedBps: Int64
    /// Cents carried over from the period before.
    public let opening: Int64
    /// Cents that claims not yet settled may cost, as estimated at the close.
    public let outstanding: Int64
    public let state: PeriodState
    /// Who proposed the close, while it is proposed or after.
    public let proposer: MemberID?

    public init(
        id: PeriodID, fund: FundID, number: Int, version: RulesVersion, days: ClosedRange<Day>,
        expectedBps: Int64, opening: Int64, outstanding: Int64, state: PeriodState, proposer: MemberID?
    ) {
        self.id = id
        self.fund = fund
        self.number = number
        self.version = version
        self.days = days
        self.expectedBps = expectedBps
        self.opening = opening
        self.outstanding = outstanding
        self.state = state
        self.proposer = proposer
    }

    /// How many days it has.
    public var length: Int64 { Int64(days.upperBound.number - days.lowerBound.number + 1) }

    /// The period with what happened in it, ready to be computed.
    public func period(of facts: [FundFact]) -> FundPeriod {
        FundPeriod(
            rules: version.rules, opening: opening, outstanding: outstanding, events: facts.map(\.event))
    }
}

/// Something that happened to a fund, as it is booked.
public struct FundFact: Hashable, Sendable {
    public let id: FundFactID
    public let event: FundEvent
    /// Nil for a settlement, which is nobody's.
    public let member: MemberID?
    /// The how many-th of its sort it is of this member in this period.
    public let place: Int
    /// How often its line in the ledger was taken back and written anew.
    public let revision: Int
    public let bookedAt: Timestamp
    /// When it was taken back; nil while it stands.
    public let withdrawnAt: Timestamp?

    public init(
        id: FundFactID, event: FundEvent, member: MemberID?, place: Int, revision: Int, bookedAt: Timestamp,
        withdrawnAt: Timestamp? = nil
    ) {
        self.id = id
        self.event = event
        self.member = member
        self.place = place
        self.revision = revision
        self.bookedAt = bookedAt
        self.withdrawnAt = withdrawnAt
    }
}

extension FundMember {
    /// The pseudonymous identifier under which a member of the platform is in a fund: `M214`.
    public init(_ member: MemberID) {
        self.init("M\(member)")
    }
}

/// What small claims are about.
public enum ClaimKind: String, CaseIterable, Hashable, Sendable {
    case water, glass, theft, breakage, fire, travel, liability, bodily, other
}

extension Viewer {
    /// Whether the person keeps the accounts of communities' funds: that is for those who manage or reward on the
    /// whole platform.
    public var keepsFunds: Bool {
        isAdministrator || rolesEverywhere.contains(.manager) || rolesEverywhere.contains(.rewardOfficer)
    }

    /// Why the person may not keep funds, or nil. To others the place where they are kept does not exist.
    public var fundRefusal: Refusal? {
        if member == nil { return .signInRequired }
        return keepsFunds ? nil : .notFound
    }

    /// Whether the person may see the fund of a community: its members and those who keep it may.
    public func seesFund(of community: CommunityID) -> Bool {
        communities.contains(community) || keepsFunds
    }
}
