import Domain

/// A period as the file that `essaim fund` reads, so that somebody else can compute it again.
struct PeriodFile: Sendable {
    let text: String

    init(_ period: FundPeriod) {
        let rules = period.rules
        let numbers: [(String, Int64)] = [
            ("feeBps", rules.feeBps), ("insurerBps", rules.insurerBps),
            ("preventionBps", rules.preventionBps), ("deductible", rules.deductible),
            ("perClaimPoolLimit", rules.perClaimPoolLimit), ("coverLimit", rules.coverLimit),
        ]
        let others: [(String, Int64)] = [
            ("reserveBps", rules.reserveBps), ("reserveCap", rules.reserveCap),
            ("cashbackCapBps", rules.cashbackCapBps),
        ]
        func pairs(_ pairs: [(String, Int64)]) -> String {
            pairs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
        }
        // All texts in it are codes of members and words of closed lists: none has a sign to escape.
        let kinds = rules.firstEuro.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
        text = """
            {
              "rules": {
                \(pairs(numbers)),
                "firstEuro": [\(kinds)], \(pairs(others)),
                "mode": "\(rules.mode.rawValue)", "leaver": "\(rules.leaver.rawValue)",
                "dropDown": "\(rules.dropDown.rawValue)", "backing": "\(rules.backing.rawValue)"
              },
              "opening": \(period.opening),
              "outstanding": \(period.outstanding),
              "events": [
            \(period.events.map { "    \(Self.line($0))" }.joined(separator: ",\n"))
              ]
            }

            """
    }

    private static func line(_ event: FundEvent) -> String {
        switch event {
        case .contribution(let member, let amount):
            "{\"t\": \"contribute\", \"m\": \"\(member)\", \"c\": \(amount)}"
        case .claim(let member, let gross, let kind):
            "{\"t\": \"claim\", \"m\": \"\(member)\", \"gross\": \(gross), \"kind\": \"\(kind)\"}"
        case .leaving(let member, let days, let period):
            "{\"t\": \"leave\", \"m\": \"\(member)\", \"days\": \(days), \"period\": \(period)}"
        case .settlement: "{\"t\": \"settle\"}"
        }
    }
}
