import Domain
import Storage
import Templating

/// One idea before a jury, for those who manage the challenge: what each juror gave, who stands aside and why, and what is
/// said of it.
struct JudgedIdeaPage: Page {
    static let template = "jury/idea"

    let challenge: String
    let juryHref: String
    let title: String
    let author: String
    let ideaHref: String
    let why: String?
    let criteria: [TextView]
    let rows: [Row]
    let aside: [AsideRow]
    let action: String
    let remarks: RemarksView
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("juryHref") { $0.juryHref }, Field("title") { $0.title },
        Field("author") { $0.author }, Field("ideaHref") { $0.ideaHref }, Field("why") { $0.why },
        Field("criteria") { $0.criteria },
        Field("rows") { $0.rows }, Field("hasRows") { !$0.rows.isEmpty }, Field("aside") { $0.aside },
        Field("hasAside") { !$0.aside.isEmpty }, Field("action") { $0.action },
        Field("remarks") { $0.remarks }, Field("problems") { $0.problems },
    ]

    init(_ seen: Seen<JudgedIdeaReading>, typed: String, problems found: [Problem], for visit: Visit) {
        let wording = visit.wording
        let (reading, overview) = (seen.value, seen.value.overview)
        let home = overview.challenge
        let builder = FormBuilder(room: "jury", wording: wording, problems: found)
        challenge = home.title
        juryHref = visit.address.jury(home)
        title = reading.idea.title
        author = wording.author(of: reading.idea, in: home)
        ideaHref = visit.address.idea(reading.idea.idea, reading.idea.title)
        let place = overview.ranking?.places.first { $0.id == "\(reading.idea.idea)" }
        why = overview.ranking.flatMap { ranking in
            place.map { RankingTelling(ranking, in: visit.language, isInEuros: true).why($0) }
        }
        let named = (overview.rules?.criteria ?? []).map(\.name)
        criteria = named.map { TextView(text: $0) }
        let names = Dictionary(overview.jurors.map { ($0.member.id, $0.member) }) { first, _ in first }
        let cards = overview.cards.filter { $0.idea == reading.idea.idea }.sorted { $0.juror < $1.juror }
        rows = cards.filter { $0.state != .aside }.map { card in
            Row(
                name: wording.name(of: names[card.juror]),
                state: wording.text("jury.state.\(card.state.rawValue)"), tone: card.state.tone,
                scores: zip(named, card.scores).map { criterion, score in
                    Row.Score(criterion: criterion, text: score.map(String.init) ?? "–")
                }, mean: overview.rules?.hundredths(of: card.scores).map { wording.score($0) } ?? "–")
        }
        aside = cards.compactMap { card in
            card.recusal.map { AsideRow(name: wording.name(of: names[card.juror]), reason: $0) }
        }
        action = visit.address.judged(reading.idea, in: home)
        remarks = RemarksView(
            reading.remarks, typed: typed, maySpeak: home.remarkRefusal(for: seen.viewer) == nil,
            builder: builder, for: visit)
        problems = builder.summary(of: [remarks.field].compactMap(\.self))
    }

    /// What one juror gave.
    struct Row: TemplateData {
        let name: String
        let state: String
        let tone: String
        let scores: [Score]
        let mean: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("state") { $0.state }, Field("tone") { $0.tone },
            Field("scores") { $0.scores }, Field("mean") { $0.mean },
        ]

        /// For one criterion.
        struct Score: TemplateData {
            let criterion: String
            let text: String

            static let fields: [Field<Self>] = [
                Field("criterion") { $0.criterion }, Field("text") { $0.text },
            ]
        }
    }

    /// Who stands aside, and why.
    struct AsideRow: TemplateData {
        let name: String
        let reason: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("reason") { $0.reason }]
    }
}
