/// What an act did, said once on the page that follows; the raw value is the key of its sentence.
enum Notice: String, CaseIterable, Sendable {
    case signedIn = "accounts.flash.signed-in"
    case signedOut = "accounts.flash.signed-out"
    case profileChanged = "accounts.flash.saved"
    case passwordChanged = "accounts.flash.password"
    case accountDeleted = "accounts.flash.deleted"
    case challengeSaved = "challenges.flash.saved"
    case challengePublished = "challenges.flash.published"
    case draftSaved = "ideas.flash.draft"
    case ideaEdited = "ideas.flash.saved"
    case ideaWithdrawn = "ideas.flash.withdrawn"
    case draftErased = "ideas.flash.erased"
    case voteCast = "voting.flash.given"
    case voteWithdrawn = "voting.flash.withdrawn"
    case commentAdded = "comments.flash.published"
    case decisionPublished = "desk.flash.answered"
    case decisionPrepared = "desk.flash.prepared"
    case resultsPublished = "desk.flash.results"
    case rewardGranted = "rewards.flash.granted"
    case rewardAdvanced = "rewards.flash.advanced"
    case roleGiven = "administration.flash.given"
    case roleTaken = "administration.flash.taken"
    case communityJoined = "communities.flash.joined"
    case communityLeft = "communities.flash.left"

    /// The cookie that carries it over the redirection.
    static let cookie = "notice"
}
