/// One line of somebody's points: what a fact earned, and whether that still stands.
public struct PointLine: Hashable, Sendable {
    public let id: PointLineID
    public let key: PointFact.Key
    /// From 1: how many lines this fact has had, as it came, went and came again.
    public let turn: Int
    public let earnedAt: Timestamp
    /// What the fact earns.
    public let amount: Int64
    /// What of it was posted, after the cap of its day.
    public let posted: Int64
    /// The cap of that time. Nil where none holds.
    public let cap: Int64?
    public let isReversed: Bool
    /// Whether somebody of the insurer settled it: facts no longer change it.
    public let isSettled: Bool

    public init(
        id: PointLineID, key: PointFact.Key, turn: Int, earnedAt: Timestamp, amount: Int64, posted: Int64,
        cap: Int64?, isReversed: Bool = false, isSettled: Bool = false
    ) {
        self.id = id
        self.key = key
        self.turn = turn
        self.earnedAt = earnedAt
        self.amount = amount
        self.posted = posted
        self.cap = cap
        self.isReversed = isReversed
        self.isSettled = isSettled
    }

    /// Whether the cap of its day took something away.
    public var isCut: Bool { posted < amount && !isSettled }
}

public typealias PointLineID = Identifier<PointLine>

/// What is to be written for a fact.
public struct PointEntry: Hashable, Sendable {
    public let key: PointFact.Key
    public let turn: Int
    public let earnedAt: Timestamp
    public let amount: Int64
    public let posted: Int64
    public let cap: Int64?
}

/// A time in which somebody wanted no points.
public struct PointPause: Hashable, Sendable {
    public let from: Timestamp
    /// Nil while it lasts.
    public let until: Timestamp?

    public init(from: Timestamp, until: Timestamp?) {
        self.from = from
        self.until = until
    }

    /// Whether `moment` lies in it: its beginning does, its end does not.
    public func contains(_ moment: Timestamp) -> Bool {
        moment >= from && until.map { moment < $0 } ?? true
    }
}

/// All lines of one person, from which follows what has to be written when their facts change.
public struct PointBook: Sendable {
    public let lines: [PointLine]
    /// The most points of one day, rewards apart.
    public let cap: Int64

    public init(_ lines: [PointLine], cap: Int64) {
        self.lines = lines
        self.cap = cap
    }

    /// Whether the fact of `line` has a later line.
    public func isReplaced(_ line: PointLine) -> Bool {
        lines.contains { $0.key == line.key && $0.turn > line.turn }
    }

    /// What takes the place of `line` once somebody of the insurer settled that it has `points`.
    public func correction(of line: PointLine, to points: Int64) -> PointEntry {
        let turns = lines.filter { $0.key == line.key }.map(\.turn)
        return PointEntry(
            key: line.key, turn: (turns.max() ?? 0) + 1, earnedAt: line.earnedAt, amount: line.amount,
            posted: points, cap: line.cap)
    }

    /// What of the cap of `day` is left. What was reversed leaves its place to others.
    /// - Parameter gone: Lines that do not count, because others take their place.
    public func room(on day: Day, without gone: Set<PointLineID> = []) -> Int64 {
        let taken = lines.filter {
            $0.key.source.isCapped && !$0.isReversed && !gone.contains($0.id) && Day($0.earnedAt) == day
        }
        return max(0, cap - taken.reduce(0) { $0 + $1.posted })
    }

    /// What has to be written so that the lines say what `facts` do: lines whose fact is gone, and entries for those
    /// that have none, in the order in which the facts happened. What stands is never posted again, and what a cap took
    /// away does not come back.
    /// - Parameter pauses: Times of which nothing is posted.
    public func changes(for facts: [PointFact], except pauses: [PointPause] = []) -> (
        reversals: [PointLine], entries: [PointEntry]
    ) {
        let known = Set(facts.map(\.key))
        let reversals = lines.filter { !$0.isReversed && !$0.isSettled && !known.contains($0.key) }
        let gone = Set(reversals.map(\.id))
        let standing = Set(lines.filter { !$0.isReversed }.map(\.key)).subtracting(reversals.map(\.key))
        var left: [Day: Int64] = [:]
        var turns = Dictionary(grouping: lines, by: \.key).mapValues { $0.map(\.turn).max() ?? 0 }
        var written = standing
        var entries: [PointEntry] = []
        for fact in facts.sorted(by: { ($0.at, $0.key) < ($1.at, $1.key) }) {
            guard !pauses.contains(where: { $0.contains(fact.at) }), written.insert(fact.key).inserted
            else { continue }
            let day = Day(fact.at)
            let isCapped = fact.key.source.isCapped
            let room = left[day] ?? room(on: day, without: gone)
            let posted = isCapped ? min(fact.points, room) : fact.points
            if isCapped { left[day] = room - posted }
            turns[fact.key, default: 0] += 1
            entries.append(
                PointEntry(
                    key: fact.key, turn: turns[fact.key] ?? 1, earnedAt: fact.at, amount: fact.points,
                    posted: posted, cap: isCapped ? cap : nil))
        }
        return (reversals, entries)
    }
}

/// The most points that one person earns in a day, rewards apart.
public enum DailyCap {
    public static let usual: Int64 = 40
    public static let range: ClosedRange<Int64> = 5...500

    /// The problem with a cap, nil if `text` was no number; nil if it is fine.
    public static func problem(in points: Int64?) -> Problem? {
        guard let points else { return Problem(field: "cap", code: .notANumber) }
        return range.contains(points)
            ? nil : Problem(field: "cap", code: .outOfRange, limit: Int(range.upperBound))
    }
}
