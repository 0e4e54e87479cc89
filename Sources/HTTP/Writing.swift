import HTTPTypes
import NIOCore

extension Connection {
    /// A body up to this many bytes goes out in one piece with its head.
    private static let smallBody = 32 * 1024
    /// A long body goes out by pieces of this many bytes, each when the client has taken in the one before.
    private static let piece = 256 * 1024

    /// Sends the head and as much of the body as the client takes now.
    func write(_ delivery: Delivery, connection: String?, closes: Bool) {
        guard let context else { return }
        bench.scratch.clear()
        bench.scratch.writeHead(of: delivery, date: bench.date, connection: connection)
        var rest = delivery.payload
        if rest.readableBytes <= Self.smallBody {
            bench.scratch.writeBuffer(&rest)
            send(bench.scratch, isLast: true, closes: closes, in: context)
        } else {
            context.write(wrapOutboundOut(bench.scratch), promise: nil)
            sendPiece(of: rest, closes: closes, in: context)
        }
    }

    /// Goes on with a long body, or with the next request once all has gone out.
    func writeOn(_ rest: ByteBuffer, closes: Bool) -> Bool {
        guard let context, context.channel.isWritable else { return false }
        if rest.readableBytes > 0 {
            sendPiece(of: rest, closes: closes, in: context)
            return true
        }
        guard !closes else { return false }
        alarm.unset()
        stage = .head
        return true
    }

    /// Closes once what was answered before has left: up to a buffer's worth may still be on its way.
    func closeWhenSent() {
        guard let context else { return }
        send(ByteBuffer(), isLast: true, closes: true, in: context)
    }

    private func sendPiece(of rest: ByteBuffer, closes: Bool, in context: ChannelHandlerContext) {
        var rest = rest
        let piece = rest.readSlice(length: min(Self.piece, rest.readableBytes)) ?? ByteBuffer()
        stage = .writing(rest, closes: closes)
        send(piece, isLast: rest.readableBytes == 0, closes: closes, in: context)
    }

    private func send(_ bytes: ByteBuffer, isLast: Bool, closes: Bool, in context: ChannelHandlerContext) {
        if isLast {
            stage = .writing(ByteBuffer(), closes: closes)
        }
        alarm.set(.now() + TimeAmount(exchange.configuration.timeouts.write))
        guard isLast, closes else {
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
            return
        }
        let sent = context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(self, eventLoop: bench.eventLoop)
        sent.futureResult.whenSuccess { bound.value.sayGoodbye() }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: sent)
    }

    /// Tells the client that nothing more comes, then waits a little for it to close. Closing at once while its
    /// bytes are unread would reset the connection and take the answer away from it (RFC 9112 section 9.6).
    private func sayGoodbye() {
        guard let context else { return }
        stage = .lingering
        alarm.set(.now() + TimeAmount(exchange.configuration.timeouts.linger))
        context.close(mode: .output, promise: nil)
        advance()
    }
}
