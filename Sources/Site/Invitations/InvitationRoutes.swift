import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Inviting people to a challenge by links, and using one.
    static let invitationRoutes: [Route<Action>] = [
        Route(.get, "/challenges/:challenge/invitations", showInvitations),
        Route(.post, "/challenges/:challenge/invitations", bodyLimit: 128 * 1_024, invite),
        Route(.get, "/challenges/:challenge/invitations/:invitation/withdraw", leadToInvitations),
        Route(.post, "/challenges/:challenge/invitations/:invitation/withdraw", withdrawInvitation),
        Route(.get, "/challenges/:challenge/invitations/:invitation/renew", leadToInvitations),
        Route(.post, "/challenges/:challenge/invitations/:invitation/renew", renewInvitation),
        Route(.get, "/invitations/:secret", openInvitation),
        Route(.post, "/invitations/:secret", acceptInvitation),
    ]

    @Sendable private static func showInvitations(_ visit: Visit) async throws -> Response {
        try await showInvitations(visit, typed: TypedInvitations(Form()), problems: [])
    }

    private static func showInvitations(
        _ visit: Visit, typed: TypedInvitations, problems: [Problem], links: [InvitationLink] = []
    ) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { try $0.invitations(to: id) }
        let page = InvitationsPage(
            seen.value.challenge, seen.value.list, typed: typed, problems: problems, links: links, for: visit)
        return visit.show(
            page, to: seen, in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Whoever reloads the address of a button finds the page on which it is.
    @Sendable private static func leadToInvitations(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        return .redirect(to: "\(visit.address.challenges)/\(id)/invitations", .found)
    }

    /// Shows the links that were made in the answer itself: nobody can ever read them again.
    @Sendable private static func invite(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        let typed = TypedInvitations(try visit.form())
        do {
            // Who may not invite is told so before anything is said about what they typed.
            _ = try await visit.look { try $0.invitations(to: id) }
            let secrets = try InvitationList.addresses(in: typed.emails).map {
                (email: $0, secret: LinkSecret.make())
            }
            guard let days = Int(typed.days) else { throw Refusal.invalid("days", .missing) }
            let invited = try await visit.app.store.invite(
                secrets.map { ($0.email, $0.secret.digest) }, to: id, forDays: days, by: member, at: visit.now
            )
            let links = secrets.filter { invited.contains($0.email) }.map {
                InvitationLink(
                    email: $0.email, secret: $0.secret, until: visit.now + .days(Int64(days)), for: visit)
            }
            var response = try await showInvitations(
                visit, typed: TypedInvitations(Form()), problems: [], links: links)
            response.headers[.cacheControl] = "no-store"
            return response
        } catch Refusal.invalid(let problems) {
            return try await showInvitations(visit, typed: typed, problems: problems)
        }
    }

    @Sendable private static func withdrawInvitation(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        try await visit.app.store.withdrawInvitation(
            try visit.identifier("invitation"), to: id, by: member, at: visit.now)
        return visit.redirect(
            to: "\(visit.address.challenges)/\(id)/invitations", saying: .invitationWithdrawn)
    }

    @Sendable private static func renewInvitation(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        try await visit.app.store.renewInvitation(
            try visit.identifier("invitation"), to: id, by: member, at: visit.now)
        return visit.redirect(
            to: "\(visit.address.challenges)/\(id)/invitations", saying: .invitationRenewed)
    }

    @Sendable private static func openInvitation(_ visit: Visit) async throws -> Response {
        let secret = try visit.secret()
        let seen = try await visit.look { try $0.invitationDoor(secret.digest) }
        let address = "\(visit.address.root)/invitations/\(secret.text)"
        var response: Response
        switch seen.value {
        case .open(let offer) where offer.isOpen:
            return .redirect(to: visit.address.challenge(offer.challenge, offer.title), .found)
        case .open(let offer):
            let page = InvitationPage(
                title: offer.title, question: offer.question,
                accept: seen.viewer.member == nil ? nil : LinkView(href: address),
                signInHref: visit.signInAddress(returningTo: address),
                signUpHref: visit.address.signUp(ReturnAddress(address, in: visit.app)))
            response = visit.show(page, to: seen)
        case .expired, .used:
            let page = ClosedInvitationPage(
                seen.value,
                signInHref: seen.viewer.member == nil ? visit.signInAddress(returningTo: address) : nil,
                for: visit)
            response = visit.show(page, to: seen, status: .gone)
        }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    @Sendable private static func acceptInvitation(_ visit: Visit) async throws -> Response {
        let secret = try visit.secret()
        let member = try await visit.writer()
        do {
            let id = try await visit.app.store.acceptInvitation(secret.digest, by: member, at: visit.now)
            return visit.redirect(to: "\(visit.address.challenges)/\(id)", saying: .invitationAccepted)
        } catch Refusal.gone {
            return try await openInvitation(visit)
        }
    }
}

/// Whom to invite, as it was typed.
struct TypedInvitations: Sendable {
    let emails: String
    let days: String

    init(_ form: Form) {
        emails = form[InvitationList.field] ?? ""
        days = form["days"] ?? String(Invitation.validities[0])
    }
}

extension Visit {
    /// The secret of the path. Throws `Refusal.notFound` for what cannot be one.
    func secret() throws(Refusal) -> LinkSecret {
        guard let secret = parameters?["secret"].flatMap(LinkSecret.init) else { throw .notFound }
        return secret
    }
}
