import Domain
import HTTP
import HTTPTypes
import Logging
import Storage

/// What every request goes through, the same for all routes: log, error page, security headers, origin guard.
enum Layer {
    typealias Next = @Sendable (Request, App) async throws -> Response
    typealias Wrap = @Sendable (Request, App, Next) async throws -> Response

    /// The layers, outermost first.
    static let all: [Wrap] = [log, securityHeaders, errorPage, originGuard]

    private static let chain: Next = all.reversed().reduce(route) { inner, wrap in
        { request, app in try await wrap(request, app, inner) }
    }

    static func answer(_ request: Request, of app: App) async -> Response {
        do { return try await chain(request, app) } catch { return .plain(.internalServerError) }
    }

    @Sendable private static func log(_ request: Request, _ app: App, _ next: Next) async throws -> Response {
        guard app.logger.logLevel <= .debug else { return try await next(request, app) }
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, app)
        app.logger.debug(
            "\(request.method.rawValue) \(request.path)",
            metadata: ["status": "\(response.status.code)", "took": "\(clock.now - start)"])
        return response
    }

    @Sendable private static func securityHeaders(
        _ request: Request, _ app: App, _ next: Next
    ) async throws -> Response {
        var response = try await next(request, app)
        for (name, value) in SecurityHeaders.all where response.headers[name] == nil {
            response.headers[name] = value
        }
        if app.settings.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    @Sendable private static func errorPage(_ request: Request, _ app: App, _ next: Next) async throws
        -> Response
    {
        do {
            return try await next(request, app)
        } catch let elsewhere as MergedElsewhere {
            // Not for good: what was merged may be separated again, and browsers remember what is permanent.
            let address = Visit(app: app, request: request, parameters: nil).address
            return .redirect(to: address.idea(elsewhere.target, elsewhere.title), .found)
        } catch {
            var failure = Failure(error)
            if failure.status.code >= 500 {
                let reference = String(UInt32.random(in: .min ... .max), radix: 36)
                failure.reference = reference
                app.logger.error(
                    "\(request.method.rawValue) \(request.path) failed",
                    metadata: ["error": "\(error)", "reference": "\(reference)"])
            }
            return await Visit(app: app, request: request, parameters: nil).show(failure)
        }
    }

    /// Refuses posts that another site made this browser send.
    @Sendable private static func originGuard(_ request: Request, _ app: App, _ next: Next) async throws
        -> Response
    {
        guard request.method != .get, request.method != .head else { return try await next(request, app) }
        if let site = request.headers[.secFetchSite] {
            guard site == "same-origin" || site == "none" else { throw ForeignPost() }
        } else if let origin = request.headers[.origin] {
            let host = request.headers[.host].map { [$0] } ?? []
            let isOurs =
                origin == app.settings.baseURL
                || host.contains { origin == "http://\($0)" || origin == "https://\($0)" }
            guard isOurs else { throw ForeignPost() }
        }
        return try await next(request, app)
    }

    @Sendable private static func route(_ request: Request, _ app: App) async throws -> Response {
        if let file = app.assets.response(for: request) { return file }
        switch app.find(request.method, request.segments) {
        case .notFound:
            if let present = addressWithoutSlash(request, app) {
                return .redirect(to: present, .permanentRedirect)
            }
            throw Refusal.notFound
        case .methodNotAllowed(let allow): throw WrongMethod(allow: allow)
        case .found(let route, let parameters):
            let visit = Visit(app: app, request: request, parameters: parameters)
            try await app.store.publishDueResults(at: visit.now)
            if request.method == .get || request.method == .head {
                let variant = visit.variant(of: route.pattern)
                let response = try await app.cache.answer(visit, variant: variant) {
                    try await route.handler(visit)
                }
                visit.noteReading(of: response, at: route.pattern)
                visit.noteShowing(of: response, at: route.pattern)
                return response
            }
            guard FormToken(session: visit.session).matches(try visit.form()["formToken"]) else {
                // A session that ended while somebody wrote: signing in is what is missing.
                if visit.session == nil { throw Refusal.signInRequired }
                throw StaleForm()
            }
            return try await route.handler(visit)
        }
    }

    /// The page that somebody means who adds a slash to its address; nil if there is none.
    private static func addressWithoutSlash(_ request: Request, _ app: App) -> String? {
        let segments = Array(request.segments.dropLast())
        // Two slashes at the beginning would name another host.
        guard request.method == .get || request.method == .head, request.segments.last == "",
            !segments.isEmpty, !segments.contains(""), case .found = app.find(request.method, segments)
        else { return nil }
        let path = segments.map { "/" + PathText.encode($0) }.joined()
        return path + request.target.drop { $0 != "?" }
    }
}

/// The headers of every response.
enum SecurityHeaders {
    static let all: [(HTTPField.Name, String)] = [
        (
            .contentSecurityPolicy,
            """
            default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
            form-action 'self'; base-uri 'none'; frame-ancestors 'none'
            """
        ),
        (.xContentTypeOptions, "nosniff"),
        (.referrerPolicy, "same-origin"),
        (.crossOriginOpenerPolicy, "same-origin"),
        (.permissionsPolicy, "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
    ]
}

extension HTTPField.Name {
    private static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .accept }

    static let secFetchSite = known("Sec-Fetch-Site")
    static let host = known("Host")
    static let referrerPolicy = known("Referrer-Policy")
    static let crossOriginOpenerPolicy = known("Cross-Origin-Opener-Policy")
    static let permissionsPolicy = known("Permissions-Policy")
}
