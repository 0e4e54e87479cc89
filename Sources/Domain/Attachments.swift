/// A file that stands with an idea or with a challenge, without its content.
public struct Attachment: Hashable, Sendable {
    public let id: AttachmentID
    public let place: Place
    public let content: AttachmentContent.Facts
    public let addedAt: Timestamp
    /// What became of it, if moderators took it out: the content is gone then.
    public let removal: Removal?

    public init(
        id: AttachmentID, place: Place, content: AttachmentContent.Facts, addedAt: Timestamp,
        removal: Removal? = nil
    ) {
        self.id = id
        self.place = place
        self.content = content
        self.addedAt = addedAt
        self.removal = removal
    }

    /// With what it stands.
    public enum Place: Hashable, Sendable {
        /// An idea; as what was asked for by a question, if that is set.
        case idea(IdeaID, question: QuestionID?)
        /// A document of a challenge's brief.
        case brief(ChallengeID)
        /// The picture of a challenge.
        case cover(ChallengeID)
    }

    /// That moderators took it out.
    public struct Removal: Hashable, Sendable {
        public let reason: ModerationReason
        public let at: Timestamp

        public init(reason: ModerationReason, at: Timestamp) {
            self.reason = reason
            self.at = at
        }
    }

    /// The most files of an idea beside those that questions ask for, of a question, and of a brief.
    public static let mostOfIdea = 5
    public static let mostOfQuestion = 1
    public static let mostOfBrief = 10
    /// The longest file that is taken, in bytes.
    public static let longest = 10 * 1_024 * 1_024

    public static let descriptionRule = TextRule("description", 0...300)
    /// What a cover shows has to be said.
    public static let alternativeRule = TextRule("alternative", 5...300)
}

/// A file as it is kept.
public struct AttachmentContent: Hashable, Sendable {
    public let facts: Facts
    /// All of it.
    public let whole: [UInt8]
    /// A small picture of it, for pages; nil for documents.
    public let small: [UInt8]?

    public init(facts: Facts, whole: [UInt8], small: [UInt8]? = nil) {
        self.facts = facts
        self.whole = whole
        self.small = small
    }

    /// What a page shows of it.
    public struct Facts: Hashable, Sendable {
        public let kind: Kind
        /// With its extension, fit to be shown and to be a file's name anywhere.
        public let name: String
        /// What a picture shows, for those who do not see it; may be empty.
        public let description: String
        /// In bytes.
        public let size: Int
        /// In pixels; nil for documents.
        public let dimensions: Dimensions?

        public init(kind: Kind, name: String, description: String, size: Int, dimensions: Dimensions? = nil) {
            self.kind = kind
            self.name = AttachmentName.safe(name, kind)
            self.description = description.trimmed
            self.size = size
            self.dimensions = dimensions
        }
    }

    /// The size of a picture and of its small form, in pixels.
    public struct Dimensions: Hashable, Sendable {
        public let width: Int
        public let height: Int
        public let smallWidth: Int
        public let smallHeight: Int

        public init(width: Int, height: Int, smallWidth: Int, smallHeight: Int) {
            self.width = width
            self.height = height
            self.smallWidth = smallWidth
            self.smallHeight = smallHeight
        }
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case pdf
        /// A picture, made anew as WebP.
        case webp
    }

    /// Whole, or small.
    public enum Form: String, CaseIterable, Hashable, Sendable {
        case whole
        case small
    }
}

/// Names of files that people choose.
enum AttachmentName {
    private static let longest = 80

    /// The last part of `name`, without what hides or misleads, and with the extension of what it is.
    static func safe(_ name: String, _ kind: AttachmentContent.Kind) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        var stem = String(
            String.UnicodeScalarView(
                last.unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
                        .paragraphSeparator:
                        false
                    default: !"\"<>:|?*".unicodeScalars.contains(scalar)
                    }
                })
        ).trimmed
        if let dot = stem.lastIndex(of: "."), stem[dot...].count <= 6 { stem = String(stem[..<dot]) }
        while stem.hasPrefix(".") { stem.removeFirst() }
        stem = String(stem.prefix(longest)).trimmed
        return "\(stem.isEmpty ? "document" : stem).\(kind.rawValue)"
    }
}

extension Idea {
    /// Why `viewer` may not attach files to the idea or take them away, or nil: who may change its text may.
    public func attachmentRefusal(for viewer: Viewer, in challenge: Challenge, at now: Timestamp) -> Refusal?
    {
        editRefusal(for: viewer, in: challenge, at: now)
    }
}

extension Challenge {
    /// Why `viewer` may not change the documents and the cover, or nil.
    public func documentRefusal(for viewer: Viewer) -> Refusal? { revisionRefusal(for: viewer) }
}
