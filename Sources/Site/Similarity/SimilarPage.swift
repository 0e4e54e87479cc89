import Domain
import HTTP
import Storage
import Templating

/// Ideas that resemble the one that is being written; as a step before sending it, with what was typed.
struct SimilarPage: Page {
    static let template = "similarity/index"

    let challenge: String
    let challengeHref: String
    let ideas: [SimilarRow]
    let step: Step?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("ideas") { $0.ideas }, Field("hasIdeas") { !$0.ideas.isEmpty }, Field("step") { $0.step },
    ]

    /// What was typed, on its way.
    struct Step: TemplateData {
        let action: String
        let title: String
        let text: String
        /// The button of the form that is pressed on this page instead: what was answered to a warning stays answered.
        let act: String
        let entries: [EntryView]

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("title") { $0.title }, Field("text") { $0.text },
            Field("act") { $0.act }, Field("entries") { $0.entries },
        ]
    }

    /// What was entered for a question.
    struct EntryView: TemplateData {
        let name: String
        let value: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("value") { $0.value }]
    }

    init(
        _ seen: Seen<SimilarReading>, typed: IdeaContent? = nil, entries: [Entry] = [],
        answer: Guard.Answer? = nil, for visit: Visit
    ) {
        let challenge = seen.value.challenge
        self.challenge = challenge.title
        challengeHref = visit.address.challenge(challenge.id, challenge.title)
        let voting = VotingSituation(
            challenge: challenge, viewer: seen.viewer, supportsGiven: seen.value.supportsGiven)
        ideas = seen.value.ideas.map { SimilarRow($0, voting: voting, for: visit) }
        step = typed.map {
            Step(
                action: visit.address.newIdea(in: challenge), title: $0.title, text: $0.text,
                act: answer?.rawValue ?? "submit",
                entries: entries.map { EntryView(name: "answer-\($0.question)", value: $0.text) })
        }
    }
}

/// An idea that resembles another, and why.
struct SimilarRow: TemplateData {
    let title: String
    let href: String
    let excerpt: String
    let reason: String
    let challenge: TitledLink?
    let ballot: BallotView?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("excerpt") { $0.excerpt },
        Field("reason") { $0.reason }, Field("challenge") { $0.challenge }, Field("ballot") { $0.ballot },
    ]

    init(_ similar: SimilarIdea, voting: VotingSituation, for visit: Visit) {
        let wording = visit.wording
        let address = visit.address
        title = similar.title
        href = address.idea(similar.idea, similar.title)
        excerpt = Markdown.summary(similar.beginning, limit: 220)
        let words = similar.similarity.shared.map { wording.text("similarity.word", ["word": .text($0)]) }
        let degree = similar.similarity.isVerySimilar ? "similarity.very" : "similarity.some"
        reason =
            words.isEmpty
            ? wording.text(degree)
            : wording.text(
                "similarity.reason",
                ["degree": .text(wording.text(degree)), "words": .text(words.joined(separator: ", "))])
        challenge =
            similar.summary == nil
            ? TitledLink(
                title: similar.challengeTitle,
                href: address.challenge(similar.challenge, similar.challengeTitle)) : nil
        ballot = similar.summary.flatMap { voting.ballot(on: $0, for: visit) }
    }
}
