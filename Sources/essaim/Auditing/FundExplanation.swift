import Domain

/// A close in words, with the sum behind each cent.
struct FundExplanation {
    let period: FundPeriod
    let close: PeriodClose

    var lines: [String] {
        let bar = close.hundredEuros.map { bar in
            [
                "of 100 €: \(Self.euros(bar.fee)) fees, \(Self.euros(bar.insurer)) insurer, "
                    + "\(Self.euros(bar.prevention)) prevention, \(Self.euros(bar.claims)) small claims, "
                    + "\(Self.euros(bar.returned)) returned, \(Self.euros(bar.kept)) kept"
            ]
        }
        return [
            "rules \(period.rules.fingerprint)",
            "pool: \(Self.euros(close.opening)) carried over + \(Self.euros(close.totals.pool)) contributed "
                + "- \(Self.euros(close.claimsFromPool)) claims - \(Self.euros(close.repaid)) repaid"
                + (close.refundsAdvanced > 0 ? " + \(Self.euros(close.refundsAdvanced)) advanced" : ""),
            "surplus \(Self.euros(close.surplus)) once \(Self.euros(close.kept)) are kept for open claims; "
                + "\(Self.euros(close.retained)) retained; at most \(Self.euros(close.cashbackCap)) may come back",
            "comes back: \(Self.euros(close.distributed)); carried over: \(Self.euros(close.carriedOver))",
        ] + (bar ?? []) + close.shares.map(line)
    }

    private func line(_ share: CashbackShare) -> String {
        if let why = share.whyNone { return "\(share.member): 0.00 (\(Self.sentence(why)))" }
        let exact = Int128(share.cents - (share.hasExtraCent ? 1 : 0))
        let hundredths = share.remainder * 100 / Int128(max(1, close.weight))
        let digits = (hundredths < 10 ? "0" : "") + "\(hundredths)"
        return
            "\(share.member): \(close.distributed) × \(share.weight) / \(close.weight) = \(exact).\(digits) → "
            + Self.euros(share.cents) + (share.hasExtraCent ? " (one of the cents left over)" : "")
    }

    private static func sentence(_ why: CashbackShare.WhyNone) -> String {
        switch why {
        case .nothingPaid: "nothing paid into the pool"
        case .left: "left during the period"
        case .claimed: "the pool paid a claim"
        case .offset: "the claims cost what was paid in"
        }
    }

    /// `1234.05`.
    static func euros(_ cents: Int64) -> String {
        let (euros, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        return (cents < 0 ? "-" : "") + "\(euros)." + (rest < 10 ? "0" : "") + "\(rest)"
    }
}
