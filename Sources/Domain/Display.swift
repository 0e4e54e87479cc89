/// In which order somebody finds the ideas of a challenge while people vote: those that were shown to the fewest people
/// come first, and a lot orders what is equal. There are only a few lots, so that one page serves many people; each
/// person has another one whenever the order is made anew.
public struct FairOrder: Hashable, Sendable {
    /// How many lots there are at a time.
    public static let lots = 16
    /// How long an order stays, so that the pages of one list fit together.
    public static let stay = Span.minutes(10)

    /// The ten minutes in which it holds, counted from 1970.
    private let turn: Int64
    /// From zero, below ``lots``.
    public let lot: Int

    /// - Parameter person: Any number that stands for somebody; the same person keeps their order for its whole stay.
    public init(of person: UInt64, at now: Timestamp) {
        turn = Self.turn(at: now)
        lot = Int(Self.mixed(Self.mixed(UInt64(bitPattern: turn)) ^ person) % UInt64(Self.lots))
    }

    /// The order of everybody who drew this lot.
    public init(lot: Int, at now: Timestamp) {
        turn = Self.turn(at: now)
        self.lot = lot
    }

    /// By what an order is known for as long as it stays.
    public static func turn(at now: Timestamp) -> Int64 { now.seconds / stay.seconds }

    /// The ideas, those that were shown least first.
    public func sorted(_ ideas: [(idea: IdeaID, shown: Int)]) -> [IdeaID] {
        let seed = Self.mixed(UInt64(bitPattern: turn) << 8 | UInt64(lot))
        return ideas.map { idea in
            let place = Self.mixed(seed ^ UInt64(bitPattern: idea.idea.rawValue))
            return (shown: idea.shown, place: place, idea: idea.idea)
        }
        .sorted { ($0.shown, $0.place, $0.idea) < ($1.shown, $1.place, $1.idea) }
        .map(\.idea)
    }

    /// A number in which each bit of `value` shows everywhere (the finaliser of SplitMix64, S. Vigna).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Challenge {
    /// Whether its ideas are shown by ``FairOrder``, and counted as they are: from the opening of its vote until nobody
    /// can vote any more.
    public func ordersFairly(at now: Timestamp) -> Bool {
        guard standing == .published || standing == .suspended,
            let voting = schedule.window(of: .vote), now >= voting.opensAt
        else { return false }
        return !schedule.isVotingOver(at: now)
    }
}
