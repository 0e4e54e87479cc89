import Domain
import Storage
import Templating

/// All that is said of how a vote is checked, and the ballot that somebody looks for.
struct RecountReading: Sendable {
    let challenge: Challenge
    let commitment: Fingerprint?
    /// Nil before the results.
    let publication: VotePublication?
    let titles: [String: String]
    let typed: String
    let proof: BallotProof?
    let problems: [Problem]

    /// Throws `Refusal.notFound` where nobody votes, and for a ballot before the results.
    init(_ id: ChallengeID, typed: String?, in look: Look) throws {
        challenge = try look.challenge(id)
        guard challenge.schedule.window(of: .vote) != nil, challenge.standing != .draft else {
            throw Refusal.notFound
        }
        commitment = try look.seedCommitment(of: challenge)
        publication = try look.publication(of: challenge)
        self.typed = typed ?? ""
        guard let typed else {
            titles = [:]
            proof = nil
            problems = []
            return
        }
        guard publication != nil else { throw Refusal.notFound }
        titles = try look.titles(of: challenge)
        let receipt = Receipt(typed: typed)
        proof = try receipt.flatMap { try look.proof(of: $0, in: id) }
        let isAside = try proof == nil && receipt.map { try look.isSetAside($0, in: id) } ?? false
        problems =
            proof != nil
            ? []
            : [
                Problem(
                    field: "receipt",
                    code: typed.trimmed.isEmpty
                        ? .missing
                        : receipt == nil ? .notAReceipt : isAside ? .receiptSetAside : .unknownReceipt)
            ]
    }
}

/// How anybody counts a vote again, and finds their own ballot in it.
struct RecountPage: Page {
    static let template = "recount/check"

    let challenge: String
    let challengeHref: String
    let commitment: String?
    let published: PublishedView?
    let found: FoundView?
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("commitment") { $0.commitment }, Field("published") { $0.published },
        Field("found") { $0.found }, Field("problems") { $0.problems },
    ]

    init(_ reading: RecountReading, for visit: Visit) {
        let address = visit.address
        challenge = reading.challenge.title
        challengeHref = address.challenge(reading.challenge.id, reading.challenge.title)
        commitment = reading.commitment?.description
        let builder = FormBuilder(room: "recount", wording: visit.wording, problems: reading.problems)
        let receipt = builder.text("receipt", value: reading.typed, hint: true, autocomplete: "off")
        published = reading.publication.map { publication in
            PublishedView(
                fileHref: address.ballots(reading.challenge), file: "ballots-\(reading.challenge.id).json",
                outcomeHref: address.outcome(reading.challenge), seed: publication.seed,
                digest: publication.ranking.digest, root: publication.root.description,
                action: address.recount(reading.challenge), receipt: receipt)
        }
        found = reading.proof.map {
            FoundView($0, titles: reading.titles, way: reading.challenge.content.way, wording: visit.wording)
        }
        problems = builder.summary(of: [receipt])
    }

    /// What can be checked once the results are out.
    struct PublishedView: TemplateData {
        let fileHref: String
        let file: String
        let outcomeHref: String
        let seed: String
        let digest: String
        let root: String
        let action: String
        let receipt: FieldView

        static let fields: [Field<Self>] = [
            Field("fileHref") { $0.fileHref }, Field("file") { $0.file },
            Field("outcomeHref") { $0.outcomeHref }, Field("seed") { $0.seed },
            Field("digest") { $0.digest }, Field("ballotsRoot") { $0.root }, Field("action") { $0.action },
            Field("receipt") { $0.receipt },
        ]
    }

    /// Somebody's ballot, as it was counted.
    struct FoundView: TemplateData {
        let place: String
        let lines: [TextView]
        let line: String
        let leaf: String
        let path: [TextView]

        static let fields: [Field<Self>] = [
            Field("place") { $0.place }, Field("lines") { $0.lines }, Field("line") { $0.line },
            Field("leaf") { $0.leaf }, Field("path") { $0.path }, Field("hasPath") { !$0.path.isEmpty },
        ]

        init(_ proof: BallotProof, titles: [String: String], way: DecidingWay, wording: Wording) {
            place = wording.text(
                "recount.found.place", ["place": .number(proof.place + 1), "count": .number(proof.count)])
            line = proof.paper.line
            leaf = proof.leaf.description
            path = proof.path.map { TextView(text: $0.description) }
            func name(_ id: String) -> String {
                titles[id] ?? wording.text("recount.gone", ["number": .text(id)])
            }
            func said(_ id: String, _ what: String) -> TextView {
                TextView(text: name(id) + wording.colon + what)
            }
            let paper = proof.paper
            var lines = (paper.approvals ?? []).map { TextView(text: name($0)) }
            lines += (paper.grades ?? [:]).sorted { $0.key < $1.key }.map {
                said($0.key, wording.text("voting.grade.\($0.value)"))
            }
            lines += (paper.tokens ?? [:]).sorted { $0.key < $1.key }.map {
                said($0.key, wording.text("voting.tokens", ["count": .number($0.value)]))
            }
            lines += (paper.pairs ?? []).filter { $0.count == 2 }.map {
                TextView(
                    text: wording.text(
                        "voting.duel.preferred", ["one": .text(name($0[0])), "other": .text(name($0[1]))]))
            }
            self.lines = lines
        }
    }
}
