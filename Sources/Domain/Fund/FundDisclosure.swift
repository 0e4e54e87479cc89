/// How far those who are in a fund are told what others' facts came to, while facts still come in.
///
/// Whoever looks twice can subtract. So what is told moves on only with the end of a day by which facts of
/// ``Anonymity/fewest`` people stand, or stand no longer, that were not told so before: what two looks differ by is then
/// about as many people as each of them.
public struct FundDisclosure: Sendable {
    /// Days with whose end it moves on, the earliest first; none of them is today.
    public let days: [Day]
    private let history: [FundFact]

    /// - Parameter history: All that was booked, in its order, with what was taken back.
    public init(_ history: [FundFact], before today: Day) {
        self.history = history
        let changes = history.flatMap { fact in
            [fact.bookedAt, fact.withdrawnAt].compactMap(\.self).map { (day: Day($0), fact: fact) }
        }.sorted { $0.day < $1.day }
        var days: [Day] = []
        var untold: [MemberID: Set<FundFactID>] = [:]
        for (place, change) in changes.enumerated() where change.day < today {
            if let member = change.fact.member {
                // Booked and taken back before it was told is nothing at all.
                let facts = untold[member, default: []].symmetricDifference([change.fact.id])
                untold[member] = facts.isEmpty ? nil : facts
            }
            let isEndOfDay = place + 1 == changes.count || changes[place + 1].day > change.day
            guard isEndOfDay, untold.count >= Anonymity.fewest else { continue }
            days.append(change.day)
            untold = [:]
        }
        self.days = days
    }

    /// What stood at the end of `day`; of `own` facts, what stands now.
    public func facts(through day: Day, own: MemberID? = nil) -> [FundFact] {
        history.filter { fact in
            if own != nil, fact.member == own { return fact.withdrawnAt == nil }
            return Day(fact.bookedAt) <= day && fact.withdrawnAt.map { Day($0) > day } ?? true
        }
    }

    /// The facts of one member alone, as they stand now.
    public func facts(of member: MemberID) -> [FundFact] {
        history.filter { $0.member == member && $0.withdrawnAt == nil }
    }
}
