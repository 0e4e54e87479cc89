import Testing

@Suite("The command line")
struct CommandLineTests {
    @Test(
        "tells what each command does",
        arguments: [
            [], ["serve"], ["seed"], ["migrate"], ["check"], ["backup"], ["routes"], ["bench"], ["recount"],
            ["import-election"],
            ["user"], ["user", "add"], ["fund"], ["draw"], ["verify"],
        ])
    func help(command: [String]) async throws {
        let outcome = try await Program.run(command + ["--help"])
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix("OVERVIEW: "))
        #expect(outcome.output.contains("USAGE: essaim"))
    }

    @Test(
        "refuses what cannot be meant, in one line",
        arguments: [
            (["serve", "--port", "99999"], "0 to 65535"), (["serve", "--port", "web"], "0 to 65535"),
            (["serve", "--base-url", "idees.example"], "https://"),
            (["serve", "--base-url", "https://idees.example/fr"], "without path"),
            (["serve", "--base-url", "https://idees.example:web"], "port"),
            (["serve", "--trusted-proxy", "10.0.0"], "--trusted-proxy"),
            (["serve", "--log-level", "loud"], "loud"), (["serve", "--prot", "1"], "--prot"),
            (["seed", "--size", "huge"], "huge"), (["bench", "--seconds", "0"], "--seconds"),
            (["user", "add", "a@b.example", "--pseudonym", "Abc", "--role", "king"], "king"),
            (["backup"], "file"), (["fund"], "file"), (["draw"], "file"),
            (["verify", "--head", "12"], "--head"),
            (["verify", "--account", "Jeanne Martin"], "--account"),
            (["verify", "--on", "2026-02-30"], "--on"),
        ])
    func usage(arguments: [String], says: String) async throws {
        let outcome = try await Program.run(arguments)
        #expect(outcome.code == 64)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.errors.hasPrefix("essaim: "))
        #expect(outcome.errors.contains(says))
        #expect(outcome.output.isEmpty)
    }

    @Test(
        "refuses what cannot be used, in one line",
        arguments: [
            (["serve", "--home", "/nowhere"], "/nowhere/Templates"),
            (["check", "--home", "/nowhere"], "/nowhere/Templates"),
            (["serve", "--database", "/proc/none/essaim.sqlite"], "/proc/none/essaim.sqlite"),
            (["serve", "--database", "/etc"], "/etc"), (["migrate", "--database", "/etc"], "/etc"),
            (["backup", "copy.sqlite", "--database", "/nowhere.sqlite"], "/nowhere.sqlite"),
            (["bench", "--home", "/nowhere"], "/nowhere/Templates"),
            (["fund", "/nowhere.json"], "/nowhere.json"),
            (["draw", "/etc"], "/etc"), (["verify", "--database", "/nowhere.sqlite"], "/nowhere.sqlite"),
        ])
    func configuration(arguments: [String], says: String) async throws {
        let outcome = try await Program.run(arguments)
        #expect(outcome.code == 78)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.errors.contains(says))
    }

    @Test("refuses a time zone that does not exist")
    func timeZone() async throws {
        let folder = try Folder()
        let outcome = try await Program.run(
            "serve", "--port", "0", "--database", folder.path("a.sqlite"), "--time-zone", "Mars/Base")
        #expect(outcome.code == 78)
        #expect(outcome.complaints == ["essaim: unknown time zone: Mars/Base"])
    }

    @Test("refuses an address that cannot be listened on")
    func address() async throws {
        let folder = try Folder()
        let outcome = try await Program.run(
            "serve", "--host", "192.0.2.1", "--database", folder.path("a.sqlite"))
        #expect(outcome.code == 78)
        #expect(outcome.complaints.last?.contains("cannot listen on 192.0.2.1") == true)
    }

    @Test("takes options from the environment, and the command line before it")
    func environment() async throws {
        let folder = try Folder()
        let variables = ["ESSAIM_DATABASE": folder.path("named.sqlite"), "ESSAIM_PORT": "web"]
        let migrated = try await Program.run("migrate", variables: variables)
        #expect(migrated.code == 0)
        #expect(migrated.output.contains("applied 0001-people"))
        let served = try await Program.run("serve", variables: variables)
        #expect(served.code == 64)
        #expect(served.errors.contains("(ESSAIM_PORT)"))
        let corrected = try await Program.run("serve", "--port", "99999", variables: variables)
        #expect(corrected.errors.contains("99999"))
        let flag = try await Program.run("serve", variables: ["ESSAIM_DEMO": "perhaps"])
        #expect(flag.complaints.count == 1)
        #expect(flag.errors.contains("ESSAIM_DEMO"))
    }

    @Test("lists the routes")
    func routes() async throws {
        let outcome = try await Program.run("routes")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("GET   /:language/challenges/:challenge\n"))
    }
}
