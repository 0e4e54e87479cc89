import Domain
import Storage
import Templating

/// A challenge in a list.
struct ChallengeRow: TemplateData {
    let title: String
    let href: String
    let cover: HTML
    let question: String
    let theme: String
    let blueprint: String
    let state: String
    let tone: String
    let ideaCount: Int
    let personCount: Int
    let timeLeft: String?
    let timeLeftFor: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("cover") { $0.cover },
        Field("question") { $0.question }, Field("theme") { $0.theme }, Field("blueprint") { $0.blueprint },
        Field("state") { $0.state }, Field("tone") { $0.tone }, Field("ideaCount") { $0.ideaCount },
        Field("personCount") { $0.personCount }, Field("timeLeft") { $0.timeLeft },
        Field("timeLeftFor") { $0.timeLeftFor },
    ]

    init(_ summary: ChallengeSummary, for visit: Visit) {
        let challenge = summary.challenge
        let wording = visit.wording
        let state = challenge.state(at: visit.now)
        title = challenge.title
        href = visit.address.challenge(challenge.id, challenge.title)
        cover = Cover.svg(of: challenge.id, theme: summary.theme)
        question = challenge.content.question
        theme = summary.theme.title(in: visit.language)
        blueprint = wording.text("challenges.blueprint.\(challenge.content.blueprint.rawValue)")
        self.state = wording.text("challenges.state.\(state.rawValue)")
        tone = state.tone
        ideaCount = challenge.ideaCount
        personCount = challenge.participantCount
        let deadline = Deadline(of: challenge, at: visit.now)
        timeLeft = deadline.map { wording.duration(from: visit.now, to: $0.moment) }
        timeLeftFor = deadline.map { wording.text("challenges.for.\($0.purpose)") } ?? ""
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
            if phase.rights.isSuperset(of: [.submit, .vote]) {
                purpose = "both"
            } else if phase.rights.contains(.submit) {
                purpose = "submit"
            } else {
                purpose = phase.rights.contains(.vote) ? "vote" : "results"
            }
        default: return nil
        }
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

    init(_ phase: Phase, for visit: Visit) {
        let wording = visit.wording
        name = wording.text("challenges.phase.\(phase.kind.rawValue)")
        state = phase.contains(visit.now) ? "now" : phase.isOver(at: visit.now) ? "past" : "next"
        if let close = phase.closesAt {
            // A phase that closes at midnight ends on the day before.
            let days = wording.days(from: phase.opensAt, to: close - .seconds(1), now: visit.now)
            dates =
                days.from.map {
                    wording.text("challenges.phase.dates", ["from": .text($0), "to": .text(days.to)])
                } ?? wording.text("challenges.phase.dates.day", ["from": .text(days.to)])
        } else {
            let from = wording.shortDate(phase.opensAt, now: visit.now)
            dates = wording.text("challenges.phase.dates.open", ["from": .text(from)])
        }
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
