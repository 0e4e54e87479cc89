import Domain
import Foundation
import Storage
import Testing

@testable import essaim

@Suite("Looking at real elections")
struct ElectionTests {
    /// The first example of equalshares.net/explanation; one project costs more than there is.
    private static let election = """
        META
        key;value
        description;Un budget à partager
        num_projects;6
        num_votes;11
        budget;1100
        vote_type;approval
        PROJECTS
        project_id;cost;name
        lib;100;Bibliothèque
        park;250;Petit bois
        bike;700;Pistes cyclables
        gym;400;Gymnase
        play;200;Aire de jeux
        moon;9000;Voyage sur la Lune
        VOTES
        voter_id;vote
        0;bike,gym
        1;bike,gym,park
        2;gym,bike
        3;bike,gym,park
        4;park,bike,gym
        5;bike,gym
        6;park,play,lib
        7;play
        8;play,lib
        9;park,play,lib,moon
        10;bike

        """

    @Test("names that are too short to be titles stand behind what they name")
    func shortNames() async throws {
        let folder = try Folder()
        let store = try Store(path: folder.path("world.sqlite"))
        try await store.migrate()
        _ = try await store.addTheme(
            slug: "prevention", title: [.french: "Prévention", .english: "Prevention"],
            summary: [.french: "Éviter", .english: "Avoid"], prompts: "", hues: (40, 220))
        let file = Self.election.replacing("Un budget à partager", with: "Vote").replacing(
            "Gymnase", with: "Gym")
        let vote = try LibraryFile.read(Array(file.utf8))
        let id = try await ElectionImport(vote, into: store, at: Timestamp(seconds: 1_800_000_000)).play()
        let (title, titles) = try await store.look(as: nil, at: Timestamp(seconds: 1_800_000_000)) { look in
            let challenge = try look.challenge(id)
            return (challenge.title, try look.titles(of: challenge))
        }.value
        #expect(title == "Une élection d’ailleurs\u{A0}: Vote")
        #expect(titles.values.contains("Projet gym\u{A0}: Gym"))
        await store.close()
    }

    @Test(
        "an election is played through the store, and its page of results funds what a recount of the file funds"
    )
    func play() async throws {
        let folder = try Folder()
        let store = try Store(path: folder.path("world.sqlite"))
        try await store.migrate()
        _ = try await store.addTheme(
            slug: "prevention", title: [.french: "Prévention", .english: "Prevention"],
            summary: [.french: "Éviter", .english: "Avoid"], prompts: "", hues: (40, 220))
        let vote = try LibraryFile.read(Array(Self.election.utf8))
        let now = Timestamp(seconds: 1_800_000_000)
        let challenge = try await ElectionImport(vote, into: store, at: now).play()
        let found = try await store.look(as: nil, at: now) { look in
            let challenge = try look.challenge(challenge)
            let publication = try #require(try look.publication(of: challenge))
            return (publication, try look.titles(of: challenge), challenge.title)
        }.value
        let (publication, titles, title) = found
        #expect(title == "Un budget à partager")
        #expect(publication.ballotCount == 11)
        let expected = try EqualShares(options: [:]).rank(vote.tally)
        #expect(!expected.winners.isEmpty)
        #expect(
            Set(publication.ranking.winners.compactMap { titles[$0] })
                == Set(expected.winners.compactMap { vote.titles[$0] }))
        #expect(publication.ranking.cost == expected.cost.map { $0 * 100 })
        await #expect(throws: ConfigurationFault.self) {
            _ = try await ElectionImport(vote, into: store, at: now).play()
        }
        await store.close()
    }

    @Test("outside of the demonstration nothing is imported, and a broken file is told so")
    func refusals() async throws {
        let folder = try Folder()
        try Data(Self.election.utf8).write(to: URL(fileURLWithPath: folder.path("vote.pb")))
        try Data("META\nkey;value\n".utf8).write(to: URL(fileURLWithPath: folder.path("broken.pb")))
        let own = try await Program.run(
            ["import-election", folder.path("vote.pb"), "--database", folder.path("own.sqlite")])
        #expect(own.code != 0 && own.errors.contains("is not the demonstration"))
        let broken = try await Program.run(
            ["import-election", folder.path("broken.pb"), "--database", folder.path("own.sqlite")])
        #expect(broken.code != 0 && broken.errors.contains("broken.pb"))
    }
}
