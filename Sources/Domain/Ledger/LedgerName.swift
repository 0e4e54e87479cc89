/// The names that the ledger takes: pseudonymous identifiers, never words about a person.
public enum LedgerName {
    /// The longest, in characters.
    public static let longest = 160

    /// Whether a name is not empty, not too long, and of letters, digits and `:_./-` alone.
    public static func isValid(_ name: String) -> Bool {
        (1...longest).contains(name.utf8.count) && name.utf8.allSatisfy(isAllowed)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        // Letters; - . / 0–9 : stand together in ASCII.
        case 0x41...0x5A, 0x61...0x7A, 0x2D...0x3A, 0x5F: true
        default: false
        }
    }
}

/// An account of the ledger, such as `fund:7:pool` or `member:12:cashback`.
public struct LedgerAccount: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let name: String

    /// Nil unless the name is valid.
    public init?(_ name: String) {
        guard LedgerName.isValid(name) else { return nil }
        self.name = name
    }

    /// A name that consists of valid words and numbers.
    init(known name: String) {
        self.name = name
    }

    public var description: String { name }

    /// Whether it stands for the world outside, which alone may be below zero.
    public var isOutside: Bool { name.hasPrefix("world:") }

    /// Whether `viewer` may know what is in it: administrators all accounts, members their own.
    public func isVisible(to viewer: Viewer) -> Bool {
        if viewer.isAdministrator { return true }
        guard let member = viewer.member else { return false }
        return name.hasPrefix("member:\(member.id):")
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.name < right.name
    }
}

/// The fact for which a transaction stands, such as `contrib:7:2027:12:1`: it can happen only once.
public struct LedgerKey: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Nil unless the text is a valid name.
    public init?(_ text: String) {
        guard LedgerName.isValid(text) else { return nil }
        self.text = text
    }

    /// A text that consists of valid words and numbers.
    init(known text: String) {
        self.text = text
    }

    public var description: String { text }
}

/// What is counted. The two never meet: nothing turns one into the other.
public enum Asset: String, CaseIterable, Hashable, Sendable {
    /// Euro cents.
    case euros = "EUR"
    /// Points, which are no money.
    case points = "PTS"
}

/// An amount that goes from one account to another: two postings that sum to zero.
public struct Transfer: Hashable, Sendable {
    public let source: LedgerAccount
    public let destination: LedgerAccount
    public let asset: Asset
    /// Above zero: cents, or points.
    public let amount: Int64

    /// Nil unless the accounts differ and the amount is above zero.
    public init?(_ amount: Int64, _ asset: Asset, from source: LedgerAccount, to destination: LedgerAccount) {
        guard amount > 0, source != destination else { return nil }
        self.source = source
        self.destination = destination
        self.asset = asset
        self.amount = amount
    }

    private init(mirroring other: Transfer) {
        source = other.destination
        destination = other.source
        asset = other.asset
        amount = other.amount
    }

    /// The same amount back again.
    public var mirrored: Transfer { Transfer(mirroring: self) }
}
