/// A paragraph of the insurer's draft. Versions that leave it as it is share it, with all that people said about it.
public struct DraftParagraph: Hashable, Sendable {
    public let id: DraftParagraphID
    /// In simple Markdown.
    public let text: String

    public init(id: DraftParagraphID, text: String) {
        self.id = id
        self.text = text
    }
}

/// A state of the text on which people react; once published, it is never rewritten.
public struct DraftVersion: Sendable {
    /// Counted from 1.
    public let number: Int
    public let publishedAt: Timestamp
    public let paragraphs: [DraftParagraph]

    public init(number: Int, publishedAt: Timestamp, paragraphs: [DraftParagraph]) {
        self.number = number
        self.publishedAt = publishedAt
        self.paragraphs = paragraphs
    }
}

/// What a version did to one paragraph of the version before: why, and thanks to whom.
public struct DraftChange: Sendable {
    /// Its place in the version before, from 0. Nil if it was added.
    public let old: Int?
    /// Its place in the version that brought the change, from 0. Nil if it was removed.
    public let new: Int?
    public let why: String
    /// Nil for people who deleted their account, or left the community.
    public let thanked: [Member?]

    public init(old: Int?, new: Int?, why: String, thanked: [Member?]) {
        self.old = old
        self.new = new
        self.why = why
        self.thanked = thanked
    }

    /// What became of the paragraph.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case changed
        case added
        case removed
    }

    public var kind: Kind { old == nil ? .added : new == nil ? .removed : .changed }
}

/// How much a subject matters to somebody: asked before they react.
public enum Concern: String, CaseIterable, Hashable, Sendable {
    case much
    case little
    case not
}

/// What one person thinks of one paragraph.
public struct DraftReaction: Sendable {
    public let id: DraftReactionID
    public let paragraph: DraftParagraphID
    /// Nil once the account was deleted.
    public let author: Member?
    public let kind: Kind
    /// In simple Markdown; may be empty.
    public let comment: String
    public let reactedAt: Timestamp
    /// Whether the comment is hidden; the reaction itself is counted all the same.
    public let isHidden: Bool

    public init(
        id: DraftReactionID, paragraph: DraftParagraphID, author: Member?, kind: Kind, comment: String,
        reactedAt: Timestamp, isHidden: Bool = false
    ) {
        self.id = id
        self.paragraph = paragraph
        self.author = author
        self.kind = kind
        self.comment = comment
        self.reactedAt = reactedAt
        self.isHidden = isHidden
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case clear
        case unclear
        /// Something is missing.
        case missing
        /// It is not right.
        case wrong
    }

    public func isAuthor(_ viewer: Viewer) -> Bool {
        guard let author, let member = viewer.member else { return false }
        return author.id == member.id
    }
}

/// What a person says of a paragraph.
public struct DraftReactionContent: Hashable, Sendable {
    public let kind: DraftReaction.Kind
    public let comment: String

    public init(kind: DraftReaction.Kind, comment: String) {
        self.kind = kind
        self.comment = comment.trimmed
    }

    public static let commentRule = TextRule("comment", 0...2_000)

    /// What has to be mended.
    public var problems: [Problem] {
        [Self.commentRule.problem(in: comment)].compactMap(\.self)
    }
}

/// The draft as its manager writes it anew, with the reasons for what changes.
public struct DraftRevision: Sendable {
    public let paragraphs: [String]
    /// The number of the version from which it was written; 0 if there was none.
    public let base: Int
    /// By the places of what they explain.
    public let explanations: [Place: Explanation]

    public init(text: String, base: Int, explanations: [Place: Explanation] = [:]) {
        paragraphs = TextDifference.paragraphs(of: text)
        self.base = base
        self.explanations = explanations
    }

    /// Where a change stands: its places in the old and in the new version, from 0.
    public struct Place: Hashable, Sendable {
        public let old: Int?
        public let new: Int?

        public init(old: Int?, new: Int?) {
            self.old = old
            self.new = new
        }

        /// The name of the field in which it is explained.
        public var field: String { "why-\(old.map(String.init) ?? "none")-\(new.map(String.init) ?? "none")" }
    }

    /// Why something changed, and thanks to whom.
    public struct Explanation: Hashable, Sendable {
        public let why: String
        public let thanked: [MemberID]

        public init(why: String, thanked: [MemberID] = []) {
            self.why = why.trimmed
            self.thanked = thanked
        }
    }

    /// Paragraphs that a draft has at most.
    public static let mostParagraphs = 60
    public static let textRule = TextRule("draft", 30...20_000)
    public static let whyRule = TextRule("why", 10...500)

    /// What has to be mended, given the paragraphs of the version before.
    public func problems(after old: [String]) -> [Problem] {
        var problems = Self.problems(in: paragraphs.joined(separator: "\n\n"))
        let changes = Self.changes(from: old, to: paragraphs)
        if !old.isEmpty, changes.isEmpty, problems.isEmpty {
            problems.append(Problem(field: Self.textRule.field, code: .unchanged))
        }
        guard !old.isEmpty else { return problems }
        return problems
            + changes.compactMap { place in
                Self.whyRule.problem(in: explanations[place]?.why ?? "").map {
                    Problem(field: place.field, code: $0.code, limit: $0.limit)
                }
            }
    }

    /// What has to be mended in the text itself.
    public static func problems(in text: String) -> [Problem] {
        if let problem = textRule.problem(in: text) { return [problem] }
        return TextDifference.paragraphs(of: text).count > mostParagraphs
            ? [Problem(field: textRule.field, code: .outOfRange, limit: mostParagraphs)] : []
    }

    /// Where the paragraphs differ, in reading order.
    public static func changes(from old: [String], to new: [String]) -> [Place] {
        TextDifference(from: old, to: new).paragraphs.filter { !$0.isKept || $0.old == nil || $0.new == nil }
            .map { Place(old: $0.old, new: $0.new) }
    }
}

extension Challenge {
    /// Why `viewer` may not say how much the subject matters to them, or nil. Reactions are counted as supports are: in
    /// the phases that give the right to vote, and hidden until these are over.
    public func concernRefusal(for viewer: Viewer, at now: Timestamp) -> Refusal? {
        guard isVisible(to: viewer), content.blueprint == .draftReview else { return .notFound }
        if let refusal = phaseRefusal(
            for: .vote, at: now, early: .challengeNotOpenYet, late: .reactionsClosed)
        {
            return refusal
        }
        return viewer.member == nil ? .signInRequired : nil
    }

    /// Why `viewer` may not react on the draft, or nil. Whether the subject matters to them is asked first.
    public func reactionRefusal(for viewer: Viewer, concern: Concern?, at now: Timestamp) -> Refusal? {
        if let refusal = concernRefusal(for: viewer, at: now) { return refusal }
        return concern == nil ? .conflict(.concernFirst) : nil
    }

    /// Why `viewer` may not publish a version of the draft, or nil: the first one is published with the challenge.
    public func draftRefusal(for viewer: Viewer) -> Refusal? {
        guard content.blueprint == .draftReview else { return .notFound }
        if let refusal = managementRefusal(for: viewer) { return refusal }
        switch standing {
        case .published, .resultsPublished: return nil
        case .draft: return .conflict(.notPublishedYet)
        case .suspended: return .conflict(.challengeSuspended)
        case .cancelled: return .conflict(.challengeCancelled)
        case .archived: return .conflict(.challengeClosed)
        }
    }
}
