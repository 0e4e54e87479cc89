import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct DashboardTests {
    private static let firefox: HTTPFields = [.userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"]

    /// Members and visitors counted since the last time.
    private func readings(_ town: Town, _ challenge: ChallengeID) -> [Int] {
        let counts = town.app.readership.take().filter { $0.challenge == challenge }
        return [counts.reduce(0) { $0 + $1.members }, counts.reduce(0) { $0 + $1.visitors }]
    }

    @Test(
        "each person reads a challenge once a day, whether the page was kept ready or not; staff and robots never do"
    )
    func readers() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let page = "/fr/challenges/\(challenge)-eviter-les-degats-des-eaux"
        let member = try await town.person("Ajonc")
        for _ in 0..<3 { _ = try await member.open(page) }
        _ = try await manager.open(page)
        #expect(readings(town, challenge) == [1, 0])
        for _ in 0..<3 { _ = try await town.visitor().exchange(.get, page, headers: Self.firefox) }
        #expect(readings(town, challenge) == [0, 1])
        _ = try await town.visitor().exchange(
            .get, page, headers: [.userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1)"])
        _ = try await town.visitor().exchange(.get, page, headers: [.userAgent: "curl/8.0"])
        _ = try await town.visitor().exchange(.head, page, headers: Self.firefox)
        _ = try await town.visitor().exchange(.get, "/fr/challenges", headers: Self.firefox)
        _ = try await town.visitor().exchange(.get, "/fr/challenges/9999", headers: Self.firefox)
        #expect(readings(town, challenge) == [0, 0])
        _ = try await town.visitor().exchange(
            .get, page, headers: [.userAgent: "Mozilla/5.0 (Macintosh) Safari/605"])
        #expect(readings(town, challenge) == [0, 1])
        town.wait(.days(1))
        _ = try await member.open(page)
        _ = try await town.visitor().exchange(.get, page, headers: Self.firefox)
        #expect(readings(town, challenge) == [1, 1])
    }

    @Test("counting readers leaves every page that is kept ready in its place")
    func quiet() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: try await town.manager())
        let commits = town.store.commitCount
        _ = try await town.visitor().exchange(
            .get, "/fr/challenges/\(challenge)-eviter-les-degats-des-eaux", headers: Self.firefox)
        await town.app.keepReadings()
        #expect(readings(town, challenge) == [0, 0])
        #expect(town.store.commitCount == commits)
    }

    @Test("a manager finds the dashboard from the challenge and from the desk; nobody else does")
    func way() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let draft = try await town.challenge("Un brouillon", by: manager, isPublished: false)
        let page = try await manager.open("/fr/challenges/\(challenge)").follow("Tableau de bord")
        #expect(try page.text().contains("La participation dans le temps"))
        #expect(try page.text().contains("Les soutiens par jour paraîtront ici une fois le vote terminé."))
        let list = try await manager.open("/fr/desk").follow("Tableaux de bord")
        #expect(try list.text().contains("1 défi, Aucune idée"))
        #expect(try await list.follow("Éviter les dégâts").target == page.target)
        #expect(try await manager.open("/fr/challenges/\(draft)/dashboard").status == 409)
        let member = try await town.person("Ajonc")
        #expect(try await member.open("/fr/challenges/\(challenge)").links("Tableau de bord").isEmpty)
        #expect(try await member.open(page.target).status == 403)
        #expect(try await member.open("/fr/desk/dashboards").status == 404)
    }

    @Test("supports appear once the vote is over, and only in numbers that tell of nobody")
    func supports() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager, quota: nil)
        let idea = try await town.idea(in: challenge, by: try await town.person("Auteur"))
        var voters: [Browser] = []
        for number in 0..<24 { voters.append(try await town.person("Votant \(number)")) }
        town.wait(.days(21))
        func vote(_ people: ArraySlice<Browser>) async throws {
            for person in people {
                try await town.store.castVote(on: idea, by: try person.requireMember(), at: town.now)
            }
        }
        try await vote(voters[..<11])
        town.wait(.days(1))
        try await vote(voters[11..<21])
        let path = "/fr/challenges/\(challenge)-eviter-les-degats-des-eaux/dashboard"
        let during = try await manager.open(path)
        #expect(try !during.text().contains("Ont soutenu"))
        #expect(!during.source.contains("chart-supports"))
        town.wait(.days(1))
        try await vote(voters[21...])
        #expect(try await manager.open(path).source.contains("chart-supports") == false)
        town.wait(.days(12))
        let after = try await manager.open(path)
        #expect(after.source.contains("chart-supports"))
        let table = try #require(
            try after.root().all("div").first { $0.attributes["aria-labelledby"] == "chart-supports" })
        let amounts = table.all("td").map(\.text).filter { $0 != "0" }
        // Eleven, ten and three: the three are withheld, and the ten with them.
        #expect(amounts == ["11", "non publié", "non publié"])
        #expect(try after.text().contains("Ont soutenu"))
    }

    @Test("the export holds every idea that its manager may see, and no formula")
    func export() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let author = try await town.person("Ajonc")
        let idea = try await town.idea("=HYPERLINK(\"http://mal\")", in: challenge, by: author)
        _ = try await town.idea("Une idée en attente", in: challenge, by: try await town.person("Bruyère"))
        town.wait(.days(3))
        try await town.store.decide(
            .accepted, reason: "Nous le ferons; c’est \"simple\" et utile.", publicly: true, on: idea,
            by: try manager.requireMember(), at: town.now)
        let page = try await manager.open("/fr/challenges/\(challenge)").follow("Tableau de bord")
        let sheet = try await page.follow("Exporter les idées")
        #expect(sheet.response.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(sheet.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = sheet.source.split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[1].contains("\"'=HYPERLINK(\"\"http://mal\"\")\""))
        #expect(lines[1].contains("\"Nous le ferons; c’est \"\"simple\"\" et utile.\""))
        #expect(lines[1].contains("\"2026-03-13\";\"3\";\"oui\""))
        #expect(lines[2].contains("\"Une idée en attente\""))
        #expect(try await author.open("\(page.target).csv").status == 403)
    }

    @Test("solutions under seal are in no figure; their export tells no name")
    func sealed() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let contest = try await town.challenge("Entendre la fuite", by: manager, blueprint: .contest)
        _ = try await town.idea(in: contest, by: try await town.person("Ajonc"))
        let page = try await manager.open("/fr/challenges/\(contest)").follow("Tableau de bord")
        #expect(try page.text().contains("Les solutions sont scellées"))
        #expect(try !page.text().contains("Idées déposées"))
        #expect(try !page.text().contains("Ont déposé une idée"))
        let sheet = try await page.follow("Exporter les idées")
        #expect(sheet.source.contains("Un détecteur"))
        #expect(!sheet.source.contains("Ajonc"))
    }
}
