import Domain
import Storage
import Templating

/// A draw as everybody can verify it: what was promised before, what came of it, and how to compute it again.
struct DrawPage: Page {
    static let template = "draw/show"

    let challenge: String
    let challengeHref: String
    let commitment: String
    let committed: Moment
    let source: String
    let winnerCount: Int
    let own: String?
    let ownWon: Bool
    let drawn: DrawnView?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("commitment") { $0.commitment }, Field("committed") { $0.committed },
        Field("source") { $0.source }, Field("winnerCount") { $0.winnerCount }, Field("own") { $0.own },
        Field("ownWon") { $0.ownWon }, Field("drawn") { $0.drawn },
    ]

    /// What was drawn, and from what.
    struct DrawnView: TemplateData {
        let at: Moment
        let seed: String
        let publicInput: String
        let entryCount: Int
        let list: String
        let key: String
        let winners: [TicketView]
        let fileHref: String

        static let fields: [Field<Self>] = [
            Field("at") { $0.at }, Field("seed") { $0.seed }, Field("publicInput") { $0.publicInput },
            Field("entryCount") { $0.entryCount }, Field("list") { $0.list }, Field("key") { $0.key },
            Field("winners") { $0.winners }, Field("fileHref") { $0.fileHref },
        ]
    }

    /// A ticket that won.
    struct TicketView: TemplateData {
        let code: String
        let fingerprint: String

        static let fields: [Field<Self>] = [
            Field("code") { $0.code }, Field("fingerprint") { $0.fingerprint },
        ]
    }

    init(_ prize: PrizeDraw, in challenge: Challenge, own: String?, for visit: Visit) {
        let wording = visit.wording
        self.challenge = challenge.title
        challengeHref = visit.address.challenge(challenge.id, challenge.title)
        commitment = prize.commitment.description
        committed = wording.moment(prize.committedAt)
        source = prize.source
        winnerCount = prize.winners
        self.own = own
        let result = prize.drawn?.draw.result ?? []
        ownWon = result.contains { $0.participant == own }
        drawn = prize.drawn.map { drawn in
            DrawnView(
                at: wording.moment(drawn.at), seed: drawn.draw.seed, publicInput: drawn.draw.publicInput,
                entryCount: drawn.draw.participants.count,
                list: drawn.draw.participantsFingerprint.description, key: drawn.draw.key.description,
                winners: result.map {
                    TicketView(code: $0.participant, fingerprint: $0.fingerprint.description)
                },
                fileHref: "\(visit.address.draw(challenge.id, challenge.title)).json")
        }
    }
}

/// What the page of a challenge says of its draw.
struct DrawNote: TemplateData {
    let href: String
    let commitment: String

    static let fields: [Field<Self>] = [
        Field("href") { $0.href }, Field("commitment") { $0.commitment },
    ]

    init(_ draw: PrizeDraw, in challenge: Challenge, for visit: Visit) {
        href = visit.address.draw(challenge.id, challenge.title)
        commitment = draw.commitment.description
    }
}

/// Where a manager commits to a draw, and draws.
struct DrawDeskPage: Page {
    static let template = "draw/desk"

    let challenge: String
    let challengeHref: String
    let publicHref: String?
    let action: String
    let problems: ProblemSummary?
    let winners: FieldView?
    let source: FieldView?
    let announced: String?
    let publicInput: FieldView?
    let whyNot: String?
    let drawn: [WinnerView]

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("publicHref") { $0.publicHref }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("winners") { $0.winners },
        Field("source") { $0.source }, Field("mayCommit") { $0.winners != nil },
        Field("announced") { $0.announced }, Field("publicInput") { $0.publicInput },
        Field("whyNot") { $0.whyNot }, Field("drawn") { $0.drawn },
        Field("hasDrawn") { !$0.drawn.isEmpty },
    ]

    struct WinnerView: TemplateData {
        let code: String
        let name: String

        static let fields: [Field<Self>] = [Field("code") { $0.code }, Field("name") { $0.name }]
    }

    init(
        _ seen: Seen<(challenge: Challenge, draw: PrizeDraw?, winners: [DrawnWinner])>, typed: TypedDraw,
        problems found: [Problem], for visit: Visit
    ) {
        let wording = visit.wording
        let (challenge, draw, winners) = seen.value
        self.challenge = challenge.title
        challengeHref = visit.address.challenge(challenge.id, challenge.title)
        publicHref = draw.map { _ in visit.address.draw(challenge.id, challenge.title) }
        action = visit.address.drawDesk(challenge.id, challenge.title)
        let builder = FormBuilder(room: "draw", wording: wording, problems: found)
        let commitment = challenge.commitmentRefusal(
            for: seen.viewer, hasDraw: draw != nil, at: visit.now)
        let drawing = challenge.drawRefusal(for: seen.viewer, draw, at: visit.now)
        let mayCommit = commitment == nil
        self.winners =
            mayCommit
            ? builder.text(
                "winners", kind: "number", value: typed.winners, hint: true, isShort: true,
                inputMode: "numeric") : nil
        source = mayCommit ? builder.text("source", value: typed.source, hint: true) : nil
        announced = draw?.source
        var input = drawing == nil ? builder.text("publicInput", value: typed.publicInput, hint: true) : nil
        if found.contains(where: { $0.field == "publicInput" && $0.code == .wrong }) {
            input?.problem = wording.text("draw.problem.line")
        }
        publicInput = input
        let isDone = draw?.drawn != nil
        whyNot =
            mayCommit || drawing == nil || isDone
            ? nil
            : (draw == nil ? commitment : drawing).map {
                $0 == .conflict(.participationStillOpen)
                    ? wording.text("draw.still-open") : wording.sentence($0)
            }
        drawn = winners.map { WinnerView(code: $0.code, name: wording.name(of: $0.member)) }
        problems = builder.summary(of: [self.winners, source, publicInput].compactMap(\.self))
    }
}
