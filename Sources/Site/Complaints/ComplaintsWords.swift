import Domain

extension WordsUsed {
    /// What the room Complaints asks for.
    static let complaints = WordsUsed(
        literal: [
            "complaints.count",
            "complaints.due.none",
            "complaints.filter",
            "complaints.filter.answered",
            "complaints.filter.running",
            "complaints.flash.advanced",
            "complaints.flash.passed-on",
            "complaints.late",
            "complaints.lead.other",
            "complaints.lead.own",
            "complaints.step.acknowledge",
            "complaints.step.acknowledged",
            "complaints.step.answer",
            "complaints.step.answered",
            "complaints.step.received",
        ],
        families: [
            Family("complaints.act.", ["acknowledged", "answered"]),
            Family("complaints.column.", ComplaintsPage.columns),
            Family("complaints.due.", ["received", "acknowledged"], ["", ".late"]),
            Family("complaints.state.", Complaint.State.self),
        ])
}
