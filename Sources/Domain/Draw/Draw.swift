/// A draw of lots among participants that anybody can recompute with `sha256sum` and `sort`.
///
/// 1. Before entries close, the organiser publishes the SHA-256 of a secret seed: its commitment.
/// 2. Entries close: the list is fixed, and with it ``participantsFingerprint``.
/// 3. A public input that nobody could know before is added, and the seed is disclosed.
/// 4. ``key`` = SHA-256(`essaim-draw-1|seed|list|public input`), and each participant's ticket is
///    SHA-256(`key|participant`). The smallest tickets win.
///
/// The organiser cannot choose the seed after seeing the public input, and whoever makes the public input does not know
/// the seed. The order of the list does not matter, and each participant has the same chance.
public struct Draw: Hashable, Sendable {
    /// The name of this algorithm, which is part of what is hashed.
    public static let algorithm = "essaim-draw-1"

    /// The SHA-256 of the seed, published before entries closed.
    public let commitment: Fingerprint
    /// 32 to 128 letters, digits and `:_./-`.
    public let seed: String
    /// Fixed after the commitment by somebody else: the close of a stock exchange, the numbers of a lottery.
    public let publicInput: String
    /// Each once, in any order.
    public let participants: [String]
    /// How many are drawn; when there are fewer participants, all of them.
    public let winners: Int

    public init(
        commitment: Fingerprint, seed: String, publicInput: String, participants: [String], winners: Int
    ) {
        self.commitment = commitment
        self.seed = seed
        self.publicInput = publicInput
        self.participants = participants
        self.winners = winners
    }

    /// What somebody drew.
    public struct Ticket: Hashable, Sendable {
        public let participant: String
        public let fingerprint: Fingerprint
    }

    /// Whether the seed is the one that was committed to.
    public var keepsCommitment: Bool { Fingerprint(of: seed) == commitment }

    /// What has to be mended.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if !(32...128).contains(seed.utf8.count) || !LedgerName.isValid(seed) {
            problems.append(Problem(field: "seed", code: .wrong, limit: 32))
        }
        if publicInput.isEmpty || publicInput.utf8.contains(0x0A) {
            problems.append(Problem(field: "publicInput", code: publicInput.isEmpty ? .missing : .wrong))
        }
        if participants.isEmpty { problems.append(Problem(field: "participants", code: .missing)) }
        // A line of its own for each: an end of line inside of one would make another list of the same bytes.
        if participants.contains(where: { $0.isEmpty || $0.utf8.contains(0x0A) }) {
            problems.append(Problem(field: "participants", code: .wrong))
        }
        if Set(participants.map { Array($0.utf8) }).count != participants.count {
            problems.append(Problem(field: "participants", code: .taken))
        }
        if winners < 1 { problems.append(Problem(field: "winners", code: .outOfRange, limit: 1)) }
        return problems
    }

    /// The SHA-256 of the list: in the order of its bytes, each participant and an end of line.
    public var participantsFingerprint: Fingerprint {
        let sorted = participants.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return Fingerprint(of: sorted.map { $0 + "\n" }.joined())
    }

    /// What all tickets are made of.
    public var key: Fingerprint {
        Fingerprint(of: "\(Self.algorithm)|\(seed)|\(participantsFingerprint)|\(publicInput)")
    }

    /// The winning tickets, the first prize first.
    public var result: [Ticket] {
        let key = key
        let tickets = participants.map {
            Ticket(participant: $0, fingerprint: Fingerprint(of: "\(key)|\($0)"))
        }
        let ranked = tickets.sorted {
            $0.fingerprint.bytes.lexicographicallyPrecedes($1.fingerprint.bytes)
        }
        return Array(ranked.prefix(winners))
    }
}
