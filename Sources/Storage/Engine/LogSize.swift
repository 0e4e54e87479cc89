import GRDBSQLite

/// Listens to a connection's commits to know how long the write-ahead log is. It takes the place of SQLite's
/// automatic checkpoint, which would run inside of the commit and make its authors wait.
final class LogSize {
    private(set) var pages = 0
    private let handle: OpaquePointer

    init(of handle: OpaquePointer) {
        self.handle = handle
        sqlite3_wal_hook(
            handle,
            { size, _, _, pages in
                if let size { Unmanaged<LogSize>.fromOpaque(size).takeUnretainedValue().pages = Int(pages) }
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        sqlite3_wal_hook(handle, nil, nil)
    }
}
