import Domain
import HTTP

/// The follow-up of an idea as a manager typed it.
struct TypedFollowUp: Sendable {
    var team = ""
    var steps: [Step]

    /// A step as it was typed; days as `2026-03-12`.
    struct Step: Sendable {
        var number = ""
        var title = ""
        var planned = ""
        var done = ""
        var note = ""

        /// Whether nothing was written: a line of the form that nobody used.
        var isEmpty: Bool { (number + title + planned + done + note).trimmed.isEmpty }
    }

    /// What stands so far, with two empty lines to go on.
    init(_ followUp: FollowUp?, wording: Wording) {
        team = followUp?.team ?? ""
        steps =
            followUp?.milestones.map { step in
                Step(
                    number: step.id.description, title: step.title,
                    planned: wording.inputDay(step.plannedFor),
                    done: step.doneAt.map { wording.inputDay($0) } ?? "", note: step.note)
            } ?? []
        addLines()
    }

    /// What was posted.
    init(_ form: Form) {
        team = form["team"] ?? ""
        steps = (0..<FollowUpContent.most).prefix { form["milestone-\($0)-title"] != nil }.map { index in
            func typed(_ name: String) -> String { form["milestone-\(index)-\(name)"] ?? "" }
            return Step(
                number: typed("number"), title: typed("title"), planned: typed("planned"),
                done: typed("done"),
                note: typed("note"))
        }
        steps.removeAll(where: \.isEmpty)
        addLines()
    }

    private mutating func addLines() {
        for _ in 0..<2 where steps.count < FollowUpContent.most { steps.append(Step()) }
    }

    /// What was meant. Throws `Refusal.invalid` with all that has to be mended if a day cannot be read.
    func content(at now: Timestamp, wording: Wording) throws(Refusal) -> FollowUpContent {
        var problems: [Problem] = []
        let written = steps.filter { !$0.isEmpty }.enumerated().map { index, step in
            func day(_ name: String, _ text: String) -> (start: Timestamp, end: Timestamp)? {
                let found = wording.day(fromInput: text)
                if found == nil, !text.trimmed.isEmpty {
                    problems.append(Problem(field: "milestone-\(index)-\(name)", code: .notADate))
                }
                return found
            }
            let planned = day("planned", step.planned)
            if step.planned.trimmed.isEmpty {
                problems.append(Problem(field: "milestone-\(index)-planned", code: .missing))
            }
            return FollowUpContent.Step(
                id: Int64(step.number).map { MilestoneID($0) }, title: step.title,
                plannedFor: planned?.end ?? now, doneAt: day("done", step.done)?.start, note: step.note)
        }
        let content = FollowUpContent(team: team, milestones: written)
        guard problems.isEmpty else { throw .invalid(content.problems(at: now) + problems) }
        return content
    }
}

extension Wording {
    /// The value that an `<input type="date">` takes: `2026-03-12`.
    func inputDay(_ moment: Timestamp) -> String { String(inputValue(moment).prefix(10)) }

    /// The first and the last second of the day that such an input says; nil if it is none.
    func day(fromInput text: String) -> (start: Timestamp, end: Timestamp)? {
        guard let start = moments(fromInput: text.trimmed + "T00:00")?.first else { return nil }
        return (start, time.sameTime(1, daysAfter: start) - .seconds(1))
    }
}
