/// Why a set of ballots cannot be counted: where, and what is wrong.
public struct TallyFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let place: Place
    public let reason: Reason

    public init(_ place: Place, _ reason: Reason) {
        self.place = place
        self.reason = reason
    }

    /// The part at fault; numbers count from one, as the input has them.
    public enum Place: Hashable, Sendable {
        case whole
        case idea(Int)
        case ballot(Int)
        /// The idea of that id.
        case named(String)
    }

    public enum Reason: Hashable, Sendable {
        case noIdea
        case tooManyIdeas(limit: Int)
        case tooManyBallots(limit: Int)
        case badIdentifier
        case identifierTwice(String)
        case outOfRange(String, ClosedRange<Int>)
        case otherKind(BallotKind)
        case unknownIdea
        case ideaTwice
        case duelWithItself
        case wrongNumberOfScores(expected: Int)
        case noCriteria
        case kindNotCounted(BallotKind, method: String)
        case noCost
        case noBudget
        case moreSupportsThanReaders
        case overQuota(limit: Int)
    }

    /// The fault in one line of English.
    public var description: String {
        switch place {
        case .whole: sentence
        case .idea(let number): "idea \(number): \(sentence)"
        case .ballot(let number): "ballot \(number): \(sentence)"
        case .named(let id): "idea “\(id)”: \(sentence)"
        }
    }

    private var sentence: String {
        switch reason {
        case .noIdea: "there is no idea to rank"
        case .tooManyIdeas(let limit): "more than \(limit) ideas"
        case .tooManyBallots(let limit): "more than \(limit) ballots"
        case .badIdentifier: "its id must have 1 to 100 characters, none of them a control character"
        case .identifierTwice(let id): "the id “\(id)” is there twice"
        case .outOfRange(let what, let range):
            "\(what) must be from \(range.lowerBound) to \(range.upperBound)"
        case .otherKind(let kind): "it is no ballot of \(kind.rawValue)"
        case .unknownIdea: "it names an idea that is not in the list"
        case .ideaTwice: "it names the same idea twice"
        case .duelWithItself: "an idea cannot be compared with itself"
        case .wrongNumberOfScores(let expected):
            "there must be \(expected) \(expected == 1 ? "score" : "scores") for each idea"
        case .noCriteria: "scorecards need criteria"
        case .kindNotCounted(let kind, let method): "\(method) cannot count ballots of \(kind.rawValue)"
        case .noCost: "this method needs the cost of every idea"
        case .noBudget: "this method needs a budget"
        case .moreSupportsThanReaders: "more people supported it than were shown it"
        case .overQuota(let limit): "a ballot has more than the \(limit) that the rules allow"
        }
    }
}
