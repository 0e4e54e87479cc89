import Domain
import Testing

@Suite struct MergingTests {
    @Test("managers and moderators of the challenge merge public ideas that have no answer yet")
    func rights() {
        let challenge = People.challenge()
        for who in People.Who.allCases {
            let may =
                People.idea().mergeRefusal(for: who.viewer, in: challenge, obstacles: []) == nil
            #expect(may == [.manager, .moderator, .administrator].contains(who), "\(who)")
        }
        let manager = People.Who.manager.viewer
        for visibility in Idea.Visibility.allCases {
            let idea = People.idea(visibility)
            let merges = idea.mergeRefusal(for: manager, in: challenge, obstacles: []) == nil
            #expect(merges == (visibility == .public))
            #expect(
                (idea.separationRefusal(for: manager, in: challenge) == nil) == (visibility == .mergedInto))
        }
        for code in Decision.Code.allCases {
            let refusal = People.idea(decision: code).mergeRefusal(
                for: manager, in: challenge, obstacles: [])
            #expect(refusal == (code.isAnswer ? .conflict(.alreadyAnswered) : nil))
        }
        #expect(
            People.idea().mergeRefusal(
                for: manager, in: People.challenge(.resultsPublished), obstacles: [])
                == .conflict(.resultsAlreadyPublished))
    }

    @Test(
        "what happened to an idea may stand in the way",
        arguments: [
            (MergeObstacles.mergedIdeas, Refusal.Reason.mergeChain), (.preparedDecision, .alreadyAnswered),
            (.review, .underReview), (.marks, .alreadyMarked),
        ])
    func obstacles(obstacle: MergeObstacles, reason: Refusal.Reason) {
        #expect(
            People.idea().mergeRefusal(
                for: People.Who.manager.viewer, in: People.challenge(), obstacles: obstacle)
                == .conflict(reason))
    }

    @Test(
        "an idea is pointed to by its address or its number",
        arguments: [
            ("https://idees.example/fr/ideas/345-un-titre", IdeaReference.address(Identifier(345))),
            ("/ideas/7", .address(Identifier(7))), ("12-34", .number(Identifier(12), 34)),
            ("n°\u{A0}12-34", .number(Identifier(12), 34)), ("no. 12-34", .number(Identifier(12), 34)),
            (" 5 ", .number(nil, 5)),
        ])
    func references(text: String, reference: IdeaReference) {
        #expect(IdeaReference(text) == reference)
    }

    @Test(
        "what is neither an address nor a number is not guessed at",
        arguments: ["", "un titre", "ideas/", "0", "12-", "-3", "12-34-5", "mon idée 12", "ideas/0"])
    func nonsense(text: String) {
        #expect(IdeaReference(text) == nil)
    }
}
