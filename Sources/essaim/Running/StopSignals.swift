import Dispatch
import Glibc

/// SIGTERM and SIGINT: the first asks to finish, the second ends at once.
struct StopSignals: ~Copyable {
    private let sources: [any DispatchSourceSignal]
    private let arrivals: AsyncStream<Int32>

    /// Listens from now on; the process no longer dies of these signals by itself.
    init() {
        let (arrivals, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.arrivals = arrivals
        let queue = DispatchQueue(label: "essaim-signals")
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
    }

    /// Waits for the first signal; from then on another one ends the process, with the code that shells expect.
    consuming func wait() async {
        var arrivals = arrivals.makeAsyncIterator()
        guard await arrivals.next() != nil else { return }
        let sources = sources
        for (number, source) in zip([SIGTERM, SIGINT], sources) {
            source.setEventHandler { _exit(128 + number) }
        }
    }
}
