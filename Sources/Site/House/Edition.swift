import Domain
import Storage

/// A state of the store during one minute: what was made in it is made the same again.
struct Edition: Equatable {
    private let commits: UInt64
    private let minute: Int64

    /// The edition in which this visit reads. Taken before anything is read: a commit in between makes what is kept
    /// under it useless, never wrong.
    init(of visit: Visit) {
        commits = visit.app.store.commitCount
        minute = visit.now.seconds.floorDivided(by: 60)
    }
}
