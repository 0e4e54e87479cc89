public import HTTPTypes

/// Finds the route of a path in a tree of segments, in a time that depends on the path and not on how many routes
/// there are.
public struct Router<Handler: Sendable>: Sendable {
    /// What a path and a method lead to.
    public enum Match: Sendable {
        /// This route, with the values of its parameters.
        case found(Route<Handler>, Parameters)
        /// The path exists, for these methods only; they go into `Allow`.
        case methodNotAllowed(allow: [HTTPRequest.Method])
        /// There is no such path.
        case notFound
    }

    private struct Node {
        var literals: [String: Int] = [:]
        var parameter: Int?
        var routes: [(method: HTTPRequest.Method, route: Int, names: [String])] = []
    }

    /// The routes, in the order they were given.
    public let routes: [Route<Handler>]
    private var nodes = [Node()]

    /// Builds the tree.
    /// - Throws: `RouterFailure` when a pattern is malformed, or when two routes answer the same requests.
    public init(_ routes: [Route<Handler>]) throws(RouterFailure) {
        self.routes = routes
        for (index, route) in routes.enumerated() {
            try insert(route, at: index)
        }
    }

    private mutating func insert(_ route: Route<Handler>, at index: Int) throws(RouterFailure) {
        let names = route.parameterNames
        guard route.pattern.hasPrefix("/"), !route.segments.contains(where: { $0.isEmpty || $0 == ":" }),
            Set(names).count == names.count
        else { throw .malformed(pattern: route.pattern) }
        var node = 0
        for segment in route.segments {
            let isParameter = segment.hasPrefix(":")
            if let next = isParameter ? nodes[node].parameter : nodes[node].literals[segment] {
                node = next
                continue
            }
            nodes.append(Node())
            if isParameter {
                nodes[node].parameter = nodes.count - 1
            } else {
                nodes[node].literals[segment] = nodes.count - 1
            }
            node = nodes.count - 1
        }
        if let other = nodes[node].routes.first(where: { $0.method == route.method }) {
            throw .ambiguous(
                method: route.method.rawValue, pattern: route.pattern, other: routes[other.route].pattern)
        }
        nodes[node].routes.append((route.method, index, names))
    }

    /// Where a request goes. A literal segment wins over a parameter; HEAD goes to GET when it has no route of its
    /// own; an empty segment matches nothing.
    public func match(_ method: HTTPRequest.Method, _ segments: [String]) -> Match {
        var search = Search(method: method, segments: segments)
        if let found = descend(from: 0, depth: 0, &search) { return found }
        guard !search.allowed.isEmpty else { return .notFound }
        if search.allowed.contains(.get), !search.allowed.contains(.head) { search.allowed.append(.head) }
        return .methodNotAllowed(allow: search.allowed.sorted { $0.rawValue < $1.rawValue })
    }

    private struct Search {
        let method: HTTPRequest.Method
        let segments: [String]
        var values: [String] = []
        var allowed: [HTTPRequest.Method] = []
    }

    private func descend(from node: Int, depth: Int, _ search: inout Search) -> Match? {
        guard depth < search.segments.count else { return end(at: node, &search) }
        let segment = search.segments[depth]
        if let next = nodes[node].literals[segment],
            let found = descend(from: next, depth: depth + 1, &search)
        {
            return found
        }
        if let next = nodes[node].parameter, !segment.isEmpty {
            search.values.append(segment)
            if let found = descend(from: next, depth: depth + 1, &search) { return found }
            search.values.removeLast()
        }
        return nil
    }

    private func end(at node: Int, _ search: inout Search) -> Match? {
        var fallback: Int?
        for (index, candidate) in nodes[node].routes.enumerated() {
            if candidate.method == search.method {
                return .found(
                    routes[candidate.route], Parameters(names: candidate.names, values: search.values))
            }
            if candidate.method == .get, search.method == .head { fallback = index }
            if !search.allowed.contains(candidate.method) { search.allowed.append(candidate.method) }
        }
        guard let fallback else { return nil }
        let candidate = nodes[node].routes[fallback]
        return .found(routes[candidate.route], Parameters(names: candidate.names, values: search.values))
    }
}

/// Why a set of routes cannot be served.
public enum RouterFailure: Error, Equatable, CustomStringConvertible {
    /// The pattern does not start with a slash, has an empty segment, or names a parameter twice.
    case malformed(pattern: String)
    /// Two routes answer the same method and the same paths.
    case ambiguous(method: String, pattern: String, other: String)

    /// The failure in a sentence.
    public var description: String {
        switch self {
        case .malformed(let pattern): "The route \(pattern) is malformed."
        case .ambiguous(let method, let pattern, let other):
            "The routes \(method) \(pattern) and \(method) \(other) answer the same requests."
        }
    }
}
