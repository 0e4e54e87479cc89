import Domain
import Storage

extension SampleStory {
    /// A contest under way, and one whose results are out: a solution won, one may be opened, one stays sealed.
    func playContests(_ theme: ThemeID, _ places: inout SamplePlaces) async throws {
        places.contest = try await contest("Entendre la fuite avant le dégât", theme, opening: -10)
        places.sealedIdea = try await store.submitIdea(
            IdeaContent(
                title: "Une oreille sur le tuyau",
                text:
                    "Un micro de la taille d’une pièce écoute la nuit, et n’écrit rien que l’on puisse lire."),
            in: places.contest, agreeing: true, by: member(.member), at: day(-4))
        places.closedContest = try await contest("Mesurer l’humidité sans percer", theme, opening: -60)
        let manager = try member(.manager)
        for (person, title, code, agrees) in [
            (SamplePerson.member, "Un ruban qui change de couleur", Decision.Code.winner, false),
            (.neighbour, "Deux clous et une pile", .rejected, true),
            (.newcomer, "Une caméra dans le mur", .rejected, false),
        ] {
            let idea = try await store.submitIdea(
                IdeaContent(title: title, text: "\(title), et trois semaines de mesures."),
                in: places.closedContest, agreeing: agrees, by: member(person), at: day(-50))
            try await store.decide(
                code, reason: "Le jury a comparé les mesures et le prix posé.", publicly: false, on: idea,
                by: manager, at: day(-28))
        }
        try await seatJury(of: places.closedContest, opening: -60)
        for person in [SamplePerson.juror, .moderator, .rewardOfficer, .administrator] {
            try await score(places.closedContest, by: person, on: -28)
        }
        try await store.publishResults(of: places.closedContest, by: manager, at: day(-25))
        try await playJury(
            try await contest("Savoir si la cave prend l’eau", theme, opening: -40), &places)
    }

    private func contest(_ title: String, _ theme: ThemeID, opening: Int64) async throws -> ChallengeID {
        let manager = try member(.manager)
        let id = try await store.launchChallenge(
            ChallengeContent(
                blueprint: .contest, theme: theme, title: title,
                question: "Comment le savoir à temps, pour moins de 60 euros ?",
                brief: "Un problème précis, avec des mesures à tenir.", rules: "- Ni nom ni logo.",
                answerWithinDays: 30,
                schedule: Schedule([
                    Phase(kind: .ideas, opensAt: day(opening), closesAt: day(opening + 30)),
                    Phase(kind: .deliberation, opensAt: day(opening + 30), closesAt: day(opening + 50)),
                    Phase(kind: .followUp, opensAt: day(opening + 50), closesAt: nil),
                ]),
                particulars: Particulars(
                    criteria: "- Ce que la solution mesure (50 %)\n- Ce qu’elle coûte, posée (50 %)",
                    deliverables: "- Trois pages au plus.\n- Des mesures, même modestes.")),
            by: manager, at: day(opening - 3))
        try await store.publishChallenge(id, by: manager, at: day(opening - 2))
        return id
    }
}
