import Domain
import Storage

extension SampleStory {
    /// A draft in its second version, with what people said about both.
    func playDraft(_ theme: ThemeID) async throws -> ChallengeID {
        let manager = try member(.manager)
        let id = try await store.launchChallenge(
            ChallengeContent(
                blueprint: .draftReview, theme: theme, title: "Une franchise plus juste",
                question: "Ce projet de clause est-il clair, et juste ?",
                brief: "Lisez ce projet, paragraphe par paragraphe.\n\nRien n’est décidé.", rules: "",
                answerWithinDays: 15,
                schedule: Schedule([
                    Phase(kind: .ideasAndVotes, opensAt: day(-9), closesAt: day(12)),
                    Phase(kind: .deliberation, opensAt: day(12), closesAt: day(20)),
                    Phase(kind: .followUp, opensAt: day(20), closesAt: nil),
                ]),
                particulars: Particulars(
                    draft: """
                        La franchise est de **150 euros** par sinistre.

                        Le vol est déclaré sous deux jours.

                        Un expert passe dans la semaine.
                        """)),
            by: manager, at: day(-12))
        try await store.publishChallenge(id, by: manager, at: day(-10))
        let first = try await paragraphs(of: id)
        for (person, concern) in [
            (SamplePerson.member, Concern.much), (.neighbour, .little), (.newcomer, .not),
        ] {
            try await store.answer(concern, in: id, by: member(person), at: day(-8))
        }
        for (person, place, kind, comment) in [
            (SamplePerson.neighbour, 0, DraftReaction.Kind.unclear, "Par sinistre, ou par an ?"),
            (.member, 1, .wrong, "Deux jours ouvrés, sinon le dimanche compte."),
            (.newcomer, 2, .clear, ""),
        ] {
            try await store.react(
                DraftReactionContent(kind: kind, comment: comment), on: first[place], in: id,
                by: member(person), at: day(-7))
        }
        try await store.publishDraft(
            DraftRevision(
                text: """
                    La franchise est de **150 euros** par sinistre, deux fois par an au plus.

                    Le vol est déclaré sous deux jours ouvrés.

                    Un expert passe dans la semaine.
                    """, base: 1,
                explanations: [
                    .init(old: 0, new: 0): .init(
                        why: "Vous demandiez si elle revient à chaque fois : non, nous l’écrivons.",
                        thanked: [try member(.neighbour)]),
                    .init(old: 1, new: 1): .init(
                        why: "Un vol du samedi laissait une journée.", thanked: [try member(.member)]),
                ]), of: id, by: manager, at: day(-3))
        try await store.react(
            DraftReactionContent(kind: .missing, comment: "Et si le vol a lieu à l’étranger ?"),
            on: try await paragraphs(of: id)[1], in: id, by: member(.member), at: day(-1))
        return id
    }

    private func paragraphs(of challenge: ChallengeID) async throws -> [DraftParagraphID] {
        try await store.look(as: nil, at: SampleTown.present) { look in
            try look.draft(of: try look.challenge(challenge))?.version.paragraphs.map(\.id) ?? []
        }.value
    }
}
