/// Who supports what, and what it costs. Voters with the same approvals always have equally much left, and are one
/// group.
struct Electorate {
    struct Group {
        let approvals: [Int]
        let voters: Int
    }

    let costs: [Int]
    let budget: Int
    /// One unit of the currency in the unit of the costs.
    let unit: Int
    /// Every voter, those too who approve of nothing.
    let voters: Int
    let groups: [Group]
    /// For each idea its turn in the draw.
    let turns: [Int]
    /// For each idea how many voters support it.
    let supporters: [Int]
    /// For each idea the groups that support it.
    let groupsOf: [[Int32]]

    /// Throws a `TallyFault` if a cost or the budget is missing.
    init(_ tally: Tally) throws(TallyFault) {
        guard let budget = tally.terms.budget else { throw TallyFault(.whole, .noBudget) }
        costs = try tally.requiredCosts()
        self.budget = budget
        unit = tally.terms.currencyUnit
        voters = tally.ballots.count
        turns = tally.turns
        var alike: [[Int]: Int] = [:]
        for ballot in tally.ballots { alike[ballot.supported, default: 0] += 1 }
        groups = alike.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .filter { !$0.key.isEmpty }
            .map { Group(approvals: $0.key, voters: $0.value) }
        var supporters = [Int](repeating: 0, count: costs.count)
        var groupsOf = [[Int32]](repeating: [], count: costs.count)
        for (index, group) in groups.enumerated() {
            for idea in group.approvals {
                supporters[idea] += group.voters
                groupsOf[idea].append(Int32(index))
            }
        }
        self.supporters = supporters
        self.groupsOf = groupsOf
    }
}

extension Tally {
    /// The cost of each idea. Throws a `TallyFault` if one has none.
    func requiredCosts() throws(TallyFault) -> [Int] {
        var costs: [Int] = []
        for idea in ideas {
            guard let cost = idea.cost else { throw TallyFault(.named(idea.id), .noCost) }
            costs.append(cost)
        }
        return costs
    }
}
