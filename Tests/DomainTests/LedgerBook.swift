import Domain

/// A ledger in memory, kept by the rules alone.
struct LedgerBook {
    private(set) var lines: [(entry: LedgerEntry, hash: Fingerprint)] = []
    private(set) var head = LedgerHead.empty
    private(set) var balances: [LedgerPlace: LedgerBalance] = [:]
    private var places: [LedgerKey: Int] = [:]

    func entry(_ key: LedgerKey?) -> LedgerEntry? { key.flatMap { places[$0] }.map { lines[$0].entry } }

    /// Does an act, or nothing if it was done before.
    @discardableResult
    mutating func take(_ act: LedgerAct, on day: Day = Day(number: 20_000)) throws -> LedgerEntry {
        let content = try act.content(
            original: entry(act.original)?.content,
            end: entry(act.original.flatMap(LedgerAct.end))?.content)
        if let earlier = entry(content.key) {
            if let refusal = content.repeatRefusal(of: earlier.content) { throw refusal }
            return earlier
        }
        let after = try content.balances { balances[$0] ?? .zero }
        for (place, balance) in after { balances[place] = balance }
        let entry = head.next(content, on: day)
        head = head.advanced(over: entry)
        places[content.key] = lines.count
        lines.append((entry, head.fingerprint))
        return entry
    }

    func balance(_ account: String, _ asset: Asset = .euros) -> LedgerBalance {
        LedgerAccount(account).flatMap { balances[LedgerPlace($0, asset)] } ?? .zero
    }

    /// The first fault that a replay finds, and the replay.
    static func replay(_ lines: [(entry: LedgerEntry, hash: Fingerprint)]) -> (LedgerFault?, LedgerReplay) {
        var replay = LedgerReplay()
        for (entry, hash) in lines {
            do {
                try replay.take(entry, hash: hash) { key in
                    lines.first { $0.entry.content.key == key }?.entry
                }
            } catch {
                return (error as? LedgerFault, replay)
            }
        }
        return (nil, replay)
    }
}

extension Transfer {
    /// A transfer for tests; nil unless it is one.
    static func of(_ amount: Int64, _ source: String, _ destination: String, _ asset: Asset = .euros)
        -> Transfer?
    {
        guard let source = LedgerAccount(source), let destination = LedgerAccount(destination) else {
            return nil
        }
        return Transfer(amount, asset, from: source, to: destination)
    }
}
