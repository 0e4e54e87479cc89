import Synchronization

/// How far the booking of a table is: written by the act, read by whoever waits for it.
public final class BookingProgress: Sendable {
    private let steps = Atomic<Int>(0)
    private let all = Atomic<Int>(0)

    public init() {}

    /// So much of it as it is at some moment, for showing what waiting looks like.
    public init(lines: Int, percent: Int) {
        all.store(lines * Self.stepsOfLine, ordering: .relaxed)
        steps.store(lines * Self.stepsOfLine * percent / 100, ordering: .relaxed)
    }

    /// Each line is entered in the ledger, then kept.
    private static let stepsOfLine = 2

    /// Lines of the table; zero while it is read and checked.
    public var lines: Int { all.load(ordering: .relaxed) / Self.stepsOfLine }

    /// What part of them is booked, from 0 to 100.
    public var percent: Int {
        let all = all.load(ordering: .relaxed)
        return all == 0 ? 0 : min(100, steps.load(ordering: .relaxed) * 100 / all)
    }

    func begin(lines: Int) {
        all.store(lines * Self.stepsOfLine, ordering: .relaxed)
    }

    func advance() {
        steps.add(1, ordering: .relaxed)
    }
}
