import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// The rules of challenges, for everybody to read and for managers to write, and deeds about ideas that were chosen.
    static let regulationRoutes: [Route<Action>] = [
        Route(.get, "/challenges/:challenge/regulation", showRegulation),
        Route(.get, "/desk/challenges/:challenge/regulation", showRegulationForm),
        Route(.post, "/desk/challenges/:challenge/regulation", bodyLimit: 65_536, writeRegulation),
        Route(.get, "/ideas/:idea/deed", showDeed),
        Route(.get, "/desk/ideas/:idea/deed", showDeedForm),
        Route(.post, "/desk/ideas/:idea/deed", bodyLimit: 32_768, drawUpDeed),
    ]

    @Sendable private static func showRegulation(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let version = visit.request.query["version"].flatMap { Int($0) }
        let seen = try await visit.look { try $0.regulationDetail(of: id, version: version) }
        let challenge = seen.value.challenge
        if let moved = visit.redirectIfMoved(to: visit.address.regulation(id, challenge.title)) {
            return moved
        }
        return visit.show(RegulationPage(seen, for: visit), to: seen, in: .challenges)
    }

    @Sendable private static func showRegulationForm(_ visit: Visit) async throws -> Response {
        try await showRegulationForm(visit, typed: nil, problems: [])
    }

    @Sendable private static func writeRegulation(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        let typed = TypedRegulation(try visit.form())
        let found = try await visit.look { try $0.regulationToWrite(of: id) }.value
        do {
            let content = try typed.content()
            _ = try await visit.app.store.writeRegulation(
                content, texts: visit.regulationTexts(content, found), of: id, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showRegulationForm(visit, typed: typed, problems: problems)
        }
        return visit.redirect(
            to: visit.address.regulation(id, found.challenge.title), saying: .regulationWritten)
    }

    private static func showRegulationForm(
        _ visit: Visit, typed: TypedRegulation?, problems: [Problem]
    ) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.regulationToWrite(of: id)
        }
        let present = visit.address.regulationForm(id, seen.value.challenge.title)
        if typed == nil, let moved = visit.redirectIfMoved(to: present) { return moved }
        return visit.show(
            RegulationFormPage(seen.value, typed: typed, problems: problems, for: visit), to: seen,
            in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Deeds

    @Sendable private static func showDeed(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let seen = try await visit.look { try $0.deed(about: id) }
        guard seen.value.deed != nil else { throw Refusal.notFound }
        if let moved = visit.redirectIfMoved(to: visit.address.deed(seen.value.idea)) { return moved }
        return visit.show(DeedPage(seen, for: visit), to: seen, in: .challenges)
    }

    @Sendable private static func showDeedForm(_ visit: Visit) async throws -> Response {
        try await showDeedForm(visit, typed: nil, problems: [])
    }

    @Sendable private static func drawUpDeed(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.official()
        let typed = TypedDeed(try visit.form())
        do {
            try await visit.app.store.drawUp(try typed.deed(), about: id, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showDeedForm(visit, typed: typed, problems: problems)
        }
        let idea = try await visit.look { try $0.deed(about: id).idea }.value
        return visit.redirect(to: visit.address.deed(idea), saying: .deedDrawnUp)
    }

    private static func showDeedForm(_ visit: Visit, typed: TypedDeed?, problems: [Problem]) async throws
        -> Response
    {
        let id: IdeaID = try visit.identifier("idea")
        let seen = try await visit.look { try $0.deedToWrite(about: id) }
        let present = visit.address.deedForm(id, seen.value.idea.content.title)
        if typed == nil, let moved = visit.redirectIfMoved(to: present) { return moved }
        return visit.show(
            DeedFormPage(seen.value, typed: typed, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Address {
    /// Where everybody reads the rules of a challenge.
    func regulation(_ id: ChallengeID, _ title: String) -> String { "\(challenge(id, title))/regulation" }
    func regulationForm(_ id: ChallengeID, _ title: String) -> String {
        "\(desk)/challenges/\(Self.readable(id, title))/regulation"
    }
    /// Where the authors of an idea read the deed about it.
    func deed(_ idea: Idea) -> String { "\(self.idea(idea.id, idea.content.title))/deed" }
    func deedForm(_ id: IdeaID, _ title: String) -> String { "\(answer(id, title))/deed" }
}

/// What a manager typed for the rules of a challenge.
struct TypedRegulation: Sendable {
    var organiser = ""
    var entrants = ""
    var criteria = ""
    var jury = ""
    var prizes = ""
    var contact = ""
    var retentionMonths = ""
    var property = ""

    init(_ form: Form) {
        organiser = form["organiser"] ?? ""
        entrants = form["entrants"] ?? ""
        criteria = form["criteria"] ?? ""
        jury = form["jury"] ?? ""
        prizes = form["prizes"] ?? ""
        contact = form["contact"] ?? ""
        retentionMonths = form["retentionMonths"] ?? ""
        property = form["property"] ?? ""
    }

    init(_ content: RegulationContent) {
        organiser = content.organiser
        entrants = content.entrants
        criteria = content.criteria
        jury = content.jury
        prizes = content.prizes
        contact = content.contact
        retentionMonths = String(content.retentionMonths)
        property = content.property.rawValue
    }

    /// What is proposed for a challenge that has no rules yet.
    init(for found: RegulationToWrite, _ visit: Visit) {
        let wording = visit.wording
        let content = found.challenge.content
        organiser = visit.app.settings.insurer
        entrants = wording.text("regulation.default.entrants")
        let criteria = found.jury?.criteria.map(\.name) ?? []
        self.criteria =
            !criteria.isEmpty
            ? criteria.map { "- \($0)" }.joined(separator: "\n")
            : content.particulars.criteria.isEmpty
                ? wording.text("regulation.default.criteria") : content.particulars.criteria
        jury = wording.text("regulation.default.jury", ["insurer": .text(visit.app.settings.insurer)])
        contact = visit.app.settings.complaintAddress.replacing("mailto:", with: "")
        retentionMonths = "12"
        property = RegulationContent.Property.assessment.rawValue
    }

    /// The content. Throws `Refusal.invalid` if what was typed is none.
    func content() throws(Refusal) -> RegulationContent {
        guard let property = RegulationContent.Property(rawValue: property) else {
            throw .invalid("property", .unknownChoice)
        }
        return RegulationContent(
            organiser: organiser, entrants: entrants, criteria: criteria, jury: jury, prizes: prizes,
            contact: contact, retentionMonths: TypedNumber.count(retentionMonths) ?? 0, property: property)
    }
}

/// What a manager typed for a deed.
struct TypedDeed: Sendable {
    var extents: [Deed.Right: String] = [:]
    var rights: Set<Deed.Right> = []
    var purpose = ""
    var place = Deed.Place.france.rawValue
    var years = ""
    var isExclusive = false
    var price = ""

    init(_ form: Form) {
        for right in Deed.Right.allCases {
            extents[right] = form["extent-\(right.rawValue)"] ?? ""
            if form["right-\(right.rawValue)"] == "yes" { rights.insert(right) }
        }
        purpose = form["purpose"] ?? ""
        place = form["place"] ?? ""
        years = form["years"] ?? ""
        isExclusive = form["exclusive"] == "yes"
        price = form["price"] ?? ""
    }

    /// What was agreed last; nothing is ticked before.
    init(_ deed: Deed?) {
        guard let deed else { return }
        for grant in deed.rights {
            rights.insert(grant.right)
            extents[grant.right] = grant.extent
        }
        purpose = deed.purpose
        place = deed.place.rawValue
        years = String(deed.years)
        isExclusive = deed.isExclusive
        price = deed.price
    }

    /// The deed. Throws `Refusal.invalid` if what was typed is none.
    func deed() throws(Refusal) -> Deed {
        guard let place = Deed.Place(rawValue: place) else { throw .invalid("place", .unknownChoice) }
        return Deed(
            rights: Deed.Right.allCases.filter(rights.contains).map {
                Deed.Grant($0, extent: extents[$0] ?? "")
            }, purpose: purpose, place: place, years: TypedNumber.count(years) ?? 0,
            isExclusive: isExclusive, price: price)
    }
}
