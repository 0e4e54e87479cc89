public import Domain

/// A part of the addresses that anybody may read.
public struct PublicAddresses: Sendable {
    public let challenges: [Entry<Challenge>]
    public let ideas: [Entry<Idea>]
    /// How many parts there are; at least one.
    public let partCount: Int

    /// What an address is made from, and when the page last changed.
    public struct Entry<Thing>: Sendable {
        public let id: Identifier<Thing>
        public let title: String
        public let changedAt: Timestamp
    }
}

extension Look {
    /// Numbers of ideas and of challenges in one part of the addresses.
    public static let addressesPerPart = 1_000

    /// The readable addresses of what a visitor may see, whoever looks: the challenges and ideas whose numbers belong
    /// to `part`, counted from 1. Parts follow from numbers, so that each is one stretch of an index and none changes
    /// its place when others come or go. Throws `Refusal.notFound` for a part that does not exist.
    public func publicAddresses(part: Int = 1) throws -> PublicAddresses {
        let size = Self.addressesPerPart
        let greatest = try db.one("SELECT coalesce(max(id), 0) FROM idea") { $0.count(0) } ?? 0
        let greatestChallenge = try db.one("SELECT coalesce(max(id), 0) FROM challenge") { $0.count(0) } ?? 0
        let partCount = max(1, (max(greatest, greatestChallenge) + size - 1) / size)
        guard (1...partCount).contains(part) else { throw Refusal.notFound }
        let first = (part - 1) * size
        let shown = "c.published_at IS NOT NULL AND \(Self.challengeIsVisible(to: .visitor))"
        let challenges = try db.rows(
            """
            SELECT c.id, c.title, max(c.published_at, coalesce(c.results_published_at, 0)) FROM challenge c
            WHERE c.id > ? AND c.id <= ? AND \(shown) ORDER BY c.id DESC
            """, first, first + size
        ) { PublicAddresses.Entry<Challenge>(id: $0.id(0), title: $0.text(1), changedAt: $0.time(2)) }
        let ideas = try db.rows(
            """
            SELECT i.id, i.title, max(i.submitted_at, coalesce(i.edited_at, 0), coalesce(i.decided_at, 0))
            FROM idea i CROSS JOIN challenge c ON c.id = i.challenge_id
            WHERE i.id > ? AND i.id <= ? AND +i.visibility = 'public' AND \(shown) ORDER BY i.id DESC
            """, first, first + size
        ) { PublicAddresses.Entry<Idea>(id: $0.id(0), title: $0.text(1), changedAt: $0.time(2)) }
        return PublicAddresses(challenges: challenges, ideas: ideas, partCount: partCount)
    }
}
