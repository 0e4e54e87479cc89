import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// Where jurors judge: their list, and one page for each idea.
    static let benchRoutes: [Route<Action>] = [
        Route(.get, "/desk/jury/:challenge", showBench),
        Route(.get, "/desk/jury/:challenge/:idea", showCard),
        Route(.post, "/desk/jury/:challenge/:idea", judge),
    ]

    @Sendable private static func showBench(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.bench(in: id)
        }
        if let moved = visit.redirectIfMoved(to: visit.address.bench(seen.value.challenge)) { return moved }
        return visit.show(BenchPage(seen, for: visit), to: seen, in: .desk)
    }

    @Sendable private static func showCard(_ visit: Visit) async throws -> Response {
        try await showCard(visit, typed: nil, problems: [])
    }

    @Sendable private static func judge(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let challenge: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        let form = try visit.form()
        let reading = try await visit.look { try $0.juryCard(on: id, in: challenge) }.value
        let typed = TypedCard(form, criteria: reading.rules.criteria.count)
        let page = visit.address.juryCard(id, reading.idea.content.title, in: reading.bench.challenge)
        let store = visit.app.store
        do {
            switch form["act"] {
            case "aside":
                try await store.standAside(from: id, because: typed.recusal, by: member, at: visit.now)
                return visit.redirect(
                    to: visit.address.bench(reading.bench.challenge), saying: .jurorStoodAside)
            case "return":
                try await store.standAside(from: id, because: nil, by: member, at: visit.now)
                return visit.redirect(to: page, saying: .jurorCameBack)
            case "remark":
                try await store.remark(typed.remark, on: id, by: member, at: visit.now)
                return visit.redirect(to: "\(page)#remarks", saying: .juryRemarked)
            default:
                try await store.castScores(
                    try typed.meant(), note: typed.note, on: id, by: member, at: visit.now)
                let next = form["act"] == "next" ? reading.nextOpen : nil
                return visit.redirect(
                    to: next.map {
                        visit.address.juryCard($0.idea, $0.title, in: reading.bench.challenge)
                    } ?? (form["act"] == "next" ? visit.address.bench(reading.bench.challenge) : page),
                    saying: .scoresKept)
            }
        } catch Refusal.invalid(let problems) {
            return try await showCard(visit, typed: typed, problems: problems)
        }
    }

    private static func showCard(_ visit: Visit, typed: TypedCard?, problems: [Problem]) async throws
        -> Response
    {
        let id: IdeaID = try visit.identifier("idea")
        let challenge: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.juryCard(on: id, in: challenge)
        }
        let present = visit.address.juryCard(
            id, seen.value.idea.content.title, in: seen.value.bench.challenge)
        if problems.isEmpty, let moved = visit.redirectIfMoved(to: present) { return moved }
        return visit.show(
            CardPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension CardReading {
    /// The next idea of the juror's list that waits, after this one, and then from the beginning.
    var nextOpen: JudgedIdea? {
        let place = bench.cards.firstIndex { $0.idea.idea == idea.id } ?? 0
        let others = bench.cards[(place + 1)...] + bench.cards[..<place]
        return others.first { $0.card.isOpen }?.idea
    }
}

/// What a juror posted, word for word.
struct TypedCard: Sendable {
    /// One for each criterion; empty for none.
    let scores: [String]
    let note: String
    let recusal: String
    let remark: String

    init(_ form: Form, criteria: Int) {
        scores = (0..<criteria).map { form["score-\($0)"] ?? "" }
        note = form["note"] ?? ""
        recusal = form["recusal"] ?? ""
        remark = form["remark"] ?? ""
    }

    /// The scores. Throws `Refusal.invalid` for what no page of ours sends.
    func meant() throws(Refusal) -> [Int?] {
        var meant: [Int?] = []
        for (index, text) in scores.enumerated() {
            guard !text.isEmpty else {
                meant.append(nil)
                continue
            }
            guard text.utf8.count < 5, let score = Int(text) else {
                throw .invalid("score-\(index)", .unknownChoice)
            }
            meant.append(score)
        }
        return meant
    }
}

extension Address {
    /// A juror's own list.
    func bench(_ challenge: Challenge) -> String { bench(challenge.id, challenge.title) }
    func bench(_ challenge: ChallengeID, _ title: String) -> String {
        "\(desk)/jury/\(Self.readable(challenge, title))"
    }

    /// A juror's page for one idea.
    func juryCard(_ idea: IdeaID, _ title: String, in challenge: Challenge) -> String {
        "\(bench(challenge))/\(Self.readable(idea, title))"
    }
}
