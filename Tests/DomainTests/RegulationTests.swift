import Domain
import Testing

@Suite struct RegulationTests {
    private func content(
        organiser: String = "Mutuelle des Tilleuls, 1 cours des Lices", prizes: String = "",
        months: Int = 12
    ) -> RegulationContent {
        RegulationContent(
            organiser: organiser, entrants: "Toute personne majeure.", criteria: "L’utilité et la clarté.",
            jury: "Trois personnes, dont une de l’extérieur.", prizes: prizes,
            contact: "dpo@tilleuls.example", retentionMonths: months)
    }

    @Test("each field says what is wrong with it; what is no money needs its value in words")
    func problems() {
        let call = People.challenge(.draft)
        let gift = People.challenge(
            .draft, People.content(reward: RewardOffer(kind: .gift, cents: nil, nature: "Un pot de miel")))
        func fields(_ content: RegulationContent, in challenge: Challenge) -> [String] {
            content.problems(in: challenge).map(\.field)
        }
        #expect(fields(content(), in: call) == [])
        #expect(fields(content(organiser: "Nous"), in: call) == ["organiser"])
        #expect(fields(content(months: 0), in: call) == ["retentionMonths"])
        #expect(fields(content(months: 61), in: call) == ["retentionMonths"])
        #expect(fields(content(), in: gift) == ["prizes"])
        #expect(fields(content(prizes: "Un pot de miel, 12 euros."), in: gift) == [])
        let empty = RegulationContent(
            organiser: "", entrants: "", criteria: "", jury: "", prizes: "", contact: "", retentionMonths: 12)
        #expect(
            fields(empty, in: call) == ["organiser", "entrants", "criteria", "jury", "contact"])
        #expect(content().property == .assessment)
    }

    @Test("managers write the rules until the results, nobody after")
    func writing() {
        for who in People.Who.allCases {
            let expected: Refusal? =
                switch who {
                case .manager, .administrator: nil
                case .visitor: .signInRequired
                default: .forbidden(.staffOnly)
                }
            #expect(
                People.challenge(.published).regulationRefusal(for: who.viewer) == expected, "\(who)")
        }
        let manager = People.Who.manager.viewer
        #expect(People.challenge(.draft).regulationRefusal(for: manager) == nil)
        #expect(
            People.challenge(.cancelled).regulationRefusal(for: manager) == .conflict(.challengeCancelled))
        #expect(
            People.challenge(.resultsPublished).regulationRefusal(for: manager)
                == .conflict(.resultsAlreadyPublished))
    }

    @Test("the version in force is accepted once, whatever was accepted before")
    func acceptance() {
        let rules = Regulation(
            number: 2, content: content(), texts: [.french: "Deux", .english: "Two"], writtenAt: People.day(1)
        )
        func accepted(_ number: Int) -> RegulationAcceptance {
            RegulationAcceptance(
                number: number, language: .french, fingerprint: Fingerprint(of: "Deux"), at: People.day(2))
        }
        #expect(rules.acceptanceRefusal(nil) == .invalid("regulation", .notConfirmed))
        #expect(rules.acceptanceRefusal(accepted(1)) == .invalid("regulation", .notConfirmed))
        #expect(rules.acceptanceRefusal(accepted(2)) == nil)
        #expect(rules.fingerprint(in: .french) == Fingerprint(of: "Deux"))
        #expect(rules.fingerprint(in: .english) != rules.fingerprint(in: .french))
    }

    @Test("a deed names each right with its extent, and is about an idea that was chosen")
    func deeds() {
        func deed(_ rights: [Deed.Grant], years: Int = 5, purpose: String = "Un service d’alerte") -> Deed {
            Deed(
                rights: rights, purpose: purpose, place: .france, years: years, isExclusive: false,
                price: "Le prix reçu")
        }
        let grant = Deed.Grant(.reproduction, extent: "Tout support numérique")
        #expect(deed([grant]).problems.isEmpty)
        #expect(deed([]).problems.map(\.field) == ["rights"])
        #expect(
            deed([Deed.Grant(.translation, extent: "")]).problems.map(\.field) == ["extent-translation"])
        #expect(deed([grant], years: 0, purpose: "").problems.map(\.field) == ["purpose", "years"])
        let challenge = People.challenge(.resultsPublished)
        let manager = People.Who.manager.viewer
        for code in Decision.Code.allCases {
            let idea = People.idea(decision: code)
            #expect(
                idea.deedRefusal(for: manager, in: challenge)
                    == (code.isKept ? nil : .conflict(.ideaNotKept)))
        }
        let winner = People.idea(decision: .winner)
        for who in People.Who.allCases {
            let reads = who == .author || who == .manager || who == .administrator
            #expect(winner.showsDeed(to: who.viewer, in: challenge) == reads, "\(who)")
        }
    }
}
