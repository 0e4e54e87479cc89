/// What earns points: only what others found useful or the insurer kept, never a vote, a visit or a number of posts.
///
/// A room that brings another kind of fact adds its case here, the load of its facts, and a sentence in each language.
public enum PointSource: String, CaseIterable, Hashable, Comparable, Sendable {
    /// An idea that enough people backed, known once its vote is counted.
    case supported
    /// A question of the insurer about an idea, answered by one of its authors.
    case clarified
    /// A remark on a draft that changed its next version.
    case thanked
    /// An idea with which the insurer goes on.
    case kept
    /// An idea that was put in place.
    case implemented
    /// A reward that was granted in points.
    case reward

    /// How many people have to back an idea before it counts as useful to others.
    public static let backersNeeded = 5

    /// What one such fact earns. Nil where the fact says so itself.
    public var points: Int64? {
        switch self {
        case .supported: 10
        case .clarified: 5
        case .thanked: 15
        case .kept: 20
        case .implemented: 30
        case .reward: nil
        }
    }

    /// Whether the cap of a day holds for it. A reward was announced and decided by two people: it is kept whole.
    public var isCapped: Bool { self != .reward }

    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// One thing that earns points for one person, as it stands now.
public struct PointFact: Hashable, Sendable {
    public let key: Key
    /// When it happened.
    public let at: Timestamp
    /// What it earns before the cap of its day, above zero.
    public let points: Int64

    public init(_ source: PointSource, _ subject: Int64, at: Timestamp, points: Int64) {
        key = Key(source, subject)
        self.at = at
        self.points = points
    }

    /// A fact of a source whose points are always the same; nil of one that says so itself.
    public init?(_ source: PointSource, _ subject: Int64, at: Timestamp) {
        guard let points = source.points else { return nil }
        self.init(source, subject, at: at, points: points)
    }

    /// What the fact is about: it earns once, however often it is told.
    public struct Key: Hashable, Comparable, Sendable {
        public let source: PointSource
        /// The number of the idea, the question, the version or the reward.
        public let subject: Int64

        public init(_ source: PointSource, _ subject: Int64) {
            self.source = source
            self.subject = subject
        }

        public static func < (left: Self, right: Self) -> Bool {
            (left.source, left.subject) < (right.source, right.subject)
        }
    }
}

extension BallotFile {
    /// How many ballots that count back each idea: they approve it, give it tokens, or find it good at least. Choices
    /// between two ideas back none of them by itself.
    public var backers: [String: Int] {
        var backers: [String: Int] = [:]
        for ballot in ballots {
            var backed = Set(ballot.approvals ?? [])
            backed.formUnion((ballot.tokens ?? [:]).filter { $0.value > 0 }.keys)
            backed.formUnion(
                (ballot.grades ?? [:]).filter { Grade(name: $0.value).map { $0 >= .good } ?? false }.keys)
            for idea in backed { backers[idea, default: 0] += 1 }
        }
        return backers
    }
}
