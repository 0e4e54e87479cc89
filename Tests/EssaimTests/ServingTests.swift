import Foundation
import Testing

@Suite("Serving")
struct ServingTests {
    /// A visitor's sign-in, head and body: hashing its password takes long enough to be in the middle of it.
    private func signIn(_ index: Int) -> (head: String, body: String) {
        // The form token of whoever has no session is 16 zero bytes under a mask, here of zeros.
        let token = String(repeating: "A", count: 43)
        let body = "formToken=\(token)&email=personne-\(index)%40demo.example&password=une-longue-attente"
        let head = """
            POST /fr/sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n\
            Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n
            """
        return (head, body)
    }

    @Test("says where it is and who can sign in, serves, and finishes what is in flight when asked to stop")
    func graceful() async throws {
        let folder = try Folder()
        let server = try await RunningServer(["--demo", "--database", folder.path("essaim.sqlite")])
        let home = try await server.exchange("GET /fr HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(home.hasPrefix("HTTP/1.1 200 "))
        #expect(home.contains("Trouver un service inédit"))

        let requests = (0..<12).map(signIn)
        // Half of them are whole when the signal comes; of the others the server has only the head.
        let answers = try await server.exchange(requests, sending: SIGTERM)
        #expect(answers.count == 12)
        for answer in answers {
            #expect(
                answer.hasPrefix("HTTP/1.1 422 ") || answer.hasPrefix("HTTP/1.1 200 "), "\(answer.prefix(60))"
            )
            #expect(answer.contains("</html>"))
        }
        #expect(await server.ended() == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.path("essaim.sqlite-wal")))
    }

    @Test("ends at once at the second signal")
    func impatient() async throws {
        let folder = try Folder()
        let server = try await RunningServer(["--demo", "--database", folder.path("essaim.sqlite")])
        let waiting = Task { try await server.exchange((0..<6).map(signIn), sending: nil) }
        try await Task.sleep(for: .milliseconds(30))
        server.send(SIGSTOP)
        server.send(SIGTERM)
        server.send(SIGINT)
        server.send(SIGCONT)
        let code = await server.ended()
        #expect(code == 128 + SIGINT || code == 128 + SIGTERM || code == 0)
        _ = try? await waiting.value
    }

    @Test("keeps other data than the demonstration apart from it")
    func otherData() async throws {
        let folder = try Folder()
        let database = folder.path("essaim.sqlite")
        let added = try await Program.run(
            "user", "add", "a@assureur.example", "--pseudonym", "Camille", "--administrator", "--database",
            database,
            variables: ["ESSAIM_PASSWORD": "une ruche bien gardée"])
        #expect(added.code == 0)
        let served = try await Program.run("serve", "--demo", "--port", "0", "--database", database)
        #expect(served.code == 78)
        #expect(served.errors.contains("other data than the demonstration"))
    }
}
