/// How far a figure about people who act on their own is told while they go on acting.
///
/// Whoever looks twice can subtract. So what is told moves on only with the end of a day by which ``Anonymity/fewest``
/// people stand differently than they were told: what two looks differ by is then about as many people as each of them.
public struct Disclosure: Sendable {
    /// Days with whose end it moves on, the earliest first; none of them is today.
    public let days: [Day]

    /// - Parameter changes: In the order of their days; who made each (nil for what is nobody's), and to which thing of
    ///   theirs. A thing that is changed twice stands as before.
    public init<Thing: Hashable>(
        _ changes: [(day: Day, person: MemberID?, thing: Thing)], before today: Day, by anonymity: Anonymity
    ) {
        var days: [Day] = []
        var untold: [MemberID: Set<Thing>] = [:]
        for (place, change) in changes.enumerated() where change.day < today {
            if let person = change.person {
                // Done and undone before it was told is nothing at all.
                let things = untold[person, default: []].symmetricDifference([change.thing])
                untold[person] = things.isEmpty ? nil : things
            }
            let isEndOfDay = place + 1 == changes.count || changes[place + 1].day > change.day
            guard isEndOfDay, untold.count >= anonymity.fewest else { continue }
            days.append(change.day)
            untold = [:]
        }
        self.days = days
    }
}
