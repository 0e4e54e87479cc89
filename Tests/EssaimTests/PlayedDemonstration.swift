import Domain
import Foundation
import Storage

@testable import essaim

/// A database with the demonstration in it, played once for the whole process.
enum PlayedDemonstration {
    /// The moment at which it was played.
    static let moment = Timestamp.now

    private static let original = Task {
        let folder = try Folder()
        let store = try Store(path: folder.path("played.sqlite"))
        try await store.migrate()
        try await DemonstrationSeeding.play(into: store, at: moment)
        await store.close()
        return try Data(contentsOf: URL(fileURLWithPath: folder.path("played.sqlite")))
    }

    /// Lays a copy down.
    static func copy(to path: String) async throws {
        try await original.value.write(to: URL(fileURLWithPath: path))
    }
}
