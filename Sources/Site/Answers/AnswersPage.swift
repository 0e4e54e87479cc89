import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// How the insurer keeps its promise of answers, for everybody to see.
    static let answersRoutes: [Route<Action>] = [Route(.get, "/answers", showAnswers)]

    @Sendable private static func showAnswers(_ visit: Visit) async throws -> Response {
        let number = visit.pageNumber
        let seen = try await visit.look { look in
            (all: try look.answerRecord(), list: try look.answersByChallenge(page: number))
        }
        return visit.show(
            AnswersPage(seen.value.all, seen.value.list, for: visit), to: seen,
            feeds: FeedAddress.platform(visit).links(visit))
    }
}

/// The platform's own record.
struct AnswersPage: Page {
    static let template = "answers/index"

    let kept: KeptView?
    let facts: [Fact]
    let median: String?
    let rows: [Row]
    let pages: PagesView?

    static let fields: [Field<Self>] = [
        Field("kept") { $0.kept }, Field("facts") { $0.facts }, Field("median") { $0.median },
        Field("rows") { $0.rows }, Field("hasRows") { !$0.rows.isEmpty }, Field("pages") { $0.pages },
    ]

    /// One number with what it counts.
    struct Fact: TemplateData {
        let text: String
        let tone: String

        static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("tone") { $0.tone }]
    }

    /// A challenge's record.
    struct Row: TemplateData {
        let title: String
        let href: String
        let promise: String
        let answered: Int
        let kept: String
        let waiting: Int
        let late: Int
        let median: String

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("promise") { $0.promise },
            Field("answered") { $0.answered }, Field("kept") { $0.kept }, Field("waiting") { $0.waiting },
            Field("late") { $0.late }, Field("isLate") { $0.late > 0 }, Field("median") { $0.median },
        ]
    }

    init(_ all: AnswerTally, _ list: ListPage<ChallengeAnswers>, for visit: Visit) {
        let wording = visit.wording
        func fact(_ name: String, _ count: Int, _ tone: String) -> Fact {
            Fact(text: wording.text("answers.fact.\(name)", ["count": .number(count)]), tone: tone)
        }
        kept = KeptView(all, wording: wording)
        median = wording.median(all.delays)
        facts = [
            fact("in-time", all.inTime, "leaf"), fact("too-late", all.tooLate, "plain"),
            fact("late", all.late, all.late > 0 ? "clay" : "leaf"),
            fact("waiting", all.waiting - all.late, "plain"),
        ]
        rows = list.items.map { item in
            Row(
                title: item.title, href: visit.address.challenge(item.challenge, item.title),
                promise: item.promise.map { wording.text("answers.days", ["count": .number($0)]) } ?? "",
                answered: item.tally.answered,
                kept: item.tally.percentKept.map { wording.percent($0) } ?? "",
                waiting: item.tally.waiting, late: item.tally.late,
                median: wording.median(item.tally.delays) ?? "")
        }
        pages = visit.pages(list)
    }
}

/// How well the promise of answers was kept.
struct KeptView: TemplateData {
    let percent: String
    let count: Int

    static let fields: [Field<Self>] = [Field("percent") { $0.percent }, Field("count") { $0.count }]

    /// Nil as long as no promise has fallen due.
    init?(_ tally: AnswerTally, wording: Wording) {
        guard let share = tally.percentKept else { return nil }
        percent = wording.percent(share)
        count = tally.due
    }
}

extension Wording {
    /// The median of delays: `12 jours`, `12,5 jours`; nil without answers.
    func median(_ delays: AnswerDelays) -> String? {
        guard let (lower, upper) = delays.middle else { return nil }
        let key = (lower + upper).isMultiple(of: 2) ? "answers.days" : "answers.days-and-half"
        return text(key, ["count": .number((lower + upper) / 2)])
    }
}
