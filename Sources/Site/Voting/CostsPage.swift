import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What ideas would cost, said by staff before people vote under an envelope.
    static let costRoutes: [Route<Action>] = [
        Route(.get, "/desk/challenges/:challenge/costs", showCosts),
        Route(.post, "/desk/challenges/:challenge/costs", setCosts),
    ]

    @Sendable private static func showCosts(_ visit: Visit) async throws -> Response {
        try await showCosts(visit, typed: [:], problems: [])
    }

    @Sendable private static func setCosts(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        var typed: [IdeaID: String] = [:]
        for field in try visit.form().fields where field.name.hasPrefix("cost-") {
            if let idea: IdeaID = Address.number(in: String(field.name.dropFirst(5))) {
                typed[idea] = field.value
            }
        }
        do {
            var costs: [IdeaID: Int64?] = [:]
            var problems: [Problem] = []
            for (idea, text) in typed {
                let cents = text.trimmed.isEmpty ? nil : TypedNumber.cents(text)
                if cents == nil, !text.trimmed.isEmpty {
                    problems.append(Problem(field: "cost-\(idea)", code: .notANumber))
                }
                costs[idea] = .some(cents)
            }
            guard problems.isEmpty else { throw Refusal.invalid(problems) }
            try await visit.app.store.setCosts(costs, in: id, by: member, at: visit.now)
            let challenge = try await visit.look { try $0.challenge(id) }.value
            return visit.redirect(to: visit.address.costs(challenge), saying: .costsSaved)
        } catch Refusal.invalid(let problems) {
            return try await showCosts(visit, typed: typed, problems: problems)
        }
    }

    private static func showCosts(_ visit: Visit, typed: [IdeaID: String], problems: [Problem]) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.costs(in: id)
        }
        if problems.isEmpty, let moved = visit.redirectIfMoved(to: visit.address.costs(seen.value.challenge))
        {
            return moved
        }
        return visit.show(
            CostsPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// What the ideas of a challenge would cost.
struct CostsPage: Page {
    static let template = "voting/costs"

    let challenge: String
    let challengeHref: String
    let envelope: String
    let action: String
    let whyNot: String?
    let rows: [Row]
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("envelope") { $0.envelope }, Field("action") { $0.action }, Field("whyNot") { $0.whyNot },
        Field("rows") { $0.rows }, Field("hasRows") { !$0.rows.isEmpty }, Field("problems") { $0.problems },
    ]

    /// An idea, and the field for its cost or what it is.
    struct Row: TemplateData {
        let title: String
        let href: String
        let field: FieldView?
        let cost: String

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("field") { $0.field },
            Field("cost") { $0.cost },
        ]
    }

    init(
        _ seen: Seen<CostsReading>, typed: [IdeaID: String], problems found: [Problem], for visit: Visit
    ) {
        let wording = visit.wording
        let reading = seen.value
        challenge = reading.challenge.title
        challengeHref = visit.address.challenge(reading.challenge.id, reading.challenge.title)
        envelope = wording.text(
            "voting.costs.envelope",
            ["envelope": .text(wording.money(cents: reading.challenge.content.way.envelope ?? 0))])
        action = visit.address.costs(reading.challenge)
        let refusal = reading.challenge.costRefusal(for: seen.viewer, at: visit.now)
        whyNot = refusal.map { wording.sentence($0) }
        rows = reading.ideas.map { idea, title, cost in
            let name = "cost-\(idea)"
            let field = FieldView(
                id: name, name: name, label: title,
                problem: found.first { $0.field == name }.map { wording.sentence($0) },
                value: typed[idea] ?? cost.map { wording.inputValue(cents: $0) } ?? "", isRequired: false,
                isShort: true, inputMode: "decimal")
            return Row(
                title: title, href: visit.address.idea(idea, title), field: refusal == nil ? field : nil,
                cost: cost.map { wording.money(cents: $0) } ?? wording.text("voting.costs.none"))
        }
        problems = FormBuilder(room: "voting", wording: wording, problems: found).summary(
            of: rows.compactMap(\.field))
    }
}

extension Address {
    /// Where staff say what ideas would cost.
    func costs(_ challenge: Challenge) -> String {
        "\(desk)/challenges/\(Self.readable(challenge.id, challenge.title))/costs"
    }
}
