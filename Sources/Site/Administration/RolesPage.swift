import Domain
import HTTP
import Storage
import Templating

/// Who works on what, and where to change it.
struct RolesPage: Page {
    static let template = "administration/roles"

    let query: String
    let searchAction: String
    let found: [FoundView]
    let give: GiveView?
    let holders: [HolderView]

    static let fields: [Field<Self>] = [
        Field("query") { $0.query }, Field("searchAction") { $0.searchAction }, Field("found") { $0.found },
        Field("hasFound") { !$0.found.isEmpty }, Field("hasSearched") { !$0.query.isEmpty },
        Field("give") { $0.give }, Field("holders") { $0.holders },
        Field("hasHolders") { !$0.holders.isEmpty },
    ]

    init(_ reading: RolesReading, typed: Form = Form(), problems: [Problem] = [], for visit: Visit) {
        let wording = visit.wording
        query = reading.query
        searchAction = visit.address.roles
        found = reading.found.map {
            FoundView(pseudonym: wording.name(of: $0), giveHref: visit.address.roles(of: $0.id))
        }
        give = reading.chosen.map {
            GiveView($0, of: reading.challenges, typed: typed, problems: problems, for: visit)
        }
        holders = Self.holders(reading, for: visit)
    }

    /// Administrators first, then the others by pseudonym, each with all their roles.
    private static func holders(_ reading: RolesReading, for visit: Visit) -> [HolderView] {
        let wording = visit.wording
        let administration = wording.text("administration.role.administrator")
        var order: [MemberID] = []
        var people: [MemberID: HolderView] = [:]
        func add(_ role: HeldRole, of member: Member) {
            if people[member.id] == nil { order.append(member.id) }
            people[member.id, default: HolderView(pseudonym: wording.name(of: member))].roles.append(role)
        }
        for member in reading.administrators {
            add(HeldRole(text: administration, take: nil), of: member)
        }
        for holding in reading.holdings {
            let take = TakeView(
                action: "\(visit.address.roles(of: holding.member.id))/take", role: holding.role.rawValue,
                challenge: holding.challenge?.description ?? "all")
            add(HeldRole(text: wording.sentence(holding), take: take), of: holding.member)
        }
        return order.compactMap { people[$0] }
    }

    /// Somebody to whom a role may be given.
    struct FoundView: TemplateData {
        let pseudonym: String
        let giveHref: String

        static let fields: [Field<Self>] = [
            Field("pseudonym") { $0.pseudonym }, Field("giveHref") { $0.giveHref },
        ]
    }

    /// Somebody who holds roles.
    struct HolderView: TemplateData {
        let pseudonym: String
        var roles: [HeldRole] = []

        static let fields: [Field<Self>] = [
            Field("pseudonym") { $0.pseudonym }, Field("roles") { $0.roles },
        ]
    }

    struct HeldRole: TemplateData {
        let text: String
        let take: TakeView?

        static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("take") { $0.take }]
    }

    struct TakeView: TemplateData {
        let action: String
        let role: String
        let challenge: String

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("role") { $0.role }, Field("challenge") { $0.challenge },
        ]
    }

    /// The form that gives one person a role.
    struct GiveView: TemplateData {
        let pseudonym: String
        let action: String
        let problems: ProblemSummary?
        let role: FieldView
        let challenge: FieldView

        static let fields: [Field<Self>] = [
            Field("pseudonym") { $0.pseudonym }, Field("action") { $0.action },
            Field("problems") { $0.problems }, Field("role") { $0.role },
            Field("challenge") { $0.challenge },
        ]

        init(
            _ member: Member, of challenges: [(id: ChallengeID, title: String)], typed: Form,
            problems: [Problem], for visit: Visit
        ) {
            let wording = visit.wording
            let builder = FormBuilder(room: "administration", wording: wording, problems: problems)
            pseudonym = wording.name(of: member)
            action = visit.address.roles(of: member.id)
            // Nothing is chosen beforehand: a role is not given by inattention.
            let open = ("", wording.text("administration.field.choose"), nil as String?)
            role = builder.choice(
                "role", value: typed["role"] ?? "",
                of: [open]
                    + Role.allCases.map {
                        ($0.rawValue, wording.text("administration.role.\($0.rawValue)"), nil)
                    })
            challenge = builder.choice(
                "challenge", value: typed["challenge"] ?? "",
                of: [open] + challenges.map { ($0.id.description, $0.title, nil) }
                    + [("all", wording.text("administration.field.challenge.all"), nil)])
            self.problems = builder.summary(of: [role, challenge])
        }
    }
}
