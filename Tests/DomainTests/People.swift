import Domain

/// The people, challenges and moments of these tests.
enum People {
    static let author = Member(id: Identifier(1), pseudonym: "Ana")
    static let other = Member(id: Identifier(2), pseudonym: "Bob")
    static let challenge = ChallengeID(10)
    static let swarm = CommunityID(5)

    /// Everybody a rule is asked for.
    enum Who: String, CaseIterable, Sendable {
        case visitor, author, other, manager, managerElsewhere, moderator, juror, rewardOfficer, administrator
        case communityMember

        var viewer: Viewer {
            func staff(_ role: Role, for challenge: ChallengeID = People.challenge) -> Viewer {
                Viewer(
                    member: Member(id: Identifier(7), pseudonym: "Equipe", isStaff: true),
                    rolesByChallenge: [challenge: [role]])
            }
            switch self {
            case .visitor: return .visitor
            case .author: return Viewer(member: itself)
            case .other: return Viewer(member: People.other)
            case .manager: return staff(.manager)
            case .managerElsewhere: return staff(.manager, for: Identifier(99))
            case .moderator: return staff(.moderator)
            case .juror: return staff(.juror)
            case .rewardOfficer: return staff(.rewardOfficer)
            case .administrator:
                return Viewer(
                    member: Member(id: Identifier(8), pseudonym: "Admin", isStaff: true),
                    isAdministrator: true)
            case .communityMember: return Viewer(member: People.other, communities: [People.swarm])
            }
        }

        private var itself: Member { People.author }
    }

    static func day(_ count: Int64) -> Timestamp {
        Timestamp(seconds: 1_800_000_000) + .days(count)
    }

    /// Ideas for 10 days, votes for 10, deliberation for 10, then follow-up; opens at day 0.
    static let schedule = Schedule([
        Phase(kind: .ideas, opensAt: day(0), closesAt: day(10)),
        Phase(kind: .votes, opensAt: day(10), closesAt: day(20)),
        Phase(kind: .deliberation, opensAt: day(20), closesAt: day(30)),
        Phase(kind: .followUp, opensAt: day(30), closesAt: nil),
    ])

    static func content(
        _ blueprint: Blueprint = .openCall, audience: Audience = .everybody, reward: RewardOffer? = nil,
        quota: Int? = nil, answerDays: Int? = nil, schedule: Schedule = People.schedule
    ) -> ChallengeContent {
        ChallengeContent(
            blueprint: blueprint, theme: Identifier(1), audience: audience, title: "Mieux vivre chez soi",
            question: "Que feriez-vous chez vous ?", brief: String(repeating: "Texte. ", count: 10),
            rules: "",
            reward: reward, voteQuota: quota, answerWithinDays: answerDays, schedule: schedule)
    }

    static func challenge(
        _ standing: Challenge.Standing = .published, _ content: ChallengeContent = content()
    ) -> Challenge {
        Challenge(
            id: challenge, content: content, standing: standing,
            cancellationReason: standing == .cancelled ? "Une bonne raison" : nil,
            publishedAt: standing == .draft ? nil : day(-1),
            resultsPublishedAt: standing == .resultsPublished ? day(25) : nil, ideaCount: 0,
            participantCount: 0)
    }

    static func idea(_ visibility: Idea.Visibility = .public, decision: Decision.Code? = nil) -> Idea {
        Idea(
            id: Identifier(100), challenge: challenge, number: visibility == .draft ? nil : 1,
            content: IdeaContent(title: "Un détecteur", text: "Un détecteur par chambre, voilà."),
            author: author, visibility: visibility, submittedAt: visibility == .draft ? nil : day(1),
            editedAt: nil, answerDue: nil, decision: decision, supportCount: 0, commentCount: 0)
    }

    static let noVotes = BallotPaper(supports: 0, supportsThis: false)
}
