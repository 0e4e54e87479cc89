import Domain
import Storage
import Templating

/// One post before its moderator: what it says, why it is here, what can be done.
struct FilePage: Page {
    static let template = "moderation/file"

    let title: String
    let kind: String
    let href: String
    let challenge: String
    let challengeHref: String
    let author: String
    let state: String
    let tone: String
    let text: HTML
    let reports: [TextView]
    let appeal: String?
    let problems: ProblemSummary?
    let verdict: VerdictForm?
    let whyNot: String?
    let redaction: RedactionForm?
    let complainHref: String?
    let history: [ActView]
    let particulars: ParticularsView?
    /// Files that can be taken out.
    let files: [AttachmentView]
    let filesAction: String
    let reasons: [FieldView.Choice]

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("kind") { $0.kind }, Field("href") { $0.href },
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("author") { $0.author }, Field("state") { $0.state }, Field("tone") { $0.tone },
        Field("text") { $0.text }, Field("reports") { $0.reports },
        Field("hasReports") { !$0.reports.isEmpty }, Field("appeal") { $0.appeal },
        Field("problems") { $0.problems }, Field("verdict") { $0.verdict }, Field("whyNot") { $0.whyNot },
        Field("redaction") { $0.redaction }, Field("complainHref") { $0.complainHref },
        Field("history") { $0.history },
        Field("hasHistory") { !$0.history.isEmpty },
        Field("particulars") { $0.particulars }, Field("files") { $0.files },
        Field("hasFiles") { !$0.files.isEmpty }, Field("filesAction") { $0.filesAction },
        Field("reasons") { $0.reasons },
    ]

    init(
        _ seen: Seen<PostFile>, typed: TypedVerdict?, passage: String, kind typedKind: String,
        problems: [Problem], for visit: Visit
    ) {
        let wording = visit.wording
        let post = seen.value.post
        title = post.subject.title
        kind = wording.text("moderation.post.\(post.id.kind.rawValue)")
        href = visit.address.post(post)
        challenge = visit.place(of: post.subject)
        challengeHref = visit.address.around(post.subject)
        author = wording.name(of: post.author)
        (state, tone) = wording.state(of: post)
        text = Markdown.html(post.text)
        reports = seen.value.reports.map { TextView(text: wording.sentence($0)) }
        appeal = seen.value.appeal
        let builder = FormBuilder(room: "moderation", wording: wording, problems: problems)
        let mayShow = post.refusal(of: .show, for: seen.viewer)
        let mayHide = post.refusal(of: .hide(.other, note: ""), for: seen.viewer)
        let form =
            mayShow == nil || mayHide == nil
            ? VerdictForm(
                action: visit.address.moderation(of: post.id), canShow: mayShow == nil,
                canHide: mayHide == nil, fields: VerdictFields(typed, builder: builder),
                show: wording.text("moderation.act.\(post.act(of: .show).rawValue)"),
                hide: wording.text(
                    "moderation.act.\(post.act(of: .hide(.other, note: "")).rawValue)")) : nil
        verdict = form
        whyNot = form == nil ? (mayHide ?? mayShow).map { wording.sentence($0) } : nil
        let redaction =
            post.standing == .gone
            ? nil
            : RedactionForm(
                post, entries: seen.value.particulars.entries, passage: passage, kind: typedKind,
                builder: builder, for: visit)
        self.redaction = redaction
        self.problems = builder.summary(
            of: [form?.fields.reason, form?.fields.note, redaction?.passage, redaction?.kind].compactMap(
                \.self))
        complainHref =
            post.redirectionRefusal(for: seen.viewer) == nil
            ? visit.address.complain(about: post.id) : nil
        history = seen.value.acts.reversed().map { ActView($0, wording: wording) }
        particulars = ParticularsView(seen.value.particulars, for: visit)
        files = seen.value.particulars.attachments.filter { $0.removal == nil }.map {
            AttachmentView($0, for: visit)
        }
        filesAction = "\(visit.address.moderation(of: post.id))/files"
        reasons = ModerationReason.allCases.map {
            FieldView.Choice(
                id: $0.rawValue, value: $0.rawValue,
                label: wording.text("moderation.reason.\($0.rawValue)"))
        }
    }
}

/// The two buttons, and why.
struct VerdictForm: TemplateData {
    let action: String
    let canShow: Bool
    let canHide: Bool
    let fields: VerdictFields
    /// What the buttons say.
    let show: String
    let hide: String

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("canShow") { $0.canShow }, Field("canHide") { $0.canHide },
        Field("reason") { $0.fields.reason }, Field("note") { $0.fields.note }, Field("show") { $0.show },
        Field("hide") { $0.hide },
    ]
}

/// Where a passage is taken out: what the guard found at one press, anything else by copying it.
struct RedactionForm: TemplateData {
    let action: String
    let found: [Found]
    let passage: FieldView
    let kind: FieldView

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("found") { $0.found }, Field("passage") { $0.passage },
        Field("kind") { $0.kind },
    ]

    struct Found: TemplateData {
        let passage: String
        let kind: String
        let name: String

        static let fields: [Field<Self>] = [
            Field("passage") { $0.passage }, Field("kind") { $0.kind }, Field("name") { $0.name },
        ]
    }

    init(
        _ post: Post, entries: [Entry], passage typed: String, kind typedKind: String, builder: FormBuilder,
        for visit: Visit
    ) {
        let wording = visit.wording
        action = visit.address.redaction(of: post.id)
        let texts =
            post.id.kind == .idea
            ? [post.subject.title, post.text] + entries.map(\.text) : [post.text]
        var known: Set<String> = []
        found = texts.flatMap { text in
            visit.app.settings.textGuard.findings(in: text).map { ($0.kind, String(text[$0.range])) }
        }.filter { known.insert($0.1).inserted }.map { kind, passage in
            Found(
                passage: passage, kind: kind.rawValue,
                name: wording.text("moderation.data.\(kind.rawValue)"))
        }
        passage = builder.text(
            "passage", value: typed, hint: true, maximum: Redaction.passageRule.length.upperBound)
        kind = builder.choice(
            "kind", value: typedKind,
            of: Guard.Kind.allCases.map {
                ($0.rawValue, wording.text("moderation.data.\($0.rawValue)"), nil)
            })
    }
}

/// One act of moderation, for those who may know all of it.
struct ActView: TemplateData {
    let word: String
    let detail: String?
    let note: String?
    let who: String
    let when: Moment

    static let fields: [Field<Self>] = [
        Field("word") { $0.word }, Field("detail") { $0.detail }, Field("note") { $0.note },
        Field("who") { $0.who }, Field("when") { $0.when },
    ]

    init(_ act: ModerationAct, wording: Wording) {
        word = wording.text("moderation.done.\(act.kind.rawValue)")
        detail =
            act.reason.map { wording.text("moderation.reason.\($0.rawValue)") }
            ?? act.redacted.map { wording.text("moderation.data.\($0.rawValue)") }
        note = act.note.isEmpty ? nil : act.note
        who =
            act.kind == .hiddenByReports
            ? wording.text("moderation.by-reports") : wording.name(of: act.by)
        when = wording.preciseMoment(act.at)
    }
}

extension Wording {
    /// Where a post stands, and the colour that goes with it.
    func state(of post: Post) -> (String, String) {
        switch post.standing {
        case .awaiting: (text("moderation.standing.awaiting"), "honey")
        case .shown: (text("moderation.standing.shown"), "leaf")
        case .hidden: (text("moderation.standing.hidden"), "clay")
        case .gone: (text("moderation.standing.gone"), "plain")
        case .merged: (text("moderation.standing.merged"), "plain")
        }
    }
}
