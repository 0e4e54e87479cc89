import Domain
import HTTP

/// A phase as a manager typed it.
struct TypedPhase: Sendable {
    /// The number of a phase that is kept already; empty for a new one.
    var number = ""
    var kind: String
    /// The kind for which the rights were shown: those of another kind follow it as long as nobody touched them.
    var shownKind: String
    var rights: Phase.Rights
    var opens: String
    var closes: String

    /// The rights that a form asks for one by one, in its order.
    static let rightNames: [(name: String, right: Phase.Rights)] = [
        ("see", .see), ("submit", .submit), ("edit", .edit), ("comment", .comment), ("vote", .vote),
        ("judge", .judge),
    ]

    init(kind: Phase.Kind, opens: String, closes: String) {
        self.kind = kind.rawValue
        shownKind = kind.rawValue
        rights = kind.usualRights
        self.opens = opens
        self.closes = closes
    }

    init(_ phase: Phase, wording: Wording) {
        number = phase.number.map(String.init) ?? ""
        kind = phase.kind.rawValue
        shownKind = phase.kind.rawValue
        rights = phase.rights
        opens = wording.inputValue(phase.opensAt)
        closes = phase.closesAt.map { wording.inputValue($0) } ?? ""
    }

    /// What was posted for the phase in this place.
    init(_ form: Form, at index: Int) {
        func typed(_ name: String) -> String { form["phase-\(index)-\(name)"] ?? "" }
        number = typed("number")
        kind = typed("kind")
        shownKind = typed("shown")
        opens = typed("opens")
        closes = typed("closes")
        rights = Self.rightNames.reduce(into: []) { rights, named in
            if typed(named.name) == "yes" { rights.insert(named.right) }
        }
        if kind != shownKind, rights == Phase.Kind(rawValue: shownKind)?.usualRights, let chosen = meantKind {
            rights = chosen.usualRights
        }
    }

    /// The kind, if it is one.
    var meantKind: Phase.Kind? { Phase.Kind(rawValue: kind) }

    /// Whether its rights are others than those of its kind.
    var hasOwnRights: Bool { meantKind.map { rights != $0.usualRights } ?? true }
}

/// What a button of the form does to the row of phases, before anything is saved.
enum PhaseAct: Equatable, Sendable {
    /// Adds one behind the phase in this place.
    case add(Int)
    case remove(Int)
    /// Exchanges it with the one before.
    case raise(Int)
    /// Exchanges it with the one behind.
    case lower(Int)
    /// Moves all behind it, so that the next one opens when it closes.
    case follow(Int)

    /// The name under which the buttons send their values.
    static let name = "phases"

    /// The act that a button's value says: `add-2`; nil for anything else.
    init?(_ value: String) {
        let parts = value.split(separator: "-")
        guard parts.count == 2, let index = Int(parts[1]), index >= 0 else { return nil }
        switch parts[0] {
        case "add": self = .add(index)
        case "remove": self = .remove(index)
        case "raise": self = .raise(index)
        case "lower": self = .lower(index)
        case "follow": self = .follow(index)
        default: return nil
        }
    }

    /// The value that a button sends.
    var value: String {
        switch self {
        case .add(let index): "add-\(index)"
        case .remove(let index): "remove-\(index)"
        case .raise(let index): "raise-\(index)"
        case .lower(let index): "lower-\(index)"
        case .follow(let index): "follow-\(index)"
        }
    }
}

extension [TypedPhase] {
    /// The row after `act`; as it is, if the act does not fit it.
    func after(_ act: PhaseAct) -> [TypedPhase] {
        var phases = self
        switch act {
        case .add(let index):
            guard indices.contains(index), count < Schedule.most else { return self }
            let next = index + 1 < count ? self[index + 1].opens : ""
            phases.insert(
                TypedPhase(kind: .deliberation, opens: self[index].closes, closes: next), at: index + 1)
        case .remove(let index):
            guard indices.contains(index), count > 1 else { return self }
            phases.remove(at: index)
        case .raise(let index):
            guard indices.contains(index), index > 0 else { return self }
            phases.swapAt(index, index - 1)
        case .lower(let index):
            return after(.raise(index + 1))
        case .follow(let index):
            guard index >= 0, index + 1 < count, let close = WallClock(input: self[index].closes),
                let opening = WallClock(input: self[index + 1].opens)
            else { return self }
            for later in (index + 1)..<count {
                phases[later].opens.move(byMinutes: close.minutes - opening.minutes)
                phases[later].closes.move(byMinutes: close.minutes - opening.minutes)
            }
        }
        return phases
    }
}

extension String {
    /// Moves the date and time that a form shows, by the clock on the wall; anything else stays.
    fileprivate mutating func move(byMinutes minutes: Int64) {
        guard let clock = WallClock(input: self) else { return }
        self = WallClock(minutes: clock.minutes + minutes).input
    }
}
