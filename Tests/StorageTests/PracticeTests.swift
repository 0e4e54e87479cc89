import Domain
import Proving
import Testing

@testable import Storage

@Suite struct PracticeTests {
    static func content(_ title: String = "Vider le seau à chiffons") -> PracticeContent {
        PracticeContent(
            title: title, does: "Chaque soir, dehors et couvert d’une tôle.", needs: "Une tôle", cost: 1_200,
            takes: "Deux minutes")
    }

    /// A community of so many members, one of whom proposed a practice.
    private struct Scene {
        let town: Town
        let community: CommunityID
        let members: [Citizen]
        let practice: PracticeID

        init(_ town: Town, members count: Int) async throws {
            self.town = town
            community = try await town.community("abeilles")
            var members: [Citizen] = []
            for number in 1...count {
                let citizen = try await town.citizen("Membre\(number)")
                try await town.join(community, "abeilles", as: "Abeille \(number)", citizen)
                members.append(citizen)
            }
            self.members = members
            practice = try await town.store.proposePractice(
                PracticeTests.content(), in: community, by: members[0].id, at: Town.day(0))
        }

        func apply(_ place: Int, _ applies: Bool = true, on day: Double) async throws {
            try await town.store.setApplying(
                applies, practice, of: community, by: members[place].id, at: Town.day(day))
        }

        func seen(as place: Int = 0, on day: Double) async throws -> Practice {
            let (practice, community) = (practice, community)
            return try await town.look(as: members[place], at: Town.day(day)) {
                try $0.practice(practice, of: community)
            }
        }
    }

    @Test("the number appears with the end of the day on which ten apply it, and not before")
    func threshold() async throws {
        try await Town.live { town in
            let scene = try await Scene(town, members: 22)
            for place in 0..<9 { try await scene.apply(place, on: 1) }
            #expect(try await scene.seen(on: 3).appliers == nil)
            try await scene.apply(9, on: 4)
            #expect(try await scene.seen(on: 4.2).appliers == nil)
            #expect(try await scene.seen(on: 5).appliers == .exact(10))
            // One more is no news, neither are nine.
            for place in 10..<19 { try await scene.apply(place, on: 6) }
            #expect(try await scene.seen(on: 8).appliers == .exact(10))
            try await scene.apply(19, on: 9)
            #expect(try await scene.seen(on: 10).appliers == .exact(20))
            // Said twice, it holds once; done and undone on one day is nothing.
            try await scene.apply(19, on: 10)
            try await scene.apply(19, false, on: 10.1)
            try await scene.apply(19, true, on: 10.2)
            #expect(try await scene.seen(as: 19, on: 11).appliedSince == Town.day(10.2))
            #expect(try await town.number("SELECT count(*) FROM practice_change") == 0)
        }
    }

    @Test("whoever leaves applies nothing any more, and is told of no earlier than others")
    func leaving() async throws {
        try await Town.live { town in
            let scene = try await Scene(town, members: 14)
            for place in 0..<14 { try await scene.apply(place, on: 1) }
            #expect(try await scene.seen(on: 2).appliers == .exact(14))
            for place in 4..<13 {
                try await town.store.leave(scene.community, member: scene.members[place].id, at: Town.day(3))
            }
            #expect(try await scene.seen(on: 4).appliers == .exact(14))
            try await town.store.deleteAccount(of: scene.members[13].id, at: Town.day(5))
            #expect(try await town.number("SELECT count(*) FROM practice_use") == 4)
            #expect(try await scene.seen(on: 6).appliers == .withheld)
            // The author left: what they proposed stays, without a name.
            try await town.store.leave(scene.community, member: scene.members[0].id, at: Town.day(7))
            #expect(try await scene.seen(as: 1, on: 8).author == nil)
        }
    }

    @Test(
        "whoever looks every day finds no difference about fewer than k members", arguments: 1...30,
        [5, 10, 16].compactMap(Anonymity.init(fewest:)))
    func differencing(seed: UInt64, anonymity: Anonymity) {
        var dice = Dice(seed)
        let people = dice.roll(6...50)
        var applying: Set<Int64> = []
        var told: Set<Int64> = []
        var states: [Int: Set<Int64>] = [:]
        var tally = PracticeTally(toldOn: nil, count: 0)
        var pending: [PracticeChange] = []
        for today in 0...90 {
            let seen = tally.moved(on: pending, before: Day(number: today), by: anonymity)
            if let day = seen.toldOn, day != tally.toldOn {
                let state = states[day.number] ?? []
                #expect(seen.count == state.count)
                #expect(state.symmetricDifference(told).count >= anonymity.fewest)
                told = state
                // The store keeps the tally and forgets what it holds.
                tally = seen
                pending.removeAll { $0.day <= day }
            }
            var toggled: [Int64: Bool] = [:]
            for _ in 0..<dice.roll(0...6) {
                let member = dice.roll(1...people)
                let applies = !applying.contains(member)
                if applies { applying.insert(member) } else { applying.remove(member) }
                toggled[member] = toggled[member] == nil ? applies : nil
            }
            pending += toggled.map {
                PracticeChange(day: Day(number: today), member: MemberID($0.key), applies: $0.value)
            }
            states[today] = applying
        }
    }

    @Test("members alone propose and apply; authors change; moderators hide, with a reason, and show again")
    func refusals() async throws {
        try await Town.live { town in
            let scene = try await Scene(town, members: 3)
            let (store, community, id) = (town.store, scene.community, scene.practice)
            let stranger = try await town.citizen("Passant")
            let moderator = try await town.official("Modératrice", .moderator)
            #expect(
                try await refusal {
                    try await store.proposePractice(
                        Self.content(), in: community, by: stranger.id, at: Town.day(1))
                } == .notFound)
            #expect(
                try await refusal {
                    try await store.setApplying(true, id, of: community, by: moderator.id, at: Town.day(1))
                } == .forbidden(.communityMembersOnly))
            #expect(
                try await refusal {
                    try await store.changePractice(
                        id, of: community, to: Self.content("Un autre"), by: scene.members[1].id,
                        at: Town.day(1))
                } == .forbidden(.authorOnly))
            #expect(
                try await refusal {
                    try await store.judgePractice(
                        id, of: community, .hide(.offTopic, note: ""), by: scene.members[1].id,
                        at: Town.day(1))
                } == .forbidden(.staffOnly))
            #expect(
                try await refusal {
                    try await store.judgePractice(
                        id, of: community, .hide(.other, note: " "), by: moderator.id, at: Town.day(1))
                } == .invalid("note", .missing))
            try await scene.apply(1, on: 1)
            try await store.judgePractice(
                id, of: community, .hide(.advertising, note: ""), by: moderator.id, at: Town.day(2))
            #expect(try await refusal { _ = try await scene.seen(as: 2, on: 3) } == .notFound)
            #expect(try await scene.seen(as: 0, on: 3).hiding?.reason == .advertising)
            #expect(try await refusal { try await scene.apply(0, on: 3) } == .conflict(.alreadyHidden))
            let listed = try await town.look(as: scene.members[0], at: Town.day(3)) { look in
                (
                    all: try look.practices(of: community).items.count,
                    own: try look.practices(of: community, .own).items.count
                )
            }
            #expect(listed == (all: 0, own: 1))
            #expect(
                try await refusal {
                    _ = try await town.look(as: scene.members[0]) {
                        try $0.practices(of: community, .hidden)
                    }
                } == .notFound)
            try await store.judgePractice(id, of: community, .show, by: moderator.id, at: Town.day(4))
            #expect(try await scene.seen(as: 2, on: 5).hiding == nil)
            let other = try await town.community("fourmis")
            #expect(
                try await refusal {
                    _ = try await town.look(as: town.mayor) { try $0.practice(id, of: other) }
                } == .notFound)
        }
    }
}
