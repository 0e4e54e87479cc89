/// Why an act or a page is refused. Every "no" of the platform is one of these; the site turns them into a
/// status and a page in one place.
public enum Refusal: Error, Hashable, Sendable {
    /// It does not exist, or this viewer may not know that it does.
    case notFound
    /// It was there for whoever knew its address, and will not come back.
    case gone
    /// The act needs a member, and nobody is signed in.
    case signInRequired
    /// The viewer may see the thing, but the rules do not give them this act.
    case forbidden(Reason)
    /// The act is theirs to do, but not in the present state of things.
    case conflict(Reason)
    /// What was typed has to be mended, field by field.
    case invalid([Problem])
    /// Too many attempts; may be tried again after so many seconds.
    case tooMany(retryAfter: Int)

    /// The refusal of a single field.
    public static func invalid(_ field: String, _ code: Problem.Code, limit: Int? = nil) -> Refusal {
        .invalid([Problem(field: field, code: code, limit: limit)])
    }
}

extension Refusal {
    /// A rule that stands in the way. Each has a sentence in every language.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        case staffOnly
        case administratorOnly
        case authorOnly
        case communityMembersOnly
        case jurorsOnly
        case ownIdea
        case challengeNotOpenYet
        case challengeSuspended
        case challengeNotSuspended
        case challengeCancelled
        case challengeArchived
        case challengeNotArchived
        case answersOwed
        case challengeClosed
        case submissionsClosed
        case editingClosed
        case commentsClosed
        case votingNotOpenYet
        case votingClosed
        case quotaReached
        case reactionsClosed
        case concernFirst
        case draftMissing
        case newerVersion
        case otherBallot
        case ideaWithoutCost
        case costsSettled
        case nobodyJudges
        case criteriaMissing
        case nothingToJudge
        case criteriaSettled
        case judgingNotOpenYet
        case judgingClosed
        case stoodAside
        case ideaNotPublic
        case ideaNotKept
        case alreadySubmitted
        case notPublishedYet
        case alreadyPublished
        case datesInThePast
        case resultsAlreadyPublished
        case resultsNotPublished
        case nothingToOpen
        case participationStillOpen
        case votingStillOpen
        case voteSettled
        case ideasWithoutDecision
        case notAWinner
        case rewardAlreadyGranted
        case noRewardAnnounced
        case rewardOutOfOrder
        case rewardOfficersOnly
        case ownReward
        case ownRewardProposal
        case ideaNotDelivered
        case claimStillOpen
        case claimOver
        case rewardClaimed
        case budgetMissing
        case budgetSettled
        case budgetInUse
        case lastAdministrator
        case alreadyMember
        case demonstrationAccount
        case ownPost
        case alreadyReported
        case alreadyAppealed
        case alreadyHidden
        case nothingToAppeal
        case sharesSettled
        case notInvited
        case authorCannotLeave
        case alreadyAnswered
        case questionOpen
        case nothingAsked
        case alreadyMerged
        case notMerged
        case mergeChain
        case alreadyMarked
        case underReview
        case alreadyComplaint
        case complaintOutOfOrder
        case periodNotOpen
        case periodOutOfOrder
        case periodUnderWay
        case periodStillRunning
        case ownProposal
        case drawCommitted
        case drawNotCommitted
        case drawDone
        case drawEmpty
        case measureStarted
        case planFrozen
        case planMissing
        case effectStillObserved
        case insufficientBalance
        case ledgerKeyTaken
        case ledgerNotPending
        case ledgerNotReversible
        case alreadyContested
        case contestAnswered
        case lineReplaced
        case ownPoints
        case followedAnyway
        case followsEnough
    }
}

/// One thing to mend in one field of a form.
public struct Problem: Hashable, Sendable {
    /// The name of the field.
    public let field: String
    public let code: Code
    /// The number that the sentence quotes: a length, a minimum, a maximum.
    public let limit: Int?

    public init(field: String, code: Code, limit: Int? = nil) {
        self.field = field
        self.code = code
        self.limit = limit
    }

    /// Each code has a sentence in every language.
    public enum Code: String, CaseIterable, Hashable, Sendable {
        case missing
        case tooShort
        case tooLong
        case notAnAddress
        case taken
        case wrong
        case unknownChoice
        case notADate
        case notANumber
        case outOfRange
        case endsBeforeStart
        case overlapsPreviousPhase
        case inThePast
        case inTheFuture
        case alreadyBegun
        case alreadyOver
        case earlierThanAnnounced
        case lessThanAnnounced
        case shorterThanAnnounced
        case openEndedOnlyLast
        case announcedPhaseMissing
        case announcedOrder
        case votesAlreadyCounted
        case voteOnSealedIdeas
        case partlySealed
        case sealingSettled
        case hourLeftOut
        case hourTwice
        case moreThanAnnounced
        case notForPoints
        case notAPseudonym
        case leftTheFund
        case notConfirmed
        case containsPhone
        case containsEmail
        case containsIBAN
        case containsSocialSecurity
        case containsContract
        case containsHealth
        case notInTheText
        case unchanged
        case unknownPerson
        case alreadyAuthor
        case alreadyInvited
        case hasDeclined
        case tooManyAuthors
        case sharesNotWhole
        case tooFewChoices
        case tooManyChoices
        case repeatedChoice
        case maximumBelowMinimum
        case questionSettled
        case optionalOncePublic
        case staffOnlyOncePublic
        case announcedChoiceMissing
        case announcedQuestionMissing
        case belowMinimum
        case aboveMaximum
        case tooManyFiles
        case fileTooLarge
        case filesTooLarge
        case notATable
        case fileOfUnknownKind
        case fileBroken
        case pictureTooLarge
        case pictureMoves
        case documentActs
        case documentClosed
        case unknownIdea
        case sameIdea
        case otherChallenge
        case tooManyTokens
        case notAReceipt
        case unknownReceipt
        case receiptSetAside
    }
}
