import Domain

extension Wording {
    /// One of `wordsByBlueprint`, as `challenge` has it.
    func ideaWord(_ word: String, in challenge: Challenge?) -> String {
        challenge?.content.blueprint == .contest ? text("ideas.solution.\(word)") : text("ideas.\(word)")
    }

    /// Where the words are that a form has for what people submit to `challenge`.
    static func ideaRoom(of challenge: Challenge) -> String {
        "ideas" + (challenge.content.blueprint == .contest ? ".solution" : "")
    }
}
