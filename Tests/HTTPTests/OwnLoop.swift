import NIOCore
import NIOPosix

/// Threads of these tests' own: they keep time with the server, and other suites fill Swift's shared threads for
/// seconds.
final class OwnLoop: TaskExecutor {
    static let group = MultiThreadedEventLoopGroup(numberOfThreads: 4)

    private let loop = OwnLoop.group.next()

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Waits, whatever the other suites are doing.
func pause(_ time: TimeAmount) async throws {
    try await OwnLoop.group.next().scheduleTask(in: time) {}.futureResult.get()
}
