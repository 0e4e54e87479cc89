import Domain

extension WordsUsed {
    /// What the room Rewards asks for.
    static let rewards = WordsUsed(
        literal: [
            "rewards.approvals", "rewards.budget.missing", "rewards.claim.until", "rewards.filter.any",
            "rewards.filter.state", "rewards.flash.advanced", "rewards.flash.claimed",
            "rewards.flash.planned", "rewards.flash.proposed", "rewards.flash.released",
            "rewards.flash.reserved", "rewards.flash.status", "rewards.instalments", "rewards.left",
            "rewards.nature", "rewards.nature.of", "rewards.nature.tied", "rewards.next.claimed",
            "rewards.points",
            "rewards.part.claimed", "rewards.part.returned", "rewards.proof", "rewards.rank.none",
            "rewards.rank.of", "rewards.rank.without", "rewards.register.lead", "rewards.release",
            "rewards.reserve", "rewards.reserve.less", "rewards.rule.once", "rewards.rule.steps",
            "rewards.state.claimable", "rewards.state.claimed",
            "rewards.statement.of", "rewards.status.of", "rewards.waiting",
        ],
        families: [
            Family(
                "rewards.field.",
                [
                    "claimDays", "decisionPart", "proof", "reason", "rewardAmount", "rewardNature",
                    "rewardPoints", "weights",
                ],
                ["", ".hint"]),
            Family("rewards.field.", ["rewardKind", "status"]),
            Family("rewards.advance.", ["approved", "closed", "notified", "unclaimed"]),
            Family(
                "rewards.budget.",
                ["announced", "delivered", "due", "left", "proposed", "reserved", "returned"]),
            Family(
                "rewards.csv.",
                ["count", "euros", "no", "person", "pseudonym", "reached", "status", "threshold", "yes"]),
            Family("rewards.instalment.", ["decision", "delivery"]),
            Family("rewards.kind.", Reward.Kind.self),
            Family("rewards.line.", ["delivered", "granted", "unclaimed"]),
            Family("rewards.next.", ["approved", "closed", "delivered", "notified", "unclaimed"]),
            Family("rewards.news.", ["delivered", "notified"]),
            Family("rewards.part.", ["none", "open"]),
            Family("rewards.state.", Reward.State.self),
            Family("rewards.status.", ParticipantStatus.self),
        ])
}
