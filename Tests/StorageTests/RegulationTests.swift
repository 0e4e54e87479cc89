import Domain
import Testing

@testable import Storage

@Suite struct RegulationTests {
    private static func content(_ criteria: String = "L’utilité et la clarté.") -> RegulationContent {
        RegulationContent(
            organiser: "Mutuelle des Tilleuls, 1 cours des Lices", entrants: "Toute personne majeure.",
            criteria: criteria, jury: "Trois personnes, dont une de l’extérieur.", prizes: "",
            contact: "dpo@tilleuls.example", retentionMonths: 12)
    }

    private static func texts(_ word: String) -> [Language: String] {
        [.french: "Le règlement \(word)", .english: "The rules \(word)"]
    }

    @Test(
        "rules are accepted once before an idea, in the exact text, and again when another version is in force"
    )
    func acceptance() async throws {
        try await Town.live { town in
            let store = town.store
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            func write(_ word: String) async throws -> Int {
                try await store.writeRegulation(
                    Self.content(), texts: Self.texts(word), of: call, by: town.mayor.id, at: Town.day(0))
            }
            func submit(_ title: String) async throws -> Refusal? {
                try await refusal { _ = try await town.idea(title, by: ana, in: call) }
            }
            func accept(_ number: Int, at day: Double = 1) async throws -> Refusal? {
                try await refusal {
                    try await store.acceptRegulation(
                        number, in: .english, of: call, by: ana.id, at: Town.day(day))
                }
            }
            #expect(try await accept(1) == .notFound)
            #expect(try await submit("Avant le règlement") == nil)
            #expect(try await write("un") == 1)
            #expect(try await write("un") == 1)
            #expect(try await submit("Sans accepter") == .invalid("regulation", .notConfirmed))
            #expect(try await accept(2) == .invalid("regulation", .notConfirmed))
            for _ in 1...2 { #expect(try await accept(1) == nil) }
            let receipt = try await town.look(as: ana) { try $0.regulationAcceptance(in: call) }
            #expect(receipt?.fingerprint == Fingerprint(of: "The rules un"))
            #expect(try await submit("Après avoir accepté") == nil)
            #expect(try await write("deux") == 2)
            #expect(try await submit("Sous la version deux") == .invalid("regulation", .notConfirmed))
            #expect(try await accept(2) == nil)
            #expect(try await submit("Sous la version deux") == nil)
            let detail = try await town.look(as: nil) { try $0.regulationDetail(of: call) }
            #expect(detail.current == 2)
            #expect(detail.previous?.number == 1)
            #expect(detail.acceptance == nil)
            #expect(
                try await refusal {
                    _ = try await town.look(as: nil) { try $0.regulationDetail(of: call, version: 3) }
                } == .notFound)
            await #expect(throws: StorageFailure.self) {
                try await store.write {
                    try $0.execute("DELETE FROM regulation WHERE challenge_id = ?", call)
                }
            }
        }
    }

    @Test("only managers write rules, only about what can still change, and a draft takes its own with it")
    func writing() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            func write(_ id: ChallengeID, by person: Citizen, _ content: RegulationContent = Self.content())
                async throws -> Refusal?
            {
                try await refusal {
                    try await town.store.writeRegulation(
                        content, texts: Self.texts("un"), of: id, by: person.id, at: Town.day(0))
                }
            }
            let call = try await town.challenge()
            #expect(try await write(call, by: ana) == .forbidden(.staffOnly))
            #expect(
                try await write(call, by: town.mayor, Self.content("Non"))
                    == .invalid("criteria", .tooShort, limit: 10))
            let draft = try await town.store.launchChallenge(
                town.content(title: "Un brouillon"), by: town.mayor.id, at: Town.day(-5))
            #expect(try await write(draft, by: town.mayor) == nil)
            #expect(
                try await refusal { _ = try await town.look(as: ana) { try $0.regulationDetail(of: draft) } }
                    == .notFound)
            try await town.store.discardChallenge(draft, by: town.mayor.id, at: Town.day(0))
            #expect(try await town.number("SELECT count(*) FROM regulation") == 0)
        }
    }

    @Test("a deed is for the idea’s authors and managers, and each change of it is a version")
    func deeds() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let call = try await town.challenge()
            let idea = try await town.idea(by: ana, in: call)
            func deed(_ years: Int) -> Deed {
                Deed(
                    rights: [Deed.Grant(.reproduction, extent: "Tout support numérique")],
                    purpose: "Un service d’alerte", place: .europe, years: years, isExclusive: true,
                    price: "Mille euros")
            }
            func draw(_ years: Int) async throws -> Refusal? {
                try await refusal {
                    try await town.store.drawUp(deed(years), about: idea, by: town.mayor.id, at: Town.day(44))
                }
            }
            #expect(try await draw(5) == .conflict(.ideaNotKept))
            try await town.decide(.winner, idea)
            for years in [5, 5, 7] { #expect(try await draw(years) == nil) }
            #expect(try await draw(21) == .invalid("years", .outOfRange, limit: 20))
            let seen = try await town.look(as: ana) { try $0.deed(about: idea) }
            #expect(seen.number == 2)
            #expect(seen.deed == deed(7))
            for person in [nil, bob] {
                #expect(
                    try await refusal { _ = try await town.look(as: person) { try $0.deed(about: idea) } }
                        == .notFound)
            }
        }
    }
}
