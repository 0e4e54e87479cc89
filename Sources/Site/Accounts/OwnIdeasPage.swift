import Domain
import HTTP
import Storage
import Templating

extension App {
    @Sendable static func showOwnIdeas(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { look in
            let ideas = try look.ownIdeas()
            let drafts = try ideas.filter { $0.idea.visibility == .draft }.map {
                (idea: $0.idea, challenge: try look.challenge($0.idea.challenge))
            }
            return (
                drafts: drafts, submitted: ideas.filter { $0.idea.visibility != .draft },
                rewards: try look.ownRewards(), invitations: try look.invitations(),
                questions: try look.questionsForMe(), merges: try look.ownMerges(),
                asides: try look.ownSetAsides()
            )
        }
        let merges = Dictionary(seen.value.merges.map { ($0.source, $0) }) { first, _ in first }
        let page = OwnIdeasPage(
            drafts: seen.value.drafts.map { DraftView($0.idea, in: $0.challenge, for: visit) },
            ideas: seen.value.submitted.map {
                IdeaRow(
                    own: $0.idea, challengeTitle: $0.challengeTitle, hiddenFor: $0.hiddenFor,
                    merge: merges[$0.idea.id], for: visit)
            },
            rewards: seen.value.rewards.map { OwnRewardView($0, for: visit) },
            invitations: seen.value.invitations.map { InvitationView($0, for: visit) },
            questions: seen.value.questions.map { AwaitedRow($0, for: visit) },
            asides: seen.value.asides.map {
                TitledLink(title: $0.challenge.title, href: visit.address.setAside($0.challenge))
            })
        return visit.show(page, to: seen)
    }
}

/// What a member wrote, and what it brought them.
struct OwnIdeasPage: Page {
    static let template = "accounts/ideas"

    let drafts: [DraftView]
    let ideas: [IdeaRow]
    let rewards: [OwnRewardView]
    let invitations: [InvitationView]
    let questions: [AwaitedRow]
    /// Challenges in which their ballot is set aside.
    let asides: [TitledLink]

    static let fields: [Field<Self>] = [
        Field("drafts") { $0.drafts }, Field("hasDrafts") { !$0.drafts.isEmpty },
        Field("ideas") { $0.ideas }, Field("hasIdeas") { !$0.ideas.isEmpty },
        Field("rewards") { $0.rewards }, Field("hasRewards") { !$0.rewards.isEmpty },
        Field("invitations") { $0.invitations }, Field("hasInvitations") { !$0.invitations.isEmpty },
        Field("questions") { $0.questions }, Field("hasQuestions") { !$0.questions.isEmpty },
        Field("asides") { $0.asides }, Field("hasAsides") { !$0.asides.isEmpty },
    ]
}

/// An idea not submitted yet.
struct DraftView: TemplateData {
    let title: String
    let href: String
    let challenge: String
    let until: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("challenge") { $0.challenge },
        Field("until") { $0.until },
    ]

    init(_ draft: Idea, in challenge: Challenge, for visit: Visit) {
        let wording = visit.wording
        title = draft.content.title.isEmpty ? wording.text("accounts.draft.untitled") : draft.content.title
        href = "\(visit.address.challenge(challenge.id, challenge.title))/ideas/new"
        self.challenge = challenge.title
        let phase = challenge.schedule.phase(at: visit.now)
        if let close = phase?.closesAt, phase?.rights.contains(.submit) == true {
            until = wording.text(
                "accounts.draft.until", ["left": .text(wording.duration(from: visit.now, to: close))])
        } else {
            until = phase?.rights.contains(.submit) == true ? "" : wording.text("accounts.draft.closed")
        }
    }
}

/// A reward of one's own.
struct OwnRewardView: TemplateData {
    let what: String
    let idea: String
    let href: String
    let state: String
    let tone: String

    static let fields: [Field<Self>] = [
        Field("what") { $0.what }, Field("idea") { $0.idea }, Field("href") { $0.href },
        Field("state") { $0.state }, Field("tone") { $0.tone },
    ]

    init(_ own: OwnReward, for visit: Visit) {
        let wording = visit.wording
        let summary = own.summary
        let offer = summary.reward.offer
        what =
            RewardView(
                RewardOffer(kind: offer.kind, cents: own.part.cents, nature: offer.nature), wording: wording
            ).name
        idea = summary.ideaTitle
        href = visit.address.idea(summary.reward.idea, summary.ideaTitle)
        state = wording.state(of: own, on: Day(visit.now))
        tone = summary.reward.state == .notified ? "honey" : summary.reward.state.tone
    }
}

extension IdeaRow {
    /// One's own idea, among those of all challenges.
    init(
        own idea: Idea, challengeTitle: String, hiddenFor: ModerationReason?, merge: IdeaMerge?,
        for visit: Visit
    ) {
        let wording = visit.wording
        title = idea.content.title
        href = visit.address.idea(idea.id, idea.content.title)
        excerpt = Markdown.summary(idea.content.text, limit: 220)
        lang = wording.lang(of: idea.language)
        author = nil
        submitted = idea.submittedAt.map { wording.moment($0) }
        commentCount = idea.commentCount
        isDiscussed = idea.visibility != .sealed
        state =
            idea.visibility == .public || hiddenFor != nil || merge != nil
            ? nil : wording.text("ideas.visibility.\(idea.visibility.rawValue)")
        challenge = TitledLink(
            title: challengeTitle, href: visit.address.challenge(idea.challenge, challengeTitle))
        let hidden = hiddenFor.map {
            DecisionView(
                word: wording.text("ideas.visibility.hidden"), tone: "clay",
                reason: wording.text("moderation.reason.\($0.rawValue)"))
        }
        let merged = merge.map {
            DecisionView(
                word: wording.text("merging.own", ["title": .text($0.targetTitle)]), tone: "plain",
                reason: Markdown.summary($0.reason, limit: 240))
        }
        decision =
            hidden ?? merged
            ?? idea.decision.map {
                DecisionView(word: wording.text("ideas.decision.\($0.rawValue)"), tone: $0.tone, reason: nil)
            }
        due = nil
        ballot = nil
    }
}
