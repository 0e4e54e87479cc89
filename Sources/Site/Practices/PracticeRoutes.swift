import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What members of a community do so that less happens to them: to others it does not exist.
    static let practiceRoutes: [Route<Action>] = [
        Route(.get, "/communities/:community/practices", listPractices),
        Route(.get, "/communities/:community/practices/new", showNewPractice),
        Route(.post, "/communities/:community/practices/new", bodyLimit: 32_768, proposePractice),
        Route(.get, "/communities/:community/practices/:practice", showPractice),
        Route(.get, "/communities/:community/practices/:practice/edit", showPracticeChange),
        Route(.post, "/communities/:community/practices/:practice/edit", bodyLimit: 32_768, changePractice),
        Route(.post, "/communities/:community/practices/:practice/use", bodyLimit: 1_024, applyPractice),
        Route(.post, "/communities/:community/practices/:practice/hide", bodyLimit: 16_384, judgePractice),
        Route(.get, "/communities/:community/practices/:practice/use", leadToPractice),
        Route(.get, "/communities/:community/practices/:practice/hide", leadToPractice),
    ]

    @Sendable private static func listPractices(_ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let query = visit.request.query
        let choice = query["show"].flatMap(PracticeChoice.init) ?? .all
        let order = query["order"].flatMap(PracticeOrder.init) ?? .newest
        let number = visit.pageNumber
        let seen = try await visit.look { look in
            let community = try look.community(slug: slug)
            return (
                community: community,
                list: try look.practices(of: community.id, choice, by: order, page: number)
            )
        }
        let page = PracticesPage(
            seen.value.community, seen.value.list, choice, viewer: seen.viewer, for: visit)
        return visit.show(page, to: seen, in: .communities)
    }

    @Sendable private static func showPractice(_ visit: Visit) async throws -> Response {
        let seen = try await visit.lookAtPractice()
        let (community, practice) = (seen.value.community, seen.value.practice)
        if let moved = visit.redirectIfMoved(to: visit.address.practice(practice, in: community)) {
            return moved
        }
        return visit.show(PracticePage(seen, for: visit), to: seen, in: .communities)
    }

    /// The forms stand on the practice's page.
    @Sendable private static func leadToPractice(_ visit: Visit) async throws -> Response {
        let found = try await visit.lookAtPractice().value
        return visit.redirect(to: visit.address.practice(found.practice, in: found.community))
    }

    // MARK: Writing

    @Sendable private static func showNewPractice(_ visit: Visit) async throws -> Response {
        try await showNewPractice(visit, typed: TypedPractice(), problems: [])
    }

    @Sendable private static func proposePractice(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let community = try await visit.lookToPropose().value
        let typed = TypedPractice(try visit.form())
        do {
            let content = try visit.admit(try typed.content(), answer: typed.answer)
            let id = try await visit.app.store.proposePractice(
                content, in: community.id, by: member, at: visit.now)
            return visit.redirect(
                to: visit.address.practice(id, content.title, in: community), saying: .practiceProposed)
        } catch Refusal.invalid(let problems) {
            return try await showNewPractice(visit, typed: typed, problems: problems)
        }
    }

    private static func showNewPractice(_ visit: Visit, typed: TypedPractice, problems: [Problem])
        async throws -> Response
    {
        let seen = try await visit.lookToPropose()
        let address = visit.address.practices(of: seen.value)
        let page = PracticeFormPage(
            seen.value, action: "\(address)/new", backHref: address, isNew: true, typed: typed,
            problems: problems, for: visit)
        return visit.show(
            page, to: seen, in: .communities, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private static func showPracticeChange(_ visit: Visit) async throws -> Response {
        try await showPracticeChange(visit, typed: nil, problems: [])
    }

    @Sendable private static func changePractice(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let found = try await visit.lookToChange().value
        let typed = TypedPractice(try visit.form())
        do {
            let content = try visit.admit(try typed.content(), answer: typed.answer)
            try await visit.app.store.changePractice(
                found.practice.id, of: found.community.id, to: content, by: member, at: visit.now)
            return visit.redirect(
                to: visit.address.practice(found.practice.id, content.title, in: found.community),
                saying: .practiceChanged)
        } catch Refusal.invalid(let problems) {
            return try await showPracticeChange(visit, typed: typed, problems: problems)
        }
    }

    private static func showPracticeChange(_ visit: Visit, typed: TypedPractice?, problems: [Problem])
        async throws -> Response
    {
        let seen = try await visit.lookToChange()
        let (community, practice) = (seen.value.community, seen.value.practice)
        let address = visit.address.practice(practice, in: community)
        let page = PracticeFormPage(
            community, action: "\(address)/edit", backHref: address, isNew: false,
            typed: typed ?? TypedPractice(practice.content, wording: visit.wording), problems: problems,
            for: visit)
        return visit.show(
            page, to: seen, in: .communities, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Applying, and moderating

    @Sendable private static func applyPractice(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let found = try await visit.lookAtPractice().value
        let applies: Bool
        switch try visit.form()["apply"] {
        case "yes": applies = true
        case "no": applies = false
        default: throw BadRequest()
        }
        try await visit.app.store.setApplying(
            applies, found.practice.id, of: found.community.id, by: member, at: visit.now)
        return visit.redirect(
            to: visit.address.practice(found.practice, in: found.community),
            saying: applies ? .practiceApplied : .practiceLeft)
    }

    @Sendable private static func judgePractice(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let seen = try await visit.lookAtPractice()
        let (community, practice) = (seen.value.community, seen.value.practice)
        try heed(practice.moderationRefusal(for: seen.viewer))
        let form = try visit.form()
        let shows = form["act"] == "show"
        let note = form["note"] ?? ""
        do {
            let reason = form["reason"].flatMap(ModerationReason.init)
            guard let verdict = shows ? Verdict.show : reason.map({ Verdict.hide($0, note: note) }) else {
                throw Refusal.invalid("reason", .missing)
            }
            try await visit.app.store.judgePractice(
                practice.id, of: community.id, verdict, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            let page = PracticePage(
                seen, hiding: (reason: form["reason"] ?? "", note: note), problems: problems, for: visit)
            return visit.show(page, to: seen, in: .communities, status: .unprocessableContent)
        }
        return visit.redirect(
            to: visit.address.practice(practice, in: community),
            saying: shows ? .practiceShown : .practiceHidden)
    }
}

/// A practice with the community in which it is.
struct PracticeReading: Sendable {
    let community: Community
    let practice: Practice
}

extension Visit {
    fileprivate func lookAtPractice() async throws -> Seen<PracticeReading> {
        let slug = parameters?["community"] ?? ""
        let id: PracticeID = try identifier("practice")
        return try await look { look in
            let community = try look.community(slug: slug)
            return PracticeReading(
                community: community, practice: try look.practice(id, of: community.id))
        }
    }

    /// The practice of the path, for its author.
    fileprivate func lookToChange() async throws -> Seen<PracticeReading> {
        let seen = try await lookAtPractice()
        try heed(seen.value.practice.changeRefusal(for: seen.viewer))
        return seen
    }

    /// The community of the path, for those who may propose something in it.
    fileprivate func lookToPropose() async throws -> Seen<Community> {
        let slug = parameters?["community"] ?? ""
        let seen = try await look { try $0.community(slug: slug) }
        try heed(seen.viewer.practiceRefusal(in: seen.value.id))
        return seen
    }

    /// The practice as its author may send it. Other faults come first.
    fileprivate func admit(_ content: PracticeContent, answer: Guard.Answer?) throws(Refusal)
        -> PracticeContent
    {
        guard content.problems.isEmpty else { return content }
        let textGuard = app.settings.textGuard
        return PracticeContent(
            title: try textGuard.admit(content.title, as: "title", answer: answer),
            does: try textGuard.admit(content.does, as: "does", answer: answer),
            needs: try textGuard.admit(content.needs, as: "needs", answer: answer), cost: content.cost,
            takes: try textGuard.admit(content.takes, as: "takes", answer: answer))
    }
}

extension Address {
    /// What members of a community do so that less happens to them.
    func practices(of community: Community) -> String { "\(self.community(community))/practices" }

    func practice(_ practice: Practice, in community: Community) -> String {
        self.practice(practice.id, practice.content.title, in: community)
    }

    func practice(_ id: PracticeID, _ title: String, in community: Community) -> String {
        "\(practices(of: community))/\(Self.readable(id, title))"
    }
}
