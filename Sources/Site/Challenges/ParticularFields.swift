import Domain
import Templating

/// The fields that challenges of one blueprint alone have; nil for those of others.
struct ParticularFields: Sendable {
    /// Settled once the challenge is public: from then on there are versions.
    var draft: FieldView?
    var deliverables: FieldView?
    var criteria: FieldView?
    /// Settled once the challenge is public: solutions are submitted on it.
    var opensWinners: FieldView?
    var reviewThreshold: FieldView?

    /// In the order of the form.
    var named: [FieldView] {
        [draft, deliverables, criteria, opensWinners, reviewThreshold].compactMap(\.self)
    }

    init(_ typed: TypedChallenge, of blueprint: Blueprint, isPublic: Bool, builder: FormBuilder) {
        switch blueprint {
        case .openCall: break
        case .contest:
            deliverables = builder.text(
                "deliverables", value: typed.deliverables, hint: true, isRequired: false, isShort: true,
                maximum: Particulars.deliverablesRule.length.upperBound)
            criteria = builder.text(
                "criteria", value: typed.criteria, hint: true, isRequired: false, isShort: true,
                maximum: Particulars.criteriaRule.length.upperBound)
            guard !isPublic else { return }
            opensWinners = builder.checkbox("opensWinners", isChosen: typed.opensWinners, hint: true)
        case .draftReview:
            guard !isPublic else { return }
            draft = builder.text(
                "draft", value: typed.draft, hint: true, maximum: DraftRevision.textRule.length.upperBound)
        case .suggestionBox:
            reviewThreshold = builder.text(
                "reviewThreshold", value: typed.reviewThreshold, hint: true, isRequired: false,
                isShort: true, inputMode: "numeric")
        }
    }
}
