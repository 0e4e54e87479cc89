import Domain
import HTTP
import HTTPTypes
import Storage
import Synchronization

/// Pages that were made for visitors of whom nothing is known, and what is public whoever asks, as feeds are; kept until
/// anything in the store changes or the minute is over, so that none can be stale. A page is kept from the second time on
/// that its address is asked for.
final class PageCache: Sendable {
    private struct Kept {
        var edition: Edition?
        var responses: [String: Response] = [:]
        var bytes = 0
    }

    private static let capacity = 24 * 1_024 * 1_024
    private let kept = Mutex(Kept())
    private let asked = Mutex(AskedBefore())

    /// The kept page of this visit, or the one that `make` makes, kept if it may serve others.
    /// - Parameter variant: By what pages differ that have one address.
    func answer(_ visit: Visit, variant: Int? = nil, _ make: () async throws -> Response) async throws
        -> Response
    {
        guard !visit.app.settings.isDevelopment, visit.request.segments.first.flatMap(Language.init) != nil
        else { return try await make() }
        let isUnknown = visit.session == nil && visit.request.headers[.cookie] == nil
        let edition = Edition(of: visit)
        let key =
            (visit.request.isFromBrowserForFeed ? "browser " : "") + visit.request.target
            + (variant.map { " \($0)" } ?? "")
        if let response = kept.withLock({ $0.edition == edition ? $0.responses[key] : nil }),
            isUnknown || response.isPublic
        {
            return response
        }

        var response = try await make()
        // What is private is not shared; and files would leave no room for pages.
        guard response.status == .ok, isUnknown || response.isPublic, response.headers[.setCookie] == nil,
            response.headers[.cacheControl]?.contains("private") != true,
            case .bytes(let bytes) = response.body,
            key.utf8.count < 512
        else { return response }
        if response.headers[.eTag] == nil { response.headers[.eTag] = EntityTag.strong(of: bytes).text }
        guard asked.withLock({ $0.note(key) }) else { return response }
        response.body = .prepared(Prepared(bytes, level: 4))
        kept.withLock { kept in
            if kept.edition != edition || kept.bytes > Self.capacity {
                kept = Kept(edition: edition)
            }
            kept.responses[key] = response
            kept.bytes += bytes.count * 5 / 4
        }
        return response
    }
}

extension Response {
    /// Whether it says of itself that it is the same for everybody.
    fileprivate var isPublic: Bool { headers[.cacheControl]?.hasPrefix("public") == true }
}
