/// The texts of the interface that Swift code asks for, as templates tell theirs by themselves; each room lists its own.
///
/// `essaim check` finds by them the words that are missing and those that nobody uses; a test compares them with the
/// literals in the sources, so that the lists cannot lag behind.
struct WordsUsed: Sendable {
    /// Keys that stand whole in the sources.
    let literal: [String]
    /// Keys of which a part is computed.
    let families: [Family]

    init(literal: [String] = [], families: [Family] = []) {
        self.literal = literal
        self.families = families
    }

    /// The lists of all rooms.
    static let rooms: [WordsUsed] = [
        .accounts, .administration, .answers, .attachments, .authorship, .challenges, .charts,
        .clarifications, .comments, .communities, .complaints, .dashboard, .desk, .display, .drafts, .draw,
        .effect,
        .feeds, .followUp, .following, .fund, .guard, .home, .house, .ideas, .integrity, .invitations, .jury,
        .localisation, .merging, .moderation, .points, .practices, .questions, .recount, .regulation,
        .rewards, .seals,
        .search,
        .segments, .similarity,
        .themes,
        .versions, .voting,
    ]

    /// Every key.
    static let all = Set(rooms.flatMap { $0.literal + $0.families.flatMap(\.keys) })

    /// Keys of which a part is computed: `challenges.state.\(state.rawValue)`.
    struct Family: Sendable {
        /// What stands in the sources before the computed part.
        let prefix: String
        let keys: [String]

        init(_ prefix: String, _ middles: [String], _ suffixes: [String] = [""]) {
            self.prefix = prefix
            keys = middles.flatMap { middle in suffixes.map { prefix + middle + $0 } }
        }

        /// One key for each word of a closed list.
        init<Word: CaseIterable & RawRepresentable<String>>(
            _ prefix: String, _ type: Word.Type, _ suffixes: [String] = [""]
        ) {
            self.init(prefix, type.allCases.map(\.rawValue), suffixes)
        }
    }
}
