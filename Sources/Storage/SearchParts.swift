import Domain

// Each act that changes a text adds a part to the full-text indexes, and a search looks for each word in every part. FTS5
// brings parts of about one size together by itself, which leaves a dozen or two; all of them in one make searches half
// as dear again.

extension Store {
    /// Pages that one step writes: some milliseconds for which others' acts wait.
    private static let step = 64

    /// Does a step towards one single part in each full-text index that has many for its size. What is found stays the same,
    /// so that this is a quiet act.
    /// - Returns: Whether there may be more to do.
    /// - Throws: ``StorageFailure``.
    public func gatherSearchParts() async throws -> Bool {
        var isBusy = false
        for index in ["search_index", "search_trigram"] where try await hasManyParts(index) {
            try await write(isQuiet: true) { db in
                let before = db.connection.totalChanges
                let merge = "INSERT INTO \(index) (\(index), rank) VALUES ('merge', ?)"
                // Goes on with what was begun; a number below zero begins with all parts there are.
                try db.execute(merge, Self.step)
                // One change is the statement itself.
                if db.connection.totalChanges - before < 2 { try db.execute(merge, -Self.step) }
            }
            isBusy = true
        }
        return isBusy
    }

    /// Whether a search in `index` pays more for its parts than bringing them together costs: the more there is to write
    /// anew, the more parts are borne. Parts that are being brought together still count.
    private func hasManyParts(_ index: String) async throws -> Bool {
        try await read { db in
            let (parts, pages) =
                try db.one("SELECT count(DISTINCT segid), count(*) FROM \(index)_idx") {
                    ($0.count(0), $0.count(1))
                } ?? (0, 0)
            return parts > 1 + Int.bitWidth - pages.leadingZeroBitCount
        }
    }
}
