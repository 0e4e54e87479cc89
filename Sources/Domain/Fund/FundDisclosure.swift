/// How far those who are in a fund are told what others' facts came to, while facts still come in: as far as a
/// ``Disclosure`` of them goes.
public struct FundDisclosure: Sendable {
    /// Days with whose end it moves on, the earliest first; none of them is today.
    public let days: [Day]
    private let history: [FundFact]

    /// - Parameter history: All that was booked, in its order, with what was taken back.
    public init(_ history: [FundFact], before today: Day, by anonymity: Anonymity) {
        self.history = history
        let changes = history.flatMap { fact in
            [fact.bookedAt, fact.withdrawnAt].compactMap(\.self).map {
                (day: Day($0), person: fact.member, thing: fact.id)
            }
        }.sorted { $0.day < $1.day }
        days = Disclosure(changes, before: today, by: anonymity).days
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
