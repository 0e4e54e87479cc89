import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Draws among those who take part: for everybody to verify, for managers to commit to and to make.
    static let drawRoutes: [Route<Action>] = [
        Route(.get, "/challenges/:challenge/draw", showDraw),
        Route(.get, "/challenges/:challenge/draw.json", exportDraw),
        Route(.get, "/desk/challenges/:challenge/draw", showDrawDesk),
        Route(.post, "/desk/challenges/:challenge/draw", bodyLimit: 8_192, manageDraw),
    ]

    @Sendable private static func showDraw(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            let challenge = try look.challenge(id)
            guard let draw = try look.prizeDraw(of: challenge) else { throw Refusal.notFound }
            return (challenge: challenge, draw: draw, own: try look.ownTicket(in: id))
        }
        let (challenge, draw, own) = seen.value
        if let moved = visit.redirectIfMoved(to: visit.address.draw(id, challenge.title)) { return moved }
        return visit.show(
            DrawPage(draw, in: challenge, own: own, for: visit), to: seen, in: .challenges)
    }

    /// The file that `essaim draw` reads.
    @Sendable private static func exportDraw(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { try $0.prizeDraw(of: $0.challenge(id)) }
        guard let drawn = seen.value?.drawn else { throw Refusal.notFound }
        return Response(
            headers: [
                .contentType: "application/json", .cacheControl: "no-cache",
                .contentDisposition: "attachment; filename=\"draw-\(id).json\"",
            ], body: .bytes(Array(drawn.draw.file.utf8)))
    }

    @Sendable private static func showDrawDesk(_ visit: Visit) async throws -> Response {
        try await showDrawDesk(visit, typed: TypedDraw(), problems: [])
    }

    @Sendable private static func manageDraw(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        let typed = TypedDraw(try visit.form())
        let title = try await visit.look { try $0.drawToManage(id).challenge.title }.value
        let isDraw = typed.act == "draw"
        do {
            if isDraw {
                try await visit.app.store.draw(
                    in: id, publicInput: typed.publicInput, by: member, at: visit.now)
            } else {
                try await visit.app.store.commitDraw(
                    of: id, winners: TypedNumber.count(typed.winners) ?? 0, source: typed.source,
                    seed: SessionToken.make().text, by: member, at: visit.now)
            }
        } catch Refusal.invalid(let problems) {
            return try await showDrawDesk(visit, typed: typed, problems: problems)
        }
        return visit.redirect(
            to: visit.address.drawDesk(id, title), saying: isDraw ? .drawMade : .drawCommitted)
    }

    private static func showDrawDesk(_ visit: Visit, typed: TypedDraw, problems: [Problem]) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { try $0.drawToManage(id) }
        let present = visit.address.drawDesk(id, seen.value.challenge.title)
        if problems.isEmpty, let moved = visit.redirectIfMoved(to: present) { return moved }
        let page = DrawDeskPage(seen, typed: typed, problems: problems, for: visit)
        return visit.show(
            page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// What a manager typed about a draw.
struct TypedDraw: Sendable {
    var act = ""
    var winners = "1"
    var source = ""
    var publicInput = ""

    init() {}

    init(_ form: Form) {
        act = form["act"] ?? ""
        winners = form["winners"] ?? ""
        source = form["source"] ?? ""
        publicInput = form["publicInput"] ?? ""
    }
}

extension Address {
    /// Where anybody verifies the draw of a challenge.
    func draw(_ id: ChallengeID, _ title: String) -> String { "\(challenge(id, title))/draw" }

    /// Where a draw is committed to and made.
    func drawDesk(_ id: ChallengeID, _ title: String) -> String {
        "\(desk)/challenges/\(Self.readable(id, title))/draw"
    }
}

extension Draw {
    /// The draw as a file, from which `essaim draw` or anybody computes it again.
    var file: String {
        func quoted(_ text: String) -> String {
            var quoted = "\""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"", "\\": quoted += "\\\(scalar)"
                default: quoted.unicodeScalars.append(scalar)
                }
            }
            return quoted + "\""
        }
        return """
            {
              "commitment": "\(commitment)",
              "seed": \(quoted(seed)),
              "publicInput": \(quoted(publicInput)),
              "participants": [\(participants.map(quoted).joined(separator: ", "))],
              "winners": \(winners)
            }

            """
    }
}
