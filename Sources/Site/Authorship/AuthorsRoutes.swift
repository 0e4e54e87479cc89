import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// Who signs an idea, and how they share what it may bring.
    static let authorshipRoutes: [Route<Action>] = [
        Route(.get, "/ideas/:idea/authors", showAuthors),
        Route(.post, "/ideas/:idea/authors", changeAuthors),
    ]

    @Sendable private static func showAuthors(_ visit: Visit) async throws -> Response {
        try await visit.showAuthors()
    }

    /// The button that was pressed says what is done.
    @Sendable private static func changeAuthors(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.writer()
        let typed = TypedAuthors(try visit.form())
        guard let act = typed.act else { throw BadRequest() }
        do {
            try await visit.app.store.change(id, typed, act, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await visit.showAuthors(typed, problems)
        }
        switch act {
        case .decline, .leave: return visit.redirect(to: visit.address.ownIdeas, saying: act.notice)
        default:
            let idea = try await visit.look { try $0.ideaInChallenge(id).idea }.value
            return visit.redirect(to: visit.address.authors(of: idea), saying: act.notice)
        }
    }
}

/// What somebody sent from the page of an idea's authors.
struct TypedAuthors: Sendable {
    let act: Act?
    let pseudonym: String
    /// The person whose invitation is taken back.
    let guest: MemberID?
    /// What was typed, by author.
    let shares: [MemberID: String]

    enum Act: String, Sendable {
        case invite, uninvite, join, decline, leave, propose, agree

        var notice: Notice {
            switch self {
            case .invite: .coAuthorInvited
            case .uninvite: .coAuthorUninvited
            case .join: .coAuthorJoined
            case .decline: .coAuthorDeclined
            case .leave: .coAuthorLeft
            case .propose: .sharesProposed
            case .agree: .sharesAgreed
            }
        }
    }

    init(_ form: Form) {
        act = form["act"].flatMap(Act.init)
        pseudonym = form["pseudonym"] ?? ""
        guest = form["guest"].flatMap { Address.number(in: $0) }
        var shares: [MemberID: String] = [:]
        for field in form.fields where field.name.hasPrefix("share-") {
            guard let number = Int64(field.name.dropFirst(6)) else { continue }
            shares[MemberID(number)] = field.value
        }
        self.shares = shares
    }

    /// The percents that are whole numbers.
    var percents: [MemberID: Int] { shares.compactMapValues { Int($0.filter { $0 != "%" }.trimmed) } }
}

extension Store {
    fileprivate func change(
        _ id: IdeaID, _ typed: TypedAuthors, _ act: TypedAuthors.Act, by member: MemberID, at now: Timestamp
    ) async throws {
        switch act {
        case .invite: try await inviteCoAuthor(typed.pseudonym, to: id, by: member, at: now)
        case .uninvite:
            guard let guest = typed.guest else { throw BadRequest() }
            try await uninviteCoAuthor(guest, from: id, by: member, at: now)
        case .join: try await joinAuthors(of: id, by: member, at: now)
        case .decline: try await declineInvitation(to: id, by: member, at: now)
        case .leave: try await leaveAuthors(of: id, by: member, at: now)
        case .propose: try await proposeShares(typed.percents, of: id, by: member, at: now)
        case .agree: try await agreeToShares(of: id, by: member, at: now)
        }
    }
}

extension Visit {
    fileprivate func showAuthors(_ typed: TypedAuthors? = nil, _ problems: [Problem] = []) async throws
        -> Response
    {
        let id: IdeaID = try identifier("idea")
        let seen = try await look { look in
            _ = try look.viewer.requireMember()
            return try look.authorship(of: id)
        }
        let present = address.authors(of: seen.value.idea)
        if typed == nil, let moved = redirectIfMoved(to: present) { return moved }
        let page = AuthorsPage(seen, typed: typed, problems: problems, for: self)
        return show(
            page, to: seen, in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Address {
    /// Who signs an idea.
    func authors(of idea: Idea) -> String { authors(of: idea.id, idea.content.title) }

    func authors(of id: IdeaID, _ title: String) -> String { "\(self.idea(id, title))/authors" }
}
