import HTTPTypes
import Logging
import NIOCore

/// One client's connection: reads a request, has it answered, writes the answer, and only then looks at the next.
///
/// Everything here happens on the connection's event loop. Bytes of following requests may wait in `incoming`, never
/// more than `readAhead` and one read; answers never pile up, because the next request waits until the last answer
/// has gone out.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Stage {
        case head
        case body(RequestHead)
        case responding(RequestHead)
        /// The rest of an answer, and whether the connection closes behind it.
        case writing(ByteBuffer, closes: Bool)
        /// Everything is said; what the client still sends is thrown away until it closes.
        case lingering
        case closed
    }

    let exchange: Exchange
    let bench: Workbench
    var stage = Stage.head
    var incoming = ByteBuffer()
    var context: ChannelHandlerContext?
    /// Rings when what we wait for has not come in time; `expire` knows what that was.
    lazy var alarm = Alarm(bench.eventLoop) { self.expire() }
    var bodyReader: BodyReader?
    var headReader: HeadReader
    var headStarted: NIODeadline?
    var bodyStarted = NIODeadline.uptimeNanoseconds(0)
    var idleSince = NIODeadline.uptimeNanoseconds(0)
    private var isAdvancing = false
    private var isReadingPaused = false
    var hasInputEnded = false
    var discarded = 0
    private var task: Task<Void, Never>?
    private var remote = ""
    private var isProxied = false
    /// Whether a long body of ours is counted.
    private var holdsLongBody = false

    init(exchange: Exchange, bench: Workbench) {
        self.exchange = exchange
        self.bench = bench
        headReader = HeadReader(limits: exchange.configuration.limits)
    }

    var timeouts: Server.Timeouts { exchange.configuration.timeouts }

    private var readAhead: Int { max(64 * 1024, exchange.configuration.limits.headerBytes * 2) }

    // MARK: What the channel says

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        let connections = exchange.load.connectionOpened()
        bench.add(self)
        remote = context.remoteAddress?.ipAddress ?? ""
        isProxied = exchange.isTrusted(remote)
        idleSince = .now()
        if bench.isDraining {
            close()
        } else if connections > exchange.configuration.limits.connections {
            refuse(Rejection(.serviceUnavailable, "too many connections"))
        } else {
            advance()
        }
        context.read()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if case .responding = stage { leaveRequest() }
        releaseLongBody()
        stage = .closed
        self.context = nil
        incoming = ByteBuffer()
        alarm.destroy()
        exchange.load.connectionClosed()
        bench.remove(self)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if incoming.readableBytes == 0 {
            incoming = bytes
        } else {
            incoming.writeBuffer(&bytes)
        }
        advance()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if incoming.readableBytes < readAhead {
            context.read()
        } else {
            isReadingPaused = true
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        advance()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .some(ChannelEvent.inputClosed) = event as? ChannelEvent {
            hasInputEnded = true
            advance()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        close()
    }

    // MARK: Moving on

    /// Does all that can be done now. A loop rather than calls within calls: a client may pipeline thousands.
    func advance() {
        guard !isAdvancing else { return }
        isAdvancing = true
        while step() {}
        isAdvancing = false
        if isReadingPaused, incoming.readableBytes < readAhead {
            isReadingPaused = false
            context?.read()
        }
    }

    private func step() -> Bool {
        switch stage {
        case .head: readHead()
        case .body(let head): readBody(of: head)
        case .responding, .closed: false
        case .writing(let rest, let closes): writeOn(rest, closes: closes)
        case .lingering: linger()
        }
    }

    // MARK: Answering

    func dispatch(_ head: RequestHead, body: [UInt8], isCut: Bool = false) {
        alarm.unset()
        stage = .responding(head)
        let inFlight = exchange.load.requestStarted()
        guard inFlight <= exchange.configuration.limits.requestsInFlight else {
            finish(overloaded())
            return
        }
        let request = exchange.request(
            head, body: body, isCut: isCut, remote: remote, isProxied: isProxied)
        let respond = exchange.respond
        let bound = NIOLoopBound(self, eventLoop: bench.eventLoop)
        let task = Task.immediate(executorPreference: bench.executor) {
            let response = await respond(request)
            bound.value.finish(response)
        }
        if case .responding = stage { self.task = task }
    }

    private func finish(_ response: Response) {
        guard case .responding(let head) = stage else { return }
        leaveRequest()
        idleSince = .now()
        let delivery = Delivery(response, to: head, deflater: bench.deflater)
        let closes = !head.keepsAlive || delivery.closes || bench.isDraining || hasInputEnded && !hasPipelined
        write(delivery, connection: closes ? "close" : head.isHTTP10 ? "keep-alive" : nil, closes: closes)
        advance()
    }

    private var hasPipelined: Bool { incoming.readableBytes > 0 }

    private func leaveRequest() {
        exchange.load.requestEnded()
        releaseLongBody()
        task = nil
    }

    /// Takes a place among the long bodies, for one of up to `length` bytes.
    /// - Throws: a `Rejection` of 503 when all are taken.
    func takeLongBody(_ length: Int) throws(Rejection) {
        let limits = exchange.configuration.limits
        guard length > limits.longBody else { return }
        holdsLongBody = true
        guard exchange.load.longBodyStarted() <= limits.longBodies else {
            throw Rejection(.serviceUnavailable, "too many long bodies")
        }
    }

    private func releaseLongBody() {
        guard holdsLongBody else { return }
        holdsLongBody = false
        exchange.load.longBodyEnded()
    }

    private func overloaded() -> Response {
        var response = exchange.refuse(.serviceUnavailable)
        response.headers[.retryAfter] = "1"
        return response
    }

    /// Answers a message that no handler will see, and closes behind the answer: where the next message would
    /// start can no longer be known.
    func refuse(_ rejection: Rejection) {
        releaseLongBody()
        exchange.logger.debug(
            "Request refused",
            metadata: [
                "status": "\(rejection.status.code)", "reason": "\(rejection.reason)", "peer": "\(remote)",
            ])
        let response =
            rejection.status == .serviceUnavailable ? overloaded() : exchange.refuse(rejection.status)
        write(Delivery(refusing: response), connection: "close", closes: true)
        advance()
    }

    // MARK: Waiting

    private func expire() {
        switch stage {
        case .head where incoming.readableBytes == 0: closeWhenSent()
        case .head, .body: refuse(Rejection(.requestTimeout, "too slow"))
        case .responding: break
        case .writing, .lingering, .closed: close()
        }
    }

    // MARK: Ending

    /// Closes a connection that waits for its next request.
    func closeIfIdle() {
        if case .head = stage, incoming.readableBytes == 0 { closeWhenSent() }
    }

    /// Ends the connection whatever it does; a handler at work is cancelled.
    func abandon() {
        task?.cancel()
        close()
    }

    func close() {
        context?.close(promise: nil)
    }
}
