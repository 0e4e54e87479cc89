import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Searching, and following a search from a feed reader.
    static let searchRoutes: [Route<Action>] =
        [Route(.get, "/search", search)]
        + FeedFormat.allCases.map { format in
            Route(.get, "/search/feed.\(format.rawValue)") { try await followSearch($0, format) }
        }

    @Sendable private static func search(_ visit: Visit) async throws -> Response {
        let asked = AskedSearch(visit.request.query)
        let page = visit.pageNumber
        return try await visit.showAlike { look, _ in
            try SearchReading(asked, page: page, in: look)
        } page: { seen in
            let feeds = seen.value.results.map { FeedAddress.search(visit, asked, for: $0.query.text) }
            return visit.impression(
                of: SearchPage(asked, seen.value, feeds: feeds, for: visit), for: seen,
                feeds: feeds?.links(visit) ?? [])
        }
    }

    @Sendable private static func followSearch(_ visit: Visit, _ format: FeedFormat) async throws -> Response
    {
        let asked = AskedSearch(visit.request.query)
        let events = try await visit.lookAsVisitor { look in
            try look.feedEvents(matching: try asked.query(in: try look.themes(), look))
        }
        let address = FeedAddress.search(visit, asked, for: asked.text)
        return try visit.show(
            Bulletin(
                name: "search:\(address.query.encoded)", address: address,
                title: visit.bulletinTitle(address.title),
                subtitle: visit.wording.text("search.feed.about", ["query": .text(asked.text)]),
                events: events), as: format)
    }
}

/// A search as an address asks for it.
struct AskedSearch: Sendable {
    let text: String
    let kind: SearchQuery.Kind?
    let challenge: ChallengeID?
    let theme: String?
    let state: Challenge.State?
    let decision: Decision.Code?
    let age: SearchQuery.Age?

    init(_ query: Form) {
        text = SearchQuery(query["q"] ?? "").text
        kind = query["kind"].flatMap(SearchQuery.Kind.init)
        challenge = query["challenge"].flatMap(Address.number)
        theme = query["theme"].flatMap { $0.isEmpty ? nil : $0 }
        state = query["state"].flatMap(Challenge.State.init)
        decision = query["decision"].flatMap(Decision.Code.init)
        age = query["since"].flatMap(SearchQuery.Age.init)
    }

    /// Throws `Refusal.notFound` if it is narrowed to something that the viewer may not see.
    func query(in themes: [Theme], _ look: Look) throws -> SearchQuery {
        var query = SearchQuery(text)
        query.kind = kind
        query.challenge = try challenge.map { try look.challenge($0).id }
        query.theme = themes.first { $0.slug == theme }?.id
        query.state = state
        query.decision = decision
        query.age = age
        return query
    }

    /// The address' query, without what asks for nothing.
    func form(for text: String) -> Form {
        var form: Form = ["q": text]
        for (name, value) in narrowings { form.append(name, value) }
        return form
    }

    /// All that narrows the search, by its name in the address.
    private var narrowings: [(String, String)] {
        [
            ("kind", kind?.rawValue), ("challenge", challenge?.description), ("theme", theme),
            ("state", state?.rawValue), ("decision", decision?.rawValue), ("since", age?.rawValue),
        ].compactMap { name, value in value.map { (name, $0) } }
    }
}

extension FeedAddress {
    /// The feed of what has the words of `text`.
    static func search(_ visit: Visit, _ asked: AskedSearch, for text: String) -> FeedAddress {
        FeedAddress(
            title: visit.wording.text("search.title.of", ["query": .text(text)]),
            page: visit.address.search, query: asked.form(for: text))
    }
}

/// All that the page of a search reads.
struct SearchReading: Sendable {
    let themes: [Theme]
    /// Nil as long as nothing is looked for.
    let results: SearchResults?
    /// The title of the challenge to which the search is narrowed.
    let challenge: String?

    init(_ asked: AskedSearch, page: Int, in look: Look) throws {
        themes = try look.themes()
        let query = try asked.query(in: themes, look)
        results = query.text.isEmpty ? nil : try look.search(query, page: page)
        challenge = try asked.challenge.map { try look.challenge($0).title }
    }
}
