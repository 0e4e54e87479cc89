import Domain
import HTTP

/// The addresses of the platform's pages: links are made here, so that none dangles.
struct Address: Sendable {
    let language: Language

    /// `/fr`.
    var root: String { "/\(language.rawValue)" }
    var home: String { root }
    var challenges: String { "\(root)/challenges" }
    var themes: String { "\(root)/themes" }
    var communities: String { "\(root)/communities" }
    var desk: String { "\(root)/desk" }
    var signIn: String { "\(root)/sign-in" }
    func signUp(_ next: ReturnAddress) -> String {
        next.target.isEmpty ? "\(root)/sign-up" : "\(root)/sign-up?\((["next": next.target] as Form).encoded)"
    }
    func signIn(_ next: ReturnAddress) -> String {
        next.target.isEmpty ? signIn : "\(signIn)?\((["next": next.target] as Form).encoded)"
    }
    var account: String { "\(root)/account" }
    var accountPassword: String { "\(account)/password" }
    var accountDeletion: String { "\(account)/delete" }
    var ownIdeas: String { "\(root)/account/ideas" }
    var newChallenge: String { "\(root)/challenges/new" }
    var about: String { "\(root)/about" }
    var answers: String { "\(root)/answers" }
    var followUp: String { "\(root)/follow-up" }
    var feeds: String { "\(root)/feeds" }
    var search: String { "\(root)/search" }
    var rewards: String { "\(root)/rewards" }
    var roles: String { "\(root)/administration/roles" }

    func roles(of member: MemberID) -> String { "\(roles)/\(member)" }

    func challenge(_ id: ChallengeID, _ title: String) -> String {
        "\(challenges)/\(Self.readable(id, title))"
    }
    func idea(_ id: IdeaID, _ title: String) -> String { "\(root)/ideas/\(Self.readable(id, title))" }
    func comment(_ comment: CommentID, on idea: IdeaID, _ title: String) -> String {
        "\(self.idea(idea, title))#comment-\(comment)"
    }
    func theme(_ theme: Theme) -> String { "\(themes)/\(theme.slug)" }
    func prompt(_ id: PromptID, _ text: String, of theme: Theme) -> String {
        "\(self.theme(theme))/prompts/\(Self.readable(id, text))"
    }
    func community(_ community: Community) -> String { "\(communities)/\(community.slug)" }

    /// `12-un-titre`: the number finds the thing, the words are for people.
    static func readable<Entity>(_ id: Identifier<Entity>, _ title: String) -> String {
        let slug = Slug.make(from: title)
        return slug.isEmpty ? id.description : "\(id)-\(slug)"
    }

    /// The number at the beginning of `12-un-titre`; nil if there is none.
    static func number<Entity>(in segment: String) -> Identifier<Entity>? {
        let digits = segment.prefix { $0 != "-" }
        guard digits.allSatisfy({ ("0"..."9").contains($0) }), let number = Int64(digits), number > 0 else {
            return nil
        }
        return Identifier(number)
    }
}
