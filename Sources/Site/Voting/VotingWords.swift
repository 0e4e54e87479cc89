import Domain

extension WordsUsed {
    /// What the room Voting asks for.
    static let voting = WordsUsed(
        literal: [
            "voting.said.supported",
            "voting.said.tokens",
            "voting.costs.envelope",
            "voting.costs.none",
            "voting.duel.preferred",
            "voting.duel.undecided",
            "voting.duels",
            "voting.flash.costs",
            "voting.flash.given",
            "voting.flash.kept",
            "voting.flash.withdrawn",
            "voting.fund.no",
            "voting.fund.yes",
            "voting.funding",
            "voting.grade.none",
            "voting.graded",
            "voting.invitation",
            "voting.left",
            "voting.none",
            "voting.none-supported",
            "voting.rule.equalShares",
            "voting.rule.majorityJudgment",
            "voting.rule.pairwise",
            "voting.rule.tokens",
            "voting.supported",
            "voting.title",
            "voting.tokens",
            "voting.tokens.left",
            "voting.way.settled",
        ],
        families: [
            Family("voting.field.", ["way", "tokens", "tokenCap", "envelope"]),
            Family("voting.field.", ["envelope"], [".hint"]),
            Family("voting.grade.", Grade.allCases.map(\.name)),
            Family("voting.invitation.", ["tokens", "majorityJudgment", "pairwise", "equalShares"]),
            Family("voting.way.", DecidingWay.Name.self, ["", ".hint"]),
        ])
}
