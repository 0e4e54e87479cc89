import Domain

extension WordsUsed {
    /// What the room Rewards asks for.
    static let rewards = WordsUsed(
        literal: [
            "rewards.flash.advanced",
            "rewards.flash.granted",
            "rewards.left",
        ],
        families: [
            Family("rewards.field.", ["rewardAmount", "rewardNature"], ["", ".hint"]),
            Family("rewards.field.", ["rewardKind"]),
            Family("rewards.advance.", ["delivered", "notified"]),
            Family("rewards.kind.", Reward.Kind.self),
            Family("rewards.state.", Reward.State.self),
        ])
}
