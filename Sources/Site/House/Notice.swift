/// What an act did, said once on the page that follows. Each has a sentence in every language.
enum Notice: String, CaseIterable, Sendable {
    case accountCreated
    case signedIn
    case signedOut
    case profileChanged
    case passwordChanged
    case accountDeleted
    case challengeSaved
    case challengePublished
    case draftSaved
    case ideaEdited
    case ideaWithdrawn
    case voteCast
    case voteWithdrawn
    case commentAdded
    case decisionPublished
    case decisionPrepared
    case resultsPublished
    case rewardGranted
    case rewardAdvanced
    case roleGiven
    case roleTaken
    case communityJoined
    case communityLeft

    /// The cookie that carries it over the redirection.
    static let cookie = "notice"
}
