import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// Saying something under an idea.
    static let commentRoutes: [Route<Action>] = [
        Route(.post, "/ideas/:idea/comments", bodyLimit: 96 * 1_024, addComment),
        Route(.get, "/ideas/:idea/comments", showComments),
    ]

    @Sendable private static func addComment(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.writer()
        let typed = TypedComment(try visit.form())
        let comment: CommentID
        do {
            comment = try await visit.app.store.addComment(
                try visit.admit(try typed.content, answer: typed.answer), on: id, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await visit.showIdea(id, typed: typed.refused(for: problems))
        }
        let (idea, _) = try await visit.look { try $0.ideaInChallenge(id) }.value
        return visit.redirect(
            to: visit.address.comment(comment, on: id, idea.content.title), saying: .commentAdded)
    }

    /// Forms post here; whoever reloads what they answered finds the comments again.
    @Sendable private static func showComments(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        return .redirect(to: "\(visit.address.root)/ideas/\(id)#comments", .found)
    }
}

/// A comment as it was typed.
struct TypedComment: Sendable {
    /// The stance chosen; nil if none was, or none that there is. Who takes no side replies.
    let stance: Comment.Stance?
    let text: String
    /// The comment to which it replies.
    let parent: CommentID?
    /// Whether it is to speak for the insurer.
    let isOfficial: Bool
    /// What was answered to the guard's warning, if it was seen.
    let answer: Guard.Answer?
    private(set) var problems: [Problem] = []

    /// What may be chosen.
    static let stances: [Comment.Stance] = [.for, .against, .question]

    init(_ form: Form) {
        stance = form["stance"].flatMap(Comment.Stance.init)
        text = form["comment"] ?? ""
        parent = form["parent"].flatMap { Address.number(in: $0) }
        isOfficial = form["official"] == "yes"
        answer = form["act"].flatMap(Guard.Answer.init)
    }

    /// What the store takes. Throws `Refusal.invalid` if a stance is missing where one has to be taken.
    var content: CommentContent {
        get throws(Refusal) {
            if let stance = parent == nil ? stance : .reply {
                return CommentContent(stance: stance, text: text, parent: parent, isOfficial: isOfficial)
            }
            let content = CommentContent(stance: .question, text: text)
            throw .invalid([Problem(field: "stance", code: .unknownChoice)] + content.problems)
        }
    }

    /// The same, with what has to be mended.
    func refused(for problems: [Problem]) -> TypedComment {
        var refused = self
        refused.problems = problems
        return refused
    }
}
