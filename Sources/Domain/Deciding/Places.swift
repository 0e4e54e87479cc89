extension Tally {
    /// Puts the ideas into places. `precedes` is the method's order without any draw: two ideas neither of which
    /// precedes the other are equal.
    func places(by precedes: (Int, Int) -> Bool) -> PlaceList {
        let turns = turns
        let order = ideas.indices.sorted {
            precedes($0, $1) || (!precedes($1, $0) && turns[$0] < turns[$1])
        }
        return PlaceList(order: order) { !precedes($0, $1) }
    }

    /// The ranking that comes of a list of places.
    func ranking<Method: RankingMethod>(
        _ method: Method.Type, _ list: PlaceList, winners: Set<Int>, steps: [Step] = [],
        warnings: [Warning] = [], beside: Ranking.Beside? = nil, facts: (Int) -> Facts,
        gap: (_ idea: Int, _ above: Int) -> Gap?
    ) -> Ranking {
        let places = list.order.indices.map { index in
            let idea = list.order[index]
            return Ranking.Place(
                id: ideas[idea].id, place: list.places[index],
                tiedWith: list.group(of: index).filter { $0 != index }.map { ideas[list.order[$0]].id },
                isWinner: winners.contains(idea), facts: facts(idea),
                gap: list.above(index).flatMap { gap(idea, list.order[$0]) })
        }
        let chosen = list.order.filter(winners.contains)
        let costs = chosen.compactMap { ideas[$0].cost }
        return Ranking(
            method: Method.id, version: Method.version, digest: digest, places: places,
            winners: chosen.map { ideas[$0].id },
            cost: ideas.allSatisfy { $0.cost != nil } ? costs.reduce(0, +) : nil, steps: steps,
            warnings: (ballots.isEmpty ? [.noBallots] : []) + warnings, beside: beside)
    }

    /// Throws unless the ballots are of one of these kinds.
    func require<Method: RankingMethod>(_ kinds: BallotKind..., for method: Method.Type) throws(TallyFault) {
        guard kinds.contains(kind) else {
            throw TallyFault(.whole, .kindNotCounted(kind, method: Method.id))
        }
    }
}

/// Ideas in order, and the place of each: equal ideas share one, and the places that they take up are left out after.
struct PlaceList {
    let order: [Int]
    /// For each position in `order` the place, from one.
    let places: [Int]

    /// `isLevel` says of an idea and the one after it whether they share a place.
    init(order: [Int], isLevel: (Int, Int) -> Bool) {
        self.order = order
        var places: [Int] = []
        for (index, idea) in order.enumerated() {
            let shares = index > 0 && isLevel(order[index - 1], idea)
            places.append(shares ? places[index - 1] : index + 1)
        }
        self.places = places
    }

    /// The positions that share the place of `index`.
    func group(of index: Int) -> Range<Int> {
        let first = places[index] - 1
        var end = index + 1
        while end < places.count, places[end] == places[index] { end += 1 }
        return first..<end
    }

    /// The position of the idea next above those that share the place of `index`; nil if there is none.
    func above(_ index: Int) -> Int? {
        places[index] > 1 ? places[index] - 2 : nil
    }
}
