/// One address that was invited to a challenge. It holds the address and never the pseudonym of whoever used it: the two
/// must not be known together.
public struct Invitation: Hashable, Sendable {
    public let id: Identifier<Invitation>
    public let email: String
    public let sentAt: Timestamp
    /// When somebody used its link; nil while it waits.
    public let usedAt: Timestamp?
    /// Until when its link can be used. What it opened stays open.
    public let expiresAt: Timestamp

    public init(
        id: Identifier<Invitation>, email: String, sentAt: Timestamp, usedAt: Timestamp?, expiresAt: Timestamp
    ) {
        self.id = id
        self.email = email
        self.sentAt = sentAt
        self.usedAt = usedAt
        self.expiresAt = expiresAt
    }

    /// Days for which a link can be made or prolonged, the usual one first.
    public static let validities = [30, 7, 90]

    /// What has to be mended in the days for which a link is to hold.
    public static func problem(inDays days: Int?) -> Problem? {
        guard let days else { return Problem(field: "days", code: .missing) }
        return validities.contains(days) ? nil : Problem(field: "days", code: .unknownChoice)
    }

    /// Where it stands.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case waiting
        case used
        case expired
    }

    public func state(at now: Timestamp) -> State {
        usedAt == nil ? now < expiresAt ? .waiting : .expired : .used
    }
}

public typealias InvitationID = Identifier<Invitation>

/// The addresses that a manager pasted.
public enum InvitationList {
    /// The most addresses at once.
    public static let most = 200
    public static let field = "emails"

    /// The addresses in `text`, parted by lines, spaces, commas or semicolons, each once.
    ///
    /// Throws `Refusal.invalid` if there are none, too many, or one that cannot be an address.
    public static func addresses(in text: String) throws(Refusal) -> [String] {
        var seen: Set<String> = []
        let addresses = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
            .filter { seen.insert(EmailAddress.key($0)).inserted }
        if addresses.isEmpty { throw .invalid(field, .missing) }
        if addresses.count > most { throw .invalid(field, .outOfRange, limit: most) }
        if addresses.contains(where: { EmailAddress.problem(in: $0) != nil }) {
            throw .invalid(field, .notAnAddress)
        }
        return addresses
    }
}

extension Challenge {
    /// Why `viewer` may not invite people to the challenge, or nil.
    public func invitationRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        // A page that has nothing to do with this challenge.
        guard content.audience == .invited else { return .notFound }
        return standing == .cancelled ? .conflict(.challengeCancelled) : nil
    }
}
