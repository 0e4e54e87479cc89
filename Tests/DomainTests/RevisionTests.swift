import Domain
import Testing

@Suite struct RevisionTests {
    private static func schedule(_ days: [(Int64, Int64?)]) -> Schedule {
        Schedule(
            zip([Phase.Kind.ideas, .votes, .deliberation], days).map { kind, days in
                Phase(kind: kind, opensAt: People.day(days.0), closesAt: days.1.map { People.day($0) })
            }
        ).numbered
    }

    private static let old = schedule([(0, 10), (10, 20), (20, 30)])

    @Test(
        "public dates move only forward, and only those that are not yet past",
        arguments: [
            (5, [(0, 10), (10, 20), (20, 30)], []),
            (5, [(0, 12), (12, 22), (22, 30)], []),
            (5, [(0, 10), (10, 20), (20, nil)], []),
            (5, [(1, 10), (10, 20), (20, 30)], [Problem(field: "phase-0-opens", code: .alreadyBegun)]),
            (-5, [(1, 11), (11, 21), (21, 30)], []),
            (
                5, [(0, 9), (10, 20), (20, 30)],
                [Problem(field: "phase-0-closes", code: .earlierThanAnnounced)]
            ),
            (
                15, [(0, 12), (12, 20), (20, 30)],
                [
                    Problem(field: "phase-0-closes", code: .alreadyOver),
                    Problem(field: "phase-1-opens", code: .alreadyBegun),
                ]
            ),
            (
                5, [(0, 12), (12, 20), (20, 30)],
                [Problem(field: "phase-1-closes", code: .shorterThanAnnounced)]
            ),
            (-5, [(-6, 10), (10, 20), (20, 30)], [Problem(field: "phase-0-opens", code: .inThePast)]),
            (5, [(0, 10)], [Problem(field: "phases", code: .announcedPhaseMissing)]),
        ] as [(Int64, [(Int64, Int64?)], [Problem])])
    func dates(_ day: Int64, _ days: [(Int64, Int64?)], _ problems: [Problem]) {
        #expect(
            Self.old.revisionProblems(to: Self.schedule(days), at: People.day(day)) == problems)
    }

    @Test("cancelling and suspending are for managers of a public challenge without results")
    func halting() {
        let manager = People.Who.manager.viewer
        let expected: [(Challenge.Standing, cancel: Refusal?, suspend: Refusal?, resume: Refusal?)] = [
            (
                .draft, .conflict(.notPublishedYet), .conflict(.notPublishedYet),
                .conflict(.challengeNotSuspended)
            ),
            (.published, nil, nil, .conflict(.challengeNotSuspended)),
            (.suspended, nil, .conflict(.challengeSuspended), nil),
            (
                .cancelled, .conflict(.challengeCancelled), .conflict(.challengeCancelled),
                .conflict(.challengeNotSuspended)
            ),
            (
                .resultsPublished, .conflict(.resultsAlreadyPublished), .conflict(.resultsAlreadyPublished),
                .conflict(.challengeNotSuspended)
            ),
        ]
        for (standing, cancel, suspend, resume) in expected {
            let challenge = People.challenge(standing)
            #expect(challenge.cancellationRefusal(for: manager) == cancel, "\(standing)")
            #expect(challenge.suspensionRefusal(for: manager) == suspend, "\(standing)")
            #expect(challenge.resumptionRefusal(for: manager) == resume, "\(standing)")
            #expect(
                challenge.discardRefusal(for: manager)
                    == (standing == .draft ? nil : .conflict(.alreadyPublished)))
        }
        let published = People.challenge()
        #expect(published.cancellationRefusal(for: People.Who.author.viewer) == .forbidden(.staffOnly))
        #expect(published.suspensionRefusal(for: .visitor) == .signInRequired)
    }

    @Test("a promise may become better, never worse")
    func announcements() {
        let reward = RewardOffer(kind: .prize, cents: 50_000, nature: "Une bourse")
        func content(_ quota: Int?, _ days: Int?, _ cents: Int64?) -> ChallengeContent {
            People.content(
                reward: cents.map { RewardOffer(kind: .prize, cents: $0, nature: reward.nature) },
                quota: quota, answerDays: days, schedule: People.schedule.numbered)
        }
        func worse(_ standing: Challenge.Standing, _ revised: ChallengeContent) -> [String] {
            let challenge = People.challenge(standing, content(5, 30, 50_000))
            return challenge.revisionProblems(to: revised, at: People.day(1)).map(\.field)
        }
        #expect(worse(.published, content(nil, 20, 60_000)) == [])
        #expect(
            worse(.published, content(4, 31, 40_000)) == ["voteQuota", "answerWithinDays", "rewardAmount"])
        #expect(worse(.published, content(5, nil, nil)) == ["answerWithinDays", "rewardKind"])
        #expect(worse(.draft, content(4, nil, nil)) == [])
    }
}
