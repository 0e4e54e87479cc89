import Domain

extension WordsUsed {
    /// What the room House asks for.
    static let house = WordsUsed(
        literal: [
            "errors.404.visitor",
            "errors.429.next",
            "errors.back",
            "errors.stale",
            "forms.problem-of",
            "forms.problem.missing-choice",
            "layouts.sign-in",
        ],
        families: [
            Family("errors.", Failure.worded.map(String.init), [".heading", ".what", ".next"]),
            Family("errors.kept.", ErrorPage.Kept.names),
            Family("errors.reason.", Refusal.Reason.self),
            Family("forms.problem.", Problem.Code.self),
        ])
}
