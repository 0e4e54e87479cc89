import HTTP
import HTTPTypes
import Testing

@Suite struct RouterTests {
    private func router() throws -> Router<String> {
        try Router([
            Route(.get, "/", "home"),
            Route(.get, "/challenges", "list"),
            Route(.get, "/challenges/new", "blank"),
            Route(.get, "/challenges/:challenge", "page"),
            Route(.post, "/challenges/:challenge", "update"),
            Route(.get, "/challenges/:challenge/edit", "edit"),
            Route(.post, "/ideas/:idea/vote", bodyLimit: 512, "vote"),
            Route(.get, "/:locale/ideas/:idea/feed.rss", "feed"),
        ])
    }

    private func find(_ method: HTTPRequest.Method, _ target: String) throws -> String {
        switch try router().match(method, Request(.get, target).segments) {
        case .found(let route, let parameters):
            let values = route.parameterNames.map { "\($0)=\(parameters[$0] ?? "?")" }
            return ([route.handler] + values).joined(separator: " ")
        case .methodNotAllowed(let allow): return allow.map(\.rawValue).joined(separator: ", ")
        case .notFound: return "nothing"
        }
    }

    @Test(
        "Paths lead to their routes",
        arguments: [
            ("/", "home"), ("/challenges", "list"), ("/challenges/new", "blank"),
            ("/challenges/12-slug", "page challenge=12-slug"), ("/challenges/new/edit", "edit challenge=new"),
            ("/challenges/a%20b", "page challenge=a b"), ("/fr/ideas/3/feed.rss", "feed locale=fr idea=3"),
            ("/challenges/", "nothing"), ("//challenges", "nothing"), ("/challenges/1/2", "nothing"),
            ("/Challenges", "nothing"), ("/fr//3/feed.rss", "nothing"), ("/ideas/3/vote", "POST"),
        ])
    func paths(_ target: String, _ expected: String) throws {
        #expect(try find(.get, target) == expected)
    }

    @Test("HEAD goes where GET goes; another method is told what is allowed")
    func methods() throws {
        #expect(try find(.head, "/challenges") == "list")
        #expect(try find(.post, "/challenges/7") == "update challenge=7")
        #expect(try find(.post, "/challenges/new") == "update challenge=new")
        #expect(try find(.delete, "/challenges/new") == "GET, HEAD, POST")
        #expect(try find(.head, "/ideas/3/vote") == "POST")
    }

    @Test("Routes that answer the same requests, or make no sense, are refused at start")
    func refusals() {
        #expect(throws: RouterFailure.ambiguous(method: "GET", pattern: "/a/:y", other: "/a/:x")) {
            try Router([Route(.get, "/a/:x", 1), Route(.get, "/a/:y", 2)])
        }
        for pattern in ["", "a", "/a/", "//", "/a//b", "/:", "/:a/:a"] {
            #expect(throws: RouterFailure.malformed(pattern: pattern)) {
                try Router([Route(.get, pattern, 1)])
            }
        }
        #expect(throws: Never.self) { try Router([Route(.get, "/:x", 1), Route(.post, "/:y", 2)]) }
    }

    @Test("Routes can be told one by one, with their limits")
    func enumeration() throws {
        let vote = try router().routes.first { $0.handler == "vote" }
        #expect(vote?.parameterNames == ["idea"] && vote?.bodyLimit == 512)
        #expect(try router().routes.count == 8)
    }
}
