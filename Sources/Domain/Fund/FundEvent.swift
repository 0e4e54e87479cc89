/// Somebody who contributes to a fund, known by a pseudonymous identifier. Equality and order are those of its UTF-8
/// bytes, the same on every machine and in every language.
public struct FundMember: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let id: String

    public init(_ id: String) {
        self.id = id
    }

    public var description: String { id }

    // Two spellings of one letter are equal strings: their bytes decide.
    public static func == (left: Self, right: Self) -> Bool {
        left.id == right.id && left.id.utf8.elementsEqual(right.id.utf8)
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
}

/// What happens to a fund within a period. Amounts are cents.
public enum FundEvent: Hashable, Sendable {
    case contribution(FundMember, amount: Int64)
    case claim(FundMember, gross: Int64, kind: String)
    /// The member leaves after so many days of a period of so many.
    case leaving(FundMember, days: Int64, period: Int64)
    /// A fund without insurer pays the claims that wait. Those left at the end are paid by the close.
    case settlement
}

/// What an event came to, in cents.
public enum FundOutcome: Hashable, Sendable {
    case contribution(ContributionSplit)
    case claim(ClaimPayment)
    case leaving(Leaving)
    case settlement(Settlement)

    /// Who pays a claim.
    public struct ClaimPayment: Hashable, Sendable {
        public let pool: Int64
        public let insurer: Int64
        /// What stays with the member.
        public let member: Int64
    }

    /// What becomes of the contributions of a member who leaves.
    public struct Leaving: Hashable, Sendable {
        /// What the days that they were there cost.
        public let earned: Int64
        /// What they get back.
        public let refund: Int64
        /// What each account gives of the refund.
        public let reversed: ContributionSplit
        /// What of the pool's part it lacked.
        public let advanced: Int64

        init(earned: Int64, refund: Int64, reversed: ContributionSplit, advanced: Int64 = 0) {
            self.earned = earned
            self.refund = refund
            self.reversed = reversed
            self.advanced = advanced
        }
    }

    /// Claims paid together.
    public struct Settlement: Hashable, Sendable {
        public let claims: Int
        public let asked: Int64
        public let paid: Int64
    }
}

/// Why a period cannot be computed.
public struct FundFault: Error, Hashable, Sendable {
    /// The position of the event concerned, from 0; nil if it is none of them.
    public let event: Int?
    public let reason: Reason

    public enum Reason: Hashable, Sendable {
        case rules([Problem])
        case negativeAmount
        case namelessMember
        /// Days outside of the period, or a period without days.
        case impossibleDays
        case leftTwice
        /// There is nobody to settle with: the insurer pays at once.
        case settlementWithInsurer
        /// The amounts together do not fit in 64 bits.
        case tooLarge
    }
}
