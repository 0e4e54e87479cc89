import Domain
import Proving
import Testing

@Suite struct QuestionTests {
    private static func question(
        _ kind: Question.Kind, id: Int64? = 1, isRequired: Bool = false, isPublic: Bool = true,
        choices: [String] = ["Oui", "Non"], minimum: String? = nil, maximum: String? = nil
    ) -> Question {
        Question(
            id: id.map { Identifier($0) }, kind: kind, label: "Depuis quand ?", isRequired: isRequired,
            isPublic: isPublic, choices: choices, unit: "ans", minimum: minimum.flatMap { Quantity($0) },
            maximum: maximum.flatMap { Quantity($0) })
    }

    @Test(
        "A number is read as people type it, and no otherwise",
        arguments: [
            ("12", "12"), ("1 500", "1500"), ("1\u{202F}500,50", "1500.5"), ("-3.75", "-3.75"),
            ("\u{2212}2", "-2"),
            ("0,05", "0.05"), ("007", "7"),
        ])
    func numbers(_ typed: String, _ read: String) {
        #expect(Quantity(typed)?.description == read)
    }

    @Test(
        "What is no number is none",
        arguments: ["", "-", "douze", "1,2,3", "1,234", "1e3", "1,", ",5", "٣", "99999999999999999", "12 m²"])
    func noNumbers(_ typed: String) {
        #expect(Quantity(typed) == nil)
    }

    @Test("Any number is read back from its own writing", arguments: 0..<40)
    func roundTrip(_ seed: UInt64) {
        var dice = Dice(seed)
        for _ in 0..<50 {
            let number = Quantity(hundredths: dice.roll(-99_999_999_99...99_999_999_99))
            #expect(Quantity(number.description) == number)
            #expect(Quantity(number.description.replacing(".", with: ",")) == number)
        }
    }

    @Test("each kind says what is wrong with what was entered")
    func entries() {
        let long = String(repeating: "x", count: 5_001)
        let cases: [(Question, String, Problem.Code?)] = [
            (Self.question(.shortText), "", nil),
            (Self.question(.shortText, isRequired: true), " ", .missing),
            (Self.question(.shortText), String(repeating: "x", count: 201), .tooLong),
            (Self.question(.longText), String(long.dropLast()), nil),
            (Self.question(.longText), long, .tooLong),
            (Self.question(.choice), "Oui", nil), (Self.question(.choice), "Peut-être", .unknownChoice),
            (Self.question(.choice, isRequired: true), "", .missing),
            (Self.question(.number), "douze", .notANumber), (Self.question(.number), "12,5", nil),
            (Self.question(.number, minimum: "10"), "9,99", .belowMinimum),
            (Self.question(.number, minimum: "10"), "10", nil),
            (Self.question(.number, maximum: "10"), "10,01", .aboveMaximum),
            (Self.question(.file), "", nil), (Self.question(.file, isRequired: true), "x", .missing),
        ]
        for (question, text, code) in cases {
            #expect(question.problem(in: text)?.code == code, "\(question.kind) \(text.prefix(20))")
        }
        #expect(Self.question(.file, isRequired: true).problem(in: "", hasFile: true) == nil)
    }

    @Test("a question has to make sense by itself")
    func making() {
        func codes(_ question: Question) -> [Problem.Code] { question.problems(as: "question-0").map(\.code) }
        #expect(codes(Self.question(.choice)) == [])
        #expect(codes(Self.question(.choice, choices: ["Oui", " "])) == [.tooFewChoices])
        #expect(codes(Self.question(.choice, choices: ["Oui", "Oui"])) == [.repeatedChoice])
        #expect(codes(Self.question(.choice, choices: (0..<21).map { "Choix \($0)" })) == [.tooManyChoices])
        #expect(codes(Self.question(.number, minimum: "5", maximum: "4")) == [.maximumBelowMinimum])
        #expect(codes(Question(kind: .shortText, label: "?")) == [.tooShort])
        let eleven = (0..<11).map { Self.question(.shortText, id: Int64($0)) }
        #expect(Challenge.problems(inNew: eleven).map(\.field) == ["questions"])
    }

    @Test("once a challenge is public, what was answered keeps its meaning")
    func revision() {
        let old = [
            Self.question(.choice, minimum: nil), Self.question(.number, id: 2, minimum: "1", maximum: "9"),
        ]
        func problems(_ standing: Challenge.Standing, _ new: [Question]) -> [Problem.Code] {
            Challenge(
                id: People.challenge, content: People.content(), standing: standing, cancellationReason: nil,
                publishedAt: standing == .draft ? nil : People.day(0), resultsPublishedAt: nil, ideaCount: 0,
                participantCount: 0
            ).questionProblems(from: old, to: new).map(\.code)
        }
        let changes: [([Question], Problem.Code?)] = [
            (old, nil), (old.reversed(), nil), (old + [Self.question(.file, id: nil)], nil),
            (old + [Self.question(.file, id: nil, isRequired: true)], .optionalOncePublic),
            ([old[0]], .announcedQuestionMissing),
            ([Self.question(.shortText), old[1]], .announcedChoiceMissing),
            ([Self.question(.choice, choices: ["Oui", "Non", "Plus tard"]), old[1]], nil),
            ([Self.question(.choice, choices: ["Oui", "Jamais"]), old[1]], .announcedChoiceMissing),
            ([Self.question(.choice, isRequired: true), old[1]], .optionalOncePublic),
            ([Self.question(.choice, isPublic: false), old[1]], nil),
            ([old[0], Self.question(.number, id: 2, minimum: "0", maximum: "10")], nil),
            ([old[0], Self.question(.number, id: 2, minimum: "2", maximum: "9")], .lessThanAnnounced),
            ([old[0], Self.question(.number, id: 2, minimum: "1", maximum: "8")], .lessThanAnnounced),
        ]
        for (new, code) in changes {
            #expect(problems(.draft, new) == [])
            let found = problems(.published, new)
            #expect(code.map { found.contains($0) } ?? found.isEmpty, "\(new): \(found)")
        }
        let hidden = [Self.question(.longText, isPublic: false)]
        #expect(
            hidden[0].isPublic == false
                && Challenge(
                    id: People.challenge, content: People.content(), standing: .published,
                    cancellationReason: nil,
                    publishedAt: People.day(0), resultsPublishedAt: nil, ideaCount: 0, participantCount: 0
                ).questionProblems(from: hidden, to: [Self.question(.longText)]).map(\.code) == [
                    .staffOnlyOncePublic
                ])
    }

    @Test("what is for staff alone is read by author and staff, by nobody else")
    func readers() {
        let idea = Idea(
            id: Identifier(1), challenge: People.challenge, number: 1,
            content: IdeaContent(title: "Une idée", text: "Un texte."), author: People.author,
            visibility: .public,
            submittedAt: nil, editedAt: nil, answerDue: nil, decision: nil, supportCount: 0, commentCount: 0)
        for who in People.Who.allCases {
            let reads = Self.question(.shortText, isPublic: false).isReadable(by: who.viewer, in: idea)
            #expect(
                reads == ![.visitor, .other, .managerElsewhere, .communityMember].contains(who), "\(who)")
            #expect(Self.question(.shortText).isReadable(by: who.viewer, in: idea))
        }
    }

    @Test("the guard looks into public texts alone")
    func watched() throws {
        let phone = "Appelez-moi au 02 61 91 45 12."
        let questions = [Self.question(.longText), Self.question(.longText, id: 2, isPublic: false)]
        let entries = [
            Entry(question: Identifier(1), text: phone), Entry(question: Identifier(2), text: phone),
        ]
        #expect(throws: Refusal.invalid([Problem(field: "answer-1", code: .containsPhone)])) {
            try Guard().admit(entries, to: questions, answer: nil)
        }
        let masked = try Guard().admit(entries, to: questions, answer: .mask)
        #expect(!masked[0].text.contains("61") && masked[1].text == phone)
    }

    @Test(
        "a file's name is fit to be shown and kept",
        arguments: [
            ("C:\\Mes images\\été.JPG", "été.pdf"), ("../../etc/passwd", "passwd.pdf"), ("", "document.pdf"),
            (".htaccess", "htaccess.pdf"), ("a\u{202E}gpj.exe", "agpj.pdf"),
            ("rapport.final.v2.pdf", "rapport.final.v2.pdf"),
            ("\"<b>\".png", "b.pdf"),
        ])
    func names(_ sent: String, _ kept: String) {
        #expect(AttachmentContent.Facts(kind: .pdf, name: sent, description: "", size: 1).name == kept)
    }
}
