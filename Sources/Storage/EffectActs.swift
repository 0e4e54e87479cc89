public import Domain

extension Store {
    /// Writes down a measure that follows from an idea, with the communities that adopt it.
    ///
    /// Throws the refusal of `Idea.measureRefusal`, `.invalid` if something has to be mended.
    @discardableResult
    public func addMeasure(
        _ measure: Measure, adoptedBy communities: Set<CommunityID>, by member: MemberID, at now: Timestamp
    ) async throws -> MeasureID {
        try await act(by: member, at: now) { acting in
            _ = try acting.look.ideaForMeasure(measure.idea)
            try acting.check(measure, adoptedBy: communities)
            let id: MeasureID = Identifier(
                try acting.db.insert(
                    """
                    INSERT INTO measure (idea_id, what, place, start_day, cost, owner, written_by, written_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """, measure.idea, measure.what, measure.place, measure.start.description, measure.cost,
                    measure.owner, member, now))
            try acting.adopt(id, by: communities)
            return id
        }
    }

    /// Changes what a measure is and who adopts it, before it is in place and before its plan is frozen.
    ///
    /// Throws `.notFound` to those who keep no funds, the refusal of `Measure.changeRefusal`, `.invalid`.
    public func changeMeasure(
        _ id: MeasureID, to measure: Measure, adoptedBy communities: Set<CommunityID>, by member: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let story = try acting.look.measureToKeep(id)
            try refuse(story.measure.changeRefusal(story.plan, on: Day(now)))
            try acting.check(measure, adoptedBy: communities)
            try acting.db.execute(
                """
                UPDATE measure SET what = ?, place = ?, start_day = ?, cost = ?, owner = ?, written_by = ?,
                    written_at = ? WHERE id = ?
                """, measure.what, measure.place, measure.start.description, measure.cost, measure.owner,
                member, now, id)
            try acting.db.execute("DELETE FROM measure_adoption WHERE measure_id = ?", id)
            try acting.adopt(id, by: communities)
        }
    }

    /// Freezes how the effect of a measure will be read.
    /// - Returns: By what the plan is known from then on.
    ///
    /// Throws `.notFound` to those who keep no funds, a conflict once it is frozen or the measure has begun, `.invalid`.
    @discardableResult
    public func freezePlan(_ plan: EffectPlan, of id: MeasureID, by member: MemberID, at now: Timestamp)
        async throws -> Fingerprint
    {
        try await act(by: member, at: now) { acting in
            let story = try acting.look.measureToKeep(id)
            try refuse(story.measure.changeRefusal(story.plan, on: Day(now)))
            try refuse(plan.freezeRefusal(for: story.measure, on: Day(now)))
            let text = plan.canonicalText(of: story.measure, adoptedBy: story.adopters.map(\.slug))
            let frozen = FrozenPlan(plan: plan, text: text, frozenAt: now)
            try acting.db.insert(
                """
                INSERT INTO effect_plan (measure_id, metric, exposed, control, before_first, before_last, after_first,
                    after_last, mean_pool_cost, text, fingerprint, frozen_by, frozen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, id, plan.metric.rawValue, plan.exposed, plan.control,
                plan.before.lowerBound.description, plan.before.upperBound.description,
                plan.after.lowerBound.description, plan.after.upperBound.description, plan.meanPoolCost, text,
                frozen.fingerprint.bytes, member, now)
            return frozen.fingerprint
        }
    }

    /// Enters what a community observed of a measure; what it had entered before stays, and counts no more.
    ///
    /// Throws `.notFound` to those who keep no funds and for a community that did not adopt it, the refusal of
    /// `observationRefusal(on:)`, `.invalid`.
    public func observe(
        _ seen: Observation, source: String, in community: CommunityID, of id: MeasureID,
        by member: MemberID, at now: Timestamp
    ) async throws {
        let source = source.trimmed
        try await act(by: member, at: now) { acting in
            let story = try acting.look.measureToKeep(id)
            guard story.adopters.contains(where: { $0.id == community }) else { throw Refusal.notFound }
            try refuse(story.plan.observationRefusal(on: Day(now)))
            let others = story.observations.filter { $0.community != community }.map(\.seen)
            try refuse(
                [Observation.sourceRule.problem(in: source)].compactMap(\.self)
                    + seen.problems(beside: others))
            try acting.db.insert(
                """
                INSERT INTO effect_observation (measure_id, community_id, n0, e0, n1, e1, c0, k0, c1, k1, source, by_id,
                    entered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, id, community, seen.exposedBefore.claims, seen.exposedBefore.exposure,
                seen.exposedAfter.claims, seen.exposedAfter.exposure, seen.controlBefore.claims,
                seen.controlBefore.exposure, seen.controlAfter.claims, seen.controlAfter.exposure, source,
                member, now)
        }
    }
}

extension Acting {
    fileprivate func check(_ measure: Measure, adoptedBy communities: Set<CommunityID>) throws {
        let known = Set(try look.communities().map(\.id))
        guard communities.isSubset(of: known) else { throw Refusal.notFound }
        try refuse(
            measure.problems
                + (communities.isEmpty ? [Problem(field: "communities", code: .missing)] : []))
    }

    fileprivate func adopt(_ measure: MeasureID, by communities: Set<CommunityID>) throws {
        for community in communities.sorted() {
            try db.insert(
                "INSERT INTO measure_adoption (measure_id, community_id) VALUES (?, ?)", measure, community)
        }
    }
}
