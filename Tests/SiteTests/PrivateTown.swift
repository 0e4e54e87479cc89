import Domain
import Storage

@testable import Site

extension Town {
    /// Lets `guest` use an invitation to `challenge`.
    func invite(_ guest: Browser, to challenge: ChallengeID, by manager: Browser) async throws {
        let secret = LinkSecret.make()
        _ = try await store.invite(
            [(email: "\(try guest.requireMember())@post.example", digest: secret.digest)], to: challenge,
            by: try manager.requireMember(), at: now)
        _ = try await store.acceptInvitation(secret.digest, by: try guest.requireMember(), at: now)
    }

    /// Imports what is known of one person, beside what is known of others.
    func insure(_ person: Browser, _ holding: Holding, by administrator: Browser) async throws {
        let session = person.cookie(SessionToken.cookieName(isSecure: false)).flatMap(SessionToken.init)
        let email = try await store.look(as: session?.key, at: now) { try $0.ownAccount().account.email }
            .value
        let table =
            "email;product;region;agency\n\(email);\(holding.product);\(holding.region);\(holding.agency)"
        try await store.importPortfolio(
            try PortfolioFile(table), isWhole: false, by: try administrator.requireMember(), at: now)
    }
}
