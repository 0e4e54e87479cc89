import Domain
import Foundation
import Storage
import Testing

@testable import essaim

@Suite("Votes that the site published")
struct PublishedVoteTests {
    private struct Report: Decodable {
        struct Place: Decodable {
            let id: String
            let place: Int
        }
        let method: String
        let digest: String
        let ranking: [Place]
        let winners: [String]
    }

    @Test("every one of the demonstration is recounted to the very ranking of its page")
    func recounted() async throws {
        let folder = try Folder()
        try await PlayedDemonstration.copy(to: folder.path("world.sqlite"))
        let store = try Store(path: folder.path("world.sqlite"))
        let published = try await store.look(as: nil, at: .now) { look in
            try look.challenges(ChallengeFilter()).items.compactMap { summary in
                try look.publication(of: summary.challenge).map {
                    (
                        way: summary.challenge.content.way.name, vote: $0,
                        file: try look.ballotFile(of: summary.challenge.id)
                    )
                }
            }
        }.value
        #expect(Set(published.map(\.way)).isSuperset(of: [.approval, .majorityJudgment, .equalShares]))
        for (index, (way, vote, file)) in published.enumerated() {
            let path = folder.path("ballots-\(index).json")
            try Data(file).write(to: URL(fileURLWithPath: path))
            let outcome = try await Program.run("recount", path, "--json")
            #expect(outcome.code == 0, "\(outcome.errors)")
            let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
            #expect(report.digest == vote.ranking.digest)
            #expect(report.ranking.map(\.id) == vote.ranking.places.map(\.id))
            #expect(report.ranking.map(\.place) == vote.ranking.places.map(\.place))
            #expect(report.winners == vote.ranking.winners)
            #expect(vote.ballotCount > 20, "\(way)")
            let told = try await Program.run("recount", path)
            #expect(told.output.contains("Racine des bulletins \(vote.root)"))
        }
        await store.close()
    }
}
