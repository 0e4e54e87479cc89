import Domain
import Storage
import Templating

/// A draft as one viewer meets it.
struct DraftScene: Sendable {
    let detail: DraftDetail
    let challenge: Challenge
    let viewer: Viewer
    let mayReact: Bool
    /// What was refused, if something was.
    let typed: TypedReaction?

    func paragraphs(for visit: Visit) -> [DraftParagraphView] {
        detail.version.paragraphs.enumerated().map {
            DraftParagraphView($1, place: $0 + 1, in: self, for: visit)
        }
    }

    /// What to mend; nil if nothing was refused.
    func problemSummary(for visit: Visit) -> ProblemSummary? {
        guard let typed, !typed.problems.isEmpty else { return nil }
        let wording = visit.wording
        return ProblemSummary(
            list: typed.problems.map { problem in
                let place = typed.paragraph.map {
                    problem.field == "kind" ? "paragraph-\($0)" : "paragraph-\($0)-comment"
                }
                return ProblemSummary.Item(href: "#\(place ?? "concern")", text: wording.sentence(problem))
            })
    }
}

/// One paragraph with what people said about it.
struct DraftParagraphView: TemplateData {
    let anchor: String
    let place: Int
    let text: HTML
    let form: ReactionForm?
    let tally: [TallyRow]
    let comments: [DraftCommentView]
    /// `3 commentaires`.
    let commentCount: String

    static let fields: [Field<Self>] = [
        Field("anchor") { $0.anchor }, Field("place") { $0.place }, Field("text") { $0.text },
        Field("form") { $0.form }, Field("tally") { $0.tally }, Field("hasTally") { !$0.tally.isEmpty },
        Field("comments") { $0.comments }, Field("hasComments") { !$0.comments.isEmpty },
        Field("commentCount") { $0.commentCount },
    ]

    init(_ paragraph: DraftParagraph, place: Int, in scene: DraftScene, for visit: Visit) {
        let wording = visit.wording
        anchor = "paragraph-\(paragraph.id)"
        self.place = place
        text = Markdown.html(paragraph.text, under: 2)
        form = scene.mayReact ? ReactionForm(on: paragraph.id, place: place, in: scene, for: visit) : nil
        tally = scene.detail.tallies.map { TallyRow.all(of: $0[paragraph.id] ?? [:], wording: wording) } ?? []
        comments = (scene.detail.comments[paragraph.id] ?? []).map {
            DraftCommentView($0, in: scene, for: visit)
        }
        commentCount = wording.text("drafts.comments", ["count": .number(comments.count)])
    }
}

/// How many people reacted in one way.
struct TallyRow: TemplateData {
    let label: String
    let count: Int
    /// From 0 to 100, of all reactions.
    let share: String

    static let fields: [Field<Self>] = [
        Field("label") { $0.label }, Field("count") { $0.count }, Field("share") { $0.share },
    ]

    static func all(of counts: [DraftReaction.Kind: Int], wording: Wording) -> [TallyRow] {
        let all = max(1, counts.values.reduce(0, +))
        return DraftReaction.Kind.allCases.map { kind in
            let count = counts[kind] ?? 0
            return TallyRow(
                label: wording.text("drafts.kind.\(kind.rawValue)"), count: count,
                share: String(count * 100 / all))
        }
    }
}

/// What the viewer may say about one paragraph.
struct ReactionForm: TemplateData {
    let action: String
    let label: String
    let buttons: [AnswerButton]
    /// The reaction given so far, which the button that saves only a comment keeps.
    let chosen: String?
    let comment: FieldView
    /// Whether the comment is shown unfolded.
    let isOpen: Bool
    let isGiven: Bool
    let caution: GuardWarning?

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("label") { $0.label }, Field("buttons") { $0.buttons },
        Field("chosen") { $0.chosen }, Field("comment") { $0.comment }, Field("isOpen") { $0.isOpen },
        Field("isGiven") { $0.isGiven }, Field("caution") { $0.caution },
    ]

    init(on paragraph: DraftParagraphID, place: Int, in scene: DraftScene, for visit: Visit) {
        let wording = visit.wording
        let typed = scene.typed.flatMap { $0.paragraph == paragraph ? $0 : nil }
        let own = scene.detail.own[paragraph]
        let kind = typed?.kind ?? own?.kind
        action =
            "\(visit.address.challenge(scene.challenge.id, scene.challenge.title))/paragraphs/\(paragraph)"
        label = wording.text("drafts.react", ["place": .number(place)])
        buttons = DraftReaction.Kind.allCases.map {
            AnswerButton(
                value: $0.rawValue, label: wording.text("drafts.kind.\($0.rawValue)"),
                isChosen: $0 == own?.kind)
        }
        chosen = kind?.rawValue
        let builder = FormBuilder(
            room: "drafts", wording: wording,
            problems: typed?.problems.filter { Guard.Kind($0.code) == nil } ?? [],
            prefix: "paragraph-\(paragraph)-")
        let comment = builder.text(
            "comment", value: typed?.comment ?? own?.comment ?? "", hint: true, isRequired: false,
            isShort: true, maximum: DraftReactionContent.commentRule.length.upperBound)
        self.comment = comment
        isOpen = typed != nil || own.map { !$0.comment.isEmpty } ?? false
        isGiven = own != nil
        caution = typed.flatMap {
            GuardWarning($0.problems, in: [$0.comment], correctHref: "#\(comment.id)", for: visit)
        }
    }
}

/// What somebody said about a paragraph.
struct DraftCommentView: TemplateData {
    let anchor: String
    let author: String
    let isMine: Bool
    let kind: String
    let text: HTML
    let when: Moment
    let hidden: HiddenNotice?
    let links: PostLinks
    /// Passages that were taken out, and to its author that it is back.
    let traces: [TextView]

    static let fields: [Field<Self>] = [
        Field("anchor") { $0.anchor }, Field("author") { $0.author }, Field("isMine") { $0.isMine },
        Field("kind") { $0.kind }, Field("text") { $0.text }, Field("when") { $0.when },
        Field("hidden") { $0.hidden }, Field("links") { $0.links }, Field("traces") { $0.traces },
    ]

    init(_ reaction: DraftReaction, in scene: DraftScene, for visit: Visit) {
        let wording = visit.wording
        let post = Post(
            reaction: reaction, in: scene.challenge,
            review: scene.detail.reviews[reaction.id] ?? Review())
        anchor = post.id.path
        author = wording.name(of: reaction.author)
        isMine = reaction.isAuthor(scene.viewer)
        kind = wording.text("drafts.kind.\(reaction.kind.rawValue)")
        text = Markdown.html(reaction.comment, under: 3)
        when = wording.moment(reaction.reactedAt)
        hidden = HiddenNotice(post, viewer: scene.viewer, for: visit)
        links = PostLinks(post, viewer: scene.viewer, for: visit)
        traces =
            (scene.detail.redactions[reaction.id] ?? []).map { TextView(text: wording.trace($0)) }
            + [wording.restoration(of: post, for: scene.viewer)].compactMap(\.self)
    }
}
