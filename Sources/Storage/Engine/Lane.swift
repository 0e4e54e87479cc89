import GRDB

/// One inbox and the threads that empty it, each with a connection that only it uses.
final class Lane<Item: Sendable>: Sendable {
    private let queues: [DatabaseQueue]
    private let inbox = Inbox<Item>()
    private let ending: Ending

    /// Starts a thread for each connection.
    /// - Parameters:
    ///   - name: The threads' name; 15 bytes at most.
    ///   - queues: Open connections; nobody else may use them until the lane is closed.
    ///   - largestGroup: How many items a thread takes at once at most.
    ///   - worker: Called once on each thread, makes what treats the items taken at once.
    /// - Throws: ``StorageFailure`` when a connection is closed.
    init(
        _ name: String, _ queues: [DatabaseQueue], largestGroup: Int,
        onStatement: (@Sendable (String) -> Void)?,
        worker: @escaping @Sendable (Connection) -> (ArraySlice<Item>) -> Void
    ) throws {
        self.queues = queues
        ending = Ending(threads: queues.count)
        for queue in queues {
            // Fails here, where it can be told, if the connection is not open.
            try queue.inDatabase { _ = try Connection($0) }
        }
        for queue in queues {
            OwnThread.start(name) { [inbox, ending] in
                // The thread lives inside of its connection: entering it for each item costs more than many
                // reads do. It is open, as was seen above, so that nothing is thrown.
                try? queue.inDatabase { database in
                    let work = worker(try Connection(database, onStatement: onStatement))
                    while case let items = inbox.take(atMost: largestGroup), !items.isEmpty { work(items) }
                }
                ending.threadEnded()
            }
        }
    }

    deinit {
        inbox.close()
    }

    /// Leaves an item for the threads.
    /// - Returns: False when the lane is closed, and then the item is not taken.
    func push(_ item: Item) -> Bool {
        inbox.push(item)
    }

    /// Finishes what waits, then closes the connections.
    /// - Parameter farewell: The last thing done on each connection; a failure of it loses nothing.
    nonisolated(nonsending) func close(_ farewell: @escaping @Sendable (Connection) throws -> Void) async {
        inbox.close()
        await ending.wait()
        for queue in queues {
            // A connection that cannot be closed is closed by the end of the process, with the same outcome.
            try? await OwnThread.run("essaim-close") {
                try queue.inDatabase { try farewell(Connection($0)) }
                try queue.close()
            }
        }
    }
}
