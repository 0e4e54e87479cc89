/// One asset in one account.
public struct LedgerPlace: Hashable, Comparable, Sendable {
    public let account: LedgerAccount
    public let asset: Asset

    public init(_ account: LedgerAccount, _ asset: Asset) {
        self.account = account
        self.asset = asset
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.account == right.account
            ? left.asset.rawValue < right.asset.rawValue : left.account < right.account
    }
}

/// What is in a place, in cents or points.
public struct LedgerBalance: Hashable, Sendable {
    /// What has really moved.
    public let posted: Int64
    /// What of it is set aside.
    public let held: Int64

    public init(posted: Int64, held: Int64) {
        self.posted = posted
        self.held = held
    }

    public static let zero = LedgerBalance(posted: 0, held: 0)

    /// What can be spent. What somebody else has set aside to come here does not count yet.
    public var available: Int64 { posted - held }
}

extension LedgerContent {
    /// What the transaction adds in each place that it touches.
    var changes: [LedgerPlace: (posted: Int128, held: Int128)] {
        var changes: [LedgerPlace: (posted: Int128, held: Int128)] = [:]
        changes.reserveCapacity(2 * transfers.count)
        for transfer in transfers {
            let amount = Int128(transfer.amount)
            let source = LedgerPlace(transfer.source, transfer.asset)
            let destination = LedgerPlace(transfer.destination, transfer.asset)
            switch type {
            case .posted, .reversal:
                changes[source, default: (0, 0)].posted -= amount
                changes[destination, default: (0, 0)].posted += amount
            case .pending:
                changes[source, default: (0, 0)].held += amount
            case .settled:
                changes[source, default: (0, 0)].posted -= amount
                changes[source, default: (0, 0)].held -= amount
                changes[destination, default: (0, 0)].posted += amount
            case .voided:
                changes[source, default: (0, 0)].held -= amount
            }
        }
        return changes
    }

    /// The balances after the transaction in all places that it touches, in the order of the places.
    /// - Parameter balance: What is in a place before.
    /// - Throws: What `balance` throws; a conflict when a place that is not outside would have less than nothing to
    ///   spend, or when a sum does not fit in 64 bits.
    public func balances(
        after balance: (LedgerPlace) throws -> LedgerBalance
    ) throws -> [(place: LedgerPlace, balance: LedgerBalance)] {
        try changes.map { place, change in
            let before = try balance(place)
            guard let posted = Int64(exactly: Int128(before.posted) + change.posted),
                let held = Int64(exactly: Int128(before.held) + change.held), held >= 0,
                case (let available, false) = posted.subtractingReportingOverflow(held),
                available >= 0 || place.account.isOutside
            else { throw Refusal.conflict(.insufficientBalance) }
            return (place, LedgerBalance(posted: posted, held: held))
        }.sorted { $0.place < $1.place }
    }
}
