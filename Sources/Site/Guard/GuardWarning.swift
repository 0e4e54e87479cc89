import Domain
import Templating

/// What the guard found in a text that somebody is about to publish, and the ways to go on.
struct GuardWarning: TemplateData {
    let findings: [FindingView]
    /// What the buttons do.
    let about: String
    let correctHref: String
    /// Whether something can be masked.
    let canMask: Bool

    static let fields: [Field<Self>] = [
        Field("findings") { $0.findings }, Field("about") { $0.about },
        Field("correctHref") { $0.correctHref }, Field("canMask") { $0.canMask },
    ]

    struct FindingView: TemplateData {
        let kind: String
        let passage: String

        static let fields: [Field<Self>] = [
            Field("kind") { $0.kind }, Field("passage") { $0.passage },
        ]
    }

    /// Nil unless one of `problems` is the guard's.
    init?(_ problems: [Problem], in texts: [String], correctHref: String, for visit: Visit) {
        guard problems.contains(where: { Guard.Kind($0.code) != nil }) else { return nil }
        let wording = visit.wording
        let found = texts.flatMap { text in
            visit.app.settings.textGuard.findings(in: text).map { ($0, String(text[$0.range])) }
        }
        findings = found.map { finding, passage in
            FindingView(
                kind: wording.text("guard.kind.\(finding.kind.rawValue)"),
                passage: wording.text("guard.found", ["passage": .text(passage)]))
        }
        canMask = found.contains { $0.0.mask != nil }
        about = wording.text(canMask ? "guard.about.mask" : "guard.about.health")
        self.correctHref = correctHref
    }
}

extension Visit {
    /// The idea as its author may send it. Other faults come first: the guard speaks of a text that is ready.
    func admit(_ content: IdeaContent, answer: Guard.Answer?) throws(Refusal) -> IdeaContent {
        content.problems.isEmpty ? try app.settings.textGuard.admit(content, answer: answer) : content
    }

    /// The same with what was entered for the challenge's questions; the problems of all come together.
    func admit(_ content: IdeaContent, _ entries: [Entry], to questions: [Question], answer: Guard.Answer?)
        throws(Refusal) -> (IdeaContent, [Entry])
    {
        guard content.problems.isEmpty, questions.draftProblems(in: entries).isEmpty else {
            return (content, entries)
        }
        var problems: [Problem] = []
        var admitted = (content, entries)
        do throws(Refusal) { admitted.0 = try admit(content, answer: answer) } catch {
            if case .invalid(let found) = error { problems += found }
        }
        do throws(Refusal) {
            admitted.1 = try app.settings.textGuard.admit(entries, to: questions, answer: answer)
        } catch {
            if case .invalid(let found) = error { problems += found }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        return admitted
    }

    /// The comment as its author may send it. What speaks for the insurer may name its own services.
    func admit(_ content: CommentContent, answer: Guard.Answer?) throws(Refusal) -> CommentContent {
        guard content.problems.isEmpty, !content.isOfficial else { return content }
        let text = try app.settings.textGuard.admit(
            content.text, as: CommentContent.textRule.field, answer: answer)
        return CommentContent(stance: content.stance, text: text, parent: content.parent)
    }
}
