/// Starting a challenge from another one.
extension Challenge {
    /// Why `viewer` may not start a new challenge from this one, or nil: whoever launches challenges may copy what they
    /// can read.
    public func duplicationRefusal(for viewer: Viewer) -> Refusal? {
        isVisible(to: viewer) ? viewer.launchRefusal : .notFound
    }

    /// The content of a new challenge that says the same on other dates, with the draft as it reads now.
    public func copy(on schedule: Schedule, draft: String?) -> ChallengeContent {
        var copy = content
        copy.schedule = Schedule(schedule.phases.map { $0.numbered(nil) })
        if let draft { copy.particulars.draft = draft }
        return copy
    }
}
