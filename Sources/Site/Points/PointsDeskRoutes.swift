import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Where objections are answered and the cap of a day is settled.
    static let pointDeskRoutes: [Route<Action>] = [
        Route(.get, "/desk/points", listContests),
        Route(.post, "/desk/points", bodyLimit: 4_096, settleCap),
        Route(.get, "/desk/points/:contest", showAnswer),
        Route(.post, "/desk/points/:contest", bodyLimit: 16_384, answerContest),
    ]

    @Sendable private static func listContests(_ visit: Visit) async throws -> Response {
        try await listContests(visit, cap: nil, problems: [])
    }

    @Sendable private static func settleCap(_ visit: Visit) async throws -> Response {
        let member = try await visit.keeper()
        let cap = try visit.form()["cap"] ?? ""
        do {
            try await visit.app.store.setDailyCap(
                to: TypedNumber.count(cap).map(Int64.init), by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await listContests(visit, cap: cap, problems: problems)
        }
        return visit.redirect(to: visit.address.pointsDesk, saying: .capSettled)
    }

    private static func listContests(_ visit: Visit, cap: String?, problems: [Problem]) async throws
        -> Response
    {
        let seen = try await visit.look { look in
            (contests: try look.openContests(), cap: try look.pointsCap())
        }
        return visit.show(
            PointsDeskPage(seen, typed: cap, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private static func showAnswer(_ visit: Visit) async throws -> Response {
        try await showAnswer(visit, typed: TypedPointAnswer(), problems: [])
    }

    @Sendable private static func answerContest(_ visit: Visit) async throws -> Response {
        let id: PointContestID = try visit.identifier("contest")
        let member = try await visit.keeper()
        let typed = TypedPointAnswer(try visit.form())
        do {
            try await visit.app.store.answerContest(id, with: typed.answer, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showAnswer(visit, typed: typed, problems: problems)
        }
        return visit.redirect(to: visit.address.pointsDesk, saying: .contestAnswered)
    }

    private static func showAnswer(_ visit: Visit, typed: TypedPointAnswer, problems: [Problem]) async throws
        -> Response
    {
        let id: PointContestID = try visit.identifier("contest")
        let seen = try await visit.look { look in
            let detail = try look.pointContest(id)
            if let refusal = detail.contest.answerRefusal(for: look.viewer) { throw refusal }
            return detail
        }
        return visit.show(
            ContestAnswerPage(seen.value, typed: typed, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Visit {
    /// The member who looks after points. Throws `Refusal.notFound` to others.
    fileprivate func keeper() async throws -> MemberID {
        _ = try await look { look in
            if let refusal = look.viewer.pointsRefusal { throw refusal }
        }
        return try await writer()
    }
}

/// What somebody typed to answer an objection.
struct TypedPointAnswer: Sendable {
    let verdict: String
    let points: String
    let text: String

    init(_ form: Form = [:]) {
        verdict = form["verdict"] ?? ""
        points = form["points"] ?? ""
        text = form["answer"] ?? ""
    }

    /// The answer, which may have something to mend.
    var answer: PointAnswer {
        PointAnswer(
            verdict: PointContest.Verdict(rawValue: verdict),
            points: TypedNumber.count(points).map(Int64.init),
            text: text)
    }
}
