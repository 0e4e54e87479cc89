import Domain
import Storage

extension Sample {
    /// Points: how they work, one's own, what is contested.
    static let points: [Sample] = [
        Sample("points-guide") { _ in "/points" },
        Sample("points-guide-member", .member) { _ in "/points" },
        Sample("points-own", .neighbour) { _ in "/account/points" },
        Sample("points-own-member", .member) { _ in "/account/points" },
        Sample("points-own-paused", .newcomer) { _ in "/account/points" },
        Sample("points-own-staff", .juror) { _ in "/account/points" },
        Sample("points-contest", .member) { "/account/points/\($0.pointLine)" },
        Sample("points-contest-refused", .member, form: [("reason", "Non.")]) {
            "/account/points/\($0.pointLine)"
        },
        Sample("points-desk", .rewardOfficer) { _ in "/desk/points" },
        Sample("points-desk-refused", .administrator, form: [("cap", "beaucoup")]) { _ in "/desk/points" },
        Sample("points-answer", .rewardOfficer) { "/desk/points/\($0.pointContest)" },
        Sample("points-answer-refused", .rewardOfficer, form: [("verdict", "corrected"), ("points", "900")]) {
            "/desk/points/\($0.pointContest)"
        },
    ]
}

extension SampleStory {
    /// Lines that a cap cut, that were reversed, contested and answered; somebody who wants none, and badges that are shown.
    func playPoints(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        let (neighbour, keeper) = (try member(.neighbour), try member(.rewardOfficer))
        let roof = try await challenge(
            "Le toit avant l’hiver", theme, opening: -9,
            question: "Que vérifiez-vous avant la première tempête ?")
        let idea = try await idea(
            "Compter les tuiles au printemps",
            "Une photo du même endroit, deux fois par an, et l’on voit celle qui manque.", by: .neighbour,
            in: roof, on: -8)
        for (code, date, reason) in [
            (Decision.Code.accepted, Int64(-6), "Nous l’ajoutons à la visite d’automne, dès cette année."),
            (
                .rejected, -5,
                "Les couvreurs le déconseillent : photographier son toit fait monter sur le toit."
            ),
        ] {
            try await store.decide(
                code, reason: reason, publicly: true, on: idea, by: member(.manager), at: day(date))
        }
        func contest(_ person: MemberID, _ reason: String, _ date: Int64) async throws -> PointContestID {
            guard let found = try await store.newestPoints(of: person, from: .kept) else {
                throw Refusal.notFound
            }
            return try await store.contest(found.line, because: reason, by: person, at: day(date))
        }
        let first = try await contest(
            neighbour, "La visite d’automne a bien eu lieu, et l’idée y a servi.", -4)
        try await store.answerContest(
            first,
            with: PointAnswer(
                verdict: .corrected, points: 10,
                text: "Vous avez raison : dix points remplacent la ligne qui avait été reprise."), by: keeper,
            at: day(-3))
        places.pointContest = try await contest(
            neighbour, "Dix points pour une idée qui sert encore : je m’attendais à vingt.", -2)
        guard let line = try await store.newestPoints(of: member(.member), from: .kept)?.line else {
            throw Refusal.notFound
        }
        places.pointLine = line
        try await store.showBadges(true, by: member(.member), at: day(-2))
        try await store.setPoints(false, by: member(.newcomer), at: day(-2))
    }
}
