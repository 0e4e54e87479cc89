import GRDB
import Glibc

extension DatabaseFile {
    /// Writes a compact copy of one snapshot, on a connection of its own, so that nobody waits for it.
    ///
    /// The copy takes its name only when it is whole and on disk: an interrupted backup leaves
    /// `destination.partial` and never something that looks like a backup.
    /// - Throws: ``StorageFailure``, of kind `cannotOpen` when `destination` exists or cannot be created.
    func copy(to destination: String) throws {
        guard access(destination, F_OK) != 0 else {
            throw StorageFailure(.cannotOpen, "\(destination): exists already, and is not replaced")
        }
        let partial = destination + ".partial"
        let descriptor = Glibc.open(partial, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.systemFailure(partial) }
        defer {
            Glibc.close(descriptor)
            unlink(partial)
        }
        let queue = try openReader()
        try queue.inDatabase { _ = try Connection($0).control("VACUUM INTO ?", [partial]) }
        try StorageFailure.translating { try queue.close() }
        guard fsync(descriptor) == 0 else { throw Self.systemFailure(partial) }
        // A hard link, unlike a renaming, refuses a name that was taken meanwhile.
        guard link(partial, destination) == 0 else { throw Self.systemFailure(destination) }
        try Self.syncDirectory(of: destination)
    }

    /// What is wrong in the file: damaged pages and indexes, references to rows that do not exist.
    /// - Throws: ``StorageFailure`` when the file cannot even be read.
    func problems() throws -> [String] {
        let queue = try openReader()
        let found = try queue.inDatabase { database in
            let connection = try Connection(database)
            let damage = try connection.rows("PRAGMA integrity_check", []) { $0.text(0) }.filter {
                $0 != "ok"
            }
            return try damage + connection.danglingReferences()
        }
        try StorageFailure.translating { try queue.close() }
        return found
    }

    /// The names of the steps that the file lacks.
    /// - Throws: ``StorageFailure``.
    func pending(of migrations: Migrations) throws -> [String] {
        let queue = try openReader()
        let names = try queue.inDatabase { try migrations.pending(in: Connection($0)).map(\.name) }
        try StorageFailure.translating { try queue.close() }
        return names
    }

    /// Reads one snapshot on a connection of its own, for work that takes longer than a page.
    /// - Throws: What `body` throws, or ``StorageFailure`` when the file cannot be read.
    func reading<T>(_ body: (Reader) throws -> T) throws -> T {
        let queue = try openReader()
        let value = try queue.inDatabase { try Connection($0).snapshot(body) }
        try StorageFailure.translating { try queue.close() }
        return value
    }

    private static func syncDirectory(of path: String) throws {
        let directory = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let descriptor = Glibc.open(String(directory), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw systemFailure(String(directory)) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw systemFailure(String(directory)) }
    }

    private static func systemFailure(_ path: String) -> StorageFailure {
        StorageFailure(.cannotOpen, "\(path): \(String(cString: strerror(errno)))")
    }
}

extension Connection {
    /// One line for each row whose foreign key points nowhere.
    func danglingReferences() throws -> [String] {
        try rows("PRAGMA foreign_key_check", []) { row in
            let number = row.intOrNil(1).map { "\($0)" } ?? "?"
            return "row \(number) of \(row.text(0)) refers to a row of \(row.text(2)) that does not exist"
        }
    }
}
