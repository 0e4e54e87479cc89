import Foundation
import Testing

@Suite("Recounting published votes")
struct RecountTests {
    /// The first example of equalshares.net/explanation as a library's file, its lines out of order.
    private static let election = """
        META
        key;value
        description;"Un budget; à partager"
        country;France
        num_projects;5
        num_votes;11
        budget;1100
        vote_type;approval
        PROJECTS
        project_id;cost;votes;name
        lib;100;3;Bibliothèque
        park;250;5;"Parc dit « le ""Petit Bois"" »"
        bike;700;7;Pistes cyclables
        gym;400;6;Gymnase
        play;200;4;Aire de jeux
        VOTES
        voter_id;age;vote
        0;33;bike,gym
        1;;bike,gym,park
        2;;gym,bike
        3;41;bike,gym,park
        4;;park,bike,gym
        5;;bike,gym
        6;;park,play,lib
        7;;play
        8;;play,lib
        9;;park,play,lib
        10;;bike

        """

    private struct Report: Decodable {
        struct Place: Decodable {
            let id: String
            let place: Int
            let tiedWith: [String]
        }
        let method: String
        let version: Int
        let digest: String
        let ranking: [Place]
        let winners: [String]
        let cost: Int?
    }

    private func recount(_ text: String, _ options: String...) async throws -> Program.Outcome {
        let folder = try Folder()
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path("vote")))
        return try await Program.run(["recount", folder.path("vote")] + options)
    }

    private func report(_ text: String, _ options: String...) async throws -> Report {
        let folder = try Folder()
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path("vote")))
        let outcome = try await Program.run(["recount", folder.path("vote"), "--json"] + options)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    }

    @Test("counts a library's file by equal shares, and by every other method that can")
    func library() async throws {
        let shares = try await report(Self.election, "--option", "raises=0")
        #expect((shares.method, shares.version) == ("equal-shares", 1))
        #expect(shares.winners == ["bike", "play", "lib"])
        #expect(shares.cost == 1_000)
        #expect(shares.ranking.map(\.place) == [1, 2, 3, 4, 5])
        let windows = Self.election.replacing("\n", with: "\r\n")
        #expect(try await report("\u{FEFF}" + windows, "--option", "raises=0").digest == shares.digest)
        let greedy = try await report(Self.election, "--method", "greedy")
        #expect(greedy.winners == ["bike", "gym"])
        #expect(greedy.cost == 1_100)
        let approval = try await report(Self.election, "--method", "approval", "--option", "winners=2")
        #expect(approval.winners == ["bike", "gym"])
        let tokens = try await report(Self.election, "--method", "tokens")
        #expect(tokens.ranking.map(\.id) == ["bike", "gym", "park", "play", "lib"])
    }

    @Test("reads votes of points, of an order, and of one choice")
    func voteTypes() async throws {
        func file(_ type: String, _ votes: String) -> String {
            """
            META
            key;value
            budget;100,50
            vote_type;\(type)
            max_length;3
            PROJECTS
            project_id;cost
            1;30,5
            2;20.00
            3;60
            VOTES
            \(votes)
            """
        }
        let points = try await report(
            file("cumulative", "voter_id;vote;points\na;1,3;2,5\nb;3;1\nc;;"), "--method", "tokens")
        #expect(points.ranking.map(\.id) == ["3", "1", "2"])
        let ordered = try await report(
            file("ordinal", "voter_id;vote\na;2,1\nb;2\nc;3,1"), "--method", "greedy")
        #expect(ordered.ranking.map(\.id) == ["2", "1", "3"])
        #expect(ordered.cost == 5_050)
        let one = try await report(file("choose-1", "voter_id;vote\na;2\nb;2\nc;3"), "--method", "approval")
        #expect(one.winners == ["2"])
    }

    @Test(
        "refuses a file that is not what it should be, and says the line",
        arguments: [
            ("vote_type;approval", "vote_type;scoring", "line 8: votes of the type “scoring”"),
            ("budget;1100", "budget;-1100", "line 7: “-1100” is no budget"),
            ("budget;1100\n", "", "META has no “budget”"),
            ("num_votes;11", "num_votes;12", "num_votes is 12"),
            ("gym;400", "gym;4e2", "line 14: “4e2” is no cost"),
            ("gym;400", "bike;400", "line 14: project “bike” is there twice"),
            ("7;;play", "7;;play,play", "line 25: project “play” is chosen twice"),
            ("7;;play", "7;;pool", "line 25: there is no project “pool”"),
            ("7;;play", "6;;play", "line 25: voter “6” is there twice"),
            ("7;;play", "7;;play;;;1", "line 25: 6 fields, where there should be 3"),
            ("7;;play", "7;;\"play", "line 25: a quotation mark is never closed"),
            ("7;;play", "7;\u{0};play", "line 25: a zero byte"),
            ("VOTES\n", "PROJECTS\n", "line 16: the section PROJECTS is there twice"),
            ("voter_id;age;vote", "voter_id;vote;vote", "line 17: the column “vote” is there twice"),
            ("voter_id;age;vote", "voter_id;age;ballot", "the section VOTES has no column “vote”"),
            ("META\n", "", "line 1: the file must begin with the section META"),
            (
                "bike;700", "bike;999999999999",
                "idea 3: the cost must be from 0 to 100000000000"
            ),
        ])
    func hostile(part: String, instead: String, says: String) async throws {
        let outcome = try await recount(Self.election.replacing(part, with: instead, maxReplacements: 1))
        #expect(outcome.code == 78)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    /// A vote as the site publishes it.
    private static let published = """
        {"format": "essaim-ballots/1", "title": "Trouver un service inédit", "kind": "grades",
         "method": "majority-judgment", "options": {"missing": 0}, "seed": "tilleul",
         "ideas": [{"id": "7", "title": "Un vélo de prêt"}, {"id": "12", "title": "Une ligne d’écoute"}],
         "ballots": [
          {"receipt": "a1", "grades": {"7": "good", "12": "veryGood"}},
          {"receipt": "b2", "grades": {"7": "good"}},
          {"receipt": "c3", "grades": {"12": "fairlyGood", "7": "reject"}}]}
        """

    @Test("tells the ranking of a published vote in French and in English")
    func told() async throws {
        let french = try await recount(Self.published)
        #expect(french.code == 0)
        #expect(french.output.contains("Trouver un service inédit\nMéthode majority-judgment/1, 3 bulletins"))
        #expect(french.output.contains("1. 7  Un vélo de prêt  ★\n"))
        #expect(
            french.output.contains(
                "Mention majoritaire «\u{A0}Bien\u{A0}»\u{202F}; 0,0\u{A0}% la jugent au-dessus, 33,3\u{A0}%")
        )
        let english = try await recount(Self.published, "--language", "en")
        #expect(english.output.contains("Majority grade “Fairly good”; 33.3% graded it above, 33.3% below"))
        #expect(english.output.contains("; the idea above has “Good”, 0.0% and 33.3%"))
        let strict = try await report(Self.published)
        let lenient = try await report(Self.published, "--option", "missing=5")
        #expect(strict.winners == ["7"])
        #expect(lenient.winners == ["12"])
        #expect(strict.digest == lenient.digest)
    }

    @Test(
        "refuses a published vote that contradicts itself, and says where",
        arguments: [
            ("essaim-ballots/1", "essaim-ballots/9", "its format is “essaim-ballots/9”"),
            ("\"kind\": \"grades\"", "\"kind\": \"pairs\"", "ballot 1: it is no ballot of pairs"),
            ("\"veryGood\"", "\"superb\"", "ballot 1: it names an idea that is not in the list, or no grade"),
            ("{\"7\": \"good\"}", "{\"8\": \"good\"}", "ballot 2: it names an idea that is not in the list"),
            ("\"b2\"", "\"a1\"", "ballot 2: its receipt is there twice"),
            ("\"id\": \"12\"", "\"id\": \"7\"", "ballot 1: it names an idea that is not in the list"),
            ("\"missing\": 0", "\"missing\": 9", "the option “missing” must be from 0 to 5"),
            ("\"missing\"", "\"mood\"", "there is no option “mood”"),
            ("\"majority-judgment\"", "\"oracle\"", "the method “oracle”, which there is not"),
            ("\"seed\": \"tilleul\",", "", "“seed” is missing"),
            ("\"fairlyGood\"", "3", "a value of another kind was expected in ballots, 3, grades, 12"),
            ("]}", "", "it is not JSON"),
        ])
    func contradictions(part: String, instead: String, says: String) async throws {
        let outcome = try await recount(Self.published.replacing(part, with: instead, maxReplacements: 1))
        #expect(outcome.code == 78)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test("refuses what is no file, no method, no option")
    func usage() async throws {
        let missing = try await Program.run("recount", "/nowhere/vote.json")
        #expect(missing.code == 78)
        #expect(missing.errors == "essaim: there is no file /nowhere/vote.json\n")
        #expect(try await recount(Self.election, "--method", "oracle").code == 64)
        #expect(try await recount(Self.election, "--option", "raises").code == 64)
        #expect(try await recount(Self.election, "--option", "mood=1").code == 78)
        #expect(try await recount(Self.published, "--seed", "mine").code == 78)
        let jury = try await recount(Self.published, "--method", "jury")
        #expect(jury.code == 78)
        #expect(jury.errors.contains("jury cannot count ballots of grades"))
    }
}
