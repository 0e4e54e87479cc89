import Domain
import HTTP
import Storage
import Templating

/// Where one searches, and what was found.
struct SearchPage: Page {
    static let template = "search/index"

    let asked: AskedSearch
    let heading: String
    let action: String
    let kept: [KeptField]
    let selects: [FieldView]
    let isNarrowed: Bool
    let filters: [FilterView]
    let challenge: NarrowingView?
    let found: FoundView?

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("action") { $0.action }, Field("query") { $0.asked.text },
        Field("maximum") { _ in String(SearchQuery.longest) }, Field("kept") { $0.kept },
        Field("selects") { $0.selects }, Field("isNarrowed") { $0.isNarrowed },
        Field("filters") { $0.filters }, Field("challenge") { $0.challenge }, Field("found") { $0.found },
    ]

    /// What the links of the page chose and its form keeps.
    struct KeptField: TemplateData {
        let name: String
        let value: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("value") { $0.value }]
    }

    /// What narrows the search, and how to take it back.
    struct NarrowingView: TemplateData {
        let title: String
        let href: String

        static let fields: [Field<Self>] = [Field("title") { $0.title }, Field("href") { $0.href }]
    }

    init(_ asked: AskedSearch, _ reading: SearchReading, feeds: FeedAddress?, for visit: Visit) {
        let wording = visit.wording
        self.asked = asked
        heading =
            asked.text.isEmpty
            ? wording.text("search.title") : wording.text("search.title.of", ["query": .text(asked.text)])
        action = visit.address.search
        kept = [
            ("kind", asked.kind?.rawValue), ("challenge", asked.challenge?.description),
            ("since", asked.age?.rawValue),
        ].compactMap { name, value in value.map { KeptField(name: name, value: $0) } }
        selects = Self.selects(asked, themes: reading.themes, for: visit)
        isNarrowed = asked.theme != nil || asked.state != nil || asked.decision != nil
        filters = asked.text.isEmpty ? [] : Self.filters(for: visit)
        challenge = reading.challenge.map { NarrowingView(title: $0, href: visit.link("challenge", nil)) }
        found = reading.results.map { FoundView($0, feeds: feeds, for: visit) }
    }

    private static func filters(for visit: Visit) -> [FilterView] {
        let wording = visit.wording
        return [
            visit.filter(
                "kind", label: wording.text("search.kind"),
                choices: [(nil, wording.text("search.kind.any"))]
                    + SearchQuery.Kind.allCases.map {
                        ($0.rawValue, wording.text("search.kind.\($0.rawValue)"))
                    }),
            visit.filter(
                "since", label: wording.text("search.since"),
                choices: [(nil, wording.text("search.since.any"))]
                    + SearchQuery.Age.allCases.map {
                        ($0.rawValue, wording.text("search.since.\($0.rawValue)"))
                    }),
        ]
    }

    private static func selects(_ asked: AskedSearch, themes: [Theme], for visit: Visit) -> [FieldView] {
        let wording = visit.wording
        let form = FormBuilder(room: "search", wording: wording)
        let any = (value: "", label: wording.text("search.any"), hint: String?.none)
        let states = Challenge.State.allCases.filter { $0 != .draft }
        return [
            form.choice(
                "theme", value: asked.theme ?? "",
                of: [any] + themes.map { ($0.slug, $0.title(in: visit.language), nil) }, isRequired: false),
            form.choice(
                "state", value: asked.state?.rawValue ?? "",
                of: [any]
                    + states.map { ($0.rawValue, wording.text("challenges.state.\($0.rawValue)"), nil) },
                isRequired: false),
            form.choice(
                "decision", value: asked.decision?.rawValue ?? "",
                of: [any]
                    + Decision.Code.allCases.map {
                        ($0.rawValue, wording.text("ideas.decision.\($0.rawValue)"), nil)
                    }, isRequired: false),
        ]
    }
}

/// What was found.
struct FoundView: TemplateData {
    let count: String
    let correction: String?
    let partial: String?
    let advice: [TextView]
    let rows: [SearchRow]
    let pages: PagesView?
    let shares: [ShareView]
    let feed: FeedLine?

    static let fields: [Field<Self>] = [
        Field("count") { $0.count }, Field("correction") { $0.correction }, Field("partial") { $0.partial },
        Field("advice") { $0.advice }, Field("rows") { $0.rows }, Field("hasRows") { !$0.rows.isEmpty },
        Field("pages") { $0.pages }, Field("shares") { $0.shares },
        Field("hasShares") { !$0.shares.isEmpty }, Field("feed") { $0.feed },
    ]

    /// A challenge in which a part of it was found.
    struct ShareView: TemplateData {
        let title: String
        let href: String
        let count: String

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("count") { $0.count },
        ]
    }

    init(_ results: SearchResults, feeds: FeedAddress?, for visit: Visit) {
        let wording = visit.wording
        // Beyond what is looked at, only a round number is honest.
        count =
            results.isCut
            ? wording.text("search.count.cut", ["count": .number(max(100, results.count / 100 * 100))])
            : wording.text("search.count", ["count": .number(results.count)])
        correction = results.corrected.map {
            wording.text(
                "search.corrected", ["typed": .text($0), "meant": .text(results.query.text)])
        }
        partial = results.isPartial ? wording.text("search.partial") : nil
        let isEmpty = results.query.words.isEmpty
        advice =
            results.count > 0
            ? []
            : (isEmpty ? ["search.advice.words"] : ["search.advice.spelling", "search.advice.fewer"]).map {
                TextView(text: wording.text($0))
            }
        rows = results.page.items.map { SearchRow($0, for: visit) }
        pages = visit.pages(results.page)
        shares = results.challenges.map { share in
            ShareView(
                title: share.title, href: visit.link("challenge", share.challenge.description),
                count: wording.locale.grouped(share.count))
        }
        feed = isEmpty ? nil : feeds.map { FeedLine(feeds: $0) }
    }
}

/// One thing that was found.
struct SearchRow: TemplateData {
    let kind: String
    let title: HTML
    let href: String
    let excerpt: HTML
    let challenge: TitledLink?
    let author: String?
    let when: Moment
    let state: StateView?

    static let fields: [Field<Self>] = [
        Field("kind") { $0.kind }, Field("title") { $0.title }, Field("href") { $0.href },
        Field("excerpt") { $0.excerpt }, Field("challenge") { $0.challenge }, Field("author") { $0.author },
        Field("when") { $0.when }, Field("state") { $0.state },
    ]

    /// Where it stands.
    struct StateView: TemplateData {
        let word: String
        let tone: String

        static let fields: [Field<Self>] = [Field("word") { $0.word }, Field("tone") { $0.tone }]
    }

    init(_ hit: SearchHit, for visit: Visit) {
        let wording = visit.wording
        let address = visit.address
        let around =
            hit.prompt.map {
                TitledLink(title: $0.theme.title(in: visit.language), href: address.theme($0.theme))
            }
            ?? hit.challenge.map {
                TitledLink(title: hit.challengeTitle, href: address.challenge($0, hit.challengeTitle))
            }
        let subject =
            hit.prompt.map { address.prompt($0.prompt, hit.title.pieces.map(\.text).joined(), of: $0.theme) }
            ?? hit.idea.map { address.idea($0, hit.ideaTitle ?? "") }
        kind = wording.text("search.one.\(hit.kind.rawValue)")
        title = HTML(marking: hit.title)
        href = (subject ?? around?.href ?? address.root) + (hit.comment.map { "#comment-\($0)" } ?? "")
        excerpt = HTML(marking: hit.excerpt)
        challenge = subject == nil ? nil : around
        author = hit.kind == .challenge ? nil : wording.name(of: hit.author)
        when = wording.moment(hit.happenedAt)
        if let decision = hit.decision {
            state = StateView(word: wording.text("ideas.decision.\(decision.rawValue)"), tone: decision.tone)
        } else {
            state = hit.state.map {
                StateView(word: wording.state($0, in: hit.blueprint ?? .openCall), tone: $0.tone)
            }
        }
    }
}

extension HTML {
    /// An excerpt whose matches are marked.
    init(marking excerpt: Excerpt) {
        self = excerpt.pieces.reduce(.empty) { markup, piece in
            let text = HTML(escaping: piece.text)
            return markup
                + (piece.isMatch ? HTML(trusted: "<mark>") + text + HTML(trusted: "</mark>") : text)
        }
    }
}
