/// In how many texts stems are, counted once as long as no text changes: every search asks for a handful, and the ones
/// that many texts have take longest to count.
///
/// Not for several threads at once; each connection that reads has its own.
final class StemCounts {
    private var edition: [UInt8] = []
    private var counts = KeptTexts<Int>()

    /// What was counted for `question` in this edition of the index, or what `count` gives.
    func value(of question: String, in edition: [UInt8], _ count: () throws -> Int) rethrows -> Int {
        if edition != self.edition {
            self.edition = edition
            counts = KeptTexts()
        }
        if let known = counts[question] { return known }
        let value = try count()
        counts.keep(value, for: question)
        return value
    }
}

extension Reading {
    /// The state of the search index: FTS5 writes this record anew, with a counter, whenever a text goes in or out. Nil in
    /// the middle of an act, whose changes are not written yet.
    func searchEdition() throws -> [UInt8]? {
        guard connection.isReadOnly else { return nil }
        return try one("SELECT block FROM search_index_data WHERE id = 10") { $0.blob(0) }
    }
}
