import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

/// Anything that kept a request from its page, as the status and the sentence that people get. The one place where
/// a "no" becomes an answer.
struct Failure: Sendable {
    let status: HTTPResponse.Status
    /// The key of the sentence that says what stands in the way; nil for the status' own.
    var reason: String?
    /// Seconds after which it can be tried again.
    var retryAfter: Int?
    var allow: [HTTPRequest.Method] = []

    init(status: HTTPResponse.Status) {
        self.status = status
    }

    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(refusal)
        case is BadRequest: status = .badRequest
        case is ForeignPost: status = .forbidden
        case let wrong as WrongMethod:
            status = .methodNotAllowed
            allow = wrong.allow
        case let failure as StorageFailure where failure.kind == .busy || failure.kind == .diskFull:
            status = .serviceUnavailable
            retryAfter = 5
        default: status = .internalServerError
        }
    }

    private init(_ refusal: Refusal) {
        switch refusal {
        case .notFound: status = .notFound
        case .signInRequired: status = .unauthorized
        case .forbidden(let why):
            status = .forbidden
            reason = "refusals.\(why.rawValue)"
        case .conflict(let why):
            status = .conflict
            reason = "refusals.\(why.rawValue)"
        case .invalid: status = .unprocessableContent
        case .tooMany(let wait):
            status = .tooManyRequests
            retryAfter = wait
        }
    }
}

extension Wording {
    /// The sentence that says why not.
    func sentence(_ refusal: Refusal) -> String {
        Failure(refusal).reason.map { text($0) } ?? text("errors.\(Failure(refusal).status.code).title")
    }

    /// The sentence that says what to mend.
    func sentence(_ problem: Problem) -> String {
        text("problems.\(problem.code.rawValue)", problem.limit.map { ["limit": .number($0)] } ?? [:])
    }
}
