/// What the authors of an idea that was chosen would grant: each right is named, with its extent, purpose, place and
/// duration, as French law asks (Code de la propriété intellectuelle, L131-3).
public struct Deed: Hashable, Sendable {
    public let rights: [Grant]
    /// What the rights are for.
    public let purpose: String
    public let place: Place
    /// Years from the signature.
    public let years: Int
    public let isExclusive: Bool
    /// What is paid in return, in words.
    public let price: String

    public init(
        rights: [Grant], purpose: String, place: Place, years: Int, isExclusive: Bool, price: String
    ) {
        self.rights = rights
        self.purpose = purpose.trimmed
        self.place = place
        self.years = years
        self.isExclusive = isExclusive
        self.price = price.trimmed
    }

    /// The rights that can be granted; what is not named is not granted.
    public enum Right: String, CaseIterable, Hashable, Sendable {
        case reproduction
        case representation
        case adaptation
        case translation
        case distribution
    }

    /// One right and how far it goes.
    public struct Grant: Hashable, Sendable {
        public let right: Right
        /// Media, formats, numbers.
        public let extent: String

        public init(_ right: Right, extent: String) {
            self.right = right
            self.extent = extent.trimmed
        }
    }

    public enum Place: String, CaseIterable, Hashable, Sendable {
        case france
        case europe
        case world
    }

    public static let yearRange = 1...20
    public static let extentRule = TextRule("extent", 5...500)
    public static let purposeRule = TextRule("purpose", 10...1_000)
    public static let priceRule = TextRule("price", 3...500)

    /// What has to be mended; the extent of a right is in `extent-<right>`.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if rights.isEmpty { problems.append(Problem(field: "rights", code: .missing)) }
        for grant in rights {
            if let problem = Self.extentRule.problem(in: grant.extent) {
                problems.append(
                    Problem(
                        field: "extent-\(grant.right.rawValue)", code: problem.code, limit: problem.limit))
            }
        }
        problems += [Self.purposeRule.problem(in: purpose)].compactMap(\.self)
        if !Self.yearRange.contains(years) {
            problems.append(Problem(field: "years", code: .outOfRange, limit: Self.yearRange.upperBound))
        }
        return problems + [Self.priceRule.problem(in: price)].compactMap(\.self)
    }
}

extension Idea {
    /// Why `viewer` may not draw up a deed about the idea, or nil: only of what was chosen.
    public func deedRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        if let refusal = challenge.managementRefusal(for: viewer) { return refusal }
        return decision?.isKept == true ? nil : .conflict(.ideaNotKept)
    }

    /// Whether `viewer` may read a deed about the idea: its authors and those who manage the challenge.
    public func showsDeed(to viewer: Viewer, in challenge: Challenge) -> Bool {
        isAuthor(viewer) || viewer.manages(challenge.id)
    }
}
