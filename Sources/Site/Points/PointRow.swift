import Domain
import Storage
import Templating

/// One line of a statement of points: something came, or was taken back.
struct PointRow: TemplateData {
    let date: Moment
    let why: String
    let subject: TitledLink?
    /// What a cap, a correction or an end of the fact made of it.
    let notes: [TextView]
    /// `+20`, `−20`, `0`.
    let points: String
    /// The number of its line in the ledger; nil without any.
    let entry: String?
    let contestHref: String?
    let contest: ContestView?

    static let fields: [Field<Self>] = [
        Field("date") { $0.date }, Field("why") { $0.why }, Field("subject") { $0.subject },
        Field("notes") { $0.notes }, Field("points") { $0.points }, Field("entry") { $0.entry },
        Field("contestHref") { $0.contestHref }, Field("contest") { $0.contest },
    ]

    /// An objection and its answer.
    struct ContestView: TemplateData {
        let state: String
        let tone: String
        let reason: String
        let answer: String?

        static let fields: [Field<Self>] = [
            Field("state") { $0.state }, Field("tone") { $0.tone }, Field("reason") { $0.reason },
            Field("answer") { $0.answer },
        ]

        init(_ contest: PointContest, wording: Wording) {
            let state =
                contest.answer.map { "points.contest.\($0.verdict.rawValue)" } ?? "points.contest.open"
            self.state = wording.text(
                state, ["date": .text(wording.date(contest.answer?.at ?? contest.contestedAt))])
            tone =
                switch contest.answer?.verdict {
                case nil: "honey"
                case .corrected: "leaf"
                case .kept: "plain"
                }
            reason = contest.reason
            answer = contest.answer?.text
        }
    }

    /// What a line earned.
    init(_ own: OwnPointLine, for visit: Visit) {
        let wording = visit.wording
        let line = own.line
        date = wording.moment(line.earnedAt)
        why = wording.text("points.source.\(line.key.source.rawValue)")
        subject = TitledLink(own.subject, for: visit)
        var notes: [String] = []
        if line.isSettled { notes.append(wording.text("points.note.settled")) }
        if line.isCut, let cap = line.cap {
            notes.append(
                wording.text(
                    "points.note.cut",
                    [
                        "earned": .text(wording.points(line.amount)), "cap": .text(wording.points(cap)),
                    ]))
        }
        self.notes = notes.map { TextView(text: $0) }
        points = line.posted == 0 ? "0" : "+\(line.posted)"
        entry = own.entry.map(String.init)
        contestHref = own.contestRefusal == nil ? visit.address.contest(line.id) : nil
        contest = own.contest.map { ContestView($0, wording: wording) }
    }

    /// That it was taken back.
    init(_ reversal: OwnPointLine.Reversal, of own: OwnPointLine, for visit: Visit) {
        let wording = visit.wording
        date = wording.moment(reversal.at)
        why = wording.text(
            "points.reversal.\(own.line.key.source.rawValue)")
        subject = TitledLink(own.subject, for: visit)
        let reason = reversal.isCorrection ? "points.note.corrected" : "points.note.gone"
        notes = [TextView(text: wording.text(reason))]
        points = own.line.posted == 0 ? "0" : "\u{2212}\(own.line.posted)"
        entry = reversal.entry.map(String.init)
        contestHref = nil
        contest = nil
    }

    /// The rows of a line, the latest first.
    static func rows(of own: OwnPointLine, for visit: Visit) -> [PointRow] {
        own.reversal.map { [PointRow($0, of: own, for: visit), PointRow(own, for: visit)] }
            ?? [PointRow(own, for: visit)]
    }
}

extension TitledLink {
    /// Where what a line is about can be read; nil if its owner may no longer see it.
    fileprivate init?(_ subject: OwnPointLine.Subject?, for visit: Visit) {
        guard let subject else { return nil }
        let href =
            subject.idea.map { visit.address.idea($0, subject.title) }
            ?? visit.address.challenge(subject.challenge, subject.title)
        self.init(title: subject.title, href: href)
    }
}

extension Wording {
    /// `40 points`.
    func points(_ count: Int64) -> String {
        text("points.count", ["count": .number(Int(count))])
    }
}
