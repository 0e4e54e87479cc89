import HTTP
import HTTPTypes
import NIOCore
import Testing

@Suite struct ShutdownTests {
    @Test("Stopping finishes what is in flight, closes what is idle, and lets nobody in")
    func graceful() async throws {
        let gate = Gate()
        try await withServer(
            { $0.timeouts.shutdown = .seconds(10) },
            respond: { _ in
                await gate.wait()
                return .text("finished")
            }
        ) { server, address in
            let idle = try await Client(address)
            let busy = try await Client(address)
            try await busy.send(get("/"))
            try await until { server.requestsInFlight == 1 && server.connections == 2 }
            async let stopped: Void = server.shutdown()
            #expect(await idle.rest() == "")
            await #expect(throws: (any Error).self) { _ = try await Client(address) }
            gate.open()
            let text = await busy.rest()
            #expect(text.hasSuffix("finished"))
            #expect(text.contains("\r\nConnection: close\r\n"))
            await stopped
            await server.waitUntilClosed()
        }
    }

    @Test("A handler that does not end is cancelled at the deadline", .timeLimit(.minutes(1)))
    func deadline() async throws {
        try await withServer(
            { $0.timeouts.shutdown = .milliseconds(100) },
            respond: { _ in
                try? await Task.sleep(for: .seconds(600))
                return .text("late")
            }
        ) { server, address in
            let client = try await Client(address)
            try await client.send(get("/"))
            try await until { server.requestsInFlight == 1 }
            await server.shutdown()
            #expect(await client.rest() == "")
        }
    }

    @Test("A long answer on its way goes out whole before the stop")
    func longAnswer() async throws {
        try await withServer(
            { $0.timeouts.shutdown = .seconds(10) },
            respond: { _ in Response(.ok, body: .bytes([UInt8](repeating: 65, count: 8_000_000))) }
        ) { server, address in
            let client = try await Client(address, reads: false)
            try await client.send(get("/"))
            try await until { server.connections == 1 }
            try await pause(.milliseconds(50))
            async let stopped: Void = server.shutdown()
            try await pause(.milliseconds(50))
            try await client.channel.setOption(.autoRead, value: true).get()
            #expect(try await client.reply().body.count == 8_000_000)
            #expect(await client.rest() == "")
            await stopped
        }
    }

    @Test("A server starts once, and says so")
    func once() async throws {
        try await withServer { server, _ in
            await #expect(throws: ServerFailure.self) { try await server.start() }
        }
    }
}
