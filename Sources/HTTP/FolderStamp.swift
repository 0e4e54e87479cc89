import FoundationEssentials
import Glibc

/// The files below a directory as they are now: as long as a later stamp is equal, there is nothing to read anew.
public struct FolderStamp: Equatable, Sendable {
    private struct Change: Equatable, Sendable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int
    }

    private let changes: [String: Change]

    /// The paths, in the directory, of all regular files in it and below that are not hidden, sorted.
    public var names: [String] { changes.keys.sorted() }

    /// Looks at a directory and at all below it.
    /// - Throws: what the file system answers when the directory cannot be read.
    public init(of directory: String) throws {
        var changes: [String: Change] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: directory)
        where !name.hasPrefix(".") && !name.contains("/.") {
            // Foundation also asks for the names of owner and group, which costs more than all the rest of a page.
            var facts = stat()
            guard stat(directory + "/" + name, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
                continue
            }
            changes[name] = Change(
                seconds: facts.st_mtim.tv_sec, nanoseconds: facts.st_mtim.tv_nsec, size: Int(facts.st_size))
        }
        self.changes = changes
    }

    /// Whether there is such a file.
    func has(_ name: String) -> Bool { changes[name] != nil }
}
