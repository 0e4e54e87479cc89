import Domain
import FoundationEssentials

/// A file of ballots on this machine.
enum VoteFile {
    /// The most that is read, in bytes.
    private static let limit = 1_000_000_000

    /// Throws a `ConfigurationFault` if the file cannot be read.
    static func bytes(of path: String) throws -> [UInt8] {
        var isDirectory = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory else {
            throw ConfigurationFault("there is no file \(path)")
        }
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        guard (size ?? 0) <= limit else { throw ConfigurationFault("\(path): more than \(limit) bytes") }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ConfigurationFault("\(path) cannot be read")
        }
        return [UInt8](data)
    }

    /// The vote in a file of either format: one in JSON begins with a brace; with the ballots that were set aside if
    /// `whole`. Throws a `FileFault`.
    static func read(_ bytes: [UInt8], seed: String?, whole: Bool = false) throws(FileFault) -> ReadVote {
        let isJSON = bytes.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
        guard isJSON else { return try LibraryFile.read(bytes, seed: seed ?? "") }
        guard seed == nil else { throw FileFault("the file has a seed of its own: --seed is for others") }
        return try BallotFile.read(bytes, whole: whole)
    }
}
