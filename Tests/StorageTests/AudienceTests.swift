import Domain
import Proving
import Testing

@testable import Storage

@Suite struct AudienceTests {
    private static let products = ["", "Auto", "Habitation", "Santé"]
    private static let regions = ["", "Bretagne", "Normandie", "Alsace"]
    private static let agencies = ["", "Rennes", "Caen"]

    static func table(_ holdings: [String: Set<Holding>]) throws -> PortfolioFile {
        var lines = ["email;product;region;agency"]
        for (email, held) in holdings {
            lines += held.map { "\(email);\($0.product);\($0.region);\($0.agency)" }
        }
        return try PortfolioFile(lines.joined(separator: "\n"))
    }

    private static func subset(_ values: [String], _ chance: inout Dice) -> Set<String> {
        Set(values.dropFirst().filter { _ in Bool.random(using: &chance) && Bool.random(using: &chance) })
    }

    @Test("rules and lists agree on who sees what, in worlds that chance made")
    func agreement() async throws {
        for seed in [7, 1789, 20_170_601] as [UInt64] {
            try await Town.live { town in try await Self.compare(town, Dice(seed)) }
        }
    }

    private static func compare(_ town: Town, _ luck: Dice) async throws {
        var chance = luck
        let people = try await ["Ana", "Bob", "Chloé", "Denis", "Ève"].mapAsync { try await town.citizen($0) }
        let swarm = try await town.community("abeilles")
        try await town.join(swarm, "abeilles", as: "Butineuse", people[0])
        func anyHolding(_ chance: inout Dice) -> Holding {
            Holding(
                product: products.dropFirst().randomElement(using: &chance) ?? "",
                region: regions.randomElement(using: &chance) ?? "",
                agency: agencies.randomElement(using: &chance) ?? "")
        }
        func anyHoldings(_ chance: inout Dice) -> Set<Holding> {
            Set((0..<Int.random(in: 0...3, using: &chance)).map { _ in anyHolding(&chance) })
        }
        var known: [String: Set<Holding>] = [
            // Every value once, so that every segment can be chosen.
            "tous@example.org": Set(
                products.dropFirst().flatMap { product in
                    regions.dropFirst().flatMap { region in
                        agencies.dropFirst().map { Holding(product: product, region: region, agency: $0) }
                    }
                })
        ]
        for person in people { known[person.email] = anyHoldings(&chance) }
        func importAll() async throws {
            try await town.store.importPortfolio(
                try table(known.filter { !$0.value.isEmpty }), isWhole: true, by: town.mayor.id,
                at: Town.day(0))
        }
        try await importAll()
        var challenges: [ChallengeID: (Audience, guests: Set<MemberID>)] = [:]
        for _ in 0..<24 {
            let segment = Segment(
                products: subset(products, &chance), regions: subset(regions, &chance),
                agencies: subset(agencies, &chance))
            let audience: Audience =
                [.everybody, .community(swarm), .invited].randomElement(using: &chance).map {
                    Bool.random(using: &chance) && !segment.isEmpty ? .segment(segment) : $0
                } ?? .everybody
            let id = try await town.challenge(audience: audience)
            var guests: Set<MemberID> = []
            if audience == .invited {
                for person in people where Bool.random(using: &chance) {
                    try await invite(person, to: id, in: town)
                    guests.insert(person.id)
                }
            }
            challenges[id] = (audience, guests)
        }
        for round in 0..<3 {
            for person in people {
                let holdings = known[person.email] ?? []
                let everything = challenges
                try await town.look(as: person) { look in
                    let listed = Set(
                        try look.db.rows("SELECT c.id FROM challenge c WHERE \(look.challengeIsVisible)") {
                            $0.id(0) as ChallengeID
                        })
                    for (id, (audience, guests)) in everything {
                        let expected =
                            switch audience {
                            case .everybody: true
                            case .community: person.id == people[0].id
                            case .segment(let segment): segment.includes(holdings)
                            case .invited: guests.contains(person.id)
                            }
                        #expect(listed.contains(id) == expected, "\(audience) \(holdings)")
                        #expect(((try? look.challenge(id)) != nil) == expected, "\(audience) \(holdings)")
                        let search = try look.search(SearchQuery("mieux vivre"))
                        #expect(search.page.items.contains { $0.challenge == id } == expected)
                    }
                }
            }
            for person in people { known[person.email] = round == 1 ? [] : anyHoldings(&chance) }
            try await importAll()
        }
    }

    static func secret(_ name: String) -> SecretDigest { SecretDigest(bytes: Fingerprint(of: name).bytes) }

    static func invite(_ person: Citizen, to challenge: ChallengeID, in town: Town) async throws {
        let secret = secret("\(person.email) \(challenge)")
        _ = try await town.store.invite(
            [(email: person.email, digest: secret)], to: challenge, by: town.mayor.id, at: Town.day(0))
        _ = try await town.store.acceptInvitation(secret, by: person.id, at: Town.day(0))
    }

    @Test("what is known of an address waits for its account, and goes with it")
    func waiting() async throws {
        try await Town.live { town in
            let holding = Holding(product: "Auto", region: "Bretagne")
            let file = try Self.table(["zoé@example.org": [holding], "ana@example.org": [holding]])
            let ana = try await town.citizen("Ana")
            let eve = try await town.citizen("Ève")
            let refused = try await refusal {
                try await town.store.importPortfolio(file, isWhole: true, by: eve.id, at: Town.day(0))
            }
            #expect(refused == .notFound)
            try await town.store.importPortfolio(file, isWhole: true, by: town.mayor.id, at: Town.day(0))
            let inner = try await town.challenge(
                title: "Zqsegment", audience: .segment(Segment(products: ["Auto"])))
            let twin = try await town.challenge(
                title: "Un autre", audience: .segment(Segment(products: ["auto"])))
            #expect(try await town.number("SELECT count(*) FROM segment") == 1)
            let zoe = try await town.citizen("Zoé")
            for person in [ana, zoe] {
                #expect(try await town.look(as: person) { try $0.ownHoldings() } == [holding])
                #expect(try await town.look(as: person) { try $0.challenge(inner).id } == inner)
                _ = try await town.look(as: person) { try $0.challenge(twin) }
            }
            #expect(try await town.look(as: eve) { try $0.everything() }.showing("Zqsegment") == [])
            #expect(try await town.look(as: nil) { try $0.everything() }.showing("Zqsegment") == [])
            // A complement leaves the others; a whole file does not.
            try await town.store.importPortfolio(
                try Self.table(["ana@example.org": [Holding(product: "Santé")]]), isWhole: false,
                by: town.mayor.id, at: Town.day(1))
            #expect(try await town.look(as: ana) { try $0.everything() }.showing("Zqsegment") == [])
            #expect(try await town.look(as: zoe) { try $0.challenge(inner).id } == inner)
            try await town.store.deleteAccount(of: zoe.id, at: Town.day(2))
            #expect(try await town.number("SELECT count(*) FROM policyholder") == 1)
            try await town.store.importPortfolio(
                try Self.table(["x@example.org": [holding]]), isWhole: true, by: town.mayor.id,
                at: Town.day(3))
            #expect(try await town.look(as: ana) { try $0.ownHoldings() } == [])
            #expect(
                try await town.look(as: town.mayor) {
                    try $0.peopleCount(of: .segment(Segment(products: ["Auto"])))
                } == .few)
            let crowd = Dictionary(
                uniqueKeysWithValues: (0..<10).map { ("p\($0)@example.org", Set([holding])) })
            try await town.store.importPortfolio(
                try Self.table(crowd), isWhole: true, by: town.mayor.id, at: Town.day(4))
            #expect(
                try await town.look(as: town.mayor) {
                    try $0.peopleCount(of: .segment(Segment(products: ["Auto"], regions: ["Bretagne"])))
                } == .enough)
            let unknown = try await refusal {
                _ = try await town.challenge(audience: .segment(Segment(agencies: ["Nulle part"])))
            }
            #expect(unknown == .invalid("segment", .unknownChoice))
        }
    }

    @Test("a link opens nothing after its day, until it is prolonged; what it opened stays open")
    func ends() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let inner = try await town.challenge(.suggestionBox, audience: .invited)
            let (store, mayor) = (town.store, town.mayor.id)
            let (first, second) = (Self.secret("first"), Self.secret("second"))
            for (name, secret, days) in [("ana", first, 7), ("bob", second, 30)] {
                _ = try await store.invite(
                    [(email: "\(name)@post.example", digest: secret)], to: inner, forDays: days, by: mayor,
                    at: Town.day(0))
            }
            let refused = try await refusal {
                _ = try await store.invite(
                    [(email: "eve@post.example", digest: Self.secret("third"))], to: inner, forDays: 8,
                    by: mayor, at: Town.day(0))
            }
            #expect(refused == .invalid("days", .unknownChoice))
            func accept(_ secret: SecretDigest, _ by: Citizen, on day: Double) async throws -> Refusal? {
                try await refusal {
                    _ = try await store.acceptInvitation(secret, by: by.id, at: Town.day(day))
                }
            }
            #expect(try await accept(first, ana, on: 7) == .gone)
            let list = try await town.look(as: town.mayor) { try $0.invitations(to: inner).list }
            #expect(list.map { $0.state(at: Town.day(7)) } == [.expired, .waiting])
            guard
                case .expired(let end) = try await town.look(
                    as: bob, at: Town.day(7), { try $0.invitationDoor(first) })
            else {
                Issue.record("the link is not said to have expired")
                return
            }
            #expect(end == Town.day(7))
            try await store.renewInvitation(list[0].id, to: inner, by: mayor, at: Town.day(8))
            #expect(try await accept(first, ana, on: 37.9) == nil)
            #expect(
                try await refusal {
                    try await store.renewInvitation(list[0].id, to: inner, by: mayor, at: Town.day(38))
                } == .gone)
            #expect(
                try await refusal {
                    try await store.renewInvitation(list[1].id, to: inner, by: ana.id, at: Town.day(38))
                } == .forbidden(.staffOnly))
            #expect(try await accept(second, bob, on: 31) == .gone)
            // The door is open to whom it was opened, long after the end.
            #expect(try await accept(first, ana, on: 400) == nil)
            #expect(try await town.look(as: ana, at: Town.day(400)) { try $0.challenge(inner).id } == inner)
            try await store.renewInvitation(list[1].id, to: inner, by: mayor, at: Town.day(40))
            #expect(try await accept(second, bob, on: 41) == nil)
        }
    }

    @Test("a link opens its challenge to the first who uses it, until it is withdrawn")
    func links() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let inner = try await town.challenge(title: "Zqinvited", audience: .invited)
            let store = town.store
            let (first, second) = (Self.secret("first"), Self.secret("second"))
            func invite(_ secret: SecretDigest) async throws -> Set<String> {
                try await store.invite(
                    [(email: "ami@post.example", digest: secret)], to: inner, by: town.mayor.id,
                    at: Town.day(0))
            }
            #expect(try await invite(first) == ["ami@post.example"])
            #expect(try await invite(second) == ["ami@post.example"])
            // The link before is replaced.
            #expect(
                try await refusal { _ = try await store.acceptInvitation(first, by: ana.id, at: Town.day(1)) }
                    == .notFound)
            #expect(try await store.acceptInvitation(second, by: ana.id, at: Town.day(1)) == inner)
            #expect(try await store.acceptInvitation(second, by: ana.id, at: Town.day(1)) == inner)
            #expect(
                try await refusal {
                    _ = try await store.acceptInvitation(second, by: bob.id, at: Town.day(1))
                }
                    == .gone)
            #expect(try await invite(first) == [])
            let idea = try await town.idea(by: ana, in: inner)
            for person in [nil, bob] {
                #expect(try await town.look(as: person) { try $0.everything() }.showing("Zqinvited") == [])
            }
            #expect(!(try await town.look(as: ana) { try $0.everything() }.showing("Zqinvited")).isEmpty)
            let mine = try await town.look(as: town.mayor) { try $0.invitations(to: inner).list }
            #expect(mine.map(\.email) == ["ami@post.example"])
            #expect(
                try await refusal { _ = try await town.look(as: ana) { try $0.invitations(to: inner) } }
                    == .forbidden(.staffOnly))
            try await store.withdrawInvitation(mine[0].id, to: inner, by: town.mayor.id, at: Town.day(2))
            #expect(try await town.look(as: ana) { try $0.everything() }.showing("Zqinvited") == [])
            #expect(
                try await refusal { _ = try await town.look(as: ana) { try $0.ideaDetail(idea) } }
                    == .notFound)
        }
    }

    @Test("a personal feed tells what its owner may see at that moment, and is gone once revoked")
    func feeds() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            let inner = try await town.challenge(title: "Zqfeed", audience: .invited)
            try await Self.invite(ana, to: inner, in: town)
            let store = town.store
            let (one, all, next) = (Self.secret("one"), Self.secret("all"), Self.secret("next"))
            try await store.makePersonalFeed(of: inner, one, by: ana.id, at: Town.day(1))
            try await store.makePersonalFeed(of: nil, all, by: ana.id, at: Town.day(1))
            #expect(
                try await refusal {
                    try await store.makePersonalFeed(of: inner, next, by: bob.id, at: Town.day(1))
                } == .notFound)
            for secret in [one, all] {
                let bulletin = try await store.personalBulletin(secret, at: Town.day(1))
                #expect(bulletin.events.contains { $0.challengeTitle == "Zqfeed" })
            }
            func answer(_ secret: SecretDigest) async throws -> Refusal? {
                try await refusal { _ = try await store.personalBulletin(secret, at: Town.day(2)) }
            }
            #expect(try await answer(next) == .notFound)
            try await store.makePersonalFeed(of: inner, next, by: ana.id, at: Town.day(1))
            #expect(try await answer(one) == .gone)
            #expect(try await answer(next) == nil)
            #expect(try await town.look(as: ana) { try $0.personalFeeds().map(\.title) } == [nil, "Zqfeed"])
            let list = try await town.look(as: town.mayor) { try $0.invitations(to: inner).list }
            try await store.withdrawInvitation(list[0].id, to: inner, by: town.mayor.id, at: Town.day(2))
            #expect(try await answer(next) == .notFound)
            #expect(
                try await store.personalBulletin(all, at: Town.day(2)).events.allSatisfy {
                    $0.challengeTitle != "Zqfeed"
                })
            #expect(try await town.look(as: ana) { try $0.personalFeeds().map(\.title) } == [nil, nil])
            try await store.revokePersonalFeed(of: nil, by: ana.id, at: Town.day(3))
            #expect(try await answer(all) == .gone)
            try await store.deleteAccount(of: ana.id, at: Town.day(3))
            #expect(try await answer(next) == .gone)
        }
    }

    @Test("what may be shared among those who may see the same depends on all that opens challenges")
    func sharing() async throws {
        try await Town.live { town in
            let (ana, bob) = (try await town.citizen("Ana"), try await town.citizen("Bob"))
            func key(_ citizen: Citizen) async throws -> Viewer {
                try await town.look(as: citizen) { $0.standIn.viewer }
            }
            #expect(try await key(ana) == key(bob))
            let inner = try await town.challenge(audience: .invited)
            try await Self.invite(ana, to: inner, in: town)
            #expect(try await key(ana) != key(bob))
            try await Self.invite(bob, to: inner, in: town)
            #expect(try await key(ana) == key(bob))
            try await town.store.importPortfolio(
                try Self.table([bob.email: [Holding(product: "Auto")]]), isWhole: true, by: town.mayor.id,
                at: Town.day(0))
            _ = try await town.challenge(audience: .segment(Segment(products: ["Auto"])))
            #expect(try await key(ana) != key(bob))
        }
    }
}

extension Array {
    /// The results of `body`, one after the other.
    fileprivate func mapAsync<Result>(_ body: (Element) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await body(element)) }
        return results
    }
}
