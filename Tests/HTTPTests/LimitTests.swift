import HTTP
import HTTPTypes
import NIOCore
import Testing

/// How much is read, and for how long, before the server gives up on a client.
@Suite struct LimitTests {
    @Test("A request line of 8 KiB is served, a longer one is 414 even before it ends")
    func requestLine() async throws {
        try await withServer { _, address in
            let client = try await Client(address)
            let fits = "/" + String(repeating: "a", count: 8 * 1024 - "GET / HTTP/1.1".count)
            #expect(try await client.ask(get(fits)).status == 200)
            try await client.send("GET /" + String(repeating: "a", count: 8 * 1024))
            #expect(await client.rest().hasPrefix("HTTP/1.1 414 "))
        }
    }

    @Test("Too many bytes or too many fields of header are 431")
    func header() async throws {
        try await withServer { _, address in
            let wide = try await Client(address)
            try await wide.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "a", count: 33 * 1024))
            #expect(await wide.rest().hasPrefix("HTTP/1.1 431 "))
            let long = try await Client(address)
            try await long.send(
                "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: a\r\n", count: 100) + "\r\n")
            #expect(await long.rest().hasPrefix("HTTP/1.1 431 "))
            let fits = try await Client(address)
            try await fits.send(
                "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: a\r\n", count: 99) + "\r\n")
            #expect(try await fits.reply().status == 200)
        }
    }

    @Test("A body over the route's limit is 413 before any of it is read")
    func announcedBody() async throws {
        try await withServer(
            bodyLimit: { method, segments in segments == ["large"] && method == .post ? 4_096 : 16 },
            respond: { .text("\($0.body.count)") }
        ) { _, address in
            let client = try await Client(address)
            let body = String(repeating: "a", count: 4_096)
            let large = try await client.ask(
                "POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: 4096\r\n\r\n" + body)
            #expect(large.text == "4096")
            try await client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 4096\r\n\r\n")
            #expect(await client.rest().hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test(
        "A route that takes cut bodies answers one that is too long, and knows it; beyond the surplus is 413")
    func cutBody() async throws {
        try await withServer(
            bodyLimit: { _, segments in segments == ["cut"] ? BodyLimit(16, surplus: 4_080) : 16 },
            respond: { .text("\($0.body.count) \($0.isCut)") }
        ) { _, address in
            let client = try await Client(address)
            for (length, text) in [(16, "16 false"), (17, "16 true"), (4_096, "16 true")] {
                let body = String(repeating: "a", count: length)
                let counted = try await client.ask(
                    "POST /cut HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n" + body)
                #expect(counted.text == text)
                let chunk = String(length, radix: 16) + "\r\n" + body + "\r\n0\r\n\r\n"
                let chunked = try await client.ask(
                    "POST /cut HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk)
                #expect(chunked.text == text)
            }
            for body in ["Content-Length: 4097\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n1001\r\n"] {
                let long = try await Client(address)
                try await long.send("POST /cut HTTP/1.1\r\nHost: a\r\n" + body)
                #expect(await long.rest().hasPrefix("HTTP/1.1 413 "))
            }
        }
    }

    @Test("The answer to a body too large arrives although the client goes on sending")
    func answerSurvivesUnreadBody() async throws {
        try await withServer { _, address in
            let client = try await Client(address)
            try await client.send(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n"
                    + String(repeating: "a", count: 300_000))
            #expect(await client.rest().hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test("Chunks are put together up to the limit, trailers are dropped")
    func chunks() async throws {
        try await withServer(respond: { .text(String(decoding: $0.body, as: UTF8.self)) }) { _, address in
            let client = try await Client(address)
            let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
            try await client.send(head + "3\r\nab")
            try await client.send("c\r")
            try await client.send("\nA;name=\"x\"\r\ndefghijklm\r\n000\r\nX-Sum: 1\r\n\r\n" + get("/next"))
            #expect(try await client.reply().text == "abcdefghijklm")
            #expect(try await client.reply().status == 200)
            let piece = "100\r\n" + String(repeating: "a", count: 256) + "\r\n"
            try await client.send(head + String(repeating: piece, count: 5))
            #expect(await client.rest().hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test("A head that comes too slowly is 408, byte by byte though it keeps coming", .timeLimit(.minutes(1)))
    func slowHeader() async throws {
        try await withServer({ $0.timeouts.header = .milliseconds(150) }) { _, address in
            let client = try await Client(address)
            let channel = client.channel
            let dripping = Task {
                try await channel.writeAndFlush(ByteBuffer(string: "GET / HTTP/1.1\r\nHost: a\r\nX: "))
                while true {
                    try await channel.writeAndFlush(ByteBuffer(string: "a"))
                    try await pause(.milliseconds(20))
                }
            }
            #expect(await client.rest().hasPrefix("HTTP/1.1 408 "))
            dripping.cancel()
        }
    }

    @Test("A large body is gathered without being copied at each packet")
    func largeBody() async throws {
        let body = String(repeating: "a", count: 4_000_000)
        try await withServer(bodyLimit: { _, _ in 4_000_000 }, respond: { .text("\($0.body.count)") }) {
            _, address in
            let client = try await Client(address)
            try await client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n" + body)
            #expect(try await client.reply().text == "4000000")
        }
    }

    @Test("A body that stops coming is 408")
    func slowBody() async throws {
        try await withServer({ $0.timeouts.body = .milliseconds(100) }) { _, address in
            let client = try await Client(address)
            try await client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
            #expect(await client.rest().hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test("A long body that keeps its pace is given the time it needs")
    func steadyBody() async throws {
        try await withServer(
            {
                $0.timeouts.body = .seconds(1)
                $0.timeouts.bodyRate = 1
            }, respond: { .text("\($0.body.count)") }
        ) { _, address in
            let client = try await Client(address)
            try await client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n")
            for _ in 0..<10 {
                try await client.send("a")
                try await pause(.milliseconds(150))
            }
            #expect(try await client.reply().text == "10")
        }
    }

    @Test("An idle connection is closed without a word")
    func idle() async throws {
        try await withServer({ $0.timeouts.idle = .seconds(1) }) { _, address in
            let silent = try await Client(address)
            #expect(await silent.rest() == "")
            let kept = try await Client(address)
            _ = try await kept.ask(get("/"))
            #expect(await kept.rest() == "")
        }
    }

    @Test("One slow client does not hold another")
    func slowNeighbour() async throws {
        try await withServer { _, address in
            let slow = try await Client(address)
            try await slow.send("GET / HTT")
            let quick = try await Client(address)
            #expect(try await quick.ask(get("/a")).text == "GET /a")
            try await slow.send("P/1.1\r\nHost: a\r\n\r\n")
            #expect(try await slow.reply().status == 200)
        }
    }

    @Test("A client that never reads is dropped, and its next requests are not even looked at")
    func deafClient() async throws {
        let large = [UInt8](repeating: 65, count: 8 * 1024 * 1024)
        let seen = Counter()
        try await withServer(
            { $0.timeouts.write = .milliseconds(200) },
            respond: { _ in
                seen.increment()
                return Response(.ok, body: .bytes(large))
            }
        ) { server, address in
            let client = try await Client(address, reads: false)
            try await client.send(String(repeating: get("/"), count: 50))
            try await until { server.connections == 0 }
            #expect(seen.value <= 2)
            await client.close()
        }
    }

    @Test("Requests beyond those in flight are told 503 and when to come back")
    func loadShedding() async throws {
        let gate = Gate()
        try await withServer(
            { $0.limits.requestsInFlight = 2 },
            respond: { _ in
                await gate.wait()
                return .text("done")
            }
        ) { server, address in
            let first = try await Client(address)
            let second = try await Client(address)
            try await first.send(get("/"))
            try await second.send(get("/"))
            try await until { server.requestsInFlight == 2 }
            let third = try await Client(address)
            let shed = try await third.ask(get("/"))
            #expect(shed.status == 503)
            #expect(shed.headers[.retryAfter] == "1")
            gate.open()
            #expect(try await first.reply().text == "done")
            #expect(try await second.reply().text == "done")
            #expect(try await third.ask(get("/")).text == "done")
            #expect(server.requestsInFlight == 0)
        }
    }

    @Test("Long bodies beyond those in memory are told 503, until one of them has been answered")
    func longBodies() async throws {
        try await withServer(
            {
                $0.limits.longBody = 1_000
                $0.limits.longBodies = 1
            }, bodyLimit: { _, _ in 4_096 }, respond: { .text("\($0.body.count)") }
        ) { server, address in
            func head(_ length: Int) -> String {
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n"
            }
            let first = try await Client(address)
            try await first.send(head(2_000) + "a")
            try await until { server.longBodies == 1 }
            let short = try await Client(address)
            #expect(try await short.ask(head(1) + "a").status == 200)
            for late in [head(2_000), "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"] {
                let second = try await Client(address)
                try await second.send(late)
                #expect(await second.rest().hasPrefix("HTTP/1.1 503 "))
            }
            #expect(try await first.ask(String(repeating: "a", count: 1_999)).text == "2000")
            #expect(try await first.ask(head(2_000) + String(repeating: "a", count: 2_000)).text == "2000")
        }
    }

    @Test("Connections beyond the limit are told 503 and closed")
    func tooManyConnections() async throws {
        try await withServer({ $0.limits.connections = 1 }) { server, address in
            let first = try await Client(address)
            _ = try await first.ask(get("/"))
            let second = try await Client(address)
            #expect(await second.rest().hasPrefix("HTTP/1.1 503 "))
            await first.close()
            try await until { server.connections == 0 }
            let third = try await Client(address)
            #expect(try await third.ask(get("/")).status == 200)
        }
    }
}
