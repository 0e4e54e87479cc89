import FoundationEssentials
import Synchronization

/// The memory of this process that lies in RAM, watched while it is under load.
final class ResidentMemory: Sendable {
    private let highest = Mutex(0)

    /// The most that was seen since the last call, in bytes.
    func takeHighest() -> Int {
        highest.withLock { value in
            defer { value = 0 }
            return value
        }
    }

    /// Looks ten times a second until the task is cancelled.
    func watch() async {
        while !Task.isCancelled {
            let seen = Self.now
            highest.withLock { $0 = max($0, seen) }
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Bytes in RAM at this moment (`VmRSS` of proc(5)); zero where the system does not tell.
    static var now: Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") })
        else { return 0 }
        return (Int(line.filter(\.isNumber)) ?? 0) * 1_024
    }
}
