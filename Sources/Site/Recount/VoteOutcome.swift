import Domain
import Storage
import Templating

/// How a vote came out: every idea in its place, and why it is there.
struct VoteOutcome: TemplateData {
    let rule: String
    let heading: String
    /// Whether the vote is one step of several.
    let isStep: Bool
    let legend: [GradeView]
    let envelope: EnvelopeView?
    let places: [PlaceView]
    let ends: [TextView]
    /// Nil where a jury followed: then they are told before.
    let steps: StepsView?
    let aside: AsideView?
    let seed: String
    let commitment: String
    let digest: String
    let root: String
    let fileHref: String
    let checkHref: String

    static let fields: [Field<Self>] = [
        Field("rule") { $0.rule }, Field("heading") { $0.heading }, Field("isStep") { $0.isStep },
        Field("legend") { $0.legend }, Field("hasLegend") { !$0.legend.isEmpty },
        Field("envelope") { $0.envelope }, Field("places") { $0.places }, Field("ends") { $0.ends },
        Field("hasEnds") { !$0.ends.isEmpty }, Field("steps") { $0.steps },
        Field("aside") { $0.aside }, Field("seed") { $0.seed },
        Field("commitment") { $0.commitment }, Field("digest") { $0.digest },
        Field("ballotsRoot") { $0.root },
        Field("fileHref") { $0.fileHref }, Field("checkHref") { $0.checkHref },
    ]

    init(_ publication: VotePublication, _ reading: OutcomeReading, for visit: Visit) {
        let wording = visit.wording
        let ranking = publication.ranking
        let content = reading.challenge.content
        let telling = RankingTelling(
            ranking, in: visit.language, isInEuros: true, names: reading.names.known(wording))
        rule = wording.text("recount.rule.\(content.way.name.rawValue)")
        heading = wording.text("recount.ballots", ["count": .number(publication.ballotCount)])
        isStep = reading.jury != nil
        let areGrades = content.way == .majorityJudgment
        legend =
            areGrades
            ? Grade.allCases.reversed().map {
                GradeView(
                    name: wording.text("voting.grade.\($0.name)"), swatch: RankingPicture.swatch($0.rawValue))
            } : []
        envelope = content.way.envelope.map {
            EnvelopeView(ranking, budget: $0, isStep: reading.jury != nil, wording)
        }
        let funded = wording.text(reading.jury == nil ? "recount.funded" : "recount.funded.alone")
        let beyond = reading.beyondEnvelope(of: "crowd", wording)
        let most = ranking.places.map { RankingPicture.size(of: $0.facts) }.max() ?? 1
        places = ranking.places.map { place in
            PlaceView(
                place, telling, names: reading.names,
                picture: RankingPicture.svg(
                    of: place.facts, most: most, budget: content.way.envelope.map { Int($0) }),
                state: content.way.envelope != nil && place.isWinner
                    ? PlaceView.Mark(text: funded, tone: "leaf") : nil,
                note: beyond[place.id], for: visit)
        }
        ends = telling.ends.map { TextView(text: $0) }
        steps = isStep || reading.steps.isEmpty ? nil : StepsView(reading, for: visit)
        aside = AsideView(publication, names: reading.names, wording)
        seed = publication.seed
        commitment = reading.commitment?.description ?? ""
        digest = ranking.digest
        root = publication.root.description
        fileHref = visit.address.ballots(reading.challenge)
        checkHref = visit.address.recount(reading.challenge)
    }

    /// A grade in the legend of profiles.
    struct GradeView: TemplateData {
        let name: String
        let swatch: HTML

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("swatch") { $0.swatch }]
    }

    /// What the count would have been with the ballots that were set aside.
    struct AsideView: TemplateData {
        let text: String
        let moved: String?
        let rows: [Row]

        static let fields: [Field<Self>] = [
            Field("text") { $0.text }, Field("moved") { $0.moved }, Field("rows") { $0.rows },
        ]

        struct Row: TemplateData {
            let title: String
            let place: Int
            let whole: Int

            static let fields: [Field<Self>] = [
                Field("title") { $0.title }, Field("place") { $0.place }, Field("whole") { $0.whole },
            ]
        }

        /// Nil if none was set aside.
        init?(_ publication: VotePublication, names: IdeaNames, _ wording: Wording) {
            guard let whole = publication.wholeRanking else { return nil }
            text = wording.text("integrity.aside", ["count": .number(publication.asideCount)])
            let places = Dictionary(whole.places.map { ($0.id, $0.place) }) { first, _ in first }
            rows = publication.ranking.places.map { place in
                Row(
                    title: names.name(place.id, wording), place: place.place,
                    whole: places[place.id] ?? place.place)
            }
            moved = rows.contains { $0.place != $0.whole } ? wording.text("integrity.moved") : nil
        }
    }

    /// What became of the envelope.
    struct EnvelopeView: TemplateData {
        let picture: HTML
        let text: String

        static let fields: [Field<Self>] = [Field("picture") { $0.picture }, Field("text") { $0.text }]

        /// `isStep` says whether a jury chose after the ballots.
        init(_ ranking: Ranking, budget: Int64, isStep: Bool, _ wording: Wording) {
            let costs = ranking.places.compactMap { place -> Int? in
                if place.isWinner, case .shares(let facts) = place.facts { facts.cost } else { nil }
            }
            let spent = Int64(costs.reduce(0, +))
            picture = RankingPicture.envelope(costs, budget: Int(budget))
            let told = wording.text(
                "recount.envelope",
                [
                    "count": .number(costs.count), "spent": .text(wording.money(cents: spent)),
                    "envelope": .text(wording.money(cents: budget)),
                    "left": .text(wording.money(cents: max(0, budget - spent))),
                ])
            text = isStep ? wording.text("recount.envelope.alone", ["text": .text(told)]) : told
        }
    }
}
