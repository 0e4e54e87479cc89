public import Domain
import Synchronization

/// When results are due next, so that a page need not ask the file.
final class NextResults: Sendable {
    private enum Known {
        case nothing
        case next(Timestamp?)
    }

    private struct State {
        var known = Known.nothing
        /// How often something was forgotten.
        var age = 0
    }

    private let state = Mutex(State())

    /// Whether results may be due at `now`; if so, how old what is learned now will be.
    func mayBeDue(at now: Timestamp) -> Int? {
        state.withLock { state in
            switch state.known {
            case .nothing: state.age
            case .next(let next): next.map { $0 <= now } ?? false ? state.age : nil
            }
        }
    }

    /// Learns what was read at that age; nothing, if another instant was set while it was read.
    func learn(_ next: Timestamp?, age: Int) {
        state.withLock { if $0.age == age { $0.known = .next(next) } }
    }

    func forget() {
        state.withLock {
            $0.known = .nothing
            $0.age += 1
        }
    }
}

/// When the results of a challenge will be published.
public struct ResultsSchedule: Hashable, Sendable {
    public let publishAt: Timestamp
    /// Whether something stood in the way then: they were not published.
    public let isMissed: Bool
}

extension Look {
    /// When the results of a challenge will be published, for those who manage it.
    func resultsSchedule(of challenge: ChallengeID) throws -> ResultsSchedule? {
        try db.one(
            "SELECT publish_at, missed_at IS NOT NULL FROM results_schedule WHERE challenge_id = ?", challenge
        ) { ResultsSchedule(publishAt: $0.time(0), isMissed: $0.flag(1)) }
    }
}

extension Store {
    /// Settles when the results of a challenge will be published; with nil, that they will not be by themselves.
    ///
    /// Throws the refusal of `Challenge.resultsRefusal`, or `.invalid("publishAt", .inThePast)`.
    public func scheduleResults(
        of id: ChallengeID, for instant: Timestamp?, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let preview = try acting.look.resultsPreview(of: id)
            guard let instant else {
                try refuse(preview.challenge.managementRefusal(for: acting.viewer))
                try acting.db.execute("DELETE FROM results_schedule WHERE challenge_id = ?", id)
                return
            }
            try refuse(
                preview.challenge.resultsRefusal(for: acting.viewer, undecided: preview.undecided, at: now))
            try refuse(
                [instant <= now ? Problem(field: "publishAt", code: .inThePast) : nil].compactMap(\.self))
            try acting.db.execute(
                """
                INSERT INTO results_schedule (challenge_id, publish_at, set_by, set_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET publish_at = excluded.publish_at, set_by = excluded.set_by,
                    set_at = excluded.set_at, missed_at = NULL
                """, id, instant, member, now)
        }
        nextResults.forget()
    }

    /// Publishes what was to be published until `now`, at the instant that was set. Asked before each page and each act, so
    /// that nobody finds it late and nothing has to run at that instant.
    public func publishDueResults(at now: Timestamp) async throws {
        guard let age = nextResults.mayBeDue(at: now) else { return }
        let due = try await read { db in
            try db.rows(
                """
                SELECT challenge_id, publish_at, set_by FROM results_schedule
                WHERE missed_at IS NULL AND publish_at <= ? ORDER BY publish_at
                """, now
            ) { (challenge: $0.id(0) as ChallengeID, at: $0.time(1), by: $0.id(2) as MemberID) }
        }
        for entry in due {
            do {
                try await publishResults(of: entry.challenge, by: entry.by, at: entry.at)
            } catch is Refusal {
                // Another request may have been faster: then the entry is gone already.
                try await write { db in
                    try db.execute(
                        "UPDATE results_schedule SET missed_at = ? WHERE challenge_id = ? AND publish_at = ?",
                        now,
                        entry.challenge, entry.at)
                }
            }
        }
        nextResults.learn(
            try await read { db in
                try db.one(
                    "SELECT publish_at FROM results_schedule WHERE missed_at IS NULL ORDER BY publish_at LIMIT 1"
                ) { $0.time(0) }
            }, age: age)
    }
}
