import Domain
import Storage
import Templating

/// One idea before one juror: what there is to read, a score for each criterion, a note of their own.
struct CardPage: Page {
    static let template = "jury/card"

    let challenge: String
    let benchHref: String
    let ideaHref: String
    let title: String
    let author: String
    let place: String
    let state: String
    let tone: String
    let text: HTML
    let particulars: ParticularsView?
    let action: String
    let whyNot: String?
    let form: ScoreForm?
    let given: [GivenView]
    let note: String?
    let aside: AsideView?
    let recusal: FieldView?
    let opensRecusal: Bool
    let remarks: RemarksView?
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("benchHref") { $0.benchHref },
        Field("ideaHref") { $0.ideaHref },
        Field("title") { $0.title }, Field("author") { $0.author }, Field("place") { $0.place },
        Field("state") { $0.state }, Field("tone") { $0.tone }, Field("text") { $0.text },
        Field("particulars") { $0.particulars }, Field("action") { $0.action },
        Field("whyNot") { $0.whyNot }, Field("form") { $0.form }, Field("given") { $0.given },
        Field("hasGiven") { !$0.given.isEmpty }, Field("note") { $0.note }, Field("aside") { $0.aside },
        Field("recusal") { $0.recusal }, Field("opensRecusal") { $0.opensRecusal },
        Field("remarks") { $0.remarks }, Field("problems") { $0.problems },
    ]

    /// `typed` is what could not be kept, with its problems.
    init(_ seen: Seen<CardReading>, typed: TypedCard?, problems found: [Problem], for visit: Visit) {
        let wording = visit.wording
        let reading = seen.value
        let (bench, card) = (reading.bench, reading.card)
        let home = bench.challenge
        let builder = FormBuilder(room: "jury", wording: wording, problems: found)
        challenge = home.title
        benchHref = visit.address.bench(home)
        ideaHref = visit.address.page(of: reading.idea)
        let position = bench.cards.firstIndex { $0.idea.idea == reading.idea.id } ?? 0
        title = reading.idea.content.title
        author = wording.author(of: reading.idea, isHidden: reading.hidesAuthor)
        place = wording.text(
            "jury.place", ["place": .number(position + 1), "count": .number(bench.cards.count)])
        state = wording.text("jury.state.\(card.state.rawValue)")
        tone = card.state.tone
        text = Markdown.html(reading.idea.content.text)
        particulars = ParticularsView(reading.particulars, for: visit)
        action = visit.address.juryCard(reading.idea.id, reading.idea.content.title, in: home)
        let refusal = reading.idea.scoringRefusal(for: seen.viewer, in: home, card: card, at: visit.now)
        whyNot = refusal == .conflict(.stoodAside) ? nil : refusal.map { wording.sentence($0) }
        let form =
            refusal == nil ? ScoreForm(reading, typed: typed, builder: builder, problems: found) : nil
        self.form = form
        given =
            refusal == nil || card.state == .aside
            ? []
            : zip(reading.rules.criteria, card.scores).map { criterion, score in
                GivenView(
                    name: criterion.name,
                    score: score.map(String.init) ?? wording.text("jury.no-score"))
            }
        note = refusal == nil || card.note.isEmpty ? nil : card.note
        let mayReturn =
            reading.idea.recusalRefusal(for: seen.viewer, in: home, card: card, at: visit.now) == nil
        aside = card.recusal.map { AsideView(reason: $0, mayReturn: mayReturn) }
        recusal =
            refusal == nil
            ? builder.text(
                "recusal", value: typed?.recusal ?? "", hint: true, isShort: true,
                maximum: JuryCard.recusalRule.length.upperBound) : nil
        opensRecusal = found.contains { $0.field == "recusal" }
        remarks = reading.remarks.map {
            RemarksView(
                $0, typed: typed?.remark ?? "",
                maySpeak: home.remarkRefusal(for: seen.viewer) == nil, builder: builder, for: visit)
        }
        problems = builder.summary(
            of: (form?.summed ?? []) + [recusal, remarks?.field].compactMap(\.self))
    }

    /// A score that was given, once it cannot be changed.
    struct GivenView: TemplateData {
        let name: String
        let score: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("score") { $0.score }]
    }

    /// That the juror stands aside.
    struct AsideView: TemplateData {
        let reason: String
        let mayReturn: Bool

        static let fields: [Field<Self>] = [
            Field("reason") { $0.reason }, Field("mayReturn") { $0.mayReturn },
        ]
    }
}

/// The scores of one card, to be given.
struct ScoreForm: TemplateData {
    let criteria: [Scale]
    let note: FieldView
    let hasNext: Bool

    static let fields: [Field<Self>] = [
        Field("criteria") { $0.criteria }, Field("note") { $0.note }, Field("hasNext") { $0.hasNext },
    ]

    /// What the summary of problems links to.
    var summed: [FieldView] {
        criteria.map { FieldView(id: $0.id, name: $0.id, label: $0.title, problem: $0.problem) } + [note]
    }

    init(_ reading: CardReading, typed: TypedCard?, builder: FormBuilder, problems: [Problem]) {
        let views = CriterionView.all(of: reading.rules, wording: builder.wording)
        criteria = views.enumerated().map { index, criterion in
            let given = reading.card.scores[index].map(String.init) ?? ""
            let chosen = typed?.scores[index] ?? given
            return Scale(
                id: "score-\(index)", title: criterion.name, weight: criterion.weight,
                lowest: criterion.lowest, middle: criterion.middle, highest: criterion.highest,
                problem: problems.first { $0.field == "score-\(index)" }.map {
                    builder.wording.sentence($0)
                },
                scores: Tally.scores.map {
                    FieldView.Choice(
                        id: "score-\(index)-\($0)", value: "\($0)", label: "\($0)",
                        isChosen: chosen == "\($0)")
                })
        }
        note = builder.text(
            "note", value: typed?.note ?? reading.card.note, hint: true, isRequired: false, isShort: true,
            maximum: JuryCard.noteRule.length.upperBound)
        hasNext = reading.nextOpen != nil
    }

    /// One criterion with its scale.
    struct Scale: TemplateData {
        let id: String
        let title: String
        let weight: String
        let lowest: String
        let middle: String?
        let highest: String
        let problem: String?
        let scores: [FieldView.Choice]

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("name") { $0.id }, Field("title") { $0.title },
            Field("weight") { $0.weight },
            Field("lowest") { $0.lowest }, Field("middle") { $0.middle }, Field("highest") { $0.highest },
            Field("problem") { $0.problem }, Field("scores") { $0.scores },
        ]
    }
}

/// What jurors and managers say to each other of an idea.
struct RemarksView: TemplateData {
    let rows: [Row]
    let field: FieldView?

    static let fields: [Field<Self>] = [
        Field("rows") { $0.rows }, Field("hasRows") { !$0.rows.isEmpty }, Field("field") { $0.field },
    ]

    init(
        _ remarks: [JuryRemark], typed: String, maySpeak: Bool, builder: FormBuilder, for visit: Visit
    ) {
        rows = remarks.map { remark in
            Row(
                author: visit.wording.name(of: remark.author),
                said: visit.wording.preciseMoment(remark.saidAt),
                text: Markdown.html(remark.text, under: 2))
        }
        field =
            maySpeak
            ? builder.text(
                "remark", value: typed, hint: true, isShort: true,
                maximum: JuryCard.remarkRule.length.upperBound) : nil
    }

    /// Something that was said.
    struct Row: TemplateData {
        let author: String
        let said: Moment
        let text: HTML

        static let fields: [Field<Self>] = [
            Field("author") { $0.author }, Field("said") { $0.said }, Field("text") { $0.text },
        ]
    }
}
