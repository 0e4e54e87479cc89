public import Domain

/// Which ideas of a challenge a list asks for.
public struct IdeaFilter: Hashable, Sendable {
    public var answer: Answer
    public var order: Order

    public init(answer: Answer = .any, order: Order = .newest) {
        self.answer = answer
        self.order = order
    }

    public enum Answer: String, CaseIterable, Hashable, Sendable {
        case any
        case answered
        case unanswered
        case mine
        /// Solutions that stay sealed after the results, for those who judge.
        case sealed
    }

    public enum Order: String, CaseIterable, Hashable, Sendable {
        /// Only while people vote; `newest` otherwise.
        case fair
        case newest
        case oldest
        case discussed
        /// Only once counts are shown; `newest` until then.
        case supported

        /// The order that a list has when this one is asked for: while people vote, nothing that follows from what
        /// others liked.
        public func allowed(in challenge: Challenge, at now: Timestamp) -> Order {
            let isFair = challenge.ordersFairly(at: now)
            switch self {
            case .newest, .oldest: return self
            case .fair: return isFair ? .fair : .newest
            case .discussed: return isFair ? .fair : self
            case .supported: return isFair ? .fair : challenge.showsCounts(at: now) ? self : .newest
            }
        }
    }
}
