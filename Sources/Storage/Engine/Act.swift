/// One piece of work for the thread that writes, and how its author learns the end.
enum Act: Sendable {
    /// An act that shares its transaction with others. What `perform` returns acknowledges it, and is called
    /// only once the commit is on disk; `fail` tells its author that nothing was kept. A quiet one changes nothing that
    /// is kept ready for readers, and so does not count as a change.
    case grouped(
        perform: @Sendable (Writer) throws -> @Sendable () -> Void, fail: @Sendable (any Error) -> Void,
        isQuiet: Bool)
    /// Work that needs the connection outside of any transaction, and answers its author itself.
    case alone(@Sendable (Connection) -> Void)

    /// An act of a store.
    static func grouped<T: Sendable>(
        _ continuation: CheckedContinuation<T, any Error>, isQuiet: Bool = false,
        _ body: @escaping @Sendable (Writer) throws -> T
    ) -> Act {
        .grouped(
            perform: { writer in
                let value = try body(writer)
                return { continuation.resume(returning: value) }
            },
            fail: { continuation.resume(throwing: $0) }, isQuiet: isQuiet)
    }

    /// Work outside of any transaction.
    static func alone<T: Sendable>(
        _ continuation: CheckedContinuation<T, any Error>,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) -> Act {
        .alone { connection in continuation.resume(with: Result { try body(connection) }) }
    }
}
