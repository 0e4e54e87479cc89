import HTTP
import HTTPTypes
import Logging
import NIOCore
import NIOPosix

/// A client that says exactly the bytes it is told to, over a real socket.
final class Client {
    struct Reply {
        var status = 0
        var headers = HTTPFields()
        var body: [UInt8] = []

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    struct Ended: Error {}

    let channel: any Channel
    private var chunks: AsyncStream<ByteBuffer>.AsyncIterator
    private var received: [UInt8] = []

    init(_ address: Server.Address, reads: Bool = true) async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
        channel = try await ClientBootstrap(group: OwnLoop.group)
            .connectTimeout(.seconds(60))
            .channelOption(.autoRead, value: reads)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Ear(continuation))
                }
            }
            .connect(host: address.host, port: address.port)
            .get()
        chunks = stream.makeAsyncIterator()
    }

    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
    }

    /// The next whole answer.
    func reply(hasBody: Bool = true) async throws -> Reply {
        var headEnd: Int?
        while headEnd == nil {
            headEnd = received.firstRange(of: "\r\n\r\n".utf8)?.upperBound
            if headEnd == nil { try await more() }
        }
        let lines = String(decoding: received[..<(headEnd ?? 0)], as: UTF8.self).split(separator: "\r\n")
        var reply = Reply()
        reply.status = lines.first.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":"), let name = HTTPField.Name(String(line[..<colon]))
            else {
                continue
            }
            let value = String(line[line.index(after: colon)...].drop { $0 == " " })
            reply.headers.append(HTTPField(name: name, value: value))
        }
        received.removeFirst(headEnd ?? 0)
        let length = hasBody ? reply.headers[.contentLength].flatMap { Int($0) } ?? 0 : 0
        while received.count < length { try await more() }
        reply.body = Array(received.prefix(length))
        received.removeFirst(length)
        return reply
    }

    /// All that comes until the server closes.
    func rest() async -> String {
        while (try? await more()) != nil {}
        return String(decoding: received, as: UTF8.self)
    }

    /// Sends a request and reads the answer.
    func ask(_ text: String, hasBody: Bool = true) async throws -> Reply {
        try await send(text)
        return try await reply(hasBody: hasBody)
    }

    func close() async {
        try? await channel.close()
    }

    private func more() async throws {
        guard let chunk = await chunks.next() else { throw Ended() }
        received += chunk.readableBytesView
    }
}

private final class Ear: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let continuation: AsyncStream<ByteBuffer>.Continuation

    init(_ continuation: AsyncStream<ByteBuffer>.Continuation) {
        self.continuation = continuation
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        continuation.yield(unwrapInboundIn(data))
    }

    func channelInactive(context: ChannelHandlerContext) {
        continuation.finish()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}

/// A server on a port of its own for the time of one test.
func withServer(
    _ adjust: (inout Server.Configuration) -> Void = { _ in },
    bodyLimit: @escaping @Sendable (HTTPRequest.Method, [String]) -> BodyLimit = { _, _ in 1_024 },
    refuse: @escaping @Sendable (HTTPResponse.Status) -> Response = { .plain($0) },
    respond: @escaping @Sendable (Request) async -> Response = { .text("\($0.method) \($0.path)") },
    _ body: (Server, Server.Address) async throws -> Void
) async throws {
    try await withTaskExecutorPreference(OwnLoop()) {
        try await serve(adjust, bodyLimit, refuse, respond, body)
    }
}

private func serve(
    _ adjust: (inout Server.Configuration) -> Void,
    _ bodyLimit: @escaping @Sendable (HTTPRequest.Method, [String]) -> BodyLimit,
    _ refuse: @escaping @Sendable (HTTPResponse.Status) -> Response,
    _ respond: @escaping @Sendable (Request) async -> Response,
    _ body: (Server, Server.Address) async throws -> Void
) async throws {
    var configuration = Server.Configuration(port: 0, eventLoops: 1)
    configuration.timeouts.shutdown = .milliseconds(500)
    configuration.timeouts.linger = .milliseconds(200)
    adjust(&configuration)
    let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    let server = Server(
        configuration: configuration, logger: logger, bodyLimit: bodyLimit, refuse: refuse, respond: respond)
    let address = try await server.start()
    do {
        try await body(server, address)
    } catch {
        await server.shutdown()
        throw error
    }
    await server.shutdown()
}

/// A plain GET, the way most tests need it.
func get(_ target: String, _ fields: String...) -> String {
    "GET \(target) HTTP/1.1\r\nHost: essaim.test\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
}
