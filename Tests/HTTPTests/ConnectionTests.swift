import HTTP
import HTTPTypes
import NIOCore
import NIOPosix
import Testing

@testable import class HTTP.EventLoopTaskExecutor

/// The life of a connection that behaves.
@Suite struct ConnectionTests {
    @Test("Pipelined requests are answered in their order, however long each takes")
    func pipelining() async throws {
        try await withServer(respond: { request in
            if request.path.hasSuffix("0") { try? await Task.sleep(for: .milliseconds(10)) }
            return .text(request.path)
        }) { _, address in
            let client = try await Client(address)
            try await client.send((0..<30).map { get("/\($0)") }.joined())
            for number in 0..<30 {
                #expect(try await client.reply().text == "/\(number)")
            }
        }
    }

    @Test("Thousands of pipelined requests exhaust neither the stack nor the patience")
    func deepPipeline() async throws {
        try await withServer { _, address in
            let client = try await Client(address)
            client.channel.writeAndFlush(
                ByteBuffer(string: String(repeating: get("/a"), count: 5_000)), promise: nil)
            for _ in 0..<5_000 { #expect(try await client.reply().status == 200) }
        }
    }

    @Test("A body that the handler ignores does not disturb the next request")
    func ignoredBody() async throws {
        try await withServer(respond: { _ in .text("ignored") }) { _, address in
            let client = try await Client(address)
            try await client.send(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 27\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\na"
                    + get("/"))
            #expect(try await client.reply().status == 200)
            #expect(try await client.reply().status == 200)
            await client.close()
        }
    }

    @Test("HEAD has the fields of GET and no body")
    func head() async throws {
        try await withServer(respond: { _ in .text(String(repeating: "a", count: 100)) }) { _, address in
            let client = try await Client(address)
            let full = try await client.ask(get("/"))
            let head = try await client.ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", hasBody: false)
            var fields = full.headers
            fields[.date] = head.headers[.date]
            #expect(head.headers == fields)
            #expect(head.headers[.contentLength] == "100")
            #expect(try await client.ask(get("/")).body.count == 100)
        }
    }

    @Test("Every answer has Date and Content-Length, 204 and 304 no length")
    func alwaysFields() async throws {
        try await withServer(respond: { request in
            switch request.path {
            case "/204": Response(.noContent, body: .bytes([1]))
            case "/redirect": .redirect(to: "/elsewhere")
            default: Response(.ok, headers: [.contentLength: "7", .date: "yesterday"], body: .none)
            }
        }) { _, address in
            let client = try await Client(address)
            let empty = try await client.ask(get("/"))
            #expect(empty.headers[.contentLength] == "0")
            #expect(empty.headers[.date].flatMap { HTTPDate($0) } != nil)
            let none = try await client.ask(get("/204"))
            #expect(none.status == 204 && none.headers[.contentLength] == nil)
            let redirect = try await client.ask(get("/redirect"))
            #expect(redirect.status == 303 && redirect.headers[.location] == "/elsewhere")
            #expect(redirect.headers[.contentLength] == "0")
        }
    }

    @Test("The connection is kept or closed as each side asks")
    func persistence() async throws {
        try await withServer(respond: { request in
            var response = Response.text("a")
            if request.path == "/last" { response.headers[.connection] = "close" }
            return response
        }) { _, address in
            let asking = try await Client(address)
            try await asking.send(get("/", "Connection: keep-alive, Close"))
            #expect(await asking.rest().contains("\r\nConnection: close\r\n"))
            let asked = try await Client(address)
            try await asked.send(get("/last") + get("/never"))
            #expect(await asked.rest().split(separator: "HTTP/1.1 200").count == 1)
            let old = try await Client(address)
            try await old.send("GET / HTTP/1.0\r\n\r\n")
            #expect(await old.rest().contains("\r\nConnection: close\r\n"))
            let oldKept = try await Client(address)
            let request = "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"
            #expect(try await oldKept.ask(request).headers[.connection] == "keep-alive")
            #expect(try await oldKept.ask(request).status == 200)
        }
    }

    @Test("A client that waits for 100 Continue gets it, or the refusal instead")
    func expectation() async throws {
        try await withServer(respond: { .text("\($0.body.count)") }) { _, address in
            let client = try await Client(address)
            let head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
            #expect(try await client.ask(head + "3\r\n\r\n").status == 100)
            #expect(try await client.ask("abc").text == "3")
            try await client.send(head + "3000\r\n\r\n")
            #expect(await client.rest().hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test("A client that closes its half after asking is still answered")
    func halfClosed() async throws {
        try await withServer(respond: { request in
            try? await Task.sleep(for: .milliseconds(20))
            return .text(request.path)
        }) { _, address in
            let client = try await Client(address)
            try await client.send(get("/a") + get("/b"))
            try await client.channel.close(mode: .output)
            #expect(try await client.reply().text == "/a")
            #expect(try await client.reply().text == "/b")
            #expect(await client.rest() == "")
        }
    }

    @Test("A long body arrives whole")
    func longBody() async throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await withServer(respond: { _ in Response(.ok, body: .bytes(bytes)) }) { _, address in
            let client = try await Client(address)
            #expect(try await client.ask(get("/")).body == bytes)
            #expect(try await client.ask(get("/", "Connection: close")).body == bytes)
        }
    }

    @Test("A handler that suspends nowhere has run before its task is even returned")
    func noHop() async throws {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let respond: @Sendable (Request) async -> Response = { .text($0.path) }
        let request = try Request(.get, "/")
        let isDone = try await loop.submit {
            let count = Counter()
            Task.immediate(executorPreference: EventLoopTaskExecutor(loop)) {
                _ = await respond(request)
                count.increment()
            }
            return count.value == 1
        }.get()
        #expect(isDone)
    }

    @Test("A handler that suspends comes back to its connection's event loop")
    func sameLoop() async throws {
        try await withServer(respond: { _ in
            let before = MultiThreadedEventLoopGroup.currentEventLoop
            await Task.yield()
            try? await Task.sleep(for: .milliseconds(1))
            let after = MultiThreadedEventLoopGroup.currentEventLoop
            return .text(before != nil && before === after ? "same loop" : "hopped")
        }) { _, address in
            let client = try await Client(address)
            #expect(try await client.ask(get("/")).text == "same loop")
        }
    }

    @Test("A trusted proxy's word about the client is taken, another's is not")
    func proxies() async throws {
        let fields = ["X-Forwarded-For: 6.6.6.6, 203.0.113.9, 10.0.0.7", "X-Forwarded-Proto: https"]
        let respond: @Sendable (Request) async -> Response = { .text("\($0.peer) \($0.isSecure)") }
        try await withServer(respond: respond) { _, address in
            let client = try await Client(address)
            #expect(try await client.ask(get("/", fields[0], fields[1])).text == "127.0.0.1 false")
        }
        let proxies = ["127.0.0.0/8", "10.0.0.0/8"].compactMap { AddressRange($0) }
        try await withServer({ $0.trustedProxies = proxies }, respond: respond) { _, address in
            let client = try await Client(address)
            #expect(try await client.ask(get("/", fields[0], fields[1])).text == "203.0.113.9 true")
        }
    }
}
