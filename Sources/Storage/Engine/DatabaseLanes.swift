import GRDB

extension DatabaseFile {
    /// Opens the connection that writes and starts its thread.
    /// - Parameter commits: Rises after each commit that changed rows.
    /// - Throws: ``StorageFailure``, of kind `schema` when the file's schema is unknown to this programme.
    func writerLane(checking migrations: Migrations, _ commits: CommitCount) throws -> Lane<Act> {
        let queue = try openWriter()
        try queue.inDatabase { _ = try migrations.pending(in: Connection($0)) }
        return try Lane(
            "essaim-write", [queue], largestGroup: GroupCommit.largestGroup, onStatement: onStatement
        ) { connection in
            let group = GroupCommit(connection) { commits.rise() }
            var checkpoints = Checkpoints(connection)
            return { acts in
                group.keep(acts)
                checkpoints.keepShort()
            }
        }
    }

    /// Opens the connections that read and starts their threads; the file must exist in WAL mode.
    /// - Throws: ``StorageFailure``.
    func readerLane(threads: Int) throws -> Lane<@Sendable (Connection) -> Void> {
        let queues = try (0..<threads).map { _ in try openReader() }
        return try Lane("essaim-read", queues, largestGroup: 1, onStatement: onStatement) { connection in
            { queries in
                for query in queries { query(connection) }
            }
        }
    }
}

extension Connection {
    /// Runs a body whose reads all see the same state.
    /// - Throws: What `body` throws, or ``StorageFailure``.
    func snapshot<T>(_ body: (Reader) throws -> T) throws -> T {
        try control("BEGIN")
        defer { _ = try? control("COMMIT") }
        return try body(Reader(connection: self))
    }
}
