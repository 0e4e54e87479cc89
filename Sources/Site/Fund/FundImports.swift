import Domain
import Storage
import Synchronization

/// Long tables that are being booked, in memory alone: each is booked whole or not at all, whoever watches.
final class FundImports: Sendable {
    private struct State {
        var imports: [String: Import] = [:]
        /// In the order in which they began.
        var order: [String] = []
    }

    private let state = Mutex(State())

    /// So many are remembered.
    private static let most = 20

    /// One of them.
    struct Import: Sendable {
        /// The readable address of the community.
        let community: String
        let progress: BookingProgress
        /// Nil while it is under way.
        var outcome: Outcome?
    }

    enum Outcome: Sendable {
        case booked
        /// With what has to be mended.
        case refused(KeepAttempt)
        case failed(any Error)
    }

    subscript(ticket: String) -> Import? { state.withLock { $0.imports[ticket] } }

    /// Remembers an import under a ticket.
    func keep(_ kept: Import, as ticket: String) {
        state.withLock { state in
            state.imports[ticket] = kept
            state.order.append(ticket)
            while state.order.count > Self.most { state.imports[state.order.removeFirst()] = nil }
        }
    }

    /// Begins to book, and goes on by itself.
    /// - Returns: The ticket under which it is found.
    func begin(
        for community: String, _ book: @escaping @Sendable (BookingProgress) async throws -> Outcome
    ) -> String {
        let ticket = SessionToken.make().text
        let progress = BookingProgress()
        keep(Import(community: community, progress: progress), as: ticket)
        Task {
            let outcome: Outcome
            do { outcome = try await book(progress) } catch { outcome = .failed(error) }
            state.withLock { $0.imports[ticket]?.outcome = outcome }
        }
        return ticket
    }
}
