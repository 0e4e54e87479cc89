import Domain
import Foundation
import HTTP
import HTTPTypes
import Logging
import Site
import Storage

/// One comparison of the site with a file: the same bytes, the same server, the same minute.
struct Measurement {
    /// What is asked for.
    struct Target {
        let name: String
        let path: String
        /// The page in bytes, as signed-in people get it.
        var bytes: [UInt8] = []
        /// The file of the same bytes.
        var filePath = ""
        /// What makes requests that all differ, for a page of members alone.
        var script: String?
    }

    private let store: Store
    private let ground: MeasuringGround
    private let tool: LoadTool
    private let connections: Int
    private let folder: URL
    private let memory = ResidentMemory()

    init(
        _ store: Store, ground: MeasuringGround, tool: LoadTool, connections: Int, folder: URL
    ) {
        self.store = store
        self.ground = ground
        self.tool = tool
        self.connections = connections
        self.folder = folder
    }

    /// Measures and prints. Throws what the site and the tool throw.
    func run(home: String) async throws {
        var logger = Logger(label: "essaim")
        logger.logLevel = .error
        let targets = try await prepareTargets(home: home, logger: logger)
        // As a server has it that runs for a while.
        while try await store.gatherSearchParts() {}
        let site = try await SiteServer.start(
            store, home: folder.path, at: Server.Configuration(host: "127.0.0.1", port: 0), logger: logger
        ) { Settings(baseURL: $0) }
        let watcher = Task { await memory.watch() }
        do {
            try await measure(targets, at: site.origin)
        } catch {
            watcher.cancel()
            await site.server.shutdown()
            throw error
        }
        watcher.cancel()
        await site.server.shutdown()
    }

    private func measure(_ targets: [Target], at origin: String) async throws {
        Console.say("\(connections) connections, \(tool.seconds) s each, this machine against itself\n")
        line("", "requests/s", "p50", "p99", "memory", "page", "of the file")
        for target in targets {
            let file = try await tool.run(origin + target.filePath, connections: connections)
            show(target.name + ", as a file", file, target.bytes.count, of: nil)
            if let script = target.script {
                let known = try await run(script, at: origin)
                show("  to members, no two alike", known, target.bytes.count, of: file)
                continue
            }
            let anonymous = try await tool.run(origin + target.path, connections: connections)
            show("  to visitors", anonymous, target.bytes.count, of: file)
            let known = try await run(ground.readingScript(of: target.path), at: origin)
            show("  to members", known, target.bytes.count, of: file)
        }
        show("searches, no two alike", try await run(MeasuringGround.searchingScript, at: origin), 0, of: nil)
        let before = store.commitCount
        let votes = try await run(ground.votingScript, at: origin, connections: 64)
        show("votes, 64 connections", votes, 0, of: nil)
        let commits = store.commitCount - before
        if commits > 0 {
            Console.say(
                "\n\(votes.requests) votes in \(commits) commits, each synced before it was acknowledged")
        }
    }

    private func run(_ script: String, at origin: String, connections: Int? = nil) async throws -> LoadResult
    {
        let file = folder.appendingPathComponent("requests.lua")
        try script.write(to: file, atomically: true, encoding: .utf8)
        return try await tool.run(origin, connections: connections ?? self.connections, script: file.path)
    }

    /// Reads every page once, and puts a file of the same bytes beside the site's own.
    private func prepareTargets(home: String, logger: Logger) async throws -> [Target] {
        let challenge = "/fr/challenges/\(ground.challenge.id)-\(Slug.make(from: ground.challenge.title))"
        let title = try await store.look(as: nil, at: .now) { [idea = ground.idea] in
            try $0.ideaDetail(idea).idea.content.title
        }.value
        var targets = [
            Target(name: "challenges", path: "/fr/challenges"), Target(name: "a challenge", path: challenge),
            Target(
                name: "an idea, 50 comments", path: "/fr/ideas/\(ground.idea)-\(Slug.make(from: title))"),
            Target(name: "the feed", path: "/fr/feed.rss"),
            Target(name: "a search", path: "/fr/search?q=devis+voisins"),
        ]
        if let writable = ground.writable {
            targets.append(
                Target(
                    name: "similar ideas",
                    path: "/fr/challenges/\(writable)/ideas/similar?title=Partager+les+devis+entre+voisins",
                    script: ground.resemblingScript(in: writable)))
        }
        for name in ["Public", "Templates"] {
            try FileManager.default.copyItem(
                at: URL(fileURLWithPath: "\(home)/\(name)").resolvingSymlinksInPath(),
                to: folder.appendingPathComponent(name))
        }
        let assets = folder.appendingPathComponent("Public")
        let app = try App(
            store: store, settings: Settings(baseURL: "http://127.0.0.1:8080"), home: folder.path,
            logger: logger
        ) { .now }
        for index in targets.indices {
            let request = try Request(
                .get, targets[index].path, headers: [.cookie: ground.sessions[1].cookie])
            let response = await app.respond(to: request)
            guard response.status == .ok else {
                throw Disappointment("\(targets[index].path) answers \(response.status.code)")
            }
            targets[index].bytes = response.body.bytes
            try Data(targets[index].bytes).write(to: assets.appendingPathComponent("page-\(index).txt"))
        }
        let shelf = try StaticFiles(directory: assets.path)
        for index in targets.indices {
            targets[index].filePath = shelf.address(of: "page-\(index).txt") ?? ""
        }
        return targets
    }

    private func show(_ name: String, _ result: LoadResult, _ bytes: Int, of file: LoadResult?) {
        let ratio = file.map { "\(Int((result.requestsPerSecond / $0.requestsPerSecond * 100).rounded())) %" }
        line(
            name, "\(Int(result.requestsPerSecond.rounded()))", Self.milliseconds(result.median),
            Self.milliseconds(result.slowest), "\(memory.takeHighest() / 1_000_000) MB",
            bytes > 0 ? "\((Double(bytes) / 100).rounded() / 10) kB" : "", ratio ?? "")
        if result.failures > 0 { Console.say("    \(result.failures) requests failed") }
    }

    private static func milliseconds(_ number: Double) -> String {
        "\((number * 100).rounded() / 100) ms"
    }

    private func line(_ name: String, _ columns: String...) {
        Console.say(name.padded(to: 28) + columns.map { $0.leading(to: 12) }.joined())
    }
}

extension String {
    /// The text after spaces that fill `width` characters.
    fileprivate func leading(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
