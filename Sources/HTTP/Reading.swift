import NIOCore

/// What a connection does with the bytes that have come; each step tells whether there may be another.
extension Connection {
    func readHead() -> Bool {
        do throws(Rejection) {
            guard let head = try headReader.next(from: &incoming) else {
                if hasInputEnded || bench.isDraining && incoming.readableBytes == 0 {
                    closeWhenSent()
                } else if incoming.readableBytes == 0 {
                    alarm.set(idleSince + TimeAmount(timeouts.idle))
                } else {
                    let started = headStarted ?? .now()
                    headStarted = started
                    alarm.set(started + TimeAmount(timeouts.header))
                }
                return false
            }
            headStarted = nil
            guard head.framing != .empty else {
                dispatch(head, body: [])
                return true
            }
            let limit = exchange.bodyLimit(head.method, head.target.segments)
            let reader = try BodyReader(framing: head.framing, limit: limit)
            if case .length(let length) = head.framing {
                try takeLongBody(length)
            } else {
                try takeLongBody(limit.most)
            }
            if head.expectsContinue, incoming.readableBytes == 0, let context {
                context.writeAndFlush(
                    wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
            }
            bodyStarted = .now()
            bodyReader = reader
            stage = .body(head)
        } catch {
            refuse(error)
        }
        return true
    }

    func readBody(of head: RequestHead) -> Bool {
        do throws(Rejection) {
            if try bodyReader?.read(from: &incoming) ?? true {
                let (body, isCut) = (bodyReader?.bytes ?? [], bodyReader?.isCut ?? false)
                bodyReader = nil
                dispatch(head, body: body, isCut: isCut)
                return true
            }
            guard !hasInputEnded else {
                close()
                return false
            }
            let bought = Int64((bodyReader?.received ?? 0) / max(1, timeouts.bodyRate))
            alarm.set(bodyStarted + TimeAmount(timeouts.body) + .seconds(bought))
            return false
        } catch {
            refuse(error)
            return true
        }
    }

    func linger() -> Bool {
        discarded += incoming.readableBytes
        incoming.clear()
        // A client that goes on sending for long will not read the answer either.
        if hasInputEnded || discarded > 1024 * 1024 { close() }
        return false
    }
}
