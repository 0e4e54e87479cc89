import Domain
import Storage
import Templating

/// How a jury's scores came out: every idea in its place, and why it is there.
struct JuryOutcome: TemplateData {
    let heading: String
    let criteria: [CriterionView]
    let agreement: AgreementView?
    let places: [PlaceView]
    let means: MeansView?
    let ends: [TextView]
    let digest: String
    let fileHref: String
    let file: String

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("criteria") { $0.criteria },
        Field("agreement") { $0.agreement }, Field("places") { $0.places },
        Field("means") { $0.means }, Field("ends") { $0.ends },
        Field("hasEnds") { !$0.ends.isEmpty }, Field("digest") { $0.digest },
        Field("fileHref") { $0.fileHref }, Field("file") { $0.file },
    ]

    init(_ publication: JuryPublication, _ reading: OutcomeReading, for visit: Visit) {
        let wording = visit.wording
        let ranking = publication.ranking
        let telling = RankingTelling(
            ranking, in: visit.language, isInEuros: true, names: reading.names.known(wording))
        let chosen = reading.steps.first { $0.kind == .choice }
        let choice = Set(chosen?.ids(of: "jury") ?? ranking.winners)
        let crowd = Set(chosen?.ids(of: "crowd") ?? [])
        let beyond = reading.beyondEnvelope(of: "jury", wording)
        heading = wording.text("jury.scored-by", ["count": .number(publication.jurorCount)])
        criteria = CriterionView.all(of: publication.rules, wording: wording)
        agreement = AgreementView(ranking, wording: wording)
        places = ranking.places.map { place in
            let state =
                choice.contains(place.id)
                ? PlaceView.Mark(text: wording.text("jury.chosen.jury"), tone: "honey")
                : crowd.contains(place.id)
                    ? PlaceView.Mark(text: wording.text("jury.chosen.crowd"), tone: "leaf") : nil
            return PlaceView(
                place, telling, names: reading.names,
                picture: RankingPicture.svg(of: place.facts, most: 1, budget: nil), state: state,
                note: beyond[place.id], for: visit)
        }
        means = MeansView(
            ranking, by: publication.rules, publication.means, wording: wording,
            name: { (reading.names.name($0, wording), reading.names.href($0, visit.address)) })
        ends = telling.ends.map { TextView(text: $0) }
        digest = ranking.digest
        fileHref = visit.address.juryFile(reading.challenge)
        file = "jury-\(reading.challenge.id).json"
    }
}

/// How ideas were chosen, step by step.
struct StepsView: TemplateData {
    let steps: [Step]
    let chosen: [Chosen]
    let fileHref: String

    static let fields: [Field<Self>] = [
        Field("steps") { $0.steps }, Field("chosen") { $0.chosen },
        Field("hasChosen") { !$0.chosen.isEmpty }, Field("fileHref") { $0.fileHref },
    ]

    init(_ reading: OutcomeReading, for visit: Visit) {
        let wording = visit.wording
        steps = reading.steps.map { step in
            Step(
                name: wording.text(step.isFunding ? "jury.step.funding" : "jury.step.\(step.kind.rawValue)"),
                text: Self.text(of: step, in: reading, wording), method: step.method,
                options: step.options, input: step.input.description, output: step.fingerprint.description)
        }
        let choice = reading.steps.first { $0.kind == .choice }
        chosen = ["jury", "crowd"].flatMap { chooser in
            (choice?.ids(of: chooser) ?? []).map { id in
                Chosen(
                    title: reading.names.name(id, wording), href: reading.names.href(id, visit.address),
                    by: wording.text(chooser == "jury" ? "jury.chosen.jury" : "jury.chosen.crowd"),
                    tone: chooser == "jury" ? "honey" : "leaf")
            }
        }
        fileHref = visit.address.selection(reading.challenge)
    }

    private static func text(of step: SelectionStep, in reading: OutcomeReading, _ wording: Wording) -> String
    {
        let count: [String: Catalogue.Argument] = ["count": .number(step.count)]
        switch step.kind {
        case .vote:
            let ballots = wording.text(
                "recount.ballots", ["count": .number(reading.publication?.ballotCount ?? 0)])
            return wording.text("jury.step.vote.text", count.merging(["ballots": .text(ballots)]) { $1 })
        case .shortlist:
            return wording.text(
                step.options == "all" ? "jury.step.shortlist.all" : "jury.step.shortlist.text", count)
        case .jury:
            let jurors = wording.text(
                "jury.scored-by", ["count": .number(reading.jury?.jurorCount ?? 0)])
            return wording.text("jury.step.jury.text", count.merging(["jurors": .text(jurors)]) { $1 })
        case .choice where step.isFunding: return wording.text("jury.step.funding.text", count)
        case .choice:
            let crowd = step.ids(of: "crowd").count
            let jury = wording.text(
                "jury.step.choice.text", ["count": .number(step.ids(of: "jury").count)])
            let added = crowd == 0 ? nil : wording.text("jury.step.choice.crowd", ["count": .number(crowd)])
            return [jury, added, purse(step, reading, wording)].compactMap(\.self).joined(separator: " ")
        }
    }

    /// What became of the envelope that pays for jury and crowd; nil where there is none.
    private static func purse(_ step: SelectionStep, _ reading: OutcomeReading, _ wording: Wording) -> String?
    {
        guard let ranking = reading.publication?.ranking, let envelope = ranking.envelope else { return nil }
        let costs = ranking.costs
        let spent = step.ids().map { costs[$0] ?? 0 }.reduce(0, +)
        func money(_ cents: Int) -> Catalogue.Argument { .text(wording.money(cents: Int64(cents))) }
        return wording.text(
            "jury.step.choice.purse",
            [
                "count": .number(step.count), "spent": money(spent), "envelope": money(envelope),
                "left": money(envelope - spent),
            ])
    }

    /// One step.
    struct Step: TemplateData {
        let name: String
        let text: String
        let method: String
        let options: String
        let input: String
        let output: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("text") { $0.text }, Field("method") { $0.method },
            Field("options") { $0.options }, Field("input") { $0.input }, Field("output") { $0.output },
        ]
    }

    /// An idea that came through.
    struct Chosen: TemplateData {
        let title: String
        let href: String?
        let by: String
        let tone: String

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("by") { $0.by },
            Field("tone") { $0.tone },
        ]
    }
}

/// What everybody is told of a challenge's jury, and where those who have to do with it go.
struct JuryNote: TemplateData {
    let text: String
    let criteria: [CriterionView]

    static let fields: [Field<Self>] = [
        Field("text") { $0.text }, Field("criteria") { $0.criteria },
    ]

    init(_ rules: JuryRules, in content: ChallengeContent, wording: Wording) {
        text = wording.sentence(rules, in: content)
        criteria = CriterionView.all(of: rules, wording: wording)
    }
}
