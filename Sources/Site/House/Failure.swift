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
    /// Finds the failure in the log.
    var reference: String?
    /// Whether the texts that were sent are shown again, so that none is lost: not those that another site sent.
    var keepsTexts = true

    init(status: HTTPResponse.Status) {
        self.status = status
    }

    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(refusal)
        case is BadRequest: self.init(status: .badRequest)
        case is ForeignPost:
            self.init(status: .forbidden)
            keepsTexts = false
        case is StaleForm:
            self.init(status: .forbidden)
            reason = "errors.stale"
        case let wrong as WrongMethod:
            self.init(status: .methodNotAllowed)
            allow = wrong.allow
        case let failure as StorageFailure where failure.kind == .busy || failure.kind == .diskFull:
            self.init(status: .serviceUnavailable)
            retryAfter = 5
        default: self.init(status: .internalServerError)
        }
    }

    private init(_ refusal: Refusal) {
        switch refusal {
        case .notFound: status = .notFound
        case .gone: status = .gone
        case .signInRequired: status = .unauthorized
        case .forbidden(let why):
            status = .forbidden
            reason = "errors.reason.\(why.rawValue)"
        case .conflict(let why):
            status = .conflict
            reason = "errors.reason.\(why.rawValue)"
        case .invalid: status = .unprocessableContent
        case .tooMany(let wait):
            status = .tooManyRequests
            retryAfter = wait
        }
    }
}

extension Failure {
    /// The status whose sentences say it best: each of ours has its own, another has those of its family.
    var wordedCode: Int {
        if Self.worded.contains(status.code) { return status.code }
        return status.code < 500 ? 400 : 500
    }

    /// The statuses that have sentences of their own.
    static let worded: Set<Int> = [400, 401, 403, 404, 405, 409, 410, 413, 429, 500, 503]
}

extension Wording {
    /// The sentence that says why not.
    func sentence(_ refusal: Refusal) -> String {
        let failure = Failure(refusal)
        return text(failure.reason ?? "errors.\(failure.wordedCode).what")
    }

    /// The sentence that says what to mend.
    func sentence(_ problem: Problem) -> String {
        text("forms.problem.\(problem.code.rawValue)", problem.limit.map { ["limit": .number($0)] } ?? [:])
    }
}
