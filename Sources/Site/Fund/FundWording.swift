import Domain
import Storage
import Templating

extension Wording {
    /// `1 234,05 €`, `€1,234.05`: always with its cents, and with a minus sign below zero.
    func exactMoney(_ cents: Int64) -> String {
        let rest = Int(cents.magnitude % 100)
        let digits = rest < 10 ? "0\(rest)" : "\(rest)"
        let euros = locale.grouped(Int(cents.magnitude / 100))
        let sign = cents < 0 ? "\u{2212}" : ""
        return language == .french ? "\(sign)\(euros),\(digits)\u{A0}€" : "\(sign)€\(euros).\(digits)"
    }

    /// `16,4 %` of basis points; what is whole has no decimals.
    func rate(_ bps: Int64) -> String {
        let rest = Int(bps.magnitude % 100)
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        let mark = language == .french ? "," : "."
        let sign = bps < 0 ? "\u{2212}" : ""
        let number = sign + locale.grouped(Int(bps.magnitude / 100)) + (rest == 0 ? "" : mark + decimals)
        return language == .french ? "\(number)\u{202F}%" : "\(number)%"
    }

    /// A rate as one types it: `16,4`.
    func inputRate(_ bps: Int64) -> String {
        inputValue(cents: bps)
    }

    /// `12 mars 2026`.
    func date(_ day: Day) -> String { date(Timestamp(seconds: Int64(day.number) * 86_400 + 43_200)) }

    /// `du 1er janvier 2026 au 31 décembre 2026`.
    func days(of record: PeriodRecord) -> String {
        text(
            "fund.days",
            [
                "first": .text(date(record.days.lowerBound)), "last": .text(date(record.days.upperBound)),
            ])
    }

    /// What the viewer's own amount is: an estimate and until when, a proposal, settled; or why there is none yet.
    func about(_ own: ToldPeriod.Own, in told: ToldPeriod) -> String {
        guard own.story != nil else {
            return text("fund.own.untold", ["amount": .text(exactMoney(own.share.contributed))])
        }
        let phase = told.record.state.phase
        return text(
            "fund.own.\(phase)", told.through.map { ["day": .text(date($0))] } ?? [:])
    }

    /// The rules of a fund, one sentence for each, in the order in which money meets them.
    func sentences(of rules: FundRules) -> [TextView] {
        func say(_ key: String, _ arguments: [String: Catalogue.Argument] = [:]) -> TextView {
            TextView(text: text("fund.rule.\(key)", arguments))
        }
        var sentences = [
            say(
                // Peers who pay no insurer do not read of one.
                (rules.insurerBps > 0 ? "split" : "split.peers")
                    + (rules.preventionBps > 0 ? ".prevention" : ""),
                [
                    "fee": .text(rate(rules.feeBps)), "insurer": .text(rate(rules.insurerBps)),
                    "prevention": .text(rate(rules.preventionBps)), "pool": .text(rate(rules.poolBps)),
                ])
        ]
        if rules.deductible > 0 {
            sentences.append(say("deductible", ["amount": .text(money(cents: rules.deductible))]))
        }
        sentences.append(
            say(
                "claims.\(rules.backing.rawValue)",
                [
                    "limit": .text(money(cents: rules.perClaimPoolLimit)),
                    "cover": .text(money(cents: rules.coverLimit)),
                ]))
        if !rules.firstEuro.isEmpty {
            let kinds = rules.firstEuro.sorted().map { claimKind($0).lowercased() }.joined(separator: ", ")
            sentences.append(say("first-euro", ["kinds": .text(kinds)]))
        }
        if rules.backing == .insurer { sentences.append(say("drop-down.\(rules.dropDown.rawValue)")) }
        if rules.reserveBps > 0 {
            sentences.append(
                say(
                    "reserve",
                    [
                        "rate": .text(rate(rules.reserveBps)),
                        "cap": .text(money(cents: rules.reserveCap)),
                    ]))
        }
        sentences.append(say("mode.\(rules.mode.rawValue)"))
        if rules.cashbackCapBps < Money.wholeBps {
            sentences.append(say("cap", ["rate": .text(rate(rules.cashbackCapBps))]))
        }
        sentences.append(say("leaver.\(rules.leaver.rawValue)"))
        return sentences
    }

    /// What a claim is about.
    func claimKind(_ word: String) -> String {
        ClaimKind(rawValue: word).map { text("fund.kind.\($0.rawValue)") } ?? word
    }
}

/// The rules of a period in words, and by what they can be told from others.
struct FundRulesView: TemplateData {
    let sentences: [TextView]
    let version: Int
    let since: Moment
    let fingerprint: String
    /// What to know about rules that move people to hide what happened to them.
    let warning: String?

    static let fields: [Field<Self>] = [
        Field("sentences") { $0.sentences }, Field("version") { $0.version }, Field("since") { $0.since },
        Field("fingerprint") { $0.fingerprint }, Field("warning") { $0.warning },
    ]

    init(_ version: RulesVersion, wording: Wording) {
        sentences = wording.sentences(of: version.rules)
        self.version = version.number
        since = wording.moment(version.writtenAt)
        fingerprint = version.rules.fingerprint.description
        warning = version.rules.mode == .claimfree ? wording.text("fund.rule.claimfree.warning") : nil
    }
}
