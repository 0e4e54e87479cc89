import Foundation
import Synchronization

/// The built program, run as people run it.
enum Program {
    /// What a run came to.
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String

        /// The lines on standard error.
        var complaints: [Substring] { errors.split(separator: "\n") }
    }

    /// The checkout, where Templates and Public are.
    static let home = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

    /// The program that was built with these tests: it lies beside them.
    static let path: String = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = tests.deletingLastPathComponent().appendingPathComponent("essaim").path
        return FileManager.default.isExecutableFile(atPath: beside) ? beside : home + "/.build/debug/essaim"
    }()

    /// Runs the program to its end.
    static func run(_ arguments: String..., variables: [String: String] = [:]) async throws -> Outcome {
        try await run(arguments, variables: variables)
    }

    static func run(_ arguments: [String], variables: [String: String] = [:]) async throws -> Outcome {
        let folder = try Folder()
        let names = ["output", "errors"].map(folder.path)
        let files = names.map { open($0, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600) }
        defer { for file in files { close(file) } }
        let child = try Child.starting.withLock { _ in
            try Child(arguments, variables: variables, output: files[0], errors: files[1])
        }
        let code = await child.ended()
        let texts = try names.map {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
        }
        return Outcome(code: code, output: texts[0], errors: texts[1])
    }
}

/// A folder of one test's own, removed with it.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "essaim-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of a file in it.
    func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
