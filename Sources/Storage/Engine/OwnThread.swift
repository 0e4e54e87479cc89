// GRDB brings the whole of Foundation anyway, and its threads need no unsafe pointer.
import Foundation

/// A thread of our own. Database work may sleep on the disk, and neither Swift's cooperative pool, nor an
/// event loop, nor libdispatch (which adds one thread a second) can afford that.
enum OwnThread {
    /// Starts a thread.
    /// - Parameters:
    ///   - name: Shown by `top -H`; 15 bytes at most.
    ///   - body: What the thread does before it ends.
    static func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.name = name
        thread.start()
    }

    /// Does one long piece of work on a thread made for it.
    /// - Throws: What `body` throws.
    nonisolated(nonsending) static func run<T: Sendable>(
        _ name: String, _ body: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            start(name) { continuation.resume(with: Result(catching: body)) }
        }
    }
}
