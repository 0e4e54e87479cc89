import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What becomes of the ideas with which the insurer goes on: for everybody to read, for managers to write.
    static let followUpRoutes: [Route<Action>] = [
        Route(.get, "/follow-up", showFollowUp),
        Route(.get, "/desk/ideas/:idea/follow-up", openFollowUpForm),
        Route(.post, "/desk/ideas/:idea/follow-up", bodyLimit: 128 * 1_024, follow),
    ]

    @Sendable private static func showFollowUp(_ visit: Visit) async throws -> Response {
        let code = visit.request.query["state"].flatMap(Decision.Code.init).flatMap { $0.isKept ? $0 : nil }
        let number = visit.pageNumber
        let seen = try await visit.look { try $0.keptIdeas(code, page: number) }
        let feeds = FeedAddress.platform(visit)
        return visit.show(
            FollowUpPage(seen.value, feeds: feeds, for: visit), to: seen, feeds: feeds.links(visit))
    }

    @Sendable private static func openFollowUpForm(_ visit: Visit) async throws -> Response {
        try await showForm(visit, typed: nil, problems: [])
    }

    @Sendable private static func follow(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.official()
        let typed = TypedFollowUp(try visit.form())
        let idea = try await visit.look { try $0.followUpToWrite(id).idea }.value
        do {
            try await visit.app.store.follow(
                id, as: try typed.content(at: visit.now, wording: visit.wording), by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showForm(visit, typed: typed, problems: problems)
        }
        return visit.redirect(
            to: visit.address.idea(id, idea.content.title) + "#follow-up", saying: .followUpSaved)
    }

    private static func showForm(_ visit: Visit, typed: TypedFollowUp?, problems: [Problem]) async throws
        -> Response
    {
        let id: IdeaID = try visit.identifier("idea")
        let seen = try await visit.look { try $0.followUpToWrite(id) }
        let title = seen.value.idea.content.title
        let present = visit.address.followUp(of: id, title)
        if typed == nil, let moved = visit.redirectIfMoved(to: present) { return moved }
        let page = FollowUpFormPage(
            title: title, href: visit.address.idea(id, title), action: present,
            typed: typed ?? TypedFollowUp(seen.value.followUp, wording: visit.wording), problems: problems,
            for: visit)
        return visit.show(
            page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// What people said and what is done about it.
struct FollowUpPage: Page {
    static let template = "followup/index"

    let filters: [FilterView]
    let ideas: [KeptIdeaView]
    let pages: PagesView?
    let feeds: FeedAddress

    static let fields: [Field<Self>] = [
        Field("filters") { $0.filters }, Field("ideas") { $0.ideas }, Field("hasIdeas") { !$0.ideas.isEmpty },
        Field("pages") { $0.pages }, Field("rssHref") { $0.feeds.rss }, Field("atomHref") { $0.feeds.atom },
    ]

    init(_ list: ListPage<KeptIdea>, feeds: FeedAddress, for visit: Visit) {
        let wording = visit.wording
        let codes = Decision.Code.allCases.filter(\.isKept)
        filters = [
            visit.filter(
                "state", label: wording.text("followup.filter"),
                choices: [(nil, wording.text("challenges.filter.any"))]
                    + codes.map { ($0.rawValue, wording.text("ideas.decision.\($0.rawValue)")) })
        ]
        ideas = list.items.map { KeptIdeaView($0, for: visit) }
        pages = visit.pages(list)
        self.feeds = feeds
    }
}

/// Where a manager writes what becomes of an idea.
struct FollowUpFormPage: Page {
    static let template = "followup/form"

    let title: String
    let href: String
    let action: String
    let problems: ProblemSummary?
    let team: FieldView
    let steps: [StepFields]

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("team") { $0.team }, Field("steps") { $0.steps },
    ]

    /// The fields of one step.
    struct StepFields: TemplateData {
        let id: String
        let place: Int
        let number: String
        let title: FieldView
        let planned: FieldView
        let done: FieldView
        let note: FieldView

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("place") { $0.place }, Field("number") { $0.number },
            Field("title") { $0.title }, Field("planned") { $0.planned }, Field("done") { $0.done },
            Field("note") { $0.note },
        ]

        var all: [FieldView] { [title, planned, done, note] }
    }

    init(
        title: String, href: String, action: String, typed: TypedFollowUp, problems found: [Problem],
        for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "followup", wording: wording, problems: found)
        self.title = title
        self.href = href
        self.action = action
        team = builder.text(
            "team", value: typed.team, hint: true,
            maximum: FollowUpContent.teamRule.length.upperBound)
        steps = typed.steps.enumerated().map { index, step in
            func field(_ name: String, _ value: String, kind: String = "text", maximum: Int? = nil)
                -> FieldView
            {
                let full = "milestone-\(index)-\(name)"
                return FieldView(
                    id: full, name: full, kind: kind, label: wording.text("followup.field.\(name)"),
                    problem: found.first { $0.field == full }.map { wording.sentence($0) }, value: value,
                    isRequired: index == 0 && (name == "title" || name == "planned"), isShort: kind == "date",
                    maximum: maximum.map(String.init))
            }
            return StepFields(
                id: "milestone-\(index)", place: index + 1, number: step.number,
                title: field(
                    "title", step.title, maximum: FollowUpContent.titleRule.length.upperBound),
                planned: field("planned", step.planned, kind: "date"),
                done: field("done", step.done, kind: "date"),
                note: field("note", step.note, maximum: FollowUpContent.noteRule.length.upperBound))
        }
        problems = builder.summary(
            of: [team]
                + steps.flatMap { step in
                    step.all.map { field in
                        var field = field
                        field.label = wording.text(
                            "followup.field.of",
                            ["place": .number(step.place), "label": .text(field.label)])
                        return field
                    }
                })
    }
}

extension Address {
    /// Where the follow-up of an idea is written.
    func followUp(of id: IdeaID, _ title: String) -> String { "\(answer(id, title))/follow-up" }
}
