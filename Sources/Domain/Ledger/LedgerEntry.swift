/// What a transaction says, without its place in the ledger.
public struct LedgerContent: Hashable, Sendable {
    public let key: LedgerKey
    public let type: Kind
    public let transfers: [Transfer]

    public init(key: LedgerKey, type: Kind, transfers: [Transfer]) {
        self.key = key
        self.type = type
        self.transfers = transfers
    }

    /// Why the transaction cannot stand for the same fact as `earlier`, which has its key; nil if the two are the same,
    /// so that nothing is to be done.
    public func repeatRefusal(of earlier: LedgerContent) -> Refusal? {
        self == earlier ? nil : .conflict(.ledgerKeyTaken)
    }

    /// What a transaction does to balances.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The amounts move.
        case posted = "POSTED"
        /// The amounts are set aside in their sources.
        case pending = "PENDING"
        /// What was set aside moves.
        case settled = "SETTLED"
        /// What was set aside is free again.
        case voided = "VOIDED"
        /// What moved goes back.
        case reversal = "REVERSAL"
    }
}

/// One line of the ledger: a transaction in its place. It is never changed and never deleted.
public struct LedgerEntry: Hashable, Sendable {
    /// 1 for the first, without gaps.
    public let seq: Int64
    public let content: LedgerContent
    /// The day on which it was booked, never before the day of the line above.
    public let day: Day

    public init(seq: Int64, content: LedgerContent, day: Day) {
        self.seq = seq
        self.content = content
        self.day = day
    }

    /// The line as it is hashed: `v1|seq|previous hash|key|TYPE|YYYY-MM-DD|source>destination>asset>amount;…`.
    /// Names cannot contain the signs between them, so that no two lines read the same.
    public func canonicalLine(after previous: Fingerprint) -> String {
        var line = "v1|\(seq)|\(previous)|\(content.key.text)|\(content.type.rawValue)|\(day)|"
        for (index, transfer) in content.transfers.enumerated() {
            if index > 0 { line += ";" }
            line += transfer.source.name
            line += ">"
            line += transfer.destination.name
            line += ">"
            line += transfer.asset.rawValue
            line += ">"
            line += String(transfer.amount)
        }
        return line
    }

    /// The link of the chain: the SHA-256 of the canonical line, in which the link before stands.
    public func fingerprint(after previous: Fingerprint) -> Fingerprint {
        Fingerprint(of: canonicalLine(after: previous))
    }
}

/// The last line of a ledger, as it can be noted and later be looked for.
public struct LedgerHead: Hashable, Sendable, CustomStringConvertible {
    public let seq: Int64
    public let fingerprint: Fingerprint
    public let day: Day?

    public init(seq: Int64, fingerprint: Fingerprint, day: Day? = nil) {
        self.seq = seq
        self.fingerprint = fingerprint
        self.day = day
    }

    /// Before the first line.
    public static let empty = LedgerHead(seq: 0, fingerprint: .zero)

    /// Reads `seq:hash`, the way that it is written; nil if the text is anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int64(parts[0]), seq >= 0,
            let fingerprint = Fingerprint(hexadecimal: String(parts[1]))
        else { return nil }
        self.init(seq: seq, fingerprint: fingerprint)
    }

    /// `seq:hash`.
    public var description: String { "\(seq):\(fingerprint)" }

    /// The line that comes next with this content on `day`; if the clock went back, on the day of the line before.
    public func next(_ content: LedgerContent, on day: Day) -> LedgerEntry {
        LedgerEntry(seq: seq + 1, content: content, day: max(day, self.day ?? day))
    }

    /// The head once `entry` is written.
    public func advanced(over entry: LedgerEntry) -> LedgerHead {
        LedgerHead(seq: entry.seq, fingerprint: entry.fingerprint(after: fingerprint), day: entry.day)
    }
}
