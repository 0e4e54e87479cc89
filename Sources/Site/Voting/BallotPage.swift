import Domain
import HTTP
import Storage
import Templating

/// Somebody's ballot as they posted it, word for word.
struct TypedBallot: Sendable {
    /// What was said of each idea; empty for nothing.
    let marks: [IdeaID: String]

    init(_ form: Form) {
        let named = form.fields.compactMap { field -> (IdeaID, String)? in
            guard field.name.hasPrefix("mark-"),
                let idea: IdeaID = Address.number(in: String(field.name.dropFirst(5)))
            else { return nil }
            return (idea, field.value)
        }
        marks = Dictionary(named) { $1 }
    }

    /// What was meant. Throws `Refusal.invalid` for what no ballot of ours sends.
    func meant(_ way: DecidingWay) throws(Refusal) -> [IdeaID: Int?] {
        var meant: [IdeaID: Int?] = [:]
        for (idea, text) in marks {
            guard !text.isEmpty else {
                meant[idea] = .some(nil)
                continue
            }
            guard text.utf8.count < 5, let value = Int(text) else {
                throw .invalid("mark-\(idea)", .unknownChoice)
            }
            meant[idea] = value
        }
        return meant
    }
}

/// Somebody's ballot: idea by idea, or pair by pair.
struct BallotPage: Page {
    static let template = "voting/page"

    let challenge: String
    let challengeHref: String
    let title: String
    let rule: String
    let action: String
    let progress: String?
    let whyNot: String?
    let hiddenUntil: String?
    let marks: [MarkView]
    let isOpen: Bool
    let hasNext: Bool
    let pages: PagesView?
    let duel: DuelView?
    let receipt: String?
    let recountHref: String
    let problems: ProblemSummary?
    let empty: String?
    /// Where supports are given and withdrawn, under those that were given.
    let advice: String?
    let order: ListOrder?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("title") { $0.title }, Field("rule") { $0.rule }, Field("action") { $0.action },
        Field("progress") { $0.progress }, Field("whyNot") { $0.whyNot },
        Field("hiddenUntil") { $0.hiddenUntil }, Field("marks") { $0.marks },
        Field("hasMarks") { !$0.marks.isEmpty }, Field("isOpen") { $0.isOpen },
        Field("hasNext") { $0.hasNext },
        Field("pages") { $0.pages }, Field("duel") { $0.duel }, Field("receipt") { $0.receipt },
        Field("recountHref") { $0.recountHref }, Field("problems") { $0.problems },
        Field("empty") { $0.empty }, Field("advice") { $0.advice }, Field("order") { $0.order },
    ]

    /// A ballot that is filled idea by idea; `typed` is what could not be kept, with its problems.
    init(
        _ seen: Seen<BallotReading>, typed: TypedBallot? = nil, problems found: [Problem] = [],
        for visit: Visit
    ) {
        let reading = seen.value
        let wording = visit.wording
        let way = reading.challenge.content.way
        let refusal = reading.challenge.ballotRefusal(for: seen.viewer, at: visit.now)
        self.init(reading.challenge, refusal: refusal, receipt: reading.receipt, for: visit) {
            BallotProgress.words(for: way, marks: reading.marks, ideas: reading.ideaCount, wording)
        } marks: { isOpen in
            reading.items.items.map { item in
                MarkView(
                    item, in: reading.challenge, typed: typed?.marks[item.idea],
                    problem: found.first { $0.field == "mark-\(item.idea)" },
                    isOpen: isOpen && way != .approval, for: visit)
            }
        } duel: {
            nil
        } pages: {
            visit.pages(reading.items)
        } problems: {
            guard !found.isEmpty else { return nil }
            return ProblemSummary(
                list: found.map {
                    ProblemSummary.Item(
                        href: $0.field == "ballot" ? "#progress" : "#\($0.field)", text: wording.sentence($0))
                })
        }
    }

    /// A ballot of pairs.
    init(_ seen: Seen<DuelReading>, for visit: Visit) {
        let reading = seen.value
        let refusal = reading.challenge.ballotRefusal(for: seen.viewer, at: visit.now)
        self.init(reading.challenge, refusal: refusal, receipt: reading.receipt, for: visit) {
            visit.wording.text("voting.duels", ["count": .number(reading.answers.count)])
        } marks: { _ in
            []
        } duel: {
            DuelView(reading, isOpen: refusal == nil, for: visit)
        } pages: {
            nil
        } problems: {
            nil
        }
    }

    private init(
        _ challenge: Challenge, refusal: Refusal?, receipt: Receipt?, for visit: Visit,
        progress: () -> String?, marks: (Bool) -> [MarkView], duel: () -> DuelView?,
        pages: () -> PagesView?, problems: () -> ProblemSummary?
    ) {
        let wording = visit.wording
        let way = challenge.content.way
        self.challenge = challenge.title
        challengeHref = visit.address.challenge(challenge.id, challenge.title)
        title = wording.text("voting.title")
        rule = wording.rule(of: challenge.content)
        action =
            visit.address.ballot(challenge)
            + (visit.pageNumber > 1 ? "?page=\(visit.pageNumber)" : "")
        whyNot = refusal.map { wording.sentence($0) }
        isOpen = refusal == nil && way != .approval
        hiddenUntil =
            refusal == nil
            ? challenge.schedule.window(of: .vote)?.closesAt.map { wording.dateAndTime($0) } : nil
        self.progress = progress()
        self.marks = marks(refusal == nil)
        self.duel = duel()
        self.pages = pages()
        hasNext = self.pages?.nextHref != nil
        self.receipt = receipt?.description
        recountHref = visit.address.recount(challenge)
        self.problems = problems()
        let hasOrder = way == .pairwise ? self.duel != nil : way != .approval && !self.marks.isEmpty
        order = hasOrder ? ListOrder(ofBallot: way, wording: wording) : nil
        empty =
            self.marks.isEmpty && self.duel == nil
            ? wording.text(way == .approval ? "voting.none-supported" : "voting.none") : nil
        advice =
            refusal == nil && way == .approval && !self.marks.isEmpty
            ? wording.text("voting.none-supported") : nil
    }
}

extension Wording {
    /// How the vote of a challenge goes, in a sentence.
    func rule(of content: ChallengeContent) -> String {
        switch content.way {
        case .approval:
            content.voteQuota.map { text("challenges.quota", ["count": .number($0)]) }
                ?? text("challenges.quota.none")
        case .tokens(let count, let cap):
            text("voting.rule.tokens", ["count": .number(count), "cap": .number(cap)])
        case .majorityJudgment: text("voting.rule.majorityJudgment")
        case .pairwise: text("voting.rule.pairwise")
        case .equalShares(let envelope):
            text("voting.rule.equalShares", ["envelope": .text(money(cents: envelope))])
        }
    }
}
