import Domain
import Storage
import Templating

/// Where staff merge an idea into another one; of one that is merged already, where they separate it.
struct MergePage: Page {
    static let template = "merging/form"

    let title: String
    let href: String
    let challenge: String
    let challengeHref: String
    let author: String
    let excerpt: String
    let action: String
    let standing: StandingView?
    let choice: FieldView?
    let target: FieldView
    let reason: FieldView
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("challenge") { $0.challenge },
        Field("challengeHref") { $0.challengeHref }, Field("author") { $0.author },
        Field("excerpt") { $0.excerpt }, Field("action") { $0.action }, Field("standing") { $0.standing },
        Field("choice") { $0.choice }, Field("target") { $0.target }, Field("reason") { $0.reason },
        Field("problems") { $0.problems },
    ]

    /// The merge that stands.
    struct StandingView: TemplateData {
        let target: String
        let targetHref: String
        let reason: HTML
        let when: Moment

        static let fields: [Field<Self>] = [
            Field("target") { $0.target }, Field("targetHref") { $0.targetHref },
            Field("reason") { $0.reason }, Field("when") { $0.when },
        ]
    }

    init(_ found: IdeaToMerge, typed: TypedMerge, problems wrong: [Problem], for visit: Visit) {
        let wording = visit.wording
        let address = visit.address
        let idea = found.idea
        let builder = FormBuilder(room: "merging", wording: wording, problems: wrong)
        title = idea.content.title
        href = address.page(of: idea)
        challenge = found.challenge.title
        challengeHref = address.challenge(found.challenge.id, found.challenge.title)
        author = wording.name(of: idea.author)
        excerpt = Markdown.summary(idea.content.text, limit: 400)
        standing = found.merge.map { merge in
            StandingView(
                target: merge.targetTitle, targetHref: address.idea(merge.target, merge.targetTitle),
                reason: Markdown.html(merge.reason), when: wording.moment(merge.mergedAt))
        }
        action =
            found.merge == nil
            ? address.merge(idea) : "\(address.answer(idea.id, idea.content.title))/separate"
        choice =
            found.similar.isEmpty
            ? nil
            : builder.choice(
                "choice", value: typed.choice,
                of: found.similar.map {
                    (
                        $0.idea.description, $0.title,
                        Markdown.summary($0.beginning, limit: 140) as String?
                    )
                }, isRequired: false)
        var target = builder.text(
            "target", value: typed.target, hint: true, isRequired: found.similar.isEmpty,
            autocomplete: "off")
        if found.similar.isEmpty { target.hint = wording.text("merging.field.target.hint.alone") }
        self.target = target
        reason = builder.text(
            "reason", value: typed.reason, hint: true, isShort: true,
            maximum: IdeaMerge.reasonRule.length.upperBound)
        problems = builder.summary(of: [choice, target, reason].compactMap(\.self))
    }
}

/// An idea that is shown as part of another one, on that one's page.
struct MergedIdeaView: TemplateData {
    let title: String
    let by: String
    let number: String?
    let submitted: Moment?
    let text: HTML
    let anchor: String
    let separateHref: String?
    let moderateHref: String?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("by") { $0.by }, Field("number") { $0.number },
        Field("submitted") { $0.submitted }, Field("text") { $0.text }, Field("anchor") { $0.anchor },
        Field("separateHref") { $0.separateHref }, Field("moderateHref") { $0.moderateHref },
    ]

    init(_ merged: MergedIdea, in challenge: Challenge, viewer: Viewer, for visit: Visit) {
        let wording = visit.wording
        title = merged.content.title
        by = wording.proposer(merged.author, "ideas.by", orElse: "ideas.by.deleted")
        number = merged.number.map {
            wording.text("ideas.number", ["number": .text("\(challenge.id)-\($0)")])
        }
        submitted = merged.submittedAt.map { wording.moment($0) }
        text = Markdown.html(merged.content.text, under: 3)
        anchor = "idea-\(merged.idea)"
        let mayAct = viewer.moderates(challenge.id)
        separateHref =
            mayAct && challenge.resultsPublishedAt == nil
            ? visit.address.merge(merged.idea, merged.content.title) : nil
        moderateHref = mayAct ? visit.address.moderation(of: .idea(merged.idea)) : nil
    }
}

extension IdeaDecisionView {
    /// A merge in the history of either idea, and its end; the later first.
    static func views(of merge: IdeaMerge, seenFrom idea: IdeaID, wording: Wording) -> [(
        at: Timestamp, view: IdeaDecisionView
    )] {
        let isTarget = merge.target == idea
        let other = isTarget ? merge.sourceTitle : merge.targetTitle
        let word = wording.text(
            isTarget ? "merging.history.taken" : "merging.history.joined", ["title": .text(other)])
        let joined = IdeaDecisionView(
            word: word, tone: "plain", reason: Markdown.html(merge.reason),
            who: wording.name(of: merge.mergedBy), when: wording.moment(merge.mergedAt), isSecret: false)
        guard let undoing = merge.undoing else { return [(merge.mergedAt, joined)] }
        let parted = IdeaDecisionView(
            word: wording.text("merging.history.parted", ["title": .text(other)]), tone: "plain",
            reason: undoing.reason.isEmpty ? nil : Markdown.html(undoing.reason),
            who: wording.name(of: undoing.by), when: wording.moment(undoing.at), isSecret: false)
        return [(undoing.at, parted), (merge.mergedAt, joined)]
    }
}
