/// Addresses that were asked for lately. What is asked for once, as most searches are, is not worth keeping for the next
/// who asks: it would only drive out what many ask for.
///
/// In two halves: when the one that is filled is full, the other is forgotten. Two addresses of one hash are taken for one,
/// which keeps a page too many.
struct AskedBefore {
    private static let half = 4_096

    private var recent: Set<Int> = []
    private var older: Set<Int> = []

    /// Notes that somebody asks for `address`.
    /// - Returns: Whether somebody did before.
    mutating func note(_ address: String) -> Bool {
        let hash = address.hashValue
        if recent.contains(hash) { return true }
        if recent.count >= Self.half {
            older = recent
            recent = []
        }
        recent.insert(hash)
        return older.contains(hash)
    }
}
