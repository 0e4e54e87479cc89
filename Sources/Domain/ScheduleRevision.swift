/// What may still be changed about dates that were announced.
extension Schedule {
    /// What is wrong with moving public dates to those of `other`, at `now`. Every announced phase stays, in its order. One
    /// that has begun keeps its opening, so that no vote is undone; one that is over keeps its close, so that published
    /// counts stay true; none closes earlier, and none in which people take part gets shorter. What is new lies ahead.
    ///
    /// The fields are those of the phases of `other`: `phase-<index>-opens`, `-closes`, `-kind`, `-rights`.
    public func revisionProblems(to other: Schedule, at now: Timestamp) -> [Problem] {
        var problems: [Problem] = []
        var last = -1
        for old in phases {
            guard let index = other.place(of: old) else {
                if !problems.contains(where: { $0.code == .announcedPhaseMissing }) {
                    problems.append(Problem(field: "phases", code: .announcedPhaseMissing))
                }
                continue
            }
            if index < last { problems.append(Problem(field: "phase-\(index)-kind", code: .announcedOrder)) }
            last = max(last, index)
            problems += old.revisionProblems(to: other.phases[index], as: "phase-\(index)", at: now)
        }
        for (index, new) in other.phases.enumerated() where place(of: new) == nil && new.opensAt < now {
            problems.append(Problem(field: "phase-\(index)-opens", code: .inThePast))
        }
        if isVotingOver(at: now) {
            let reopening = other.phases.firstIndex { $0.rights.contains(.vote) && !$0.isOver(at: now) }
            if let reopening {
                problems.append(Problem(field: "phase-\(reopening)-rights", code: .votesAlreadyCounted))
            }
        }
        if sealsIdeas != other.sealsIdeas {
            problems.append(Problem(field: "phases", code: .sealingSettled))
        }
        return problems
    }

    /// What moving to `other` changes: dates that differ, phases that are added.
    public func moves(to other: Schedule) -> [PhaseMove] {
        other.phases.compactMap { new in
            let old = place(of: new).map { phases[$0] }
            if let old, old.opensAt == new.opensAt, old.closesAt == new.closesAt { return nil }
            return PhaseMove(
                kind: new.kind, old: old.map { PhaseMove.Dates(opensAt: $0.opensAt, closesAt: $0.closesAt) },
                new: PhaseMove.Dates(opensAt: new.opensAt, closesAt: new.closesAt))
        }
    }

    /// The same phases with the numbers that those of `old` have in their places, unless any has one already.
    func takingNumbers(of old: Schedule) -> Schedule {
        guard phases.allSatisfy({ $0.number == nil }) else { return self }
        return Schedule(
            phases.enumerated().map { index, phase in
                index < old.phases.count ? phase.numbered(old.phases[index].number) : phase
            })
    }

    /// Where the phase with the number of `phase` stands; nil if there is none.
    private func place(of phase: Phase) -> Int? {
        guard let number = phase.number else { return nil }
        return phases.firstIndex { $0.number == number }
    }
}

extension Phase {
    fileprivate func revisionProblems(to new: Phase, as field: String, at now: Timestamp) -> [Problem] {
        var problems: [Problem] = []
        if new.opensAt != opensAt {
            if opensAt <= now {
                problems.append(Problem(field: "\(field)-opens", code: .alreadyBegun))
            } else if new.opensAt < now {
                problems.append(Problem(field: "\(field)-opens", code: .inThePast))
            }
        }
        if new.closesAt != closesAt {
            if isOver(at: now) {
                problems.append(Problem(field: "\(field)-closes", code: .alreadyOver))
            } else if new.end < end {
                problems.append(Problem(field: "\(field)-closes", code: .earlierThanAnnounced))
            }
        }
        if problems.isEmpty, !rights.isDisjoint(with: .participation), let length, let newLength = new.length,
            newLength < length
        {
            problems.append(Problem(field: "\(field)-closes", code: .shorterThanAnnounced))
        }
        if new.kind != kind { problems.append(Problem(field: "\(field)-kind", code: .announcedOrder)) }
        let keepsRights =
            isOver(at: now)
            ? new.rights == rights : new.rights.isSuperset(of: rights.intersection(.participation))
        if !keepsRights { problems.append(Problem(field: "\(field)-rights", code: .lessThanAnnounced)) }
        return problems
    }

    /// When it closes, at the end of time if it has none.
    private var end: Timestamp { closesAt ?? Timestamp(seconds: .max) }

    /// How long it lasts; nil if it has no end.
    private var length: Span? { closesAt.map { $0.since(opensAt) } }
}
