import Domain
import Storage
import Templating

/// A challenge in a list.
struct ChallengeRow: TemplateData {
    let title: String
    let href: String
    let cover: HTML
    /// Takes the place of the drawn cover; its title stands beside it.
    let picture: PictureView?
    let question: String
    /// Of title and question, where it is not the page's.
    let lang: String?
    let theme: String
    let blueprint: String
    let state: String
    let tone: String
    /// `12 idées`.
    let ideaCount: String
    /// `24 participants`; fewer than ten are not counted.
    let people: String
    let timeLeft: String?
    let timeLeftFor: String
    /// Not for everybody.
    let isReserved: Bool
    /// The act that starts another challenge from this one; nil to those who launch none.
    var duplicate: LinkView?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("cover") { $0.cover },
        Field("picture") { $0.picture },
        Field("question") { $0.question }, Field("lang") { $0.lang }, Field("theme") { $0.theme },
        Field("blueprint") { $0.blueprint },
        Field("state") { $0.state }, Field("tone") { $0.tone }, Field("ideaCount") { $0.ideaCount },
        Field("people") { $0.people }, Field("timeLeft") { $0.timeLeft },
        Field("timeLeftFor") { $0.timeLeftFor }, Field("isReserved") { $0.isReserved },
        Field("duplicate") { $0.duplicate },
    ]

    init(_ summary: ChallengeSummary, for visit: Visit) {
        let challenge = summary.challenge
        let wording = visit.wording
        let state = challenge.state(at: visit.now)
        title = challenge.title
        href = visit.address.challenge(challenge.id, challenge.title)
        cover = Cover.svg(of: challenge.id, theme: summary.theme)
        picture = summary.cover.flatMap { PictureView($0, for: visit) }
        question = challenge.content.question
        lang = wording.lang(of: challenge.content.language)
        theme = summary.theme.title(in: visit.language)
        blueprint = wording.text("challenges.blueprint.\(challenge.content.blueprint.rawValue)")
        self.state = wording.state(state, in: challenge.content.blueprint)
        tone = state.tone
        ideaCount = wording.ideaCount(of: challenge)
        people = wording.people(in: challenge)
        let deadline = Deadline(of: challenge, at: visit.now)
        timeLeft = deadline.map { wording.duration(from: visit.now, to: $0.moment) }
        timeLeftFor = deadline.map { wording.text("challenges.for.\($0.purpose)") } ?? ""
        isReserved = challenge.content.audience != .everybody
    }
}

extension Wording {
    /// How many people took part in a challenge, unless so few that they could be known.
    func people(in challenge: Challenge) -> String {
        Figure(CrowdFigure(people: challenge.participantCount), by: anonymity).value.map {
            text("challenges.persons", ["count": .number($0)])
        } ?? text("challenges.persons.few", ["fewest": .number(anonymity.fewest)])
    }
}

/// The next moment for which a challenge makes people hurry or wait.
struct Deadline {
    let moment: Timestamp
    /// The word of `challenges.for.…` that says what it is for.
    let purpose: String

    /// Nil if nothing is dated ahead.
    init?(of challenge: Challenge, at now: Timestamp) {
        switch challenge.state(at: now) {
        case .toCome:
            guard let opening = challenge.schedule.opensAt else { return nil }
            moment = opening
            purpose = "opening"
        case .openToIdeas, .openToVotes, .underDeliberation:
            guard let phase = challenge.schedule.phase(at: now), let close = phase.closesAt else {
                return nil
            }
            moment = close
            if challenge.content.blueprint == .draftReview, phase.rights.contains(.vote) {
                purpose = "react"
            } else if phase.rights.isSuperset(of: [.submit, .vote]) {
                purpose = "both"
            } else if phase.rights.contains(.submit) {
                purpose = challenge.content.blueprint == .contest ? "solution" : "submit"
            } else {
                purpose = phase.rights.contains(.vote) ? "vote" : "results"
            }
        default: return nil
        }
    }
}

/// How long something can still be done.
struct TimeLeftView: TemplateData {
    let left: String
    let what: String
    let until: Moment

    static let fields: [Field<Self>] = [
        Field("left") { $0.left }, Field("what") { $0.what }, Field("until") { $0.until },
    ]

    init(_ deadline: Deadline, for visit: Visit) {
        left = visit.wording.duration(from: visit.now, to: deadline.moment)
        what = visit.wording.text("challenges.for.\(deadline.purpose)")
        until = visit.wording.preciseMoment(deadline.moment)
    }
}

/// The phases as a line.
struct PhaseView: TemplateData {
    let name: String
    let dates: String
    let state: String
    var isNow: Bool { state == "now" }

    static let fields: [Field<Self>] = [
        Field("name") { $0.name }, Field("dates") { $0.dates }, Field("state") { $0.state },
        Field("isNow") { $0.isNow },
    ]

    /// `stopped` is when the challenge was cancelled: what was to come then never came.
    init(_ phase: Phase, of challenge: Challenge, stopped: Timestamp? = nil, for visit: Visit) {
        let wording = visit.wording
        name = wording.phase(phase.kind, in: challenge.content.blueprint)
        state = challenge.stage(of: phase, at: stopped ?? visit.now).rawValue
        let opening = Self.opening(of: phase, in: challenge)
        if let close = phase.closesAt, close.since(opening) < .days(1),
            wording.time.days(from: opening, to: close) == 0
        {
            dates = wording.text(
                "challenges.phase.dates.hours",
                [
                    "from": .text(wording.shortDate(opening, now: visit.now)),
                    "start": .text(wording.timeOfDay(opening)),
                    "end": .text(wording.timeOfDay(close)),
                ])
        } else if let close = phase.closesAt {
            // A phase that closes at midnight ends on the day before.
            let days = wording.days(from: opening, to: close - .seconds(1), now: visit.now)
            dates =
                days.from.map {
                    wording.text("challenges.phase.dates", ["from": .text($0), "to": .text(days.to)])
                } ?? wording.text("challenges.phase.dates.day", ["from": .text(days.to)])
        } else {
            let from = wording.shortDate(opening, now: visit.now)
            dates = wording.text("challenges.phase.dates.open", ["from": .text(from)])
        }
    }

    /// What follows the results begins with them, if they come early or late.
    private static func opening(of phase: Phase, in challenge: Challenge) -> Timestamp {
        phase.kind == .followUp ? challenge.resultsPublishedAt ?? phase.opensAt : phase.opensAt
    }
}

extension Wording {
    /// Where a challenge stands: where ideas are solutions, it says so.
    func state(_ state: Challenge.State, in blueprint: Blueprint) -> String {
        switch (blueprint, state) {
        case (.contest, .openToIdeas): text("challenges.state.openToSolutions")
        case (.draftReview, .openToIdeas): text("challenges.state.openToReactions")
        default: text("challenges.state.\(state.rawValue)")
        }
    }

    /// Within what time everybody is answered: after participation, or where that has no end after submitting.
    func promise(of challenge: Challenge) -> String {
        guard let days = challenge.content.answerWithinDays else { return text("challenges.promise.none") }
        let count: [String: Catalogue.Argument] = ["count": .number(days)]
        if challenge.schedule.participationClosesAt == nil {
            return text("challenges.promise.endless", count)
        }
        return challenge.content.blueprint == .contest
            ? text("challenges.promise.solution", count) : text("challenges.promise", count)
    }

    /// `12 idées`, `12 solutions`; under seal nobody is told how many there are.
    func ideaCount(of challenge: Challenge) -> String {
        if challenge.content.sealsIdeas, challenge.resultsPublishedAt == nil {
            return text("challenges.solutions.sealed")
        }
        return text(
            challenge.content.blueprint == .contest ? "challenges.solutions" : "challenges.ideas",
            ["count": .number(challenge.ideaCount)])
    }
}

extension Challenge.State {
    /// The colour that goes with the word.
    var tone: String {
        switch self {
        case .openToIdeas, .openToVotes: "honey"
        case .resultsPublished, .followedUp: "leaf"
        case .suspended, .cancelled: "clay"
        case .draft, .toCome, .underDeliberation, .archived: "plain"
        }
    }
}

extension Decision.Code {
    /// The colour that goes with the word.
    var tone: String {
        switch self {
        case .winner: "honey"
        case .accepted, .planned, .inProgress, .implemented: "leaf"
        case .rejected, .ineligible: "clay"
        case .underStudy, .shortlisted: "plain"
        }
    }
}
