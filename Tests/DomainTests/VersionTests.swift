import Domain
import Proving
import Testing

@Suite struct VersionTests {
    private func stamp(_ number: Int, _ day: Int64, supports: Int? = nil, withheld: Bool = false)
        -> VersionStamp
    {
        VersionStamp(
            number: number, writtenAt: People.day(day), supportCount: supports, isWithheld: withheld)
    }

    @Test("a change is marked from the moment at which the vote began, and compared with what stood then")
    func lateEdits() throws {
        let challenge = People.challenge()
        #expect(LateEdit([], in: challenge) == nil)
        #expect(LateEdit([stamp(1, 1), stamp(2, 9)], in: challenge) == nil)
        let marked = try #require(
            LateEdit([stamp(1, 1), stamp(2, 9), stamp(3, 10), stamp(4, 12)], in: challenge))
        #expect((marked.before, marked.latest, marked.at) == (2, 4, People.day(12)))
        #expect(marked.supports == nil)
        // Submitted while people were voting already: what came first is what they read.
        let box = Challenge(
            id: People.challenge,
            content: People.content(
                schedule: Schedule([Phase(kind: .ideasAndVotes, opensAt: People.day(0), closesAt: nil)])),
            standing: .published, cancellationReason: nil, publishedAt: People.day(-1),
            resultsPublishedAt: nil, ideaCount: 0, participantCount: 0)
        let born = try #require(LateEdit([stamp(1, 3, supports: 0), stamp(2, 5, supports: 7)], in: box))
        #expect((born.before, born.latest, born.supports) == (1, 2, 7))
        #expect(LateEdit([stamp(1, 3)], in: box) == nil)
    }

    @Test("what nobody could read is kept from others once it is replaced, for each visibility")
    func withheld() {
        for visibility in Idea.Visibility.allCases {
            let isOpen = visibility == .public || visibility == .sealed
            #expect(People.idea(visibility).withholdsReplacedText == !isOpen)
        }
        let idea = People.idea()
        for who in People.Who.allCases {
            let reads = [.author, .manager, .moderator, .administrator].contains(who)
            #expect(idea.showsWithheldVersions(to: who.viewer) == reads, "\(who)")
        }
    }
}

@Suite struct AuthorshipTests {
    private static let cora = Member(id: Identifier(3), pseudonym: "Cora")

    private func shared(
        _ visibility: Idea.Visibility = .public, decision: Decision.Code? = nil, guest: Bool = false
    ) -> Idea {
        let idea = People.idea(visibility, decision: decision)
        return Idea(
            id: idea.id, challenge: idea.challenge, number: idea.number, content: idea.content,
            author: idea.author, visibility: visibility, submittedAt: idea.submittedAt, editedAt: nil,
            answerDue: nil, decision: decision, supportCount: 0, commentCount: 0,
            coAuthors: guest ? [] : [People.other.id], guests: guest ? [People.other.id] : [])
    }

    @Test(
        "whoever signs an idea may edit and not support it; only who submitted it withdraws it, only others leave it"
    )
    func rights() {
        let challenge = People.challenge()
        let other = People.Who.other.viewer
        let idea = shared()
        #expect(idea.isAuthor(other))
        #expect(idea.editRefusal(for: other, in: challenge, at: People.day(2)) == nil)
        #expect(
            idea.voteRefusal(for: other, in: challenge, ballot: People.noVotes, at: People.day(12))
                == .forbidden(.ownIdea))
        #expect(idea.withdrawalRefusal(for: other, in: challenge) == .forbidden(.authorOnly))
        #expect(idea.leavingRefusal(for: other, in: challenge) == nil)
        let author = People.Who.author.viewer
        #expect(idea.withdrawalRefusal(for: author, in: challenge) == nil)
        #expect(idea.leavingRefusal(for: author, in: challenge) == .conflict(.authorCannotLeave))
        #expect(!shared(.sealed).hidesAuthor(from: other))
        #expect(shared(.sealed).hidesAuthor(from: People.Who.juror.viewer))
    }

    @Test("who is asked to sign reads the idea, joins it before the selection, and is no author until then")
    func guests() {
        let challenge = People.challenge()
        let other = People.Who.other.viewer
        for visibility in [Idea.Visibility.public, .sealed, .awaitingModeration] {
            let idea = shared(visibility, guest: true)
            #expect(idea.isVisible(to: other))
            #expect(!idea.isAuthor(other))
            #expect(idea.joiningRefusal(for: other, in: challenge) == nil)
            #expect(idea.authorshipRefusal(for: other, in: challenge) == .forbidden(.authorOnly))
        }
        #expect(
            shared(decision: .shortlisted, guest: true).joiningRefusal(for: other, in: challenge)
                == .conflict(.sharesSettled))
        #expect(shared().joiningRefusal(for: other, in: challenge) == .conflict(.notInvited))
        #expect(shared(.withdrawn, guest: true).joiningRefusal(for: other, in: challenge) == .notFound)
    }

    @Test("authors and shares stay as they are once the idea is selected or the results are out")
    func settled() {
        let author = People.Who.author.viewer
        for code in Decision.Code.allCases {
            let refusal = shared(decision: code).signingRefusal(for: author, in: People.challenge())
            #expect((refusal == nil) == (code == .underStudy), "\(code)")
        }
        #expect(
            shared().signingRefusal(for: author, in: People.challenge(.resultsPublished))
                == .conflict(.sharesSettled))
    }

    @Test("weights cover everybody who signs, in proportion of what was agreed, or else the same for all")
    func weights() {
        var dice = Dice(11)
        for _ in 0..<400 {
            let authors = (1...Int(dice.roll(1...6))).map { MemberID(Int64($0)) }
            let agreed = Dictionary(
                uniqueKeysWithValues: (1...Int(dice.roll(1...6))).map {
                    (MemberID(Int64($0)), Int(dice.roll(0...100)))
                })
            let covers = authors.allSatisfy { agreed[$0] != nil }
            let weights = Authorship.weights(of: authors, agreed: dice.roll(0...3) == 0 ? nil : agreed)
            #expect(weights.map(\.author) == authors)
            if !covers { #expect(weights.allSatisfy { $0.weight == 1 }) }
            let prize = dice.roll(0...1_000_000)
            let parts = PrizeSplit.among(authors: weights, prize: prize)
            #expect(parts.reduce(0) { $0 + $1.cents } == prize)
        }
    }

    @Test("percents that are proposed have to be whole and to make a hundred")
    func percents() {
        let authorship = Authorship(
            authors: [People.author, People.other, Self.cora], others: [], agreed: nil, proposal: nil)
        func problems(_ shares: Int?...) -> [Problem] {
            authorship.problems(
                in: Dictionary(
                    uniqueKeysWithValues: zip(authorship.authors, shares).compactMap { author, share in
                        share.map { (author.id, $0) }
                    }))
        }
        #expect(problems(50, 30, 20).isEmpty)
        #expect(problems(100, 0, 0).isEmpty)
        #expect(problems(50, 30, 21) == [Problem(field: "share-1", code: .sharesNotWhole, limit: 101)])
        #expect(problems(50, nil, 50) == [Problem(field: "share-2", code: .notANumber, limit: 100)])
        #expect(problems(150, 0, -50).map(\.field) == ["share-1", "share-3"])
        #expect(authorship.percents.map(\.percent) == [34, 33, 33])
    }
}

@Suite struct ClarificationTests {
    @Test(
        "a manager asks about what is not decided, one thing at a time; authors answer until the insurer decided"
    )
    func rules() {
        let challenge = People.challenge()
        let idea = People.idea()
        for who in People.Who.allCases {
            let asks = idea.questionRefusal(for: who.viewer, in: challenge, isAsked: false) == nil
            #expect(asks == [.manager, .administrator].contains(who), "\(who)")
            let answers = idea.clarificationRefusal(for: who.viewer, in: challenge, isAsked: true) == nil
            #expect(answers == (who == .author), "\(who)")
        }
        let manager = People.Who.manager.viewer
        #expect(
            idea.questionRefusal(for: manager, in: challenge, isAsked: true) == .conflict(.questionOpen))
        #expect(
            People.idea(decision: .rejected).questionRefusal(for: manager, in: challenge, isAsked: false)
                == .conflict(.alreadyAnswered))
        #expect(
            idea.clarificationRefusal(for: People.Who.author.viewer, in: challenge, isAsked: false)
                == .conflict(.nothingAsked))
    }

    @Test("a question says something, and its day lies ahead, but not too far")
    func problems() {
        func problems(_ text: String, _ day: Int64) -> [Problem] {
            Clarification.problems(question: text, answerBefore: People.day(day), at: People.day(0))
        }
        #expect(problems("Pour quels logements ?", 10).isEmpty)
        #expect(problems("Pour quels logements ?", 90).isEmpty)
        #expect(problems("Quoi ?", 0).map(\.code) == [.tooShort, .inThePast])
        #expect(problems("Pour quels logements ?", 92).map(\.code) == [.outOfRange])
    }
}
