/// What a manager says so that the rules of a challenge can be written: the rest follows from the challenge itself.
public struct RegulationContent: Hashable, Sendable {
    /// Name, legal form, registration and address of whoever organises the challenge.
    public let organiser: String
    /// Who may enter, and who may not.
    public let entrants: String
    /// By what ideas are judged.
    public let criteria: String
    /// Who decides.
    public let jury: String
    /// What of the prizes does not follow from the announced reward: value of gifts, journeys, who pays what.
    public let prizes: String
    /// How the organiser and its data-protection officer are reached.
    public let contact: String
    /// Months for which what was submitted is kept after the results.
    public let retentionMonths: Int
    public let property: Property

    public init(
        organiser: String, entrants: String, criteria: String, jury: String, prizes: String, contact: String,
        retentionMonths: Int, property: Property = .assessment
    ) {
        self.organiser = organiser.trimmed
        self.entrants = entrants.trimmed
        self.criteria = criteria.trimmed
        self.jury = jury.trimmed
        self.prizes = prizes.trimmed
        self.contact = contact.trimmed
        self.retentionMonths = retentionMonths
        self.property = property
    }

    /// What becomes of the rights of those who take part.
    public enum Property: String, CaseIterable, Hashable, Sendable {
        /// A licence to read and to assess, and nothing else: whatever goes further takes a deed of its own.
        case assessment
        /// The same, and the winners negotiate with the organiser first.
        case negotiation
    }

    public static let retentionRange = 1...60
    private static let rules = (
        organiser: TextRule("organiser", 10...600), entrants: TextRule("entrants", 10...1_000),
        criteria: TextRule("criteria", 10...2_000), jury: TextRule("jury", 10...1_000),
        prizes: TextRule("prizes", 0...2_000), contact: TextRule("contact", 5...400)
    )

    /// What has to be mended, in the order of the form. `prizes` have to be said where a reward is announced that is
    /// no money: its value follows from nothing else.
    public func problems(in challenge: Challenge) -> [Problem] {
        let rules = Self.rules
        let hasUnvalued = challenge.content.reward.map { $0.cents == nil } ?? false
        var problems = [
            rules.organiser.problem(in: organiser), rules.entrants.problem(in: entrants),
            rules.criteria.problem(in: criteria), rules.jury.problem(in: jury),
            hasUnvalued && prizes.isEmpty
                ? Problem(field: "prizes", code: .missing) : rules.prizes.problem(in: prizes),
            rules.contact.problem(in: contact),
        ].compactMap(\.self)
        if !Self.retentionRange.contains(retentionMonths) {
            problems.append(
                Problem(
                    field: "retentionMonths", code: .outOfRange, limit: Self.retentionRange.upperBound))
        }
        return problems
    }
}

/// One version of the rules of a challenge, as people read and accept it.
public struct Regulation: Sendable {
    /// 1 for the first.
    public let number: Int
    public let content: RegulationContent
    /// The exact text in each language; paragraphs are parted by blank lines.
    public let texts: [Language: String]
    public let writtenAt: Timestamp

    public init(number: Int, content: RegulationContent, texts: [Language: String], writtenAt: Timestamp) {
        self.number = number
        self.content = content
        self.texts = texts
        self.writtenAt = writtenAt
    }

    public func text(in language: Language) -> String { texts[language] ?? "" }

    /// The SHA-256 of the exact text in UTF-8.
    public func fingerprint(in language: Language) -> Fingerprint { Fingerprint(of: text(in: language)) }
}

/// That somebody accepted a version, in the language in which they read it.
public struct RegulationAcceptance: Hashable, Sendable {
    public let number: Int
    public let language: Language
    /// Of the exact text that they accepted.
    public let fingerprint: Fingerprint
    public let at: Timestamp

    public init(number: Int, language: Language, fingerprint: Fingerprint, at: Timestamp) {
        self.number = number
        self.language = language
        self.fingerprint = fingerprint
        self.at = at
    }
}

extension Challenge {
    /// Why `viewer` may not write the rules of the challenge, or nil. Nothing is changed once it is over.
    public func regulationRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        switch standing {
        case .draft, .published, .suspended: return nil
        case .cancelled: return .conflict(.challengeCancelled)
        case .resultsPublished, .archived: return .conflict(.resultsAlreadyPublished)
        }
    }
}

extension Regulation {
    /// Why somebody who accepted `accepted` cannot submit an idea yet, or nil: the version in force is accepted once.
    public func acceptanceRefusal(_ accepted: RegulationAcceptance?) -> Refusal? {
        accepted?.number == number ? nil : .invalid("regulation", .notConfirmed)
    }
}
