import Domain
import Testing

@Suite struct MerkleTreeTests {
    /// The entries and roots by which implementations of certificate transparency (RFC 6962) are tested.
    private static let entries: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Array(0x50...0x57), Array(0x60...0x6F),
    ]
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("has the published roots", arguments: 0...8)
    func root(count: Int) {
        #expect(MerkleTree(Array(Self.entries.prefix(count))).root.description == Self.roots[count])
    }

    @Test("proves each entry of every tree, and nothing else", arguments: 1...40)
    func proofs(count: Int) {
        let entries = (0..<count).map { Array("entry \($0)".utf8) }
        let tree = MerkleTree(entries)
        for (index, entry) in entries.enumerated() {
            let proof = tree.proof(of: index)
            func holds(_ proof: [Fingerprint], _ entry: [UInt8], _ index: Int) -> Bool {
                MerkleTree.verifies(proof, of: entry, at: index, in: count, under: tree.root)
            }
            #expect(holds(proof, entry, index))
            #expect(!holds(proof, Array("another".utf8), index))
            #expect(!holds(proof, entry, index + 1))
            #expect(!holds(proof + [.zero], entry, index))
            if !proof.isEmpty { #expect(!holds(proof.dropLast(), entry, index)) }
        }
    }

    @Test("the proof of the RFC's example is the published one")
    func example() {
        let tree = MerkleTree(Self.entries)
        #expect(
            tree.proof(of: 5).map(\.description) == [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
    }
}
