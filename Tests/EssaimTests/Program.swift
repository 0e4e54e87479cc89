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

    /// A process of the program that has not been started, with no variables of the platform but `variables`.
    static func process(
        _ arguments: [String], variables: [String: String] = [:], output: Any?, errors: Any?
    ) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: home)
        process.environment =
            ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ESSAIM_") }
            .merging(variables) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        return process
    }

    /// Runs the program to its end.
    static func run(_ arguments: String..., variables: [String: String] = [:]) async throws -> Outcome {
        try await run(arguments, variables: variables)
    }

    static func run(_ arguments: [String], variables: [String: String] = [:]) async throws -> Outcome {
        let folder = try Folder()
        let files = try ["output", "errors"].map { name in
            let url = folder.url.appendingPathComponent(name)
            try Data().write(to: url)
            return url
        }
        let handles = try files.map { try FileHandle(forWritingTo: $0) }
        let process = process(arguments, variables: variables, output: handles[0], errors: handles[1])
        try await process.runToEnd()
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Outcome(code: process.terminationStatus, output: texts[0], errors: texts[1])
    }
}

extension Process {
    /// Starts, and returns when it has ended.
    func runToEnd() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            terminationHandler = { _ in continuation.resume() }
            do { try run() } catch { continuation.resume(throwing: error) }
        }
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
