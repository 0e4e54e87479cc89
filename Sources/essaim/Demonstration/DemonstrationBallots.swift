import Domain
import Storage

/// Ballots of the demonstration that are more than supports: dealt by dice that fall the same each time, around what the
/// script says how well each idea is liked.
extension DemonstrationSeeding {
    /// Says what the ideas of a challenge cost, an hour before people vote.
    func announceCosts(of script: ScriptedChallenge, before opening: Moment) async throws {
        var costs: [IdeaID: Int64?] = [:]
        for idea in script.ideas where idea.cost != nil {
            costs[try self.idea(script.key + "/" + idea.key)] = .some(idea.cost)
        }
        guard !costs.isEmpty else { return }
        let at = Moment(minutes: opening.minutes - 60).timestamp(from: now)
        try await store.setCosts(
            costs, in: try challenge(script.key), by: try employee { $0.manages(nil) }, at: at)
    }

    /// Fills the ballots of a challenge. `supports` of an idea is out of 100: how well it is liked.
    func fillBallots(in script: ScriptedChallenge, _ ideas: [ScriptedIdea], window: Range<Moment>)
        async throws
    {
        let challenge = try challenge(script.key)
        let numbers = try ideas.map { try idea(script.key + "/" + $0.key) }
        let authors = try ideas.map { try member($0.author) }
        let speakers = Set(DemonstrationStaff.accounts.map(\.person))
        let people = DemonstrationWorld.people.filter { !speakers.contains($0.key) }
        // About a third of all who could vote, other ones in each challenge.
        let voters = (people.compactMap { members[$0.key] } + quiet).enumerated().filter {
            Self.dice(script.key, "voter", $0.offset) < 34
        }
        let span = max(1, window.upperBound.minutes - window.lowerBound.minutes - 2)
        let store = store
        let now = now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (offset, voter) in voters {
                let own = numbers.indices.filter { authors[$0] != voter }
                let marks = Self.marks(script, ideas, of: own, voter: offset)
                let ballot = Dictionary(marks.map { (numbers[$0.key], Optional($0.value)) }) { first, _ in
                    first
                }
                let minute = window.lowerBound.minutes + 1 + offset * span / (people.count + quiet.count)
                guard !ballot.isEmpty else { continue }
                group.addTask {
                    try await store.castMarks(
                        ballot, in: challenge, by: voter, at: Moment(minutes: minute).timestamp(from: now))
                }
            }
            try await group.waitForAll()
        }
    }

    /// What one voter says of the ideas at these places.
    private static func marks(
        _ script: ScriptedChallenge, _ ideas: [ScriptedIdea], of places: [Int], voter: Int
    ) -> [Int: Int] {
        // How much this voter likes an idea: what the script says, give or take thirty.
        let liking = Dictionary(
            uniqueKeysWithValues: places.map {
                ($0, ideas[$0].supports + dice(script.key + ideas[$0].key, "liking", voter) * 6 / 10 - 30)
            })
        switch script.way {
        case .approval, .pairwise: return [:]
        case .majorityJudgment:
            // Nobody judges everything.
            return liking.filter { dice(script.key + ideas[$0.key].key, "read", voter) < 80 }.mapValues {
                min(5, max(0, $0 * 6 / 100))
            }
        case .equalShares: return liking.filter { $0.value > 52 }.mapValues { _ in 1 }
        case .tokens(let count, let cap):
            var left = count
            var marks: [Int: Int] = [:]
            for (place, liking) in liking.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                let given = min(left, cap, liking > 75 ? 3 : liking > 55 ? 2 : liking > 45 ? 1 : 0)
                guard given > 0 else { break }
                marks[place] = given
                left -= given
            }
            return marks
        }
    }

    /// A number from 0 to 99, or below `limit`, the same each time.
    static func dice(_ key: String, _ throwing: String, _ number: Int, upTo limit: Int = 100) -> Int {
        let bytes = Fingerprint(of: "\(key) \(throwing) \(number)").bytes
        return (Int(bytes[0]) << 8 | Int(bytes[1])) % limit
    }
}
