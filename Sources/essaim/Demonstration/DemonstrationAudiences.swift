import Domain
import Storage

extension ScriptedChallenge {
    /// For whom it is; `communities` by their keys.
    func audience(_ communities: [String: CommunityID]) -> Audience {
        if let segment { return .segment(segment) }
        return invited.isEmpty ? Audience(community.flatMap { communities[$0] }) : .invited
    }
}

extension DemonstrationSeeding {
    /// What the insurer knows of its policyholders, as a table that it could have exported.
    func importPortfolio(_ addresses: [String]) async throws {
        let agencies = [
            "Bretagne": ["Rennes", "Vannes"], "Normandie": ["Caen"], "Pays de la Loire": ["Laval"],
        ]
        let regions = agencies.keys.sorted()
        let products = ["Auto", "Habitation", "Santé"]
        var lines = ["email;product;region;agency"]
        for (place, address) in addresses.enumerated() {
            // Everybody who speaks after the storm lives there; of the others one in three.
            let region = regions[place % 3 == 0 ? 0 : 1 + place % 2]
            let agency = agencies[region].map { $0[place / 3 % $0.count] } ?? ""
            lines.append("\(address);Habitation;\(region);\(agency)")
            if place % 2 == 0 { lines.append("\(address);\(products[place % 3]);\(region);\(agency)") }
        }
        try await store.importPortfolio(
            try PortfolioFile(lines.joined(separator: "\n")), isWhole: true,
            by: try employee { $0.isAdministrator }, at: now - .days(30))
    }

    /// Lets those use their links whom the script invites to `challenge`, and leaves one link to wait.
    func invite(
        to challenge: ChallengeID, _ script: ScriptedChallenge, by manager: MemberID, at moment: Timestamp
    )
        async throws
    {
        guard !script.invited.isEmpty else { return }
        let guests = (script.invited + ["en-attente"]).map { key in
            (
                key: key, email: "\(key)@invitations.demo.example",
                digest: SecretDigest(bytes: (0..<32).map { _ in .random(in: 0...255) })
            )
        }
        _ = try await store.invite(
            guests.map { ($0.email, $0.digest) }, to: challenge, by: manager, at: moment)
        for guest in guests where script.invited.contains(guest.key) {
            _ = try await store.acceptInvitation(guest.digest, by: try member(guest.key), at: moment)
        }
    }
}

extension ArraySlice {
    /// Takes away the first `count` elements, or as many as there are.
    mutating func popFirst(_ count: Int) -> [Element] {
        defer { self = dropFirst(count) }
        return Array(prefix(count))
    }
}
