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
    let links: [InvitationLink]
    let linksHeading: String
    let isDraft: Bool
    let invitations: [Row]

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("emails") { $0.emails }, Field("links") { $0.links },
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
        let withdraw: LinkView

        static let fields: [Field<Self>] = [
            Field("email") { $0.email }, Field("state") { $0.state }, Field("tone") { $0.tone },
            Field("when") { $0.when }, Field("withdraw") { $0.withdraw },
        ]
    }

    init(
        _ challenge: Challenge, _ list: [Invitation], typed: String, problems: [Problem],
        links: [InvitationLink], for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "invitations", wording: wording, problems: problems)
        title = challenge.title
        let address = visit.address.challenge(challenge.id, challenge.title)
        href = challenge.standing == .draft ? "\(address)/preview" : address
        action = "\(address)/invitations"
        isDraft = challenge.standing == .draft
        var emails = builder.text(InvitationList.field, value: typed, hint: true, isShort: true)
        if problems.contains(where: { $0.code == .outOfRange }) {
            emails.problem = wording.text("invitations.problem.many", ["limit": .number(InvitationList.most)])
        } else if problems.contains(where: { $0.code == .notAnAddress }) {
            emails.problem = wording.text("invitations.problem.address")
        }
        self.emails = emails
        self.problems = builder.summary(of: [emails])
        self.links = links
        linksHeading = wording.text("invitations.made", ["count": .number(links.count)])
        invitations = list.map { invitation in
            Row(
                email: invitation.email,
                state: wording.text(
                    invitation.usedAt == nil ? "invitations.state.waiting" : "invitations.state.used"),
                tone: invitation.usedAt == nil ? "plain" : "leaf",
                when: wording.moment(invitation.usedAt ?? invitation.sentAt),
                withdraw: LinkView(href: "\(address)/invitations/\(invitation.id)/withdraw"))
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

    init(email: String, secret: LinkSecret, for visit: Visit) {
        self.email = email
        address = "\(visit.app.settings.baseURL)\(visit.address.root)/invitations/\(secret.text)"
        let subject = visit.wording.text(
            "invitations.letter.subject", ["insurer": .text(visit.app.settings.insurer)])
        let body = visit.wording.text("invitations.letter.body", ["address": .text(address)])
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
