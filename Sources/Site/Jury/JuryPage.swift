import Domain
import Storage
import Templating

/// A jury for those who manage its challenge: who sits, how far it is, how far it agrees, and what its scores would give.
struct JuryPage: Page {
    static let template = "jury/show"

    let challenge: String
    let challengeHref: String
    let rulesHref: String?
    let chain: String?
    let criteria: [CriterionView]
    /// Whether the vote is settled by seating the jury.
    let settles: Bool
    /// Where it is looked through before, for those who may.
    let integrityHref: String?
    let seating: SeatingForm?
    let whyNot: String?
    let progress: String?
    let share: String
    let jurors: [JurorRow]
    let agreement: AgreementView?
    let hasScores: Bool
    let ideas: [IdeaRow]
    let means: MeansView?
    let rolesHref: String?
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("rulesHref") { $0.rulesHref }, Field("chain") { $0.chain }, Field("criteria") { $0.criteria },
        Field("hasCriteria") { !$0.criteria.isEmpty }, Field("settles") { $0.settles },
        Field("integrityHref") { $0.integrityHref },
        Field("seating") { $0.seating },
        Field("whyNot") { $0.whyNot }, Field("progress") { $0.progress }, Field("share") { $0.share },
        Field("jurors") { $0.jurors }, Field("hasJurors") { !$0.jurors.isEmpty },
        Field("agreement") { $0.agreement }, Field("hasScores") { $0.hasScores },
        Field("ideas") { $0.ideas }, Field("hasIdeas") { !$0.ideas.isEmpty },
        Field("means") { $0.means },
        Field("rolesHref") { $0.rolesHref }, Field("problems") { $0.problems },
    ]

    /// `chosen` are the jurors who were ticked in a form that was refused.
    init(
        _ seen: Seen<JuryOverview>, chosen: Set<MemberID>?, problems found: [Problem], for visit: Visit
    ) {
        let wording = visit.wording
        let overview = seen.value
        let home = overview.challenge
        challenge = home.title
        challengeHref = visit.address.challenge(home.id, home.title)
        let rulesRefusal = home.juryRulesRefusal(
            for: seen.viewer, hasRules: overview.rules != nil, isSeated: !overview.ideas.isEmpty,
            at: visit.now)
        rulesHref = rulesRefusal == nil ? "\(visit.address.jury(home))/rules" : nil
        chain = overview.rules.map { wording.sentence($0, in: home.content) }
        criteria = overview.rules.map { CriterionView.all(of: $0, wording: wording) } ?? []
        let refusal = home.seatingRefusal(
            for: seen.viewer, hasRules: overview.rules != nil, at: visit.now)
        whyNot = refusal.map { wording.sentence($0) }
        seating = refusal == nil ? SeatingForm(overview, chosen: chosen, problems: found, for: visit) : nil
        settles = seating != nil && overview.vote == nil && home.content.hasRankedVote
        integrityHref =
            settles && home.inspectionRefusal(for: seen.viewer, at: visit.now) == nil
            ? visit.address.integrity(home) : nil
        let counted = overview.cards.filter { $0.state != .aside }
        let done = counted.count { $0.state == .done }
        progress =
            counted.isEmpty
            ? nil
            : wording.text(
                "jury.coverage", ["count": .number(done), "total": .number(counted.count)])
        share = String(counted.isEmpty ? 0 : done * 100 / counted.count)
        jurors = overview.jurors.compactMap { JurorRow($0.member, in: overview, wording: wording) }
        agreement = overview.ranking.flatMap { AgreementView($0, wording: wording) }
        hasScores = overview.ranking != nil
        ideas = overview.ordered.map { IdeaRow($0, in: overview, for: visit) }
        let names = overview.ideas.map { ("\($0.idea)", $0.title, visit.address.judged($0, in: home)) }
        means = overview.rules.flatMap { rules in
            overview.ranking.flatMap { ranking in
                MeansView(
                    ranking, by: rules, JuryRules.means(of: overview.cards), wording: wording,
                    name: { id in names.first { $0.0 == id }.map { ($0.1, $0.2) } ?? ("", nil) })
            }
        }
        rolesHref = seen.viewer.isAdministrator ? visit.address.roles : nil
        problems = FormBuilder(room: "jury", wording: wording, problems: found).summary(
            of: [
                FieldView(
                    id: "jurors", name: "jurors", label: wording.text("jury.jurors"),
                    problem: found.isEmpty ? nil : wording.text("jury.problem.jurors"))
            ])
    }

    /// How far one juror has come, and how they score.
    struct JurorRow: TemplateData {
        let name: String
        let done: String
        let aside: Int
        let mean: String?

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("done") { $0.done }, Field("aside") { $0.aside },
            Field("hasAside") { $0.aside > 0 }, Field("mean") { $0.mean },
        ]

        /// Nil for those to whom nothing was dealt.
        init?(_ member: Member, in overview: JuryOverview, wording: Wording) {
            let cards = overview.cards.filter { $0.juror == member.id }
            guard !cards.isEmpty, let rules = overview.rules else { return nil }
            let counted = cards.filter { $0.state != .aside }
            let scores = counted.compactMap { rules.hundredths(of: $0.scores) }
            name = wording.name(of: member)
            done = wording.text(
                "jury.of", ["count": .number(scores.count), "total": .number(counted.count)])
            aside = cards.count - counted.count
            mean =
                scores.isEmpty
                ? nil : wording.score(Double(scores.reduce(0, +)) / Double(scores.count) / 100)
        }
    }

    /// One idea: who judged it, what they gave, how far apart they are.
    struct IdeaRow: TemplateData {
        let title: String
        let href: String
        let author: String
        let done: String
        let isThin: Bool
        let place: Int?
        let raw: String?
        let adjusted: String?
        let spread: String?
        let picture: HTML?
        let votePlace: String?

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("author") { $0.author },
            Field("done") { $0.done }, Field("isThin") { $0.isThin }, Field("place") { $0.place },
            Field("raw") { $0.raw },
            Field("adjusted") { $0.adjusted }, Field("spread") { $0.spread },
            Field("picture") { $0.picture }, Field("votePlace") { $0.votePlace },
        ]

        init(_ idea: JudgedIdea, in overview: JuryOverview, for visit: Visit) {
            let wording = visit.wording
            let cards = overview.cards.filter { $0.idea == idea.idea && $0.state != .aside }
            let scored = cards.count { $0.state == .done }
            title = idea.title
            author = wording.author(of: idea, in: overview.challenge)
            href = visit.address.judged(idea, in: overview.challenge)
            done = wording.text("jury.of", ["count": .number(scored), "total": .number(cards.count)])
            isThin = cards.count < (overview.rules?.jurorsPerIdea ?? 0)
            let found = overview.ranking?.places.first { $0.id == "\(idea.idea)" }
            if case .jury(let facts) = found?.facts, let best = facts.scores.first,
                let last = facts.scores.last
            {
                place = found?.told
                raw = facts.raw.map { wording.score($0) }
                adjusted = facts.adjusted.map { wording.score($0) }
                spread =
                    facts.scores.count > 1
                    ? "\(wording.score(last.score)) – \(wording.score(best.score))" : nil
                picture = RankingPicture.svg(of: .jury(facts), most: 1, budget: nil)
            } else {
                (place, raw, adjusted, spread, picture) = (nil, nil, nil, nil, nil)
            }
            votePlace = overview.vote?.places.first { $0.id == "\(idea.idea)" }.map {
                wording.text("jury.vote-place", ["place": .number($0.place)])
            }
        }
    }
}

extension JuryOverview {
    /// What is judged, by the place that the scores give so far, then by number.
    var ordered: [JudgedIdea] {
        let places = Dictionary(
            (ranking?.places ?? []).enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ideas.enumerated().sorted {
            (places["\($0.element.idea)"] ?? .max, $0.offset) < (
                places["\($1.element.idea)"] ?? .max, $1.offset
            )
        }.map(\.element)
    }
}

/// How far a jury agrees, in plain words.
struct AgreementView: TemplateData {
    let alpha: String
    let text: String
    let tone: String

    static let fields: [Field<Self>] = [
        Field("alpha") { $0.alpha }, Field("text") { $0.text }, Field("tone") { $0.tone },
    ]

    /// Nil where it cannot be told, as no idea was scored twice.
    init?(_ ranking: Ranking, wording: Wording) {
        let alphas = ranking.steps.compactMap { step -> Double? in
            if case .agreed(let ordinal, _) = step { ordinal } else { nil }
        }
        guard let value = alphas.first else { return nil }
        let reading = Agreement.Reading(alpha: value)
        alpha = Figures(language: wording.language, unit: 100).decimal(value, 2)
        text = wording.text("jury.agreement.\(reading.rawValue)")
        tone = reading == .solid ? "leaf" : reading == .tentative ? "honey" : "clay"
    }
}

/// Who sits in the jury, to be chosen among those who may judge.
struct SeatingForm: TemplateData {
    let action: String
    let jurors: [FieldView.Choice]
    let problem: String?
    let isAgain: Bool

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("jurors") { $0.jurors },
        Field("hasJurors") { !$0.jurors.isEmpty }, Field("problem") { $0.problem },
        Field("isAgain") { $0.isAgain },
    ]

    init(_ overview: JuryOverview, chosen: Set<MemberID>?, problems: [Problem], for visit: Visit) {
        action = visit.address.jury(overview.challenge)
        let isSeated = overview.isSeated
        jurors = overview.jurors.filter(\.mayJudge).map { juror in
            let member = juror.member
            return FieldView.Choice(
                id: "juror-\(member.id)", value: "\(member.id)", label: visit.wording.name(of: member),
                isChosen: chosen?.contains(member.id) ?? (juror.isSeated || !isSeated))
        }
        problem = problems.isEmpty ? nil : visit.wording.text("jury.problem.jurors")
        isAgain = isSeated
    }
}

extension Wording {
    /// How ideas are chosen, in a sentence or two.
    func sentence(_ rules: JuryRules, in content: ChallengeContent) -> String {
        let chain = rules.chain
        let choices = text("jury.chain.choices", ["count": .number(chain.choices)])
        let all = text(content.blueprint == .contest ? "jury.chain.solutions" : "jury.chain.all")
        guard content.hasRankedVote else { return "\(all) \(choices)" }
        let isPaid = content.way.envelope != nil
        let first = chain.shortlist.map { text("jury.chain.shortlist", ["count": .number($0)]) } ?? all
        let last =
            chain.wildCards == 0 ? "" : " " + text("jury.chain.crowd", ["count": .number(chain.wildCards)])
        return "\(first) \(choices)\(last)" + (isPaid ? " " + text("jury.chain.purse") : "")
    }
}
