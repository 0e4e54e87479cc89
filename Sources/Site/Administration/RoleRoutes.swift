import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Who works on what, for administrators.
    static let administrationRoutes: [Route<Action>] = [
        Route(.get, "/administration/roles", showRoles),
        Route(.get, "/administration/roles/:member", showRoles),
        Route(.post, "/administration/roles/:member", bodyLimit: 8_192, giveRole),
        Route(.get, "/administration/roles/:member/take", leadToRoles),
        Route(.post, "/administration/roles/:member/take", bodyLimit: 8_192, takeRole),
    ]

    @Sendable private static func showRoles(_ visit: Visit) async throws -> Response {
        let seen = try await visit.lookAtRoles()
        return visit.show(RolesPage(seen.value, for: visit), to: seen)
    }

    @Sendable private static func leadToRoles(_ visit: Visit) async throws -> Response {
        visit.redirect(to: visit.address.roles)
    }

    @Sendable private static func giveRole(_ visit: Visit) async throws -> Response {
        let administrator = try await visit.writer()
        let form = try visit.form()
        let member: MemberID = try visit.identifier("member")
        do {
            guard let role = form["role"].flatMap(Role.init) else {
                throw Refusal.invalid("role", .unknownChoice)
            }
            let challenge = try challenge(in: form)
            try await visit.app.store.giveRole(
                role, for: challenge, to: member, by: administrator, at: visit.now)
        } catch Refusal.invalid(let problems) {
            let seen = try await visit.lookAtRoles()
            let page = RolesPage(seen.value, typed: form, problems: problems, for: visit)
            return visit.show(page, to: seen, status: .unprocessableContent)
        }
        return visit.redirect(to: visit.address.roles, saying: .roleGiven)
    }

    @Sendable private static func takeRole(_ visit: Visit) async throws -> Response {
        let administrator = try await visit.writer()
        let form = try visit.form()
        guard let role = form["role"].flatMap(Role.init) else { throw Refusal.notFound }
        try await visit.app.store.takeRole(
            role, for: try challenge(in: form), from: try visit.identifier("member"), by: administrator,
            at: visit.now)
        return visit.redirect(to: visit.address.roles, saying: .roleTaken)
    }

    /// The challenge that a form names; nil for all of them. Anything else is refused: a role for one challenge must
    /// never become one for all by mistake.
    private static func challenge(in form: Form) throws(Refusal) -> ChallengeID? {
        switch form["challenge"] {
        case "all": return nil
        case let text?:
            if let id: ChallengeID = Address.number(in: text) { return id }
            throw .invalid("challenge", .unknownChoice)
        case nil: throw .invalid("challenge", .missing)
        }
    }
}

extension Visit {
    /// Reads the roles, those whom the query asks for, and the member of the path.
    fileprivate func lookAtRoles() async throws -> Seen<RolesReading> {
        let query = request.query["q"]?.trimmed ?? ""
        let chosen: MemberID? = try parameters?["member"] == nil ? nil : identifier("member")
        return try await look { look in
            RolesReading(
                query: query, found: try look.members(matching: query),
                chosen: try chosen.map { try look.holder($0) },
                challenges: try chosen == nil ? [] : look.challengeTitles(),
                administrators: try look.administrators(), holdings: try look.roleHoldings())
        }
    }
}

/// What the page of roles reads.
struct RolesReading: Sendable {
    let query: String
    let found: [Member]
    let chosen: Member?
    let challenges: [(id: ChallengeID, title: String)]
    let administrators: [Member]
    let holdings: [RoleHolding]
}
