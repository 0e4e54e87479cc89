/// The rules of a community's fund for one period: immutable, so that a fund changes them only by another version
/// between two periods. Amounts are cents, rates are basis points.
public struct FundRules: Hashable, Sendable {
    /// What the platform takes out of each contribution.
    public let feeBps: Int64
    /// What the insurer takes out of each contribution to stand above the pool.
    public let insurerBps: Int64
    /// What goes to prevention out of each contribution. The rest is the members' pool.
    public let preventionBps: Int64
    /// What the member keeps of each claim.
    public let deductible: Int64
    /// The most that the pool pays for one claim.
    public let perClaimPoolLimit: Int64
    /// The most that is covered of one claim.
    public let coverLimit: Int64
    /// The kinds of claims that the insurer covers from the first euro, without the pool.
    public let firstEuro: Set<String>
    /// What is retained of a surplus for the next period.
    public let reserveBps: Int64
    /// The most that is retained.
    public let reserveCap: Int64
    /// The most that comes back, as a part of the contributions.
    public let cashbackCapBps: Int64
    public let mode: Mode
    public let leaver: Leaver
    public let dropDown: DropDown
    public let backing: Backing

    public init(
        feeBps: Int64, insurerBps: Int64, preventionBps: Int64 = 0, deductible: Int64 = 0,
        perClaimPoolLimit: Int64, coverLimit: Int64, firstEuro: Set<String> = [], reserveBps: Int64 = 0,
        reserveCap: Int64 = 0, cashbackCapBps: Int64 = Money.wholeBps, mode: Mode = .prorata,
        leaver: Leaver = .prorated, dropDown: DropDown = .advance, backing: Backing = .insurer
    ) {
        self.feeBps = feeBps
        self.insurerBps = insurerBps
        self.preventionBps = preventionBps
        self.deductible = deductible
        self.perClaimPoolLimit = perClaimPoolLimit
        self.coverLimit = coverLimit
        self.firstEuro = firstEuro
        self.reserveBps = reserveBps
        self.reserveCap = reserveCap
        self.cashbackCapBps = cashbackCapBps
        self.mode = mode
        self.leaver = leaver
        self.dropDown = dropDown
        self.backing = backing
    }

    /// How a surplus comes back to the members.
    public enum Mode: String, CaseIterable, Hashable, Sendable {
        /// By what each paid into the pool.
        case prorata
        /// The same, but not to those whose claims the pool paid. It moves people to hide small claims.
        case claimfree
        /// By what each paid into the pool, less what the pool paid for them.
        case offset
    }

    /// What becomes of the cash-back of members who left during the period.
    public enum Leaver: String, CaseIterable, Hashable, Sendable {
        /// They share by the part of the period that they were there.
        case prorated
        /// They have none.
        case forfeit
    }

    /// What it means that the insurer pays what an empty pool should have.
    public enum DropDown: String, CaseIterable, Hashable, Sendable {
        /// The pool owes it, and pays it back before there is any surplus: the order of events does not matter.
        case advance
        /// The insurer has paid for good: what the pool held on the day of the claim counts.
        case definitive
    }

    /// Who stands above the pool.
    public enum Backing: String, CaseIterable, Hashable, Sendable {
        case insurer
        /// Nobody: when the pool cannot pay all, the claims settled together are paid in proportion.
        case none
    }
}

extension FundRules {
    /// What has to be mended; the fields have the names of the properties.
    public var problems: [Problem] {
        let rates = [
            ("feeBps", feeBps), ("insurerBps", insurerBps), ("preventionBps", preventionBps),
            ("reserveBps", reserveBps), ("cashbackCapBps", cashbackCapBps),
        ]
        let amounts = [
            ("deductible", deductible), ("perClaimPoolLimit", perClaimPoolLimit), ("coverLimit", coverLimit),
            ("reserveCap", reserveCap),
        ]
        var problems = rates.filter { !(0...Money.wholeBps).contains($0.1) }.map {
            Problem(field: $0.0, code: .outOfRange, limit: Int(Money.wholeBps))
        }
        if problems.isEmpty, feeBps + insurerBps + preventionBps > Money.wholeBps {
            problems.append(Problem(field: "feeBps", code: .outOfRange, limit: Int(Money.wholeBps)))
        }
        problems += amounts.filter { $0.1 < 0 }.map { Problem(field: $0.0, code: .outOfRange) }
        if !firstEuro.allSatisfy(LedgerName.isValid) {
            problems.append(Problem(field: "firstEuro", code: .unknownChoice))
        }
        return problems
    }

    /// All rules in one line, always the same for the same rules: this is what the fingerprint is taken of.
    public var canonicalText: String {
        [
            "fund-rules-1", "feeBps=\(feeBps)", "insurerBps=\(insurerBps)", "preventionBps=\(preventionBps)",
            "deductible=\(deductible)", "perClaimPoolLimit=\(perClaimPoolLimit)", "coverLimit=\(coverLimit)",
            "firstEuro=\(firstEuro.sorted().joined(separator: ","))", "reserveBps=\(reserveBps)",
            "reserveCap=\(reserveCap)", "cashbackCapBps=\(cashbackCapBps)", "mode=\(mode.rawValue)",
            "leaver=\(leaver.rawValue)", "dropDown=\(dropDown.rawValue)", "backing=\(backing.rawValue)",
        ].joined(separator: "|")
    }

    /// By what a version of the rules is known.
    public var fingerprint: Fingerprint { Fingerprint(of: canonicalText) }
}
