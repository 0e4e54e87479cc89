import Domain
import Storage

/// The things of the gallery's platform, by what they show.
struct SamplePlaces: Sendable {
    var theme = ""
    var community = ""
    var largeCommunity = ""
    var fundlessCommunity = ""
    var open = ChallengeID(1)
    var voting = ChallengeID(1)
    var studied = ChallengeID(1)
    var done = ChallengeID(1)
    var toCome = ChallengeID(1)
    var draft = ChallengeID(1)
    var review = ChallengeID(1)
    var contest = ChallengeID(1)
    var closedContest = ChallengeID(1)
    var judged = ChallengeID(1)
    var judgedIdea = IdeaID(1)
    var scoredIdea = IdeaID(1)
    var openCard = IdeaID(1)
    var sealedIdea = IdeaID(1)
    var suspended = ChallengeID(1)
    var cancelled = ChallengeID(1)
    var archived = ChallengeID(1)
    var graded = ChallengeID(1)
    var tokens = ChallengeID(1)
    var compared = ChallengeID(1)
    var funded = ChallengeID(1)
    var watched = ChallengeID(1)
    var gradedIdea = IdeaID(1)
    var ownIdea = IdeaID(1)
    var discussedIdea = IdeaID(1)
    var votedIdea = IdeaID(1)
    var waitingIdea = IdeaID(1)
    var winningIdea = IdeaID(1)
    var unrewardedIdea = IdeaID(1)
    /// Of which its winner was told.
    var reward = RewardID(1)
    /// One that was handed over.
    var deliveredReward = RewardID(1)
    /// One that waits for a second person.
    var proposedReward = RewardID(1)
    var rewarded = ChallengeID(1)
    var deededIdea = IdeaID(1)
    var draftWithBudget = ChallengeID(1)
    /// A line of points that its owner may contest.
    var pointLine = PointLineID(1)
    /// An objection that waits.
    var pointContest = PointContestID(1)
    var sharedIdea = IdeaID(1)
    var askedIdea = IdeaID(1)
    var mergedIdea = IdeaID(1)
    var reportedIdea = IdeaID(1)
    var hiddenIdea = IdeaID(1)
    var ownComment = CommentID(1)
    var complaint = ComplaintID(1)
    var reserved = ChallengeID(1)
    var invited = ChallengeID(1)
    /// The secret of a link that waits.
    var invitation = ""
    var usedInvitation = ""
    var prompt = PromptID(1)
    var asking = ChallengeID(1)
    var answeredIdea = IdeaID(1)
    var practice = PracticeID(1)
    var hiddenPractice = PracticeID(1)
    var countedMeasure = MeasureID(1)
    var plannedMeasure = MeasureID(1)
    var unplannedMeasure = MeasureID(1)
    var futureMeasure = MeasureID(1)
}
