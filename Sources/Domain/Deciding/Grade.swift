/// The six grades of majority judgment, the worst first.
public enum Grade: Int, CaseIterable, Comparable, Hashable, Sendable {
    case reject
    case insufficient
    case passable
    case fairlyGood
    case good
    case veryGood

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The grade's name in files.
    public var name: String { "\(self)" }

    /// The grade of that name in files.
    public init?(name: String) {
        guard let grade = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = grade
    }
}
