/// What can be done with the ledger.
public enum LedgerAct: Hashable, Sendable {
    /// Moves amounts.
    case post(LedgerKey, [Transfer])
    /// Sets amounts aside, to be settled or voided.
    case reserve(LedgerKey, [Transfer])
    /// Moves what was set aside under this key.
    case settle(LedgerKey)
    /// Frees what was set aside under this key.
    case void(LedgerKey)
    /// Takes back what was moved under this key.
    case reverse(LedgerKey)

    /// The most transfers in one transaction.
    public static let mostTransfers = 1_000

    private static let endPrefix = "end:"
    private static let reversalPrefix = "reverse:"

    /// The key of the transaction that the act makes. What is set aside ends only once, for settling and voiding share
    /// a key; what was moved is taken back only once.
    ///
    /// - Throws: `Refusal.invalid` when a key is too long, or pretends to be the end or the reversal of another.
    public func key() throws(Refusal) -> LedgerKey {
        switch self {
        case .post(let key, _), .reserve(let key, _):
            let isReserved = [Self.endPrefix, Self.reversalPrefix].contains(where: key.text.hasPrefix)
            guard !isReserved else { throw .invalid("key", .wrong) }
            return key
        case .settle(let key), .void(let key): return try Self.derived(Self.endPrefix, key)
        case .reverse(let key): return try Self.derived(Self.reversalPrefix, key)
        }
    }

    /// The key of the transaction that the act is about, if it is about another.
    public var original: LedgerKey? {
        switch self {
        case .post, .reserve: nil
        case .settle(let key), .void(let key), .reverse(let key): key
        }
    }

    /// The key under which a transaction set aside ends.
    public static func end(of key: LedgerKey) -> LedgerKey? { LedgerKey(endPrefix + key.text) }

    private static func derived(_ prefix: String, _ key: LedgerKey) throws(Refusal) -> LedgerKey {
        guard let key = LedgerKey(prefix + key.text) else {
            throw .invalid("key", .tooLong, limit: LedgerName.longest - prefix.utf8.count)
        }
        return key
    }

    /// The transaction that the act makes.
    /// - Parameters:
    ///   - original: The transaction under ``original``, if there is one.
    ///   - end: The transaction that ended `original`, if there is one.
    /// - Throws: `Refusal.notFound` without the original, and a conflict when it cannot be ended or taken back.
    public func content(original: LedgerContent?, end: LedgerContent?) throws(Refusal) -> LedgerContent {
        let key = try key()
        switch self {
        case .post(_, let transfers), .reserve(_, let transfers):
            guard !transfers.isEmpty else { throw .invalid("transfers", .missing) }
            guard transfers.count <= Self.mostTransfers else {
                throw .invalid("transfers", .tooLong, limit: Self.mostTransfers)
            }
            let isPosted = if case .post = self { true } else { false }
            return LedgerContent(key: key, type: isPosted ? .posted : .pending, transfers: transfers)
        case .settle, .void:
            guard let original else { throw .notFound }
            guard original.type == .pending else { throw .conflict(.ledgerNotPending) }
            let isSettled = if case .settle = self { true } else { false }
            return LedgerContent(
                key: key, type: isSettled ? .settled : .voided, transfers: original.transfers)
        case .reverse:
            guard let original else { throw .notFound }
            let hasMoved =
                original.type == .posted || (original.type == .pending && end?.type == .settled)
            guard hasMoved else { throw .conflict(.ledgerNotReversible) }
            return LedgerContent(key: key, type: .reversal, transfers: original.transfers.map(\.mirrored))
        }
    }

    /// The act that makes a transaction like `content`, or nil if none does.
    init?(making content: LedgerContent) {
        func original(_ prefix: String) -> LedgerKey? {
            let text = content.key.text
            return text.hasPrefix(prefix) ? LedgerKey(String(text.dropFirst(prefix.utf8.count))) : nil
        }
        switch content.type {
        case .posted: self = .post(content.key, content.transfers)
        case .pending: self = .reserve(content.key, content.transfers)
        case .settled, .voided:
            guard let key = original(Self.endPrefix) else { return nil }
            self = content.type == .settled ? .settle(key) : .void(key)
        case .reversal:
            guard let key = original(Self.reversalPrefix) else { return nil }
            self = .reverse(key)
        }
    }
}
