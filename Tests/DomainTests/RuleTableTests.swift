import Domain
import Testing

@Suite struct RuleTableTests {
    typealias Who = People.Who

    private func check(
        _ expected: [Who: Refusal?], otherwise: Refusal?, _ ask: (Viewer) -> Refusal?,
        _ location: SourceLocation = #_sourceLocation
    ) {
        for who in Who.allCases {
            let want = if let special = expected[who] { special } else { otherwise }
            let met = ask(who.viewer)
            #expect(met == want, "\(who)", sourceLocation: location)
        }
    }

    @Test(
        "submitting: members, in a phase of ideas",
        arguments: [
            (-1, Refusal.conflict(.challengeNotOpenYet)), (0, nil), (9, nil),
            (10, .conflict(.submissionsClosed)),
            (25, .conflict(.submissionsClosed)), (400, .conflict(.submissionsClosed)),
        ] as [(Int64, Refusal?)])
    func submitting(day: Int64, expected: Refusal?) {
        check([.visitor: expected ?? .signInRequired], otherwise: expected) {
            People.challenge().submissionRefusal(for: $0, at: People.day(day))
        }
    }

    @Test(
        "voting: members but the author, in a phase of votes",
        arguments: [
            (5, Refusal.conflict(.votingNotOpenYet)), (10, nil), (19, nil), (20, .conflict(.votingClosed)),
            (400, .conflict(.votingClosed)),
        ] as [(Int64, Refusal?)])
    func voting(day: Int64, expected: Refusal?) {
        let challenge = People.challenge()
        let idea = People.idea()
        let now = People.day(day)
        check(
            [.visitor: expected ?? .signInRequired, .author: expected ?? .forbidden(.ownIdea)],
            otherwise: expected
        ) {
            idea.voteRefusal(for: $0, in: challenge, ballot: People.noVotes, at: now)
        }
        check([.visitor: expected ?? .signInRequired], otherwise: expected) {
            idea.voteWithdrawalRefusal(for: $0, in: challenge, at: now)
        }
    }

    @Test("a full ballot takes no more, but never refuses what it holds already")
    func quota() {
        let challenge = People.challenge(.published, People.content(quota: 3))
        func refusal(_ supports: Int, this: Bool) -> Refusal? {
            People.idea().voteRefusal(
                for: Who.other.viewer, in: challenge,
                ballot: BallotPaper(supports: supports, supportsThis: this), at: People.day(15))
        }
        #expect(refusal(2, this: false) == nil)
        #expect(refusal(3, this: false) == .conflict(.quotaReached))
        #expect(refusal(3, this: true) == nil)
    }

    @Test("editing: the author, while ideas are open, and never once withdrawn")
    func editing() {
        let challenge = People.challenge()
        check([.author: nil, .visitor: .signInRequired], otherwise: .forbidden(.authorOnly)) {
            People.idea().editRefusal(for: $0, in: challenge, at: People.day(5))
        }
        check([.author: nil], otherwise: .notFound) {
            People.idea(.draft).editRefusal(for: $0, in: challenge, at: People.day(5))
        }
        let late = People.idea().editRefusal(for: Who.author.viewer, in: challenge, at: People.day(10))
        #expect(late == .conflict(.editingClosed))
        let gone = People.idea(.withdrawn).editRefusal(
            for: Who.author.viewer, in: challenge, at: People.day(5))
        #expect(gone == .conflict(.ideaNotPublic))
    }

    @Test("withdrawing: the author, until the results are out")
    func withdrawing() {
        check([.author: nil, .visitor: .signInRequired], otherwise: .forbidden(.authorOnly)) {
            People.idea().withdrawalRefusal(for: $0, in: People.challenge())
        }
        for standing in [Challenge.Standing.resultsPublished, .archived] {
            let refusal = People.idea().withdrawalRefusal(
                for: Who.author.viewer, in: People.challenge(standing))
            #expect(refusal == .conflict(.resultsAlreadyPublished))
        }
    }

    @Test("commenting: members, in phases that allow it; officially: managers and moderators, in any")
    func commenting() {
        let challenge = People.challenge()
        let idea = People.idea()
        for (day, expected) in [
            (-1, .conflict(.challengeNotOpenYet)), (5, nil), (15, nil), (35, nil),
            (25, .conflict(.commentsClosed)),
        ] as [(Int64, Refusal?)] {
            check([.visitor: expected ?? .signInRequired], otherwise: expected) {
                idea.commentRefusal(for: $0, in: challenge, at: People.day(day))
            }
            check(
                [
                    .visitor: .signInRequired, .manager: nil, .moderator: nil,
                    .administrator: nil,
                ], otherwise: .forbidden(.staffOnly)
            ) {
                idea.commentRefusal(for: $0, in: challenge, officially: true, at: People.day(day))
            }
        }
    }

    @Test("deciding, managing and publishing: managers of that challenge and administrators")
    func deciding() {
        let challenge = People.challenge()
        let expected: [Who: Refusal?] = [
            .visitor: .signInRequired, .manager: nil, .administrator: nil,
        ]
        check(expected, otherwise: .forbidden(.staffOnly)) {
            People.idea().decisionRefusal(for: $0, in: challenge)
        }
        check(expected, otherwise: .forbidden(.staffOnly)) { challenge.managementRefusal(for: $0) }
        check(expected, otherwise: .forbidden(.staffOnly)) {
            challenge.resultsRefusal(for: $0, undecided: 0, at: People.day(20))
        }
        let manager = Who.manager.viewer
        for visibility in [Idea.Visibility.hidden, .awaitingModeration] {
            let refusal = People.idea(visibility).decisionRefusal(for: manager, in: challenge)
            #expect(refusal == .conflict(.ideaNotPublic))
        }
        #expect(
            People.idea().decisionRefusal(for: manager, in: People.challenge(.cancelled))
                == .conflict(.challengeCancelled))
        let published = People.challenge(.resultsPublished)
        #expect(People.idea().decisionRefusal(for: manager, in: published) == nil)
        #expect(
            People.idea().decisionRefusal(for: manager, in: published, secretly: true)
                == .conflict(.resultsAlreadyPublished))
    }

    @Test("results: once nobody can take part, every idea is decided, and only once")
    func results() {
        let manager = Who.manager.viewer
        func refusal(_ standing: Challenge.Standing, _ undecided: Int, _ day: Int64) -> Refusal? {
            People.challenge(standing).resultsRefusal(
                for: manager, undecided: undecided, at: People.day(day))
        }
        #expect(refusal(.published, 0, 19) == .conflict(.participationStillOpen))
        #expect(refusal(.published, 1, 20) == .conflict(.ideasWithoutDecision))
        #expect(refusal(.published, 0, 20) == nil)
        #expect(refusal(.resultsPublished, 0, 20) == .conflict(.resultsAlreadyPublished))
        #expect(refusal(.cancelled, 0, 20) == .conflict(.challengeCancelled))
        #expect(refusal(.suspended, 0, 20) == .conflict(.challengeSuspended))
        #expect(refusal(.draft, 0, 20) == .notFound)
    }

    @Test("publishing a challenge: once, by its managers, before all taking part is over")
    func publishing() {
        let manager = Who.manager.viewer
        let draft = People.challenge(.draft)
        #expect(draft.publicationRefusal(for: manager, at: People.day(0)) == nil)
        #expect(draft.publicationRefusal(for: manager, at: People.day(19)) == nil)
        #expect(
            draft.publicationRefusal(for: manager, at: People.day(20)) == .conflict(.datesInThePast))
        #expect(draft.publicationRefusal(for: Who.author.viewer, at: People.day(0)) == .notFound)
        #expect(
            People.challenge().publicationRefusal(for: manager, at: People.day(0))
                == .conflict(.alreadyPublished))
    }

    @Test("suspended, cancelled and archived challenges take nothing; drafts do not exist")
    func standings() {
        let expected: [Challenge.Standing: Refusal] = [
            .suspended: .conflict(.challengeSuspended), .cancelled: .conflict(.challengeCancelled),
            .archived: .conflict(.challengeClosed), .draft: .notFound,
        ]
        for (standing, refusal) in expected {
            let challenge = People.challenge(standing)
            let other = Who.other.viewer
            #expect(challenge.submissionRefusal(for: other, at: People.day(5)) == refusal)
            #expect(People.idea().commentRefusal(for: other, in: challenge, at: People.day(5)) == refusal)
            #expect(
                People.idea().voteRefusal(
                    for: other, in: challenge, ballot: People.noVotes, at: People.day(15)) == refusal)
        }
    }

    @Test("after the results one comments, but neither submits, edits nor votes")
    func afterResults() {
        let open = Schedule([Phase(kind: .ideasAndVotes, opensAt: People.day(0), closesAt: nil)])
        let challenge = People.challenge(.resultsPublished, People.content(schedule: open))
        let now = People.day(40)
        #expect(challenge.submissionRefusal(for: Who.other.viewer, at: now) == .conflict(.submissionsClosed))
        #expect(
            People.idea().editRefusal(for: Who.author.viewer, in: challenge, at: now)
                == .conflict(.editingClosed))
        #expect(
            People.idea().voteRefusal(
                for: Who.other.viewer, in: challenge, ballot: People.noVotes, at: now)
                == .conflict(.votingClosed))
        #expect(People.idea().commentRefusal(for: Who.other.viewer, in: challenge, at: now) == nil)
    }

    @Test("a challenge of a community exists for its members and its staff alone")
    func community() {
        let challenge = People.challenge(.published, People.content(audience: .community(People.swarm)))
        let seeing: Set<Who> = [
            .communityMember, .manager, .moderator, .juror, .rewardOfficer, .administrator,
        ]
        for who in Who.allCases {
            #expect(challenge.isVisible(to: who.viewer) == seeing.contains(who), "\(who)")
            if !seeing.contains(who) {
                #expect(challenge.submissionRefusal(for: who.viewer, at: People.day(5)) == .notFound)
                #expect(challenge.managementRefusal(for: who.viewer) == .notFound)
                #expect(challenge.rewardRefusal(for: who.viewer) == .notFound)
            }
        }
    }

    @Test("who may see an idea depends on its visibility alone")
    func visibility() {
        let author: Set<Who> = [.author]
        let expected: [Idea.Visibility: Set<Who>] = [
            .public: Set(Who.allCases), .draft: author, .withdrawn: author,
            .hidden: [.author, .manager, .moderator, .administrator],
            .awaitingModeration: [.author, .manager, .moderator, .administrator],
            .sealed: [.author, .manager, .juror, .administrator], .mergedInto: Set(Who.allCases),
        ]
        #expect(expected.count == Idea.Visibility.allCases.count)
        for (visibility, seeing) in expected {
            for who in Who.allCases {
                let sees = People.idea(visibility).isVisible(to: who.viewer)
                #expect(sees == seeing.contains(who), "\(visibility) \(who)")
            }
        }
    }

    @Test("rewards: winners alone, once, within what is announced, by officers and managers")
    func rewards() {
        let offer = RewardOffer(kind: .prize, cents: 50_000, nature: "Un prix")
        let challenge = People.challenge(.published, People.content(reward: offer))
        let winner = People.idea(decision: .winner)
        func grant(_ cents: Int64?, left: Int64 = 50_000, has: Bool = false, _ idea: Idea) -> Refusal? {
            challenge.grantRefusal(
                of: RewardOffer(kind: .prize, cents: cents, nature: "Un prix"), for: idea, left: left,
                hasReward: has, by: Who.rewardOfficer.viewer)
        }
        check(
            [
                .visitor: .signInRequired, .manager: nil, .rewardOfficer: nil,
                .administrator: nil,
            ], otherwise: .forbidden(.staffOnly)
        ) { challenge.rewardRefusal(for: $0) }
        #expect(grant(50_000, winner) == nil)
        #expect(grant(nil, winner) == nil)
        #expect(grant(1, left: 1, winner) == nil)
        #expect(grant(2, left: 1, winner) == .invalid("rewardAmount", .moreThanAnnounced, limit: 0))
        #expect(grant(50_001, winner) == .invalid("rewardAmount", .moreThanAnnounced, limit: 500))
        #expect(grant(1, left: -40_000, winner) == .invalid("rewardAmount", .moreThanAnnounced, limit: 0))
        #expect(grant(Int64.max, winner) == .invalid("rewardAmount", .outOfRange, limit: 1_000_000))
        #expect(grant(-1, winner) == .invalid("rewardAmount", .outOfRange, limit: 1_000_000))
        #expect(grant(1, has: true, winner) == .conflict(.rewardAlreadyGranted))
        for code in Decision.Code.allCases where code != .winner {
            #expect(grant(1, People.idea(decision: code)) == .conflict(.notAWinner))
        }
    }
}
