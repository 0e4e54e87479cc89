import Foundation
import Storage

/// A database with today's schema and nothing else, made once for the whole process: every step of the schema has SQLite
/// read all of it anew, which takes longer than most tests do.
public enum EmptyDatabase {
    private static let original = Task {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
            "essaim-empty-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let file = directory.appendingPathComponent("empty.sqlite")
        let store = try Store(path: file.path)
        try await store.migrate()
        await store.close()
        return try Data(contentsOf: file)
    }

    /// Lays a copy down.
    /// - Parameter path: Where; what is there is replaced.
    public static func copy(to path: String) async throws {
        try await original.value.write(to: URL(fileURLWithPath: path))
    }
}
