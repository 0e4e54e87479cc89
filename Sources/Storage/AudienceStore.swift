public import Domain

extension Look {
    /// The SQL condition under which challenge `c` exists for the viewer: `Challenge.isVisible(to:)` said for lists.
    var challengeIsVisible: String { Self.challengeIsVisible(to: viewer) }

    /// The SQL condition under which challenge `c` exists for `viewer`.
    ///
    /// It takes no arguments: numbers cannot carry an injection. The signs keep it from choosing the index: a list walks
    /// in its own order, and passes over what is not visible.
    static func challengeIsVisible(to viewer: Viewer) -> String {
        if viewer.isAdministrator || !viewer.rolesEverywhere.isEmpty { return "TRUE" }
        var audiences = ["+c.community_id IS NULL AND +c.segment_id IS NULL AND NOT c.is_by_invitation"]
        if !viewer.communities.isEmpty {
            audiences.append("+c.community_id IN (\(list(viewer.communities)))")
        }
        if !viewer.segments.isEmpty { audiences.append("+c.segment_id IN (\(list(viewer.segments)))") }
        if !viewer.invitations.isEmpty {
            audiences.append("c.is_by_invitation AND +c.id IN (\(list(viewer.invitations)))")
        }
        let open = "+c.standing <> 'draft' AND (\(audiences.joined(separator: " OR ")))"
        guard !viewer.rolesByChallenge.isEmpty else { return "(\(open))" }
        return "((\(open)) OR c.id IN (\(list(viewer.rolesByChallenge.keys))))"
    }

    private static func list<Entity>(_ numbers: some Sequence<Identifier<Entity>>) -> String {
        numbers.sorted().map(\.description).joined(separator: ", ")
    }

    static func makeAudience(
        community: CommunityID?, segment: SegmentID?, isByInvitation: Bool
    ) -> Audience {
        if isByInvitation { return .invited }
        return segment.map { .segment(Segment(id: $0)) } ?? Audience(community)
    }

    /// The segment with this number and all that it asks for.
    func segment(_ id: SegmentID) throws -> Segment {
        func values(_ column: String) throws -> Set<String> {
            Set(
                try db.rows(
                    """
                    SELECT t.value FROM segment_line s CROSS JOIN trait t ON t.id = s.\(column)
                    WHERE s.segment_id = ? AND t.id > 0
                    """, id
                ) { $0.text(0) })
        }
        return Segment(
            id: id, products: try values("product_id"), regions: try values("region_id"),
            agencies: try values("agency_id"))
    }

    /// All that the segment of `audience` asks for; nil if it is none.
    public func segment(of audience: Audience) throws -> Segment? {
        guard case .segment(let segment) = audience, let id = segment.id else { return nil }
        return try self.segment(id)
    }

    /// How many people an audience has; nil for everybody, who need not be counted.
    ///
    /// Throws `Refusal.notFound` to those who may not launch challenges nor manage one.
    public func peopleCount(of audience: Audience, in challenge: ChallengeID? = nil) throws -> PeopleCount? {
        guard viewer.holds(.manager) || viewer.mayLaunchChallenges else { throw Refusal.notFound }
        switch audience {
        case .everybody: return nil
        case .community(let community):
            return
                PeopleCount(try self.community(community).memberCount, by: anonymity)
        case .segment(let segment): return try peopleCount(of: segment)
        case .invited:
            let count = try challenge.flatMap { challenge in
                try db.one("SELECT count(*) FROM invitation WHERE challenge_id = ?", challenge) {
                    $0.count(0)
                }
            }
            return PeopleCount(count ?? 0, by: anonymity)
        }
    }

    /// People of whom there is a holding that fits, with an account or not, counted no further than it takes.
    private func peopleCount(of segment: Segment) throws -> PeopleCount {
        var conditions: [String] = []
        for (trait, values) in segment.traits where !values.isEmpty {
            let numbers = try values.compactMap { try db.number(of: $0, as: trait) }
            if numbers.isEmpty { return .few }
            conditions.append("h.\(trait.column) IN (\(Self.list(numbers)))")
        }
        guard !conditions.isEmpty else { return .few }
        let count = try db.one(
            """
            SELECT count(*) FROM (SELECT DISTINCT h.policyholder_id FROM holding h
                WHERE \(conditions.joined(separator: " AND ")) LIMIT \(anonymity.fewest)) n
            """
        ) { $0.count(0) }
        return PeopleCount(count ?? 0, by: anonymity)
    }
}

/// One thing that is known of a contract.
enum Trait: String, CaseIterable {
    case product
    case region
    case agency

    var column: String { "\(rawValue)_id" }
}

extension Segment {
    var traits: [(Trait, Set<String>)] {
        [(.product, products), (.region, regions), (.agency, agencies)]
    }
}

extension Reading {
    /// The number of a product, a region or an agency; nil if nothing has it.
    func number(of value: String, as trait: Trait) throws -> Identifier<Trait>? {
        try one(
            "SELECT id FROM trait WHERE kind = ? AND value_key = ?", trait.rawValue, value.lowercased()
        ) { $0.id(0) }
    }

    /// The segments to which a member belongs: `Segment.includes(_:)` said for all of them at once. A holding fits eight
    /// lines at most, each found by the index.
    func segments(of member: MemberID) throws -> Set<SegmentID> {
        Set(
            try rows(
                """
                SELECT DISTINCT s.segment_id FROM policyholder a CROSS JOIN holding h ON h.policyholder_id = a.id
                CROSS JOIN segment_line s ON s.product_id IN (0, h.product_id) AND s.region_id IN (0, h.region_id)
                    AND s.agency_id IN (0, h.agency_id)
                WHERE a.member_id = ?
                """, member
            ) { $0.id(0) })
    }

    /// The challenges to which a member used an invitation.
    func invitations(of member: MemberID) throws -> Set<ChallengeID> {
        Set(
            try rows("SELECT challenge_id FROM invitation WHERE member_id = ?", member) { $0.id(0) })
    }
}

extension Writer {
    /// The number of a value, which is kept if it is new.
    func keep(_ value: String, as trait: Trait) throws -> Identifier<Trait> {
        if value.isEmpty { return Identifier(0) }
        if let known = try number(of: value, as: trait) { return known }
        return Identifier(
            try insert(
                "INSERT INTO trait (kind, value, value_key) VALUES (?, ?, ?)", trait.rawValue, value,
                value.lowercased()))
    }
}

extension Acting {
    /// The number of the segment that asks for what `audience` does; nil if it is none. It is stored if it is new.
    ///
    /// Throws `Refusal.invalid` for what nobody was imported with.
    func keepSegment(of audience: Audience) throws -> SegmentID? {
        guard case .segment(let segment) = audience else { return nil }
        if let id = segment.id { return id }
        var numbers: [[Identifier<Trait>]] = []
        for (trait, values) in segment.traits {
            let known = try values.map { value in
                guard let number = try db.number(of: value, as: trait) else {
                    throw Refusal.invalid("segment", .unknownChoice)
                }
                return number
            }
            numbers.append(known.sorted())
        }
        let key = numbers.map { $0.map(\.description).joined(separator: ",") }.joined(separator: ";")
        let known = try db.one("SELECT id FROM segment WHERE key = ?", key) { $0.id(0) as SegmentID }
        if let known { return known }
        let id = try db.insert("INSERT INTO segment (key) VALUES (?)", key)
        func orAny(_ list: [Identifier<Trait>]) -> [Identifier<Trait>] {
            list.isEmpty ? [Identifier(0)] : list
        }
        for product in orAny(numbers[0]) {
            for region in orAny(numbers[1]) {
                for agency in orAny(numbers[2]) {
                    try db.execute(
                        """
                        INSERT INTO segment_line (product_id, region_id, agency_id, segment_id)
                        VALUES (?, ?, ?, ?)
                        """, product, region, agency, id)
                }
            }
        }
        return Identifier(id)
    }
}
