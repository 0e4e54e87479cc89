import Domain

extension WordsUsed {
    /// What the room Regulation asks for.
    static let regulation = WordsUsed(
        literal: [
            "regulation.acceptances", "regulation.accepted", "regulation.article", "regulation.changes",
            "regulation.default.criteria", "regulation.default.entrants", "regulation.default.jury",
            "regulation.exclusive", "regulation.extent", "regulation.flash.deed",
            "regulation.flash.written", "regulation.receipt", "regulation.renewed",
            "regulation.rights.none", "regulation.shared", "regulation.text.phase",
            "regulation.text.phase.open", "regulation.text.prizes", "regulation.text.prizes.more",
            "regulation.text.prizes.none", "regulation.text.prizes.place", "regulation.text.prizes.steps",
            "regulation.text.prizes.sum", "regulation.version", "regulation.years",
        ],
        families: [
            Family(
                "regulation.article.",
                [
                    "acceptance", "criteria", "data", "dates", "disputes", "entrants", "fairness", "free",
                    "jury", "organiser", "prizes", "property", "ties", "unclaimed",
                ]),
            Family(
                "regulation.text.",
                [
                    "acceptance", "data", "data.retention", "data.rights", "dates", "disputes",
                    "disputes.law", "entrants", "fairness", "free", "jury", "jury-vote", "organiser",
                    "property", "property.assessment", "property.further", "property.negotiation",
                    "subject", "ties", "unclaimed",
                ]),
            Family(
                "regulation.field.",
                [
                    "contact", "criteria", "entrants", "exclusive", "jury", "organiser", "price", "prizes",
                    "purpose", "regulation", "retentionMonths", "years",
                ], ["", ".hint"]),
            Family("regulation.field.", ["place", "property"]),
            Family("regulation.place.", Deed.Place.self),
            Family("regulation.property.", RegulationContent.Property.self, ["", ".hint"]),
            Family("regulation.right.", Deed.Right.self, ["", ".about"]),
        ])
}
