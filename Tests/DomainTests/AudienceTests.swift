import Domain
import Testing

@Suite struct AudienceTests {
    private static let segment = Segment(
        id: Identifier(7), products: ["Auto", "Habitation"], regions: ["Bretagne"])

    @Test("a segment takes those of whom one contract has all that it asks for")
    func including() {
        let cases: [([Holding], Bool)] = [
            ([], false),
            ([Holding(product: "Auto", region: "Bretagne")], true),
            ([Holding(product: "Habitation", region: "Bretagne", agency: "Rennes")], true),
            ([Holding(product: "Santé", region: "Bretagne")], false),
            ([Holding(product: "Auto")], false),
            (
                [Holding(product: "Auto", region: "Alsace"), Holding(product: "Santé", region: "Bretagne")],
                false
            ),
            ([Holding(product: "Santé"), Holding(product: "Auto", region: "Bretagne")], true),
        ]
        for (holdings, belongs) in cases {
            #expect(Self.segment.includes(holdings) == belongs, "\(holdings)")
        }
        #expect(Segment().includes([Holding(product: "Auto")]))
        #expect(!Segment().includes([Holding]()))
    }

    @Test("a challenge exists for its audience and its staff, whatever the audience")
    func seeing() {
        let swarm = People.swarm
        let audiences: [(Audience, Set<Int>)] = [
            (.everybody, [0, 1, 2, 3, 4, 5]), (.community(swarm), [2, 5]), (.segment(Self.segment), [3, 5]),
            (.invited, [4, 5]), (.segment(Segment(products: ["Auto"])), [5]),
        ]
        let member = Member(id: Identifier(70), pseudonym: "Ajonc")
        let viewers = [
            Viewer.visitor, Viewer(member: member), Viewer(member: member, communities: [swarm]),
            Viewer(member: member, segments: [Identifier(7)]),
            Viewer(member: member, invitations: [People.challenge]),
            Viewer(member: member, rolesByChallenge: [People.challenge: [.juror]]),
        ]
        for (audience, seeing) in audiences {
            for standing in Challenge.Standing.allCases {
                let challenge = People.challenge(standing, People.content(audience: audience))
                for (index, viewer) in viewers.enumerated() {
                    let sees = seeing.contains(index) && (standing != .draft || index == 5)
                    #expect(challenge.isVisible(to: viewer) == sees, "\(audience) \(standing) \(index)")
                    #expect(challenge.isVisible(to: viewer.standIn) == sees)
                }
            }
        }
    }

    @Test(
        "an audience that was announced stays; a new segment has to ask for something, and not for too much")
    func settled() {
        let open = People.challenge(.published, People.content(audience: .invited))
        #expect(open.revised(to: People.content()).audience == .invited)
        let draft = People.challenge(.draft, People.content(audience: .invited))
        #expect(draft.revised(to: People.content()).audience == .everybody)
        func problems(_ segment: Segment) -> [Problem] {
            People.content(audience: .segment(segment)).problems.filter { $0.field == "segment" }
        }
        #expect(problems(Segment()) == [Problem(field: "segment", code: .missing)])
        #expect(problems(Segment(regions: ["Bretagne"])) == [])
        let many = Set((0..<30).map { "Valeur \($0)" })
        #expect(problems(Segment(products: many, regions: many)).first?.code == .outOfRange)
    }

    @Test("a table of contracts is read whole, or told line by line what to mend")
    func table() throws {
        let file = try PortfolioFile(
            "\u{FEFF}courriel;agence;produit;région\r\nAna@Post.example;Rennes;Auto;Bretagne\r\nana@post.example;;AUTO;bretagne\r\n"
        )
        #expect(file.lineCount == 2)
        #expect(
            file.holdings == [
                "ana@post.example": [
                    Holding(product: "Auto", region: "Bretagne", agency: "Rennes"),
                    Holding(product: "Auto", region: "Bretagne"),
                ]
            ])
        let long = String(repeating: "x", count: 61)
        let cases: [(String, [(Int, String, Problem.Code)])] = [
            (
                "",
                [
                    (1, "email", .missing), (1, "product", .missing), (1, "region", .missing),
                    (1, "agency", .missing),
                ]
            ),
            ("email,product,region", [(1, "agency", .missing)]),
            ("email;product;region;agency;phone\n", [(1, "head", .unknownChoice)]),
            ("email;product;region;agency;email\n", [(1, "head", .unknownChoice)]),
            ("email;product;region;agency", [(2, "email", .missing)]),
            (
                "email;product;region;agency\npas une adresse;Auto;;\n;;;\na@b.fr;;;\nc@d.fr;\(long);;\ne@f.fr;Auto;;;trop",
                [
                    (2, "email", .notAnAddress), (4, "product", .missing), (5, "product", .tooLong),
                    (6, "head", .wrong),
                ]
            ),
        ]
        for (text, expected) in cases {
            do {
                _ = try PortfolioFile(text)
                Issue.record("accepted: \(text)")
            } catch {
                #expect(error.faults.map(\.line) == expected.map(\.0), "\(text)")
                #expect(error.faults.map(\.problem.field) == expected.map(\.1), "\(text)")
                #expect(error.faults.map(\.problem.code) == expected.map(\.2), "\(text)")
            }
        }
    }

    @Test("addresses are read however they are parted, each once")
    func addresses() throws {
        #expect(
            try InvitationList.addresses(in: " a@b.fr, c@d.fr;\nA@B.fr\te@f.fr ") == [
                "a@b.fr", "c@d.fr", "e@f.fr",
            ])
        #expect(throws: Refusal.invalid("emails", .missing)) { try InvitationList.addresses(in: " ;") }
        #expect(throws: Refusal.invalid("emails", .notAnAddress)) {
            try InvitationList.addresses(in: "a@b.fr, pas une adresse")
        }
        let many = (0...200).map { "p\($0)@b.fr" }.joined(separator: " ")
        #expect(throws: Refusal.invalid("emails", .outOfRange, limit: 200)) {
            try InvitationList.addresses(in: many)
        }
    }

    @Test("fewer than ten people are never told from one another, and digests depend on the key")
    func discretion() {
        #expect(PeopleCount(0, by: .usual) == .few)
        #expect(PeopleCount(9, by: .usual) == .few)
        #expect(PeopleCount(10, by: .usual) == .enough)
        let digest = AddressDigest(of: "Ana@Post.example", key: [1])
        #expect(digest == AddressDigest(of: " ana@post.example ", key: [1]))
        #expect(digest != AddressDigest(of: "ana@post.example", key: [2]))
    }
}
