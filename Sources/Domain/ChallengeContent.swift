/// All that a manager writes about a challenge.
public struct ChallengeContent: Hashable, Sendable {
    public var blueprint: Blueprint
    public var theme: ThemeID
    public var audience: Audience
    /// In which its texts are written.
    public var language = Language.french
    public var title: String
    /// The question in one sentence.
    public var question: String
    /// Context and expectations, in simple Markdown.
    public var brief: String
    /// What one has to respect, in simple Markdown.
    public var rules: String
    /// What belongs to one blueprint alone.
    public var particulars: Particulars
    public var reward: RewardOffer?
    /// Ideas that one person may support. Nil: as many as they like.
    public var voteQuota: Int?
    /// What people put on their ballots, where they vote.
    public var way: DecidingWay
    /// Every idea is answered within so many days once participation is over.
    public var answerWithinDays: Int?
    public var schedule: Schedule
    public var moderation: ModerationRule

    public init(
        blueprint: Blueprint, theme: ThemeID, audience: Audience = .everybody, title: String,
        question: String,
        brief: String, rules: String, reward: RewardOffer? = nil, voteQuota: Int? = nil,
        way: DecidingWay = .approval, answerWithinDays: Int? = nil, schedule: Schedule,
        moderation: ModerationRule = ModerationRule(), particulars: Particulars = Particulars()
    ) {
        self.blueprint = blueprint
        self.theme = theme
        self.audience = audience
        self.title = title.trimmed.withBoundMarks
        self.question = question.trimmed.withBoundMarks
        self.brief = brief.trimmed
        self.rules = rules.trimmed
        self.reward = reward
        self.voteQuota = voteQuota
        self.way = way
        self.answerWithinDays = answerWithinDays
        self.schedule = schedule
        self.moderation = moderation
        self.particulars = particulars
    }

    /// The community under whose pseudonyms people speak; nil where they have their own.
    public var community: CommunityID? { audience.community }

    /// Whether ideas stay unseen by others until the results.
    public var sealsIdeas: Bool { blueprint.sealsIdeas || schedule.sealsIdeas }

    public static let titleRule = TextRule("title", 5...120)
    public static let questionRule = TextRule("question", 10...280)
    public static let briefRule = TextRule("brief", 30...20_000)
    public static let rulesRule = TextRule("rules", 0...10_000)

    /// What has to be mended, in the order of the form.
    public var problems: [Problem] {
        var problems = [
            Self.titleRule.problem(in: title), Self.questionRule.problem(in: question),
            Self.briefRule.problem(in: brief), Self.rulesRule.problem(in: rules),
        ].compactMap(\.self)
        problems += schedule.problems
        if blueprint.sealsIdeas, !schedule.sealsIdeas {
            problems += schedule.phases.enumerated().compactMap { index, phase in
                phase.rights.contains(.vote)
                    ? Problem(field: "phase-\(index)-rights", code: .voteOnSealedIdeas) : nil
            }
        }
        if let voteQuota, !(1...1_000).contains(voteQuota) {
            problems.append(Problem(field: "voteQuota", code: .outOfRange, limit: 1_000))
        }
        problems += way.problems
        if let answerWithinDays, !(1...365).contains(answerWithinDays) {
            problems.append(Problem(field: "answerWithinDays", code: .outOfRange, limit: 365))
        }
        problems += audience.problems + moderation.problems + particulars.problems
        problems += reward?.problems ?? []
        return problems
    }
}

/// The kinds of challenge from which a manager starts.
public enum Blueprint: String, CaseIterable, Hashable, Sendable {
    case openCall
    case contest
    case draftReview
    case suggestionBox

    /// Whether ideas stay unseen by others until the results.
    public var sealsIdeas: Bool { self == .contest }

    /// The phases a new challenge starts with, the first of them opening at `opening`.
    public func usualSchedule(opening: Timestamp) -> Schedule {
        func phases(_ stages: [(Phase.Kind, days: Int64)], then last: Phase.Kind) -> Schedule {
            var phases: [Phase] = []
            var moment = opening
            for (kind, days) in stages {
                phases.append(Phase(kind: kind, opensAt: moment, closesAt: moment + .days(days)))
                moment = moment + .days(days)
            }
            phases.append(Phase(kind: last, opensAt: moment, closesAt: nil))
            return Schedule(phases)
        }
        switch self {
        case .openCall: return phases([(.ideas, 28), (.votes, 14), (.deliberation, 21)], then: .followUp)
        case .contest: return phases([(.ideas, 42), (.deliberation, 28)], then: .followUp)
        case .draftReview: return phases([(.ideasAndVotes, 28), (.deliberation, 14)], then: .followUp)
        case .suggestionBox: return phases([], then: .ideasAndVotes)
        }
    }

    /// Ideas that one person may support, by default.
    public var usualVoteQuota: Int? {
        self == .openCall ? 10 : nil
    }

    /// Days within which every idea is answered, by default: with the results, where there are any.
    public var usualAnswerDays: Int {
        switch self {
        case .openCall: 21
        case .contest: 28
        case .draftReview: 14
        case .suggestionBox: 30
        }
    }
}
