/// A vote in favour of an idea, as far as signals of manipulation need it.
public struct CastVote: Hashable, Sendable {
    public let voter: MemberID
    public let idea: IdeaID
    public let at: Timestamp

    public init(voter: MemberID, idea: IdeaID, at: Timestamp) {
        self.voter = voter
        self.idea = idea
        self.at = at
    }
}

/// Something in a vote that a person should look at. It proves nothing, and removes nothing.
public struct VoteAlert: Hashable, Sendable {
    public let signal: Signal
    /// The ideas that it is about: one, or those on which a group agrees.
    public let ideas: [IdeaID]
    /// Whose votes make the signal, in the order in which they voted.
    public let voters: [MemberID]
    /// The first and the last of these votes.
    public let from: Timestamp
    public let to: Timestamp
    /// How many votes would have been expected instead; nil where nothing is expected.
    public let expected: Double?
    /// How likely so many would be by chance; nil where that is not asked.
    public let probability: Double?

    public enum Signal: String, CaseIterable, Hashable, Sendable {
        /// Many votes for one idea within an hour.
        case burst
        /// Many votes for one idea by accounts that were just opened.
        case newcomers
        /// People who vote for the same ideas at the same time.
        case lockstep
    }
}

/// A vote that is over, looked through for three signals of manipulation.
public struct VoteInspection: Sendable {
    /// What a person should look at, the least likely first, groups last.
    public let alerts: [VoteAlert]

    /// Fewer votes than these make no signal.
    static let fewestVotes = 5
    /// How many times its usual share an idea must have of an hour.
    static let leastRatio = 3.0
    /// Of the alerts that are raised, at most so many on average are chance (Y. Benjamini and Y. Hochberg, 1995).
    static let falseShare = 0.01
    /// How long an account is new.
    public static let newFor = Span.hours(48)

    /// - Parameters:
    ///   - votes: Every vote in favour of an idea.
    ///   - joined: When each voter opened their account.
    ///   - submitted: Since when each idea could be voted on.
    public init(
        _ votes: [CastVote], joined: [MemberID: Timestamp], submitted: [IdeaID: Timestamp]
    ) {
        let votes = votes.sorted { ($0.at, $0.idea, $0.voter) < ($1.at, $1.idea, $1.voter) }
        let logs = LogFactorials(upTo: votes.count)
        alerts =
            Self.bursts(votes, submitted, logs) + Self.newcomers(votes, joined, logs)
            + LockstepSearch(votes, logs).groups
    }

    /// Ideas that got at least three times their usual share of the votes of some hour, more than chance explains. Hours
    /// begin every half hour, so that half an hour of votes lies whole in one of them.
    private static func bursts(
        _ votes: [CastVote], _ submitted: [IdeaID: Timestamp], _ logs: LogFactorials
    ) -> [VoteAlert] {
        let times = votes.map(\.at)
        let byIdea = Dictionary(grouping: votes, by: \.idea)
        let half = Span.minutes(30).seconds
        var tests: [(alert: VoteAlert, probability: Double, isAlert: Bool)] = []
        for (idea, own) in byIdea.sorted(by: { $0.key < $1.key }) {
            let ownTimes = own.map(\.at)
            let all = votes.count - times.place(of: submitted[idea] ?? times[0])
            let starts = Set(ownTimes.flatMap { [$0.seconds / half, $0.seconds / half - 1] })
            for start in starts.sorted() {
                let begin = Timestamp(seconds: start * half)
                let end = begin + .hours(1)
                let mine = ownTimes.place(of: begin)..<ownTimes.place(of: end)
                let hour = times.place(of: end) - times.place(of: begin)
                // One vote more for each idea, so that an idea without other votes has a share to compare with.
                let share = min(
                    0.999, Double(own.count - mine.count + 1) / Double(max(0, all - hour) + byIdea.count))
                let probability = logs.binomialTail(atLeast: mine.count, of: hour, share)
                let alert = VoteAlert(
                    signal: .burst, ideas: [idea], voters: own[mine].map(\.voter),
                    from: ownTimes[mine.lowerBound],
                    to: ownTimes[mine.upperBound - 1], expected: share * Double(hour),
                    probability: probability)
                let isHigh = Double(mine.count) >= leastRatio * share * Double(hour)
                tests.append((alert, probability, mine.count >= fewestVotes && isHigh))
            }
        }
        return significant(tests)
    }

    /// Ideas with more votes by new accounts than falls to them by chance.
    private static func newcomers(
        _ votes: [CastVote], _ joined: [MemberID: Timestamp], _ logs: LogFactorials
    ) -> [VoteAlert] {
        func isNew(_ vote: CastVote) -> Bool { joined[vote.voter].map { vote.at < $0 + newFor } ?? false }
        let allNew = votes.count(where: isNew)
        var tests: [(alert: VoteAlert, probability: Double, isAlert: Bool)] = []
        for (idea, own) in Dictionary(grouping: votes, by: \.idea).sorted(by: { $0.key < $1.key }) {
            let new = own.filter(isNew)
            guard let first = new.first, let last = new.last else { continue }
            let probability = logs.hypergeometricTail(
                atLeast: new.count, of: own.count, marked: allNew, among: votes.count)
            let alert = VoteAlert(
                signal: .newcomers, ideas: [idea], voters: new.map(\.voter), from: first.at, to: last.at,
                expected: Double(own.count) * Double(allNew) / Double(votes.count), probability: probability)
            tests.append((alert, probability, new.count >= fewestVotes))
        }
        return significant(tests)
    }

    /// The alerts that chance does not explain; of one idea that with the most votes alone.
    private static func significant(
        _ tests: [(alert: VoteAlert, probability: Double, isAlert: Bool)]
    ) -> [VoteAlert] {
        let sorted = tests.sorted {
            ($0.probability, $0.alert.ideas[0]) < ($1.probability, $1.alert.ideas[0])
        }
        let last = sorted.indices.last {
            sorted[$0].probability <= falseShare * Double($0 + 1) / Double(sorted.count)
        }
        guard let last else { return [] }
        let alerts = sorted[...last].filter(\.isAlert).map(\.alert)
        var widest: [IdeaID: VoteAlert] = [:]
        for alert in alerts where alert.voters.count > widest[alert.ideas[0]]?.voters.count ?? 0 {
            widest[alert.ideas[0]] = alert
        }
        return alerts.filter { widest[$0.ideas[0]] == $0 }
    }
}

extension [Timestamp] {
    /// How many of the moments, which are in rising order, lie before `moment`.
    fileprivate func place(of moment: Timestamp) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
