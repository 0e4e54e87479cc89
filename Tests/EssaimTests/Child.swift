import Foundation
import Synchronization

/// A process of the built program. Foundation's own watches its children through sets of descriptors that do not bear
/// a process of a thousand descriptors, such as this one, in which all suites run at once.
final class Child: Sendable {
    let identifier: pid_t
    private let ending = Mutex<(code: Int32?, waiting: [CheckedContinuation<Int32, Never>])>((nil, []))

    /// Starts the program in the checkout, with nothing to read and no variables of the platform but `variables`.
    /// - Parameters:
    ///   - output: A descriptor to write to; nil for nowhere.
    ///   - errors: A descriptor for what goes wrong; nil for nowhere.
    init(_ arguments: [String], variables: [String: String], output: Int32?, errors: Int32?) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, source) in [(STDIN_FILENO, nil), (STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
            if let source {
                posix_spawn_file_actions_adddup2(&actions, source, target)
            } else {
                posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
            }
        }

        let environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ESSAIM_") }
            .merging(variables) { $1 }
        // The shell goes to the checkout and becomes the program.
        let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", Program.home, Program.path]
        let words = (shell + arguments).map { strdup($0) } + [nil]
        let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var identifier = pid_t()
        let code = posix_spawn(&identifier, shell[0], &actions, nil, words, settings)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        self.identifier = identifier
        Thread.detachNewThread { self.waitForEnd() }
    }

    /// Two ends of a pipe, to read from and to write to, that no child has but the one that is given them.
    static func pipe() throws -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [0, 0]
        guard Foundation.pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Held while descriptors are made and handed on: a child started in between would keep them open.
    static let starting = Mutex(())

    private func waitForEnd() {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) == -1, errno == EINTR {}
        // As a shell tells it: the code, or 128 and the signal.
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        let waiting = ending.withLock { ending in
            ending.code = code
            defer { ending.waiting = [] }
            return ending.waiting
        }
        for continuation in waiting { continuation.resume(returning: code) }
    }

    /// Sends it a signal, unless it has ended.
    func send(_ signal: Int32) {
        ending.withLock { if $0.code == nil { kill(identifier, signal) } }
    }

    /// The code with which it ended.
    func ended() async -> Int32 {
        await withCheckedContinuation { continuation in
            let code = ending.withLock { ending in
                if ending.code == nil { ending.waiting.append(continuation) }
                return ending.code
            }
            if let code { continuation.resume(returning: code) }
        }
    }
}
