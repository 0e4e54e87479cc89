import Domain
import Storage
import Templating

/// Who signs an idea, who was asked to, and how they share what it may bring; to somebody who is asked, the question.
struct AuthorsPage: Page {
    static let template = "authorship/show"

    let title: String
    let href: String
    let action: String
    let text: HTML
    let isGuest: Bool
    let asks: String
    let authors: [AuthorRow]
    let sharing: String
    let guests: [GuestRow]
    let whyNot: String?
    let invite: FieldView?
    let proposal: ProposalView?
    let shares: [FieldView]
    let mayLeave: Bool
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("action") { $0.action },
        Field("text") { $0.text }, Field("isGuest") { $0.isGuest }, Field("asks") { $0.asks },
        Field("authors") { $0.authors }, Field("sharing") { $0.sharing }, Field("guests") { $0.guests },
        Field("hasGuests") { !$0.guests.isEmpty }, Field("whyNot") { $0.whyNot },
        Field("invite") { $0.invite }, Field("proposal") { $0.proposal }, Field("shares") { $0.shares },
        Field("hasShares") { !$0.shares.isEmpty }, Field("mayLeave") { $0.mayLeave },
        Field("problems") { $0.problems },
    ]

    init(
        _ seen: Seen<(idea: Idea, challenge: Challenge, authorship: Authorship)>, typed: TypedAuthors?,
        problems found: [Problem], for visit: Visit
    ) {
        let wording = visit.wording
        let (idea, challenge, authorship) = seen.value
        let viewer = seen.viewer
        title = idea.content.title
        href = visit.address.page(of: idea)
        action = visit.address.authors(of: idea)
        text = Markdown.html(idea.content.text, under: 1)
        isGuest = idea.isGuest(viewer)
        asks = wording.text(
            "authorship.asks",
            ["authors": .text(wording.list(authorship.authors.map { wording.name(of: $0) }))])
        authors = authorship.percents.map { author, percent in
            AuthorRow(
                name: wording.name(of: author), isMe: author.id == viewer.member?.id,
                share: authorship.authors.count > 1 ? wording.percent(percent) : nil)
        }
        sharing = wording.text(authorship.agreed == nil ? "authorship.equal" : "authorship.agreed")
        guests = isGuest ? [] : authorship.others.map { GuestRow($0, wording: wording) }
        let refusal = idea.signingRefusal(for: viewer, in: challenge)
        whyNot = isGuest ? nil : refusal.map { wording.sentence($0) }
        let isOpen = refusal == nil && !isGuest
        let builder = FormBuilder(room: "authorship", wording: wording, problems: found)
        let isFull = authorship.authors.count + idea.guests.count >= Authorship.mostAuthors
        invite =
            isOpen && !isFull
            ? builder.text(
                "pseudonym", value: typed?.pseudonym ?? "", hint: true, isShort: true, autocomplete: "off")
            : nil
        proposal =
            isOpen
            ? authorship.proposal.map { ProposalView($0, of: authorship, to: viewer, for: visit) } : nil
        shares =
            isOpen && authorship.authors.count > 1
            ? authorship.percents.map { author, percent in
                FieldView(
                    id: "share-\(author.id)", name: "share-\(author.id)",
                    label: wording.text("authorship.share", ["author": .text(wording.name(of: author))]),
                    problem: found.first { $0.field == "share-\(author.id)" }.map { wording.sentence($0) },
                    value: typed?.shares[author.id] ?? String(percent), isShort: true, inputMode: "numeric")
            } : []
        mayLeave = idea.leavingRefusal(for: viewer, in: challenge) == nil
        problems = builder.summary(of: [invite].compactMap(\.self) + shares)
    }

    /// Somebody who signs.
    struct AuthorRow: TemplateData {
        let name: String
        let isMe: Bool
        let share: String?

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("isMe") { $0.isMe }, Field("share") { $0.share },
        ]
    }

    /// Somebody who was asked, and does not sign.
    struct GuestRow: TemplateData {
        let name: String
        let number: String
        let state: String
        let when: Moment
        let isWaiting: Bool

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("number") { $0.number }, Field("state") { $0.state },
            Field("when") { $0.when }, Field("isWaiting") { $0.isWaiting },
        ]

        init(_ guest: CoAuthor, wording: Wording) {
            name = wording.name(of: guest.member)
            number = guest.member.id.description
            state = wording.text("authorship.state.\(guest.state.rawValue)")
            when = wording.moment(guest.invitedAt)
            isWaiting = guest.state == .invited
        }
    }

    /// Shares that not all have agreed to.
    struct ProposalView: TemplateData {
        let by: String
        let parts: [Part]
        let mayAgree: Bool

        static let fields: [Field<Self>] = [
            Field("by") { $0.by }, Field("parts") { $0.parts }, Field("mayAgree") { $0.mayAgree },
        ]

        struct Part: TemplateData {
            let name: String
            let share: String
            let state: String
            let tone: String

            static let fields: [Field<Self>] = [
                Field("name") { $0.name }, Field("share") { $0.share }, Field("state") { $0.state },
                Field("tone") { $0.tone },
            ]
        }

        init(_ proposal: ShareProposal, of authorship: Authorship, to viewer: Viewer, for visit: Visit) {
            let wording = visit.wording
            let proposer = authorship.authors.first { $0.id == proposal.by }
            by = wording.text(
                "authorship.proposed",
                [
                    "author": .text(wording.name(of: proposer)),
                    "date": .text(wording.date(proposal.at)),
                ])
            parts = authorship.authors.map { author in
                let agrees = proposal.agreed.contains(author.id)
                return Part(
                    name: wording.name(of: author),
                    share: wording.percent(proposal.percents[author.id] ?? 0),
                    state: wording.text("authorship.part.\(agrees ? "agreed" : "waiting")"),
                    tone: agrees ? "leaf" : "plain")
            }
            mayAgree = viewer.member.map { !proposal.agreed.contains($0.id) } ?? false
        }
    }
}

/// An invitation to sign somebody's idea, among one's own.
struct InvitationView: TemplateData {
    let title: String
    let href: String
    let action: String
    let by: String
    let excerpt: String
    let challenge: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("action") { $0.action },
        Field("by") { $0.by }, Field("excerpt") { $0.excerpt }, Field("challenge") { $0.challenge },
    ]

    init(_ invitation: CoAuthorInvitation, for visit: Visit) {
        title = invitation.title
        action = visit.address.authors(of: invitation.idea, invitation.title)
        href = action
        by = visit.wording.text(
            "authorship.asks", ["authors": .text(visit.wording.name(of: invitation.inviter))])
        excerpt = Markdown.summary(invitation.beginning, limit: 240)
        challenge = invitation.challengeTitle
    }
}
