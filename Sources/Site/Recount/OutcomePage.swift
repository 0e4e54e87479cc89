import Domain
import Storage
import Templating

/// All that the page of a vote's results reads.
struct OutcomeReading: Sendable {
    let challenge: Challenge
    let publication: VotePublication
    let titles: [String: String]
    let commitment: Fingerprint?

    /// Throws `Refusal.notFound` until the results of a vote are published.
    init(_ id: ChallengeID, in look: Look) throws {
        challenge = try look.challenge(id)
        guard let publication = try look.publication(of: challenge) else { throw Refusal.notFound }
        self.publication = publication
        titles = try look.titles(of: challenge)
        commitment = try look.seedCommitment(of: challenge)
    }
}

/// The results of a vote: every idea in its place, and why it is there.
struct OutcomePage: Page {
    static let template = "recount/show"

    let challenge: String
    let challengeHref: String
    let published: Moment?
    let rule: String
    let heading: String
    let legend: [GradeView]
    let envelope: EnvelopeView?
    let places: [PlaceView]
    let ends: [TextView]
    let aside: AsideView?
    let seed: String
    let commitment: String
    let digest: String
    let root: String
    let fileHref: String
    let checkHref: String

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("published") { $0.published }, Field("rule") { $0.rule }, Field("heading") { $0.heading },
        Field("legend") { $0.legend }, Field("hasLegend") { !$0.legend.isEmpty },
        Field("envelope") { $0.envelope }, Field("places") { $0.places }, Field("ends") { $0.ends },
        Field("hasEnds") { !$0.ends.isEmpty }, Field("aside") { $0.aside }, Field("seed") { $0.seed },
        Field("commitment") { $0.commitment }, Field("digest") { $0.digest },
        Field("ballotsRoot") { $0.root },
        Field("fileHref") { $0.fileHref }, Field("checkHref") { $0.checkHref },
    ]

    init(_ reading: OutcomeReading, for visit: Visit) {
        let wording = visit.wording
        let ranking = reading.publication.ranking
        let content = reading.challenge.content
        let telling = RankingTelling(
            ranking, in: visit.language, isInEuros: true, names: reading.titles)
        challenge = content.title
        challengeHref = visit.address.challenge(reading.challenge.id, content.title)
        published = reading.challenge.resultsPublishedAt.map { wording.moment($0) }
        rule = wording.text("recount.rule.\(content.way.name.rawValue)")
        heading = wording.text("recount.ballots", ["count": .number(reading.publication.ballotCount)])
        let areGrades = content.way == .majorityJudgment
        legend =
            areGrades
            ? Grade.allCases.reversed().map {
                GradeView(
                    name: wording.text("voting.grade.\($0.name)"), swatch: RankingPicture.swatch($0.rawValue))
            } : []
        envelope = content.way.envelope.map { EnvelopeView(ranking, budget: $0, wording) }
        let most = ranking.places.map { RankingPicture.size(of: $0.facts) }.max() ?? 1
        places = ranking.places.map { place in
            PlaceView(
                place, telling, title: reading.titles[place.id],
                picture: RankingPicture.svg(
                    of: place.facts, most: most, budget: content.way.envelope.map { Int($0) }),
                isFunding: content.way.envelope != nil, for: visit)
        }
        ends = telling.ends.map { TextView(text: $0) }
        aside = AsideView(reading, wording)
        seed = reading.publication.seed
        commitment = reading.commitment?.description ?? ""
        digest = ranking.digest
        root = reading.publication.root.description
        fileHref = visit.address.ballots(reading.challenge)
        checkHref = visit.address.recount(reading.challenge)
    }

    /// A grade in the legend of profiles.
    struct GradeView: TemplateData {
        let name: String
        let swatch: HTML

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("swatch") { $0.swatch }]
    }

    /// What became of the envelope.
    struct EnvelopeView: TemplateData {
        let picture: HTML
        let text: String

        static let fields: [Field<Self>] = [Field("picture") { $0.picture }, Field("text") { $0.text }]

        init(_ ranking: Ranking, budget: Int64, _ wording: Wording) {
            let costs = ranking.places.compactMap { place -> Int? in
                if place.isWinner, case .shares(let facts) = place.facts { facts.cost } else { nil }
            }
            let spent = Int64(costs.reduce(0, +))
            picture = RankingPicture.envelope(costs, budget: Int(budget))
            text = wording.text(
                "recount.envelope",
                [
                    "count": .number(costs.count), "spent": .text(wording.money(cents: spent)),
                    "envelope": .text(wording.money(cents: budget)),
                    "left": .text(wording.money(cents: max(0, budget - spent))),
                ])
        }
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
        init?(_ reading: OutcomeReading, _ wording: Wording) {
            guard let whole = reading.publication.wholeRanking else { return nil }
            text = wording.text("integrity.aside", ["count": .number(reading.publication.asideCount)])
            let places = Dictionary(whole.places.map { ($0.id, $0.place) }) { first, _ in first }
            rows = reading.publication.ranking.places.map { place in
                Row(
                    title: reading.titles[place.id]
                        ?? wording.text("recount.gone", ["number": .text(place.id)]),
                    place: place.place, whole: places[place.id] ?? place.place)
            }
            moved = rows.contains { $0.place != $0.whole } ? wording.text("integrity.moved") : nil
        }
    }

    /// An idea in its place.
    struct PlaceView: TemplateData {
        let place: Int
        let title: String
        let href: String?
        let picture: HTML?
        let why: String
        let tie: String?
        let state: TextView?

        static let fields: [Field<Self>] = [
            Field("place") { $0.place }, Field("title") { $0.title }, Field("href") { $0.href },
            Field("picture") { $0.picture }, Field("why") { $0.why }, Field("tie") { $0.tie },
            Field("state") { $0.state },
        ]

        init(
            _ place: Ranking.Place, _ telling: RankingTelling, title: String?, picture: HTML?,
            isFunding: Bool, for visit: Visit
        ) {
            let wording = visit.wording
            self.place = place.place
            // An idea can be hidden after the vote: its place stays, its words go.
            self.title = title ?? wording.text("recount.gone", ["number": .text(place.id)])
            href = title.flatMap { title in
                (Address.number(in: place.id) as IdeaID?).map { visit.address.idea($0, title) }
            }
            self.picture = picture
            why = telling.why(place)
            tie = telling.tie(place)
            state =
                isFunding && place.isWinner ? TextView(text: wording.text("recount.funded")) : nil
        }
    }
}
