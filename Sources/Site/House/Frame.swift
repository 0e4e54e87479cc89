import Domain
import Storage
import Templating

/// What surrounds every page: the layout's own data.
struct Frame: TemplateData {
    let language: String
    let root: String
    let insurer: String
    let slogan: String
    let canonical: String
    let stylesheet: String
    /// A second sheet, for pages full of figures.
    var figures: String?
    let script: String
    let icon: String
    let touchIcon: String
    let socialImage: String
    let formToken = Blank.formToken
    let alternates: [Alternate]
    let feeds: [FeedLink]
    let isDemonstration: Bool
    let inChallenges: Bool
    let inThemes: Bool
    let inCommunities: Bool
    let inDesk: Bool
    let account: AccountMenu?
    let flash: Flash?
    let complaintHref: String

    static let fields: [Field<Self>] = [
        Field("language") { $0.language }, Field("root") { $0.root }, Field("insurer") { $0.insurer },
        Field("slogan") { $0.slogan }, Field("canonical") { $0.canonical },
        Field("stylesheet") { $0.stylesheet }, Field("figures") { $0.figures },
        Field("script") { $0.script }, Field("icon") { $0.icon }, Field("touchIcon") { $0.touchIcon },
        Field("socialImage") { $0.socialImage }, Field("formToken") { $0.formToken },
        Field("alternates") { $0.alternates }, Field("feeds") { $0.feeds },
        Field("isDemonstration") { $0.isDemonstration }, Field("inChallenges") { $0.inChallenges },
        Field("inThemes") { $0.inThemes }, Field("inCommunities") { $0.inCommunities },
        Field("inDesk") { $0.inDesk }, Field("account") { $0.account }, Field("flash") { $0.flash },
        Field("complaintHref") { $0.complaintHref },
    ]

    /// The same page in a language.
    struct Alternate: TemplateData {
        let language: String
        let code: String
        let name: String
        let href: String
        let absolute: String
        let isCurrent: Bool

        static let fields: [Field<Self>] = [
            Field("language") { $0.language }, Field("code") { $0.code }, Field("name") { $0.name },
            Field("href") { $0.href }, Field("absolute") { $0.absolute }, Field("isCurrent") { $0.isCurrent },
        ]
    }

    /// A feed that a reader can discover from the page.
    struct FeedLink: TemplateData {
        let title: String
        let type: String
        let href: String

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("type") { $0.type }, Field("href") { $0.href },
        ]
    }

    /// Who is signed in.
    struct AccountMenu: TemplateData, Hashable {
        let pseudonym = Blank.pseudonym
        let isStaff: Bool
        let isAdministrator: Bool
        let waiting: Waiting?
        /// What waits for the person as an author.
        let attention: Waiting?
        /// What is new in what the person follows.
        let unread: Waiting?
        /// Both together, beside the name.
        let tidings: Waiting?

        static let fields: [Field<Self>] = [
            Field("pseudonym") { $0.pseudonym }, Field("isStaff") { $0.isStaff },
            Field("isAdministrator") { $0.isAdministrator }, Field("waiting") { $0.waiting },
            Field("attention") { $0.attention }, Field("unread") { $0.unread },
            Field("tidings") { $0.tidings },
        ]

        /// Nil for visitors.
        init?(of viewer: Viewer, attention: Attention) {
            guard viewer.member != nil else { return nil }
            isStaff = viewer.isStaff
            isAdministrator = viewer.isAdministrator
            waiting = Waiting(attention.answers ?? 0)
            self.attention = Waiting(attention.authorship)
            unread = Waiting(attention.news)
            tidings = Waiting(attention.authorship + attention.news)
        }
    }

    /// How many answers are expected from the person, or how much is new to them.
    struct Waiting: TemplateData, Hashable {
        let count: Int

        static let fields: [Field<Self>] = [Field("count") { $0.count }]

        /// Nil for nothing.
        init?(_ count: Int) {
            guard count > 0 else { return nil }
            self.count = count
        }
    }

    /// What the last act did, said once.
    struct Flash: TemplateData {
        let text: String
        let tone: String

        static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("tone") { $0.tone }]
    }
}

/// The part of the site in which a page lies.
enum Section: Sendable {
    case challenges
    case themes
    case communities
    case desk
    case none
}
