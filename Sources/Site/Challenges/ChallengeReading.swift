import Domain
import Storage
import Templating

/// All that a challenge's page reads.
struct ChallengeReading: Sendable {
    let detail: ChallengeDetail
    let filter: IdeaFilter
    let ideas: ListPage<IdeaSummary>
    /// Ideas of it that the viewer supports.
    let supportsGiven: Int
    let results: ChallengeResults?
    let answers: AnswerTally
    let isFollowing: Bool
    /// Of a draft review, once it is public.
    let draft: DraftDetail?
    let hasPersonalFeed: Bool
    /// Solutions of a contest that are still sealed after its results.
    let sealed: (all: Int, agreed: Int)?
    let draw: PrizeDraw?
    /// What was done with the viewer's own ballot.
    let ownAside: OwnSetAside?
    let juryRules: JuryRules?
    /// The number of the version of its rules in force.
    let regulation: Int?

    /// Throws `Refusal.notFound` unless the viewer may see the challenge.
    init(
        _ id: ChallengeID, _ filter: IdeaFilter = IdeaFilter(), lot: Int = 0, page: Int = 1,
        isFollowing: Bool = false, in look: Look
    ) throws {
        self.filter = filter
        detail = try look.challengeDetail(id)
        ideas = try look.ideas(in: detail.challenge, filter, lot: lot, page: page)
        supportsGiven = try look.supportsGiven(in: id)
        results = try look.results(of: detail.challenge)
        answers = try look.answers(in: detail.challenge)
        self.isFollowing = isFollowing
        draft = try look.draft(of: detail.challenge)
        hasPersonalFeed = try look.hasPersonalFeed(of: id)
        sealed = try look.sealedSolutions(of: detail.challenge)
        draw = try look.prizeDraw(of: detail.challenge)
        ownAside = try look.ownSetAside(of: detail.challenge)
        juryRules = try look.juryRules(of: detail.challenge)
        regulation = try look.regulationNumber(of: id)
    }
}
