import Domain
import Proving
import Testing

@Suite struct LedgerPropertyTests {
    private static let accounts = ["world:x", "world:y", "a", "b", "c", "d"]

    private static func act(_ dice: inout Dice, keys: [LedgerKey]) -> LedgerAct? {
        let key =
            dice.roll(0...9) == 0 ? keys.randomElement(using: &dice) : LedgerKey("k\(dice.roll(0...9_999))")
        guard let key else { return nil }
        let transfers = (0..<dice.roll(1...3)).compactMap { _ in
            Transfer.of(
                dice.roll(1...200), dice.choice(of: accounts), dice.choice(of: accounts),
                dice.choice(of: Asset.allCases))
        }
        switch dice.roll(0...9) {
        case 0...4: return .post(key, transfers)
        case 5...6: return .reserve(key, transfers)
        default:
            guard let known = keys.randomElement(using: &dice) else { return nil }
            return dice.choice(of: [.settle(known), .void(known), .reverse(known)])
        }
    }

    private static func book(_ seed: UInt64, acts: Int) -> LedgerBook {
        var dice = Dice(seed)
        var book = LedgerBook()
        for number in 0..<acts {
            let keys = book.lines.map(\.entry.content.key)
            guard let act = act(&dice, keys: keys) else { continue }
            let before = book.balances
            do {
                try book.take(act, on: Day(number: 20_000 + number / 10))
            } catch {
                #expect(error is Refusal)
                #expect(book.balances == before)
            }
        }
        return book
    }

    @Test(
        "whatever is done, sums are zero, floors hold, and a replay gives the same",
        arguments: 0..<20 as Range<UInt64>)
    func invariants(seed: UInt64) {
        let book = Self.book(seed, acts: 200)
        #expect(book.lines.count > 30)
        for asset in Asset.allCases {
            let places = book.balances.filter { $0.key.asset == asset }
            #expect(places.reduce(0) { $0 + $1.value.posted } == 0)
        }
        for (place, balance) in book.balances {
            #expect(balance.held >= 0)
            #expect(place.account.isOutside || balance.available >= 0)
        }
        let (fault, replay) = LedgerBook.replay(book.lines)
        #expect(fault == nil)
        #expect(replay.balances == book.balances)
        #expect(replay.head == book.head)
    }

    @Test(
        "a line that is changed, moved, dropped or forged is found at its place",
        arguments: 0..<10 as Range<UInt64>)
    func tampering(seed: UInt64) throws {
        var dice = Dice(seed &+ 500)
        let book = Self.book(seed, acts: 80)
        for _ in 0..<20 {
            let index = Int(dice.roll(0...Int64(book.lines.count - 2)))
            let seq = Int64(index + 1)
            var lines = book.lines
            let entry = lines[index].entry
            let first = try #require(entry.content.transfers.first)
            let more = try #require(
                Transfer(first.amount + 1, first.asset, from: first.source, to: first.destination))
            let content = LedgerContent(
                key: entry.content.key, type: entry.content.type,
                transfers: [more] + entry.content.transfers.dropFirst())
            lines[index].entry = LedgerEntry(seq: seq, content: content, day: entry.day)
            #expect(LedgerBook.replay(lines).0 == LedgerFault(seq: seq, reason: .changed))
            lines = book.lines
            lines.swapAt(index, index + 1)
            #expect(LedgerBook.replay(lines).0 == LedgerFault(seq: seq, reason: .missing))
            lines = book.lines
            lines.remove(at: index)
            #expect(LedgerBook.replay(lines).0 == LedgerFault(seq: seq, reason: .missing))
        }
    }

    @Test("a chain hashed anew after a forgery still breaks where the rules do")
    func forgery() throws {
        let source = try #require(Transfer.of(100, "a", "b"))
        let key = try #require(LedgerKey("reverse:k"))
        for (type, reason) in [
            (LedgerContent.Kind.posted, LedgerFault.Reason.refused(.invalid("key", .wrong))),
            (.reversal, .refused(.notFound)), (.settled, .impossible),
        ] {
            let entry = LedgerHead.empty.next(
                LedgerContent(key: key, type: type, transfers: [source]), on: Day(number: 1))
            let fault = LedgerBook.replay([(entry, entry.fingerprint(after: .zero))]).0
            #expect(fault == LedgerFault(seq: 1, reason: reason))
        }
    }
}
