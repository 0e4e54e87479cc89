import Domain
import Storage
import Templating

/// Two ideas to choose between, and what was answered so far.
struct DuelView: TemplateData {
    let left: SideView?
    let right: SideView?
    let first: String
    let second: String
    let isAgain: Bool
    let isUndecided: Bool
    let isDone: Bool
    let answers: [AnswerView]

    static let fields: [Field<Self>] = [
        Field("left") { $0.left }, Field("right") { $0.right }, Field("first") { $0.first },
        Field("second") { $0.second }, Field("isAgain") { $0.isAgain },
        Field("isUndecided") { $0.isUndecided }, Field("isDone") { $0.isDone },
        Field("hasPair") { $0.left != nil }, Field("answers") { $0.answers },
        Field("hasAnswers") { !$0.answers.isEmpty },
    ]

    /// One of the two.
    struct SideView: TemplateData {
        let id: String
        let title: String
        let href: String
        let excerpt: String
        let isPreferred: Bool

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("title") { $0.title }, Field("href") { $0.href },
            Field("excerpt") { $0.excerpt }, Field("isPreferred") { $0.isPreferred },
        ]
    }

    /// What was answered to a pair, and the way back to it.
    struct AnswerView: TemplateData {
        let text: String
        let href: String?

        static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("href") { $0.href }]
    }

    init(_ reading: DuelReading, isOpen: Bool, for visit: Visit) {
        let wording = visit.wording
        let ballot = visit.address.ballot(reading.challenge)
        func side(_ item: BallotItem?) -> SideView? {
            item.map {
                SideView(
                    id: $0.idea.description, title: $0.title, href: visit.address.idea($0.idea, $0.title),
                    excerpt: Markdown.summary($0.beginning, limit: 360),
                    isPreferred: reading.answered?.winner == $0.idea)
            }
        }
        left = side(reading.pair?.left)
        right = side(reading.pair?.right)
        first = left?.id ?? ""
        second = right?.id ?? ""
        isAgain = reading.answered != nil
        isUndecided = reading.answered.map { $0.winner == nil } ?? false
        isDone = isOpen && reading.pair == nil
        answers = reading.answers.map { answer, first, second in
            let isFirst = answer.winner == answer.first
            let key = answer.winner == nil ? "voting.duel.undecided" : "voting.duel.preferred"
            return AnswerView(
                text: wording.text(
                    key,
                    [
                        "one": .text(isFirst ? first : second), "other": .text(isFirst ? second : first),
                    ]), href: isOpen ? "\(ballot)?pair=\(answer.first)-\(answer.second)" : nil)
        }
    }
}
