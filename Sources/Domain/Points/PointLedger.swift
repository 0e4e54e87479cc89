extension LedgerAccount {
    /// The points of a member. They are no money, and nothing turns them into any.
    public static func points(of member: MemberID) -> LedgerAccount {
        LedgerAccount(known: "member:\(member):points")
    }

    /// From where points come; what it is below zero is what all people have.
    public static let pointsIssued = LedgerAccount(known: "world:points")
}

extension LedgerKey {
    /// The fact for which a line of points stands, so that it is posted once.
    public static func points(of member: MemberID, _ key: PointFact.Key, turn: Int) -> LedgerKey {
        LedgerKey(known: "points:\(member):\(key.source.rawValue):\(key.subject):\(turn)")
    }
}

extension PointEntry {
    /// Posts the entry for `member`; nil if the cap left nothing of it.
    public func act(for member: MemberID) -> LedgerAct? {
        Transfer(posted, .points, from: .pointsIssued, to: .points(of: member)).map {
            .post(.points(of: member, key, turn: turn), [$0])
        }
    }
}

extension PointLine {
    /// Takes back what the line posted for `member`; nil if it posted nothing.
    public func reversal(for member: MemberID) -> LedgerAct? {
        posted > 0 ? .reverse(.points(of: member, key, turn: turn)) : nil
    }
}
