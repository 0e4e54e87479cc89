import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

/// Until results are published, nobody but those who prepare them finds a decision, a place or a count: on no page, in no
/// feed, no export and no search.
@Suite struct LeakTests {
    private static let secret = "Le comité retient cette idée pour le printemps prochain."
    private static let words = ["Lauréate", "Lauréat", "Winner", "lauréate"]

    /// Everything that can be opened, with what would be searched for.
    private static var addresses: [Route<Action>] {
        App.localisedRoutes(isDevelopment: false).filter { $0.method == .get }
    }

    @Test("a crawl as every role finds nothing of decisions before their instant, and all of them after")
    func decisions() async throws {
        let place = try await MatrixTown()
        let town = place.town
        let manager = try place.browser(.manager).requireMember()
        let other = try await town.idea(
            "Une vanne qui se ferme", in: place.challenge, by: place.browser(.member))
        town.wait(.days(21))
        for person in [MatrixTests.Person.juror, .moderator, .rewardOfficer] {
            try await town.store.castVote(on: other, by: place.browser(person).requireMember(), at: town.now)
        }
        town.wait(.days(10))
        for idea in [place.idea, other] {
            try await town.store.decide(
                idea == other ? .winner : .rejected, reason: Self.secret, publicly: false, on: idea,
                by: manager,
                at: town.now)
        }
        let instant = town.now + .days(3)
        try await town.store.scheduleResults(of: place.challenge, for: instant, by: manager, at: town.now)
        for isLate in [false, true] {
            for person in MatrixTests.Person.allCases where person != .manager && person != .administrator {
                for route in Self.addresses {
                    for query in ["", "?q=comit%C3%A9+printemps", "?order=supported", "?show=answered"] {
                        // The same page without its question was read already.
                        guard
                            query.isEmpty || route.pattern.contains("search")
                                || route.pattern.hasSuffix(":challenge")
                        else { continue }
                        let target = place.target(of: route) + query
                        let page = try await place.browser(person).open(target)
                        #expect(!page.source.contains("printemps prochain"), "\(target) as \(person)")
                        // Names of choices in forms and filters are no decision.
                        let hasChoices = ["/desk", "/search", "/follow-up", "/following"].contains {
                            route.pattern.hasPrefix($0)
                        }
                        guard !hasChoices else { continue }
                        for word in Self.words {
                            #expect(!page.source.contains(">\(word)<"), "\(target) as \(person) says \(word)")
                        }
                    }
                }
            }
            if !isLate { town.turnClock(to: instant - .minutes(1)) }
        }
        town.wait(.minutes(2))
        let page = try await place.browser(.visitor).open("/fr/challenges/\(place.challenge)")
        #expect(page.source.contains("Lauréate"))
        #expect(
            try await place.browser(.visitor).open("/fr/ideas/\(other)").source.contains("printemps prochain")
        )
        let published = try await town.store.look(as: nil, at: town.now) {
            try $0.challenge(place.challenge).resultsPublishedAt
        }.value
        #expect(published == instant)
    }

    @Test("every author is told what became of their idea, chosen or not, and everybody is thanked")
    func authors() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let (first, second) = (try await town.person("Ajonc"), try await town.person("Bruyère"))
        let ideas = [
            try await town.idea("La première", in: challenge, by: first),
            try await town.idea("La seconde", in: challenge, by: second),
        ]
        town.wait(.days(21))
        try await town.store.castVote(on: ideas[0], by: second.requireMember(), at: town.now)
        town.wait(.days(10))
        for (idea, code) in zip(ideas, [Decision.Code.winner, .rejected]) {
            try await town.store.decide(
                code, reason: "Une raison entière, pour \(code.rawValue).", publicly: false, on: idea,
                by: try manager.requireMember(), at: town.now)
        }
        let desk = try await manager.open("/fr/desk/challenges/\(challenge)/results")
        let early = try await desk.press("Publier à cet instant", typing: ["publishAt": "2026-01-01T10:00"])
        #expect(early.status == 422)
        #expect(early.source.contains("2026-01-01T10:00"))
        let nonsense = try await desk.press("Publier à cet instant", typing: ["publishAt": "demain"])
        #expect(nonsense.status == 422)
        let planned = try await desk.press("Publier à cet instant", typing: ["publishAt": "2026-04-20T18:00"])
        #expect(try planned.text().contains("Tout paraîtra le"))
        let cancelled = try await planned.press("Annuler la publication prévue")
        #expect(try !cancelled.text().contains("Tout paraîtra le"))
        _ = try await cancelled.press("Publier à cet instant", typing: ["publishAt": "2026-04-20T18:00"])
        town.wait(.days(15))
        for (person, told) in zip([first, second], ["Elle est lauréate", "Voici notre réponse"]) {
            let page = try await person.open("/fr/challenges/\(challenge)")
            #expect(try page.text().contains("Merci aux 2 personnes"))
            #expect(try page.text().contains(told))
        }
        let visitor = try await town.visitor().open("/fr/challenges/\(challenge)")
        #expect(try visitor.text().contains("Merci aux 2 personnes"))
        #expect(try !visitor.text().contains("Merci de l’avoir écrite"))
    }

    @Test("a publication that something stands in the way of does not happen, and its manager reads so")
    func missed() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let idea = try await town.idea(in: challenge, by: try await town.person("Ajonc"))
        town.wait(.days(31))
        let member = try manager.requireMember()
        await #expect(throws: Refusal.conflict(.ideasWithoutDecision)) {
            try await town.store.scheduleResults(
                of: challenge, for: town.now + .days(1), by: member, at: town.now)
        }
        try await town.store.decide(
            .accepted, reason: "Nous la ferons dès cette année.", publicly: false, on: idea, by: member,
            at: town.now)
        try await town.store.scheduleResults(
            of: challenge, for: town.now + .days(1), by: member, at: town.now)
        try await town.store.suspendChallenge(
            challenge, reason: "Une panne chez nous.", by: member, at: town.now)
        town.wait(.days(2))
        #expect(try await !town.visitor().open("/fr/challenges/\(challenge)").text().contains("Merci à"))
        try await town.store.resumeChallenge(challenge, by: member, at: town.now)
        let page = try await manager.open("/fr/desk/challenges/\(challenge)/results")
        #expect(try page.text().contains("n’a pas eu lieu"))
    }
}
