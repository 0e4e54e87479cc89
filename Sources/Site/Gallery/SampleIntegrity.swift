import Domain
import Storage

extension Sample {
    static let integrity: [Sample] = [
        Sample("integrity-show", .moderator) { "/desk/challenges/\($0.watched)/integrity" },
        Sample("integrity-show-quiet", .moderator) { "/desk/challenges/\($0.funded)/integrity" },
        Sample(
            "integrity-show-refused", .moderator,
            form: [("alert", "0"), ("voter", "1"), ("reason", "Bizarre.")]
        ) { "/desk/challenges/\($0.watched)/integrity" },
        Sample("integrity-own", .member) { "/challenges/\($0.watched)/set-aside" },
        Sample("integrity-own-refused", .member, form: [("appeal", "Non.")]) {
            "/challenges/\($0.watched)/set-aside"
        },
    ]
}

extension SampleStory {
    /// A vote that is over, in which twelve people voted for one idea within a quarter of an hour.
    func playIntegrity(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        let (challenge, idea) = try await vote("Se garer sans se gêner", theme, opening: -58, way: .approval)
        places.watched = challenge
        var ring = [try member(.member)]
        for number in 2...12 {
            let friend = try await store.register(
                Registration(
                    email: "ring\(number)@gallery.example", pseudonym: "Du même avis \(number)",
                    password: "nobody signs in here", language: .french), passwordHash: "none", at: day(-41))
            if let friend { ring.append(friend) }
        }
        let other = IdeaID(idea.rawValue + 1)
        for (place, voter) in [try member(.newcomer), try member(.juror)].enumerated() {
            try await store.castVote(on: other, by: voter, at: day(Int64(place) - 37))
        }
        for (place, voter) in ring.enumerated() {
            try await store.castVote(on: idea, by: voter, at: day(-40) + .minutes(Int64(place)))
        }
        try await store.setAside(
            ballotsOf: Array(ring[..<2]), for: .burst,
            reason: "Douze votes pour la même idée en un quart d’heure, sans aucun autre.", in: challenge,
            by: member(.manager), at: day(-10))
        try await store.appealSetAside(
            "Nous étions ensemble à la réunion des voisins, chacun sur son téléphone.", in: challenge,
            by: ring[1], at: day(-9))
    }
}
