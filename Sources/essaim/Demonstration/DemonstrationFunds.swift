import Domain
import Storage

/// Something that those who keep the fund of a community do.
struct ScriptedFundAct: Sendable {
    /// The key of the community.
    let community: String
    /// The key of an employee.
    let by: String
    let at: Moment
    let act: Act

    enum Act: Sendable {
        /// Opens a period that began so many days before the seeding, and lasts a year.
        case open(FundRules, daysAgo: Int, expected: Int64)
        /// What people contributed, by the key of the person, in cents.
        case contributions([(String, Int64)])
        case claim(String, gross: Int64, ClaimKind)
        case step(PeriodState, reason: String = "")
    }
}

/// What happened to the two communities' funds: one has a good year behind it, the other is too small for figures.
enum DemonstrationFunds {
    static let all = craftsmen + students + peers

    // MARK: The craftsmen

    private static let workshops = "artisans-du-fleuve"

    /// Those of the charter: thirty per cent into the fund, which pays up to 3 000 €.
    private static let workshopRules = FundRules(
        feeBps: 2_000, insurerBps: 5_000, perClaimPoolLimit: 300_000, coverLimit: 10_000_000,
        firstEuro: [ClaimKind.bodily.rawValue, ClaimKind.fire.rawValue], reserveBps: 2_500,
        reserveCap: 200_000)

    /// What each workshop contributes in a quarter, in cents.
    private static let quarter: [(String, Int64)] = [
        ("menuisiere", 48_750), ("zinc", 52_300), ("platre", 31_125), ("four", 44_490),
        ("electron", 39_900), ("ebeniste", 41_275), ("pinceau", 22_810), ("bois", 57_640),
        ("pervenche", 18_333), ("pedro", 36_050), ("abeille", 15_720), ("cargo", 20_985),
    ]

    private static func workshop(_ by: String, _ at: Moment, _ act: ScriptedFundAct.Act) -> ScriptedFundAct {
        ScriptedFundAct(community: workshops, by: by, at: at, act: act)
    }

    private static let craftsmen: [ScriptedFundAct] = [
        workshop("yves", .before(days: 399), .open(workshopRules, daysAgo: 400, expected: 1_400)),
        workshop("yves", .before(days: 392), .contributions(quarter)),
        workshop("yves", .before(days: 331), .claim("pinceau", gross: 38_240, .glass)),
        workshop("yves", .before(days: 301), .contributions(quarter)),
        workshop("yves", .before(days: 244), .claim("electron", gross: 124_000, .theft)),
        workshop("yves", .before(days: 210), .contributions(quarter)),
        workshop("yves", .before(days: 173), .claim("four", gross: 412_560, .fire)),
        workshop("yves", .before(days: 119), .contributions(quarter)),
        workshop("yves", .before(days: 33, hours: 6), .step(.closing)),
        workshop("yves", .before(days: 33, hours: 5), .step(.proposed)),
        workshop(
            "claire", .before(days: 31),
            .step(
                .rejected, reason: "Le dégât des eaux de février chez Copeau n’y est pas. Merci de l’ajouter."
            )),
        workshop("yves", .before(days: 30, hours: 7), .step(.open)),
        workshop("yves", .before(days: 30, hours: 6), .claim("menuisiere", gross: 69_115, .water)),
        workshop("yves", .before(days: 30, hours: 5), .step(.closing)),
        workshop("yves", .before(days: 30, hours: 4), .step(.proposed)),
        workshop("claire", .before(days: 28), .step(.validated)),
        workshop("yves", .before(days: 16), .step(.paid)),
        workshop("yves", .before(days: 15), .open(workshopRules, daysAgo: 35, expected: 1_400)),
        workshop("yves", .before(days: 14), .contributions(quarter)),
        workshop("yves", .before(days: 6), .claim("cargo", gross: 21_490, .breakage)),
    ]

    // MARK: The students

    /// Two euros a month; the fund pays up to 150 €.
    private static let studentRules = FundRules(
        feeBps: 1_000, insurerBps: 3_000, perClaimPoolLimit: 15_000, coverLimit: 300_000)

    private static func student(_ at: Moment, _ act: ScriptedFundAct.Act) -> ScriptedFundAct {
        ScriptedFundAct(community: "etudiants-en-mobilite", by: "yves", at: at, act: act)
    }

    private static let students: [ScriptedFundAct] = [
        student(.before(days: 150), .open(studentRules, daysAgo: 150, expected: 3_000)),
        student(
            .before(days: 148),
            .contributions(
                ["mathilde", "sac23", "ines", "nour", "bastien", "kenji", "thuy"].map { ($0, 2_400) })),
        student(.before(days: 61), .claim("bastien", gross: 4_750, .travel)),
    ]
}

extension DemonstrationSeeding {
    /// Does what those who keep a fund did.
    mutating func play(_ scripted: ScriptedFundAct) async throws {
        let at = scripted.at.timestamp(from: now)
        let keeper = try member(scripted.by)
        if case .open(let rules, let daysAgo, let expected) = scripted.act {
            let first = Day(now - .days(Int64(daysAgo)))
            let plan = PeriodPlan(
                rules: rules, first: first, last: Day(number: first.number + 364), expectedBps: expected)
            periods[scripted.community] = try await store.openPeriod(
                plan, of: try community(scripted.community), by: keeper, at: at)
            return
        }
        guard let period = periods[scripted.community] else {
            throw ScriptFault(scene: scripted.community, reason: "its fund is not open")
        }
        switch scripted.act {
        case .open: break
        case .contributions(let amounts):
            let lines = try amounts.map { person, cents in
                let rest = cents % 100
                return
                    "contribute;\(FundMember(try member(person)));\(cents / 100),\(rest < 10 ? "0" : "")\(rest)"
            }
            let table = (["type;member;amount"] + lines).joined(separator: "\n")
            _ = try await store.book(table, named: "\(at.seconds)", in: period, by: keeper, at: at)
        case .claim(let person, let gross, let kind):
            try await store.book(
                .claim(FundMember(try member(person)), gross: gross, kind: kind.rawValue), in: period,
                ticket: "\(at.seconds)", by: keeper, at: at)
        case .step(let state, let reason):
            try await store.advancePeriod(
                period,
                by: PeriodRecord.Step(
                    to: state, outstanding: state == .closing ? 0 : nil, reason: reason),
                member: keeper, at: at)
        }
    }
}
