import Domain
import Storage
import Templating

/// All communities.
struct CommunitiesPage: Page {
    static let template = "communities/index"

    let communities: [CommunityRow]

    static let fields: [Field<Self>] = [
        Field("communities") { $0.communities }, Field("hasCommunities") { !$0.communities.isEmpty },
    ]
}

/// A community in a list.
struct CommunityRow: TemplateData {
    let name: String
    let href: String
    let summary: String
    let memberCount: Int
    let isMine: Bool

    static let fields: [Field<Self>] = [
        Field("name") { $0.name }, Field("href") { $0.href }, Field("summary") { $0.summary },
        Field("memberCount") { $0.memberCount }, Field("isMine") { $0.isMine },
    ]

    init(_ community: Community, isMine: Bool, for visit: Visit) {
        name = community.name
        href = visit.address.community(community)
        summary = community.summary
        memberCount = community.memberCount
        self.isMine = isMine
    }
}

/// A community's own page.
struct CommunityPage: Page {
    static let template = "communities/show"

    let name: String
    let summary: String
    let charter: HTML
    let memberCount: Int
    let problems: ProblemSummary?
    let inside: InsideView?
    let mine: PlaceView?
    let isStaff: Bool
    let join: JoinView?
    let signInHref: String?
    /// For those who may see it, where there is one.
    let fundHref: String?
    /// For those who may read what its members write.
    let practicesHref: String?

    static let fields: [Field<Self>] = [
        Field("name") { $0.name }, Field("summary") { $0.summary }, Field("charter") { $0.charter },
        Field("memberCount") { $0.memberCount }, Field("problems") { $0.problems },
        Field("inside") { $0.inside }, Field("mine") { $0.mine }, Field("isStaff") { $0.isStaff },
        Field("join") { $0.join }, Field("signInHref") { $0.signInHref },
        Field("fundHref") { $0.fundHref }, Field("practicesHref") { $0.practicesHref },
    ]

    init(
        _ seen: Seen<CommunityReading>, typed: (code: String, pseudonym: String) = ("", ""),
        problems: [Problem] = [], for visit: Visit
    ) {
        let wording = visit.wording
        let address = visit.address
        let community = seen.value.community
        let own = seen.value.own
        name = community.name
        summary = community.summary
        charter = Markdown.html(community.charter)
        memberCount = community.memberCount
        practicesHref =
            seen.viewer.seesPractices(of: community.id) ? address.practices(of: community) : nil
        fundHref = seen.value.hasFund ? address.fund(community) : nil
        inside = seen.value.inside.map { InsideView($0, of: community, for: visit) }
        mine = own.map {
            PlaceView(
                pseudonym: $0.pseudonym,
                leave: seen.value.mayLeave
                    ? FormAction(action: "\(address.community(community))/leave") : nil)
        }
        isStaff = own == nil && inside != nil

        let builder = FormBuilder(room: "communities", wording: wording, problems: problems)
        var code = builder.text("code", value: typed.code, isShort: true, maximum: 40, autocomplete: "off")
        // The sentence of a wrong password would not fit.
        if problems.contains(where: { $0.field == "code" && $0.code == .wrong }) {
            code.problem = wording.text("communities.problem.code")
        }
        let pseudonym = builder.pseudonym(typed.pseudonym, hint: false)
        let isMember = seen.viewer.member != nil
        join =
            isMember && own == nil
            ? JoinView(action: "\(address.community(community))/join", code: code, pseudonym: pseudonym) : nil
        signInHref =
            isMember
            ? nil : visit.signInAddress(returningTo: address.community(community))
        self.problems = builder.summary(of: [code, pseudonym])
    }

    /// What its members and the team see.
    struct InsideView: TemplateData {
        let members: [MemberView]
        let challenges: [ChallengeRow]
        let measures: [MeasureLink]
        let practices: [PracticeRow]

        static let fields: [Field<Self>] = [
            Field("members") { $0.members }, Field("challenges") { $0.challenges },
            Field("hasChallenges") { !$0.challenges.isEmpty }, Field("measures") { $0.measures },
            Field("hasMeasures") { !$0.measures.isEmpty }, Field("practices") { $0.practices },
            Field("hasPractices") { !$0.practices.isEmpty },
        ]

        init(_ inside: CommunityReading.Inside, of community: Community, for visit: Visit) {
            members = inside.members.map { MemberView(pseudonym: $0.pseudonym) }
            challenges = inside.challenges.map { ChallengeRow($0, for: visit) }
            measures = inside.measures.map { MeasureLink($0, for: visit) }
            practices = inside.practices.map { PracticeRow($0, in: community, for: visit) }
        }
    }

    struct MemberView: TemplateData {
        let pseudonym: String

        static let fields: [Field<Self>] = [Field("pseudonym") { $0.pseudonym }]
    }

    /// The viewer's own place in it.
    struct PlaceView: TemplateData {
        let pseudonym: String
        let leave: FormAction?

        static let fields: [Field<Self>] = [
            Field("pseudonym") { $0.pseudonym }, Field("leave") { $0.leave },
        ]
    }

    struct FormAction: TemplateData {
        let action: String

        static let fields: [Field<Self>] = [Field("action") { $0.action }]
    }

    struct JoinView: TemplateData {
        let action: String
        let code: FieldView
        let pseudonym: FieldView

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("code") { $0.code }, Field("pseudonym") { $0.pseudonym },
        ]
    }
}
