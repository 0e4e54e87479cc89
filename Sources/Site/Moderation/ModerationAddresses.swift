import Domain
import HTTP
import Storage

extension PostID {
    /// The post that `idea-12`, `comment-7` or `reaction-3` names; nil for anything else.
    init?(path: String) {
        if path.hasPrefix("idea-"), let id: IdeaID = Address.number(in: String(path.dropFirst(5))) {
            self = .idea(id)
        } else if path.hasPrefix("comment-"),
            let id: CommentID = Address.number(in: String(path.dropFirst(8)))
        {
            self = .comment(id)
        } else if path.hasPrefix("reaction-"),
            let id: DraftReactionID = Address.number(in: String(path.dropFirst(9)))
        {
            self = .reaction(id)
        } else {
            return nil
        }
    }

    /// `idea-12`, `comment-7`, `reaction-3`: also where it stands in its page, unless it is the page.
    var path: String {
        switch self {
        case .idea(let id): "idea-\(id)"
        case .comment(let id): "comment-\(id)"
        case .reaction(let id): "reaction-\(id)"
        }
    }
}

extension Address {
    /// The public register of moderation.
    var moderationRegister: String { "\(root)/moderation" }
    /// What waits for moderators.
    var moderation: String { "\(desk)/moderation" }
    func moderation(of post: PostID) -> String { "\(moderation)/\(post.path)" }
    func redaction(of post: PostID) -> String { "\(moderation(of: post))/redact" }
    func report(_ post: PostID) -> String { "\(root)/posts/\(post.path)/report" }
    func appeal(_ post: PostID) -> String { "\(root)/posts/\(post.path)/appeal" }
    func withdraw(_ comment: CommentID) -> String { "\(root)/posts/\(PostID.comment(comment).path)/withdraw" }

    /// Where a post is read.
    func post(_ post: Post) -> String {
        let page = page(of: post.subject)
        return post.id.kind == .idea ? page : "\(page)#\(post.id.path)"
    }

    /// Where what is said about `subject` is read.
    func page(of subject: Post.Subject) -> String {
        switch subject {
        case .idea(let idea, _): page(of: idea)
        case .prompt(let prompt, let theme): self.prompt(prompt.id, prompt.text, of: theme)
        case .draft(let challenge): self.challenge(challenge.id, challenge.title)
        }
    }

    /// Where what is said about `subject` is sent to; what is refused is shown again in the middle of the page.
    func comments(on subject: Post.Subject) -> String { "\(page(of: subject))/comments#comments" }

    /// The page of what is around `subject`: its challenge, or its theme.
    func around(_ subject: Post.Subject) -> String {
        switch subject {
        case .idea(_, let challenge): self.challenge(challenge.id, challenge.title)
        case .prompt(_, let theme): self.theme(theme)
        case .draft(let challenge): draft(of: challenge)
        }
    }
}

extension Visit {
    /// Where something is moderated, as a link.
    func link(to place: ModeratedPlace) -> TitledLink {
        switch place {
        case .challenge(let id, let title): TitledLink(title: title, href: address.challenge(id, title))
        case .theme(let theme): TitledLink(title: theme.title(in: language), href: address.theme(theme))
        }
    }

    /// What a comment is about, as a link.
    func link(to subject: ReportedSubject) -> TitledLink {
        switch subject {
        case .idea(let id, let title): TitledLink(title: title, href: address.idea(id, title))
        case .prompt(let id, let text, let theme):
            TitledLink(title: text, href: address.prompt(id, text, of: theme))
        case .draft(let id, let title): TitledLink(title: title, href: address.challenge(id, title))
        }
    }

    /// What is around `subject`, in the language of the visit.
    func place(of subject: Post.Subject) -> String {
        switch subject {
        case .idea(_, let challenge), .draft(let challenge): challenge.title
        case .prompt(_, let theme): theme.title(in: language)
        }
    }

    /// The post that the path names. Throws `Refusal.notFound` if it names none.
    func postID() throws(Refusal) -> PostID {
        guard let id = parameters?["post"].flatMap(PostID.init(path:)) else { throw .notFound }
        return id
    }
}
