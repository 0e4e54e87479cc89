import Domain
import Foundation
import Testing

@testable import Storage

@Suite struct BallotTests {
    private struct Scene {
        let town: Town
        let ana: Citizen
        let bob: Citizen
        let call: ChallengeID
        let ideas: [IdeaID]
    }

    /// A challenge that decides in this way, and so many ideas of Ana's.
    private static func scene(
        _ way: DecidingWay, ideas count: Int = 4, _ body: @escaping (Scene) async throws -> Void
    ) async throws {
        try await Town.live { town in
            var content = town.content()
            content.way = way
            let call = try await town.store.launchChallenge(content, by: town.mayor.id, at: Town.day(-5))
            try await town.store.publishChallenge(
                call, secret: VoteSecret(seed: "graine", receiptKey: Array(repeating: 9, count: 32)),
                by: town.mayor.id, at: Town.day(-4))
            let ana = try await town.citizen("Ana")
            var ideas: [IdeaID] = []
            for number in 1...count {
                ideas.append(try await town.idea("Idée numéro \(number)", by: ana, in: call))
            }
            if way.envelope != nil {
                try await town.store.setCosts(
                    Dictionary(uniqueKeysWithValues: ideas.map { ($0, 30_000) }), in: call, by: town.mayor.id,
                    at: Town.day(2))
            }
            try await body(
                Scene(town: town, ana: ana, bob: try await town.citizen("Bob"), call: call, ideas: ideas))
        }
    }

    @Test("whoever comes to sign an idea takes back what they said of it, and is asked of the others alone")
    func authors() async throws {
        for way in [DecidingWay.majorityJudgment, .pairwise] {
            try await Self.scene(way, ideas: 3) { scene in
                let (store, bob, call, ideas) = (scene.town.store, scene.bob, scene.call, scene.ideas)
                if way == .pairwise {
                    for other in ideas[1...] {
                        try await store.answerDuel(
                            DuelPair(left: other, right: ideas[0]), winner: ideas[0], in: call, by: bob.id,
                            at: Town.day(30))
                    }
                } else {
                    try await store.castMarks(
                        [ideas[0]: 5, ideas[1]: 2], in: call, by: bob.id, at: Town.day(30))
                }
                try await store.inviteCoAuthor("Bob", to: ideas[0], by: scene.ana.id, at: Town.day(30))
                try await store.joinAuthors(of: ideas[0], by: bob.id, at: Town.day(30))
                let kept = try await scene.town.number(
                    "SELECT (SELECT count(*) FROM mark) + (SELECT count(*) FROM duel)")
                #expect(kept == (way == .pairwise ? 0 : 1))
                try await scene.town.look(as: bob, at: Town.day(30)) { look in
                    if way == .pairwise {
                        let pair = try #require(try look.duel(in: call).pair)
                        #expect(Set([pair.left.idea, pair.right.idea]) == Set(ideas[1...]))
                    } else {
                        #expect(Set(try look.ballot(in: call).items.items.map(\.idea)) == Set(ideas[1...]))
                    }
                }
            }
        }
    }

    @Test("an idea of which people said more than that they support it is not merged into another")
    func merging() async throws {
        for way in [DecidingWay.majorityJudgment, .pairwise, .equalShares(envelope: 90_000)] {
            try await Self.scene(way, ideas: 2) { scene in
                let (store, bob, call, ideas) = (scene.town.store, scene.bob.id, scene.call, scene.ideas)
                if way == .pairwise {
                    try await store.answerDuel(
                        DuelPair(left: ideas[1], right: ideas[0]), winner: nil, in: call, by: bob,
                        at: Town.day(30))
                } else {
                    try await store.castMarks([ideas[0]: 1], in: call, by: bob, at: Town.day(30))
                }
                let refused = try await refusal {
                    try await store.merge(
                        ideas[0], into: .address(ideas[1]), because: Town.reason, by: scene.town.mayor.id,
                        at: Town.day(31))
                }
                #expect(refused == (way.envelope == nil ? .conflict(.alreadyMarked) : nil))
            }
        }
    }

    @Test("tokens are spread within their number and their cap, whoever presses how often at once")
    func tokens() async throws {
        try await Self.scene(.tokens(count: 5, cap: 3)) { scene in
            let (store, bob, call, ideas) = (scene.town.store, scene.bob.id, scene.call, scene.ideas)
            let refused = try await withThrowingTaskGroup(of: Refusal?.self) { group in
                for idea in ideas {
                    for _ in 0..<4 {
                        group.addTask {
                            try await refusal {
                                try await store.castMarks([idea: 2], in: call, by: bob, at: Town.day(30))
                            }
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            // Two ideas have two tokens each, four times over; a third one would be a token too much.
            #expect(refused.count { $0 == nil } == 8)
            #expect(
                Set(refused.compactMap(\.self)) == [.invalid("ballot", .tooManyTokens, limit: 5)])
            #expect(try await scene.town.number("SELECT sum(value) FROM mark") == 4)
            #expect(try await scene.town.number("SELECT count(*) FROM ballot") == 1)
            #expect(try await scene.town.number("SELECT participant_count FROM challenge") == 2)
            let over = try await refusal {
                try await store.castMarks([ideas[0]: 4], in: call, by: bob, at: Town.day(30))
            }
            #expect(over == .invalid("mark-\(ideas[0])", .outOfRange, limit: 3))
            try await store.castMarks(
                [ideas[0]: 3, ideas[1]: 0, ideas[2]: 2, ideas[3]: nil], in: call, by: bob, at: Town.day(31))
            let marks = try await scene.town.look(as: scene.bob, at: Town.day(31)) {
                try $0.ownMarks(in: try $0.challenge(call))
            }
            #expect(marks == [ideas[0]: 3, ideas[2]: 2])
        }
    }

    @Test("grades can be changed and taken back until the close; own ideas and closed votes are refused")
    func grades() async throws {
        try await Self.scene(.majorityJudgment) { scene in
            let (store, call, ideas) = (scene.town.store, scene.call, scene.ideas)
            func cast(_ mark: Int?, by citizen: Citizen, _ day: Double) async throws -> Refusal? {
                try await refusal {
                    try await store.castMarks([ideas[0]: mark], in: call, by: citizen.id, at: Town.day(day))
                }
            }
            #expect(try await cast(4, by: scene.bob, 20) == .conflict(.votingNotOpenYet))
            #expect(try await cast(4, by: scene.bob, 30) == nil)
            #expect(try await cast(0, by: scene.bob, 31) == nil)
            #expect(try await scene.town.number("SELECT value FROM mark") == 0)
            #expect(try await cast(6, by: scene.bob, 31) != nil)
            #expect(try await cast(nil, by: scene.bob, 31) == nil)
            #expect(try await scene.town.number("SELECT count(*) FROM mark") == 0)
            #expect(try await cast(5, by: scene.ana, 31) == .forbidden(.ownIdea))
            #expect(try await cast(5, by: scene.bob, 42) == .conflict(.votingClosed))
            let support = try await refusal {
                try await store.castVote(on: ideas[0], by: scene.bob.id, at: Town.day(30))
            }
            #expect(support == .conflict(.otherBallot))
            let other = try await scene.town.challenge(title: "Un autre défi")
            let elsewhere = try await refusal {
                try await store.castMarks([ideas[0]: 1], in: other, by: scene.bob.id, at: Town.day(30))
            }
            #expect(elsewhere == .conflict(.otherBallot))
        }
    }

    @Test("a pair answered twice, or by two requests at once, is one answer; it can be changed")
    func duels() async throws {
        try await Self.scene(.pairwise) { scene in
            let (store, call, ideas, bob) = (scene.town.store, scene.call, scene.ideas, scene.bob.id)
            let pair = DuelPair(left: ideas[2], right: ideas[1])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<16 {
                    group.addTask {
                        try await store.answerDuel(
                            pair, winner: ideas[number % 2 + 1], in: call, by: bob, at: Town.day(30))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await scene.town.number("SELECT count(*) FROM duel") == 1)
            #expect(try await scene.town.number("SELECT sum(duels) FROM duel_count") == 2)
            #expect(try await scene.town.number("SELECT sum(wins) FROM duel_count") == 1)
            try await store.answerDuel(pair, winner: nil, in: call, by: bob, at: Town.day(30))
            #expect(try await scene.town.number("SELECT sum(duels) + sum(wins) FROM duel_count") == 0)
            for wrong in [
                DuelPair(left: ideas[0], right: ideas[0]), DuelPair(left: ideas[0], right: IdeaID(99)),
            ] {
                let met = try await refusal {
                    try await store.answerDuel(wrong, winner: nil, in: call, by: bob, at: Town.day(30))
                }
                #expect(met == .notFound)
            }
            let own = try await refusal {
                try await store.answerDuel(pair, winner: nil, in: call, by: scene.ana.id, at: Town.day(30))
            }
            #expect(own == .forbidden(.ownIdea))
            // Six pairs of four ideas, then no more.
            for _ in 0..<5 {
                let next = try await scene.town.look(as: scene.bob, at: Town.day(30)) {
                    try $0.duel(in: call).pair.map { DuelPair(left: $0.left.idea, right: $0.right.idea) }
                }
                let pair = try #require(next)
                try await store.answerDuel(pair, winner: pair.left, in: call, by: bob, at: Town.day(30))
            }
            #expect(
                try await scene.town.look(as: scene.bob, at: Town.day(30)) {
                    try $0.duel(in: call).pair == nil
                })
        }
    }

    @Test("costs are within the envelope, and settled when the vote opens; what has none cannot be chosen")
    func costs() async throws {
        try await Self.scene(.equalShares(envelope: 100_000)) { scene in
            let (store, call, ideas, mayor) = (scene.town.store, scene.call, scene.ideas, scene.town.mayor.id)
            let dear = try await refusal {
                try await store.setCosts([ideas[0]: 100_001], in: call, by: mayor, at: Town.day(3))
            }
            #expect(dear == .invalid("cost-\(ideas[0])", .outOfRange, limit: 1_000))
            try await store.setCosts(
                [ideas[0]: nil, ideas[1]: 100_000], in: call, by: mayor, at: Town.day(3))
            let none = try await refusal {
                try await store.castMarks([ideas[0]: 1], in: call, by: scene.bob.id, at: Town.day(30))
            }
            #expect(none == .conflict(.ideaWithoutCost))
            let late = try await refusal {
                try await store.setCosts([ideas[0]: 5_000], in: call, by: mayor, at: Town.day(30))
            }
            #expect(late == .conflict(.costsSettled))
            try await store.castMarks([ideas[1]: 1], in: call, by: scene.bob.id, at: Town.day(30))
            try await store.castMarks([ideas[1]: 1], in: call, by: scene.bob.id, at: Town.day(30))
            #expect(try await scene.town.number("SELECT count(*) FROM vote") == 1)
        }
    }

    @Test("what is published can be recounted, holds every receipt, and tells neither names nor times")
    func publication() async throws {
        try await Self.scene(.majorityJudgment) { scene in
            let (town, store, call, ideas) = (scene.town, scene.town.store, scene.call, scene.ideas)
            var receipts: [Receipt] = []
            for number in 0..<9 {
                let voter = try await town.citizen("Voteur\(number)")
                try await store.castMarks(
                    [ideas[0]: 5, ideas[1]: number % 6, ideas[2]: 0], in: call, by: voter.id, at: Town.day(30)
                )
                let receipt = try await town.look(as: voter, at: Town.day(30)) {
                    try $0.ballot(in: call).receipt
                }
                receipts.append(try #require(receipt))
            }
            for person in [nil, scene.ana, town.mayor] {
                for day in [30.0, 43] {
                    let met = try await refusal {
                        _ = try await town.look(as: person, at: Town.day(day)) { try $0.ballotFile(of: call) }
                    }
                    #expect(met == .notFound)
                }
            }
            for idea in ideas { try await town.decide(.accepted, idea, secretly: true) }
            let preview = try await town.look(as: town.mayor, at: Town.day(43)) {
                try $0.resultsPreview(of: call).decided.map(\.idea.idea)
            }
            #expect(preview == [ideas[0], ideas[1], ideas[2], ideas[3]])
            try await store.publishResults(of: call, by: town.mayor.id, at: Town.day(44))
            let (file, publication) = try await town.look(as: nil, at: Town.day(45)) { look in
                (try look.ballotFile(of: call), try look.publication(of: try look.challenge(call)))
            }
            let published = try #require(publication)
            let vote = try BallotFile.read(file)
            #expect(vote.tally.ballots.count == 9)
            #expect(try MajorityJudgment(options: vote.options).rank(vote.tally) == published.ranking)
            #expect(vote.root == published.root)
            #expect(published.seed == "graine")
            let text = String(decoding: file, as: UTF8.self)
            for word in ["Voteur", "Ana", "180000"] { #expect(!text.contains(word), "\(word)") }
            for receipt in receipts {
                #expect(!text.contains(receipt.description))
                let found = try await town.look(as: nil, at: Town.day(45)) {
                    try $0.proof(of: receipt, in: call)
                }
                let proof = try #require(found)
                #expect(
                    MerkleTree.verifies(
                        proof.path, of: Array(proof.paper.line.utf8), at: proof.place, in: proof.count,
                        under: published.root))
            }
            let stranger = try #require(Receipt(typed: "0000-0000-0000-0000"))
            #expect(
                try await town.look(as: nil, at: Town.day(45)) { try $0.proof(of: stranger, in: call) == nil }
            )
            // The key is gone: nobody can tell any more whose a receipt is.
            #expect(try await town.number("SELECT count(receipt_key) FROM vote_secret") == 0)
            await #expect(throws: StorageFailure.self) {
                try await store.write { try $0.execute("UPDATE vote_publication SET ballot_count = 0") }
            }
        }
    }

    @Test("results of every way are published, also without any ballot", arguments: DecidingWay.Name.allCases)
    func everyWay(name: DecidingWay.Name) async throws {
        let way: DecidingWay =
            switch name {
            case .approval: .approval
            case .tokens: .usualTokens
            case .majorityJudgment: .majorityJudgment
            case .pairwise: .pairwise
            case .equalShares: .equalShares(envelope: 100_000)
            }
        for votes in [false, true] {
            try await Self.scene(way) { scene in
                let (town, store, call, ideas) = (scene.town, scene.town.store, scene.call, scene.ideas)
                if votes {
                    switch way {
                    case .approval: try await store.castVote(on: ideas[1], by: scene.bob.id, at: Town.day(30))
                    case .pairwise:
                        try await store.answerDuel(
                            DuelPair(left: ideas[0], right: ideas[1]), winner: ideas[1], in: call,
                            by: scene.bob.id, at: Town.day(30))
                    default:
                        try await store.castMarks([ideas[1]: 1], in: call, by: scene.bob.id, at: Town.day(30))
                    }
                }
                for idea in ideas { try await town.decide(.accepted, idea, secretly: true) }
                try await store.publishResults(of: call, by: town.mayor.id, at: Town.day(44))
                let (results, publication, steps) = try await town.look(as: nil, at: Town.day(45)) { look in
                    let challenge = try look.challenge(call)
                    return (
                        try look.results(of: challenge), try look.publication(of: challenge),
                        try look.selection(of: challenge)
                    )
                }
                let ranking = try #require(publication?.ranking)
                #expect(
                    steps == [SelectionStep(.vote, ranking, first: nil)]
                        + (way.envelope.map { [SelectionStep(funding: ranking, from: $0)] } ?? []))
                #expect(publication?.ranking.places.count == 4)
                #expect(publication?.ballotCount == (votes ? 1 : 0))
                if votes, way != .equalShares(envelope: 100_000) {
                    #expect(publication?.ranking.places.first?.id == "\(ideas[1])")
                    #expect(results?.rows.first?.idea == ideas[1])
                }
                #expect(results?.voterCount == (votes ? 1 : 0))
            }
        }
    }

    @Test("an idea that was hidden and is shown again does not keep a vote from being counted")
    func shownAgain() async throws {
        try await Self.scene(.tokens(count: 3, cap: 3)) { scene in
            let (town, store, call, ideas) = (scene.town, scene.town.store, scene.call, scene.ideas)
            func set(_ visibility: String) async throws {
                try await store.write {
                    try $0.execute("UPDATE idea SET visibility = ? WHERE id = ?", visibility, ideas[0])
                }
            }
            try await store.castMarks([ideas[0]: 3], in: call, by: scene.bob.id, at: Town.day(30))
            try await set("hidden")
            try await store.castMarks([ideas[1]: 3], in: call, by: scene.bob.id, at: Town.day(31))
            try await set("public")
            for idea in ideas { try await town.decide(.accepted, idea, secretly: true) }
            try await store.publishResults(of: call, by: town.mayor.id, at: Town.day(44))
            let places = try await town.look(as: nil, at: Town.day(45)) { look in
                try look.publication(of: try look.challenge(call))?.ranking.places.map(\.place)
            }
            #expect(places == [1, 1, 3, 3])
        }
    }

    @Test("a public challenge keeps how it decides, and a deleted account takes its open ballot along")
    func settledAndDeleted() async throws {
        try await Self.scene(.majorityJudgment) { scene in
            let (town, store) = (scene.town, scene.town.store)
            await #expect(throws: StorageFailure.self) {
                try await store.write { try $0.execute("UPDATE challenge SET way = 'approval'") }
            }
            try await store.castMarks([scene.ideas[0]: 3], in: scene.call, by: scene.bob.id, at: Town.day(30))
            try await store.deleteAccount(of: scene.bob.id, at: Town.day(31))
            #expect(
                try await town.number("SELECT (SELECT count(*) FROM mark) + (SELECT count(*) FROM ballot)")
                    == 0)
        }
    }
}
