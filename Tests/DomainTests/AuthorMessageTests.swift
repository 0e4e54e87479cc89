import Domain
import Testing

@Suite struct AuthorMessageTests {
    private static let texts = AuthorMessages(
        chosen: "  Bravo, nous vous appelons cette semaine.\r\n",
        others: "Merci, votre idée a été lue à deux.")

    @Test(
        "winners are chosen; where an envelope is shared out, also what will be done",
        arguments: Decision.Code.allCases)
    func chosen(code: Decision.Code) {
        #expect(
            AuthorMessages.isChosen(by: [.underStudy, code], sharingEnvelope: false) == (code == .winner))
        let isDone = [.winner, .accepted, .planned, .inProgress, .implemented].contains(code)
        #expect(AuthorMessages.isChosen(by: [code, .underStudy], sharingEnvelope: true) == isDone)
        let text = Self.texts.text(after: [code], sharingEnvelope: false)
        #expect(text == (code == .winner ? Self.texts.chosen : Self.texts.others))
    }

    @Test("without a decision one reads what the others read; texts lose the space around them")
    func undecided() {
        #expect(Self.texts.chosen == "Bravo, nous vous appelons cette semaine.")
        for isShared in [false, true] {
            #expect(!AuthorMessages.isChosen(by: [], sharingEnvelope: isShared))
        }
    }

    @Test("both are written or none: nobody is left without a word to whom others got one")
    func rules() {
        let long = String(repeating: "a", count: 2_001)
        #expect(Self.texts.problems.isEmpty && !Self.texts.isEmpty)
        #expect(AuthorMessages(chosen: " ", others: "\n").problems.isEmpty)
        #expect(
            AuthorMessages(chosen: Self.texts.chosen, others: "").problems
                == [Problem(field: "others", code: .missing)])
        #expect(
            AuthorMessages(chosen: "", others: Self.texts.others).problems
                == [Problem(field: "chosen", code: .missing)])
        #expect(
            AuthorMessages(chosen: "Bravo.", others: long).problems == [
                Problem(field: "chosen", code: .tooShort, limit: 20),
                Problem(field: "others", code: .tooLong, limit: 2_000),
            ])
    }

    @Test("managers write until the results are out, and nobody else learns that there is anything")
    func act() {
        let manager = Viewer(
            member: Member(id: MemberID(7), pseudonym: "M", isStaff: true), rolesEverywhere: [.manager])
        let member = Viewer(member: Member(id: MemberID(8), pseudonym: "A", isStaff: false))
        let expected: [(Challenge.Standing, Refusal?)] = [
            (.draft, .notFound), (.published, nil), (.suspended, nil),
            (.cancelled, .conflict(.challengeCancelled)),
            (.resultsPublished, .conflict(.resultsAlreadyPublished)),
            (.archived, .conflict(.resultsAlreadyPublished)),
        ]
        for (standing, refusal) in expected {
            let challenge = People.challenge(standing, People.content())
            #expect(challenge.messagesRefusal(for: manager) == refusal, "\(standing)")
            for viewer in [member, .visitor] {
                #expect(challenge.messagesRefusal(for: viewer) == challenge.managementRefusal(for: viewer))
                #expect(challenge.messagesRefusal(for: viewer) != nil)
            }
        }
    }
}
