public import Domain

/// A measure with how its effect is read, and what may be told of it.
public struct MeasureStory: Sendable {
    public let id: MeasureID
    public let measure: Measure
    public let ideaTitle: String
    /// Nil until how it is read is settled; then nothing of it changes.
    public let plan: FrozenPlan?
    /// How many communities adopted it.
    public let adopterCount: Int
    /// Those of them of which the viewer may know.
    public let adopters: [Community]
    public let federation: Federation
    /// What single communities observed, as far as the viewer may know.
    public let observations: [CommunityObservation]
    /// Periods whose close is final and told of it, the first first.
    public let returns: [EffectReturn]

    /// What follows from the sum of what was observed, whatever periods return; nil while nothing can be told.
    public var finding: Finding? {
        plan.flatMap { federation.together?.finding(meanPoolCost: $0.plan.meanPoolCost, returned: .max) }
    }
}

/// A period in whose close a measure was explained and that gave money back.
public struct EffectReturn: Sendable {
    /// Nil unless the viewer may see its fund.
    public let place: (community: Community, period: Int)?
    public let returnedAt: Timestamp
}

extension Look {
    private static let measureColumns = """
        m.id, m.idea_id, m.what, m.place, m.start_day, m.cost, m.owner, i.title, e.metric, e.exposed, e.control,
        e.before_first, e.before_last, e.after_first, e.after_last, e.mean_pool_cost, e.text, e.frozen_at
        """

    /// A measure as it is read before anything is known of communities.
    private struct Sketch {
        let id: MeasureID
        let measure: Measure
        let title: String
        let plan: FrozenPlan?
    }

    private static func makeSketch(_ row: borrowing Row) throws -> Sketch {
        func day(_ index: Int, _ row: borrowing Row) throws -> Day {
            guard let day = Day(row.text(index)) else {
                throw UnknownWord(text: row.text(index), type: "Day")
            }
            return day
        }
        let measure = Measure(
            idea: row.id(1), what: row.text(2), place: row.text(3), start: try day(4, row), cost: row.int(5),
            owner: row.text(6))
        guard let metric: ClaimKind = try row.wordOrNil(8) else {
            return Sketch(id: row.id(0), measure: measure, title: row.text(7), plan: nil)
        }
        let plan = EffectPlan(
            metric: metric, exposed: row.text(9), control: row.text(10),
            before: try day(11, row)...(try day(12, row)), after: try day(13, row)...(try day(14, row)),
            meanPoolCost: row.int(15))
        return Sketch(
            id: row.id(0), measure: measure, title: row.text(7),
            plan: FrozenPlan(plan: plan, text: row.text(16), frozenAt: row.time(17)))
    }

    /// A measure. Throws `notFound` unless the viewer may see the idea from which it follows.
    public func measure(_ id: MeasureID) throws -> MeasureStory {
        guard let sketch = try sketch(id) else { throw Refusal.notFound }
        _ = try ideaInChallenge(sketch.measure.idea)
        return try stories(of: [sketch])[0]
    }

    /// The measures that follow from an idea which the viewer may see, in the order in which they were written.
    public func measures(of idea: Idea) throws -> [MeasureStory] {
        guard idea.visibility == .public, idea.decision?.isKept == true else { return [] }
        return try stories(
            of: try db.rows(
                """
                SELECT \(Self.measureColumns) FROM measure m CROSS JOIN idea i ON i.id = m.idea_id
                LEFT JOIN effect_plan e ON e.measure_id = m.id WHERE m.idea_id = ? ORDER BY m.id LIMIT 20
                """, idea.id, make: Self.makeSketch))
    }

    /// The measures that a community adopted and whose ideas the viewer may see, the newest first. None unless the
    /// viewer may know what happens in the community.
    public func measures(adoptedBy community: CommunityID) throws -> [MeasureStory] {
        guard viewer.seesFund(of: community) else { return [] }
        return try stories(
            of: try db.rows(
                """
                SELECT \(Self.measureColumns) FROM measure_adoption a CROSS JOIN measure m ON m.id = a.measure_id
                CROSS JOIN idea i ON i.id = m.idea_id CROSS JOIN challenge c ON c.id = i.challenge_id
                LEFT JOIN effect_plan e ON e.measure_id = m.id
                WHERE a.community_id = ? AND i.visibility = 'public' AND \(challengeIsVisible)
                ORDER BY a.measure_id DESC LIMIT 30
                """, community, make: Self.makeSketch))
    }

    /// Measures on one page of their list.
    public static let measuresPerPage = 20

    /// All measures, the last written first, for those who keep funds.
    public func keptMeasures(page: Int = 1) throws -> ListPage<MeasureStory> {
        try requireFunds()
        let page = max(1, page)
        let found = try db.rows(
            """
            SELECT \(Self.measureColumns) FROM measure m INDEXED BY measure_newest
            CROSS JOIN idea i ON i.id = m.idea_id CROSS JOIN challenge c ON c.id = i.challenge_id LEFT JOIN effect_plan e ON e.measure_id = m.id
            WHERE i.visibility = 'public' AND \(challengeIsVisible) ORDER BY m.written_at DESC, m.id DESC
            LIMIT ? OFFSET ?
            """, Self.measuresPerPage + 1, (page - 1) * Self.measuresPerPage, make: Self.makeSketch)
        return ListPage(fetched: try stories(of: found), number: page, size: Self.measuresPerPage)
    }

    /// The idea from which a measure is to follow, for those who write it down. Throws the refusal of
    /// `Idea.measureRefusal`.
    public func ideaForMeasure(_ id: IdeaID) throws -> Idea {
        try requireFunds()
        let (idea, challenge) = try ideaInChallenge(id)
        try refuse(idea.measureRefusal(for: viewer, in: challenge))
        return idea
    }

    /// Since when the insurer goes on with an idea that the viewer may see, as it was published; nil if it does not.
    public func keptSince(_ idea: IdeaID) throws -> Timestamp? {
        try db.one(
            """
            SELECT min(d.decided_at) FROM decision d WHERE d.idea_id = ? AND d.published_at IS NOT NULL
                AND d.code IN ('winner', 'accepted', 'planned', 'inProgress', 'implemented')
            """, idea
        ) { $0.timeOrNil(0) } ?? nil
    }

    /// A measure for those who write it. Throws `notFound` to those who keep no funds.
    public func measureToKeep(_ id: MeasureID) throws -> MeasureStory {
        try requireFunds()
        return try measure(id)
    }

    /// What the close of a period tells of measures: of those that the community adopted and whose time of observation
    /// ends in the period. Nothing before the close is proposed, nor to a group that is too small for figures.
    public func effectLines(in told: ToldPeriod, of community: CommunityID) throws -> [EffectLine] {
        guard viewer.seesFund(of: community), told.record.state.isTold, let group = told.group else {
            return []
        }
        let days = told.record.days
        let parts = try measures(adoptedBy: community).reversed().compactMap { story -> EffectPart? in
            guard let plan = story.plan?.plan, days.contains(plan.after.upperBound),
                let together = story.federation.together
            else { return nil }
            let own = story.federation.told.first {
                $0.community == community && story.federation.alone.contains(community)
            }
            return EffectPart(
                measure: story.id, what: story.measure.what, meanPoolCost: plan.meanPoolCost,
                together: together, own: own?.seen)
        }
        return EffectLine.lines(parts, returned: group.close.distributed)
    }

    private func sketch(_ id: MeasureID) throws -> Sketch? {
        try db.one(
            """
            SELECT \(Self.measureColumns) FROM measure m CROSS JOIN idea i ON i.id = m.idea_id
            LEFT JOIN effect_plan e ON e.measure_id = m.id WHERE m.id = ?
            """, id, make: Self.makeSketch)
    }

    private func stories(of sketches: [Sketch]) throws -> [MeasureStory] {
        guard !sketches.isEmpty else { return [] }
        let numbers = "[\(sketches.map(\.id.description).joined(separator: ","))]"
        let adoptions = try db.rows(
            """
            SELECT a.measure_id, \(Self.communityColumns) FROM json_each(?) n
            CROSS JOIN measure_adoption a ON a.measure_id = n.value CROSS JOIN community k ON k.id = a.community_id
            ORDER BY n.key, k.name
            """, numbers
        ) { row in
            (
                measure: row.id(0) as MeasureID,
                community: Community(
                    id: row.id(1), slug: row.text(2), name: row.text(3), summary: row.text(4),
                    charter: row.text(5), memberCount: row.count(6))
            )
        }
        let adopters = Dictionary(grouping: adoptions, by: \.measure).mapValues { $0.map(\.community) }
        let observations = try db.effectObservations(of: numbers)
        let returns = try returns(of: numbers)
        return sketches.map { sketch in
            let all = adopters[sketch.id] ?? []
            let federation = Federation(observations[sketch.id] ?? [], by: anonymity)
            return MeasureStory(
                id: sketch.id, measure: sketch.measure, ideaTitle: sketch.title, plan: sketch.plan,
                adopterCount: all.count, adopters: all.filter { viewer.seesFund(of: $0.id) },
                federation: federation,
                observations: (observations[sketch.id] ?? []).filter {
                    viewer.keepsFunds
                        || federation.alone.contains($0.community) && viewer.seesFund(of: $0.community)
                }, returns: federation.toldAt == nil ? [] : returns[sketch.id] ?? [])
        }
    }

    /// Final periods in which the time of observation ended and which gave something back to somebody.
    private func returns(of numbers: String) throws -> [MeasureID: [EffectReturn]] {
        let rows = try db.rows(
            """
            SELECT a.measure_id, f.number, s.happened_at, \(Self.communityColumns) FROM json_each(?) n
            CROSS JOIN effect_plan e ON e.measure_id = n.value
            CROSS JOIN measure_adoption a ON a.measure_id = e.measure_id
            CROSS JOIN fund u ON u.community_id = a.community_id CROSS JOIN fund_period f ON f.fund_id = u.id
                AND f.first_day <= e.after_last AND f.last_day >= e.after_last
            CROSS JOIN fund_step s ON s.period_id = f.id AND s.state = 'validated'
            CROSS JOIN community k ON k.id = a.community_id
            WHERE EXISTS (SELECT 1 FROM ledger_entry l
                WHERE l.key >= 'cashback:' || u.id || ':' || f.number || ':'
                    AND l.key < 'cashback:' || u.id || ':' || f.number || ';')
            ORDER BY s.id
            """, numbers
        ) { row in
            let community = Community(
                id: row.id(3), slug: row.text(4), name: row.text(5), summary: row.text(6),
                charter: row.text(7), memberCount: row.count(8))
            return (
                measure: row.id(0) as MeasureID,
                whence: EffectReturn(
                    place: viewer.seesFund(of: community.id) ? (community, row.count(1)) : nil,
                    returnedAt: row.time(2))
            )
        }
        return Dictionary(grouping: rows, by: \.measure).mapValues { $0.map(\.whence) }
    }
}

extension Reading {
    /// What communities observed of these measures (numbers as JSON), as it was entered last.
    func effectObservations(of numbers: String) throws -> [MeasureID: [CommunityObservation]] {
        let rows = try rows(
            """
            SELECT o.measure_id, o.community_id, o.n0, o.e0, o.n1, o.e1, o.c0, o.k0, o.c1, o.k1, o.source,
                p.id, p.pseudonym, p.is_staff, o.entered_at
            FROM json_each(?) n CROSS JOIN effect_observation o ON o.measure_id = n.value
            CROSS JOIN member p ON p.id = o.by_id ORDER BY o.id
            """, numbers
        ) { row in
            let counts = stride(from: 2, to: 10, by: 2).compactMap {
                ClaimCount(claims: row.int($0), exposure: row.int($0 + 1))
            }
            guard counts.count == 4 else { throw UnknownWord(text: "\(row.int(3))", type: "ClaimCount") }
            return (
                measure: row.id(0) as MeasureID, community: row.id(1) as CommunityID,
                seen: Observation(
                    exposedBefore: counts[0], exposedAfter: counts[1], controlBefore: counts[2],
                    controlAfter: counts[3]),
                source: row.text(10), by: row.member(11), at: row.time(14)
            )
        }
        return Dictionary(grouping: rows, by: \.measure).mapValues { rows in
            Dictionary(grouping: rows, by: \.community).values.compactMap { rows in
                guard let first = rows.first, let last = rows.last else { return nil }
                return CommunityObservation(
                    community: first.community, seen: last.seen, people: first.seen.people,
                    source: last.source, by: last.by, firstAt: first.at, lastAt: last.at)
            }.sorted { ($0.firstAt, $0.community) < ($1.firstAt, $1.community) }
        }
    }
}
