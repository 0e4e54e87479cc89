public import HTTPTypes

/// One address that the application answers, as data: `Route(.post, "/ideas/:idea/vote", cast)`.
public struct Route<Handler: Sendable>: Sendable {
    /// The method. A GET route answers HEAD too.
    public let method: HTTPRequest.Method
    /// The path's pattern: literal segments, and parameters of one whole segment each (`:idea`).
    public let pattern: String
    /// The greatest length of a body.
    public let bodyLimit: BodyLimit
    /// What answers.
    public let handler: Handler

    /// A route of these parts. The body's limit is 64 KiB unless told.
    /// - Parameters:
    ///   - bodyLimit: the greatest length of a body that is kept, in bytes.
    ///   - surplus: how much longer it may be and still be answered (``BodyLimit/surplus``).
    public init(
        _ method: HTTPRequest.Method, _ pattern: String, bodyLimit: Int = 64 * 1024, surplus: Int = 0,
        _ handler: Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.bodyLimit = BodyLimit(bodyLimit, surplus: surplus)
        self.handler = handler
    }

    /// The parameters' names, in order.
    public var parameterNames: [String] {
        segments.filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    }

    var segments: [String] {
        pattern == "/"
            ? []
            : pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }
}

/// The values that a path gave to a route's parameters.
public struct Parameters: Sendable, Equatable {
    let names: [String]
    let values: [String]

    /// No parameters, as for a request that has no route.
    public init() {
        self.init(names: [], values: [])
    }

    init(names: [String], values: [String]) {
        self.names = names
        self.values = values
    }

    /// The value of that parameter; nil when the route has none of that name.
    public subscript(name: String) -> String? {
        names.firstIndex(of: name).map { values[$0] }
    }
}
