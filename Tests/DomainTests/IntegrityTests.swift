import Domain
import Proving
import Testing

@Suite struct IntegrityTests {
    /// Sizes of honest worlds: voters and ideas.
    private static let sizes = [(40, 8), (150, 20), (400, 30), (1_200, 60)]

    @Test("honest votes raise at most three alerts", arguments: 1...25 as ClosedRange<UInt64>)
    func honest(seed: UInt64) {
        for (voters, ideas) in Self.sizes {
            let alerts = IntegrityWorld(seed: seed, voters: voters, ideas: ideas).alerts
            #expect(alerts.count <= 3, "\(voters) voters: \(alerts.map { ($0.signal, $0.voters.count) })")
        }
    }

    @Test(
        "ten people and more who vote for one idea within half an hour are always seen",
        arguments: 1...25 as ClosedRange<UInt64>)
    func burst(seed: UInt64) {
        for (voters, ideas) in Self.sizes {
            var world = IntegrityWorld(seed: seed, voters: voters, ideas: ideas)
            let target = world.ideas[ideas * 2 / 3]
            let ring = world.conspire(
                10 + Int(seed % 6), for: [target], within: .minutes(30), age: .days(200))
            let found = world.alerts.first { $0.signal == .burst && $0.ideas == [target] }
            #expect(found.map { ring.isSubset(of: $0.voters) } == true, "\(voters) voters")
            #expect(found.map { Double($0.voters.count) >= 3 * ($0.expected ?? 0) } == true)
        }
    }

    @Test(
        "accounts opened the day before are seen, however slowly they vote",
        arguments: 1...25 as ClosedRange<UInt64>)
    func newcomers(seed: UInt64) {
        for (voters, ideas) in Self.sizes.dropFirst() {
            var world = IntegrityWorld(seed: seed, voters: voters, ideas: ideas)
            let target = world.ideas[ideas * 2 / 3]
            let ring = world.conspire(22, for: [target], within: .hours(20), age: .hours(20))
            let found = world.alerts.first { $0.signal == .newcomers && $0.ideas == [target] }
            #expect(found.map { ring.isSubset(of: $0.voters) } == true, "\(voters) voters")
        }
    }

    @Test(
        "people who vote for the same ideas on the same day are one group",
        arguments: 1...25 as ClosedRange<UInt64>)
    func lockstep(seed: UInt64) {
        for (voters, ideas) in Self.sizes {
            var world = IntegrityWorld(seed: seed, voters: voters, ideas: ideas)
            let targets = [
                world.ideas[ideas / 2], world.ideas[ideas * 2 / 3], world.ideas[ideas - 1],
                world.ideas[ideas - 2],
            ]
            let ring = world.conspire(6, for: targets, within: .hours(12), age: .days(90))
            let found = world.alerts.filter { $0.signal == .lockstep && ring.isSubset(of: $0.voters) }
            #expect(found.count == 1, "\(voters) voters")
            #expect(found.first.map { Set(targets).isSubset(of: $0.ideas) } == true)
        }
    }

    @Test("people who choose many of few ideas agree unknowingly, and are seldom taken for a group")
    func generous() {
        var accused = 0
        for seed in 1...40 as ClosedRange<UInt64> {
            var dice = Dice(seed)
            var votes: [CastVote] = []
            for person in 1...90 as ClosedRange<Int64> {
                let at = IntegrityWorld.start + Span(seconds: dice.roll(0...14 * 86_400))
                let generosity = dice.roll(-15...15)
                for (place, liking) in [74, 66, 61, 57, 49, 40, 28].enumerated()
                where dice.roll(0...99) < Int64(liking) + generosity {
                    votes.append(
                        CastVote(voter: MemberID(person), idea: IdeaID(Int64(place + 1)), at: at))
                }
            }
            let inspection = VoteInspection(votes, joined: [:], submitted: [:])
            if inspection.alerts.contains(where: { $0.signal == .lockstep }) { accused += 1 }
        }
        #expect(accused <= 3)
    }

    @Test("old accounts that push one idea slowly cannot be told from a campaign, and are not accused")
    func slow() {
        var world = IntegrityWorld(seed: 3, voters: 400, ideas: 30)
        let ring = world.conspire(12, for: [world.ideas[20]], within: .days(3), age: .days(300))
        #expect(!world.alerts.contains { ring.isSubset(of: $0.voters) })
    }

    @Test("the order in which votes are read changes nothing; without votes there is nothing to see")
    func order() {
        var world = IntegrityWorld(seed: 5, voters: 150, ideas: 20)
        _ = world.conspire(11, for: [world.ideas[12]], within: .minutes(20), age: .hours(30))
        let submitted = Dictionary(uniqueKeysWithValues: world.ideas.map { ($0, IntegrityWorld.start) })
        var dice = Dice(1)
        let once = VoteInspection(world.votes, joined: world.joined, submitted: submitted).alerts
        let again = VoteInspection(
            world.votes.shuffled(using: &dice), joined: world.joined, submitted: submitted
        ).alerts
        #expect(!once.isEmpty && once == again)
        #expect(VoteInspection([], joined: [:], submitted: [:]).alerts.isEmpty)
    }

    @Test("a vote is looked through by its moderators, once nobody can vote, and settled before its results")
    func rules() {
        let voting = People.content().schedule.window(of: .vote)?.closesAt ?? People.day(0)
        let challenge = People.challenge(.published, People.content())
        let moderator = Viewer(
            member: Member(id: MemberID(7), pseudonym: "M", isStaff: true), rolesEverywhere: [.moderator])
        let member = Viewer(member: Member(id: MemberID(8), pseudonym: "A", isStaff: false))
        #expect(challenge.inspectionRefusal(for: member, at: voting) == .notFound)
        #expect(challenge.inspectionRefusal(for: .visitor, at: voting) == .notFound)
        #expect(
            challenge.inspectionRefusal(for: moderator, at: voting - .minutes(1))
                == .conflict(.votingStillOpen))
        #expect(challenge.settingAsideRefusal(for: moderator, isSettled: false, at: voting) == nil)
        let published = People.challenge(.resultsPublished, People.content())
        #expect(published.inspectionRefusal(for: moderator, at: voting) == nil)
        #expect(
            published.settingAsideRefusal(for: moderator, isSettled: false, at: voting)
                == .conflict(.resultsAlreadyPublished))
        func entry(appeal: String? = nil, restored: Timestamp? = nil) -> SetAside {
            SetAside(
                signal: .burst, reason: "Douze votes en cinq minutes.", at: voting, appeal: appeal,
                appealedAt: appeal.map { _ in voting }, restoredAt: restored)
        }
        #expect(challenge.voteAppealRefusal(entry(), isSettled: false) == nil)
        #expect(
            challenge.voteAppealRefusal(entry(appeal: "Non."), isSettled: false)
                == .conflict(.alreadyAppealed))
        #expect(
            challenge.voteAppealRefusal(entry(restored: voting), isSettled: false)
                == .conflict(.nothingToAppeal))
        #expect(published.voteAppealRefusal(entry(), isSettled: false) == .conflict(.resultsAlreadyPublished))
    }

    @Test("what went before a jury is settled")
    func settled() {
        let voting = People.content().schedule.window(of: .vote)?.closesAt ?? People.day(0)
        let moderator = Viewer(
            member: Member(id: MemberID(7), pseudonym: "M", isStaff: true), rolesEverywhere: [.moderator])
        let entry = SetAside(
            signal: .lockstep, reason: "Douze bulletins identiques.", at: voting, appeal: nil,
            appealedAt: nil, restoredAt: nil)
        for (standing, refusal) in [
            (Challenge.Standing.published, Refusal.conflict(.voteSettled)),
            (.resultsPublished, .conflict(.resultsAlreadyPublished)),
        ] {
            let challenge = People.challenge(standing, People.content())
            #expect(challenge.inspectionRefusal(for: moderator, at: voting) == nil)
            #expect(challenge.settingAsideRefusal(for: moderator, isSettled: true, at: voting) == refusal)
            #expect(challenge.voteAppealRefusal(entry, isSettled: true) == refusal)
        }
    }
}
