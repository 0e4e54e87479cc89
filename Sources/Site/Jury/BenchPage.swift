import Domain
import Storage
import Templating

/// A juror's own list: what is judged already, and what waits.
struct BenchPage: Page {
    static let template = "jury/bench"

    let challenge: String
    let challengeHref: String
    let progress: String
    let share: String
    let until: String?
    let whyNot: String?
    let isBlind: Bool
    let criteria: [CriterionView]
    let rows: [Row]
    let next: TitledLink?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("progress") { $0.progress }, Field("share") { $0.share }, Field("until") { $0.until },
        Field("whyNot") { $0.whyNot }, Field("isBlind") { $0.isBlind }, Field("criteria") { $0.criteria },
        Field("hasCriteria") { !$0.criteria.isEmpty }, Field("rows") { $0.rows },
        Field("hasRows") { !$0.rows.isEmpty }, Field("next") { $0.next },
    ]

    init(_ seen: Seen<BenchReading>, for visit: Visit) {
        let wording = visit.wording
        let reading = seen.value
        let found = reading.challenge
        challenge = found.title
        challengeHref = visit.address.challenge(found.id, found.title)
        let counted = reading.cards.filter { $0.card.state != .aside }
        let done = counted.count { $0.card.state == .done }
        progress = wording.text(
            "jury.progress", ["count": .number(done), "total": .number(counted.count)])
        share = String(counted.isEmpty ? 0 : done * 100 / counted.count)
        let refusal = found.judgingRefusal(for: seen.viewer, at: visit.now)
        whyNot = refusal.map { wording.sentence($0) }
        until =
            refusal == nil
            ? found.schedule.window(of: .judge)?.closesAt.map { wording.dateAndTime($0) } : nil
        isBlind = found.judgesBlindly
        criteria = reading.rules.map { CriterionView.all(of: $0, wording: wording) } ?? []
        rows = reading.cards.map { idea, card in
            Row(
                title: idea.title,
                href: visit.address.juryCard(
                    idea.idea, idea.title, in: found),
                author: wording.author(of: idea, in: found),
                state: wording.text("jury.state.\(card.state.rawValue)"), tone: card.state.tone,
                score: reading.rules?.hundredths(of: card.scores).map { wording.score($0) })
        }
        next =
            refusal == nil
            ? reading.cards.first { $0.card.isOpen }.map { idea, _ in
                TitledLink(
                    title: wording.text(done == 0 ? "jury.begin" : "jury.go-on"),
                    href: visit.address.juryCard(idea.idea, idea.title, in: found))
            } : nil
    }

    /// One idea, and how far the juror has come with it.
    struct Row: TemplateData {
        let title: String
        let href: String
        let author: String
        let state: String
        let tone: String
        let score: String?

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("author") { $0.author },
            Field("state") { $0.state }, Field("tone") { $0.tone }, Field("score") { $0.score },
        ]
    }
}

/// What a jury looks at, and how much it weighs.
struct CriterionView: TemplateData {
    let name: String
    let weight: String
    let lowest: String
    let middle: String?
    let highest: String

    static let fields: [Field<Self>] = [
        Field("name") { $0.name }, Field("weight") { $0.weight }, Field("lowest") { $0.lowest },
        Field("middle") { $0.middle }, Field("highest") { $0.highest },
    ]

    /// All of them, each with its share of the whole.
    static func all(of rules: JuryRules, wording: Wording) -> [CriterionView] {
        let total = max(1, rules.totalWeight)
        return rules.criteria.map { criterion in
            CriterionView(
                name: criterion.name,
                weight: wording.percent((criterion.weight * 200 + total) / (2 * total)),
                lowest: criterion.lowest, middle: criterion.middle.isEmpty ? nil : criterion.middle,
                highest: criterion.highest)
        }
    }
}

extension JuryCard.State {
    /// The colour that goes with the word.
    var tone: String {
        switch self {
        case .pending: "plain"
        case .begun: "honey"
        case .done: "leaf"
        case .aside: "clay"
        }
    }
}

extension Wording {
    /// A score in hundredths: `7,25`.
    func score(_ hundredths: Int) -> String { score(Double(hundredths) / 100) }

    /// `7,25`.
    func score(_ value: Double) -> String {
        Figures(language: language, unit: 100).decimal(value, 2)
    }

    /// Who wrote an idea that is judged: where it is judged without names, its number stands for them.
    func author(of idea: JudgedIdea, in challenge: Challenge) -> String {
        author(idea.author, isHidden: idea.hidesAuthor, challenge: challenge.id, number: idea.number)
    }
}
