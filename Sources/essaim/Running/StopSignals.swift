import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT: the first asks to finish, the second ends at once.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]
    private let arrivals: AsyncStream<Void>

    /// Listens from now on; the process no longer dies of these signals by itself.
    init() {
        let (arrivals, continuation) = AsyncStream.makeStream(of: Void.self)
        self.arrivals = arrivals
        let asked = Asked()
        let queue = DispatchQueue(label: "essaim-signals")
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                // The code that shells expect of a process that a signal ended.
                if asked.twice() { _exit(128 + number) }
                continuation.yield()
            }
            source.resume()
            return source
        }
    }

    /// Returns when the first signal has come.
    func wait() async {
        for await _ in arrivals { return }
    }
}

/// Whether somebody has asked before.
private final class Asked: Sendable {
    private let before = Atomic(false)

    func twice() -> Bool { before.exchange(true, ordering: .relaxed) }
}
