import Domain
import Storage
import Templating

/// What one may say of one idea on a ballot: a grade, tokens, whether it should be funded.
struct MarkView: TemplateData {
    let idea: IdeaID
    let title: String
    let href: String
    let excerpt: String
    let author: String
    let cost: String?
    /// `grades`, `tokens` or `shares`: how the choices are laid out.
    let layout: String
    let choices: [FieldView.Choice]
    let problem: String?
    /// Whether the vote is open; otherwise the chosen one is told.
    let isOpen: Bool
    let said: String?

    static let fields: [Field<Self>] = [
        Field("id") { "mark-\($0.idea)" }, Field("name") { "mark-\($0.idea)" }, Field("title") { $0.title },
        Field("href") { $0.href }, Field("excerpt") { $0.excerpt }, Field("author") { $0.author },
        Field("cost") { $0.cost }, Field("layout") { $0.layout }, Field("choices") { $0.choices },
        Field("problem") { $0.problem }, Field("isOpen") { $0.isOpen }, Field("said") { $0.said },
    ]

    /// - Parameter typed: What was posted for the idea and could not be kept; nil to show what is kept.
    init(
        _ item: BallotItem, in challenge: Challenge, typed: String? = nil, problem: Problem? = nil,
        isOpen: Bool, for visit: Visit
    ) {
        let wording = visit.wording
        let way = challenge.content.way
        idea = item.idea
        title = item.title
        href = visit.address.idea(item.idea, item.title)
        excerpt = Markdown.summary(item.beginning, limit: 260)
        author = wording.name(of: item.author)
        cost = item.cost.map { wording.money(cents: $0) }
        layout =
            switch way {
            case .majorityJudgment: "grades"
            case .equalShares: "shares"
            case .approval, .tokens, .pairwise: "tokens"
            }
        let value = typed ?? item.mark.map(String.init) ?? (way.keepsZero ? "" : "0")
        let all: [(String, String)] = (way.marks.map { Array($0) } ?? []).map {
            (String($0), Self.word(for: $0, way, wording))
        }
        // The best grade is read first; one that was given can be taken back.
        let ordered = way.keepsZero ? Array(all.reversed()) + [("", wording.text("voting.grade.none"))] : all
        choices = ordered.map { choice in
            FieldView.Choice(
                id: "mark-\(item.idea)-\(choice.0.isEmpty ? "none" : choice.0)", value: choice.0,
                label: choice.1, isChosen: choice.0 == value)
        }
        self.problem = problem.map { wording.sentence($0) }
        self.isOpen = isOpen
        said = isOpen ? nil : item.mark.map { Self.sentence(for: $0, way, wording) }
    }

    /// What a mark says where it stands alone: `Soutenue`, `3 jetons`, `Bien`.
    private static func sentence(for mark: Int, _ way: DecidingWay, _ wording: Wording) -> String {
        switch way {
        case .approval: wording.text("voting.said.supported")
        case .tokens: wording.text("voting.said.tokens", ["count": .number(mark)])
        case .majorityJudgment, .equalShares, .pairwise: word(for: mark, way, wording)
        }
    }

    /// `Bien`, `3`, `À financer`.
    static func word(for mark: Int, _ way: DecidingWay, _ wording: Wording) -> String {
        switch way {
        case .majorityJudgment:
            Grade(rawValue: mark).map { wording.text("voting.grade.\($0.name)") } ?? ""
        case .equalShares: wording.text(mark > 0 ? "voting.fund.yes" : "voting.fund.no")
        case .approval, .tokens, .pairwise: String(mark)
        }
    }
}

/// The part of a ballot that stands on an idea's own page, or the way to the ballot where it cannot.
struct MarkForm: TemplateData {
    let part: String
    let action: String
    let mark: MarkView?
    let progress: String?
    /// Nil for visitors, who have none.
    let ballotHref: String?
    let whyNot: String?
    let hiddenUntil: String?

    static let fields: [Field<Self>] = [
        Field("part") { $0.part }, Field("action") { $0.action }, Field("mark") { $0.mark },
        Field("progress") { $0.progress },
        Field("ballotHref") { $0.ballotHref }, Field("whyNot") { $0.whyNot },
        Field("hiddenUntil") { $0.hiddenUntil },
    ]

    /// Nil where people do not vote by marks or pairs, or not on this idea.
    init?(_ detail: IdeaDetail, viewer: Viewer, for visit: Visit) {
        let idea = detail.idea
        let challenge = detail.challenge.challenge
        let way = challenge.content.way
        guard way != .approval, let window = challenge.schedule.window(of: .vote), idea.visibility == .public
        else { return nil }
        let wording = visit.wording
        let refusal =
            way == .pairwise
            ? idea.duelRefusal(for: viewer, in: challenge, at: visit.now)
            : idea.markRefusal(for: viewer, in: challenge, cost: detail.cost, at: visit.now)
        let isOpen = challenge.schedule.rights(at: visit.now).contains(.vote)
        part = "ballot-\(idea.id)"
        action = "\(visit.address.idea(idea.id, idea.content.title))/mark"
        ballotHref = viewer.member == nil ? nil : visit.address.ballot(challenge)
        let item = BallotItem(detail)
        let maySay = refusal == nil || refusal == .signInRequired
        mark =
            way.marks != nil && (maySay || detail.mark != nil)
            ? MarkView(item, in: challenge, isOpen: maySay, for: visit) : nil
        progress =
            refusal == nil
            ? BallotProgress.words(for: way, marks: detail.marks, ideas: nil, wording) : nil
        whyNot = maySay ? nil : refusal.map { wording.sentence($0) }
        hiddenUntil = isOpen ? window.closesAt.map { wording.dateAndTime($0) } : nil
    }
}

/// How far a ballot has come.
enum BallotProgress {
    /// `Il vous reste 3 jetons sur 10.` Nil where there is nothing to tell.
    static func words(
        for way: DecidingWay, marks: [IdeaID: Int], ideas: Int?, _ wording: Wording
    ) -> String? {
        switch way {
        case .tokens(let count, _):
            wording.text(
                "voting.tokens.left",
                ["count": .number(max(0, count - marks.values.reduce(0, +))), "total": .number(count)])
        case .majorityJudgment:
            ideas.map {
                wording.text("voting.graded", ["count": .number(marks.count), "total": .number($0)])
            }
        case .equalShares(let envelope):
            wording.text(
                "voting.funding",
                ["count": .number(marks.count), "envelope": .text(wording.money(cents: envelope))])
        case .approval:
            wording.text("voting.supported", ["count": .number(marks.count)])
        case .pairwise: nil
        }
    }
}
