import Domain
import Storage
import Templating

/// Where members look after their account.
struct AccountPage: Page {
    static let template = "accounts/account"

    let email: String
    let since: Moment
    let isLent: Bool
    let problems: ProblemSummary?
    let profile: ProfileView
    let secret: SecretView?
    let communities: [CommunityView]
    let roles: [RoleView]
    let followed: [TitledLink]
    let reports: [OwnReportView]
    let hiddenComments: [OwnHiddenView]
    let complaints: [OwnComplaintView]
    let holdings: [HoldingView]
    let deleteHref: String
    let deleteWhyNot: String?

    static let fields: [Field<Self>] = [
        Field("email") { $0.email }, Field("since") { $0.since }, Field("lent") { $0.isLent },
        Field("problems") { $0.problems }, Field("profile") { $0.profile }, Field("secret") { $0.secret },
        Field("communities") { $0.communities }, Field("hasCommunities") { !$0.communities.isEmpty },
        Field("roles") { $0.roles }, Field("hasRoles") { !$0.roles.isEmpty },
        Field("followed") { $0.followed }, Field("hasFollowed") { !$0.followed.isEmpty },
        Field("reports") { $0.reports }, Field("hasReports") { !$0.reports.isEmpty },
        Field("complaints") { $0.complaints }, Field("hasComplaints") { !$0.complaints.isEmpty },
        Field("hiddenComments") { $0.hiddenComments },
        Field("hasHiddenComments") { !$0.hiddenComments.isEmpty },
        Field("holdings") { $0.holdings }, Field("hasHoldings") { !$0.holdings.isEmpty },
        Field("deleteHref") { $0.deleteHref }, Field("deleteWhyNot") { $0.deleteWhyNot },
    ]

    /// - Parameter pseudonym: What was typed, if it was refused.
    init(_ own: OwnAccount, pseudonym: String? = nil, problems: [Problem] = [], for visit: Visit) {
        let wording = visit.wording
        let account = own.account
        let builder = FormBuilder(room: "accounts", wording: wording, problems: problems)
        email = account.email
        since = wording.moment(account.joinedAt)
        isLent = account.isLent
        let isFixed = account.changeRefusal != nil
        profile = ProfileView(
            action: visit.address.account,
            pseudonym: isFixed ? nil : builder.pseudonym(pseudonym ?? account.member.pseudonym ?? ""),
            language: builder.choice(
                "language", value: account.language.rawValue,
                of: Language.allCases.map {
                    ($0.rawValue, wording.text("accounts.field.language.\($0.rawValue)"), nil)
                }, isShort: true))
        secret =
            isFixed
            ? nil
            : SecretView(
                action: visit.address.accountPassword,
                current: builder.password("current", isNew: false),
                password: builder.password("new", isNew: true))
        self.problems = builder.summary(
            of: [profile.pseudonym, profile.language, secret?.current, secret?.password].compactMap(\.self))
        communities = own.memberships.map {
            CommunityView(
                name: $0.community.name, href: visit.address.community($0.community),
                pseudonym: $0.pseudonym)
        }
        roles =
            (own.isAdministrator ? [RoleView(text: wording.text("administration.role.administrator"))] : [])
            + own.roles.map { RoleView(text: wording.sentence($0)) }
        followed =
            own.followed.themes.map {
                TitledLink(title: $0.title(in: visit.language), href: visit.address.theme($0))
            }
            + own.followed.challenges.map {
                TitledLink(title: $0.title, href: visit.address.challenge($0.id, $0.title))
            }
            + own.followed.ideas.map {
                TitledLink(title: $0.title, href: visit.address.idea($0.id, $0.title))
            }
        reports = own.reports.map { OwnReportView($0, for: visit) }
        complaints = own.complaints.map { OwnComplaintView($0, for: visit) }
        hiddenComments = own.hiddenComments.map { OwnHiddenView($0, for: visit) }
        holdings = own.holdings.map { HoldingView($0) }
        deleteHref = visit.address.accountDeletion
        deleteWhyNot = account.deletionRefusal.map { wording.sentence($0) }
    }

    struct ProfileView: TemplateData {
        let action: String
        let pseudonym: FieldView?
        let language: FieldView

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("pseudonym") { $0.pseudonym },
            Field("language") { $0.language },
        ]
    }

    struct SecretView: TemplateData {
        let action: String
        let current: FieldView
        let password: FieldView

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("current") { $0.current },
            Field("password") { $0.password },
        ]
    }

    struct CommunityView: TemplateData {
        let name: String
        let href: String
        let pseudonym: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("href") { $0.href }, Field("pseudonym") { $0.pseudonym },
        ]
    }

    struct RoleView: TemplateData {
        let text: String

        static let fields: [Field<Self>] = [Field("text") { $0.text }]
    }
}

/// Where an account ends, once its password is given.
struct AccountDeletionPage: Page {
    static let template = "accounts/delete"

    let action: String
    let problems: ProblemSummary?
    let password: FieldView

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("problems") { $0.problems }, Field("password") { $0.password },
    ]

    init(problems: [Problem] = [], for visit: Visit) {
        let builder = FormBuilder(room: "accounts", wording: visit.wording, problems: problems)
        action = visit.address.accountDeletion
        password = builder.password("current", isNew: false)
        self.problems = builder.summary(of: [password])
    }
}

extension Wording {
    /// A role and what it holds for: `Jury, pour « … »`.
    func sentence(_ holding: RoleHolding) -> String {
        let role = text("administration.role.\(holding.role.rawValue)")
        guard let title = holding.challengeTitle else {
            return text("administration.role.everywhere", ["role": .text(role)])
        }
        return text("administration.role.challenge", ["role": .text(role), "challenge": .text(title)])
    }
}
