import Domain

/// A challenge with all that happened in it.
struct ScriptedChallenge: Sendable {
    let key: String
    let blueprint: Blueprint
    /// The key of its theme.
    let theme: String
    /// The key of the community to which it is reserved.
    var community: String?
    /// The policyholders to whom it is reserved.
    var segment: Segment?
    /// The keys of those who were invited to it; it is for them alone if there are any.
    var invited: [String] = []
    let title: String
    let question: String
    /// In simple Markdown.
    let brief: String
    let rules: [String]
    var reward: RewardOffer?
    /// Ideas that one person may support; nil for any number.
    var voteQuota: Int?
    var way = DecidingWay.approval
    let answerWithinDays: Int
    let phases: [ScriptedPhase]
    /// How its dates were moved after they were announced.
    var move: ScriptedMove?
    /// Nil for a draft.
    var publishedAt: Moment?
    /// How it was halted.
    var halt: ScriptedHalt?
    /// Hours within which every idea is read before it is public, if it is.
    var reviewWithinHours: Int?
    /// When the results were published, if they were.
    var resultsAt: Moment?
    /// What only challenges of its blueprint have.
    var particulars = Particulars()
    /// What became of the first version of its draft.
    var draft: ScriptedDraft?
    let ideas: [ScriptedIdea]
    var grants: [ScriptedGrant] = []
    /// The weights of the prizes, where there are several.
    var prizes: [Int64]?

    /// The rules as a list in simple Markdown.
    var rulesText: String {
        rules.map { "- \($0)" }.joined(separator: "\n")
    }

    /// The phases as they are if the seeding takes place at `now`; before the dates were moved, if that is asked for.
    func schedule(from now: Timestamp, asAnnounced: Bool = false) -> Schedule {
        let phases = asAnnounced ? move?.before ?? phases : phases
        return Schedule(
            phases.map { phase in
                Phase(
                    kind: phase.kind, opensAt: phase.opensAt.timestamp(from: now),
                    closesAt: phase.closesAt?.timestamp(from: now))
            })
    }

    /// The span of the script in which people vote, up to the seeding; nil if nobody voted yet.
    var voting: Range<Moment>? {
        let seeding = Moment(minutes: 0)
        let phase = phases.first { $0.kind == .votes || $0.kind == .ideasAndVotes }
        guard let phase, phase.opensAt < seeding else { return nil }
        return phase.opensAt..<min(phase.closesAt ?? seeding, seeding)
    }
}

/// Dates that were moved, with the reason that everybody was given.
struct ScriptedMove: Sendable {
    let at: Moment
    /// The phases as they had been announced.
    let before: [ScriptedPhase]
    let reason: String
}

/// A challenge that was halted for a while or for good, with the reason that everybody was given.
struct ScriptedHalt: Sendable {
    let kind: Kind
    let at: Moment
    let reason: String

    enum Kind: Sendable {
        case suspend, cancel
    }

    init(_ kind: Kind, at: Moment, reason: String) {
        self.kind = kind
        self.at = at
        self.reason = reason
    }
}

/// A dated stage of a challenge.
struct ScriptedPhase: Sendable {
    let kind: Phase.Kind
    let opensAt: Moment
    /// Nil if it has no end.
    let closesAt: Moment?

    init(_ kind: Phase.Kind, from opensAt: Moment, to closesAt: Moment? = nil) {
        self.kind = kind
        self.opensAt = opensAt
        self.closesAt = closesAt
    }
}

/// An idea with what was said about it and what became of it.
struct ScriptedIdea: Sendable {
    let key: String
    /// The key of the person who submitted it.
    let author: String
    /// When it was submitted, or last written if it is a draft.
    let at: Moment
    /// How many people support it; where ballots are more than supports, out of 100, how well it is liked.
    var supports = 0
    /// In cents, where an envelope is shared out.
    var cost: Int64?
    var visibility: Idea.Visibility = .public
    /// Whether its author lets it be opened after the results of a contest.
    var isAgreed: Bool?
    /// The key of the idea that says the same and took this one in.
    var mergedInto: String?
    let title: String
    /// In simple Markdown.
    let text: String
    var comments: [ScriptedComment] = []
    /// In the order in which they were taken.
    var decisions: [ScriptedDecision] = []
}

/// What somebody said under an idea. Employees speak for the insurer.
struct ScriptedComment: Sendable {
    /// The key of a person or an employee.
    let by: String
    let at: Moment
    let stance: Comment.Stance
    let text: String
    var replies: [ScriptedComment] = []
}

/// What the insurer answered to an idea.
struct ScriptedDecision: Sendable {
    let code: Decision.Code
    /// The key of an employee.
    let by: String
    let at: Moment
    /// Whether it waits for the publication of the results.
    let isSecret: Bool
    let reason: String

    init(_ code: Decision.Code, by: String, at: Moment, isSecret: Bool = false, reason: String) {
        self.code = code
        self.by = by
        self.at = at
        self.isSecret = isSecret
        self.reason = reason
    }
}

/// A reward given to the author of a winning idea.
struct ScriptedGrant: Sendable {
    /// The key of the idea.
    let idea: String
    /// The key of an employee.
    let by: String
    let at: Moment
    let offer: RewardOffer
    /// How far it is on its way.
    let state: Reward.State
    /// The key of the employee who approved it.
    var approver = "etienne"
    /// What shows that it was handed over.
    var proof = ""
}
