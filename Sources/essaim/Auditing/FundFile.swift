import Domain

/// A period of a fund as a file: `{rules, opening, outstanding, events}`. Other keys beside these are notes.
struct FundFile: Decodable {
    let period: FundPeriod

    init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: AnyKey.self)
        period = FundPeriod(
            rules: try file.decode(Rules.self, forKey: AnyKey("rules")).rules,
            opening: try file.number("opening", absent: 0),
            outstanding: try file.number("outstanding", absent: 0),
            events: try file.decode([Event].self, forKey: AnyKey("events")).map(\.event))
    }

    private struct Rules: Decodable {
        let rules: FundRules

        init(from decoder: any Decoder) throws {
            let file = try decoder.container(keyedBy: AnyKey.self)
            try file.allow([
                "feeBps", "insurerBps", "preventionBps", "deductible", "perClaimPoolLimit", "coverLimit",
                "firstEuro", "reserveBps", "reserveCap", "cashbackCapBps", "mode", "leaver", "dropDown",
                "backing",
            ])
            rules = FundRules(
                feeBps: try file.number("feeBps"), insurerBps: try file.number("insurerBps"),
                preventionBps: try file.number("preventionBps"), deductible: try file.number("deductible"),
                perClaimPoolLimit: try file.number("perClaimPoolLimit"),
                coverLimit: try file.number("coverLimit"),
                firstEuro: Set(try file.decode([String].self, forKey: AnyKey("firstEuro"))),
                reserveBps: try file.number("reserveBps"), reserveCap: try file.number("reserveCap"),
                cashbackCapBps: try file.number("cashbackCapBps"), mode: try file.word("mode"),
                leaver: try file.word("leaver"), dropDown: try file.word("dropDown"),
                backing: file.contains(AnyKey("backing")) ? try file.word("backing") : .insurer)
        }
    }

    private struct Event: Decodable {
        let event: FundEvent

        init(from decoder: any Decoder) throws {
            let file = try decoder.container(keyedBy: AnyKey.self)
            func member() throws -> FundMember { FundMember(try file.text("m")) }
            switch try file.text("t") {
            case "contribute":
                try file.allow(["t", "m", "c"])
                event = .contribution(try member(), amount: try file.number("c"))
            case "claim":
                try file.allow(["t", "m", "gross", "kind"])
                event = .claim(try member(), gross: try file.number("gross"), kind: try file.text("kind"))
            case "leave":
                try file.allow(["t", "m", "days", "period"])
                event = .leaving(
                    try member(), days: try file.number("days"), period: try file.number("period"))
            case "settle":
                try file.allow(["t"])
                event = .settlement
            case let other:
                throw file.fault("t", "“\(other)” is none of “contribute”, “claim”, “leave”, “settle”")
            }
        }
    }
}

extension PeriodClose {
    /// What the period came to, in the form that a file of expectations has.
    var json: JSONText {
        .object([
            ("fee", .number(totals.fee)), ("insurer", .number(totals.insurer)),
            ("prevention", .number(totals.prevention)), ("repay", .number(repaid)), ("S", .number(surplus)),
            ("retain", .number(retained)), ("D", .number(distributed)),
            ("cashback", .object(shares.map { ($0.member.id, .number($0.cents)) })),
            ("carryOut", .number(carriedOver)), ("results", .list(outcomes.map(\.json))),
        ])
    }
}

extension FundOutcome {
    fileprivate var json: JSONText {
        switch self {
        case .contribution(let split): .object(Self.members(of: split))
        case .claim(let payment):
            .object([
                ("pool", .number(payment.pool)), ("insurer", .number(payment.insurer)),
                ("member", .number(payment.member)),
            ])
        case .leaving(let leaving):
            .object(
                [("earned", .number(leaving.earned)), ("refund", .number(leaving.refund))]
                    + Self.members(of: leaving.reversed))
        case .settlement(let batch):
            .object([
                ("claims", .number(Int64(batch.claims))), ("asked", .number(batch.asked)),
                ("paid", .number(batch.paid)),
            ])
        }
    }

    private static func members(of split: ContributionSplit) -> [(key: String, value: JSONText)] {
        [
            ("fee", .number(split.fee)), ("insurer", .number(split.insurer)),
            ("prevention", .number(split.prevention)), ("pool", .number(split.pool)),
        ]
    }
}

extension FundFault {
    /// One line for whoever wrote the file.
    var line: String {
        let sentence =
            switch reason {
            case .rules(let problems):
                "these rules are out of bounds: " + problems.map(\.field).joined(separator: ", ")
            case .negativeAmount: "an amount is below zero"
            case .namelessMember: "the member has no identifier"
            case .impossibleDays: "the days are not within a period of one day or more"
            case .leftTwice: "this member left already"
            case .settlementWithInsurer: "claims are settled together only with “backing”: “none”"
            case .tooLarge: "the amounts together do not fit in 64 bits"
            }
        return event.map { "events[\($0)]: \(sentence)" } ?? sentence
    }
}
