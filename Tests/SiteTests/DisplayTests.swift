import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct DisplayTests {
    private static let firefox: HTTPFields = [.userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"]

    /// A challenge in its vote phase with `count` ideas.
    private func vote(in town: Town, ideas count: Int, way: DecidingWay = .approval) async throws -> (
        challenge: ChallengeID, page: String, ideas: [IdeaID]
    ) {
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager, way: way)
        let author = try await town.person("Ajonc")
        var ideas: [IdeaID] = []
        for number in 1...count {
            town.wait(.minutes(1))
            ideas.append(try await town.idea("Une idée, la \(number)e", in: challenge, by: author))
        }
        town.wait(.days(21))
        return (challenge, "/fr/challenges/\(challenge)-eviter-les-degats-des-eaux", ideas)
    }

    /// The ideas of a list in their order.
    private func listed(_ sheet: Sheet) -> [IdeaID] {
        sheet.source.matches(of: /<h3[^>]*><a href="\/fr\/ideas\/([0-9]+)/).compactMap { match in
            Int64(match.output.1).map { IdeaID($0) }
        }
    }

    private func people(_ town: Town) -> [IdeaID: Int] { town.app.showings.take(at: town.now).people }

    @Test("each person is counted once for each idea that a page of theirs showed, staff and robots never")
    func once() async throws {
        let town = try await Town()
        let (challenge, page, ideas) = try await vote(in: town, ideas: 3)
        let (ciste, genet) = (try await town.person("Ciste"), try await town.person("Genêt"))
        for _ in 0..<3 { _ = try await ciste.open(page) }
        _ = try await ciste.open("/fr/ideas/\(ideas[0])")
        #expect(people(town) == Dictionary(uniqueKeysWithValues: ideas.map { ($0, 1) }))
        _ = try await genet.open("/fr/ideas/\(ideas[1])")
        _ = try await ciste.open("/fr/ideas/\(ideas[1])")
        #expect(people(town) == [ideas[1]: 1])
        _ = try await genet.open("/en/challenges/\(challenge)")
        #expect(people(town) == [ideas[0]: 1, ideas[2]: 1])
        _ = try await town.staff("Gérante", .manager).open(page)
        _ = try await town.visitor().exchange(.get, page, headers: [.userAgent: "curl/8.0"])
        _ = try await town.visitor().exchange(.head, page, headers: Self.firefox)
        #expect(people(town).isEmpty)
        for _ in 0..<3 { _ = try await town.visitor().exchange(.get, page, headers: Self.firefox) }
        let idea = try await town.visitor().open("/fr/ideas/\(ideas[0])").target
        _ = try await town.visitor().exchange(.get, idea, headers: Self.firefox)
        #expect(people(town) == Dictionary(uniqueKeysWithValues: ideas.map { ($0, 1) }))
        town.wait(.days(30))
        _ = try await town.person("Bruyère").open(page)
        _ = try await town.visitor().exchange(.get, page, headers: Self.firefox)
        #expect(people(town).isEmpty)
    }

    @Test("ballots and pairs show ideas as well", arguments: [DecidingWay.majorityJudgment, .pairwise])
    func ballots(way: DecidingWay) async throws {
        let town = try await Town()
        let (challenge, _, _) = try await vote(in: town, ideas: 4, way: way)
        _ = try await town.person("Ciste").open("/fr/challenges/\(challenge)/ballot")
        #expect(people(town).values.map { $0 } == Array(repeating: 1, count: way == .pairwise ? 2 : 4))
    }

    @Test("what was shown least comes first from the next ten minutes on, and counting disturbs no kept page")
    func order() async throws {
        let town = try await Town()
        let (_, page, ideas) = try await vote(in: town, ideas: 25)
        await town.app.keepReadings()
        let commits = town.store.commitCount
        let ciste = try await town.person("Ciste")
        let before = try await ciste.open(page)
        let shown = listed(before)
        #expect(shown.count == 20)
        let kept = town.store.commitCount
        await town.app.keepReadings()
        #expect(town.store.commitCount == kept && kept > commits)
        town.wait(.minutes(10))
        await town.app.keepReadings()
        let late = try await listed(ciste.open(page))
        #expect(Set(late.prefix(5)).isDisjoint(with: shown))
        let rest = try await listed(ciste.open("\(page)?page=2"))
        #expect(Set(late + rest) == Set(ideas))
    }

    @Test("each list says how it is ordered; while people vote none follows from what others liked")
    func explained() async throws {
        let town = try await Town()
        let (_, page, ideas) = try await vote(in: town, ideas: 3)
        let ciste = try await town.person("Ciste")
        for order in ["", "?order=discussed", "?order=supported", "?order=nonsense"] {
            let list = try await ciste.open(page + order)
            #expect(try list.text().contains("Comment cette liste est-elle ordonnée"))
            #expect(try list.text().contains("montrées au moins de personnes viennent en premier"))
            #expect(try await listed(list) == listed(ciste.open(page)))
            #expect(try list.links("Les plus commentées").isEmpty && list.links("Les plus soutenues").isEmpty)
        }
        let newest = try await ciste.open(page).follow("Récentes")
        #expect(listed(newest) == Array(ideas.reversed()))
        #expect(try newest.text().contains("De la plus récente à la plus ancienne."))
        town.wait(.days(30))
        let after = try await ciste.open(page)
        #expect(listed(after) == Array(ideas.reversed()))
        #expect(try after.links("Les moins montrées").isEmpty)
        #expect(try await after.follow("Les plus soutenues").text().contains("une fois le vote terminé"))
    }

    @Test("all who drew the same lot are shown one sheet, and visitors have lots as members do")
    func shared() async throws {
        let town = try await Town()
        let (_, page, _) = try await vote(in: town, ideas: 12)
        var orders: [Int: Set<[IdeaID]>] = [:]
        for number in 0..<24 {
            let person = try await town.person("Votant \(number)")
            let member = try person.requireMember()
            let lot = FairOrder(of: UInt64(member.rawValue), at: town.now).lot
            orders[lot, default: []].insert(try await listed(person.open(page)))
        }
        #expect(orders.values.allSatisfy { $0.count == 1 })
        #expect(Set(orders.values.flatMap { $0 }).count == orders.count)
        var visitors: Set<[IdeaID]> = []
        for number in 0..<12 {
            let response = try await town.visitor().exchange(
                .get, page, headers: [.userAgent: "Mozilla/5.0 Firefox/\(number)"])
            visitors.insert(
                listed(Sheet(browser: town.visitor(), target: page, response: response)))
        }
        #expect(visitors.count > 3)
    }
}
