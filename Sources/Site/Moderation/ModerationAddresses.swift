import Domain
import HTTP

extension PostID {
    /// The post that `idea-12` or `comment-7` names; nil for anything else.
    init?(path: String) {
        if path.hasPrefix("idea-"), let id: IdeaID = Address.number(in: String(path.dropFirst(5))) {
            self = .idea(id)
        } else if path.hasPrefix("comment-"),
            let id: CommentID = Address.number(in: String(path.dropFirst(8)))
        {
            self = .comment(id)
        } else {
            return nil
        }
    }

    /// `idea-12`, `comment-7`.
    var path: String {
        switch self {
        case .idea(let id): "idea-\(id)"
        case .comment(let id): "comment-\(id)"
        }
    }

    /// The room's word for what it is: `idea`, `comment`.
    var noun: String {
        switch self {
        case .idea: "idea"
        case .comment: "comment"
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
        let idea = page(of: post.idea)
        return post.comment.map { "\(idea)#comment-\($0.id)" } ?? idea
    }
}

extension Visit {
    /// The post that the path names. Throws `Refusal.notFound` if it names none.
    func postID() throws(Refusal) -> PostID {
        guard let id = parameters?["post"].flatMap(PostID.init(path:)) else { throw .notFound }
        return id
    }
}
