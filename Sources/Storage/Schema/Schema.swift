/// The schema, step by step.
enum Schema {
    /// The steps in their order; a released step never changes.
    static let migrations: [Migration] = [
        .people, .challenges, .ideas, .moderation, .search, .complaints, .followUp, .themes, .ledger,
        .drafts, .versions, .merging, .questions, .attachments, .segments, .following, .dashboard,
        .prompts, .ballots, .fund, .draw, .reactions, .invitationEnds, .newsOfDiscussions, .jury, .display,
        .publication, .rewards, .regulation, .points, .effect, .practices, .archives, .languages,
    ]
}
