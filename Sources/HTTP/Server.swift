public import HTTPTypes
public import Logging
import NIOCore
import NIOPosix

/// A small, strict HTTP/1.1 server: one request at a time per connection, whole bodies within limits, whole answers.
///
/// A handler starts on its connection's event loop, without a hop to another thread. It must not block there, nor
/// compute for milliseconds: what does belongs to a thread pool of its own.
///
/// TLS and HTTP/2 are left to a reverse proxy.
public final class Server: Sendable {
    /// Where a started server listens.
    public struct Address: Sendable, Equatable {
        /// The IP address.
        public let host: String
        /// The port, the one chosen by the system when 0 was asked for.
        public let port: Int
    }

    private let exchange: Exchange
    private let run = Run()

    /// A server that does nothing yet.
    /// - Parameters:
    ///   - configuration: where to listen, how much to accept, how long to wait.
    ///   - logger: told of starting, stopping and, at level debug, of refusals; never of queries, cookies or bodies.
    ///   - bodyLimit: the greatest length of a body, for a method and the decoded segments of a path. Asked
    ///     when a request announces a body, before any of it is read.
    ///   - refuse: the page for a request that no handler sees: malformed, too large, too slow, or one too many.
    ///   - respond: the application.
    public init(
        configuration: Configuration, logger: Logger,
        bodyLimit: @escaping @Sendable (HTTPRequest.Method, [String]) -> BodyLimit = { _, _ in
            BodyLimit(64 * 1024)
        },
        refuse: @escaping @Sendable (HTTPResponse.Status) -> Response = { .plain($0) },
        respond: @escaping @Sendable (Request) async -> Response
    ) {
        exchange = Exchange(
            configuration: configuration, logger: logger, bodyLimit: bodyLimit, refuse: refuse,
            respond: respond)
    }

    /// The number of open connections now.
    public var connections: Int { exchange.load.connections }

    /// The number of requests being answered now.
    public var requestsInFlight: Int { exchange.load.requests }

    /// The number of long bodies in memory now.
    public var longBodies: Int { exchange.load.longBodyCount }

    /// Starts to listen.
    /// - Returns: the address bound.
    /// - Throws: an `IOError` when the address cannot be bound, or `ServerFailure` when it was started before.
    @discardableResult
    public func start() async throws -> Address {
        let configuration = exchange.configuration
        let group = MultiThreadedEventLoopGroup(
            numberOfThreads: configuration.eventLoops ?? System.coreCount)
        let benches = group.makeIterator().map { loop in
            NIOLoopBoundBox.makeEmptyBox(valueType: Workbench.self, eventLoop: loop)
        }
        for bench in benches {
            try await bench.eventLoop.submit { bench.value = Workbench(bench.eventLoop) }.get()
        }
        do {
            let listener = try await bind(benches, on: group)
            try run.begin(Run.Parts(group: group, listener: listener, benches: benches))
            let address = Address(
                host: listener.localAddress?.ipAddress ?? configuration.host,
                port: listener.localAddress?.port ?? configuration.port)
            exchange.logger.info(
                "Listening", metadata: ["host": "\(address.host)", "port": "\(address.port)"])
            return address
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    private func bind(
        _ benches: [NIOLoopBoundBox<Workbench?>], on group: MultiThreadedEventLoopGroup
    ) async throws -> any Channel {
        let exchange = exchange
        let table = Dictionary(uniqueKeysWithValues: benches.map { (ObjectIdentifier($0.eventLoop), $0) })
        return try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let bench = table[ObjectIdentifier(channel.eventLoop)]?.value else {
                        throw ChannelError.operationUnsupported
                    }
                    try channel.pipeline.syncOperations.addHandler(
                        Connection(exchange: exchange, bench: bench))
                }
            }
            .bind(host: exchange.configuration.host, port: exchange.configuration.port)
            .get()
    }

    /// Stops: accepts nobody more, closes idle connections, lets requests in flight finish until the deadline, then
    /// cuts the rest. Returns when all is closed; calling it again, or before `start`, only waits.
    public func shutdown() async {
        guard let parts = run.end() else {
            await run.waitUntilClosed()
            return
        }
        exchange.logger.info("Stopping", metadata: ["in flight": "\(requestsInFlight)"])
        try? await parts.listener.close()
        let deadline = NIODeadline.now() + TimeAmount(exchange.configuration.timeouts.shutdown)
        let drained = parts.benches.map { bench in
            let loop = bench.eventLoop
            let cut = loop.scheduleTask(deadline: deadline) { bench.value?.abandon() }
            let empty = loop.flatSubmit { bench.value?.drain() ?? loop.makeSucceededVoidFuture() }
            empty.whenComplete { _ in cut.cancel() }
            return empty
        }
        for future in drained { try? await future.get() }
        for bench in parts.benches {
            try? await bench.eventLoop.submit { bench.value = nil }.get()
        }
        try? await parts.group.shutdownGracefully()
        exchange.logger.info("Stopped")
        run.finish()
    }

    /// Returns when the server has been shut down; at once if it was never started.
    public func waitUntilClosed() async {
        await run.waitUntilClosed()
    }
}

/// Why a server does not start.
public enum ServerFailure: Error {
    /// It has been started before; a server lives once.
    case alreadyStarted
}
