import Domain
import Testing

@Suite struct DraftTests {
    private let old = ["La franchise est de 150 euros.", "Le vol est déclaré sous deux jours."]

    @Test(
        "a version says why for each paragraph that changes, and nothing for the others",
        arguments: [
            ("La franchise est de 150 euros par an.\n\nLe vol est déclaré sous deux jours.", ["why-0-0"]),
            ("La franchise est de 150 euros.\n\nTout le reste est neuf.", ["why-1-none", "why-none-1"]),
            ("Le vol est déclaré sous deux jours, au plus.", ["why-0-none", "why-1-0"]),
            ("La franchise est de 150 euros.\n\nLe vol est déclaré sous deux jours.", ["draft"]),
            ("Trop court.", ["draft", "why-0-none", "why-1-none", "why-none-0"]),
        ])
    func explanations(text: String, fields: [String]) {
        let revision = DraftRevision(text: text, base: 1)
        #expect(revision.problems(after: old).map(\.field) == fields)
        let changes = DraftRevision.changes(from: old, to: revision.paragraphs)
        let explained = DraftRevision(
            text: text, base: 1,
            explanations: Dictionary(
                uniqueKeysWithValues: changes.map { ($0, .init(why: "Vous nous l’avez demandé.")) }))
        #expect(explained.problems(after: old).map(\.field) == fields.filter { $0 == "draft" })
    }

    @Test("a draft has sixty paragraphs at most")
    func manyParagraphs() {
        func text(_ count: Int) -> String {
            (1...count).map { "Paragraphe \($0)." }.joined(separator: "\n\n")
        }
        #expect(DraftRevision.problems(in: text(60)).isEmpty)
        #expect(
            DraftRevision.problems(in: text(61)) == [Problem(field: "draft", code: .outOfRange, limit: 60)])
    }

    private func challenge(
        _ standing: Challenge.Standing, _ blueprint: Blueprint = .draftReview, draft: String = "Un texte."
    ) -> Challenge {
        Challenge(
            id: ChallengeID(1),
            content: ChallengeContent(
                blueprint: blueprint, theme: ThemeID(1), title: "Un projet", question: "Qu’en pensez-vous ?",
                brief: "Lisez ce texte et dites ce que vous en pensez.", rules: "",
                schedule: blueprint.usualSchedule(opening: Timestamp(seconds: 0)),
                particulars: Particulars(draft: draft)),
            standing: standing, cancellationReason: nil,
            publishedAt: standing == .draft ? nil : Timestamp(seconds: 0),
            resultsPublishedAt: standing == .resultsPublished ? Timestamp(seconds: 0) : nil, ideaCount: 0,
            participantCount: 0)
    }

    private static let reader = Viewer(
        member: Member(id: MemberID(1), pseudonym: "Ajonc", isStaff: false), isAdministrator: false,
        rolesEverywhere: [], rolesByChallenge: [:], communities: [])
    private static let manager = Viewer(
        member: Member(id: MemberID(2), pseudonym: "Claire", isStaff: true), isAdministrator: false,
        rolesEverywhere: [.manager], rolesByChallenge: [:], communities: [])

    @Test(
        "people react while the phase that gives the right to vote is open, once they said whether it matters"
    )
    func reacting() {
        let day = { (count: Int64) in Timestamp(seconds: count * 86_400) }
        let review = challenge(.published)
        func refusal(_ viewer: Viewer, _ concern: Concern?, _ moment: Timestamp) -> Refusal? {
            review.reactionRefusal(for: viewer, concern: concern, at: moment)
        }
        #expect(refusal(Self.reader, .not, day(1)) == nil)
        #expect(refusal(Self.reader, nil, day(1)) == .conflict(.concernFirst))
        #expect(refusal(.visitor, nil, day(1)) == .signInRequired)
        #expect(refusal(Self.reader, .much, day(-1)) == .conflict(.challengeNotOpenYet))
        #expect(refusal(Self.reader, .much, day(28)) == .conflict(.reactionsClosed))
        #expect(refusal(.visitor, nil, day(28)) == .conflict(.reactionsClosed))
        for standing in [Challenge.Standing.suspended, .cancelled, .archived] {
            #expect(
                challenge(standing).reactionRefusal(for: Self.reader, concern: .much, at: day(1)) != nil)
        }
        let open = challenge(.published, .openCall)
        #expect(open.reactionRefusal(for: Self.reader, concern: .much, at: day(1)) == .notFound)
        #expect(open.draftRefusal(for: Self.manager) == .notFound)
    }

    @Test("versions are published by managers of a public challenge, and the first one with it")
    func publishing() {
        #expect(challenge(.published).draftRefusal(for: Self.manager) == nil)
        #expect(challenge(.resultsPublished).draftRefusal(for: Self.manager) == nil)
        #expect(challenge(.published).draftRefusal(for: Self.reader) == .forbidden(.staffOnly))
        #expect(challenge(.published).draftRefusal(for: .visitor) == .signInRequired)
        #expect(challenge(.draft).draftRefusal(for: Self.manager) == .conflict(.notPublishedYet))
        #expect(challenge(.suspended).draftRefusal(for: Self.manager) == .conflict(.challengeSuspended))
        let now = Timestamp(seconds: 1)
        #expect(
            challenge(.draft, draft: "").publicationRefusal(for: Self.manager, at: now)
                == .conflict(.draftMissing))
        #expect(challenge(.draft).publicationRefusal(for: Self.manager, at: now) == nil)
        var content = challenge(.published).content
        content.particulars.draft = "Un autre texte, plus long que le premier."
        #expect(challenge(.published).revised(to: content).particulars.draft == "Un texte.")
        #expect(challenge(.draft).revised(to: content).particulars.draft == content.particulars.draft)
    }
}
