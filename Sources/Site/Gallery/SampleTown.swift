import Domain
import Foundation
import HTTP
import HTTPTypes
import Logging
import Storage

/// A small platform for the gallery, which always begins at the same moment of the same story.
final class SampleTown: Sendable {
    let app: App
    let places: SamplePlaces
    private let sessions: [SamplePerson: SessionToken]
    private let folder: URL

    /// Noon of 10 March 2026 in Paris.
    static let present = Timestamp(seconds: 1_773_140_400)

    /// Founds the town in a temporary folder. Throws what the store throws.
    init(like settings: Settings, home: String) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "essaim-gallery-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try Store(path: folder.appending(path: "gallery.sqlite").path)
        try await store.migrate()
        var logger = Logger(label: "gallery")
        logger.logLevel = .critical
        let clock = ContinuousClock()
        let founding = clock.now
        app = try App(
            store: store, settings: settings, home: home, passwords: PasswordHashing(cost: .least),
            logger: logger,
            // It runs, so that what is limited by time is allowed again.
            clock: { Self.present + .seconds((clock.now - founding).components.seconds) })
        var members: [SamplePerson: MemberID] = [:]
        var sessions: [SamplePerson: SessionToken] = [:]
        for person in SamplePerson.allCases {
            guard let member = try await person.settle(in: store) else { continue }
            let token = SessionToken.make()
            try await store.openSession(
                token.key, for: member, at: Self.present, until: Self.present + .days(3_000))
            members[person] = member
            sessions[person] = token
        }
        self.sessions = sessions
        places = try await SampleStory(store: store, members: members).play()
        app.imports.keep(
            FundImports.Import(
                community: places.community, progress: BookingProgress(lines: 48_000, percent: 41)),
            as: SamplePlaces.importTicket)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What `person` gets in answer to a request, redirections followed.
    func answer(
        _ person: SamplePerson, _ method: HTTPRequest.Method = .get, _ target: String,
        form: [(name: String, value: String)] = []
    ) async throws -> Response {
        var response = await app.respond(to: try request(person, method, target, form: form))
        for _ in 0..<3 {
            guard response.status.kind == .redirection, let next = response.headers[.location] else { break }
            response = await app.respond(to: try request(person, .get, next))
        }
        return response
    }

    /// The visit of `person` to a page.
    func visit(_ person: SamplePerson, _ target: String) throws -> Visit {
        Visit(app: app, request: try request(person, .get, target), parameters: nil)
    }

    private func request(
        _ person: SamplePerson, _ method: HTTPRequest.Method, _ target: String,
        form: [(name: String, value: String)] = []
    ) throws -> Request {
        var headers: HTTPFields = [:]
        let session = sessions[person]
        if let session {
            let name = SessionToken.cookieName(isSecure: app.settings.isSecure)
            headers[.cookie] = "\(name)=\(session.text)"
        }
        guard method != .get else { return try Request(.get, target, headers: headers) }
        headers[.contentType] = "application/x-www-form-urlencoded"
        let fields = form + [(name: "formToken", value: FormToken(session: session).masked())]
        let body = Form(fields.map { Form.Field(name: $0.name, value: $0.value) }).encoded
        return try Request(method, target, headers: headers, body: Array(body.utf8))
    }
}

/// Who looks at the gallery's pages.
enum SamplePerson: String, CaseIterable, Sendable {
    case visitor
    case member
    case neighbour
    case newcomer
    case manager
    case moderator
    case juror
    case rewardOfficer
    case administrator

    private var pseudonym: String {
        switch self {
        case .visitor, .member: "Camille R."
        case .neighbour: "Ajonc"
        case .newcomer: "Léon"
        case .manager: "Claire M."
        case .moderator: "Hugo T."
        case .juror: "Hélène D."
        case .rewardOfficer: "Karim B."
        case .administrator: "Administration"
        }
    }

    private var roles: [Role] {
        switch self {
        case .manager: [.manager]
        case .moderator: [.moderator]
        case .juror: [.juror]
        case .rewardOfficer: [.rewardOfficer]
        default: []
        }
    }

    /// Opens the person's account; nobody for the visitor.
    fileprivate func settle(in store: Store) async throws -> MemberID? {
        guard self != .visitor else { return nil }
        let isStaff = self == .administrator || !roles.isEmpty
        let founding = SampleTown.present - .days(90)
        let member = try await store.register(
            Registration(
                email: "\(rawValue.lowercased())@gallery.example", pseudonym: pseudonym,
                password: "nobody signs in here", language: .french),
            passwordHash: "none", isAdministrator: self == .administrator, isStaff: isStaff, at: founding)
        if let member { try await store.appoint(member, to: roles, at: founding) }
        return member
    }
}
