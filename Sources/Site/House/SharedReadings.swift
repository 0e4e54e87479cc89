import Domain
import Synchronization

/// What pages read that is the same for everybody who may see the same, kept for one edition: most people hold no role
/// and are in no community, and all of them see one list.
final class SharedReadings: Sendable {
    private struct Key: Hashable {
        let address: String
        let viewer: Viewer
        let type: ObjectIdentifier
    }

    private struct Kept {
        var edition: Edition?
        var values: [Key: any Sendable] = [:]
    }

    private static let capacity = 500
    private let kept = Mutex(Kept())

    /// What was kept for this address and such a viewer, or what `make` makes.
    /// - Parameters:
    ///   - address: Stands for all that the value depends on besides the viewer: language, path, query.
    ///   - viewer: What the viewer may see, without who they are.
    func value<Value: Sendable>(
        at address: String, for viewer: Viewer, in edition: Edition, _ make: () throws -> Value
    ) throws -> Value {
        let key = Key(address: address, viewer: viewer, type: ObjectIdentifier(Value.self))
        let known = kept.withLock { $0.edition == edition ? $0.values[key] : nil }
        if let known = known as? Value { return known }
        let value = try make()
        kept.withLock { kept in
            if kept.edition != edition || kept.values.count >= Self.capacity { kept = Kept(edition: edition) }
            kept.values[key] = value
        }
        return value
    }
}
