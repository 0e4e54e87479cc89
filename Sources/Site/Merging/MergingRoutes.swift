import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// Merging an idea into another one, and separating it again.
    static let mergingRoutes: [Route<Action>] = [
        Route(.get, "/desk/ideas/:idea/merge", showMerge),
        Route(.post, "/desk/ideas/:idea/merge", merge),
        Route(.get, "/desk/ideas/:idea/separate", showMergeAgain),
        Route(.post, "/desk/ideas/:idea/separate", separate),
    ]

    @Sendable private static func showMerge(_ visit: Visit) async throws -> Response {
        try await visit.showMerge()
    }

    @Sendable private static func merge(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.official()
        let typed = TypedMerge(try visit.form())
        do {
            let target = try await visit.app.store.merge(
                id, into: try typed.reference(), because: typed.reason, by: member, at: visit.now)
            let idea = try await visit.look { try $0.ideaInChallenge(target).idea }.value
            return visit.redirect(to: visit.address.page(of: idea), saying: .ideasMerged)
        } catch Refusal.invalid(let problems) {
            return try await visit.showMerge(typed, problems)
        }
    }

    @Sendable private static func separate(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.official()
        let typed = TypedMerge(try visit.form())
        do {
            try await visit.app.store.separate(id, because: typed.reason, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await visit.showMerge(typed, problems)
        }
        let idea = try await visit.look { try $0.ideaInChallenge(id).idea }.value
        return visit.redirect(to: visit.address.page(of: idea), saying: .ideasSeparated)
    }

    /// The form of a separation posts here; whoever reloads what it answered finds the form again.
    @Sendable private static func showMergeAgain(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        return .redirect(to: "\(visit.address.desk)/ideas/\(id)/merge", .found)
    }
}

/// What somebody typed to merge an idea, or to separate it.
struct TypedMerge: Sendable {
    /// The idea chosen among those that resemble it.
    var choice = ""
    /// The number or the address of another one: it counts more than the choice.
    var target = ""
    var reason = ""

    init() {}

    init(_ form: Form) {
        choice = form["choice"] ?? ""
        target = form["target"] ?? ""
        reason = form["reason"] ?? ""
    }

    /// The idea that was meant; nil if none was. Throws `Refusal.invalid` for what is neither a number nor an address.
    func reference() throws(Refusal) -> IdeaReference? {
        if target.trimmed.isEmpty {
            return (Address.number(in: choice) as IdeaID?).map { .address($0) }
        }
        if let reference = IdeaReference(target) { return reference }
        let others = [IdeaMerge.reasonRule.problem(in: reason.trimmed)].compactMap(\.self)
        throw .invalid([Problem(field: "target", code: .unknownIdea)] + others)
    }
}

extension Visit {
    fileprivate func showMerge(_ typed: TypedMerge? = nil, _ problems: [Problem] = []) async throws
        -> Response
    {
        let id: IdeaID = try identifier("idea")
        let seen = try await look { try $0.ideaToMerge(id) }
        let present = address.merge(seen.value.idea)
        if typed == nil, let moved = redirectIfMoved(to: present) { return moved }
        let page = MergePage(seen.value, typed: typed ?? TypedMerge(), problems: problems, for: self)
        return show(page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Address {
    /// Where an idea is merged into another one, and separated again.
    func merge(_ idea: Idea) -> String { merge(idea.id, idea.content.title) }

    func merge(_ id: IdeaID, _ title: String) -> String { "\(answer(id, title))/merge" }
}
