/// What one community observed of a measure.
public struct CommunityObservation: Sendable {
    public let community: CommunityID
    /// As it was entered last.
    public let seen: Observation
    /// Those of the smallest of the four groups when it was entered first: as many people at least are behind it.
    public let people: Int64
    /// Where the numbers come from, in words.
    public let source: String
    /// Who entered them; nil once the account is gone.
    public let by: Member?
    public let firstAt: Timestamp
    public let lastAt: Timestamp

    public init(
        community: CommunityID, seen: Observation, people: Int64, source: String, by: Member?,
        firstAt: Timestamp, lastAt: Timestamp
    ) {
        self.community = community
        self.seen = seen
        self.people = people
        self.source = source
        self.by = by
        self.firstAt = firstAt
        self.lastAt = lastAt
    }

    /// Whether it was entered again since.
    public var wasMended: Bool { lastAt > firstAt }
}

extension Observation {
    /// Homes or people of the smallest of its four groups.
    public var people: Int64 {
        [exposedBefore, exposedAfter, controlBefore, controlAfter].map(\.exposure).min() ?? 0
    }

    public static let sourceRule = TextRule("source", 5...300)

    /// What has to be mended before it stands beside what others observed of the same measure: the same homes without
    /// it, counted twice, would make chance look smaller than it is.
    public func problems(beside others: [Observation]) -> [Problem] {
        let isShared = others.contains {
            $0.controlBefore == controlBefore && $0.controlAfter == controlAfter
        }
        return isShared ? [Problem(field: "c0", code: .taken)] : []
    }
}

/// What communities that adopted the same measure observed together, as far as it can be told.
///
/// One with fewer people than ``Anonymity/fewest`` is told of only together with others: it waits until those that wait
/// are about enough people, and then enters the sum with them. What two looks at the sum differ by, and what the sum
/// leaves of those that are shown by themselves, is so always about as many.
public struct Federation: Sendable {
    /// Those in the sum.
    public let told: [CommunityObservation]
    /// Communities that may be shown by themselves.
    public let alone: Set<CommunityID>
    /// When the last of them entered the sum; nil if none did.
    public let toldAt: Timestamp?

    /// - Parameter observations: One for each community at most, in any order.
    public init(_ observations: [CommunityObservation], by anonymity: Anonymity) {
        let fewest = Int64(anonymity.fewest)
        var told: [CommunityObservation] = []
        var waiting: [CommunityObservation] = []
        var toldAt: Timestamp?
        for next in observations.sorted(by: { ($0.firstAt, $0.community) < ($1.firstAt, $1.community) }) {
            waiting.append(next)
            if next.people >= fewest {
                told.append(waiting.removeLast())
            } else if waiting.reduce(0, { $0 + $1.people }) >= fewest {
                told += waiting
                waiting = []
            } else {
                continue
            }
            toldAt = next.firstAt
        }
        self.told = told
        alone = Set(told.filter { $0.people >= fewest }.map(\.community))
        self.toldAt = toldAt
    }

    /// The sum; nil while nothing can be told.
    public var together: Observation? { Observation.together(told.map(\.seen)) }
}

/// A measure in the explanation of a period's close: it says what part of the money may be due to it, and changes none.
public struct EffectLine: Sendable {
    public let measure: MeasureID
    public let what: String
    /// What all communities together allow to say.
    public let verdict: Finding.Verdict
    /// What the community itself observed; nil if it is too small to be told of.
    public let own: Finding?

    public init(measure: MeasureID, what: String, verdict: Finding.Verdict, own: Finding?) {
        self.measure = measure
        self.what = what
        self.verdict = verdict
        self.own = own
    }

    /// Lines in which all that is credited together is no more than came back.
    /// - Parameters:
    ///   - parts: What is known of each measure, in the order in which they are told.
    ///   - returned: What the period gives back in all, in cents.
    public static func lines(_ parts: [EffectPart], returned: Int64) -> [EffectLine] {
        var rest = returned
        return parts.compactMap { part in
            let own = part.own?.finding(meanPoolCost: part.meanPoolCost, returned: rest)
            rest -= own?.credited ?? 0
            let all = part.together.finding(meanPoolCost: part.meanPoolCost, returned: returned)
            return all.map {
                EffectLine(measure: part.measure, what: part.what, verdict: $0.verdict, own: own)
            }
        }
    }
}

/// What a close knows of a measure that the community adopted.
public struct EffectPart: Sendable {
    public let measure: MeasureID
    public let what: String
    /// In cents.
    public let meanPoolCost: Int64
    public let together: Observation
    /// Nil if it is too small to be told of.
    public let own: Observation?

    public init(
        measure: MeasureID, what: String, meanPoolCost: Int64, together: Observation, own: Observation?
    ) {
        self.measure = measure
        self.what = what
        self.meanPoolCost = meanPoolCost
        self.together = together
        self.own = own
    }
}

/// The way of an idea from its proposal to the money that comes back: five steps, of which some are to come.
public struct EffectCourse: Sendable {
    public let proposedAt: Timestamp?
    public let decidedAt: Timestamp?
    /// The first day of the first measure.
    public let start: Day?
    /// The day after which it can be counted.
    public let observedUntil: Day?
    public let measuredAt: Timestamp?
    public let returnedAt: Timestamp?

    public init(
        proposedAt: Timestamp?, decidedAt: Timestamp?, start: Day?, observedUntil: Day?,
        measuredAt: Timestamp?, returnedAt: Timestamp?
    ) {
        self.proposedAt = proposedAt
        self.decidedAt = decidedAt
        self.start = start
        self.observedUntil = observedUntil
        self.measuredAt = measuredAt
        self.returnedAt = returnedAt
    }

    public enum Step: String, CaseIterable, Hashable, Sendable {
        case proposed, decided, inPlace, measured, returned
    }

    /// The day on which a step was reached; nil if it is to come on `today`.
    public func day(of step: Step, on today: Day) -> Day? {
        switch step {
        case .proposed: proposedAt.map { Day($0) }
        case .decided: decidedAt.map { Day($0) }
        case .inPlace: start.flatMap { $0 <= today ? $0 : nil }
        case .measured: measuredAt.map { Day($0) }
        case .returned: returnedAt.map { Day($0) }
        }
    }

    /// The day that is known ahead for a step that is to come.
    public func expected(_ step: Step) -> Day? {
        switch step {
        case .inPlace: start
        case .measured: observedUntil.map { Day(number: $0.number + 1) }
        case .proposed, .decided, .returned: nil
        }
    }
}
