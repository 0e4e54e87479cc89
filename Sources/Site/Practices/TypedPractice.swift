import Domain
import HTTP

/// A practice as somebody typed it; its cost in euros, or in a word.
struct TypedPractice: Sendable {
    private var values: [String: String] = [:]
    let answer: Guard.Answer?

    subscript(name: String) -> String { values[name] ?? "" }

    /// What people type for nothing, in both languages.
    private static let free: Set<String> = ["gratuit", "gratuite", "rien", "free", "nothing"]

    init() {
        answer = nil
    }

    /// What stands so far.
    init(_ content: PracticeContent, wording: Wording) {
        values = [
            "title": content.title, "does": content.does, "needs": content.needs, "takes": content.takes,
            "cost": wording.inputValue(cents: content.cost),
        ]
        answer = nil
    }

    /// What was posted.
    init(_ form: Form) {
        for field in form.fields where values[field.name] == nil { values[field.name] = field.value }
        answer = form["act"].flatMap(Guard.Answer.init)
    }

    /// The texts, for the guard to look at again.
    var texts: [String] { ["title", "does", "needs", "takes"].map { self[$0] } }

    /// What was meant. Throws `Refusal.invalid` with all that has to be mended if the cost cannot be read.
    func content() throws(Refusal) -> PracticeContent {
        let typed = self["cost"].trimmed
        let cents = Self.free.contains(typed.lowercased()) ? 0 : TypedNumber.cents(typed)
        let content = PracticeContent(
            title: self["title"], does: self["does"], needs: self["needs"], cost: cents ?? 0,
            takes: self["takes"])
        guard cents != nil else {
            throw .invalid(
                content.problems + [Problem(field: "cost", code: typed.isEmpty ? .missing : .notANumber)])
        }
        return content
    }
}
