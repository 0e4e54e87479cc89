import Domain
import Synchronization

/// How much is new to members, kept until anything is committed or the minute is over: every page of theirs says it.
///
/// The commits are counted before the read begins, so that what is kept under a count is never from before it.
final class UnreadCounts: Sendable {
    private struct Edition: Hashable {
        let commits: UInt64
        let minute: Int64
    }

    private struct Kept {
        var edition: Edition?
        var counts: [MemberID: Int] = [:]
    }

    private static let capacity = 20_000
    private let kept = Mutex(Kept())

    /// What was kept for this member, or what `count` gives.
    func value(
        for member: MemberID, commits: UInt64, at now: Timestamp, _ count: () throws -> Int
    ) throws -> Int {
        let edition = Edition(commits: commits, minute: now.seconds / 60)
        let known = kept.withLock { $0.edition == edition ? $0.counts[member] : nil }
        if let known { return known }
        let value = try count()
        kept.withLock { kept in
            if kept.edition != edition || kept.counts.count >= Self.capacity { kept = Kept(edition: edition) }
            kept.counts[member] = value
        }
        return value
    }
}
