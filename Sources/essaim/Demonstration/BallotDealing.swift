import Domain

/// Deals supports to voters in rotation, so that none exceeds the quota and none supports one idea twice.
struct BallotDealing {
    private let voters: [MemberID]
    private let quota: Int
    private var given: [Int]
    private var next = 0

    /// - Parameters:
    ///   - everybody: All who could vote; as many take part as use about two thirds of what they may.
    ///   - supports: How many each idea will get.
    ///   - quota: How many ideas one person may support; nil for any number.
    ///   - start: From whom on people take part, so that it is not the same ones in every challenge.
    init(among everybody: [MemberID], supports: [Int], quota: Int?, startingAt start: Int) {
        let total = supports.reduce(0, +)
        let usual = min(quota ?? 4, 6)
        let needed = max((supports.max() ?? 0) * 11 / 10 + 2, total * 3 / (usual * 2) + 1)
        let offset = start * 7 % max(1, everybody.count)
        voters = Array((everybody[offset...] + everybody[..<offset]).prefix(needed))
        self.quota = quota ?? .max
        given = Array(repeating: 0, count: voters.count)
    }

    /// The next `count` voters who may still vote, other than `author`.
    ///
    /// Throws a `ScriptFault` if there are not so many.
    mutating func voters(for count: Int, except author: MemberID) throws -> [MemberID] {
        var chosen: [MemberID] = []
        for step in voters.indices where chosen.count < count {
            let place = (next + step) % voters.count
            guard given[place] < quota, voters[place] != author else { continue }
            given[place] += 1
            chosen.append(voters[place])
        }
        guard chosen.count == count else {
            throw ScriptFault(scene: "votes", reason: "too few people for \(count) supports")
        }
        next = (next + count) % voters.count
        return chosen
    }
}
