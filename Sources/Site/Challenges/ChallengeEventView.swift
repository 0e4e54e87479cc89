import Domain
import Templating

/// One change of a public challenge, as its page tells it.
struct ChallengeEventView: TemplateData {
    let word: String
    let tone: String
    let reason: HTML?
    let moves: [TextView]
    let who: String
    let when: Moment

    static let fields: [Field<Self>] = [
        Field("word") { $0.word }, Field("tone") { $0.tone }, Field("reason") { $0.reason },
        Field("moves") { $0.moves }, Field("hasMoves") { !$0.moves.isEmpty }, Field("who") { $0.who },
        Field("when") { $0.when },
    ]

    init(_ event: ChallengeEvent, in blueprint: Blueprint, wording: Wording) {
        word = wording.text("challenges.event.\(event.kind.rawValue)")
        tone =
            switch event.kind {
            case .datesChanged, .archived, .retrieved: "plain"
            case .resumed: "leaf"
            case .suspended, .cancelled: "clay"
            }
        reason = event.reason.map { Markdown.html($0) }
        moves = event.moves.flatMap { wording.sentences(on: $0, in: blueprint) }.map {
            TextView(text: $0)
        }
        who = wording.name(of: event.by)
        when = wording.preciseMoment(event.happenedAt)
    }
}

extension Wording {
    /// What a change of dates did, one sentence for each date.
    func sentences(on move: PhaseMove, in blueprint: Blueprint) -> [String] {
        let phase = Catalogue.Argument.text(phase(move.kind, in: blueprint))
        func date(_ moment: Timestamp) -> Catalogue.Argument { .text(dateAndTime(moment)) }
        guard let old = move.old else {
            guard let close = move.new.closesAt else {
                return [
                    text("challenges.move.added.open", ["phase": phase, "from": date(move.new.opensAt)])
                ]
            }
            return [
                text(
                    "challenges.move.added",
                    ["phase": phase, "from": date(move.new.opensAt), "to": date(close)])
            ]
        }
        var sentences: [String] = []
        if old.opensAt != move.new.opensAt {
            sentences.append(
                text(
                    "challenges.move.opens",
                    ["phase": phase, "new": date(move.new.opensAt), "old": date(old.opensAt)]))
        }
        if old.closesAt != move.new.closesAt, let before = old.closesAt {
            sentences.append(
                move.new.closesAt.map {
                    text("challenges.move.closes", ["phase": phase, "new": date($0), "old": date(before)])
                } ?? text("challenges.move.closes.never", ["phase": phase, "old": date(before)]))
        }
        return sentences
    }
}

extension ChallengeEvent.Kind {
    /// The word for what it means where no reason is given.
    var sentence: String {
        switch self {
        case .archived: "challenges.notice.archived"
        case .retrieved: "challenges.act.retrieve.about"
        case .datesChanged, .suspended, .resumed, .cancelled: "challenges.act.resume.about"
        }
    }
}
