import Domain
import Storage

/// What is not for everybody.
extension SampleStory {
    /// Challenges for some: by what the insurer knows of their contracts, and by invitation.
    func playReserved(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        let administrator = try member(.administrator)
        try await store.importPortfolio(
            try PortfolioFile(
                """
                email;product;region;agency
                member@gallery.example;Habitation;Bretagne;Rennes
                member@gallery.example;Auto;Bretagne;Rennes
                neighbour@gallery.example;Auto;Normandie;Caen
                """), isWhole: true, by: administrator, at: day(-40))
        places.reserved = try await challenge(
            "Après la tempête", theme, opening: -5,
            question: "Qu’est-ce qui vous a manqué dans les trois premiers jours ?",
            audience: .segment(Segment(products: ["Habitation"], regions: ["Bretagne"])))
        places.invited = try await challenge(
            "Les premiers lecteurs", theme, opening: -4,
            question: "Quelle phrase de ce contrat ne signeriez-vous pas sans explication ?",
            audience: .invited)
        let (used, waiting) = (LinkSecret.make(), LinkSecret.make())
        _ = try await store.invite(
            [("camille@exemple.fr", used.digest), ("une.adresse.plutot.longue@exemple.fr", waiting.digest)],
            to: places.invited, by: try member(.manager), at: day(-3))
        _ = try await store.acceptInvitation(used.digest, by: try member(.member), at: day(-2))
        places.invitation = waiting.text
        places.usedInvitation = used.text
    }

    /// What the member follows, after all else happened.
    func followSome(_ places: SamplePlaces) async throws {
        let reader = try member(.member)
        for challenge in [places.open, places.studied] {
            try await store.setFollowing(true, .challenge(challenge), by: reader, at: day(-9))
        }
        try await store.setFollowing(true, .idea(places.discussedIdea), by: reader, at: day(-7))
        try await store.markNewsRead(until: day(-3), by: reader, at: day(-3))
    }
}
