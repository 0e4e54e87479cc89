import Domain
import Storage
import Templating

extension Visit {
    /// What the news tell of somebody's own reward, and where they read more.
    func headline(of news: RewardNews) -> (title: String, path: String, summary: String) {
        let what = RewardView(news.offer, wording: wording).name
        let next = wording.text(
            "rewards.next.\(news.state.rawValue)",
            ["date": .text(news.claimUntil.map { wording.date($0) } ?? "")])
        return (
            wording.text("rewards.news.\(news.state.rawValue)", ["title": .text(news.ideaTitle)]),
            address.ownRewards, "\(what). \(next)"
        )
    }
}
