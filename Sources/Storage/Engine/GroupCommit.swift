/// Keeps acts in groups: one transaction and one sync of the disk for all that wait.
///
/// Each act runs in its savepoint and is undone alone when it throws. Nobody is told anything before the
/// commit is on disk, not even a refused act: its reason may be another act of the same group.
struct GroupCommit {
    /// How many acts share one commit at most, so that the first does not wait for a thousand others.
    static let largestGroup = 512

    /// How to tell one author about the end, given the error that undid the whole group, if any.
    private typealias Answer = ((any Error)?) -> Void

    private let connection: Connection
    private let committed: () -> Void

    /// - Parameter committed: Called after a commit that changed rows, before its acts are acknowledged.
    init(_ connection: Connection, committed: @escaping () -> Void) {
        self.connection = connection
        self.committed = committed
    }

    /// Keeps the acts, in order; all are answered when this returns.
    func keep(_ acts: ArraySlice<Act>) {
        var rest = acts
        while let act = rest.first {
            if case .alone(let work) = act {
                work(connection)
                rest = rest.dropFirst()
            } else {
                rest = keepGroup(rest)
            }
        }
    }

    /// Keeps the acts that can share one transaction.
    /// - Returns: The acts that were not tried.
    private func keepGroup(_ acts: ArraySlice<Act>) -> ArraySlice<Act> {
        do {
            try connection.control("BEGIN IMMEDIATE")
        } catch {
            // Another process writes, or the disk fails: the next act of this moment would wait for the same.
            return acts.drop { act in
                guard case .grouped(_, let fail, _) = act else { return false }
                fail(error)
                return true
            }
        }
        var answers: [Answer] = []
        answers.reserveCapacity(acts.count)
        var rest = acts
        do {
            let changed = try performAll(&rest, &answers)
            try connection.control("COMMIT")
            if changed { committed() }
            for answer in answers { answer(nil) }
        } catch {
            // If even this fails, the next BEGIN fails and says so to its authors.
            if connection.isInTransaction { _ = try? connection.control("ROLLBACK") }
            for answer in answers { answer(error) }
        }
        return rest
    }

    /// - Returns: Whether rows were changed by acts that are kept, quiet ones apart.
    /// - Throws: What ended the whole transaction.
    private func performAll(_ rest: inout ArraySlice<Act>, _ answers: inout [Answer]) throws -> Bool {
        var changed = false
        while case .grouped(let perform, let fail, let isQuiet) = rest.first {
            rest.removeFirst()
            let before = connection.totalChanges
            do {
                let acknowledge = try inSavepoint(perform)
                answers.append { error in
                    if let error { fail(error) } else { acknowledge() }
                }
                changed = changed || !isQuiet && connection.totalChanges != before
            } catch {
                answers.append { _ in fail(error) }
                // SQLite ends the whole transaction itself on a full disk or a failed read.
                guard connection.isInTransaction else { throw error }
                try connection.control("ROLLBACK TO act")
                try connection.control("RELEASE act")
            }
        }
        return changed
    }

    private func inSavepoint<T>(_ perform: (Writer) throws -> T) throws -> T {
        try connection.control("SAVEPOINT act")
        let made = try perform(Writer(connection: connection))
        // A deferred reference is checked here rather than by COMMIT, where it would fail the whole group.
        if connection.hasDanglingReferences {
            throw StorageFailure(.foreignKey, "the act leaves a reference to a row that does not exist")
        }
        try connection.control("RELEASE act")
        return made
    }
}
