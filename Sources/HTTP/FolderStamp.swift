import Glibc

/// The files below a directory as they are now: as long as a later stamp is equal, there is nothing to read anew.
///
/// Development takes one for each page, so that the system is asked itself: Foundation also looks up the names of owner
/// and group, which costs more than the page.
public struct FolderStamp: Equatable, Sendable {
    private struct Change: Equatable, Sendable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int
    }

    private var changes: [String: Change] = [:]

    /// The paths, in the directory, of all regular files in it and below that are not hidden, sorted.
    public var names: [String] { changes.keys.sorted() }

    /// Looks at a directory and at all below it.
    /// - Throws: ``UnreadableFolder``.
    public init(of directory: String) throws(UnreadableFolder) {
        try add("", of: directory)
    }

    /// Whether there is such a file.
    func has(_ name: String) -> Bool { changes[name] != nil }

    /// Adds what is in the folder whose path in the directory is `folder`, with a slash at its end.
    private mutating func add(_ folder: String, of directory: String) throws(UnreadableFolder) {
        let path = directory + "/" + folder
        guard let entries = opendir(path) else { throw UnreadableFolder(path: path, code: errno) }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            var facts = stat()
            guard !name.hasPrefix("."), lstat(path + name, &facts) == 0 else { continue }
            switch facts.st_mode & S_IFMT {
            case S_IFDIR: try add(folder + name + "/", of: directory)
            case S_IFREG:
                changes[folder + name] = Change(
                    seconds: facts.st_mtim.tv_sec, nanoseconds: facts.st_mtim.tv_nsec,
                    size: Int(facts.st_size))
            default: break
            }
        }
    }
}

/// A directory that cannot be read.
public struct UnreadableFolder: Error, CustomStringConvertible {
    public let path: String
    /// What the system says of it, as `errno` has it.
    public let code: Int32

    public var description: String { "\(path): \(String(cString: strerror(code)))" }
}
