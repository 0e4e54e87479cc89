import Domain
import Proving

/// A made-up vote of three weeks: people come by day and in waves, most support a few ideas, and some ideas are liked by
/// many more than others.
struct IntegrityWorld {
    static let start = Timestamp(seconds: 1_800_000_000)
    private(set) var votes: [CastVote] = []
    private(set) var joined: [MemberID: Timestamp] = [:]
    let ideas: [IdeaID]
    private var dice: Dice
    private var people: Int64 = 0

    init(seed: UInt64, voters: Int, ideas count: Int) {
        dice = Dice(seed)
        ideas = (1...Int64(count)).map { IdeaID($0) }
        for _ in 0..<voters { comeHonestly() }
    }

    var alerts: [VoteAlert] {
        VoteInspection(
            votes, joined: joined,
            submitted: Dictionary(uniqueKeysWithValues: ideas.map { ($0, Self.start - .days(10)) })
        ).alerts
    }

    private mutating func newcomer(joined at: Timestamp) -> MemberID {
        people += 1
        joined[MemberID(people)] = at
        return MemberID(people)
    }

    /// Somebody who votes in the daytime, more often in the first days and the last, within a quarter of an hour.
    private mutating func comeHonestly() {
        let days: Int64 = dice.roll(0...2) == 0 ? dice.roll(0...2) : dice.roll(0...20)
        let at = Self.start + Span(seconds: days * 86_400 + dice.roll(8 * 3_600...22 * 3_600))
        // One in ten opened the account to vote.
        let age = dice.roll(0...9) == 0 ? dice.roll(300...86_400) : dice.roll(3 * 86_400...400 * 86_400)
        let person = newcomer(joined: at - Span(seconds: age))
        var chosen: Set<IdeaID> = []
        for _ in 0..<dice.roll(1...5) {
            // The first ideas are liked best: the lower of two throws.
            chosen.insert(
                ideas[Int(min(dice.roll(0...Int64(ideas.count - 1)), dice.roll(0...Int64(ideas.count - 1))))])
        }
        for idea in chosen.sorted() {
            votes.append(CastVote(voter: person, idea: idea, at: at + Span(seconds: dice.roll(0...900))))
        }
    }

    /// So many people who agreed to vote for these ideas within `span`, from accounts of that age.
    mutating func conspire(_ count: Int, for targets: [IdeaID], within span: Span, age: Span) -> Set<MemberID>
    {
        let at = Self.start + Span(seconds: dice.roll(2...18) * 86_400 + dice.roll(9 * 3_600...20 * 3_600))
        var ring: Set<MemberID> = []
        for _ in 0..<count {
            let person = newcomer(joined: at - age)
            ring.insert(person)
            for target in targets {
                votes.append(
                    CastVote(voter: person, idea: target, at: at + Span(seconds: dice.roll(0...span.seconds)))
                )
            }
        }
        return ring
    }
}
