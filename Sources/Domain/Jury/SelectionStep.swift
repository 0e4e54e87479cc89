/// One step by which ideas were chosen: what went in, what came out, and by which method, so that anybody can do it again.
/// What comes out of a step goes into the next, word for word.
public struct SelectionStep: Hashable, Sendable {
    public let kind: Kind
    /// Name and version: `tokens/1`.
    public let method: String
    /// The numbers announced for it: `first 15`; empty where there are none.
    public let options: String
    /// What went in: of a vote and of a jury the canonical text of the tally, otherwise the outputs of steps before.
    public let input: Fingerprint
    /// What came out, line by line, the best first.
    public let output: String

    /// The steps, in their order.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case vote
        case shortlist
        case jury
        case choice
    }

    public init(kind: Kind, method: String, options: String, input: Fingerprint, output: String) {
        self.kind = kind
        self.method = method
        self.options = options
        self.input = input
        self.output = output
    }

    public var fingerprint: Fingerprint { Fingerprint(of: output) }

    /// How many ideas came out.
    public var count: Int { output.utf8.count { $0 == UInt8(ascii: "\n") } }

    /// The step of a vote or of a jury: each line has a place and an idea's id. `first` is how many go on, as announced.
    public init(_ kind: Kind, _ ranking: Ranking, first: Int?) {
        self.init(
            kind: kind, method: "\(ranking.method)/\(ranking.version)",
            options: first.map { "first \($0)" } ?? "",
            input: Fingerprint(hexadecimal: ranking.digest) ?? .zero, output: ranking.lines)
    }

    /// The first so many of `vote` go before the jury; each line has an id. Without a vote, all of `ideas` do.
    public init(shortlist count: Int?, of vote: Ranking?, among ideas: [String]) {
        let all = vote?.places.map(\.id) ?? ideas.sorted(by: Tally.precedes)
        self.init(
            kind: .shortlist, method: "shortlist/1", options: count.map { "first \($0)" } ?? "all",
            input: Fingerprint(of: vote?.lines ?? all.lines),
            output: all.prefix(count ?? all.count).map(\.self).lines)
    }

    /// What jury and crowd choose; each line says which of them, and an id. The outputs of jury and vote go in, in this
    /// order; where an envelope pays, then the cost and the id of each idea, line by line, as the vote placed them.
    public init(choiceBy chain: SelectionChain, jury: Ranking, vote: Ranking?) {
        let choice = chain.choice(jury: jury, vote: vote)
        self.init(
            kind: .choice, method: "choice/1",
            options: "jury \(chain.choices), crowd \(chain.wildCards)"
                + (vote?.envelope.map { ", envelope \($0)" } ?? ""),
            input: Fingerprint(of: jury.lines + (vote.map { $0.lines + $0.costLines } ?? "")),
            output: (choice.jury.map { "jury \($0)" } + choice.crowd.map { "crowd \($0)" }).lines)
    }

    /// What an envelope of so many cents pays for, found with the ranking from the same ballots; each line has an id, in the
    /// order in which they were bought.
    public init(funding vote: Ranking, from envelope: Int64) {
        self.init(
            kind: .choice, method: "\(vote.method)/\(vote.version)", options: "envelope \(envelope)",
            input: Fingerprint(hexadecimal: vote.digest) ?? .zero,
            output: vote.winners.map { "funded \($0)" }.lines)
    }

    /// Whether it says what an envelope pays for.
    public var isFunding: Bool { kind == .choice && options.hasPrefix("envelope ") }

    /// The ids that came out of a shortlist, or that `chooser` chose.
    public func ids(of chooser: String? = nil) -> [String] {
        output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let chooser else { return words.last }
            return words.first == chooser ? words.last : nil
        }
    }
}

extension Ranking {
    /// Place and id of every idea, line by line.
    fileprivate var lines: String { places.map { "\($0.place) \($0.id)" }.lines }

    /// Cost and id of every idea, line by line, in the same order; nothing where there are no costs.
    fileprivate var costLines: String {
        let costs = costs
        return places.compactMap { place in costs[place.id].map { "\($0) \(place.id)" } }.lines
    }
}

extension [String] {
    /// Each on a line of its own, every line ended.
    fileprivate var lines: String { map { $0 + "\n" }.joined() }
}
