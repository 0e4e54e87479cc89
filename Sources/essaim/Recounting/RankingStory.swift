import Domain
import Site

/// A ranking told to a person.
struct RankingStory {
    let vote: ReadVote
    let ranking: Ranking
    private let telling: RankingTelling

    init(vote: ReadVote, ranking: Ranking, language: Language) {
        self.vote = vote
        self.ranking = ranking
        // Files of the site's own have receipts of ballots, and amounts in euros.
        telling = RankingTelling(
            ranking, in: language, unit: vote.tally.terms.currencyUnit, isInEuros: vote.root != nil)
    }

    /// Tells everything, line by line.
    func tell(_ say: (String) -> Void) {
        if !vote.title.isEmpty { say(vote.title) }
        say(telling.heading(ballots: vote.tally.ballots.count))
        if let root = vote.root { say(telling.root(root)) }
        say("")
        for place in ranking.places {
            let title = vote.titles[place.id].map { "  \($0)" } ?? ""
            say("\(place.place). \(place.id)\(title)\(place.isWinner ? "  ★" : "")")
            say("   " + telling.why(place))
            if let tie = telling.tie(place) { say("   " + tie) }
        }
        if !telling.ends.isEmpty { say("") }
        telling.ends.forEach(say)
    }
}
