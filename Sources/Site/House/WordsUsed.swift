/// The texts of the interface that Swift code asks for, as templates tell theirs by themselves.
///
/// `essaim check` finds by them the words that are missing and those that nobody uses; a test compares them with the
/// literals in the sources, so that this list cannot lag behind.
enum WordsUsed {
    /// Every key.
    static let all: Set<String> = Set(literal).union(families.flatMap(\.keys))

    static let literal: [String] = []
    static let families: [Family] = []

    /// Keys of which the end is computed: `challenges.state.\(state.rawValue)`.
    struct Family: Sendable {
        /// What stands in the sources before the computed part.
        let prefix: String
        /// What stands after it.
        let suffix: String
        let keys: [String]

        init(_ prefix: String, _ middles: [String], _ suffix: String = "") {
            self.prefix = prefix
            self.suffix = suffix
            keys = middles.map { prefix + $0 + suffix }
        }
    }
}
