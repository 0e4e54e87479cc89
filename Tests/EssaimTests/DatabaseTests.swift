import Domain
import Foundation
import Site
import Storage
import Testing

@testable import essaim

@Suite("Databases from the command line")
struct DatabaseTests {
    @Test("seeds, checks, copies and restores the demonstration")
    func wholeLife() async throws {
        let folder = try Folder()
        let database = folder.path("essaim.sqlite")
        #expect(try await Program.run("seed", "--database", database).code == 0)

        let again = try await Program.run("seed", "--database", database)
        #expect(again.code == 78)
        #expect(again.complaints.count == 1)
        #expect(again.errors.contains("is not empty"))

        let check = try await Program.run("check", "--database", database)
        #expect(check.code == 0, "\(check.output)")
        #expect(check.errors.isEmpty)

        let copy = folder.path("copy.sqlite")
        #expect(try await Program.run("backup", copy, "--database", database).code == 0)
        let kept = try Data(contentsOf: URL(fileURLWithPath: copy))
        let refused = try await Program.run("backup", copy, "--database", database)
        #expect(refused.code == 78)
        #expect(refused.errors.contains("is not replaced"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == kept)

        let restored = try Store(path: copy)
        #expect(try await restored.integrityProblems() == [])
        #expect(try await restored.origin() == .demonstration)
        #expect(try await restored.pendingMigrations() == [])
        await restored.close()
    }

    @Test("copies a database while the server has it open")
    func liveCopy() async throws {
        let folder = try Folder()
        let database = folder.path("essaim.sqlite")
        let server = try await RunningServer(["--demo", "--database", database])
        #expect(try await Program.run("backup", folder.path("a.sqlite"), "--database", database).code == 0)
        let check = try await Program.run("check", "--database", database)
        #expect(check.code == 0, "\(check.output)")
        let answer = try await server.exchange(
            "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 "))
        server.send(SIGTERM)
        #expect(await server.ended() == 0)
    }

    @Test("finds a damaged database")
    func damage() async throws {
        let folder = try Folder()
        let database = folder.path("essaim.sqlite")
        #expect(try await Program.run("seed", "--database", database).code == 0)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: database))
        for place in stride(from: 8 * 4_096, to: bytes.count, by: 4_096) {
            bytes.replaceSubrange(place..<(place + 64), with: Data(repeating: 0xAA, count: 64))
        }
        try bytes.write(to: URL(fileURLWithPath: database))
        let check = try await Program.run("check", "--database", database)
        #expect(check.code != 0)
        #expect(check.complaints.count == 1)
    }

    @Test("opens accounts with roles, with a password that nobody else can read")
    func userAdd() async throws {
        let folder = try Folder()
        let database = folder.path("essaim.sqlite")
        let arguments = [
            "user", "add", "Claire@assureur.example", "--pseudonym", "Claire M.", "--role", "manager",
            "--role",
            "juror", "--database", database,
        ]
        let silent = try await Program.run(arguments)
        #expect(silent.code == 78)
        #expect(silent.complaints.count == 1)
        #expect(silent.errors.contains("ESSAIM_PASSWORD"))

        let short = try await Program.run(arguments, variables: ["ESSAIM_PASSWORD": "court"])
        #expect(short.code == 78)
        #expect(short.errors.contains("password"))

        let variables = ["ESSAIM_PASSWORD": "une ruche bien gardée"]
        let added = try await Program.run(arguments, variables: variables)
        #expect(added.code == 0, "\(added.errors)")
        #expect(try await Program.run(arguments, variables: variables).code == 78)

        let store = try Store(path: database)
        let credentials = try #require(try await store.credentials(email: "claire@assureur.example"))
        let hashing = PasswordHashing()
        #expect(try await hashing.verify("une ruche bien gardée", against: credentials.passwordHash))
        let session = PreparedSession()
        try await store.openSession(
            session.key, for: credentials.member, at: .now, until: .now + .days(1))
        let viewer = try await store.look(as: session.key, at: .now) { _ in }.viewer
        #expect(viewer.rolesEverywhere == [.manager, .juror])
        #expect(!viewer.isAdministrator)
        await store.close()
    }
}
