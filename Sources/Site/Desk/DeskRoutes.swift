import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What waits for those who work for the insurer.
    static let deskRoutes: [Route<Action>] =
        [Route(.get, "/desk", showDesk)] + answerRoutes + resultsRoutes + messageRoutes

    @Sendable private static func showDesk(_ visit: Visit) async throws -> Response {
        let asked = visit.request.query["challenge"].flatMap { Address.number(in: $0) as ChallengeID? }
        let number = visit.pageNumber
        let seen = try await visit.look { look in
            try look.requireDesk()
            let challenges = try look.challengesWithWaitingIdeas()
            let chosen = challenges.first { $0.id == asked }?.id
            return DeskReading(
                challenges: challenges, waiting: try look.waitingIdeas(in: chosen, page: number),
                count: try look.waitingCount(limit: DeskPage.countLimit),
                results: try look.resultsInPreparation(), winners: try look.unrewardedWinners(),
                drafts: try look.draftChallenges(),
                moderation: try look.moderationCount(limit: DeskPage.countLimit),
                complaints: try look.complaintCount(limit: DeskPage.countLimit),
                awaited: try look.awaitedClarifications(),
                juries: try look.juryDuties(),
                funds: look.viewer.keepsFunds ? try look.waitingPeriods().count : nil,
                approvals: try look.approvalCount(limit: DeskPage.countLimit),
                contests: try look.contestCount(limit: DeskPage.countLimit))
        }
        return visit.show(DeskPage(seen, for: visit), to: seen, in: .desk)
    }
}

extension Visit {
    /// The member who acts for the insurer. Throws `Refusal.notFound` to others: their desk does not exist.
    func official() async throws -> MemberID {
        _ = try await look { try $0.requireDesk() }
        return try await writer()
    }
}

/// All that the desk reads.
struct DeskReading: Sendable {
    let challenges: [(id: ChallengeID, title: String)]
    let waiting: ListPage<WaitingIdea>
    let count: WaitingCount
    let results: [ResultsInPreparation]
    let winners: [UnrewardedWinner]
    let drafts: [ChallengeSummary]
    /// Nil for those who moderate nothing.
    let moderation: WaitingCount?
    let complaints: WaitingCount?
    /// Questions that wait for authors.
    let awaited: [AwaitedClarification]
    /// Juries in which the viewer sits.
    let juries: [JuryDuty]
    /// Funds that wait for the viewer; nil for those who keep none.
    let funds: Int?
    /// Rewards that others proposed; nil for those who approve none.
    let approvals: Int?
    /// Objections to lines of points; nil for those who answer none.
    let contests: Int?
}
