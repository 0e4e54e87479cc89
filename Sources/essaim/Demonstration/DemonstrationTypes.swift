import Domain
import Site

/// A moment of the demonstration, told from the moment at which it is seeded.
struct Moment: Hashable, Comparable, Sendable {
    /// Minutes after the seeding; negative before it.
    let minutes: Int

    static func before(days: Int = 0, hours: Int = 0, minutes: Int = 0) -> Moment {
        Moment(minutes: -((days * 24 + hours) * 60 + minutes))
    }

    static func after(days: Int = 0, hours: Int = 0, minutes: Int = 0) -> Moment {
        Moment(minutes: (days * 24 + hours) * 60 + minutes)
    }

    static func < (left: Moment, right: Moment) -> Bool {
        left.minutes < right.minutes
    }

    /// The moment itself, if the seeding takes place at `now`.
    func timestamp(from now: Timestamp) -> Timestamp {
        now + .minutes(Int64(minutes))
    }
}

/// A lasting subject.
struct ScriptedTheme: Sendable {
    let key: String
    let title: [Language: String]
    let summary: [Language: String]
    /// Open questions to talk about, in French.
    let prompts: [String]
    /// The two hues of its covers, in degrees.
    let hues: (Int, Int)
}

/// A member who speaks in the demonstration.
struct ScriptedPerson: Sendable {
    let key: String
    let pseudonym: String
    /// Who they are, in a line; a guide to their voice rather than something to show.
    let about: String
}

/// Somebody who works for the insurer.
struct ScriptedEmployee: Sendable {
    let key: String
    let name: String
    let function: String
    let roles: [ScriptedRole]
    var isAdministrator = false

    /// How they sign: the name, then the function.
    var signature: String { "\(name), \(function)" }
}

/// A role, for all challenges or for one.
struct ScriptedRole: Sendable {
    let role: Role
    /// The key of the challenge; nil for all.
    let challenge: String?

    init(_ role: Role, of challenge: String? = nil) {
        self.role = role
        self.challenge = challenge
    }
}

/// An account with which a visitor of the demonstration may sign in.
struct ScriptedAccount: Sendable {
    let email: String
    /// The key of the person or employee to whom it belongs.
    let person: String
    let purpose: Trial.Purpose
}

/// People insured together by affinity.
struct ScriptedCommunity: Sendable {
    let key: String
    let name: String
    let joinCode: String
    let summary: String
    let charter: String
    let members: [ScriptedMembership]
    /// The pseudonyms there of some who read and do not speak.
    var quietMembers: [String] = []
}

/// A person in a community, under the name by which the others know them.
struct ScriptedMembership: Sendable {
    let person: String
    let pseudonym: String

    init(_ person: String, as pseudonym: String) {
        self.person = person
        self.pseudonym = pseudonym
    }
}
