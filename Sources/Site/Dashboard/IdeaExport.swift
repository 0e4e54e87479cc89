import Domain
import Storage

/// The ideas of a challenge as a spreadsheet: what was decided on each, when, and how long it took.
struct IdeaExport: Sendable {
    let name: String
    let bytes: [UInt8]

    /// The columns, in their order; each has a heading in every language.
    static let columns = [
        "number", "title", "text", "author", "visibility", "submitted", "comments", "supports", "decision",
        "reason", "decided", "due", "answered", "delay", "kept", "address",
    ]

    init(_ ideas: [ExportedIdea], of challenge: Challenge, for visit: Visit) {
        let wording = visit.wording
        let time = wording.time
        name = "\(visit.language == .french ? "idees" : "ideas")-\(challenge.id).csv"
        var sheet = Spreadsheet(Self.columns.map { wording.text("dashboard.column.\($0)") })
        for idea in ideas {
            let delay = idea.firstAnswerAt.flatMap { answer in
                idea.submittedAt.map { max(0, answer.since($0).seconds) / 86_400 }
            }
            let kept = idea.answerDue.flatMap { due -> String? in
                if let answer = idea.firstAnswerAt { return answer <= due ? "yes" : "no" }
                return visit.now > due ? "no" : nil
            }
            sheet.add([
                idea.number.map(String.init) ?? "", idea.title, idea.text,
                wording.author(
                    idea.author, isHidden: idea.hidesAuthor, challenge: challenge.id, number: idea.number),
                wording.text("dashboard.visibility.\(idea.visibility.rawValue)"),
                idea.submittedAt.map { time.isoDate($0) } ?? "", String(idea.commentCount),
                idea.supportCount.map(String.init) ?? "",
                idea.decision.map { wording.text("ideas.decision.\($0.rawValue)") } ?? "", idea.reason ?? "",
                idea.decidedAt.map { time.isoDate($0) } ?? "", idea.answerDue.map { time.isoDate($0) } ?? "",
                idea.firstAnswerAt.map { time.isoDate($0) } ?? "", delay.map { String($0) } ?? "",
                kept.map { wording.text("dashboard.kept.\($0)") } ?? "",
                visit.app.settings.baseURL + visit.address.idea(idea.idea, idea.title),
            ])
        }
        bytes = sheet.bytes
    }
}
