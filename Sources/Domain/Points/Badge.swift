/// A sign of something that somebody did, computed whenever it is shown: it is there or not, and never counted.
public enum Badge: String, CaseIterable, Hashable, Sendable {
    /// The insurer answered an idea of theirs, whatever the answer.
    case answered
    /// Others found an idea of theirs useful.
    case supported
    /// They answered what the insurer asked.
    case clarified
    /// Advice of theirs changed a draft.
    case advised
    case kept
    case implemented

    /// The fact that gives it; nil if it follows from none that earns points.
    public var source: PointSource? {
        switch self {
        case .answered: nil
        case .supported: .supported
        case .clarified: .clarified
        case .advised: .thanked
        case .kept: .kept
        case .implemented: .implemented
        }
    }

    /// The badges of somebody, each once however many facts give it, in the order of their list.
    public static func earned(by facts: [PointFact], hasAnswer: Bool) -> [Badge] {
        let sources = Set(facts.map(\.key.source))
        return allCases.filter { $0.source.map(sources.contains) ?? hasAnswer }
    }
}
