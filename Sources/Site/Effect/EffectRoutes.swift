import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Measures that follow from ideas: for those who may read the idea, and where they are kept.
    static let effectRoutes: [Route<Action>] = [
        Route(.get, "/measures/:measure", showMeasure),
        Route(.get, "/desk/measures", listMeasures),
        Route(.get, "/desk/ideas/:idea/measure", showNewMeasure),
        Route(.post, "/desk/ideas/:idea/measure", bodyLimit: 16_384, addMeasure),
        Route(.get, "/desk/measures/:measure", showMeasureKeeping),
        Route(.get, "/desk/measures/:measure/edit", showMeasureChange),
        Route(.post, "/desk/measures/:measure/edit", bodyLimit: 16_384, changeMeasure),
        Route(.post, "/desk/measures/:measure/plan", bodyLimit: 16_384, freezePlan),
        Route(.post, "/desk/measures/:measure/observations", bodyLimit: 8_192, observe),
        Route(.get, "/desk/measures/:measure/plan", leadToMeasure),
        Route(.get, "/desk/measures/:measure/observations", leadToMeasure),
    ]

    @Sendable private static func showMeasure(_ visit: Visit) async throws -> Response {
        let id: MeasureID = try visit.identifier("measure")
        let seen = try await visit.look { try MeasureReading(id, $0) }
        if let moved = visit.redirectIfMoved(to: visit.address.measure(id, seen.value.story.measure)) {
            return moved
        }
        return visit.show(MeasurePage(seen, for: visit), to: seen, in: .challenges)
    }

    @Sendable private static func listMeasures(_ visit: Visit) async throws -> Response {
        let number = visit.pageNumber
        let seen = try await visit.look { try $0.keptMeasures(page: number) }
        return visit.show(MeasuresPage(seen.value, for: visit), to: seen, in: .desk)
    }

    // MARK: What it is

    @Sendable private static func showNewMeasure(_ visit: Visit) async throws -> Response {
        try await showNewMeasure(visit, typed: TypedMeasure(on: Day(visit.now)), problems: [])
    }

    @Sendable private static func addMeasure(_ visit: Visit) async throws -> Response {
        let idea: IdeaID = try visit.identifier("idea")
        let member = try await visit.official()
        _ = try await visit.look { try $0.ideaForMeasure(idea) }
        let typed = TypedMeasure(try visit.form())
        do {
            let id = try await visit.app.store.addMeasure(
                try typed.measure(for: idea), adoptedBy: typed.adopters, by: member, at: visit.now)
            return visit.redirect(to: visit.address.keeping(id), saying: .measureKept)
        } catch Refusal.invalid(let problems) {
            return try await showNewMeasure(visit, typed: typed, problems: problems)
        }
    }

    private static func showNewMeasure(_ visit: Visit, typed: TypedMeasure, problems: [Problem]) async throws
        -> Response
    {
        let id: IdeaID = try visit.identifier("idea")
        let seen = try await visit.look { look in
            (idea: try look.ideaForMeasure(id), communities: try look.communities())
        }
        let idea = seen.value.idea
        let page = MeasureFormPage(
            title: idea.content.title, backHref: visit.address.page(of: idea),
            action: visit.address.newMeasure(for: idea), communities: seen.value.communities, typed: typed,
            problems: problems, for: visit)
        return visit.show(
            page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private static func showMeasureChange(_ visit: Visit) async throws -> Response {
        try await showMeasureChange(visit, typed: nil, problems: [])
    }

    @Sendable private static func changeMeasure(_ visit: Visit) async throws -> Response {
        let id: MeasureID = try visit.identifier("measure")
        let member = try await visit.official()
        let idea = try await visit.look { try $0.measureToKeep(id).measure.idea }.value
        let typed = TypedMeasure(try visit.form())
        do {
            try await visit.app.store.changeMeasure(
                id, to: try typed.measure(for: idea), adoptedBy: typed.adopters, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showMeasureChange(visit, typed: typed, problems: problems)
        }
        return visit.redirect(to: visit.address.keeping(id), saying: .measureKept)
    }

    private static func showMeasureChange(_ visit: Visit, typed: TypedMeasure?, problems: [Problem])
        async throws -> Response
    {
        let id: MeasureID = try visit.identifier("measure")
        let seen = try await visit.look { look in
            (story: try look.measureToKeep(id), communities: try look.communities())
        }
        let story = seen.value.story
        try heed(story.measure.changeRefusal(story.plan, on: Day(visit.now)))
        let page = MeasureFormPage(
            title: story.ideaTitle, backHref: visit.address.keeping(id),
            action: "\(visit.address.keeping(id))/edit", communities: seen.value.communities,
            typed: typed ?? TypedMeasure(story, wording: visit.wording), problems: problems, for: visit)
        return visit.show(
            page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: How it is read, and what was observed

    @Sendable private static func showMeasureKeeping(_ visit: Visit) async throws -> Response {
        try await showMeasureKeeping(visit, MeasureAttempt())
    }

    private static func showMeasureKeeping(_ visit: Visit, _ attempt: MeasureAttempt) async throws -> Response
    {
        let id: MeasureID = try visit.identifier("measure")
        let seen = try await visit.look { try $0.measureToKeep(id) }
        return visit.show(
            MeasureKeepPage(seen.value, attempt: attempt, for: visit), to: seen, in: .desk,
            status: attempt.problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// The forms stand on the page where the measure is kept.
    @Sendable private static func leadToMeasure(_ visit: Visit) async throws -> Response {
        let id: MeasureID = try visit.identifier("measure")
        _ = try await visit.look { try $0.measureToKeep(id) }
        return visit.redirect(to: visit.address.keeping(id))
    }

    @Sendable private static func freezePlan(_ visit: Visit) async throws -> Response {
        let id: MeasureID = try visit.identifier("measure")
        let member = try await visit.official()
        _ = try await visit.look { try $0.measureToKeep(id) }
        let typed = TypedPlan(try visit.form())
        do {
            try await visit.app.store.freezePlan(try typed.plan(), of: id, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showMeasureKeeping(visit, MeasureAttempt(plan: typed, problems: problems))
        }
        return visit.redirect(to: visit.address.keeping(id), saying: .planFrozen)
    }

    @Sendable private static func observe(_ visit: Visit) async throws -> Response {
        let id: MeasureID = try visit.identifier("measure")
        let member = try await visit.official()
        _ = try await visit.look { try $0.measureToKeep(id) }
        let typed = TypedObservation(try visit.form())
        guard let community = typed.community else { throw BadRequest() }
        do {
            try await visit.app.store.observe(
                try typed.observation(), source: typed["source"], in: community, of: id, by: member,
                at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showMeasureKeeping(visit, MeasureAttempt(seen: typed, problems: problems))
        }
        return visit.redirect(to: visit.address.keeping(id), saying: .effectObserved)
    }
}
