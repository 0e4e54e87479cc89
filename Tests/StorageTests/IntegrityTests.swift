import Domain
import Testing

@testable import Storage

@Suite struct IntegrityTests {
    private struct Vote {
        let call: ChallengeID
        let first: IdeaID
        let second: IdeaID
        let honest: [Citizen]
        let ring: [Citizen]
    }

    /// Four vote for the second idea over the days; twelve friends of the first vote within ten minutes.
    private func vote(in town: Town) async throws -> Vote {
        let ana = try await town.citizen("Ana")
        let call = try await town.challenge()
        let first = try await town.idea("Poussée", by: ana, in: call)
        let second = try await town.idea("Aimée", by: ana, in: call)
        var (honest, ring): ([Citizen], [Citizen]) = ([], [])
        for number in 0..<9 {
            honest.append(try await town.citizen("Voteur\(number)"))
            try await town.store.castVote(
                on: second, by: honest[number].id, at: Town.day(29 + Double(number)))
        }
        for number in 0..<12 {
            ring.append(try await town.citizen("Ami\(number)"))
            let at = Timestamp(seconds: Town.day(33.5).seconds + Int64(number * 50))
            try await town.store.castVote(on: first, by: ring[number].id, at: at)
        }
        for idea in [first, second] { try await town.decide(.accepted, idea, secretly: true) }
        return Vote(call: call, first: first, second: second, honest: honest, ring: ring)
    }

    private static let reason = "Douze votes pour la même idée en dix minutes, sans autre vote."

    @Test("ballots set aside are not counted, restored ones are, and both totals are published")
    func totals() async throws {
        try await Town.live { town in
            let vote = try await vote(in: town)
            let moderator = try await town.official("Modératrice", .moderator, for: vote.call)
            let reading = try await town.look(as: moderator, at: Town.day(43)) {
                try $0.inspection(of: vote.call)
            }
            let alert = try #require(reading.alerts.first { $0.signal == .burst })
            #expect(alert.ideas == [vote.first] && Set(alert.voters) == Set(vote.ring.map(\.id)))
            for _ in 0..<2 {
                try await town.store.setAside(
                    ballotsOf: alert.voters, for: .burst, reason: Self.reason, in: vote.call,
                    by: moderator.id,
                    at: Town.day(43))
            }
            let after = try await town.look(as: moderator, at: Town.day(43)) {
                try $0.inspection(of: vote.call)
            }
            #expect(after.alerts == reading.alerts && after.aside.count == 12 && after.history.count == 12)
            try await town.store.appealSetAside(
                "J’ai voté avec mes collègues, à la pause.", in: vote.call, by: vote.ring[0].id,
                at: Town.day(44))
            #expect(
                try await town.look(as: town.mayor, at: Town.day(44)) {
                    try $0.resultsPreview(of: vote.call).contested
                } == 1)
            let appealed = try await town.look(as: moderator, at: Town.day(44)) {
                try #require(try $0.inspection(of: vote.call).history.first { $0.entry.appeal != nil })
            }
            try await town.store.restoreBallot(appealed.id, in: vote.call, by: moderator.id, at: Town.day(44))
            try await town.store.publishResults(of: vote.call, by: town.mayor.id, at: Town.day(45))
            let (publication, bytes) = try await town.look(as: nil, at: Town.day(46)) { look in
                let challenge = try look.challenge(vote.call)
                return (try #require(try look.publication(of: challenge)), try look.ballotFile(of: vote.call))
            }
            #expect(publication.ballotCount == 10 && publication.asideCount == 11)
            #expect(publication.ranking.places.map(\.id) == ["\(vote.second)", "\(vote.first)"])
            #expect(publication.wholeRanking?.places.map(\.id) == ["\(vote.first)", "\(vote.second)"])
            // Anybody can count both again.
            let file = try BallotFile.decoded(bytes)
            #expect(try file.vote().tally.digest == publication.ranking.digest)
            #expect(try file.whole?.vote().tally.digest == publication.wholeRanking?.digest)
            await #expect(throws: Refusal.conflict(.resultsAlreadyPublished)) {
                try await town.store.setAside(
                    ballotsOf: alert.voters, for: .burst, reason: Self.reason, in: vote.call,
                    by: moderator.id,
                    at: Town.day(46))
            }
        }
    }

    @Test("the person is told, and nobody else; as long as people vote nobody looks")
    func told() async throws {
        try await Town.live { town in
            let vote = try await vote(in: town)
            let moderator = try await town.official("Modératrice", .moderator, for: vote.call)
            let juror = try await town.official("Jurée", .juror, for: vote.call)
            await #expect(throws: Refusal.conflict(.votingStillOpen)) {
                _ = try await town.look(as: moderator, at: Town.day(41)) { try $0.inspection(of: vote.call) }
            }
            for person in [nil, vote.ring[0], juror] {
                await #expect(throws: Refusal.notFound) {
                    _ = try await town.look(as: person, at: Town.day(43)) { try $0.inspection(of: vote.call) }
                }
            }
            func attempt(_ voters: [MemberID], _ reason: String) async throws {
                try await town.store.setAside(
                    ballotsOf: voters, for: .burst, reason: reason, in: vote.call, by: moderator.id,
                    at: Town.day(43))
            }
            await #expect(throws: Refusal.invalid("voters", .missing)) { try await attempt([], Self.reason) }
            await #expect(throws: Refusal.invalid("reason", .tooShort, limit: 20)) {
                try await attempt([vote.ring[0].id], "Bizarre.")
            }
            try await attempt([vote.ring[0].id], Self.reason)
            let own = try await town.look(as: vote.ring[0], at: Town.day(43)) {
                (
                    entry: try $0.ownSetAside(in: vote.call), all: try $0.ownSetAsides(),
                    waiting: $0.attention.authorship
                )
            }
            #expect(own.entry?.reason == Self.reason && own.all.count == 1 && own.waiting == 1)
            let other = try await town.look(as: vote.ring[1], at: Town.day(43)) {
                (
                    entry: try $0.ownSetAside(in: vote.call), all: try $0.ownSetAsides(),
                    waiting: $0.attention.authorship
                )
            }
            #expect(other.entry == nil && other.all.isEmpty && other.waiting == 0)
            await #expect(throws: Refusal.notFound) {
                try await town.store.appealSetAside(
                    "Je n’y suis pour rien du tout.", in: vote.call, by: vote.ring[1].id, at: Town.day(43))
            }
            try await town.store.appealSetAside(
                "Je n’y suis pour rien du tout.", in: vote.call, by: vote.ring[0].id, at: Town.day(43))
            await #expect(throws: Refusal.conflict(.alreadyAppealed)) {
                try await town.store.appealSetAside(
                    "Je n’y suis vraiment pour rien.", in: vote.call, by: vote.ring[0].id, at: Town.day(43))
            }
        }
    }

    @Test("what was set aside when the jury is seated stays so, and both totals of that vote are published")
    func settled() async throws {
        try await Town.live { town in
            let store = town.store
            var content = town.content(title: "Un jury")
            content.way = .usualTokens
            let call = try await store.launchChallenge(content, by: town.mayor.id, at: Town.day(-5))
            try await store.publishChallenge(call, by: town.mayor.id, at: Town.day(-4))
            let ana = try await town.citizen("Ana")
            let ideas = [
                try await town.idea("La première", by: ana, in: call),
                try await town.idea("La seconde", by: ana, in: call),
            ]
            let voters = [try await town.citizen("Bob"), try await town.citizen("Chloé")]
            try await store.castMarks([ideas[0]: 3], in: call, by: voters[0].id, at: Town.day(30))
            try await store.castMarks([ideas[1]: 2], in: call, by: voters[1].id, at: Town.day(30))
            try await store.setJuryRules(
                JuryTests.rules(2, wildCards: 1), of: call, by: town.mayor.id, at: Town.day(1))
            let juror = try await town.official("Jurée", .juror, for: call)
            try await store.setAside(
                ballotsOf: [voters[0].id], for: .lockstep, reason: Self.reason, in: call, by: town.mayor.id,
                at: Town.day(43))
            try await store.seatJury([juror.id], in: call, by: town.mayor.id, at: Town.day(43))
            let setting = try await refusal {
                try await store.setAside(
                    ballotsOf: [voters[1].id], for: .lockstep, reason: Self.reason, in: call,
                    by: town.mayor.id, at: Town.day(43))
            }
            #expect(setting == .conflict(.voteSettled))
            let entry = try await town.look(as: town.mayor, at: Town.day(43)) {
                try $0.inspection(of: call).history[0].id
            }
            let own = try await town.look(as: voters[0], at: Town.day(43)) {
                try $0.setAsideToAnswer(in: call)
            }
            #expect(own.isFinal)
            let restoring = try await refusal {
                try await store.restoreBallot(entry, in: call, by: town.mayor.id, at: Town.day(43))
            }
            #expect(restoring == .conflict(.voteSettled))
            let appeal = try await refusal {
                try await store.appealSetAside(
                    "J’ai voté avec mes collègues, à la pause.", in: call, by: voters[0].id, at: Town.day(43))
            }
            #expect(appeal == .conflict(.voteSettled))
            for idea in ideas { try await town.decide(.accepted, idea, secretly: true) }
            try await store.publishResults(of: call, by: town.mayor.id, at: Town.day(44))
            let published = try await town.look(as: nil, at: Town.day(45)) {
                try $0.publication(of: try $0.challenge(call))
            }
            let vote = try #require(published)
            #expect(vote.ballotCount == 1 && vote.asideCount == 1)
            #expect(vote.ranking.places.map(\.id) == ["\(ideas[1])", "\(ideas[0])"])
            #expect(vote.wholeRanking?.places.map(\.id) == ["\(ideas[0])", "\(ideas[1])"])
        }
    }
}
