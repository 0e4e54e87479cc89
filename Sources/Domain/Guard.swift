/// Looks, before a text becomes public, for what its author would regret: ways to reach or identify a person, and facts
/// about their health.
///
/// It advises the author and decides nothing: what it finds is shown, and the author masks, corrects or sends.
public struct Guard: Sendable {
    /// What contract numbers look like at this insurer.
    public let contracts: [ContractPattern]

    public init(contracts: [ContractPattern] = []) {
        self.contracts = contracts
    }

    /// Something found in a text.
    public struct Finding: Hashable, Sendable {
        public let kind: Kind
        public let range: Range<String.Index>
        /// What is put in its place. Nil for facts about health, which no mask can take out of a sentence.
        public let mask: String?
    }

    /// What can be found.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case phone
        case email
        case iban
        /// The French social-security number (NIR).
        case socialSecurity
        case contract
        /// A condition or a treatment that the author tells of themselves or of somebody close.
        case health

        /// What stands in the place of a passage of this kind; nil where nothing can.
        public var mask: String? {
            switch self {
            case .phone: "•• •• •• •• ••"
            case .email: "•••@•••"
            case .iban: "•••• •••• •••• ••••"
            case .socialSecurity: "• •• •• •• ••• ••• ••"
            case .contract: "••••••••"
            case .health: nil
            }
        }
    }

    /// All that is found in `text`, in its order; no two findings overlap.
    public func findings(in text: String) -> [Finding] {
        guard text.utf8.count > 4 else { return [] }
        let read = ReadableText(text)
        var found: [(kind: Kind, range: Range<Int>)] = []
        var taken = [Bool](repeating: false, count: read.count)
        // The surest first: the digits of an account or social-security number are no phone number.
        for (kind, scan) in scans {
            for range in scan(read) where !taken[range].contains(true) {
                for position in range { taken[position] = true }
                found.append((kind, range))
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.map {
            Finding(kind: $0.kind, range: read.indices(of: $0.range), mask: $0.kind.mask)
        }
    }

    private var scans: [(Kind, (ReadableText) -> [Range<Int>])] {
        [
            (.email, { $0.emailAddresses() }), (.iban, { $0.accountNumbers() }),
            (.socialSecurity, { $0.socialSecurityNumbers() }),
            (.contract, { text in contracts.flatMap { $0.matches(in: text) } }),
            (.phone, { $0.phoneNumbers() }), (.health, { $0.healthFacts() }),
        ]
    }

    /// `text` with masks in the place of all that can be masked.
    public func masked(_ text: String) -> String {
        var masked = text
        for finding in findings(in: text).reversed() {
            if let mask = finding.mask { masked.replaceSubrange(finding.range, with: mask) }
        }
        return masked
    }
}

extension Guard {
    /// What an author answers to the guard's warning.
    public enum Answer: String, CaseIterable, Hashable, Sendable {
        /// To send with masks in the place of numbers and addresses.
        case mask
        /// To send as it is: possible where nothing can be masked.
        case anyway
    }

    /// The text as it may be sent, given what its author answered to the warning, if they saw one.
    ///
    /// Throws `Refusal.invalid` with one problem for each kind found; its field is `field`.
    public func admit(_ text: String, as field: String, answer: Answer?) throws(Refusal) -> String {
        let findings = findings(in: text)
        guard !findings.isEmpty else { return text }
        switch answer {
        case .mask: return masked(text)
        case .anyway where findings.allSatisfy({ $0.mask == nil }): return text
        case .anyway, nil: break
        }
        var kinds: [Kind] = []
        for finding in findings where !kinds.contains(finding.kind) { kinds.append(finding.kind) }
        throw .invalid(kinds.map { Problem(field: field, code: $0.problem) })
    }

    /// The idea as it may be sent; the problems of title and text come together.
    public func admit(_ content: IdeaContent, answer: Answer?) throws(Refusal) -> IdeaContent {
        var problems: [Problem] = []
        func admitted(_ text: String, as field: String) -> String {
            do throws(Refusal) {
                return try admit(text, as: field, answer: answer)
            } catch {
                if case .invalid(let found) = error { problems += found }
                return text
            }
        }
        let title = admitted(content.title, as: IdeaContent.titleRule.field)
        let text = admitted(content.text, as: IdeaContent.textRule.field)
        guard problems.isEmpty else { throw .invalid(problems) }
        return IdeaContent(title: title, text: text)
    }
}

extension Guard.Kind {
    /// The problem of a text in which it was found.
    public var problem: Problem.Code {
        switch self {
        case .phone: .containsPhone
        case .email: .containsEmail
        case .iban: .containsIBAN
        case .socialSecurity: .containsSocialSecurity
        case .contract: .containsContract
        case .health: .containsHealth
        }
    }

    /// The kind that a problem tells of; nil for problems of other rules.
    public init?(_ problem: Problem.Code) {
        guard let kind = Self.allCases.first(where: { $0.problem == problem }) else { return nil }
        self = kind
    }
}
