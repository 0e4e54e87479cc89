import Domain
import Storage

extension DemonstrationSeeding {
    /// Twelve people who voted for one idea within twenty minutes, most of them from accounts of the same morning; the
    /// moderator set four ballots aside, and one person answered. The results come out in three days.
    func watchVotes() async throws {
        let challenge = try challenge("heat")
        let pushed = try idea("heat/ventilateurs")
        let evening = now - .days(6)
        var ring = try await store.seedMembers(
            (1...11).map { number in
                SeededMember(
                    email: "voisinage-\(number)@personnes.demo.example", pseudonym: "Du quartier \(number)",
                    passwordHash: Self.nobodysPassword,
                    joinedAt: evening - (number < 9 ? .hours(9) : .days(Int64(number * 30))))
            })
        ring.append(try member("annesophie"))
        for (place, voter) in ring.enumerated() {
            try await store.castVote(
                on: pushed, by: voter, at: evening + Span(seconds: Int64(place * place * 8)))
        }
        try await store.setAside(
            ballotsOf: Array(ring.suffix(4)), for: .burst,
            reason: """
                Douze votes pour la même idée en vingt minutes, un soir où elle n’en recevait plus. Nous aimerions \
                comprendre avant de les compter.
                """, in: challenge, by: try member("hugo"), at: now - .hours(31))
        try await store.appealSetAside(
            "C’était la réunion du comité de quartier : nous avons lu les idées ensemble, puis chacun a voté.",
            in: challenge, by: ring[10], at: now - .hours(22))
        try await writeMessages(
            in: "heat", by: try employee { $0.manages(nil) }, at: now - .hours(3))
        try await store.scheduleResults(
            of: challenge, for: CoolSummer.resultsAt.timestamp(from: now),
            by: try employee { $0.manages(nil) }, at: now - .hours(2))
    }
}
