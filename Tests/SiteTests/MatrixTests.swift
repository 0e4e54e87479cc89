import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

/// Every route under every role, also signed out. A new route has to say here who gets in.
@Suite struct MatrixTests {
    /// Whom a route meets, in the order of the letters below.
    enum Person: Int, CaseIterable {
        case visitor, member, author, manager, moderator, juror, rewardOfficer, administrator
    }

    /// What a route answers: `o` its page, `r` leads on, `s` asks to sign in, `f` forbidden, `c` not in the present
    /// state of things, `m` something to mend,
    /// `b` what no page of ours sends, `n` does not exist for this person.
    static let answers: [String: String] = MatrixTable.answers

    @Test("every route has its answer for every role, and no route is unknown")
    func everyRouteForEveryRole() async throws {
        let town = try await MatrixTown()
        var found: [String: String] = [:]
        for route in App.localisedRoutes(isDevelopment: false) {
            // Each act is tried in a town where none but this one changes anything, by one person after the other.
            let place = route.method == .post ? try await MatrixTown() : town
            var letters = ""
            for person in Person.allCases {
                letters += try await place.answer(of: route, to: person)
            }
            found["\(route.method.rawValue) \(route.pattern)"] = letters
        }
        for (route, letters) in found.sorted(by: { $0.key < $1.key }) {
            #expect(Self.answers[route] == letters, "\(route) answers \(letters)")
        }
        #expect(Set(Self.answers.keys).subtracting(found.keys).isEmpty)
    }

    @Test("to those outside, a private challenge answers on every route as one that never was")
    func privateIsNowhere() async throws {
        for audience in [PrivateTown.Kind.invited, .segment] {
            let place = try await PrivateTown(audience)
            for route in App.localisedRoutes(isDevelopment: false) {
                let target = place.matrix.target(of: route)
                let nowhere = place.matrix.target(of: route, challenge: 999, idea: 999)
                guard target != nowhere else { continue }
                // So that the limit on what one person writes is never met.
                place.matrix.town.wait(.minutes(2))
                for person in [Person.visitor, .member] {
                    let real = try await place.matrix.letter(route.method, target, person)
                    let none = try await place.matrix.letter(route.method, nowhere, person)
                    #expect(real == none, "\(route.method) \(route.pattern) as \(person), \(audience)")
                    #expect(real != "o", "\(route.pattern) as \(person)")
                }
            }
            let inside = try await place.matrix.browser(.author).open(
                "/fr/challenges/\(place.matrix.challenge)")
            #expect(inside.status == 200)
        }
    }

    @Test("no post is heard without the token of its form")
    func postsNeedTokens() async throws {
        let town = try await MatrixTown()
        for route in App.localisedRoutes(isDevelopment: false) where route.method == .post {
            for person in Person.allCases {
                let response = try await town.browser(person).exchange(.post, town.target(of: route))
                // Somebody who is not signed in may have been: they are asked to sign in again.
                let expected: HTTPResponse.Status = person == .visitor ? .unauthorized : .forbidden
                #expect(response.status == expected, "\(route.pattern) as \(person)")
            }
        }
    }
}

/// A town with one of everything, for trying each route as each person.
struct MatrixTown {
    let town: Town
    let people: [MatrixTests.Person: Browser]
    let challenge: ChallengeID
    let idea: IdeaID
    let community: CommunityID
    let complaint: ComplaintID

    init(audience: @Sendable (Town, Browser, Browser) async throws -> Audience = { _, _, _ in .everybody })
        async throws
    {
        town = try await Town()
        let author = try await town.person("Aubépine")
        let manager = try await town.manager()
        people = [
            .visitor: town.visitor(), .member: try await town.person("Bruyère"), .author: author,
            .manager: manager,
            .moderator: try await town.staff("Camomille", .moderator),
            .juror: try await town.staff("Dahlia", .juror),
            .rewardOfficer: try await town.staff("Églantine", .rewardOfficer),
            .administrator: try await town.person("Fougère", isAdministrator: true),
        ]
        let wanted = try await audience(town, manager, author)
        challenge = try await town.challenge(by: manager, audience: wanted)
        if wanted == .invited { try await town.invite(author, to: challenge, by: manager) }
        idea = try await town.idea(in: challenge, by: author)
        try await town.store.attach(
            [NewAttachment(try .sketch)], to: idea, by: try author.requireMember(), at: town.now)
        complaint = try await town.store.complain(
            IdeaContent(title: "Mon dossier attend", text: "Trois courriers, et aucune réponse."),
            in: challenge,
            by: try author.requireMember(), at: town.now,
            deadlines: town.app.time.deadlines(forReceiptAt: town.now))
        community = try await town.store.addCommunity(
            slug: "artisans", name: "Les Artisans", summary: "Des artisans.", charter: "S’entraider.",
            joinCode: "FLEUVE")
        let today = Day(town.now)
        _ = try await town.store.openPeriod(
            PeriodPlan(
                rules: FundRules(
                    feeBps: 2_000, insurerBps: 4_000, perClaimPoolLimit: 15_000, coverLimit: 1_000_000),
                first: today, last: Day(number: today.number + 364), expectedBps: 1_600), of: community,
            by: try manager.requireMember(), at: town.now)
        let neighbour = try await town.person("Houx")
        try await town.store.join(
            community, code: "FLEUVE", as: "Varlope", member: try neighbour.requireMember(), at: town.now)
        try await town.store.proposePractice(
            PracticeContent(
                title: "Vider le seau à chiffons", does: "Chaque soir, dehors et couvert.", needs: "",
                cost: 0,
                takes: "Deux minutes"), in: community, by: try neighbour.requireMember(), at: town.now)
        let kept = try await town.idea("Une vanne qui se ferme seule", in: challenge, by: author)
        try await town.store.decide(
            .accepted, reason: "La vanne sera posée au printemps.", publicly: true, on: kept,
            by: try manager.requireMember(), at: town.now)
        try await town.store.addMeasure(
            Measure(
                idea: kept, what: "Une vanne par colonne", place: "Laval",
                start: Day(number: today.number + 30), cost: 0, owner: "Prévention"),
            adoptedBy: [community], by: try manager.requireMember(), at: town.now)
    }

    func browser(_ person: MatrixTests.Person) -> Browser { people[person] ?? town.visitor() }

    /// An address of the route in this town.
    func target(of route: Route<Action>, challenge: Int64? = nil, idea: Int64? = nil) -> String {
        let challenge = challenge.map { ChallengeID($0) } ?? self.challenge
        let idea = idea.map { IdeaID($0) } ?? self.idea
        let path = route.pattern == "/" ? "" : route.pattern
        return "/fr"
            + path.replacing(":challenge", with: "\(challenge)-eviter-les-degats-des-eaux")
            .replacing(":idea", with: "\(idea)-un-detecteur-sous-chaque-evier")
            .replacing(":complaint", with: "\(complaint)").replacing(":post", with: "idea-\(idea)").replacing(
                ":theme", with: "prevention"
            ).replacing(
                ":community", with: "artisans"
            )
            .replacing(":reward", with: "1").replacing(":member", with: "1")
            .replacing(":version", with: "1").replacing(":paragraph", with: "1").replacing(
                ":reaction", with: "1"
            )
            .replacing(":invitation", with: "1").replacing(
                ":secret", with: String(repeating: "A", count: 43)
            )
            .replacing(":prompt", with: "1-qu-avez-vous-change-chez-vous")
            .replacing(":reward", with: "1").replacing(":file", with: "1-croquis").replacing(
                ":member", with: "1"
            )
            .replacing(":period", with: "1").replacing(":measure", with: "1")
            .replacing(":practice", with: "1")
            .replacing(":line", with: "1").replacing(":contest", with: "1")
    }

    /// The letter of what `route` answers to `person`, with an empty form where it posts.
    func answer(of route: Route<Action>, to person: MatrixTests.Person) async throws -> String {
        try await letter(route.method, target(of: route), person)
    }

    func letter(_ method: HTTPRequest.Method, _ target: String, _ person: MatrixTests.Person) async throws
        -> String
    {
        let browser = browser(person)
        var body: [UInt8] = []
        if method == .post {
            let session = browser.cookie(SessionToken.cookieName(isSecure: false)).flatMap(SessionToken.init)
            body = Array(
                Form([Form.Field(name: "formToken", value: FormToken(session: session).masked())]).encoded
                    .utf8)
        }
        let response = try await browser.exchange(method, target, body: body)
        switch response.status.code {
        case 200: return "o"
        case 300..<400: return response.headers[.location]?.contains("/sign-in") == true ? "s" : "r"
        case 400: return "b"
        case 401: return "s"
        case 403: return "f"
        case 404: return "n"
        case 409: return "c"
        case 422: return "m"
        default: return "\(response.status.code)"
        }
    }
}

/// The same town, whose challenge is for its author (and staff) alone.
struct PrivateTown {
    enum Kind {
        case invited, segment
    }

    let matrix: MatrixTown

    init(_ kind: Kind) async throws {
        matrix = try await MatrixTown { town, _, author in
            guard kind == .segment else { return .invited }
            let administrator = try await town.person("Genêt", isAdministrator: true)
            try await town.insure(author, Holding(product: "Habitation"), by: administrator)
            return .segment(Segment(products: ["Habitation"]))
        }
    }
}
