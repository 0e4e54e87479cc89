import Domain
import Storage
import Templating

extension OutcomeReading {
    /// What `chooser`, jury or crowd, would have chosen if the envelope had paid for it: a sentence for each, with its cost.
    func beyondEnvelope(of chooser: String, _ wording: Wording) -> [String: String] {
        guard let jury, let vote = publication?.ranking, vote.envelope != nil,
            let step = steps.first(where: { $0.kind == .choice })
        else { return [:] }
        let isJury = chooser == "jury"
        let chain = jury.rules.chain
        let order = (isJury ? jury.ranking : vote).places.filter(\.facts.isSupported).map(\.id)
        let chosen = step.ids(of: chooser)
        // Whoever may choose more goes on to the last.
        let end =
            chosen.count < (isJury ? chain.choices : chain.wildCards)
            ? order.count : chosen.last.flatMap { order.firstIndex(of: $0) } ?? 0
        let all = Set(step.ids())
        let costs = vote.costs
        let told = order.prefix(end).filter { !all.contains($0) }.compactMap { id in
            costs[id].map {
                (id, wording.text("jury.beyond", ["cost": .text(wording.money(cents: Int64($0)))]))
            }
        }
        return Dictionary(told) { first, _ in first }
    }
}
