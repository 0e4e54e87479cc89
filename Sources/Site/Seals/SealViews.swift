import Domain
import Storage
import Templating

/// The seal of a solution, with how anybody computes it again.
struct SealView: TemplateData {
    /// 64 hexadecimal digits, in groups that a phone can break.
    let groups: [TextView]
    let when: Moment
    /// How often it was sealed before, if it was changed.
    let earlier: String?
    /// Whether the text is no longer the one that was sealed.
    let isBroken: Bool
    let textHref: String
    let state: String?
    let consent: ConsentForm?

    static let fields: [Field<Self>] = [
        Field("groups") { $0.groups }, Field("when") { $0.when }, Field("earlier") { $0.earlier },
        Field("isBroken") { $0.isBroken }, Field("textHref") { $0.textHref }, Field("state") { $0.state },
        Field("consent") { $0.consent },
    ]

    /// Nil without a seal.
    init?(_ sealing: Sealing?, of idea: Idea, in challenge: Challenge, viewer: Viewer, for visit: Visit) {
        guard let sealing, let seal = sealing.seals.first else { return nil }
        let wording = visit.wording
        let digits = seal.fingerprint.description
        groups = stride(from: 0, to: digits.count, by: 8).map { start in
            TextView(text: String(digits.dropFirst(start).prefix(8)))
        }
        when = wording.preciseMoment(seal.sealedAt)
        let before = sealing.seals.count - 1
        earlier = before > 0 ? wording.text("seals.earlier", ["count": .number(before)]) : nil
        isBroken = Fingerprint(of: idea.content.sealedText) != seal.fingerprint
        textHref = visit.address.page(of: idea) + "/sealed.txt"
        consent = ConsentForm(sealing, on: idea, in: challenge, viewer: viewer, for: visit)
        if let opened = sealing.openedAt {
            state = wording.text("seals.opened", ["date": .text(wording.date(opened))])
        } else if consent == nil, idea.isAuthor(viewer), challenge.keepsSeals {
            state = wording.text(sealing.isAgreed == true ? "seals.agreed" : "seals.refused")
        } else {
            state = nil
        }
    }
}

/// Where an author says whether their solution may be opened after the results.
struct ConsentForm: TemplateData {
    let action: String
    let field: FieldView

    static let fields: [Field<Self>] = [Field("action") { $0.action }, Field("opening") { $0.field }]

    /// Nil unless it is theirs to say, now.
    init?(_ sealing: Sealing, on idea: Idea, in challenge: Challenge, viewer: Viewer, for visit: Visit) {
        guard idea.consentRefusal(for: viewer, in: challenge) == nil else { return nil }
        action = visit.address.page(of: idea) + "/opening"
        field = FormBuilder(room: "seals", wording: visit.wording).checkbox(
            "opening", isChosen: sealing.isAgreed ?? false, hint: true)
    }
}

extension Wording {
    /// What stays unseen, and until when.
    func seal(on challenge: Challenge) -> String {
        guard challenge.keepsSeals else { return text("challenges.sealed") }
        return text(
            challenge.content.particulars.opensWinners
                ? "challenges.sealed.winners" : "challenges.sealed.agreed")
    }
}

/// The solutions of a contest that are still sealed after its results.
struct SealedSolutions: TemplateData {
    let text: String
    /// The act that opens those whose authors agree; nil to all but managers.
    let open: Opening?

    static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("open") { $0.open }]

    struct Opening: TemplateData {
        let action: String
        let label: String

        static let fields: [Field<Self>] = [Field("action") { $0.action }, Field("label") { $0.label }]
    }

    /// Nil where none is sealed.
    init?(_ counts: (all: Int, agreed: Int)?, in challenge: Challenge, viewer: Viewer, for visit: Visit) {
        guard let counts, counts.all > 0 else { return nil }
        let wording = visit.wording
        text = wording.text("seals.kept", ["count": .number(counts.all)])
        open =
            challenge.openingRefusal(for: viewer, agreed: counts.agreed) == nil
            ? Opening(
                action: visit.address.challenge(challenge.id, challenge.title) + "/open",
                label: wording.text("seals.open", ["count": .number(counts.agreed)])) : nil
    }
}
