import Domain
import Proving
import Testing

@Suite struct JudgingTests {
    private typealias Who = People.Who

    static let rules = JuryRules(
        criteria: [
            .init(name: "Utilité", weight: 3, lowest: "Ne sert à personne", highest: "Sert à tous"),
            .init(name: "Faisabilité", weight: 1, lowest: "Impossible", highest: "Prêt"),
        ], jurorsPerIdea: 3, sharedIdeas: 2, chain: SelectionChain(shortlist: 4, choices: 2, wildCards: 1))

    private static func card(_ idea: Int64 = 20, _ scores: [Int?] = [nil, nil], aside: String? = nil)
        -> JuryCard
    {
        JuryCard(idea: IdeaID(idea), juror: MemberID(7), scores: scores, recusal: aside)
    }

    @Test(
        "scoring: jurors to whom the idea was given, in a phase of judgement",
        arguments: [
            (15, Refusal.conflict(.judgingNotOpenYet)), (20, nil), (29, nil), (30, .conflict(.judgingClosed)),
        ] as [(Int64, Refusal?)])
    func scoring(day: Int64, expected: Refusal?) {
        let challenge = People.challenge(.published, People.content())
        for who in Who.allCases {
            for card in [nil, Self.card()] {
                let met = People.idea().scoringRefusal(
                    for: who.viewer, in: challenge, card: card, at: People.day(day))
                let want: Refusal? =
                    switch who {
                    case .visitor: .signInRequired
                    case .juror: card == nil ? .notFound : expected
                    default: .forbidden(.jurorsOnly)
                    }
                #expect(met == want, "\(who)")
            }
        }
    }

    @Test("whoever stands aside scores no more, and can come back; nobody judges their own idea")
    func aside() {
        let challenge = People.challenge(.published, People.content())
        let (idea, juror, now) = (People.idea(), Who.juror.viewer, People.day(25))
        let card = Self.card(aside: "C’est mon frère.")
        #expect(
            idea.scoringRefusal(for: juror, in: challenge, card: card, at: now) == .conflict(.stoodAside))
        #expect(idea.recusalRefusal(for: juror, in: challenge, card: card, at: now) == nil)
        let author = Viewer(
            member: People.author, rolesByChallenge: [People.challenge: [.juror]])
        #expect(
            idea.scoringRefusal(for: author, in: challenge, card: Self.card(), at: now)
                == .forbidden(.ownIdea))
        #expect(!idea.showsRemarks(to: author, card: Self.card()))
        #expect(!idea.showsRemarks(to: juror, card: card))
        #expect(!idea.showsRemarks(to: juror, card: Self.card(20, [4, nil])))
        #expect(idea.showsRemarks(to: juror, card: Self.card(20, [4, 9])))
        #expect(!idea.showsRemarks(to: juror, card: nil))
        #expect(idea.showsRemarks(to: Who.manager.viewer, card: nil))
        #expect(!idea.showsRemarks(to: Who.other.viewer, card: nil))
    }

    @Test("results, suspension and cancellation end or halt judging, whatever the dates")
    func standings() {
        for (standing, want) in [
            (Challenge.Standing.published, nil), (.suspended, Refusal.conflict(.challengeSuspended)),
            (.cancelled, .conflict(.challengeCancelled)), (.resultsPublished, .conflict(.judgingClosed)),
            (.archived, .conflict(.challengeClosed)),
        ] as [(Challenge.Standing, Refusal?)] {
            let challenge = People.challenge(standing, People.content())
            #expect(challenge.judgingRefusal(for: Who.juror.viewer, at: People.day(25)) == want)
        }
    }

    @Test("criteria are written by managers until the jury could begin, or sits; forgotten ones later too")
    func rulesSettled() {
        let challenge = People.challenge(.published, People.content())
        for who in Who.allCases {
            let met = challenge.juryRulesRefusal(
                for: who.viewer, hasRules: true, isSeated: false, at: People.day(15))
            let want: Refusal? =
                switch who {
                case .visitor: .signInRequired
                case .manager, .administrator: nil
                default: .forbidden(.staffOnly)
                }
            #expect(met == want, "\(who)")
        }
        let manager = Who.manager.viewer
        func refusal(_ hasRules: Bool, _ isSeated: Bool, _ day: Int64) -> Refusal? {
            challenge.juryRulesRefusal(
                for: manager, hasRules: hasRules, isSeated: isSeated, at: People.day(day))
        }
        #expect(refusal(true, false, 20) == .conflict(.criteriaSettled))
        #expect(refusal(false, false, 20) == nil)
        #expect(refusal(true, true, 15) == .conflict(.criteriaSettled))
        let box = People.challenge(
            .published,
            People.content(
                .suggestionBox,
                schedule: Schedule([Phase(kind: .ideasAndVotes, opensAt: People.day(0), closesAt: nil)])))
        #expect(
            box.juryRulesRefusal(for: manager, hasRules: false, isSeated: false, at: People.day(1))
                == .conflict(.nobodyJudges))
    }

    @Test("the jury is seated once everything is there to be judged, until judging is over")
    func seating() {
        let challenge = People.challenge(.published, People.content())
        func refusal(_ day: Int64, hasRules: Bool = true) -> Refusal? {
            challenge.seatingRefusal(for: Who.manager.viewer, hasRules: hasRules, at: People.day(day))
        }
        #expect(refusal(19) == .conflict(.participationStillOpen))
        #expect(refusal(20) == nil)
        #expect(refusal(20, hasRules: false) == .conflict(.criteriaMissing))
        #expect(refusal(30) == .conflict(.judgingClosed))
    }

    @Test("rules that cannot be kept are said field by field")
    func problems() {
        #expect(Self.rules.problems(hasVote: true) == [])
        let wrong = JuryRules(
            criteria: [.init(name: "", weight: 0, lowest: "Non", highest: "")], jurorsPerIdea: 2,
            sharedIdeas: 11, chain: SelectionChain(shortlist: 4, choices: 5, wildCards: 21))
        #expect(
            wrong.problems(hasVote: true).map(\.field) == [
                "criterion-0-name", "criterion-0-weight", "criterion-0-highest", "jurorsPerIdea",
                "sharedIdeas", "choices", "wildCards",
            ])
        let none = JuryRules(criteria: [], jurorsPerIdea: 3, sharedIdeas: 0, chain: Self.rules.chain)
        #expect(none.problems(hasVote: false) == [Problem(field: "criteria", code: .missing)])
    }

    @Test("a card is pending, begun, done or put aside; its mean is weighted and rounded")
    func cards() {
        #expect(Self.card().state == .pending)
        #expect(Self.card(1, [4, nil]).state == .begun)
        #expect(Self.card(1, [4, 9]).state == .done)
        #expect(Self.card(1, [4, 9], aside: "Un parent").state == .aside)
        #expect(Self.rules.hundredths(of: [4, 9]) == 525)
        #expect(Self.rules.hundredths(of: [4, nil]) == nil)
        #expect(JuryCard.problems(scores: [0, 11, 5, nil], note: "").map(\.field) == ["score-0", "score-1"])
    }

    @Test("every idea gets its jurors, loads are equal, nobody is dealt what is barred, whatever the order")
    func dealing() {
        var dice = Dice(4)
        for _ in 0..<200 {
            let ideas = (1...dice.roll(1...24)).map { IdeaID($0) }
            let jurors = (1...dice.roll(1...9)).map { MemberID(100 + $0) }
            let rules = JuryRules(
                criteria: Self.rules.criteria, jurorsPerIdea: Int(dice.roll(3...5)),
                sharedIdeas: Int(dice.roll(0...4)), chain: Self.rules.chain)
            func deal(_ ideas: [IdeaID], _ jurors: [MemberID], _ bars: Set<JuryDealing.Bar> = [])
                -> [JuryCard]
            {
                JuryDealing(ideas: ideas, to: jurors, by: rules, barring: bars, seed: "graine")
                    .cards(besides: [])
            }
            let cards = deal(ideas, jurors)
            #expect(Set(cards) == Set(deal(ideas.reversed(), jurors.shuffled(using: &dice))))
            let shared = Set(cards.filter(\.isShared).map(\.idea))
            #expect(shared.count == min(rules.sharedIdeas, ideas.count))
            for idea in ideas {
                let judging = cards.filter { $0.idea == idea }.map(\.juror)
                let wanted = shared.contains(idea) ? jurors.count : min(rules.jurorsPerIdea, jurors.count)
                #expect(judging.count == wanted && Set(judging).count == wanted)
            }
            let loads = jurors.map { juror in cards.count { $0.juror == juror } }
            #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= 1)

            let bars = Set(
                (0..<dice.roll(0...10)).map { _ in
                    JuryDealing.Bar(juror: dice.choice(of: jurors), idea: dice.choice(of: ideas))
                })
            let barred = deal(ideas, jurors, bars)
            #expect(!barred.contains { bars.contains(.init(juror: $0.juror, idea: $0.idea)) })
            for idea in ideas where !shared.contains(idea) {
                let able = jurors.count { !bars.contains(.init(juror: $0, idea: idea)) }
                #expect(barred.count { $0.idea == idea } == min(rules.jurorsPerIdea, able))
            }
        }
    }

    @Test("who stands aside is replaced by whoever has least, and what was dealt stays")
    func replacement() throws {
        let ideas = (1...9).map { IdeaID($0) }
        let jurors = (1...5).map { MemberID(100 + $0) }
        let dealing = JuryDealing(
            ideas: ideas, to: jurors, by: Self.rules, barring: [], seed: "graine")
        var cards = dealing.cards(besides: [])
        #expect(dealing.cards(besides: cards) == [])
        let place = try #require(cards.firstIndex { !$0.isShared })
        let left = cards[place]
        cards[place] = JuryCard(idea: left.idea, juror: left.juror, recusal: "Un parent")
        let next = dealing.cards(besides: cards)
        #expect(next.map(\.idea) == [left.idea])
        #expect(next[0].juror != left.juror)
    }

    @Test("the jury chooses, the crowd adds the first of the vote among the others, and the texts say so")
    func chain() throws {
        let vote = try TokensMethod(options: ["winners": 4]).rank(
            Tally(
                .tokens, ideas: ["1", "2", "3", "4", "5"].map { .init(id: $0) },
                ballots: [
                    .tokens([
                        .init(idea: 0, value: 9), .init(idea: 1, value: 7), .init(idea: 2, value: 5),
                        .init(idea: 3, value: 3),
                    ])
                ], terms: .init(seed: "s")))
        let shortlist = SelectionStep(shortlist: 4, of: vote, among: [])
        #expect(shortlist.output == "1\n2\n3\n4\n")
        #expect(SelectionStep(.vote, vote, first: 4).fingerprint == shortlist.input)
        let jury = try JuryMethod(options: ["winners": 2]).rank(
            Tally(
                .scorecards, ideas: ["1", "2", "3", "4"].map { .init(id: $0) },
                ballots: (0..<3).map { _ in
                    .scorecards((0..<4).map { .init(idea: $0, scores: [6 + $0, 5]) })
                }, terms: .init(seed: "s", weights: [3, 1])))
        let step = SelectionStep(choiceBy: Self.rules.chain, jury: jury, vote: vote)
        #expect(step.output == "jury 4\njury 3\ncrowd 1\n")
        #expect(step.ids(of: "jury") == ["4", "3"] && step.ids(of: "crowd") == ["1"])
        #expect(step.count == 3)
        let none = SelectionChain(shortlist: nil, choices: 2, wildCards: 9)
        // What nobody gave a token is no wild card.
        #expect(none.choice(jury: jury, vote: vote).crowd == ["1", "2"])
        #expect(none.choice(jury: jury, vote: nil).crowd == [])
        #expect(SelectionStep(shortlist: nil, of: nil, among: ["10", "9"]).output == "9\n10\n")
    }

    @Test(
        "an envelope pays for the jury's choices, then for wild cards; what is too dear makes way for the next"
    )
    func purse() throws {
        let costs = [("1", 300), ("2", 200), ("3", 500), ("4", 150), ("5", 100)]
        let vote = try EqualShares(options: [:]).rank(
            Tally(
                .approvals, ideas: costs.map { .init(id: $0.0, cost: $0.1) },
                ballots: (0..<6).map { .approvals($0 < 4 ? [0, 1] : [2, 3]) },
                terms: .init(seed: "s", budget: 600)))
        func jury(_ scores: [Int], choosing winners: Int) throws -> Ranking {
            try JuryMethod(options: ["winners": winners]).rank(
                Tally(
                    .scorecards, ideas: costs.map { .init(id: $0.0) },
                    ballots: (0..<3).map { _ in
                        .scorecards(scores.enumerated().map { .init(idea: $0.offset, scores: [$0.element]) })
                    }, terms: .init(seed: "s", weights: [1])))
        }
        func choice(_ scores: [Int], choices: Int, wildCards: Int) throws -> SelectionStep {
            SelectionStep(
                choiceBy: SelectionChain(shortlist: nil, choices: choices, wildCards: wildCards),
                jury: try jury(scores, choosing: choices), vote: vote)
        }
        // 500 for the jury leave 100: of the crowd's favourites none fits, and nobody supported the fifth.
        #expect(try choice([5, 4, 9, 3, 2], choices: 1, wildCards: 2).output == "jury 3\n")
        // 300 leave 300: the second costs 200, the third no longer fits what is left.
        let step = try choice([9, 4, 5, 3, 2], choices: 1, wildCards: 2)
        #expect(step.output == "jury 1\ncrowd 2\n")
        #expect(step.options == "jury 1, crowd 2, envelope 600" && !step.isFunding)
        // The jury goes on to its third, since its second is too dear.
        #expect(try choice([8, 4, 9, 2, 7], choices: 2, wildCards: 0).output == "jury 3\njury 5\n")
        #expect(try choice([9, 8, 7, 6, 5], choices: 5, wildCards: 1).ids() == ["1", "2", "5"])
        // What the ideas cost goes in.
        let plain = SelectionStep(
            choiceBy: SelectionChain(shortlist: nil, choices: 1, wildCards: 2),
            jury: try jury([9, 4, 5, 3, 2], choosing: 1), vote: nil)
        #expect(plain.input != step.input && plain.options == "jury 1, crowd 2")
    }

    @Test("means are told criterion by criterion; what nobody scored has no place of its own")
    func means() throws {
        let rules = Self.rules
        let cards = [
            Self.card(20, [8, 5]), Self.card(20, [6, 6]), Self.card(21, [nil, 4]),
            Self.card(22, [nil, nil], aside: "Un parent"),
        ]
        #expect(JuryRules.means(of: cards) == ["20": [7, 5.5]])
        let file = BallotFile(
            "Défi", rules: rules, seed: "s",
            ideas: [(IdeaID(20), "A"), (IdeaID(21), "B"), (IdeaID(22), "C")],
            cards: cards)
        #expect(file.criterionMeans.keys.sorted() == ["20"])
        let vote = try file.vote()
        let ranking = try JuryMethod(options: vote.options).rank(vote.tally)
        #expect(ranking.places.map(\.told) == [1, nil, nil])
        #expect(ranking.places.map(\.place) == [1, 2, 2])
    }

    @Test("what an envelope pays for comes from the ballots of the ranking, in the order of buying")
    func funding() throws {
        let vote = try EqualShares(options: [:]).rank(
            Tally(
                .approvals, ideas: [("1", 300), ("2", 200), ("3", 900)].map { .init(id: $0.0, cost: $0.1) },
                ballots: (0..<6).map { .approvals($0 < 4 ? [0, 1] : [2]) },
                terms: .init(seed: "s", budget: 600)))
        let step = SelectionStep(funding: vote, from: 600)
        #expect(step.output == vote.winners.map { "funded \($0)\n" }.joined())
        #expect(step.ids(of: "funded") == vote.winners && !vote.winners.contains("3"))
        #expect(step.input == SelectionStep(.vote, vote, first: nil).input)
        #expect(step.method == SelectionStep(.vote, vote, first: nil).method)
        #expect(step.options == "envelope 600" && step.isFunding && step.count == vote.winners.count)
        #expect(!SelectionStep(.vote, vote, first: nil).isFunding)
    }

    @Test("the defaults are those of each kind of challenge")
    func defaults() {
        var content = People.content()
        content.way = .usualTokens
        #expect(
            SelectionChain.usual(for: content)
                == SelectionChain(shortlist: 15, choices: 3, wildCards: 2))
        content.way = .equalShares(envelope: 500_000)
        #expect(content.hasRankedVote)
        #expect(
            SelectionChain.usual(for: content)
                == SelectionChain(shortlist: 15, choices: 3, wildCards: 2))
        content.way = .pairwise
        #expect(SelectionChain.usual(for: content).shortlist == 20)
        let contest = People.content(
            .contest,
            schedule: Schedule([
                Phase(kind: .ideas, opensAt: People.day(0), closesAt: People.day(9)),
                Phase(kind: .deliberation, opensAt: People.day(9), closesAt: nil),
            ]))
        #expect(
            SelectionChain.usual(for: contest) == SelectionChain(shortlist: nil, choices: 1, wildCards: 0))
    }

    @Test("alpha is read in plain words at its published bounds")
    func agreement() {
        for (alpha, reading) in [
            (0.8, Agreement.Reading.solid), (0.799, .tentative), (0.667, .tentative), (0.666, .none),
            (-0.2, .none),
        ] {
            #expect(Agreement.Reading(alpha: alpha) == reading)
        }
    }
}
