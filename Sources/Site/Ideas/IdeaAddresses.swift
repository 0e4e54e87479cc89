import Domain
import HTTP

extension Address {
    /// Where an idea is written for a challenge.
    func newIdea(in challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/ideas/new"
    }

    /// What resembles an idea that is written for a challenge.
    func similarIdeas(in challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/ideas/similar"
    }

    func edit(_ idea: Idea) -> String { "\(page(of: idea))/edit" }
    func receipt(_ idea: Idea) -> String { "\(page(of: idea))/receipt" }
    func withdraw(_ idea: Idea) -> String { "\(page(of: idea))/withdraw" }
    /// Where comments are sent to; a refused one is shown again in the middle of the page, where it was written.
    func comments(on idea: Idea) -> String { "\(page(of: idea))/comments#comments" }
    /// Where staff answer the idea.
    func answer(_ idea: Idea) -> String { "\(desk)/ideas/\(Self.readable(idea.id, idea.content.title))" }

    func page(of idea: Idea) -> String { self.idea(idea.id, idea.content.title) }
}

extension Visit {
    /// Leads to signing in, and from there to `path`.
    func askToSignIn(returningTo path: String) -> Response {
        redirect(to: signInAddress(returningTo: path))
    }
}
