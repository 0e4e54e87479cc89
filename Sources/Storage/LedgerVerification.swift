public import Domain

/// What a replay of the whole ledger found.
public struct LedgerReport: Sendable {
    /// The last line that is right.
    public let head: LedgerHead
    /// The first line that is not, or nil.
    public let fault: LedgerFault?
    /// What was in the places asked for, by the lines that are right.
    public let balances: [LedgerPlace: LedgerBalance]
}

extension Store {
    /// Computes the ledger of a file anew from its first line, in one snapshot, also while another process writes.
    /// - Parameters:
    ///   - source: The database.
    ///   - noted: A line's hash that was noted before and must still stand there.
    ///   - accounts: Whose balances to tell, in all assets.
    ///   - day: At the end of which day; nil for the last line.
    ///   - progress: Called now and then with the number of lines read.
    /// - Throws: ``StorageFailure`` when the file cannot be read, or has no ledger.
    public static func verifyLedger(
        of source: String, noted: LedgerHead? = nil, accounts: [LedgerAccount] = [], on day: Day? = nil,
        progress: @escaping @Sendable (Int64) -> Void = { _ in }
    ) async throws -> LedgerReport {
        let file = DatabaseFile(path: source, onStatement: nil)
        return try await OwnThread.run("essaim-verify") {
            if let step = try file.pending(of: Migrations(steps: Schema.migrations)).first {
                throw StorageFailure(.schema, "\(source): the step “\(step)” of the schema is not applied")
            }
            return try file.reading { db in
                var audit = try LedgerAudit(db, noted: noted)
                let fault = try audit.run(progress)
                let places = accounts.flatMap { account in Asset.allCases.map { LedgerPlace(account, $0) } }
                let balances = try places.map { place in
                    let found =
                        try day.map { try db.ledgerBalance(in: place, on: $0) }
                        ?? db.ledgerBalance(in: place, through: .max)
                    return (place, found)
                }
                return LedgerReport(
                    head: audit.head, fault: fault, balances: Dictionary(balances) { first, _ in first })
            }
        }
    }
}

/// A replay of the ledger, some thousand lines at a time.
private struct LedgerAudit {
    private static let portion = 10_000

    private let db: Reader
    private let noted: LedgerHead?
    private let accounts: [Int64: LedgerAccount]
    private var replay = LedgerReplay()
    /// The last line that is right, its balances included.
    private(set) var head = LedgerHead.empty

    init(_ db: Reader, noted: LedgerHead?) throws {
        self.db = db
        self.noted = noted
        let named = try db.rows("SELECT id, name FROM ledger_account") { row in
            (row.value(0).number ?? 0, LedgerAccount(row.value(1).string ?? ""))
        }
        accounts = Dictionary(named.compactMap { number, account in account.map { (number, $0) } }) {
            first, _ in first
        }
    }

    /// - Returns: The first fault.
    mutating func run(_ progress: (Int64) -> Void) throws -> LedgerFault? {
        do {
            while try takePortion() { progress(head.seq) }
            if let orphan = try firstLineWithoutEntry() { throw LedgerFault(seq: orphan, reason: .missing) }
            if let noted, noted.seq > head.seq { throw LedgerFault(seq: noted.seq, reason: .missing) }
            return nil
        } catch let fault as LedgerFault {
            return fault
        }
    }

    /// - Returns: Whether there were lines.
    private mutating func takePortion() throws -> Bool {
        let lines = try db.rows(
            "SELECT seq, key, type, day, hash FROM ledger_entry WHERE seq > ? ORDER BY seq LIMIT ?", head.seq,
            Self.portion, make: Line.init)
        guard let first = lines.first?.seq, let last = lines.last?.seq else { return false }
        let transfers = try transfers(from: first, through: last)
        let balances = try balances(from: first, through: last)
        var nextTransfer = transfers.startIndex
        var nextBalance = balances.startIndex
        for line in lines {
            let entry = line.entry(
                try Self.slice(transfers, &nextTransfer, of: line.seq) { $0.seq }.map(\.transfer))
            guard line.seq == head.seq + 1 else { throw LedgerFault(seq: head.seq + 1, reason: .missing) }
            guard let entry, let hash = line.hash else {
                throw LedgerFault(seq: line.seq, reason: .unreadable)
            }
            let after = try replay.take(entry, hash: hash) { try db.ledgerEntry($0) }
            let stored = try Self.slice(balances, &nextBalance, of: line.seq) { $0.seq }
            try compare(stored, with: after, at: line.seq)
            if let noted, noted.seq == line.seq, noted.fingerprint != hash {
                throw LedgerFault(seq: line.seq, reason: .otherHead)
            }
            head = replay.head
        }
        return true
    }

    private func compare(
        _ stored: ArraySlice<StoredBalance>, with computed: [(place: LedgerPlace, balance: LedgerBalance)],
        at seq: Int64
    ) throws {
        var left: [LedgerPlace: LedgerBalance] = [:]
        for found in stored {
            guard let place = found.place else { throw LedgerFault(seq: seq, reason: .unreadable) }
            left[place] = found.balance
        }
        for (place, balance) in computed where left.removeValue(forKey: place) != balance {
            throw LedgerFault(seq: seq, reason: .balance(place.account.name))
        }
        if let place = left.keys.min() { throw LedgerFault(seq: seq, reason: .balance(place.account.name)) }
    }

    /// What stands in `items`, from `next` on, for the line `seq`; items that belong to no line end the audit.
    private static func slice<Item>(
        _ items: [Item], _ next: inout Int, of seq: Int64, number: (Item) -> Int64
    ) throws -> ArraySlice<Item> {
        let start = next
        if start < items.endIndex, number(items[start]) < seq {
            throw LedgerFault(seq: number(items[start]), reason: .missing)
        }
        while next < items.endIndex, number(items[next]) == seq { next += 1 }
        return items[start..<next]
    }

    private func transfers(from first: Int64, through last: Int64) throws -> [StoredTransfer] {
        try db.rows(
            """
            SELECT entry_seq, amount, asset, source_id, destination_id FROM ledger_transfer
            WHERE entry_seq BETWEEN ? AND ? ORDER BY entry_seq, position
            """, first, last
        ) { row in
            var transfer: Transfer?
            if let amount = row.value(1).number, let asset = Asset(rawValue: row.value(2).string ?? ""),
                let source = accounts[row.value(3).number ?? 0],
                let destination = accounts[row.value(4).number ?? 0]
            {
                transfer = Transfer(amount, asset, from: source, to: destination)
            }
            return StoredTransfer(seq: row.value(0).number ?? 0, transfer: transfer)
        }
    }

    private func balances(from first: Int64, through last: Int64) throws -> [StoredBalance] {
        try db.rows(
            """
            SELECT entry_seq, account_id, asset, posted, held FROM ledger_balance
            WHERE entry_seq BETWEEN ? AND ? ORDER BY entry_seq, account_id, asset
            """, first, last
        ) { row in
            var place: LedgerPlace?
            if let account = accounts[row.value(1).number ?? 0],
                let asset = Asset(rawValue: row.value(2).string ?? "")
            {
                place = LedgerPlace(account, asset)
            }
            // What is no number is no balance that lines could give: the amounts below zero are set aside.
            return StoredBalance(
                seq: row.value(0).number ?? 0, place: place,
                balance: LedgerBalance(posted: row.value(3).number ?? 0, held: row.value(4).number ?? -1))
        }
    }

    /// The first line of which transfers or balances are left, but not the line.
    private func firstLineWithoutEntry() throws -> Int64? {
        let found = try ["ledger_transfer", "ledger_balance"].compactMap { table in
            try db.one("SELECT min(entry_seq) FROM \(table) WHERE entry_seq > ?", head.seq) { $0.intOrNil(0) }
        }
        return found.compactMap(\.self).min()
    }
}

/// A line as it stands in the file, whatever that is.
private struct Line {
    let seq: Int64
    let hash: Fingerprint?
    private let key: LedgerKey?
    private let type: LedgerContent.Kind?
    private let day: Day?

    init(_ row: borrowing Row) {
        seq = row.value(0).number ?? 0
        key = row.value(1).string.flatMap { LedgerKey($0) }
        type = row.value(2).string.flatMap { LedgerContent.Kind(rawValue: $0) }
        day = row.value(3).string.flatMap { Day($0) }
        if case .blob(let bytes) = row.value(4) { hash = Fingerprint(bytes: bytes) } else { hash = nil }
    }

    /// The line with its transfers, or nil if it cannot be one.
    func entry(_ transfers: [Transfer?]) -> LedgerEntry? {
        let readable = transfers.compactMap(\.self)
        guard let key, let type, let day, readable.count == transfers.count else { return nil }
        return LedgerEntry(
            seq: seq, content: LedgerContent(key: key, type: type, transfers: readable), day: day)
    }
}

private struct StoredTransfer {
    let seq: Int64
    let transfer: Transfer?
}

private struct StoredBalance {
    let seq: Int64
    let place: LedgerPlace?
    let balance: LedgerBalance
}

extension SQLValue {
    /// The whole number, if it is one.
    fileprivate var number: Int64? { if case .integer(let number) = self { number } else { nil } }
    /// The text, if it is one.
    fileprivate var string: String? { if case .text(let text) = self { text } else { nil } }
}
