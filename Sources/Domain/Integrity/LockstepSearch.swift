/// Finds people who vote for the same ideas at the same time: pairs that agree on at least three ideas, each within a
/// day, and on half of all that either voted for; then the groups that such pairs connect, as far as they are more than
/// so many voters bring about by chance, who like what everybody likes.
struct LockstepSearch {
    /// The groups of three people and more.
    private(set) var groups: [VoteAlert] = []

    private static let fewestIdeas = 3
    private static let leastShare = 0.5
    private static let within = Span.hours(24)
    private static let smallestGroup = 3

    private let people: [[CastVote]]

    init(_ votes: [CastVote], _ logs: LogFactorials) {
        let voters = Dictionary(grouping: votes, by: \.voter).filter { $0.value.count >= Self.fewestIdeas }
        var frequency: [IdeaID: Int] = [:]
        for vote in voters.values.joined() { frequency[vote.idea, default: 0] += 1 }
        // The rarest ideas first: who agrees on half of what they voted for agrees on one of the first.
        people = voters.sorted { $0.key < $1.key }.map { _, votes in
            votes.sorted { (frequency[$0.idea] ?? 0, $0.idea) < (frequency[$1.idea] ?? 0, $1.idea) }
        }
        var group = Array(people.indices)
        func root(_ person: Int) -> Int {
            var person = person
            while group[person] != person {
                group[person] = group[group[person]]
                person = group[person]
            }
            return person
        }
        for pair in candidates() where agree(pair.one, pair.other) {
            group[root(pair.other)] = root(pair.one)
        }
        let members = Dictionary(grouping: people.indices, by: root)
            .filter { $0.value.count >= Self.smallestGroup }
        groups = members.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.map { members in
            alert(members, chance: { Chance(votes).probability(of: $0, on: $1, from: $2, to: $3, logs) })
        }
        .filter { ($0.probability ?? 0) <= VoteInspection.falseShare }
    }

    /// Pairs that have one of their rarer ideas in common, within a day; each once.
    private func candidates() -> Set<Pair> {
        var byIdea: [IdeaID: [(person: Int, at: Timestamp)]] = [:]
        for (person, votes) in people.enumerated() {
            let common = max(Self.fewestIdeas, (votes.count + 1) / 2)
            for vote in votes.prefix(votes.count - common + 1) {
                byIdea[vote.idea, default: []].append((person, vote.at))
            }
        }
        var pairs: Set<Pair> = []
        for votes in byIdea.values {
            let votes = votes.sorted { ($0.at, $0.person) < ($1.at, $1.person) }
            for (place, one) in votes.enumerated() {
                for other in votes[(place + 1)...] {
                    guard other.at.since(one.at) <= Self.within else { break }
                    pairs.insert(
                        Pair(one: min(one.person, other.person), other: max(one.person, other.person)))
                }
            }
        }
        return pairs
    }

    private struct Pair: Hashable {
        let one: Int
        let other: Int
    }

    private func agree(_ one: Int, _ other: Int) -> Bool {
        let common = people[one].count { vote in
            people[other].contains {
                $0.idea == vote.idea && abs($0.at.since(vote.at).seconds) <= Self.within.seconds
            }
        }
        let ideas = Set(people[one].map(\.idea)).union(people[other].map(\.idea)).count
        return common >= Self.fewestIdeas && Double(common) >= Self.leastShare * Double(ideas)
    }

    /// A group, with the ideas for which at least half of it voted.
    private func alert(
        _ members: [Int], chance: (Int, [IdeaID], Timestamp, Timestamp) -> Double
    ) -> VoteAlert {
        let votes = members.flatMap { people[$0] }
        var counts: [IdeaID: Int] = [:]
        for vote in votes { counts[vote.idea, default: 0] += 1 }
        let shared = counts.filter { $0.value * 2 >= members.count }
        let theirs = votes.filter { shared[$0.idea] != nil }
        let voters = members.sorted {
            (people[$0].map(\.at).min() ?? theirs[0].at, $0) < (
                people[$1].map(\.at).min() ?? theirs[0].at, $1
            )
        }
        let ideas = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let (from, to) = (votes.map(\.at).min() ?? votes[0].at, votes.map(\.at).max() ?? votes[0].at)
        return VoteAlert(
            signal: .lockstep, ideas: ideas, voters: voters.map { people[$0][0].voter }, from: from, to: to,
            expected: nil, probability: chance(members.count, ideas, from, to))
    }

    /// How likely a group comes about among voters who choose each for themselves.
    private struct Chance {
        private let times: [Timestamp]
        private let voters: Int
        private let supporters: [IdeaID: Int]

        init(_ votes: [CastVote]) {
            let byVoter = Dictionary(grouping: votes, by: \.voter)
            times = byVoter.values.compactMap { $0.map(\.at).min() }
            voters = byVoter.count
            supporters = Dictionary(grouping: votes, by: \.idea).mapValues(\.count)
        }

        /// From this share of all voters on, a group is not set against the others: it is what makes ideas popular. Few
        /// ideas and voters who choose many bring such groups about, of people who know nothing of each other.
        private static let leastCrowd = 0.2

        /// At most: somewhere in the vote, `size` voters of some day agree on three of as many ideas that are as popular
        /// with the others as `ideas` are.
        func probability(
            of size: Int, on ideas: [IdeaID], from: Timestamp, to: Timestamp, _ logs: LogFactorials
        ) -> Double {
            let apart = Double(size) < Self.leastCrowd * Double(voters) ? size : 0
            let others = Double(max(1, voters - apart))
            let shares = ideas.map { idea in
                min(1, (Double(max(0, (supporters[idea] ?? 0) - apart)) + 1) / others)
            }
            // The sum over all sets of three of the products of their shares.
            var sums = [1.0, 0, 0, 0]
            for share in shares {
                for count in [3, 2, 1] { sums[count] += sums[count - 1] * share }
            }
            let day = LockstepSearch.within
            let near = times.count { $0 >= from - day && $0 <= to + day }
            let days = Double(times.max().map { $0.since(times.min() ?? $0).seconds / day.seconds } ?? 0) + 1
            let tail = logs.poissonTail(
                atLeast: size, mean: Double(max(1, near - apart)) * min(1, sums[LockstepSearch.fewestIdeas]))
            return tail * logs.ways(LockstepSearch.fewestIdeas, of: supporters.count) * days
        }
    }
}
