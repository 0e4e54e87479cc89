public import Domain

/// What was imported about policyholders, as administrators are told: never about whom.
public struct Portfolio: Sendable {
    public let importedAt: Timestamp?
    public let products: [String]
    public let regions: [String]
    public let agencies: [String]
    /// People of whom something is known who have an account, and all of them.
    public let withAccount: PeopleCount
    public let people: PeopleCount
}

/// The values among which a segment chooses, in alphabetical order.
public struct SegmentChoices: Hashable, Sendable {
    public let products: [String]
    public let regions: [String]
    public let agencies: [String]

    /// Whether nothing was imported.
    public var isEmpty: Bool { products.isEmpty && regions.isEmpty && agencies.isEmpty }
}

extension Look {
    /// What was imported. Throws the refusal of `Viewer.portfolioRefusal`.
    public func portfolio() throws -> Portfolio {
        try refuse(viewer.portfolioRefusal)
        let choices = try segmentValues()
        func count(_ condition: String) throws -> PeopleCount {
            let count = try db.one(
                "SELECT count(*) FROM (SELECT 1 FROM policyholder \(condition) LIMIT \(anonymity.fewest)) n"
            ) { $0.count(0) }
            return PeopleCount(count ?? 0, by: anonymity)
        }
        return Portfolio(
            importedAt: try db.one(
                "SELECT imported_at FROM portfolio_import ORDER BY id DESC LIMIT 1"
            ) { $0.time(0) },
            products: choices.products, regions: choices.regions, agencies: choices.agencies,
            withAccount: try count("WHERE member_id IS NOT NULL"), people: try count(""))
    }

    /// What a challenge's audience can ask for. Empty to those who may not launch challenges nor manage one.
    public func segmentChoices() throws -> SegmentChoices {
        guard viewer.mayLaunchChallenges || viewer.holds(.manager) else {
            return SegmentChoices(products: [], regions: [], agencies: [])
        }
        return try segmentValues()
    }

    /// At most 500 values of each kind.
    private func segmentValues() throws -> SegmentChoices {
        func values(_ trait: Trait) throws -> [String] {
            try db.rows(
                """
                SELECT t.value FROM trait t WHERE t.kind = ?
                    AND EXISTS (SELECT 1 FROM holding h WHERE h.\(trait.column) = t.id)
                ORDER BY t.value_key LIMIT 500
                """, trait.rawValue
            ) { $0.text(0) }
        }
        return SegmentChoices(
            products: try values(.product), regions: try values(.region), agencies: try values(.agency))
    }

    /// What the insurer imported about the viewer.
    public func ownHoldings() throws -> [Holding] {
        try db.rows(
            """
            SELECT p.value, r.value, g.value FROM policyholder a
            CROSS JOIN holding h ON h.policyholder_id = a.id CROSS JOIN trait p ON p.id = h.product_id
            CROSS JOIN trait r ON r.id = h.region_id CROSS JOIN trait g ON g.id = h.agency_id
            WHERE a.member_id = ?
            """, viewerNumber
        ) { Holding(product: $0.text(0), region: $0.text(1), agency: $0.text(2)) }
        .sorted { ($0.product, $0.region, $0.agency) < ($1.product, $1.region, $1.agency) }
    }
}

extension Store {
    /// Keeps what is known of policyholders: in the place of all that was known if the file `isWhole`, else in the place
    /// of what was known of the people in it. Whoever loses what a challenge asks for loses the challenge at once.
    ///
    /// Throws the refusal of `Viewer.portfolioRefusal`.
    public func importPortfolio(
        _ file: PortfolioFile, isWhole: Bool, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(acting.viewer.portfolioRefusal)
            let db = acting.db
            if isWhole {
                try db.execute("DELETE FROM holding")
                try db.execute("DELETE FROM policyholder")
            }
            let key = try db.addressSecret()
            for (address, holdings) in file.holdings {
                let person = try db.keepPolicyholder(address, key: key)
                if !isWhole { try db.execute("DELETE FROM holding WHERE policyholder_id = ?", person) }
                for holding in holdings {
                    try db.execute(
                        """
                        INSERT INTO holding (policyholder_id, product_id, region_id, agency_id)
                        VALUES (?, ?, ?, ?)
                        """, person, try db.keep(holding.product, as: .product),
                        try db.keep(holding.region, as: .region), try db.keep(holding.agency, as: .agency))
                }
            }
            try db.insert(
                """
                INSERT INTO portfolio_import (imported_by, imported_at, line_count, is_whole)
                VALUES (?, ?, ?, ?)
                """, member, now, file.lineCount, isWhole)
        }
    }
}

extension Reading {
    /// The key of the digests of addresses.
    func addressSecret() throws -> [UInt8] {
        try one("SELECT secret FROM address_secret WHERE id = 1") { $0.blob(0) } ?? []
    }
}

extension Writer {
    fileprivate func keepPolicyholder(_ address: String, key: [UInt8]) throws -> Int64 {
        let digest = AddressDigest(of: address, key: key).bytes
        let known = try one("SELECT id FROM policyholder WHERE address_digest = ?", digest) { $0.int(0) }
        if let known { return known }
        let member = try one("SELECT id FROM member WHERE email_key = ?", address) { $0.int(0) }
        return try insert(
            "INSERT INTO policyholder (address_digest, member_id) VALUES (?, ?)", digest, member)
    }

    /// Gives a new account what was imported about its address.
    func claimHoldings(of address: String, for member: MemberID) throws {
        try execute(
            "UPDATE policyholder SET member_id = ? WHERE address_digest = ? AND member_id IS NULL", member,
            AddressDigest(of: address, key: try addressSecret()).bytes)
    }
}
