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
        let store = store
        let now = now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (offset, voter) in voters {
                let own = numbers.indices.filter { authors[$0] != voter }
                let marks = Self.marks(script, ideas, of: own, voter: offset)
                let ballot = Dictionary(marks.map { (numbers[$0.key], Optional($0.value)) }) { first, _ in
                    first
                }
                let moment = Self.moment(of: offset, in: script.key, window)
                guard !ballot.isEmpty else { continue }
                group.addTask {
                    try await store.castMarks(
                        ballot, in: challenge, by: voter, at: moment.timestamp(from: now))
                }
            }
            try await group.waitForAll()
        }
    }

    /// When one voter comes: most in the first days, some in the last, in the evening or by day, hardly anybody at night.
    private static func moment(of voter: Int, in key: String, _ window: Range<Moment>) -> Moment {
        let span = max(1, window.upperBound.minutes - window.lowerBound.minutes - 2)
        let days = max(1, span / (24 * 60))
        let soon = min(
            dice(key, "day", voter, upTo: 1_000), dice(key, "second day", voter, upTo: 1_000))
        let turn = dice(key, "late", voter) < 75 ? soon : 1_000 - soon / 3
        let day = min(days - 1, turn * days / 1_000)
        // Days are counted from 17:00, at which the script opens and closes what it does.
        let minute =
            dice(key, "evening", voter) < 55
            ? dice(key, "minute", voter, upTo: 5 * 60) : 13 * 60 + dice(key, "minute", voter, upTo: 11 * 60)
        return Moment(minutes: window.lowerBound.minutes + 1 + min(span, day * 24 * 60 + minute))
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
        case .equalShares:
            // Some choose one idea and some five: people differ more here, in what they like and in how freely they spend.
            let spending = dice(script.key, "purse", voter) / 10 - 5
            return liking.keys.reduce(into: [:]) { marks, place in
                let own = dice(script.key + ideas[place].key, "liking", voter) * 9 / 10 - 45
                if ideas[place].supports + spending + own > 64 { marks[place] = 1 }
            }
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
