/// The text of an idea as it stood from one change to the next.
public struct IdeaVersion: Hashable, Sendable {
    /// Counted from 1, which is what was submitted.
    public let number: Int
    public let content: IdeaContent
    /// Who wrote it. Nil once the account is gone, and where the idea is judged without names.
    public let author: Member?
    public let stamp: VersionStamp

    public init(content: IdeaContent, author: Member?, stamp: VersionStamp) {
        number = stamp.number
        self.content = content
        self.author = author
        self.stamp = stamp
    }

    /// Versions that a page lists at most, the latest ones.
    public static let mostListed = 60
}

/// When a version came, without what it says.
public struct VersionStamp: Hashable, Sendable {
    public let number: Int
    public let writtenAt: Timestamp
    /// Supports that the idea had then. Nil while counts are hidden.
    public let supportCount: Int?
    /// Whether authors and moderators alone may read it: it was hidden, or not read yet, when the next one came.
    public let isWithheld: Bool

    public init(number: Int, writtenAt: Timestamp, supportCount: Int?, isWithheld: Bool = false) {
        self.number = number
        self.writtenAt = writtenAt
        self.supportCount = supportCount
        self.isWithheld = isWithheld
    }
}

/// A change of an idea that some of its supporters may not have read.
public struct LateEdit: Hashable, Sendable {
    /// The version that stood when the vote began.
    public let before: Int
    /// The present one.
    public let latest: Int
    public let at: Timestamp
    /// Supports given before the latest change. Nil while counts are hidden.
    public let supports: Int?

    /// What to say beside the supports; nil unless the text changed after the vote of `challenge` began.
    /// - Parameter versions: The versions of the idea that everybody may read, in their order.
    public init?(_ versions: [VersionStamp], in challenge: Challenge) {
        guard let opening = challenge.schedule.window(of: .vote)?.opensAt,
            let latest = versions.last, latest.writtenAt >= opening,
            let before = versions.last(where: { $0.writtenAt < opening }) ?? versions.first,
            before.number < latest.number
        else { return nil }
        self.before = before.number
        self.latest = latest.number
        at = latest.writtenAt
        supports = latest.supportCount
    }
}

extension Idea {
    /// Whether `viewer` may read the versions that moderation kept from others.
    public func showsWithheldVersions(to viewer: Viewer) -> Bool {
        isAuthor(viewer) || viewer.moderates(challenge)
    }

    /// Whether the text that stands now is kept from others when another takes its place.
    public var withholdsReplacedText: Bool {
        visibility != .public && visibility != .sealed
    }
}
