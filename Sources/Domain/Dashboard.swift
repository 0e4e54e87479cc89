/// What happened in a challenge from one moment to the next.
public struct PeriodFigures: Hashable, Sendable {
    public let start: Timestamp
    /// Ideas submitted that everybody may read.
    public let ideas: Int
    /// Comments that everybody may read.
    public let comments: Int
    /// Supports given, with the people who gave them; nil while counts are hidden.
    public let supports: CrowdFigure?
    /// Readings: each person counts once a day. Nil until the period is over: what grows tells of the last who came.
    public let readings: CrowdFigure?

    public init(
        start: Timestamp, ideas: Int, comments: Int, supports: CrowdFigure?, readings: CrowdFigure?
    ) {
        self.start = start
        self.ideas = ideas
        self.comments = comments
        self.supports = supports
        self.readings = readings
    }
}

/// How far people went in a challenge.
public struct Funnel: Hashable, Sendable {
    /// Readings of the periods of which may be told: at least so many there were.
    public let readings: Int
    public let participants: Figure
    /// Nil while counts are hidden.
    public let voters: Figure?
    public let commenters: Figure
    public let authors: Figure

    /// - Parameter voters: Nil while counts are hidden.
    public init(
        periods: [PeriodFigures], participants: Int, voters: Int?, commenters: Int, authors: Int,
        by anonymity: Anonymity
    ) {
        // A sum of what is shown tells nothing that is withheld, today or when it has grown tomorrow.
        readings = periods.compactMap { $0.readings.flatMap { Figure($0, by: anonymity).value } }.reduce(0, +)
        let all = Figure(CrowdFigure(people: participants), by: anonymity)
        self.participants = all
        self.voters = voters.map { anonymity.share($0, of: [all]) }
        self.commenters = anonymity.share(commenters, of: [all])
        self.authors = anonymity.share(authors, of: [all])
    }
}

/// The people who took part, told apart by one thing that the insurer knows of them; each is in one part.
public struct Segmentation: Hashable, Sendable {
    public let kind: Kind
    public let parts: [Part]

    /// - Parameters:
    ///   - parts: Each with the people in it, in the order in which they are shown.
    ///   - isGrowing: Whether people still come. Numbers are then rounded down to whole times k, or comparing two days
    ///     would tell where the last one belongs.
    public init(
        _ kind: Kind, parts: [(name: Part.Name, people: Int)], isGrowing: Bool, by anonymity: Anonymity
    ) {
        self.kind = kind
        self.parts = zip(parts, anonymity.parts(parts.map(\.people))).map { part, figure in
            guard isGrowing, let people = figure.value else { return Part(name: part.name, people: figure) }
            return Part(name: part.name, people: .exact(people - people % anonymity.fewest))
        }
    }

    /// What tells people apart.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case community
    }

    /// Some of the people.
    public struct Part: Hashable, Sendable {
        public let name: Name
        public let people: Figure

        /// What is said of all of them.
        public enum Name: Hashable, Sendable {
            /// They are in this one alone.
            case only(String)
            /// In more than one.
            case several
            case none
        }
    }
}

/// How a challenge compares with the others of its theme: sums over those that everybody who may see this one may see.
public struct ThemeFigures: Hashable, Sendable {
    public let challenges: Int
    public let ideas: Int
    public let participants: Int
    public let answers: AnswerTally

    public init(challenges: Int, ideas: Int, participants: Int, answers: AnswerTally) {
        self.challenges = challenges
        self.ideas = ideas
        self.participants = participants
        self.answers = answers
    }
}

extension AnswerDelays {
    /// The ways in which delays are put together, each up to so many days: the same day, three days, a week, two weeks,
    /// a month, two months; nil for what took longer.
    public static let steps: [Int?] = [0, 3, 7, 15, 30, 60, nil]

    /// How many answers fall into each of the steps.
    public var distribution: [(upTo: Int?, answers: Int)] {
        Self.steps.enumerated().map { place, step in
            let floor = place == 0 ? -1 : Self.steps[place - 1] ?? -1
            let answers = counts.filter { $0.days > floor && $0.days <= step ?? .max }
            return (upTo: step, answers: answers.reduce(0) { $0 + $1.answers })
        }
    }
}

extension AnswerTally {
    /// Where nothing was submitted yet.
    public static let none = AnswerTally(
        answered: 0, promised: 0, inTime: 0, waiting: 0, late: 0, delays: AnswerDelays([]))
}

extension Challenge {
    /// Why `viewer` may not see the figures of the challenge, or nil. There are none before it is public.
    public func dashboardRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        return standing == .draft ? .conflict(.notPublishedYet) : nil
    }
}

extension Viewer {
    /// Why the person has no dashboards, or nil. To those who do not work for the insurer they do not exist.
    public var dashboardRefusal: Refusal? {
        if let refusal = deskRefusal { return refusal }
        return holds(.manager) ? nil : .forbidden(.staffOnly)
    }
}
