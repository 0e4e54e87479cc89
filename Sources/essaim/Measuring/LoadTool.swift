import Foundation

/// What one run of load came to.
struct LoadResult: Sendable {
    let requestsPerSecond: Double
    /// Half of the requests were answered within so many milliseconds.
    let median: Double
    /// All but one in a hundred were.
    let slowest: Double
    /// Answers that were neither success nor redirection, and connections that failed.
    let failures: Int
    /// All requests that were answered.
    let requests: Int
}

/// wrk, from Debian: it makes the load, on this machine alone.
struct LoadTool {
    private let path: String
    let seconds: Int

    /// Throws a `ConfigurationFault` if it is not there.
    init(seconds: Int) throws {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        guard
            let path = folders.map({ "\($0)/wrk" }).first(where: FileManager.default.isExecutableFile)
        else { throw ConfigurationFault("wrk is missing: apt-get install wrk") }
        self.path = path
        self.seconds = seconds
    }

    /// Asks for `address` over `connections` for the tool's time.
    /// - Parameters:
    ///   - address: Where the server is, with the page unless a script names it.
    ///   - connections: How many ask at a time.
    ///   - script: The path of a Lua script that makes the requests, if they are not all the same.
    /// - Returns: What it came to.
    /// - Throws: a `Disappointment` if the tool fails or says something that cannot be read.
    func run(
        _ address: String, connections: Int, script: String? = nil
    ) async throws -> LoadResult {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments =
            ["--threads", "2", "--connections", "\(connections)", "--duration", "\(seconds)s", "--latency"]
            + (script.map { ["--script", $0] } ?? []) + [address]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.standardError
        process.standardInput = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        guard process.terminationStatus == 0, let result = LoadResult(report: text) else {
            throw Disappointment("wrk could not measure \(address): \(text)")
        }
        return result
    }
}

extension LoadResult {
    /// Reads what wrk prints with `--latency`; nil if that is something else.
    init?(report: String) {
        var rate: Double?
        var median: Double?
        var slowest: Double?
        var failures = 0
        var requests = 0
        for line in report.split(separator: "\n") {
            let words = line.split(separator: " ")
            switch words.first {
            case "Requests/sec:": rate = words.last.flatMap { Double($0) }
            case "50%": median = words.last.flatMap(Self.milliseconds)
            case "99%": slowest = words.last.flatMap(Self.milliseconds)
            case "Non-2xx": failures += words.last.flatMap { Int($0) } ?? 0
            case "Socket": failures += words.compactMap { Int($0.filter { $0 != "," }) }.reduce(0, +)
            default:
                if words.count > 2, words[1] == "requests" { requests = Int(words[0]) ?? 0 }
            }
        }
        guard let rate, let median, let slowest else { return nil }
        self.init(
            requestsPerSecond: rate, median: median, slowest: slowest, failures: failures, requests: requests)
    }

    private static func milliseconds(_ word: Substring) -> Double? {
        let number = Double(word.prefix { $0.isNumber || $0 == "." })
        switch word.drop(while: { $0.isNumber || $0 == "." }) {
        case "us": return number.map { $0 / 1_000 }
        case "ms": return number
        case "s": return number.map { $0 * 1_000 }
        case "m": return number.map { $0 * 60_000 }
        default: return nil
        }
    }
}
