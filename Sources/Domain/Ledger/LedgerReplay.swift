/// What is wrong with a ledger, and where.
public struct LedgerFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, or the one that is missing.
    public let seq: Int64
    public let reason: Reason

    public init(seq: Int64, reason: Reason) {
        self.seq = seq
        self.reason = reason
    }

    public enum Reason: Hashable, Sendable {
        /// The line cannot be read as a transaction at all.
        case unreadable
        /// There is a later line, or was one, but not this.
        case missing
        /// The line does not give the hash that stands beside it.
        case changed
        /// It is dated before the line above.
        case datedBack
        /// No act makes such a line here.
        case impossible
        /// The rules refuse it at this place.
        case refused(Refusal)
        /// The balance noted for this account is not the one that the lines give.
        case balance(String)
        /// It has another hash than was noted before.
        case otherHead
    }

    /// One line for people.
    public var description: String {
        let what =
            switch reason {
            case .unreadable: "cannot be read"
            case .missing: "is missing"
            case .changed: "was changed: it does not give its hash"
            case .datedBack: "is dated before the line above it"
            case .impossible: "follows from no act"
            case .refused(let refusal): "breaks a rule: \(refusal)"
            case .balance(let account): "has another balance noted for \(account) than the lines give"
            case .otherHead: "has another hash than was noted"
            }
        return "line \(seq) \(what)"
    }
}

/// A ledger computed anew from its lines, one after the other, by the rules that made it.
public struct LedgerReplay: Sendable {
    public private(set) var head = LedgerHead.empty
    /// What the lines so far give.
    public private(set) var balances: [LedgerPlace: LedgerBalance] = [:]

    public init() {}

    /// Takes the next line.
    /// - Parameters:
    ///   - entry: The line.
    ///   - stored: The hash that stands beside it.
    ///   - lookup: Finds the line with a key; lines that come later are passed over here.
    /// - Returns: The balances that the line leaves in all places that it touches, in the order of the places.
    /// - Throws: ``LedgerFault``, or what `lookup` throws.
    @discardableResult
    public mutating func take(
        _ entry: LedgerEntry, hash stored: Fingerprint, lookup: (LedgerKey) throws -> LedgerEntry?
    ) throws -> [(place: LedgerPlace, balance: LedgerBalance)] {
        func fault(_ reason: LedgerFault.Reason) -> LedgerFault {
            LedgerFault(seq: entry.seq, reason: reason)
        }

        guard entry.seq == head.seq + 1 else { throw LedgerFault(seq: head.seq + 1, reason: .missing) }
        let advanced = head.advanced(over: entry)
        guard advanced.fingerprint == stored else { throw fault(.changed) }
        if let last = head.day, entry.day < last { throw fault(.datedBack) }
        guard let act = LedgerAct(making: entry.content) else { throw fault(.impossible) }
        func earlier(_ key: LedgerKey?) throws -> LedgerContent? {
            guard let key, let found = try lookup(key), found.seq < entry.seq else { return nil }
            return found.content
        }
        let original = try earlier(act.original)
        let end = try earlier(act.original.flatMap(LedgerAct.end))
        do {
            guard try act.content(original: original, end: end) == entry.content else {
                throw fault(.impossible)
            }
            let after = try entry.content.balances { balances[$0] ?? .zero }
            for (place, balance) in after { balances[place] = balance }
            head = advanced
            return after
        } catch let refusal as Refusal {
            throw fault(.refused(refusal))
        }
    }
}
