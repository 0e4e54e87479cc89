import Domain
import Templating

/// What people say under one idea or one prompt, as one viewer meets it.
struct Conversation: Sendable {
    let subject: Post.Subject
    let viewer: Viewer
    /// The comment that was refused, if one was.
    let typed: TypedComment?
    let reviews: [CommentID: Review]
    let redactions: [(comment: CommentID?, act: ModerationAct)]
    /// The titles of the ideas merged into this one, on which some of the comments were made.
    var origins: [IdeaID: String] = [:]
    /// What those who want it show beside their pseudonym.
    var badges: [MemberID: [Badge]] = [:]

    /// Whether what the viewer says is the insurer's word. Staff of the challenge always speak so: nobody takes them
    /// for one policyholder among others.
    private func speaksOfficially(at now: Timestamp) -> Bool {
        subject.commentRefusal(for: viewer, officially: true, at: now) == nil
    }

    private func refusal(at now: Timestamp) -> Refusal? {
        speaksOfficially(at: now) ? nil : subject.commentRefusal(for: viewer, at: now)
    }

    /// Whether an account is all that is missing.
    func needsSignIn(at now: Timestamp) -> Bool { refusal(at: now) == .signInRequired }

    /// Why the viewer cannot comment; nil if they can.
    func whyNot(for visit: Visit) -> String? {
        guard let refusal = refusal(at: visit.now) else { return nil }
        return refusal == .signInRequired
            ? visit.wording.text("comments.sign-in") : visit.wording.sentence(refusal)
    }

    /// The comments in their order, each with its replies.
    func views(of comments: [Comment], for visit: Visit) -> [CommentView] {
        let mayReply = refusal(at: visit.now) == nil
        let isOfficial = speaksOfficially(at: visit.now)
        let action = visit.address.comments(on: subject)
        var replies: [CommentID: [CommentView]] = [:]
        for comment in comments {
            guard let parent = comment.parent else { continue }
            replies[parent, default: []].append(
                CommentView(comment, in: self, for: visit))
        }
        return comments.filter { $0.parent == nil }.map { comment in
            CommentView(
                comment, in: self, replies: replies[comment.id] ?? [],
                reply: mayReply && comment.visibility == .public
                    ? reply(to: comment, at: action, isOfficial: isOfficial, for: visit) : nil, for: visit)
        }
    }

    private func reply(
        to comment: Comment, at action: String, isOfficial: Bool, for visit: Visit
    ) -> ReplyForm {
        let typed = self.typed.flatMap { $0.parent == comment.id ? $0 : nil }
        return ReplyForm(
            action: action, parent: comment.id.description,
            id: "reply-\(comment.id)", value: typed?.text ?? "",
            problem: typed?.problems.first.map { visit.wording.sentence($0) },
            maximum: String(CommentContent.textRule.length.upperBound), speaksOfficially: isOfficial,
            caution: typed.flatMap {
                GuardWarning($0.problems, in: [$0.text], correctHref: "#reply-\(comment.id)", for: visit)
            })
    }

    /// The form of a new comment; nil if the viewer cannot comment.
    func form(for visit: Visit) -> CommentForm? {
        guard refusal(at: visit.now) == nil else { return nil }
        let wording = visit.wording
        let isOfficial = speaksOfficially(at: visit.now)
        // Neither the insurer nor the author is for or against, nor is anybody about a question.
        let takesSide = !isOfficial && subject.isIdea && !subject.isAuthor(viewer)
        let kind = isOfficial ? ".official" : takesSide ? "" : subject.isIdea ? ".own" : ".prompt"
        let fields = fields(for: visit)
        return CommentForm(
            action: visit.address.comments(on: subject), heading: wording.text("comments.form\(kind)"),
            stance: takesSide ? fields.stance : nil, text: fields.text,
            officially: isOfficial ? wording.text("comments.officially") : nil,
            caution: typed.flatMap { typed in
                typed.parent == nil
                    ? GuardWarning(typed.problems, in: [typed.text], correctHref: "#comment", for: visit)
                    : nil
            })
    }

    /// What to mend in the comment or the reply; nil if nothing was refused.
    func problemSummary(for visit: Visit) -> ProblemSummary? {
        guard let typed, !typed.problems.isEmpty else { return nil }
        guard let parent = typed.parent else {
            let fields = fields(for: visit)
            return FormBuilder(room: "comments", wording: visit.wording, problems: typed.problems)
                .summary(of: [fields.stance, fields.text])
        }
        return ProblemSummary(
            list: typed.problems.map {
                ProblemSummary.Item(href: "#reply-\(parent)", text: visit.wording.sentence($0))
            })
    }

    private func fields(for visit: Visit) -> (stance: FieldView, text: FieldView) {
        let wording = visit.wording
        let typed = self.typed.flatMap { $0.parent == nil ? $0 : nil }
        let form = FormBuilder(room: "comments", wording: wording, problems: typed?.problems ?? [])
        var text = form.text(
            "comment", value: typed?.text ?? "", hint: true, isShort: true,
            maximum: CommentContent.textRule.length.upperBound)
        if !subject.isIdea { text.hint = wording.text("comments.hint.prompt") }
        return (
            form.choice(
                "stance", value: typed?.stance?.rawValue ?? "",
                of: TypedComment.stances.map {
                    ($0.rawValue, wording.text("comments.stance.\($0.rawValue)"), nil)
                },
                isShort: true),
            text
        )
    }
}

/// One comment, with the replies to it.
struct CommentView: TemplateData {
    let anchor: String
    let author: String
    let badges: [BadgeView]
    let isMine: Bool
    let stance: String?
    let tone: String
    let official: String?
    /// Where it was made, if on an idea that is shown as part of this one.
    let origin: String?
    let text: HTML
    /// Where it is not the page's.
    let lang: String?
    let submitted: Moment?
    /// What stands in the place of a comment that this viewer may not read.
    let removed: String?
    let hidden: HiddenNotice?
    let links: PostLinks
    let traces: [TextView]
    let replies: [CommentView]
    let reply: ReplyForm?

    static let fields: [Field<Self>] = [
        Field("anchor") { $0.anchor }, Field("author") { $0.author }, Field("badges") { $0.badges },
        Field("isMine") { $0.isMine },
        Field("stance") { $0.stance }, Field("tone") { $0.tone }, Field("official") { $0.official },
        Field("origin") { $0.origin }, Field("text") { $0.text }, Field("lang") { $0.lang },
        Field("submitted") { $0.submitted },
        Field("replies") { $0.replies },
        Field("hasReplies") { !$0.replies.isEmpty }, Field("reply") { $0.reply },
        Field("removed") { $0.removed }, Field("hidden") { $0.hidden }, Field("links") { $0.links },
        Field("traces") { $0.traces },
    ]

    init(
        _ comment: Comment, in conversation: Conversation, replies: [CommentView] = [],
        reply: ReplyForm? = nil,
        for visit: Visit
    ) {
        let wording = visit.wording
        let viewer = conversation.viewer
        let post = Post(
            id: .comment(comment.id), subject: conversation.subject, comment: comment,
            review: conversation.reviews[comment.id] ?? Review())
        removed =
            comment.visibility != .public && comment.text.isEmpty
            ? wording.text("moderation.removed.\(comment.visibility.rawValue)") : nil
        hidden = HiddenNotice(post, viewer: viewer, for: visit)
        links = PostLinks(post, viewer: viewer, for: visit)
        traces =
            conversation.redactions.filter { $0.comment == comment.id }.map {
                TextView(text: wording.trace($0.act))
            } + [wording.restoration(of: post, for: viewer)].compactMap(\.self)
        anchor = "comment-\(comment.id)"
        author = wording.name(of: comment.author)
        badges = BadgeView.beside(comment.author, in: conversation.badges, wording: wording)
        isMine = comment.author != nil && comment.author?.id == viewer.member?.id
        // A reply or an official answer is seen to be one.
        stance =
            comment.stance == .reply || comment.isOfficial
            ? nil : wording.text("comments.stance.\(comment.stance.rawValue)")
        tone = comment.stance.tone
        official =
            comment.isOfficial
            ? wording.text("comments.official", ["insurer": .text(visit.app.settings.insurer)]) : nil
        origin = comment.idea.flatMap { conversation.origins[$0] }.map {
            wording.text("merging.from", ["title": .text($0)])
        }
        text = Markdown.html(comment.text)
        lang = wording.lang(of: comment.language)
        submitted = wording.moment(comment.writtenAt)
        self.replies = replies
        self.reply = reply
    }
}

/// Where to answer a comment.
struct ReplyForm: TemplateData {
    let action: String
    let parent: String
    let id: String
    let value: String
    let problem: String?
    let maximum: String
    let speaksOfficially: Bool
    let caution: GuardWarning?

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("parent") { $0.parent }, Field("id") { $0.id },
        Field("value") { $0.value }, Field("problem") { $0.problem }, Field("maximum") { $0.maximum },
        Field("speaksOfficially") { $0.speaksOfficially }, Field("caution") { $0.caution },
    ]
}

/// Where to write a comment.
struct CommentForm: TemplateData {
    let action: String
    let heading: String
    /// Nil for those who take no side.
    let stance: FieldView?
    let text: FieldView
    /// What is said to those who speak for the insurer.
    let officially: String?
    let caution: GuardWarning?

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("heading") { $0.heading }, Field("stance") { $0.stance },
        Field("text") { $0.text }, Field("officially") { $0.officially },
        Field("caution") { $0.caution },
    ]
}

extension Comment.Stance {
    /// The colour that goes with the word.
    var tone: String {
        switch self {
        case .for: "leaf"
        case .against: "clay"
        case .question, .reply: "plain"
        }
    }
}
