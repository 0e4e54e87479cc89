import Domain
import Storage

/// What became of a draft after its first version.
struct ScriptedDraft: Sendable {
    let reactions: [ScriptedReaction]
    let versions: [ScriptedVersion]

    /// The reactions before each version and after the last, and the versions.
    func scenes(of challenge: ScriptedChallenge) -> [Scene] {
        let last = (reactions.map(\.at) + versions.map(\.at)).max() ?? .before(minutes: 1)
        let ends = versions.map(\.at) + [Moment(minutes: last.minutes + 2)]
        return ends.enumerated().map { index, end in
            let here = reactions.filter { $0.version == index + 1 }
            return Scene(
                at: Moment(minutes: end.minutes - 1), name: "\(challenge.key), reactions",
                act: .react(here, challenge))
        }
            + versions.map {
                Scene(at: $0.at, name: "\(challenge.key), version", act: .revise($0, challenge))
            }
    }
}

/// A later version of a draft.
struct ScriptedVersion: Sendable {
    let at: Moment
    let text: String
    /// In reading order.
    let changes: [ScriptedChange]
}

/// Why a paragraph changed, and the keys of those who are thanked.
struct ScriptedChange: Sendable {
    let why: String
    let thanked: [String]
}

/// What somebody said about a paragraph, counted from 1.
struct ScriptedReaction: Sendable {
    /// The key of a person.
    let by: String
    let at: Moment
    var version = 1
    let paragraph: Int
    let kind: DraftReaction.Kind
    var comment = ""
}

extension DemonstrationSeeding {
    /// What people say about the present version, and what quiet people think of it: fewer of them paragraph by paragraph.
    func react(_ reactions: [ScriptedReaction], on script: ScriptedChallenge) async throws {
        let id = try challenge(script.key)
        guard let first = reactions.map(\.at).min() else { return }
        let paragraphs = try await present(id).paragraphs.map(\.id)
        for key in Set(reactions.map(\.by)).sorted() {
            try await store.answer(.much, in: id, by: try member(key), at: first.timestamp(from: now))
        }
        for reaction in reactions {
            try await store.react(
                DraftReactionContent(kind: reaction.kind, comment: reaction.comment),
                on: paragraphs[reaction.paragraph - 1], in: id, by: try member(reaction.by),
                at: reaction.at.timestamp(from: now))
        }
        let store = store
        let at = (reactions.map(\.at).max() ?? first).timestamp(from: now)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, member) in quiet.prefix(48).enumerated() {
                group.addTask {
                    let concern: Concern = place % 5 == 4 ? .not : place % 3 == 2 ? .little : .much
                    try await store.answer(concern, in: id, by: member, at: at)
                    for (number, paragraph) in paragraphs.enumerated() where (place + number) % 4 > number % 3
                    {
                        let kinds = DraftReaction.Kind.allCases
                        let kind = (place + number) % 3 == 0 ? kinds[(place / 3 + number) % 4] : .clear
                        try await store.react(
                            DraftReactionContent(kind: kind, comment: ""), on: paragraph, in: id, by: member,
                            at: at)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    func publish(
        _ version: ScriptedVersion, of script: ScriptedChallenge, by manager: MemberID, at: Timestamp
    ) async throws {
        let id = try challenge(script.key)
        let before = try await present(id)
        let places = DraftRevision.changes(
            from: before.paragraphs.map(\.text), to: TextDifference.paragraphs(of: version.text))
        let explanations = try zip(places, version.changes).map { place, change in
            (
                place,
                DraftRevision.Explanation(why: change.why, thanked: try change.thanked.map { try member($0) })
            )
        }
        try await store.publishDraft(
            DraftRevision(
                text: version.text, base: before.number,
                explanations: Dictionary(uniqueKeysWithValues: explanations)), of: id, by: manager, at: at)
    }

    /// The version that everybody reads at this moment of the script.
    private func present(_ id: ChallengeID) async throws -> DraftVersion {
        let seen = try await store.look(as: nil, at: now) { try $0.draft(of: try $0.challenge(id)) }
        guard let version = seen.value?.version else {
            throw ScriptFault(scene: "\(id)", reason: "no version of its draft")
        }
        return version
    }
}
