import Domain

extension WordsUsed {
    /// What the room Jury asks for.
    static let jury = WordsUsed(
        literal: [
            "jury.begin",
            "jury.chain.all",
            "jury.chain.choices",
            "jury.chain.crowd",
            "jury.chain.shortlist",
            "jury.chain.solutions",
            "jury.chosen.crowd",
            "jury.chosen.jury",
            "jury.coverage",
            "jury.duty",
            "jury.flash.aside",
            "jury.flash.remark",
            "jury.flash.return",
            "jury.flash.rules",
            "jury.flash.scores",
            "jury.flash.seated",
            "jury.go-on",
            "jury.jurors",
            "jury.mismatch",
            "jury.no-score",
            "jury.of",
            "jury.place",
            "jury.problem.jurors",
            "jury.progress",
            "jury.scored-by",
            "jury.step.choice.crowd",
            "jury.step.choice.text",
            "jury.step.funding",
            "jury.step.funding.text",
            "jury.step.jury.text",
            "jury.step.shortlist.all",
            "jury.step.shortlist.text",
            "jury.step.vote.text",
            "jury.vote-place",
            "jury.waiting",
        ],
        families: [
            Family("jury.agreement.", Agreement.Reading.self),
            Family("jury.criterion.", TypedJury.parts),
            Family(
                "jury.field.",
                [
                    "note", "recusal", "remark", "jurorsPerIdea", "sharedIdeas", "shortlist", "choices",
                    "wildCards",
                ], ["", ".hint"]),
            Family("jury.state.", JuryCard.State.self),
            Family("jury.step.", SelectionStep.Kind.self),
            Family("jury.usual.", ["use", "doable", "new"], ["", ".lowest", ".middle", ".highest"]),
        ])
}
