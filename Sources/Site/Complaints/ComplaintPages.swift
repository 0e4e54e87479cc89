import Domain
import Storage
import Templating

/// Asks whether a post is to be passed on as a complaint.
struct RedirectionPage: Page {
    static let template = "complaints/redirect"

    let title: String
    let href: String
    let quote: String
    let lead: String
    let action: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("quote") { $0.quote },
        Field("lead") { $0.lead }, Field("action") { $0.action },
    ]

    init(_ post: Post, viewer: Viewer, for visit: Visit) {
        title = post.subject.title
        href = visit.address.post(post)
        quote = Markdown.summary(post.text, limit: 300)
        lead = visit.wording.text(post.isAuthor(viewer) ? "complaints.lead.own" : "complaints.lead.other")
        action = visit.address.complain(about: post.id)
    }
}

/// A complaint as its author reads it: dated, with the delays and where to write.
struct ComplaintPage: Page {
    static let template = "complaints/show"

    let reference: String
    let title: String
    let text: HTML
    let challenge: String
    let received: Moment
    let state: String
    let tone: String
    let steps: [Step]
    let channel: String
    let channelHref: String

    static let fields: [Field<Self>] = [
        Field("reference") { $0.reference }, Field("title") { $0.title }, Field("text") { $0.text },
        Field("challenge") { $0.challenge }, Field("received") { $0.received },
        Field("state") { $0.state }, Field("tone") { $0.tone }, Field("steps") { $0.steps },
        Field("channel") { $0.channel }, Field("channelHref") { $0.channelHref },
    ]

    struct Step: TemplateData {
        let text: String
        let when: Moment
        /// Whether it happened, rather than being due.
        let isDone: Bool

        static let fields: [Field<Self>] = [
            Field("text") { $0.text }, Field("when") { $0.when }, Field("isDone") { $0.isDone },
        ]
    }

    init(_ complaint: Complaint, for visit: Visit) {
        let wording = visit.wording
        reference = complaint.reference
        title = complaint.title
        text = Markdown.html(complaint.text)
        challenge = complaint.challengeTitle
        received = wording.preciseMoment(complaint.receivedAt)
        state = wording.text("complaints.state.\(complaint.state.rawValue)")
        tone = complaint.state == .answered ? "leaf" : complaint.isLate(at: visit.now) ? "clay" : "honey"
        // Moments are midnight after the last day.
        func last(_ moment: Timestamp) -> Moment { wording.moment(moment - .seconds(1)) }
        let acknowledgement =
            complaint.acknowledgedAt.map {
                Step(
                    text: wording.text("complaints.step.acknowledged"), when: wording.moment($0), isDone: true
                )
            }
            ?? Step(
                text: wording.text("complaints.step.acknowledge"),
                when: last(complaint.deadlines.acknowledgeBefore), isDone: false)
        let answer =
            complaint.answeredAt.map {
                Step(text: wording.text("complaints.step.answered"), when: wording.moment($0), isDone: true)
            }
            ?? Step(
                text: wording.text("complaints.step.answer"), when: last(complaint.deadlines.answerBefore),
                isDone: false)
        let skipsAcknowledgement = complaint.answeredAt != nil && complaint.acknowledgedAt == nil
        steps =
            [
                Step(
                    text: wording.text("complaints.step.received"),
                    when: wording.preciseMoment(complaint.receivedAt), isDone: true)
            ] + (skipsAcknowledgement ? [answer] : [acknowledgement, answer])
        channelHref = visit.app.settings.complaintAddress
        channel =
            channelHref.hasPrefix("mailto:") ? String(channelHref.dropFirst(7)) : channelHref
    }
}

/// The register of complaints, with their clocks.
struct ComplaintsPage: Page {
    static let template = "complaints/index"
    /// The columns of the export, by the last part of their words.
    static let columns = [
        "reference", "received", "challenge", "author", "title", "text", "state", "acknowledge-by",
        "acknowledged", "answer-by", "answered",
    ]

    let lead: String
    let filters: [FilterView]
    let rows: [ComplaintRow]
    let pages: PagesView?
    let exportHref: String

    static let fields: [Field<Self>] = [
        Field("lead") { $0.lead }, Field("filters") { $0.filters }, Field("rows") { $0.rows },
        Field("hasRows") { !$0.rows.isEmpty }, Field("pages") { $0.pages },
        Field("exportHref") { $0.exportHref },
    ]

    init(_ list: ListPage<Complaint>, count: WaitingCount?, for visit: Visit) {
        let wording = visit.wording
        lead =
            wording.text("complaints.count", ["count": .number(count?.all ?? 0)])
            + (count.map {
                $0.late == 0 ? "" : " " + wording.text("complaints.late", ["count": .number($0.late)])
            }
                ?? "")
        filters = [
            visit.filter(
                "state", label: wording.text("complaints.filter"),
                choices: [
                    (nil, wording.text("complaints.filter.running")),
                    (Complaint.State.answered.rawValue, wording.text("complaints.filter.answered")),
                ])
        ]
        rows = list.items.map { ComplaintRow($0, for: visit) }
        pages = visit.pages(list)
        exportHref = "\(visit.address.complaints).csv"
    }
}

/// A complaint in the register.
struct ComplaintRow: TemplateData {
    let reference: String
    let title: String
    let href: String
    let excerpt: String
    let author: String
    let challenge: String
    let received: Moment
    let state: String
    let due: String
    let tone: String
    let action: String
    let acts: [Act]

    static let fields: [Field<Self>] = [
        Field("reference") { $0.reference }, Field("title") { $0.title }, Field("href") { $0.href },
        Field("excerpt") { $0.excerpt }, Field("author") { $0.author },
        Field("challenge") { $0.challenge }, Field("received") { $0.received }, Field("state") { $0.state },
        Field("due") { $0.due }, Field("tone") { $0.tone }, Field("action") { $0.action },
        Field("acts") { $0.acts }, Field("hasActs") { !$0.acts.isEmpty },
    ]

    struct Act: TemplateData {
        let value: String
        let label: String

        static let fields: [Field<Self>] = [Field("value") { $0.value }, Field("label") { $0.label }]
    }

    init(_ complaint: Complaint, for visit: Visit) {
        let wording = visit.wording
        reference = complaint.reference
        title = complaint.title
        href = visit.address.complaint(complaint.id)
        excerpt = Markdown.summary(complaint.text, limit: 260)
        author = wording.name(of: complaint.author)
        challenge = complaint.challengeTitle
        received = wording.moment(complaint.receivedAt)
        state = wording.text("complaints.state.\(complaint.state.rawValue)")
        action = visit.address.advance(complaint.id)
        acts =
            (complaint.state == .received
            ? [.acknowledged, .answered] : complaint.state == .acknowledged ? [Complaint.State.answered] : [])
            .map { Act(value: $0.rawValue, label: wording.text("complaints.act.\($0.rawValue)")) }
        guard let moment = complaint.due else {
            due = wording.text("complaints.due.none")
            tone = "leaf"
            return
        }
        let days = wording.time.days(from: visit.now, to: moment - .seconds(1))
        let what = complaint.state.rawValue
        if complaint.isLate(at: visit.now) {
            due = wording.text("complaints.due.\(what).late", ["count": .number(max(1, -days))])
            tone = "clay"
        } else {
            due = wording.text(
                "complaints.due.\(what)",
                ["date": .text(wording.shortDate(moment - .seconds(1), now: visit.now))])
            tone = days <= 3 ? "honey" : "plain"
        }
    }
}

/// One's own complaint, on the account's page.
struct OwnComplaintView: TemplateData {
    let title: String
    let href: String
    let state: String
    let tone: String
    let received: Moment

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("state") { $0.state },
        Field("tone") { $0.tone }, Field("received") { $0.received },
    ]

    init(_ complaint: Complaint, for visit: Visit) {
        let wording = visit.wording
        title = "\(complaint.reference) · \(complaint.title)"
        href = visit.address.complaint(complaint.id)
        state = wording.text("complaints.state.\(complaint.state.rawValue)")
        tone = complaint.state == .answered ? "leaf" : "honey"
        received = wording.moment(complaint.receivedAt)
    }
}
