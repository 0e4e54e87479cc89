import Domain
import Storage
import Templating

/// How a jury's scores came out: every idea in its place, and why it is there.
struct JuryOutcome: TemplateData {
    let heading: String
    let criteria: [CriterionView]
    let agreement: AgreementView?
    let places: [PlaceView]
    let ends: [TextView]
    let digest: String
    let fileHref: String
    let file: String

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("criteria") { $0.criteria },
        Field("agreement") { $0.agreement }, Field("places") { $0.places }, Field("ends") { $0.ends },
        Field("hasEnds") { !$0.ends.isEmpty }, Field("digest") { $0.digest },
        Field("fileHref") { $0.fileHref }, Field("file") { $0.file },
    ]

    init(_ publication: JuryPublication, _ reading: OutcomeReading, for visit: Visit) {
        let wording = visit.wording
        let ranking = publication.ranking
        let telling = RankingTelling(
            ranking, in: visit.language, isInEuros: true, names: reading.names.known(wording))
        let chosen = reading.steps.first { $0.kind == .choice }
        let crowd = Set(chosen?.ids(of: "crowd") ?? [])
        heading = wording.text("jury.scored-by", ["count": .number(publication.jurorCount)])
        criteria = CriterionView.all(of: publication.rules, wording: wording)
        agreement = AgreementView(ranking, wording: wording)
        places = ranking.places.map { place in
            let state =
                place.isWinner
                ? wording.text("jury.chosen.jury")
                : crowd.contains(place.id) ? wording.text("jury.chosen.crowd") : nil
            return PlaceView(
                place, telling, names: reading.names,
                picture: RankingPicture.svg(of: place.facts, most: 1, budget: nil), state: state, for: visit)
        }
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
            return crowd == 0
                ? jury : "\(jury) \(wording.text("jury.step.choice.crowd", ["count": .number(crowd)]))"
        }
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
