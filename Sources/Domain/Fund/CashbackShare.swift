/// What comes back to one member, with every number that it follows from.
public struct CashbackShare: Sendable {
    public let member: FundMember
    /// What they contributed, refunds taken off.
    public let contributed: Int64
    /// What of it went into the pool.
    public let poolPart: Int64
    /// What their claims asked of the pool.
    public let asked: Int64
    /// By what the cash-back is divided.
    public let weight: Int64
    /// What comes back.
    public let cents: Int64
    /// What the division left over, in parts of a cent of which the sum of weights makes one.
    public let remainder: Int128
    /// Whether they got one of the cents left over.
    public let hasExtraCent: Bool
    /// Why they have no share; nil if they have one.
    public let whyNone: WhyNone?

    /// What keeps a member from having a share.
    public enum WhyNone: String, CaseIterable, Hashable, Sendable {
        /// They paid nothing into the pool.
        case nothingPaid
        /// They left, and the rules say that leavers have none.
        case left
        /// The pool paid claims of theirs, and the rules say that it comes back to those without.
        case claimed
        /// Their claims cost the pool as much as they paid into it.
        case offset
    }

    init(_ standing: PeriodRun.Standing, _ allotment: Allotment<FundMember>, under rules: FundRules) {
        member = standing.member
        contributed = standing.kept.total
        poolPart = standing.kept.pool
        asked = standing.asked
        weight = allotment.weight
        cents = allotment.cents
        remainder = allotment.remainder
        hasExtraCent = allotment.hasExtraCent
        whyNone = rules.whyNoShare(of: standing)
    }
}

extension FundRules {
    /// Why a member has no share in what comes back, or nil.
    func whyNoShare(of standing: PeriodRun.Standing) -> CashbackShare.WhyNone? {
        if standing.kept.pool <= 0 { return .nothingPaid }
        if leaver == .forfeit, standing.hasLeft { return .left }
        switch mode {
        case .prorata: return nil
        case .claimfree: return standing.asked > 0 ? .claimed : nil
        case .offset: return standing.asked >= standing.kept.pool ? .offset : nil
        }
    }

    /// By what the cash-back of a member is divided.
    func weight(of standing: PeriodRun.Standing) -> Int64 {
        guard whyNoShare(of: standing) == nil else { return 0 }
        return mode == .offset ? standing.kept.pool - standing.asked : standing.kept.pool
    }
}
