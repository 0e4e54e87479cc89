import NIOCore
import NIOPosix
import Synchronization

/// The one life of a server: not started, running, stopping, stopped.
final class Run: Sendable {
    struct Parts: Sendable {
        let group: MultiThreadedEventLoopGroup
        let listener: any Channel
        let benches: [NIOLoopBoundBox<Workbench?>]
    }

    private enum Phase {
        case new
        case running(Parts, waiting: [CheckedContinuation<Void, Never>])
        case stopping(waiting: [CheckedContinuation<Void, Never>])
        case stopped
    }

    private let phase = Mutex(Phase.new)

    func begin(_ parts: Parts) throws {
        try phase.withLock { phase in
            guard case .new = phase else { throw ServerFailure.alreadyStarted }
            phase = .running(parts, waiting: [])
        }
    }

    /// The parts of a running server, to the first who asks to end it.
    func end() -> Parts? {
        phase.withLock { phase in
            guard case .running(let parts, let waiting) = phase else { return nil }
            phase = .stopping(waiting: waiting)
            return parts
        }
    }

    func finish() {
        let waiting = phase.withLock { phase -> [CheckedContinuation<Void, Never>] in
            guard case .stopping(let waiting) = phase else { return [] }
            phase = .stopped
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func waitUntilClosed() async {
        await withCheckedContinuation { continuation in
            let isOver = phase.withLock { phase in
                switch phase {
                case .new, .stopped: return true
                case .running(let parts, let waiting):
                    phase = .running(parts, waiting: waiting + [continuation])
                case .stopping(let waiting): phase = .stopping(waiting: waiting + [continuation])
                }
                return false
            }
            if isOver { continuation.resume() }
        }
    }
}
