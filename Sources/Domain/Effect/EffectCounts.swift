/// Claims among so many exposed: homes, people or their years.
public struct ClaimCount: Hashable, Sendable {
    public let claims: Int64
    /// Above zero.
    public let exposure: Int64

    /// Nil unless there is exposure, at most 10⁹ of it, and claims are neither negative nor more than 10⁹.
    public init?(claims: Int64, exposure: Int64) {
        guard (0...1_000_000_000).contains(claims), (1...1_000_000_000).contains(exposure) else { return nil }
        self.claims = claims
        self.exposure = exposure
    }

    private init(adding left: Self, _ right: Self) {
        claims = left.claims + right.claims
        exposure = left.exposure + right.exposure
    }

    fileprivate static func + (left: Self, right: Self) -> Self {
        Self(adding: left, right)
    }
}

/// What was observed of a measure: claims before and after, with it and without.
public struct Observation: Hashable, Sendable {
    /// Those with the measure, before it: n₀ claims of e₀.
    public let exposedBefore: ClaimCount
    /// Those with the measure, after it: n₁ claims of e₁.
    public let exposedAfter: ClaimCount
    /// Those without it, before: c₀ claims of k₀.
    public let controlBefore: ClaimCount
    /// Those without it, after: c₁ claims of k₁.
    public let controlAfter: ClaimCount

    public init(
        exposedBefore: ClaimCount, exposedAfter: ClaimCount, controlBefore: ClaimCount,
        controlAfter: ClaimCount
    ) {
        self.exposedBefore = exposedBefore
        self.exposedAfter = exposedAfter
        self.controlBefore = controlBefore
        self.controlAfter = controlAfter
    }

    /// What several communities that adopted the same measure observed together: small ones can rarely prove anything
    /// alone. Nil for none of them.
    public static func together(_ observations: [Observation]) -> Observation? {
        guard let first = observations.first else { return nil }
        return observations.dropFirst().reduce(first) { sum, next in
            Observation(
                exposedBefore: sum.exposedBefore + next.exposedBefore,
                exposedAfter: sum.exposedAfter + next.exposedAfter,
                controlBefore: sum.controlBefore + next.controlBefore,
                controlAfter: sum.controlAfter + next.controlAfter)
        }
    }
}
