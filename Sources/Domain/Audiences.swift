/// Those for whom a challenge exists. To anybody else but its staff it does not, on any page, in any search or feed.
public enum Audience: Hashable, Sendable {
    case everybody
    case community(CommunityID)
    /// People of whom the insurer imported what the segment asks for.
    case segment(Segment)
    /// People who used an invitation to the challenge.
    case invited

    /// Members of `community`, or everybody without one.
    public init(_ community: CommunityID?) {
        self = community.map { .community($0) } ?? .everybody
    }

    /// The community under whose pseudonyms people speak; nil where they have their own.
    public var community: CommunityID? {
        if case .community(let community) = self { community } else { nil }
    }

    /// Whether `viewer` is one of those for whom `challenge` is.
    func includes(_ viewer: Viewer, for challenge: ChallengeID) -> Bool {
        switch self {
        case .everybody: true
        case .community(let community): viewer.communities.contains(community)
        case .segment(let segment): segment.id.map(viewer.segments.contains) ?? false
        case .invited: viewer.invitations.contains(challenge)
        }
    }

    /// What has to be mended: fields `segment`.
    var problems: [Problem] {
        guard case .segment(let segment) = self, segment.id == nil else { return [] }
        if segment.isEmpty { return [Problem(field: "segment", code: .missing)] }
        return segment.width > Segment.greatestWidth
            ? [Problem(field: "segment", code: .outOfRange, limit: Segment.greatestWidth)] : []
    }
}

/// A rule on what the insurer imported about people. A list that is empty asks for nothing.
public struct Segment: Hashable, Sendable {
    /// Nil before it was stored. Two challenges that ask for the same share one segment.
    public let id: Identifier<Segment>?
    public let products: Set<String>
    public let regions: Set<String>
    public let agencies: Set<String>

    public init(
        id: Identifier<Segment>? = nil, products: Set<String> = [], regions: Set<String> = [],
        agencies: Set<String> = []
    ) {
        self.id = id
        self.products = products
        self.regions = regions
        self.agencies = agencies
    }

    /// The most combinations of product, region and agency that one segment may name.
    public static let greatestWidth = 500

    /// Whether it asks for nothing.
    public var isEmpty: Bool { products.isEmpty && regions.isEmpty && agencies.isEmpty }

    /// How many combinations it names.
    public var width: Int { max(1, products.count) * max(1, regions.count) * max(1, agencies.count) }

    /// Whether one who has these `holdings` belongs: one holding alone has to have all that is asked for.
    public func includes(_ holdings: some Sequence<Holding>) -> Bool {
        holdings.contains { holding in
            func fits(_ value: String, _ asked: Set<String>) -> Bool {
                asked.isEmpty || asked.contains(value)
            }
            return fits(holding.product, products) && fits(holding.region, regions)
                && fits(holding.agency, agencies)
        }
    }
}

public typealias SegmentID = Identifier<Segment>

/// What the insurer imported about one contract of one person, and nothing more. Empty is what is not known.
public struct Holding: Hashable, Sendable {
    public let product: String
    public let region: String
    public let agency: String

    public init(product: String = "", region: String = "", agency: String = "") {
        self.product = product
        self.region = region
        self.agency = agency
    }
}

/// How many people something concerns, without the number: a figure about few would point at somebody.
public enum PeopleCount: String, CaseIterable, Hashable, Sendable {
    case few
    case enough

    public init(_ count: Int, by anonymity: Anonymity) {
        self = count < anonymity.fewest ? .few : .enough
    }
}

extension Viewer {
    /// Why the person may not import what is known of policyholders, or nil. To those who do not administer the
    /// platform the page does not exist.
    public var portfolioRefusal: Refusal? {
        if member == nil { return .signInRequired }
        return isAdministrator ? nil : .notFound
    }
}
