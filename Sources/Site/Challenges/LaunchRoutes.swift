import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// A challenge as its managers write and lead it.
    static let launchRoutes: [Route<Action>] = [
        Route(.get, "/challenges/new", openNew),
        Route(.post, "/challenges/new", bodyLimit: formLimit, launch),
        Route(.get, "/challenges/:challenge/duplicate", openOriginal),
        Route(.post, "/challenges/:challenge/duplicate", duplicate),
        Route(.get, "/challenges/:challenge/edit", openEdit),
        Route(.post, "/challenges/:challenge/edit", bodyLimit: formLimit, revise),
    ]

    /// Brief and rules in characters of several bytes, each byte written as `%C3`.
    private static let formLimit = 512 * 1_024

    @Sendable private static func openNew(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { look in
            if let refusal = look.viewer.launchRefusal { throw refusal }
            return try ChallengeChoices(in: look)
        }
        guard let blueprint = visit.request.query["blueprint"].flatMap(Blueprint.init) else {
            return visit.show(BlueprintsPage(visit), to: seen, in: .challenges)
        }
        let schedule = visit.usualSchedule(of: blueprint)
        let typed = TypedChallenge(new: blueprint, schedule: schedule, wording: visit.wording)
        let page = newForm(blueprint, typed, seen.value, problems: [], visit)
        return visit.show(page, to: seen, in: .challenges)
    }

    @Sendable private static func launch(_ visit: Visit) async throws -> Response {
        guard let blueprint = visit.request.query["blueprint"].flatMap(Blueprint.init) else {
            return .redirect(to: visit.address.newChallenge)
        }
        let member = try await visit.writer()
        let form = try visit.form()
        var typed = TypedChallenge(form)
        if let language = form["skeleton"].flatMap(Language.init) {
            typed.start(from: Skeleton(of: blueprint, in: visit.app.wording(language)))
        }
        do {
            if typed.isRearranged { throw Refusal.invalid([]) }
            let (content, questions) = try typed.meant(
                blueprint, on: Schedule([]), asking: [], wording: visit.wording)
            let id = try await visit.app.store.launchChallenge(
                content, questions: questions, by: member, at: visit.now)
            return visit.redirect(
                to: "\(visit.address.challenge(id, content.title))/preview", saying: .challengeSaved)
        } catch Refusal.invalid(let problems) {
            let seen = try await visit.look { [audience = typed.audience] look in
                if let refusal = look.viewer.launchRefusal { throw refusal }
                return try ChallengeChoices(for: audience.meant.audience, in: look)
            }
            let page = newForm(blueprint, typed, seen.value, problems: problems, visit)
            return visit.show(
                page, to: seen, in: .challenges, status: typed.isRearranged ? .ok : .unprocessableContent)
        }
    }

    @Sendable private static func duplicate(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        let copy = try await visit.app.store.duplicateChallenge(
            id, moving: { visit.moved($0) }, by: member, at: visit.now)
        let challenge = try await visit.look { try $0.challenge(copy) }.value
        return visit.redirect(
            to: "\(visit.address.challenge(copy, challenge.title))/edit", saying: .challengeDuplicated)
    }

    /// Forms post here; whoever reloads what they sent finds the challenge again.
    @Sendable private static func openOriginal(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        return .redirect(to: "\(visit.address.challenges)/\(id)", .found)
    }

    @Sendable private static func openEdit(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in try Revision(id, in: look) }
        let challenge = seen.value.challenge
        if let moved = visit.redirectIfMoved(
            to: "\(visit.address.challenge(id, challenge.title))/edit")
        {
            return moved
        }
        let typed = TypedChallenge(
            challenge.content, segment: seen.value.segment, asking: seen.value.questions,
            wording: visit.wording)
        return visit.show(
            editForm(challenge, typed, seen.value.choices, problems: [], visit), to: seen, in: .challenges)
    }

    @Sendable private static func revise(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        let typed = TypedChallenge(try visit.form())
        let seen = try await visit.look { look in try Revision(id, typed.audience, in: look) }
        let before = seen.value.challenge
        do {
            if typed.isRearranged { throw Refusal.invalid([]) }
            let (content, questions) = try typed.meant(
                before.content.blueprint, on: before.schedule, asking: seen.value.questions,
                wording: visit.wording)
            try await visit.app.store.reviseChallenge(
                id, to: content, questions: questions, because: typed.moveReason, by: member, at: visit.now)
            let address = visit.address.challenge(id, content.title)
            return visit.redirect(
                to: before.standing == .draft ? "\(address)/preview" : address, saying: .challengeSaved)
        } catch Refusal.invalid(let problems) {
            let page = editForm(before, typed, seen.value.choices, problems: problems, visit)
            return visit.show(
                page, to: seen, in: .challenges, status: typed.isRearranged ? .ok : .unprocessableContent)
        }
    }

    private static func newForm(
        _ blueprint: Blueprint, _ typed: TypedChallenge, _ choices: ChallengeChoices,
        problems: [Problem], _ visit: Visit
    ) -> ChallengeFormPage {
        let wording = visit.wording
        let name = wording.text("challenges.blueprint.\(blueprint.rawValue)")
        return ChallengeFormPage(
            heading: wording.text("challenges.heading.new", ["blueprint": .text(name)]),
            lead: wording.text("challenges.lead.new"),
            action: "\(visit.address.newChallenge)?blueprint=\(blueprint.rawValue)",
            backHref: visit.address.newChallenge, backTitle: wording.text("challenges.new"),
            dateNote: wording.text("challenges.date-note", ["zone": .text(visit.app.time.place)]),
            save: wording.text("challenges.form.save"), filesHref: nil, acts: [],
            skeletons: Language.allCases.map {
                AnswerButton(
                    value: $0.rawValue, label: wording.text("challenges.skeleton.\($0.rawValue)"),
                    isChosen: false)
            },
            form: ChallengeFields(
                typed, in: blueprint, choices: choices, isPublic: false,
                problems: problems, for: visit))
    }

    private static func editForm(
        _ challenge: Challenge, _ typed: TypedChallenge, _ choices: ChallengeChoices, problems: [Problem],
        _ visit: Visit
    ) -> ChallengeFormPage {
        let wording = visit.wording
        let isPublic = challenge.standing != .draft
        let note = isPublic ? "challenges.date-note.public" : "challenges.date-note"
        let address = visit.address.challenge(challenge.id, challenge.title)
        return ChallengeFormPage(
            heading: wording.text("challenges.heading.edit"),
            lead: wording.text(isPublic ? "challenges.lead.edit" : "challenges.lead.new"),
            action: "\(address)/edit", backHref: address, backTitle: challenge.title,
            dateNote: wording.text(note, ["zone": .text(visit.app.time.place)]),
            save: wording.text(isPublic ? "challenges.form.save.public" : "challenges.form.save"),
            filesHref: visit.address.files(of: challenge),
            acts: ChallengeFormPage.ActView.all(
                for: challenge, at: address, jury: visit.address.jury(challenge), wording: wording),
            form: ChallengeFields(
                typed, in: challenge.content.blueprint, choices: choices,
                isPublic: isPublic, problems: problems, for: visit))
    }
}

/// A challenge that its manager is about to change.
private struct Revision: Sendable {
    let challenge: Challenge
    /// What its audience asks for, if it is a segment.
    let segment: Segment?
    let choices: ChallengeChoices
    let questions: [Question]

    /// Throws what keeps the viewer from changing it.
    init(_ id: ChallengeID, _ typed: TypedAudience? = nil, in look: Look) throws {
        challenge = try look.challenge(id)
        if let refusal = challenge.revisionRefusal(for: look.viewer) { throw refusal }
        segment = try look.segment(of: challenge.content.audience)
        let kept = segment.map { Audience.segment($0) } ?? challenge.content.audience
        choices = try ChallengeChoices(for: typed?.meant.audience ?? kept, of: id, in: look)
        questions = try look.questions(of: challenge)
    }
}

extension Visit {
    /// The same phases from tomorrow on, each at its time of day.
    fileprivate func moved(_ schedule: Schedule) -> Schedule {
        guard let opening = schedule.opensAt else { return schedule }
        let time = app.time
        let tomorrow = time.sameTime(1, daysAfter: time.startOfDay(now))
        let days = time.days(from: opening, to: tomorrow)
        return Schedule(
            schedule.phases.map { phase in
                Phase(
                    number: phase.number, kind: phase.kind, rights: phase.rights,
                    opensAt: time.sameTime(days, daysAfter: phase.opensAt),
                    closesAt: phase.closesAt.map { time.sameTime(days, daysAfter: $0) })
            })
    }

    /// The dates proposed for a new challenge: from tomorrow at nine, each end of a phase at that time of day.
    fileprivate func usualSchedule(of blueprint: Blueprint) -> Schedule {
        let time = app.time
        let midnight = time.startOfDay(now)
        let tomorrow = time.wallClock(at: time.sameTime(1, daysAfter: midnight))
        let opening = time.moment(
            of: WallClock(
                year: tomorrow.year, month: tomorrow.month, day: tomorrow.day, hour: 9, minute: 0))
        func local(_ moment: Timestamp) -> Timestamp {
            time.sameTime(Int(moment.since(opening).seconds / 86_400), daysAfter: opening)
        }
        return Schedule(
            blueprint.usualSchedule(opening: opening).phases.map { phase in
                Phase(
                    kind: phase.kind, rights: phase.rights, opensAt: local(phase.opensAt),
                    closesAt: phase.closesAt.map(local))
            })
    }
}

/// From what a new challenge can start.
struct BlueprintsPage: Page {
    static let template = "challenges/blueprints"

    let blueprints: [Row]

    static let fields: [Field<Self>] = [Field("blueprints") { $0.blueprints }]

    struct Row: TemplateData {
        let name: String
        let about: String
        let course: String
        let href: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("about") { $0.about }, Field("course") { $0.course },
            Field("href") { $0.href },
        ]
    }

    init(_ visit: Visit) {
        let wording = visit.wording
        blueprints = Blueprint.allCases.map { blueprint in
            let key = "challenges.blueprint.\(blueprint.rawValue)"
            return Row(
                name: wording.text(key), about: wording.text("\(key).about"),
                course: wording.text("\(key).course"),
                href: "\(visit.address.newChallenge)?blueprint=\(blueprint.rawValue)")
        }
    }
}
