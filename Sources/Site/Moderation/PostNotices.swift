import Domain
import Storage
import Templating

/// What an author (and the team) reads about a hidden idea: why, what was added, what can be done.
struct HiddenNotice: TemplateData {
    /// Who still sees it.
    let lead: String
    let reason: String?
    let note: String?
    let appealHref: String?
    /// What goes on, or that it is final.
    let status: String?
    /// Where its author reads that it is a complaint now.
    let complaintHref: String?

    static let fields: [Field<Self>] = [
        Field("lead") { $0.lead }, Field("reason") { $0.reason }, Field("note") { $0.note },
        Field("appealHref") { $0.appealHref },
        Field("status") { $0.status },
        Field("complaintHref") { $0.complaintHref },
    ]

    /// Nil unless the post is hidden and the viewer may know why.
    init?(_ post: Post, complaint: ComplaintID? = nil, viewer: Viewer, for visit: Visit) {
        guard post.standing == .hidden, let act = post.review.lastAct else { return nil }
        let wording = visit.wording
        lead =
            post.id.kind == .idea
            ? wording.ideaWord("notice.hidden", in: post.challenge)
            : wording.text("moderation.hidden.comment")
        reason = act.reason.map {
            wording.text(
                "moderation.why", ["reason": .text(wording.text("moderation.reason.\($0.rawValue)"))])
        }
        note = act.note.isEmpty ? nil : act.note
        appealHref = post.appealRefusal(for: viewer) == nil ? visit.address.appeal(post.id) : nil
        complaintHref = complaint.map { visit.address.complaint($0) }
        if act.kind == .redirected {
            status = wording.text("moderation.done.redirected")
        } else if post.review.openCase == .appeal {
            status = wording.text("moderation.status.appealed")
        } else if act.kind == .hiddenByReports {
            status = wording.text("moderation.status.reported")
        } else if act.kind == .confirmed {
            status = wording.text("moderation.status.confirmed")
        } else {
            status = nil
        }
    }
}

/// What a member reported, on their account's page.
struct OwnReportView: TemplateData {
    let what: String
    let href: String?
    let reason: String
    let when: Moment
    let outcome: String
    let tone: String

    static let fields: [Field<Self>] = [
        Field("what") { $0.what }, Field("href") { $0.href }, Field("reason") { $0.reason },
        Field("when") { $0.when }, Field("outcome") { $0.outcome }, Field("tone") { $0.tone },
    ]

    init(_ report: OwnReport, for visit: Visit) {
        let wording = visit.wording
        let noun = report.post.rawValue
        let subject = report.subject.map { visit.link(to: $0) }
        what =
            subject.map { wording.text("moderation.own.\(noun)", ["title": .text($0.title)]) }
            ?? wording.text("moderation.own.\(noun).gone")
        href = subject?.href
        reason = wording.text("moderation.reason.\(report.reason.rawValue)")
        when = wording.moment(report.reportedAt)
        switch report.outcome {
        case nil: (outcome, tone) = (wording.text("moderation.outcome.waiting"), "honey")
        case "hidden", "confirmed", "redirected":
            (outcome, tone) = (wording.text("moderation.outcome.hidden"), "leaf")
        case "withdrawn": (outcome, tone) = (wording.text("moderation.outcome.withdrawn"), "plain")
        default: (outcome, tone) = (wording.text("moderation.outcome.kept"), "plain")
        }
    }
}

/// A comment of one's own that is hidden.
struct OwnHiddenView: TemplateData {
    let title: String
    let quote: String
    let href: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("quote") { $0.quote }, Field("href") { $0.href },
    ]

    init(_ hidden: OwnHiddenComment, for visit: Visit) {
        let subject = visit.link(to: hidden.subject)
        title = subject.title
        quote = Markdown.summary(hidden.beginning, limit: 140)
        href = "\(subject.href)#\(hidden.post.path)"
    }
}

/// What may be done with a post beside reading it.
struct PostLinks: TemplateData {
    let reportHref: String?
    let moderateHref: String?
    let withdrawHref: String?
    let complainHref: String?

    static let fields: [Field<Self>] = [
        Field("reportHref") { $0.reportHref }, Field("moderateHref") { $0.moderateHref },
        Field("withdrawHref") { $0.withdrawHref }, Field("complainHref") { $0.complainHref },
    ]

    init(_ post: Post, viewer: Viewer, for visit: Visit) {
        moderateHref =
            post.moderationRefusal(for: viewer) == nil ? visit.address.moderation(of: post.id) : nil
        // Moderators have the post's file, where they do more than tell of it.
        let refusal = post.reportRefusal(for: viewer)
        let mayReport = moderateHref == nil && (refusal == nil || refusal == .signInRequired)
        reportHref = mayReport ? visit.address.report(post.id) : nil
        complainHref =
            post.isAuthor(viewer) && post.redirectionRefusal(for: viewer) == nil
            ? visit.address.complain(about: post.id) : nil
        withdrawHref =
            post.withdrawalRefusal(for: viewer) == nil
            ? post.comment.map { visit.address.withdraw($0.id) } : nil
    }
}

extension Wording {
    /// That a post of the viewer's own was hidden and may be seen again; nil otherwise.
    func restoration(of post: Post, for viewer: Viewer) -> TextView? {
        guard post.isAuthor(viewer), post.standing == .shown, let act = post.review.lastAct,
            act.kind == .restored
        else { return nil }
        return TextView(text: text("moderation.restored", ["date": .text(date(act.at))]))
    }

    /// That a passage was taken out: what kind, who, when.
    func trace(_ act: ModerationAct) -> String {
        text(
            "moderation.trace",
            [
                "data": .text(act.redacted.map { text("moderation.data.\($0.rawValue)") } ?? ""),
                "who": .text(name(of: act.by)), "date": .text(date(act.at)),
            ])
    }
}
