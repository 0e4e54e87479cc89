import Foundation
import Synchronization
import Testing

/// `essaim serve` on a port of its own.
final class RunningServer: Sendable {
    let port: UInt16
    private let child: Child

    /// Starts it and waits until it says where it is.
    init(_ arguments: [String]) async throws {
        let (child, reading) = try Child.starting.withLock { _ in
            let pipe = try Child.pipe()
            defer { close(pipe.writing) }
            return (
                try Child(
                    ["serve", "--port", "0"] + arguments, variables: [:], output: pipe.writing, errors: nil),
                pipe.reading
            )
        }
        self.child = child
        let said = AsyncStream<String> { said in
            Thread.detachNewThread {
                var buffer = [UInt8](repeating: 0, count: 4_096)
                while true {
                    let count = read(reading, &buffer, buffer.count)
                    guard count > 0 else { break }
                    said.yield(String(decoding: buffer[..<count], as: UTF8.self))
                }
                close(reading)
                said.finish()
            }
        }
        var text = ""
        var found: UInt16?
        for await piece in said {
            text += piece
            if let match = text.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//) {
                found = UInt16(match.1)
                break
            }
        }
        port = try #require(found, "the server did not say where it is: \(text)")
    }

    deinit { child.send(SIGTERM) }

    /// Sends it a signal.
    func send(_ signal: Int32) { child.send(signal) }

    /// The code with which it ended.
    func ended() async -> Int32 { await child.ended() }

    /// Sends a request on a connection of its own and reads until the server closes it.
    func exchange(_ request: String) async throws -> String {
        try await onOwnThread { try self.finish(self.open(), with: request) }
    }

    /// Sends the heads of all requests, the bodies of the first half, a signal, then the other bodies; reads all answers.
    ///
    /// All of it happens on one thread: a task that waits for one of Swift's shared threads among many tests may wait
    /// longer than the server does for a body.
    func exchange(_ requests: [(head: String, body: String)], sending signal: Int32?) async throws -> [String]
    {
        try await onOwnThread {
            let connections = try requests.map { try self.begin($0.head) }
            let half = requests.count / 2
            for (connection, request) in zip(connections, requests).prefix(half) {
                Self.write(request.body, to: connection)
            }
            Thread.sleep(forTimeInterval: 0.03)
            if let signal { self.send(signal) }
            Thread.sleep(forTimeInterval: 0.03)
            return try zip(connections, requests).enumerated().map { index, pair in
                try self.finish(pair.0, with: index < half ? "" : pair.1.body)
            }
        }
    }

    /// A connection on which the server has read the head of a request, and waits for its body.
    private func begin(_ head: String) throws -> Int32 {
        let descriptor = try open()
        Self.write(head, to: descriptor)
        var buffer = [UInt8](repeating: 0, count: 1_024)
        let count = read(descriptor, &buffer, buffer.count)
        guard String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).hasPrefix("HTTP/1.1 100 ") else {
            close(descriptor)
            throw POSIXError(.ECONNRESET)
        }
        return descriptor
    }

    /// Sends the rest of a request, reads until the server closes the connection, and closes it too.
    private func finish(_ descriptor: Int32, with rest: String) throws -> String {
        defer { close(descriptor) }
        Self.write(rest, to: descriptor)
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            answer += buffer[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }

    private func open() throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            close(descriptor)
            throw POSIXError(.ECONNREFUSED)
        }
        return descriptor
    }

    private static func write(_ text: String, to descriptor: Int32) {
        _ = Array(text.utf8).withUnsafeBytes {
            Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
    }

    /// Waits for what blocks without holding one of Swift's shared threads.
    private func onOwnThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }
}
