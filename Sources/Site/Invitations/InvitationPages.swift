import Domain
import HTTP
import Storage
import Templating

/// Those who were invited to a challenge, and the form that invites more.
struct InvitationsPage: Page {
    static let template = "invitations/index"

    let title: String
    let href: String
    let action: String
    let problems: ProblemSummary?
    let emails: FieldView
    let days: FieldView
    let links: [InvitationLink]
    let linksHeading: String
    let isDraft: Bool
    let invitations: [Row]

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("emails") { $0.emails }, Field("days") { $0.days },
        Field("links") { $0.links },
        Field("hasLinks") { !$0.links.isEmpty }, Field("linksHeading") { $0.linksHeading },
        Field("isDraft") { $0.isDraft }, Field("invitations") { $0.invitations },
        Field("hasInvitations") { !$0.invitations.isEmpty },
    ]

    /// One address that was invited.
    struct Row: TemplateData {
        let email: String
        let state: String
        let tone: String
        let when: Moment
        /// Until when the link can be used; nil once it was.
        let end: String?
        let renew: LinkView?
        let withdraw: LinkView

        static let fields: [Field<Self>] = [
            Field("email") { $0.email }, Field("state") { $0.state }, Field("tone") { $0.tone },
            Field("when") { $0.when }, Field("end") { $0.end }, Field("renew") { $0.renew },
            Field("withdraw") { $0.withdraw },
        ]
    }

    init(
        _ challenge: Challenge, _ list: [Invitation], typed: TypedInvitations, problems: [Problem],
        links: [InvitationLink], for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "invitations", wording: wording, problems: problems)
        title = challenge.title
        let address = visit.address.challenge(challenge.id, challenge.title)
        href = challenge.standing == .draft ? "\(address)/preview" : address
        action = "\(address)/invitations"
        isDraft = challenge.standing == .draft
        var emails = builder.text(InvitationList.field, value: typed.emails, hint: true, isShort: true)
        if problems.contains(where: { $0.code == .outOfRange }) {
            emails.problem = wording.text("invitations.problem.many", ["limit": .number(InvitationList.most)])
        } else if problems.contains(where: { $0.code == .notAnAddress }) {
            emails.problem = wording.text("invitations.problem.address")
        }
        self.emails = emails
        days = builder.choice(
            "days", value: typed.days,
            of: Invitation.validities.map {
                (String($0), wording.text("invitations.days", ["count": .number($0)]), nil)
            }, isShort: true)
        self.problems = builder.summary(of: [emails, days])
        self.links = links
        linksHeading = wording.text("invitations.made", ["count": .number(links.count)])
        invitations = list.map { invitation in
            let state = invitation.state(at: visit.now)
            let tones: [Invitation.State: String] = [.used: "leaf", .expired: "clay"]
            let row = "\(address)/invitations/\(invitation.id)"
            return Row(
                email: invitation.email, state: wording.text("invitations.state.\(state.rawValue)"),
                tone: tones[state] ?? "plain",
                when: wording.moment(invitation.usedAt ?? invitation.sentAt),
                end: state == .used
                    ? nil
                    : wording.text(
                        "invitations.end.\(state.rawValue)",
                        ["date": .text(wording.date(invitation.expiresAt))]),
                renew: state == .used ? nil : LinkView(href: "\(row)/renew"),
                withdraw: LinkView(href: "\(row)/withdraw"))
        }
    }
}

/// A link that was just made, with a letter that carries it.
struct InvitationLink: TemplateData {
    let email: String
    let address: String
    let mailHref: String

    static let fields: [Field<Self>] = [
        Field("email") { $0.email }, Field("address") { $0.address }, Field("mailHref") { $0.mailHref },
    ]

    init(email: String, secret: LinkSecret, until end: Timestamp, for visit: Visit) {
        self.email = email
        address = "\(visit.app.settings.baseURL)\(visit.address.root)/invitations/\(secret.text)"
        let subject = visit.wording.text(
            "invitations.letter.subject", ["insurer": .text(visit.app.settings.insurer)])
        let body = visit.wording.text(
            "invitations.letter.body",
            ["address": .text(address), "date": .text(visit.wording.date(end))])
        mailHref =
            "mailto:\(PathText.encode(email))?subject=\(PathText.encode(subject))&body=\(PathText.encode(body))"
    }
}

/// What a link invites to, before one accepts.
struct InvitationPage: Page {
    static let template = "invitations/show"

    let title: String
    let question: String
    let accept: LinkView?
    let signInHref: String
    let signUpHref: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("question") { $0.question }, Field("accept") { $0.accept },
        Field("signInHref") { $0.signInHref }, Field("signUpHref") { $0.signUpHref },
    ]
}

/// A link that opens nothing any more, and what can be done.
struct ClosedInvitationPage: Page {
    static let template = "invitations/closed"

    let heading: String
    let what: String
    let next: String
    /// For those who may be the one who used it.
    let signInHref: String?

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("what") { $0.what }, Field("next") { $0.next },
        Field("signInHref") { $0.signInHref },
    ]

    init(_ door: InvitationDoor, signInHref: String?, for visit: Visit) {
        let wording = visit.wording
        if case .expired(let end) = door {
            heading = wording.text("invitations.expired")
            what = wording.text("invitations.expired.what", ["date": .text(wording.date(end))])
            next = wording.text("invitations.expired.next")
            self.signInHref = nil
        } else {
            heading = wording.text("invitations.used")
            what = wording.text("invitations.used.what")
            next = wording.text(signInHref == nil ? "invitations.used.other" : "invitations.used.sign-in")
            self.signInHref = signInHref
        }
    }
}
