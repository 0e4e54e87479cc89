/// The gallery of a site under development: every component and every page, shown with a small platform of its own.
///
/// Its pages are the real ones, answered by the real site on a temporary store, so that they cannot lag behind.
actor Gallery {
    private let home: String
    private var making: Task<SampleTown, any Error>?

    /// - Parameter home: The folder that holds `Templates` and `Public`.
    init(home: String) {
        self.home = home
    }

    /// The gallery's platform, founded when it is first asked for. Throws what the store throws.
    func town(like settings: Settings) async throws -> SampleTown {
        if let making { return try await making.value }
        let home = home
        let task = Task { try await SampleTown(like: settings, home: home) }
        making = task
        return try await task.value
    }
}
