import Domain
import Testing

@Suite struct LedgerTests {
    private static func key(_ text: String) throws -> LedgerKey { try #require(LedgerKey(text)) }

    private static func transfers(_ parts: (Int64, String, String)...) throws -> [Transfer] {
        try parts.map { try #require(Transfer.of($0.0, $0.1, $0.2)) }
    }

    private static func refusal(_ body: () throws -> Void) -> Refusal? {
        do {
            try body()
            return nil
        } catch { return error as? Refusal }
    }

    /// 100 euros in the pool of fund 1.
    private static func book() throws -> LedgerBook {
        var book = LedgerBook()
        try book.take(.post(key("contrib:1:2027:a:1"), transfers((10_000, "world:member", "fund:1:pool"))))
        return book
    }

    @Test("a line is hashed with the link before it, in a form that anybody can write down")
    func chain() throws {
        var book = try Self.book()
        try book.take(
            .reserve(
                Self.key("prize:9"), Self.transfers((60, "fund:1:pool", "a:b"), (1, "fund:1:pool", "c.d/e"))))
        let zeros = String(repeating: "0", count: 64)
        let first = "v1|1|\(zeros)|contrib:1:2027:a:1|POSTED|2024-10-04|world:member>fund:1:pool>EUR>10000"
        #expect(book.lines[0].entry.canonicalLine(after: .zero) == first)
        #expect(book.lines[0].hash == Fingerprint(of: first))
        let second =
            "v1|2|\(Fingerprint(of: first))|prize:9|PENDING|2024-10-04"
            + "|fund:1:pool>a:b>EUR>60;fund:1:pool>c.d/e>EUR>1"
        #expect(book.head == LedgerHead("2:\(Fingerprint(of: second))")?.with(book.head.day))
        #expect(LedgerHead("2:abc") == nil)
    }

    @Test("the same fact twice has one effect, and another fact cannot take its key")
    func idempotency() throws {
        var book = try Self.book()
        let act = LedgerAct.post(try Self.key("k"), try Self.transfers((70, "fund:1:pool", "member:a")))
        let first = try book.take(act)
        #expect(try book.take(act, on: Day(number: 20_009)) == first)
        #expect(book.balance("member:a").posted == 70)
        let other = LedgerAct.post(try Self.key("k"), try Self.transfers((71, "fund:1:pool", "member:a")))
        #expect(Self.refusal { try book.take(other) } == .conflict(.ledgerKeyTaken))
        let set = LedgerAct.reserve(try Self.key("k"), try Self.transfers((70, "fund:1:pool", "member:a")))
        #expect(Self.refusal { try book.take(set) } == .conflict(.ledgerKeyTaken))
        #expect(book.lines.count == 2)
    }

    @Test("no account but the world has less than nothing to spend, amounts set aside included")
    func floors() throws {
        var book = try Self.book()
        func spend(_ amount: Int64, _ key: String) throws -> LedgerAct {
            .post(try Self.key(key), try Self.transfers((amount, "fund:1:pool", "world:member")))
        }
        try book.take(
            .reserve(Self.key("aside"), Self.transfers((4_000, "fund:1:pool", "member:a"))))
        #expect(book.balance("fund:1:pool") == LedgerBalance(posted: 10_000, held: 4_000))
        #expect(book.balance("member:a") == .zero)
        let tooMuch = try spend(6_001, "b")
        #expect(Self.refusal { try book.take(tooMuch) } == .conflict(.insufficientBalance))
        try book.take(spend(6_000, "b"))
        let unearned = LedgerAct.post(
            try Self.key("c"), try Self.transfers((1, "member:a", "world:member")))
        #expect(Self.refusal { try book.take(unearned) } == .conflict(.insufficientBalance))
        #expect(book.balance("world:member").posted == -4_000)
    }

    @Test("what is set aside ends once: settled or voided")
    func pending() throws {
        var book = try Self.book()
        for name in ["p", "q"] {
            try book.take(.reserve(Self.key(name), Self.transfers((100, "fund:1:pool", "member:a"))))
        }
        let settled = try book.take(.settle(Self.key("p")))
        #expect(try book.take(.settle(Self.key("p"))) == settled)
        let voided = LedgerAct.void(try Self.key("p"))
        #expect(Self.refusal { try book.take(voided) } == .conflict(.ledgerKeyTaken))
        try book.take(.void(Self.key("q")))
        #expect(book.balance("fund:1:pool") == LedgerBalance(posted: 9_900, held: 0))
        #expect(book.balance("member:a").posted == 100)
        let posted = LedgerAct.settle(try Self.key("contrib:1:2027:a:1"))
        #expect(Self.refusal { try book.take(posted) } == .conflict(.ledgerNotPending))
        let unknown = LedgerAct.settle(try Self.key("unknown"))
        #expect(Self.refusal { try book.take(unknown) } == .notFound)
    }

    @Test("a mistake is taken back once, and only what has moved")
    func reversal() throws {
        var book = try Self.book()
        try book.take(.post(Self.key("k"), Self.transfers((300, "fund:1:pool", "member:a"))))
        try book.take(.reserve(Self.key("p"), Self.transfers((100, "fund:1:pool", "member:a"))))
        let first = try book.take(.reverse(Self.key("k")))
        #expect(try first.content.transfers == Self.transfers((300, "member:a", "fund:1:pool")))
        #expect(try book.take(.reverse(Self.key("k"))) == first)
        #expect(book.balance("fund:1:pool") == LedgerBalance(posted: 10_000, held: 100))
        let waiting = LedgerAct.reverse(try Self.key("p"))
        #expect(Self.refusal { try book.take(waiting) } == .conflict(.ledgerNotReversible))
        try book.take(.settle(Self.key("p")))
        try book.take(waiting)
        #expect(book.balance("member:a") == .zero)
        let again = LedgerAct.reverse(try Self.key("reverse:k"))
        #expect(Self.refusal { try book.take(again) } == .conflict(.ledgerNotReversible))
    }

    @Test("what was spent meanwhile cannot be taken back")
    func spentReversal() throws {
        var book = try Self.book()
        try book.take(.post(Self.key("out"), Self.transfers((10_000, "fund:1:pool", "world:member"))))
        let back = LedgerAct.reverse(try Self.key("contrib:1:2027:a:1"))
        #expect(Self.refusal { try book.take(back) } == .conflict(.insufficientBalance))
    }

    @Test("euros and points do not meet")
    func assets() throws {
        var book = try Self.book()
        let points = try #require(Transfer.of(5, "fund:1:pool", "member:a", .points))
        let act = LedgerAct.post(try Self.key("k"), [points])
        #expect(Self.refusal { try book.take(act) } == .conflict(.insufficientBalance))
    }

    @Test("names, transfers and keys that could deceive are refused")
    func names() throws {
        for name in ["", "é", "a b", "a|b", "a;b", "a>b", "a\nb", String(repeating: "a", count: 161)] {
            #expect(LedgerAccount(name) == nil, "\(name)")
            #expect(LedgerKey(name) == nil, "\(name)")
        }
        #expect(LedgerAccount("Az09:_./-")?.name == "Az09:_./-")
        #expect(LedgerAccount("world:insurer")?.isOutside == true)
        #expect(LedgerAccount("fund:world:")?.isOutside == false)
        #expect(Transfer.of(0, "a", "b") == nil)
        #expect(Transfer.of(-1, "a", "b") == nil)
        #expect(Transfer.of(1, "a", "a") == nil)
        var book = try Self.book()
        for name in ["end:contrib:1:2027:a:1", "reverse:x"] {
            let act = LedgerAct.post(try Self.key(name), try Self.transfers((1, "world:x", "a")))
            #expect(Self.refusal { try book.take(act) } == .invalid("key", .wrong))
        }
        let empty = LedgerAct.post(try Self.key("k"), [])
        #expect(Self.refusal { try book.take(empty) } == .invalid("transfers", .missing))
        let long = LedgerAct.reverse(try Self.key(String(repeating: "a", count: 160)))
        #expect(Self.refusal { try book.take(long) } == .invalid("key", .tooLong, limit: 152))
    }

    @Test("sums that do not fit are refused rather than wrapped")
    func overflow() throws {
        var book = LedgerBook()
        let most = try Self.transfers((Int64.max, "world:x", "a"))
        try book.take(.post(Self.key("1"), most))
        let more = LedgerAct.post(try Self.key("2"), most)
        #expect(Self.refusal { try book.take(more) } == .conflict(.insufficientBalance))
    }

    @Test("the day never goes back")
    func days() throws {
        var book = try Self.book()
        let entry = try book.take(
            .post(Self.key("k"), Self.transfers((1, "world:x", "a"))), on: Day(number: 19_999))
        #expect(entry.day == Day(number: 20_000))
    }
}

extension LedgerHead {
    fileprivate func with(_ day: Day?) -> LedgerHead {
        LedgerHead(seq: seq, fingerprint: fingerprint, day: day)
    }
}
