import Domain
import Testing

/// A period computed by hand, with what it must come to.
struct FundCase: CustomTestStringConvertible {
    let name: String
    var rules = Self.rules()
    var opening: Int64 = 0
    var outstanding: Int64 = 0
    let events: [FundEvent]
    var surplus: Int64
    var distributed: Int64
    var carriedOver: Int64 = 0
    var repaid: Int64 = 0
    var retained: Int64 = 0
    /// Fee, insurer, prevention of all contributions.
    let taken: [Int64]
    /// By member.
    let cashback: [Int64]
    /// Pool, insurer, member of each claim.
    var claims: [[Int64]] = []

    var testDescription: String { name }

    var period: FundPeriod {
        FundPeriod(rules: rules, opening: opening, outstanding: outstanding, events: events)
    }

    /// Fee 20 %, insurer 40 %, pool 40 %, 150 € of a claim from the pool.
    static func rules(
        fee: Int64 = 2_000, insurer: Int64 = 4_000, prevention: Int64 = 0, deductible: Int64 = 0,
        limit: Int64 = 15_000, cover: Int64 = 1_000_000_000, firstEuro: Set<String> = [],
        reserve: Int64 = 0, reserveCap: Int64 = 1_000_000_000_000, cap: Int64 = 10_000,
        mode: FundRules.Mode = .prorata, leaver: FundRules.Leaver = .prorated,
        dropDown: FundRules.DropDown = .advance, backing: FundRules.Backing = .insurer
    ) -> FundRules {
        FundRules(
            feeBps: fee, insurerBps: insurer, preventionBps: prevention, deductible: deductible,
            perClaimPoolLimit: limit, coverLimit: cover, firstEuro: firstEuro, reserveBps: reserve,
            reserveCap: reserveCap, cashbackCapBps: cap, mode: mode, leaver: leaver, dropDown: dropDown,
            backing: backing)
    }

    static func pay(_ member: String, _ amount: Int64) -> FundEvent {
        .contribution(FundMember(member), amount: amount)
    }
    static func claim(_ member: String, _ gross: Int64, _ kind: String = "std") -> FundEvent {
        .claim(FundMember(member), gross: gross, kind: kind)
    }
    static func leave(_ member: String, _ days: Int64, of period: Int64 = 365) -> FundEvent {
        .leaving(FundMember(member), days: days, period: period)
    }

    private static let ten = (1...10).map { $0 < 10 ? "M0\($0)" : "M\($0)" }
    private static func all(_ members: [String], _ amount: Int64) -> [FundEvent] {
        members.map { pay($0, amount) }
    }
    private static let four = ["A", "B", "C", "D"]
    private static let five = ["A", "B", "C", "D", "E"]

    static let all: [FundCase] = [
        FundCase(
            name: "ten members, a small claim and a large one",
            events: all(ten, 10_000) + [claim("M01", 9_000), claim("M02", 50_000)], surplus: 16_000,
            distributed: 16_000, taken: [20_000, 40_000, 0], cashback: Array(repeating: 1_600, count: 10),
            claims: [[9_000, 0, 0], [15_000, 35_000, 0]]),
        FundCase(
            name: "no claim", events: all(ten, 10_000), surplus: 40_000, distributed: 40_000,
            taken: [20_000, 40_000, 0], cashback: Array(repeating: 4_000, count: 10)),
        FundCase(
            name: "the pool is exhausted", rules: rules(limit: 20_000),
            events: all(four, 20_000) + [claim("A", 15_000), claim("B", 18_000), claim("C", 9_000)],
            surplus: 0, distributed: 0, taken: [16_000, 32_000, 0], cashback: [0, 0, 0, 0],
            claims: [[15_000, 0, 0], [17_000, 1_000, 0], [0, 9_000, 0]]),
        FundCase(
            name: "rounding", rules: rules(fee: 1_750, insurer: 3_333),
            events: [pay("A", 10_001), pay("B", 6_667), pay("C", 3_333), claim("B", 4_567)],
            surplus: 5_270, distributed: 5_270, taken: [3_499, 6_665, 0], cashback: [2_635, 1_757, 878],
            claims: [[4_567, 0, 0]]),
        FundCase(
            name: "a leaver shares by their days", rules: rules(fee: 1_500, insurer: 3_500),
            events: all(["A", "B", "C"], 12_000) + [leave("C", 146), claim("A", 6_000)], surplus: 8_400,
            distributed: 8_400, taken: [4_320, 10_080, 0], cashback: [3_500, 3_500, 1_400],
            claims: [[6_000, 0, 0]]),
        FundCase(
            name: "a leaver forfeits", rules: rules(fee: 1_500, insurer: 3_500, leaver: .forfeit),
            events: all(["A", "B", "C"], 12_000) + [leave("C", 146), claim("A", 6_000)], surplus: 8_400,
            distributed: 8_400, taken: [4_320, 10_080, 0], cashback: [4_200, 4_200, 0],
            claims: [[6_000, 0, 0]]),
        FundCase(
            name: "cap and reserve",
            rules: rules(insurer: 3_000, reserve: 2_500, reserveCap: 10_000, cap: 2_000),
            events: all(four, 25_000) + [claim("A", 3_000)], surplus: 47_000, distributed: 20_000,
            carriedOver: 27_000, retained: 10_000, taken: [20_000, 30_000, 0],
            cashback: Array(repeating: 5_000, count: 4), claims: [[3_000, 0, 0]]),
        FundCase(
            name: "what was carried over is used",
            rules: rules(insurer: 3_000, reserve: 2_500, reserveCap: 10_000, cap: 2_000), opening: 27_000,
            events: all(four, 25_000) + four.map { claim($0, 15_000) }, surplus: 17_000, distributed: 12_750,
            carriedOver: 4_250, retained: 4_250, taken: [20_000, 30_000, 0],
            cashback: [3_188, 3_188, 3_187, 3_187], claims: Array(repeating: [15_000, 0, 0], count: 4)),
        FundCase(
            name: "prorata", events: eight, surplus: 5_000, distributed: 5_000, taken: [8_000, 16_000, 0],
            cashback: [1_250, 1_250, 2_500], claims: [[1_500, 0, 0], [9_500, 0, 0]]),
        FundCase(
            name: "claimfree", rules: rules(mode: .claimfree), events: eight, surplus: 5_000,
            distributed: 5_000, taken: [8_000, 16_000, 0], cashback: [0, 5_000, 0],
            claims: [[1_500, 0, 0], [9_500, 0, 0]]),
        FundCase(
            // Weights 2500, 4000 and nothing: C asked for more than they paid. 5000 · 2500/6500 = 1923.08.
            name: "offset", rules: rules(mode: .offset), events: eight, surplus: 5_000, distributed: 5_000,
            taken: [8_000, 16_000, 0], cashback: [1_923, 3_077, 0], claims: [[1_500, 0, 0], [9_500, 0, 0]]),
        FundCase(
            name: "deductible, limits, first euro",
            rules: rules(deductible: 3_000, cover: 100_000, firstEuro: ["bodily"]), outstanding: 4_000,
            events: all(ten, 30_000) + [
                claim("M01", 2_500), claim("M02", 10_000), claim("M03", 40_000), claim("M04", 150_000),
                claim("M05", 80_000, "bodily"),
            ], surplus: 79_000, distributed: 79_000, carriedOver: 4_000, taken: [60_000, 120_000, 0],
            cashback: Array(repeating: 7_900, count: 10),
            claims: [
                [0, 0, 2_500], [7_000, 0, 3_000], [15_000, 22_000, 3_000], [15_000, 85_000, 50_000],
                [0, 77_000, 3_000],
            ]),
        FundCase(
            name: "a claim before half of the contributions",
            events: all(five, 5_000) + [claim("A", 15_000)] + all(five, 5_000), surplus: 5_000,
            distributed: 5_000, repaid: 5_000, taken: [10_000, 20_000, 0],
            cashback: Array(repeating: 1_000, count: 5), claims: [[10_000, 5_000, 0]]),
        FundCase(
            name: "the same claim at the end",
            events: all(five, 5_000) + all(five, 5_000) + [claim("A", 15_000)], surplus: 5_000,
            distributed: 5_000, taken: [10_000, 20_000, 0], cashback: Array(repeating: 1_000, count: 5),
            claims: [[15_000, 0, 0]]),
        FundCase(
            name: "an insurer that pays for good", rules: rules(dropDown: .definitive),
            events: all(five, 5_000) + [claim("A", 15_000)] + all(five, 5_000), surplus: 10_000,
            distributed: 10_000, taken: [10_000, 20_000, 0], cashback: Array(repeating: 2_000, count: 5),
            claims: [[10_000, 5_000, 0]]),
        FundCase(
            // A pool of 20 000 for claims of 12 000, 9 000 and 6 000: 8888.9, 6666.7, 4444.4.
            name: "nobody stands above the pool",
            rules: rules(fee: 1_000, insurer: 0, prevention: 1_000, backing: .none),
            events: all(five, 5_000) + [claim("A", 12_000), claim("B", 9_000), claim("C", 6_000)],
            surplus: 0, distributed: 0, taken: [2_500, 0, 2_500], cashback: [0, 0, 0, 0, 0],
            claims: [[8_889, 0, 3_111], [6_667, 0, 2_333], [4_444, 0, 1_556]]),
        FundCase(
            // 8 000 in the pool: 6 000 and 6 000 asked in the first batch, and then 4 000 come in.
            name: "claims settled together share what there is on the day",
            rules: rules(backing: .none),
            events: all(["A", "B"], 10_000) + [claim("A", 6_000), claim("B", 6_000), .settlement]
                + [pay("A", 10_000), claim("B", 1_000)], surplus: 3_000, distributed: 3_000,
            taken: [6_000, 12_000, 0], cashback: [2_000, 1_000],
            claims: [[4_000, 0, 2_000], [4_000, 0, 2_000], [1_000, 0, 0]]),
    ]

    private static let eight = [
        pay("A", 10_000), pay("B", 10_000), pay("C", 20_000), claim("A", 1_500), claim("C", 9_500),
    ]
}
