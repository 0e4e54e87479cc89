/// A person with an account, as other people may know them.
public struct Member: Hashable, Sendable {
    public let id: MemberID
    /// What is shown in place of a name. Nil once the account is deleted.
    public let pseudonym: String?
    /// Speaks for the insurer when marked so.
    public let isStaff: Bool
    /// What those are called who sign the same idea; empty for a person by themselves.
    public let companions: [String]

    public init(id: MemberID, pseudonym: String?, isStaff: Bool = false, companions: [String] = []) {
        self.id = id
        self.pseudonym = pseudonym
        self.isStaff = isStaff
        self.companions = companions
    }
}

/// A language of the interface, by its BCP 47 code.
public enum Language: String, CaseIterable, Hashable, Sendable {
    case french = "fr"
    case english = "en"
}

/// What a person may do for one challenge, or for all of them.
public enum Role: String, CaseIterable, Hashable, Sendable {
    case manager
    case moderator
    case juror
    case rewardOfficer
}

/// Who is looking: what every load and every rule is told about the person.
public struct Viewer: Hashable, Sendable {
    /// Nil for a visitor who is not signed in.
    public private(set) var member: Member?
    public let isAdministrator: Bool
    /// Roles that hold for every challenge.
    public let rolesEverywhere: Set<Role>
    /// Roles that hold for single challenges.
    public let rolesByChallenge: [ChallengeID: Set<Role>]
    /// Communities of which the person is a member now.
    public let communities: Set<CommunityID>
    /// Segments to which the person belongs by what the insurer imported.
    public let segments: Set<SegmentID>
    /// Challenges to which the person used an invitation.
    public let invitations: Set<ChallengeID>

    public init(
        member: Member?,
        isAdministrator: Bool = false,
        rolesEverywhere: Set<Role> = [],
        rolesByChallenge: [ChallengeID: Set<Role>] = [:],
        communities: Set<CommunityID> = [], segments: Set<SegmentID> = [],
        invitations: Set<ChallengeID> = []
    ) {
        self.member = member
        self.isAdministrator = isAdministrator
        self.rolesEverywhere = rolesEverywhere
        self.rolesByChallenge = rolesByChallenge
        self.communities = communities
        self.segments = segments
        self.invitations = invitations
    }

    /// A visitor of whom nothing is known.
    public static let visitor = Viewer(member: nil)

    /// Somebody who may see and do the same, and is nobody: a member to whom nothing belongs, a visitor for a visitor.
    public var standIn: Viewer {
        var standIn = self
        standIn.member = member.map { Member(id: MemberID(0), pseudonym: nil, isStaff: $0.isStaff) }
        return standIn
    }

    /// Whether the person holds `role` for `challenge`.
    public func has(_ role: Role, for challenge: ChallengeID) -> Bool {
        rolesEverywhere.contains(role) || rolesByChallenge[challenge]?.contains(role) == true
    }

    /// Whether the person works on `challenge` in any role, or administers the platform.
    public func isStaff(of challenge: ChallengeID) -> Bool {
        isAdministrator || !rolesEverywhere.isEmpty || rolesByChallenge[challenge]?.isEmpty == false
    }

    /// Whether the person works for the insurer in any role.
    public var isStaff: Bool {
        isAdministrator || !rolesEverywhere.isEmpty || !rolesByChallenge.isEmpty
    }

    /// Whether the person may launch challenges: an administrator or a manager of the whole platform.
    public var mayLaunchChallenges: Bool {
        isAdministrator || rolesEverywhere.contains(.manager)
    }

    /// Why the person may not launch challenges, or nil.
    public var launchRefusal: Refusal? {
        guard member != nil else { return .signInRequired }
        return mayLaunchChallenges ? nil : .forbidden(.staffOnly)
    }

    /// Whether the person may run `challenge`.
    public func manages(_ challenge: ChallengeID) -> Bool {
        isAdministrator || has(.manager, for: challenge)
    }

    /// The member, or the refusal that asks to sign in.
    public func requireMember() throws(Refusal) -> Member {
        guard let member else { throw .signInRequired }
        return member
    }
}

/// A member's account, with what decides which changes are theirs to make.
public struct Account: Hashable, Sendable {
    public let member: Member
    public let email: String
    public let language: Language
    public let joinedAt: Timestamp
    /// Made up together with the data of a demonstration: everybody knows its password, so that nobody may keep the
    /// others out of it.
    public let isLent: Bool
    public let isLastAdministrator: Bool

    public init(
        member: Member, email: String, language: Language, joinedAt: Timestamp, isLent: Bool,
        isLastAdministrator: Bool
    ) {
        self.member = member
        self.email = email
        self.language = language
        self.joinedAt = joinedAt
        self.isLent = isLent
        self.isLastAdministrator = isLastAdministrator
    }

    /// Why pseudonym, password, roles and communities have to stay as they are, or nil.
    public var changeRefusal: Refusal? {
        isLent ? .forbidden(.demonstrationAccount) : nil
    }

    /// Why the account cannot be deleted, or nil.
    public var deletionRefusal: Refusal? {
        changeRefusal ?? (isLastAdministrator ? .conflict(.lastAdministrator) : nil)
    }
}

/// What a person types to open an account.
public struct Registration: Hashable, Sendable {
    public let email: String
    public let pseudonym: String
    public let password: String
    public let language: Language

    public init(email: String, pseudonym: String, password: String, language: Language) {
        self.email = email.trimmed
        self.pseudonym = pseudonym.trimmed
        self.password = password
        self.language = language
    }

    /// What has to be mended, in the order of the form.
    public var problems: [Problem] {
        [
            Pseudonym.problem(in: pseudonym),
            EmailAddress.problem(in: email),
            Password.problem(in: password),
        ].compactMap(\.self)
    }
}

/// The rule for e-mail addresses.
public enum EmailAddress {
    /// The problem with `text`, or nil. It only keeps out what cannot be an address; the post alone can tell the rest.
    public static func problem(in text: String, field: String = "email") -> Problem? {
        if text.isEmpty { return Problem(field: field, code: .missing) }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let fine =
            parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
            && !parts[1].hasSuffix(".") && text.utf8.count <= 254
            && !text.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 }
        return fine ? nil : Problem(field: field, code: .notAnAddress)
    }

    /// The form under which addresses are compared: two that differ only in case are one.
    public static func key(_ text: String) -> String {
        text.trimmed.lowercased()
    }
}

/// The rule for pseudonyms.
public enum Pseudonym {
    public static let length = 3...40

    /// The problem with `text`, or nil. Letters, digits, spaces, hyphens, apostrophes, dots: what a list can show.
    public static func problem(in text: String, field: String = "pseudonym") -> Problem? {
        if let problem = TextRule(field, length).problem(in: text) { return problem }
        let fine = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " -'’._".unicodeScalars.contains(scalar)
        }
        return fine ? nil : Problem(field: field, code: .notAPseudonym)
    }
}

/// The rule for passwords: long rather than baroque (NIST SP 800-63B §5.1.1.2).
public enum Password {
    public static let length = 10...200

    /// The problem with `text`, or nil.
    public static func problem(in text: String, field: String = "password") -> Problem? {
        if text.isEmpty { return Problem(field: field, code: .missing) }
        if text.count < length.lowerBound {
            return Problem(field: field, code: .tooShort, limit: length.lowerBound)
        }
        return text.count > length.upperBound
            ? Problem(field: field, code: .tooLong, limit: length.upperBound) : nil
    }
}
