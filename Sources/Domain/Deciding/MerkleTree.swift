import Crypto

/// A Merkle tree as RFC 6962 §2.1 has it (and certificate transparency with it): one root stands for a list of entries,
/// and a few fingerprints prove that an entry is among them.
public struct MerkleTree: Sendable {
    /// The fingerprints of the entries, then of pairs of them, up to the root; an odd one out moves up as it is.
    private let levels: [[Fingerprint]]

    /// The tree over `entries`, in their order.
    public init(_ entries: [[UInt8]]) {
        var levels = [entries.map(Self.leaf)]
        while let level = levels.last, level.count > 1 {
            levels.append(
                stride(from: 0, to: level.count, by: 2).map { index in
                    index + 1 < level.count ? Self.node(level[index], level[index + 1]) : level[index]
                })
        }
        self.levels = levels
    }

    public var count: Int { levels[0].count }

    /// What stands for the whole list; for an empty one, the SHA-256 of nothing.
    public var root: Fingerprint { levels.last?.first ?? Fingerprint(of: "") }

    /// The fingerprint of one entry: SHA-256 of a zero byte and the entry.
    public static func leaf(_ entry: [UInt8]) -> Fingerprint { hash([0] + entry) }

    /// The fingerprint of two that stand beside each other: SHA-256 of a byte of one and both.
    static func node(_ left: Fingerprint, _ right: Fingerprint) -> Fingerprint {
        hash([1] + left.bytes + right.bytes)
    }

    private static func hash(_ bytes: [UInt8]) -> Fingerprint {
        // A digest of SHA-256 has 32 bytes.
        Fingerprint(bytes: Array(SHA256.hash(data: bytes))) ?? .zero
    }

    /// The fingerprints that lead from the entry at `index` to the root (RFC 6962 §2.1.1), the lowest first.
    public func proof(of index: Int) -> [Fingerprint] {
        var index = index
        var path: [Fingerprint] = []
        for level in levels.dropLast() {
            let beside = index ^ 1
            if beside < level.count { path.append(level[beside]) }
            index /= 2
        }
        return path
    }

    /// Whether `proof` shows that `entry` is the one at `index` of `count` under `root` (RFC 9162 §2.1.3.2).
    public static func verifies(
        _ proof: [Fingerprint], of entry: [UInt8], at index: Int, in count: Int, under root: Fingerprint
    ) -> Bool {
        guard (0..<max(0, count)).contains(index) else { return false }
        var (place, last) = (index, count - 1)
        var reached = leaf(entry)
        for step in proof {
            guard last > 0 else { return false }
            if place % 2 == 1 || place == last {
                reached = node(step, reached)
                while place % 2 == 0, place != 0 {
                    place /= 2
                    last /= 2
                }
            } else {
                reached = node(reached, step)
            }
            place /= 2
            last /= 2
        }
        return last == 0 && reached == root
    }
}
