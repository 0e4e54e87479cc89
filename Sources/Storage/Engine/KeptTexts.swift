/// What is kept for texts of SQL, within a bound: lists whose text depends on what their viewer may see would fill it.
///
/// In two halves: when the one that is filled is full, the other is forgotten. What is used all the time moves from half
/// to half, so that many texts which come once do not drive it out.
struct KeptTexts<Value> {
    private static var half: Int { 256 }

    private var recent: [String: Value] = [:]
    private var older: [String: Value] = [:]

    subscript(text: String) -> Value? {
        mutating get {
            if let value = recent[text] { return value }
            guard let value = older[text] else { return nil }
            keep(value, for: text)
            return value
        }
    }

    mutating func keep(_ value: Value, for text: String) {
        if recent.count >= Self.half {
            older = recent
            recent = [:]
        }
        recent[text] = value
    }
}
