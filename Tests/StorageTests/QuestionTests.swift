import Domain
import Testing

@testable import Storage

@Suite struct QuestionTests {
    static let asked = [
        Question(kind: .shortText, label: "Dans quelle ville ?"),
        Question(kind: .number, label: "Quelle surface ?", isRequired: true, isPublic: false, unit: "m²"),
        Question(kind: .choice, label: "Quel logement ?", choices: ["Maison", "Appartement"]),
        Question(kind: .file, label: "Un plan", isPublic: false),
    ]

    static let paper = AttachmentContent(
        facts: AttachmentContent.Facts(kind: .pdf, name: "plan.pdf", description: "", size: 5),
        whole: Array("%PDF-".utf8))

    /// A public challenge that asks, and the numbers of its questions.
    static func scene(_ town: Town, _ blueprint: Blueprint = .openCall) async throws -> (
        challenge: ChallengeID, questions: [QuestionID]
    ) {
        let challenge = try await town.store.launchChallenge(
            town.content(blueprint), questions: asked, by: town.mayor.id, at: Town.day(-5))
        try await town.store.publishChallenge(challenge, by: town.mayor.id, at: Town.day(-4))
        let questions = try await town.look(as: nil) { try $0.questions(of: try $0.challenge(challenge)) }
        return (challenge, questions.compactMap(\.id))
    }

    static let content = IdeaContent(title: "Un détecteur", text: "Un détecteur dans chaque chambre, relié.")

    @Test("entries are kept as typed in a draft, checked and settled at submission")
    func life() async throws {
        try await Town.live { town in
            let (challenge, questions) = try await Self.scene(town)
            let ana = try await town.citizen("Ana")
            let typed = [
                Entry(question: questions[0], text: "Nantes"),
                Entry(question: questions[1], text: "beaucoup"),
            ]
            let draft = try await town.store.saveDraft(
                Self.content, entries: typed, in: challenge, by: ana.id, at: Town.day(1))
            func entries(_ citizen: Citizen?) async throws -> [String] {
                try await town.look(as: citizen) { try $0.ideaDetail(draft).particulars.entries.map(\.text) }
            }
            #expect(try await entries(ana) == ["Nantes", "beaucoup"])
            let refused = try await refusal {
                _ = try await town.store.submitIdea(Self.content, in: challenge, by: ana.id, at: Town.day(1))
            }
            #expect(refused == .invalid("answer-\(questions[1])", .notANumber))
            let idea = try await town.store.submitIdea(
                Self.content,
                entries: [
                    Entry(question: questions[0], text: "Nantes"),
                    Entry(question: questions[1], text: "1 250,50"),
                    Entry(question: questions[3], text: "[object File]"),
                    Entry(question: Identifier(999), text: "x"),
                ], in: challenge, by: ana.id, at: Town.day(1))
            #expect(idea == draft)
            #expect(try await entries(ana) == ["Nantes", "1250.5"])
            // What is for staff alone is not there for others.
            #expect(try await entries(nil) == ["Nantes"])
            #expect(try await entries(town.mayor) == ["Nantes", "1250.5"])
            #expect(
                try await town.look(as: nil) { try $0.ideaDetail(idea).particulars.questions.count } == 2)
            try await town.store.editIdea(
                idea, to: Self.content, entries: [Entry(question: questions[1], text: "3")], by: ana.id,
                at: Town.day(2))
            #expect(try await entries(ana) == ["3"])
            let empty = try await refusal {
                try await town.store.editIdea(
                    idea, to: Self.content, entries: [], by: ana.id, at: Town.day(2))
            }
            #expect(empty == .invalid("answer-\(questions[1])", .missing))
        }
    }

    @Test("a public challenge rewords and adds questions; nothing that was answered is lost")
    func revision() async throws {
        try await Town.live { town in
            let (challenge, questions) = try await Self.scene(town)
            let ana = try await town.citizen("Ana")
            let idea = try await town.store.submitIdea(
                Self.content,
                entries: [
                    Entry(question: questions[1], text: "30"), Entry(question: questions[2], text: "Maison"),
                ], in: challenge, by: ana.id, at: Town.day(1))
            let old = try await town.look(as: nil) { try $0.questions(of: try $0.challenge(challenge)) }
            let reworded = Question(
                id: questions[2], kind: .choice, label: "Où vivez-vous ?",
                choices: ["Péniche", "Maison", "Appartement"])
            let more = Question(kind: .longText, label: "Autre chose ?")
            try await town.store.reviseChallenge(
                challenge, to: town.content(), questions: [reworded, old[1], old[3], old[0], more],
                by: town.mayor.id, at: Town.day(2))
            let seen = try await town.look(as: ana) { try $0.ideaDetail(idea).particulars }
            #expect(seen.questions.map(\.label).first == "Où vivez-vous ?")
            #expect(seen.questions.count == 5)
            #expect(seen.text(for: reworded) == "Maison")
            let removal = try await refusal {
                try await town.store.reviseChallenge(
                    challenge, to: town.content(), questions: [more], by: town.mayor.id, at: Town.day(2))
            }
            #expect(removal == .invalid("questions", .announcedQuestionMissing))
            // Whoever says nothing about questions leaves them.
            try await town.store.reviseChallenge(
                challenge, to: town.content(title: "Un autre titre"), by: town.mayor.id, at: Town.day(2))
            #expect(try await town.number("SELECT count(*) FROM question") == 5)
        }
    }

    @Test("search finds what was entered for everybody, and nothing else")
    func search() async throws {
        try await Town.live { town in
            let (challenge, questions) = try await Self.scene(town)
            let ana = try await town.citizen("Ana")
            func found(_ word: String) async throws -> Int {
                try await town.look(as: ana) { try $0.search(SearchQuery(word)).count }
            }
            let idea = try await town.store.submitIdea(
                Self.content,
                entries: [
                    Entry(question: questions[0], text: "Quimperlé"),
                    Entry(question: questions[1], text: "77"),
                ], in: challenge, by: ana.id, at: Town.day(1))
            #expect(try await found("Quimperlé") == 1)
            #expect(try await found("détecteur") == 1)
            try await town.store.editIdea(
                idea, to: IdeaContent(title: "Un capteur", text: "Un capteur dans chaque chambre, relié."),
                entries: [
                    Entry(question: questions[0], text: "Pézenas"), Entry(question: questions[1], text: "77"),
                ], by: ana.id, at: Town.day(2))
            #expect(try await found("Quimperlé") == 0)
            #expect(try await found("Pézenas") == 1)
            #expect(try await found("capteur") == 1)
            let old = try await town.look(as: nil) { try $0.questions(of: try $0.challenge(challenge)) }
            let hidden = Question(
                id: questions[0], kind: .shortText, label: "Dans quelle ville ?", isPublic: false)
            try await town.store.reviseChallenge(
                challenge, to: town.content(), questions: [hidden] + old.dropFirst(), by: town.mayor.id,
                at: Town.day(3))
            #expect(try await found("Pézenas") == 0)
            #expect(try await found("capteur") == 1)
        }
    }

    @Test("moderators take a passage out of an entry as out of a text")
    func redaction() async throws {
        try await Town.live { town in
            let (challenge, questions) = try await Self.scene(town)
            let ana = try await town.citizen("Ana")
            let idea = try await town.store.submitIdea(
                Self.content,
                entries: [
                    Entry(question: questions[0], text: "Nantes, chez Mme Le Goff"),
                    Entry(question: questions[1], text: "30"),
                ], in: challenge, by: ana.id, at: Town.day(1))
            try await town.store.redact(
                "Mme Le Goff", as: .contract, in: .idea(idea), by: town.mayor.id, at: Town.day(2))
            let text = try await town.look(as: nil) { try $0.ideaDetail(idea).particulars.entries[0].text }
            #expect(text == "Nantes, chez \(Redaction.mark)")
        }
    }

    @Test(
        "a challenge that is thrown away takes its questions with it, an erased draft its entries and files")
    func erased() async throws {
        try await Town.live { town in
            let (challenge, questions) = try await Self.scene(town)
            let ana = try await town.citizen("Ana")
            try await town.store.attach(
                [NewAttachment(Self.paper), NewAttachment(Self.paper, for: questions[3])], with: Self.content,
                entries: [Entry(question: questions[0], text: "Nantes")], toDraftIn: challenge, by: ana.id,
                at: Town.day(1))
            let draft = try await town.look(as: ana) { try $0.draft(in: challenge)?.id }
            try await town.store.withdrawIdea(try #require(draft), by: ana.id, at: Town.day(1))
            for table in ["entry", "attachment", "attachment_content"] {
                #expect(try await town.number("SELECT count(*) FROM \(table)") == 0, "\(table)")
            }
            let other = try await town.store.launchChallenge(
                town.content(title: "Un autre"), questions: Self.asked, by: town.mayor.id, at: Town.day(1))
            try await town.store.attach(Self.paper, toBriefOf: other, by: town.mayor.id, at: Town.day(1))
            try await town.store.discardChallenge(other, by: town.mayor.id, at: Town.day(1))
            #expect(try await town.number("SELECT count(*) FROM question") == 4)
            #expect(try await town.number("SELECT count(*) FROM attachment") == 0)
        }
    }
}
