import Domain
import Storage
import Templating

/// All that the page of a challenge's explained results reads.
struct OutcomeReading: Sendable {
    let challenge: Challenge
    /// Nil where nobody voted.
    let publication: VotePublication?
    /// Nil where no jury scored.
    let jury: JuryPublication?
    let steps: [SelectionStep]
    let names: IdeaNames
    let commitment: Fingerprint?

    /// Throws `Refusal.notFound` until the results of a vote or of a jury are published.
    init(_ id: ChallengeID, in look: Look) throws {
        challenge = try look.challenge(id)
        publication = try look.publication(of: challenge)
        jury = try look.juryPublication(of: challenge)
        guard publication != nil || jury != nil else { throw Refusal.notFound }
        steps = try look.selection(of: challenge)
        names = IdeaNames(
            challenge: id, titles: try look.titles(of: challenge),
            sealed: try look.sealedNumbers(of: challenge))
        commitment = try look.seedCommitment(of: challenge)
    }
}

/// What ideas are called in results: by their titles where everybody may read them.
struct IdeaNames: Sendable {
    let challenge: ChallengeID
    let titles: [String: String]
    /// The numbers of those that stay sealed.
    let sealed: [String: Int]

    /// What `id` is called.
    func name(_ id: String, _ wording: Wording) -> String {
        // An idea can be hidden after the vote: its place stays, its words go.
        titles[id] ?? sealed[id].map {
            wording.text("recount.sealed", ["number": .text("\(challenge)-\($0)")])
        } ?? wording.text("recount.gone", ["number": .text(id)])
    }

    /// All that have a name of their own, for sentences.
    func known(_ wording: Wording) -> [String: String] {
        titles.merging(
            Dictionary(uniqueKeysWithValues: sealed.keys.map { ($0, name($0, wording)) })
        ) { first, _ in first }
    }

    /// The page of `id`; nil unless everybody may read it.
    func href(_ id: String, _ address: Address) -> String? {
        guard let title = titles[id], let idea: IdeaID = Address.number(in: id) else { return nil }
        return address.idea(idea, title)
    }
}

/// The results of a challenge, explained: how ideas were chosen, and why each is in its place.
struct OutcomePage: Page {
    static let template = "recount/show"

    let challenge: String
    let challengeHref: String
    let published: Moment?
    let lead: String
    let steps: StepsView?
    let jury: JuryOutcome?
    let vote: VoteOutcome?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("published") { $0.published }, Field("lead") { $0.lead }, Field("steps") { $0.steps },
        Field("jury") { $0.jury }, Field("vote") { $0.vote },
    ]

    init(_ reading: OutcomeReading, for visit: Visit) {
        let wording = visit.wording
        let content = reading.challenge.content
        challenge = content.title
        challengeHref = visit.address.challenge(reading.challenge.id, content.title)
        published = reading.challenge.resultsPublishedAt.map { wording.moment($0) }
        lead =
            reading.jury.map { wording.sentence($0.rules, in: content) }
            ?? wording.text("recount.rule.\(content.way.name.rawValue)")
        steps = reading.jury == nil ? nil : StepsView(reading, for: visit)
        jury = reading.jury.map { JuryOutcome($0, reading, for: visit) }
        vote = reading.publication.map { VoteOutcome($0, reading, for: visit) }
    }
}

/// An idea in its place.
struct PlaceView: TemplateData {
    /// Nil for what no juror judged.
    let place: Int?
    let title: String
    let href: String?
    let picture: HTML?
    let why: String
    let tie: String?
    let state: Mark?

    static let fields: [Field<Self>] = [
        Field("place") { $0.place }, Field("title") { $0.title }, Field("href") { $0.href },
        Field("picture") { $0.picture }, Field("why") { $0.why }, Field("tie") { $0.tie },
        Field("state") { $0.state },
    ]

    /// What became of it, with the colour that goes with the word.
    struct Mark: TemplateData {
        let text: String
        let tone: String

        static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("tone") { $0.tone }]
    }

    init(
        _ place: Ranking.Place, _ telling: RankingTelling, names: IdeaNames, picture: HTML?, state: Mark?,
        note: String? = nil, for visit: Visit
    ) {
        self.place = place.told
        title = names.name(place.id, visit.wording)
        href = names.href(place.id, visit.address)
        self.picture = picture
        why = [telling.why(place), note].compactMap(\.self).joined(separator: " ")
        tie = telling.tie(place)
        self.state = state
    }
}
