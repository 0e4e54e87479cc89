/// A figure about people as it may be shown.
public enum Figure: Hashable, Sendable {
    case exact(Int)
    /// It is about somebody, but about too few, or would tell of too few by what is beside it.
    case withheld

    /// A figure that nothing else can be compared with: withheld if fewer people than `anonymity` asks for are behind it.
    public init(_ figure: CrowdFigure, by anonymity: Anonymity) {
        self = anonymity.allows(figure.people) ? .exact(figure.value) : .withheld
    }

    /// Nil if it is withheld.
    public var value: Int? {
        guard case .exact(let value) = self else { return nil }
        return value
    }
}

/// A number, and how many people at least are behind it.
public struct CrowdFigure: Hashable, Sendable {
    public let value: Int
    /// A lower bound: people who cannot be told apart count as one.
    public let people: Int

    public init(value: Int, people: Int) {
        self.value = value
        self.people = people
    }

    /// A number of people.
    public init(people: Int) {
        self.init(value: people, people: people)
    }
}

/// The rule by which figures about people are shown: never about fewer than k of them, nor such that a subtraction
/// tells of fewer (P. Samarati and L. Sweeney, “Protecting privacy when disclosing information”, 1998; complementary
/// suppression as in A. Hundepool et al., “Statistical Disclosure Control”, 2012, § 4).
public struct Anonymity: Hashable, Sendable {
    /// The fewest people of whom a figure may tell, called k.
    public let fewest: Int

    /// No installation may ask for fewer: four neighbours know each other.
    public static let least = 5
    /// Where the operator says nothing: ten.
    public static let usual = Anonymity(checked: 10)

    /// Nil for fewer than ``least``.
    public init?(fewest: Int) {
        guard fewest >= Self.least else { return nil }
        self.fewest = fewest
    }

    private init(checked fewest: Int) {
        self.fewest = fewest
    }

    /// Whether a figure about so many people may be shown; one about nobody tells of nobody.
    public func allows(_ people: Int) -> Bool {
        people == 0 || people >= fewest
    }

    /// The parts of a whole whose sum is known, each person in one part exactly.
    ///
    /// Those that are too small are withheld, and with them the smallest others until all that is withheld is about
    /// enough people: else the sum would tell. If there are not enough others, nothing is shown.
    public func parts(_ people: [Int]) -> [Figure] {
        var isShown = people.map(allows)
        func withheld() -> Int { zip(people, isShown).reduce(0) { $1.1 ? $0 : $0 + $1.0 } }
        while !allows(withheld()) {
            let others = people.indices.filter { isShown[$0] && people[$0] > 0 }
            guard let smallest = others.min(by: { people[$0] < people[$1] }) else {
                return people.map { _ in .withheld }
            }
            isShown[smallest] = false
        }
        return zip(people, isShown).map { $1 ? .exact($0) : .withheld }
    }

    /// Figures whose sum is known, where one person may be behind several.
    ///
    /// How many people are behind all that is withheld is not known better than by the greatest of them: with the ones
    /// that are too small, one that is great enough is withheld. If there is none, nothing is shown.
    public func overlapping(_ figures: [CrowdFigure]) -> [Figure] {
        var shown = figures.map { Figure($0, by: self) }
        guard shown.contains(.withheld) else { return shown }
        let others = figures.indices.filter { shown[$0] != .withheld && figures[$0].people > 0 }
        guard let smallest = others.min(by: { figures[$0].people < figures[$1].people }) else {
            return figures.map { _ in .withheld }
        }
        shown[smallest] = .withheld
        return shown
    }

    /// A number of people who are all among others, of whom these are shown: withheld too if all but a few of them are.
    public func share(_ people: Int, of wholes: [Figure]) -> Figure {
        let isTold = wholes.compactMap(\.value).contains { !allows(max(0, $0 - people)) }
        return isTold ? .withheld : Figure(CrowdFigure(people: people), by: self)
    }
}
