extension LedgerAccount {
    /// What the members of a fund share.
    public static func pool(of fund: FundID) -> LedgerAccount { LedgerAccount(known: "fund:\(fund):pool") }

    /// What the platform took out of contributions.
    public static func fee(of fund: FundID) -> LedgerAccount { LedgerAccount(known: "fund:\(fund):fee") }

    /// What the insurer took out of contributions.
    public static func premium(of fund: FundID) -> LedgerAccount {
        LedgerAccount(known: "fund:\(fund):insurer")
    }

    /// What went to prevention out of contributions.
    public static func prevention(of fund: FundID) -> LedgerAccount {
        LedgerAccount(known: "fund:\(fund):prevention")
    }

    /// Cash-back that was validated for a member and not paid yet.
    public static func cashback(of member: MemberID) -> LedgerAccount {
        LedgerAccount(known: "member:\(member):cashback")
    }

    /// Claims of a fund's members, whoever paid them.
    public static func claims(of fund: FundID) -> LedgerAccount {
        LedgerAccount(known: "world:claims:\(fund)")
    }

    /// The insurer, who pays what the pool does not.
    public static let insurer = LedgerAccount(known: "world:insurer")

    /// The members' own purses.
    public static let policyholders = LedgerAccount(known: "world:policyholders")
}

extension PeriodRecord {
    /// The line of the ledger that a fact makes once it came to `outcome`; nil if nothing moves.
    public func act(for fact: FundFact, _ outcome: FundOutcome) -> LedgerAct? {
        switch outcome {
        case .contribution(let split):
            return post(
                key("contrib", fact), accounts(split).map { ($0.amount, .policyholders, $0.account) })
        case .claim(let payment):
            let claims = LedgerAccount.claims(of: fund)
            return post(
                key("claim", fact),
                [
                    (payment.pool, .pool(of: fund), claims), (payment.insurer, .insurer, claims),
                    (payment.member, .policyholders, claims),
                ])
        case .leaving(let leaving):
            var given = leaving.reversed
            given.pool -= leaving.advanced
            // With nobody above the pool, what it lacks is owed to the leaver until the close.
            let advanced = version.rules.backing == .insurer ? leaving.advanced : 0
            return post(
                key("leave", fact),
                accounts(given).map { ($0.amount, $0.account, .policyholders) }
                    + [(advanced, .insurer, .policyholders)])
        case .settlement: return nil
        }
    }

    /// The lines that make a validated close final: what the pool pays back, then what each member gets.
    public func acts(validating close: PeriodClose, for members: [FundMember: MemberID]) -> [LedgerAct] {
        let creditor: LedgerAccount = version.rules.backing == .insurer ? .insurer : .policyholders
        let repayment = post(
            LedgerKey(known: "repay:\(fund):\(number)"), [(close.repaid, .pool(of: fund), creditor)])
        let shares = close.shares.compactMap { share in
            members[share.member].flatMap { member in
                post(cashbackKey(of: member), [(share.cents, .pool(of: fund), .cashback(of: member))])
            }
        }
        return (repayment.map { [$0] } ?? []) + shares
    }

    /// The lines that say that the insurer has paid.
    public func acts(paying close: PeriodClose, to members: [FundMember: MemberID]) -> [LedgerAct] {
        close.shares.compactMap { share in
            members[share.member].flatMap { member in
                post(paymentKey(to: member), [(share.cents, .cashback(of: member), .policyholders)])
            }
        }
    }

    /// Under what the cash-back of a member stands in the ledger once it is validated.
    public func cashbackKey(of member: MemberID) -> LedgerKey {
        LedgerKey(known: "cashback:\(fund):\(number):\(member)")
    }

    /// Under what its payment stands there.
    public func paymentKey(to member: MemberID) -> LedgerKey {
        LedgerKey(known: "paid:\(fund):\(number):\(member)")
    }

    /// `contrib:7:2:12:1`: the fact, and how often it was mended since.
    private func key(_ word: String, _ fact: FundFact) -> LedgerKey {
        let member = fact.member?.description ?? "all"
        let mended = fact.revision == 0 ? "" : ":r\(fact.revision)"
        return LedgerKey(known: "\(word):\(fund):\(number):\(member):\(fact.place)\(mended)")
    }

    private func accounts(_ split: ContributionSplit) -> [(amount: Int64, account: LedgerAccount)] {
        [
            (split.fee, .fee(of: fund)), (split.insurer, .premium(of: fund)),
            (split.prevention, .prevention(of: fund)), (split.pool, .pool(of: fund)),
        ]
    }

    private func post(
        _ key: LedgerKey, _ moves: [(amount: Int64, from: LedgerAccount, to: LedgerAccount)]
    ) -> LedgerAct? {
        let transfers = moves.compactMap { move in
            // Rounding can make a part of a refund negative by a cent: it goes the other way.
            move.amount < 0
                ? Transfer(-move.amount, .euros, from: move.to, to: move.from)
                : Transfer(move.amount, .euros, from: move.from, to: move.to)
        }
        return transfers.isEmpty ? nil : .post(key, transfers)
    }
}
