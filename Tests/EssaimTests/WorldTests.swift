import Domain
import Proving
import Storage
import Testing

@testable import essaim

@Suite("Made-up worlds")
struct WorldTests {
    private func demonstration(in folder: Folder) async throws -> Store {
        try await PlayedDemonstration.copy(to: folder.path("world.sqlite"))
        return try Store(path: folder.path("world.sqlite"))
    }

    @Test("the demonstration shows a challenge in every state that a visitor can meet")
    func states() async throws {
        let folder = try Folder()
        let store = try await demonstration(in: folder)
        let seen = try await store.look(as: nil, at: .now) { look in
            try (1...2).flatMap { try look.challenges(ChallengeFilter(), page: $0).items.map(\.challenge) }
        }
        let states = Set(seen.value.map { $0.state(at: .now) })
        #expect(
            states.isSuperset(of: [
                .toCome, .openToIdeas, .openToVotes, .underDeliberation, .resultsPublished, .followedUp,
                .suspended, .cancelled,
            ]))
        #expect(seen.value.map(\.ideaCount).reduce(0, +) > 80)
        #expect(try await store.integrityProblems() == [])
        await store.close()
    }

    @Test(
        "votes that people gave in the demonstration raise no alert; the ring that it tells of is seen"
    )
    func integrity() async throws {
        let folder = try Folder()
        let store = try await demonstration(in: folder)
        let now = PlayedDemonstration.moment
        let moderator = try #require(try await store.credentials(email: "moderation@demo.example"))
        let session = SessionKey(digest: Array(repeating: 7, count: 32))
        try await store.openSession(session, for: moderator.member, at: now, until: now + .days(1))
        let found = try await store.look(as: session, at: now) { look in
            try (1...3).flatMap { try look.challenges(ChallengeFilter(), page: $0).items.map(\.challenge) }
                .filter { $0.inspectionRefusal(for: look.viewer, at: now) == nil }
                .map {
                    (
                        ring: $0.title == CoolSummer.challenge.title,
                        alerts: try look.inspection(of: $0.id).alerts
                    )
                }
        }.value
        #expect(found.count >= 6)
        for vote in found where !vote.ring { #expect(vote.alerts == []) }
        #expect(
            found.first { $0.ring }?.alerts.contains { $0.signal == .burst && $0.voters.count == 12 } == true)
        await store.close()
    }

    @Test("the demonstration’s ledger is sound, the lines of its funds included")
    func funds() async throws {
        let folder = try Folder()
        let store = try await demonstration(in: folder)
        await store.close()
        let report = try await Store.verifyLedger(of: folder.path("world.sqlite"))
        #expect(report.fault == nil)
        #expect(report.head.seq > 60)
    }

    @Test("the demonstration is the same at the same moment")
    func deterministic() async throws {
        let folder = try Folder()
        let known = try await demonstration(in: folder)
        let again = try Store(path: folder.path("again.sqlite"))
        try await again.migrate()
        try await DemonstrationSeeding.play(into: again, at: PlayedDemonstration.moment)
        #expect(try await Self.telling(known) == Self.telling(again))
        await known.close()
        await again.close()
    }

    /// What a visitor of a demonstration finds in its lists.
    private static func telling(_ store: Store) async throws -> [String] {
        try await store.look(as: nil, at: PlayedDemonstration.moment) { look in
            try look.challenges(ChallengeFilter()).items.flatMap { summary in
                let challenge = summary.challenge
                return try ["\(challenge.id) \(challenge.participantCount)"]
                    + look.ideas(in: challenge).items.map {
                        "\($0.idea) \($0.title) \($0.supportCount ?? -1)"
                    }
            }
        }.value
    }

    @Test("a large world holds as much as was asked for")
    func large() async throws {
        let folder = try Folder()
        try await EmptyDatabase.copy(to: folder.path("world.sqlite"))
        let store = try Store(path: folder.path("world.sqlite"))
        let extent = LargeSeeding.Extent(
            challenges: 100, ideas: 1_000, votes: 5_000, comments: 3_000, members: 900)
        try await LargeSeeding.fill(store, extent, at: .now) { _ in }
        #expect(try await store.origin() == .large)
        #expect(try await store.integrityProblems() == [])
        let seen = try await store.look(as: nil, at: .now) { look in
            var ideas = 0
            var page = 1
            while true {
                let list = try look.challenges(ChallengeFilter(), page: page)
                ideas += list.items.map(\.challenge.ideaCount).reduce(0, +)
                guard list.hasNext else { return ideas }
                page += 1
            }
        }
        #expect(seen.value == extent.ideas)
        await store.close()
    }

    @Test("ballots are dealt within the quota, to nobody twice, and not to the author")
    func dealing() throws {
        let everybody = (1...50).map { MemberID(Int64($0)) }
        var dealing = BallotDealing(among: everybody, supports: [20, 20, 10], quota: 3, startingAt: 4)
        var given: [MemberID: Int] = [:]
        for count in [20, 20, 10] {
            let voters = try dealing.voters(for: count, except: everybody[40])
            #expect(Set(voters).count == count)
            #expect(!voters.contains(everybody[40]))
            for voter in voters { given[voter, default: 0] += 1 }
        }
        #expect(given.values.allSatisfy { $0 <= 3 })
        #expect(throws: ScriptFault.self) { try dealing.voters(for: 60, except: everybody[40]) }
    }

    @Test("wrk's report is read")
    func report() throws {
        let result = try #require(
            LoadResult(
                report: """
                    Running 3s test @ http://127.0.0.1:8080/fr
                      2 threads and 32 connections
                      Thread Stats   Avg      Stdev     Max   +/- Stdev
                        Latency     2.05ms    1.10ms  20.01ms   90.12%
                        Req/Sec     7.90k   500.00     8.80k    70.00%
                      Latency Distribution
                         50%  900.00us
                         75%    2.50ms
                         90%    3.00ms
                         99%    1.20s
                      47123 requests in 3.00s, 1.10GB read
                      Socket errors: connect 0, read 2, write 0, timeout 1
                      Non-2xx or 3xx responses: 17
                    Requests/sec:  15707.66
                    Transfer/sec:    375.41MB
                    """))
        #expect(result.requestsPerSecond == 15_707.66)
        #expect(result.median == 0.9)
        #expect(result.slowest == 1_200)
        #expect(result.failures == 20)
        #expect(result.requests == 47_123)
    }
}
