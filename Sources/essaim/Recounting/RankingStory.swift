import Domain

/// A ranking told to a person.
struct RankingStory {
    let vote: ReadVote
    let ranking: Ranking
    private let words: any RankingWords

    init(vote: ReadVote, ranking: Ranking, language: Language) {
        self.vote = vote
        self.ranking = ranking
        let figures = Figures(language: language, unit: vote.tally.terms.currencyUnit)
        words = language == .french ? FrenchRanking(figures: figures) : EnglishRanking(figures: figures)
    }

    /// Tells everything, line by line.
    func tell(_ say: (String) -> Void) {
        if !vote.title.isEmpty { say(vote.title) }
        say(words.heading(ranking, ballots: vote.tally.ballots.count))
        say("")
        var above: [String: Facts] = [:]
        for place in ranking.places { above[place.id] = place.facts }
        for place in ranking.places {
            let title = vote.titles[place.id].map { "  \($0)" } ?? ""
            say("\(place.place). \(place.id)\(title)\(place.isWinner ? "  ★" : "")")
            let lead = place.gap?.above.flatMap { above[$0] }
            say("   " + words.sentence(place, facts: place.facts, above: lead))
            if !place.tiedWith.isEmpty { say("   " + words.tie(place.tiedWith)) }
        }
        let ends = ranking.steps.compactMap(words.sentence) + ranking.warnings.map(words.sentence)
        if !ends.isEmpty { say("") }
        ends.forEach(say)
        if let beside = ranking.beside { say(words.beside(beside)) }
    }
}

/// What a ranking says in one language. Every sentence has the numbers from which its place can be recomputed.
protocol RankingWords {
    var figures: Figures { get }

    /// Which method, which ballots.
    func heading(_ ranking: Ranking, ballots: Int) -> String
    /// Why an idea is where it is.
    func sentence(_ place: Ranking.Place, facts: Facts, above: Facts?) -> String
    /// That others share the place.
    func tie(_ others: [String]) -> String
    /// What the method did; nil where the places tell it already.
    func sentence(_ step: Step) -> String?
    /// What is to be known before the ranking is believed.
    func sentence(_ warning: Warning) -> String
    /// What another method would have chosen.
    func beside(_ beside: Ranking.Beside) -> String
}
