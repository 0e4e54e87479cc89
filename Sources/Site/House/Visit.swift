import Domain
import HTTP
import HTTPTypes
import Logging
import Storage
import Templating

/// One request on its way to its answer, with what every page needs to know about it.
struct Visit: Sendable {
    let app: App
    let request: Request
    let parameters: Parameters?
    let language: Language
    let now: Timestamp
    let session: SessionToken?
    let wording: Wording

    init(app: App, request: Request, parameters: Parameters?) {
        self.app = app
        self.request = request
        self.parameters = parameters
        language = request.segments.first.flatMap(Language.init) ?? .french
        now = app.clock()
        wording = app.wording(language)
        session = request.cookie(SessionToken.cookieName(isSecure: app.settings.isSecure)).flatMap(
            SessionToken.init)
    }

    var address: Address { Address(language: language) }

    // MARK: Reading

    /// Reads all that the page needs, in one snapshot, as the visitor may see it.
    func look<Value: Sendable>(_ body: @escaping @Sendable (Look) throws -> Value) async throws -> Seen<Value>
    {
        try await app.store.look(as: session?.key, at: now, body)
    }

    /// The number at the beginning of a path's parameter. Throws `Refusal.notFound` without one.
    func identifier<Entity>(_ parameter: String) throws(Refusal) -> Identifier<Entity> {
        guard let id: Identifier<Entity> = parameters?[parameter].flatMap(Address.number) else {
            throw .notFound
        }
        return id
    }

    /// The page of the list that is asked for, from 1; nonsense is the first page.
    var pageNumber: Int { max(1, request.query["page"].flatMap { Int($0) } ?? 1) }

    // MARK: Acting

    /// The member who acts, within what one person may write in a minute. Throws `Refusal.signInRequired`.
    func writer() async throws -> MemberID {
        guard let session, let member = try await app.store.holder(of: session.key, at: now) else {
            throw Refusal.signInRequired
        }
        try app.limits.writing.take(member.description, at: now)
        return member
    }

    /// The posted form, whether files came with it or not. Throws `BadRequest` if the body is not one. A route's limit for its
    /// body is that of each value.
    func form() throws(BadRequest) -> Form {
        guard request.isMultipart else {
            do {
                return try request.form(limits: Form.Limits(valueLength: request.body.count))
            } catch { throw BadRequest() }
        }
        return try multipart().form
    }

    /// The posted form with its files; of a body that was cut, what came whole.
    func multipart() throws(BadRequest) -> Multipart {
        let limits = Multipart.Limits(form: Form.Limits(valueLength: request.body.count))
        do { return try request.multipart(limits: limits) } catch { throw BadRequest() }
    }

    /// The files that came with the form. Throws `BadRequest` if the body cannot be read.
    func files() throws(BadRequest) -> [Multipart.File] {
        guard request.isMultipart else { return [] }
        return try multipart().files
    }

    // MARK: Answering

    /// A page in its frame.
    func show<Value: Sendable>(
        _ page: some Page, to seen: Seen<Value>, in section: Section = .none, feeds: [Frame.FeedLink] = [],
        status: HTTPResponse.Status = .ok
    ) -> Response {
        answer(impression(of: page, for: seen, in: section, feeds: feeds, status: status), to: seen.profile)
    }

    /// A page in its frame, for whoever `viewer` is.
    func show(
        _ page: some Page, profile: Profile?, viewer: Viewer, attention: Attention = Attention(),
        in section: Section = .none,
        feeds: [Frame.FeedLink] = [], status: HTTPResponse.Status = .ok
    ) -> Response {
        let frame = frame(
            profile: profile, viewer: viewer, attention: attention, section: section,
            feeds: feeds)
        return answer(impression(of: page, in: frame, status: status), to: profile)
    }

    /// A page in its frame, not yet anybody's.
    func impression<Value: Sendable>(
        of page: some Page, for seen: Seen<Value>, in section: Section = .none, feeds: [Frame.FeedLink] = [],
        status: HTTPResponse.Status = .ok
    ) -> Impression {
        impression(
            of: page,
            in: frame(
                profile: seen.profile, viewer: seen.viewer, attention: seen.attention, section: section,
                feeds: feeds), status: status)
    }

    /// Rooms whose pages are full of figures, by the folders of their templates.
    private static let figureRooms: Set<Substring> = [
        "dashboard", "draw", "effect", "fund", "integrity", "regulation", "rewards",
    ]

    private func impression(of page: some Page, in frame: Frame, status: HTTPResponse.Status) -> Impression {
        var frame = frame
        if Self.figureRooms.contains(type(of: page).template.prefix { $0 != "/" }) {
            frame.figures = app.assets.address(of: "figures.css")
        }
        do {
            return .page(try app.pages.write(page, in: frame, locale: wording.locale), status)
        } catch {
            // Only a page missing from `App.pages` comes here, which a test rules out.
            app.logger.critical("\(error)")
            return .other(.plain(.internalServerError))
        }
    }

    /// What was printed, handed to the member whose `profile` it is, or to a visitor.
    func answer(_ impression: Impression, to profile: Profile?) -> Response {
        switch impression {
        case .page(let sheet, let status): answer(sheet, status, to: profile)
        case .other(let response): response
        }
    }

    /// A page with its blanks filled for the member whose `profile` it is, or for a visitor.
    func answer(_ sheet: Sheet, _ status: HTTPResponse.Status = .ok, to profile: Profile?) -> Response {
        // In the order of their numbers.
        let fillings = [FormToken(session: session).masked(), profile?.member.pseudonym ?? ""]
        var response = Response.html(sheet.filled(with: fillings), status: status)
        response.headers[.cacheControl] = session == nil ? "no-cache" : "no-cache, private"
        if request.cookie(Notice.cookie) != nil {
            response.set(Cookie(Notice.cookie, "", maxAge: 0, isSecure: app.settings.isSecure))
        }
        // Members alone: visitors hold no cookie that they did not ask for.
        if profile != nil, request.cookie(LanguageChoice.cookie) != language.rawValue {
            response.set(LanguageChoice.cookie(language, isSecure: app.settings.isSecure))
        }
        return response
    }

    /// Leads on after an act, and says there what was done.
    func redirect(to location: String, saying notice: Notice? = nil) -> Response {
        var response = Response.redirect(to: location)
        if let notice {
            response.set(Cookie(Notice.cookie, notice.rawValue, maxAge: 60, isSecure: app.settings.isSecure))
        }
        return response
    }

    /// Leads to the present address of something whose title, and so its readable address, changed.
    func redirectIfMoved(to present: String) -> Response? {
        guard request.path != present else { return nil }
        let query = request.query.encoded
        return .redirect(to: query.isEmpty ? present : "\(present)?\(query)", .permanentRedirect)
    }
}

/// A request whose form cannot be read: 400.
struct BadRequest: Error {}

/// A post that did not come from one of our own pages: 403.
struct ForeignPost: Error {}

/// A post from a page of ours that was opened before signing in or out: 403.
struct StaleForm: Error {}

/// The path exists, for other methods: 405.
struct WrongMethod: Error {
    let allow: [HTTPRequest.Method]
}

extension Visit {
    private func frame(
        profile: Profile?, viewer: Viewer, attention: Attention, section: Section,
        feeds: [Frame.FeedLink]
    ) -> Frame {
        let settings = app.settings
        let wording = wording
        let rest = request.segments.dropFirst().map { "/" + PathText.encode($0) }.joined()
        let alternates = Language.allCases.map { language in
            let path = "/\(language.rawValue)\(rest)"
            let query = query(in: language).encoded
            return Frame.Alternate(
                language: language.rawValue, code: language.rawValue.uppercased(),
                name: language == .french ? "Français" : "English",
                href: query.isEmpty ? path : "\(path)?\(query)", absolute: settings.baseURL + path,
                isCurrent: language == self.language)
        }
        return Frame(
            language: language.rawValue, root: address.root, insurer: settings.insurer,
            slogan: wording.text("home.title"), canonical: settings.baseURL + "/\(language.rawValue)\(rest)",
            stylesheet: app.assets.address(of: "essaim.css") ?? "",
            script: app.assets.address(of: "essaim.js") ?? "",
            icon: app.assets.address(of: "favicon.svg") ?? "",
            touchIcon: app.assets.address(of: "icon.png") ?? "",
            socialImage: settings.baseURL + (app.assets.address(of: "social.png") ?? ""),
            alternates: alternates,
            feeds: feeds, isDemonstration: settings.isDemonstration, inChallenges: section == .challenges,
            inThemes: section == .themes, inCommunities: section == .communities, inDesk: section == .desk,
            account: Frame.AccountMenu(of: viewer, attention: attention),
            flash: request.cookie(Notice.cookie).flatMap(Notice.init).map {
                Frame.Flash(
                    text: wording.text($0.rawValue, ["pseudonym": .text(profile?.member.pseudonym ?? "")]),
                    tone: "leaf")
            },
            complaintHref: settings.complaintAddress)
    }
}

/// The text of one path segment in an address.
enum PathText {
    private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)

    static func encode(_ segment: String) -> String {
        if segment.utf8.allSatisfy({ plain.contains($0) }) { return segment }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in segment.utf8 {
            if plain.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
