public import Domain

/// Writes lines into the ledger, within one act. What it has read it remembers: nobody else writes meanwhile.
struct LedgerPen {
    private let db: Writer
    private var head: LedgerHead?
    private var accounts: [LedgerAccount: Int64] = [:]
    private var balances: [LedgerPlace: LedgerBalance] = [:]

    init(_ db: Writer) {
        self.db = db
    }

    /// Does `act` on `day`, or nothing if it was done before.
    /// - Returns: The line that the act made, now or then.
    /// - Throws: The refusal of the ledger's rules, or ``StorageFailure``.
    @discardableResult
    mutating func take(_ act: LedgerAct, on day: Day) throws -> LedgerEntry {
        let content = try act.content(
            original: try act.original.flatMap { try db.ledgerEntry($0) }?.content,
            end: try act.original.flatMap(LedgerAct.end).flatMap { try db.ledgerEntry($0) }?.content)
        if let earlier = try db.ledgerEntry(content.key) {
            try refuse(content.repeatRefusal(of: earlier.content))
            return earlier
        }
        let after = try content.balances { try balance(in: $0) }
        let before = try head ?? db.ledgerHead()
        let entry = before.next(content, on: day)
        let next = before.advanced(over: entry)
        try write(entry, hash: next.fingerprint)
        for (place, balance) in after {
            try db.execute(
                """
                INSERT INTO ledger_balance (entry_seq, account_id, asset, posted, held) VALUES (?, ?, ?, ?, ?)
                """, entry.seq, number(of: place.account), place.asset.rawValue, balance.posted, balance.held)
            balances[place] = balance
        }
        head = next
        return entry
    }

    private mutating func write(_ entry: LedgerEntry, hash: Fingerprint) throws {
        try db.execute(
            "INSERT INTO ledger_entry (seq, key, type, day, hash) VALUES (?, ?, ?, ?, ?)", entry.seq,
            entry.content.key.text, entry.content.type.rawValue, entry.day.description, hash.bytes)
        for (position, transfer) in entry.content.transfers.enumerated() {
            try db.execute(
                """
                INSERT INTO ledger_transfer (entry_seq, position, source_id, destination_id, asset, amount)
                VALUES (?, ?, ?, ?, ?, ?)
                """, entry.seq, position, number(of: transfer.source), number(of: transfer.destination),
                transfer.asset.rawValue, transfer.amount)
        }
    }

    private mutating func number(of account: LedgerAccount) throws -> Int64 {
        if let known = accounts[account] { return known }
        let number =
            try db.ledgerAccountNumber(account)
            ?? db.insert("INSERT INTO ledger_account (name) VALUES (?)", account.name)
        accounts[account] = number
        return number
    }

    private mutating func balance(in place: LedgerPlace) throws -> LedgerBalance {
        if let known = balances[place] { return known }
        let found = try db.ledgerBalance(in: place, through: .max)
        balances[place] = found
        return found
    }
}

extension Reading {
    /// The number of an account, if it has any line.
    func ledgerAccountNumber(_ account: LedgerAccount) throws -> Int64? {
        try one("SELECT id FROM ledger_account WHERE name = ?", account.name) { $0.int(0) }
    }

    /// The last line.
    func ledgerHead() throws -> LedgerHead {
        try one(
            "SELECT seq, hash, day FROM ledger_entry WHERE seq = (SELECT max(seq) FROM ledger_entry)"
        ) { row in
            guard let fingerprint = Fingerprint(bytes: row.blob(1)), let day = Day(row.text(2)) else {
                throw LedgerFault(seq: row.int(0), reason: .unreadable)
            }
            return LedgerHead(seq: row.int(0), fingerprint: fingerprint, day: day)
        } ?? .empty
    }

    /// What is in a place after the line `seq`.
    func ledgerBalance(in place: LedgerPlace, through seq: Int64) throws -> LedgerBalance {
        guard let account = try ledgerAccountNumber(place.account) else { return .zero }
        return try one(
            """
            SELECT posted, held FROM ledger_balance
            WHERE account_id = ? AND asset = ? AND entry_seq <= ? ORDER BY entry_seq DESC LIMIT 1
            """, account, place.asset.rawValue, seq
        ) { LedgerBalance(posted: $0.int(0), held: $0.int(1)) } ?? .zero
    }

    /// What was in a place at the end of `day`.
    func ledgerBalance(in place: LedgerPlace, on day: Day) throws -> LedgerBalance {
        let last = try one(
            "SELECT seq FROM ledger_entry WHERE day <= ? ORDER BY day DESC, seq DESC LIMIT 1", day.description
        ) { $0.int(0) }
        return try ledgerBalance(in: place, through: last ?? 0)
    }

    /// The line with a key.
    func ledgerEntry(_ key: LedgerKey) throws -> LedgerEntry? {
        let found = try one("SELECT seq, type, day FROM ledger_entry WHERE key = ?", key.text) { row in
            (seq: row.int(0), type: LedgerContent.Kind(rawValue: row.text(1)), day: Day(row.text(2)))
        }
        guard let found else { return nil }
        let transfers = try rows(
            """
            SELECT t.amount, t.asset, s.name, d.name FROM ledger_transfer t
            CROSS JOIN ledger_account s ON s.id = t.source_id CROSS JOIN ledger_account d ON d.id = t.destination_id
            WHERE t.entry_seq = ? ORDER BY t.position
            """, found.seq
        ) { row in
            guard let source = LedgerAccount(row.text(2)), let destination = LedgerAccount(row.text(3)),
                let asset = Asset(rawValue: row.text(1)),
                let transfer = Transfer(row.int(0), asset, from: source, to: destination)
            else { throw LedgerFault(seq: found.seq, reason: .unreadable) }
            return transfer
        }
        guard let type = found.type, let day = found.day else {
            throw LedgerFault(seq: found.seq, reason: .unreadable)
        }
        return LedgerEntry(
            seq: found.seq, content: LedgerContent(key: key, type: type, transfers: transfers), day: day)
    }
}

extension Look {
    /// What is in a place now, or was at the end of `day`. Members see their own accounts, administrators all: for
    /// others there are none.
    public func ledgerBalance(in place: LedgerPlace, on day: Day? = nil) throws -> LedgerBalance {
        guard place.account.isVisible(to: viewer) else { throw Refusal.notFound }
        guard let day else { return try db.ledgerBalance(in: place, through: .max) }
        return try db.ledgerBalance(in: place, on: day)
    }
}

extension Store {
    /// Does acts of the ledger, all of them or none; those that were done before do nothing. It asks nobody's leave:
    /// that is for the act of whose room they are a part.
    /// - Parameter day: The day on which they are booked; the ledger's last day if that is later.
    /// - Returns: The line that each act made, now or before.
    /// - Throws: The refusal of the ledger's rules, or ``StorageFailure``.
    @discardableResult
    public func keep(_ acts: [LedgerAct], on day: Day) async throws -> [LedgerEntry] {
        try await write { db in
            var pen = LedgerPen(db)
            return try acts.map { try pen.take($0, on: day) }
        }
    }
}
