public typealias PracticeID = Identifier<Practice>

/// What somebody writes of a practice: something that members of a community do so that less happens to them.
public struct PracticeContent: Hashable, Sendable {
    public let title: String
    /// What one does, and what it avoids, in simple Markdown.
    public let does: String
    /// What it takes; empty if nothing.
    public let needs: String
    /// What it costs, in cents; zero if it is free.
    public let cost: Int64
    /// How long it takes, in words.
    public let takes: String

    public init(title: String, does: String, needs: String, cost: Int64, takes: String) {
        self.title = title.trimmed
        self.does = does.trimmed
        self.needs = needs.trimmed
        self.cost = cost
        self.takes = takes.trimmed
    }

    public static let titleRule = TextRule("title", 5...100)
    public static let doesRule = TextRule("does", 20...2_000)
    public static let needsRule = TextRule("needs", 0...500)
    public static let takesRule = TextRule("takes", 2...120)
    /// In cents: what costs more is no habit.
    public static let mostCents: Int64 = 1_000_000

    /// What has to be mended, in the order of the form.
    public var problems: [Problem] {
        var problems = [
            Self.titleRule.problem(in: title), Self.doesRule.problem(in: does),
            Self.needsRule.problem(in: needs), Self.takesRule.problem(in: takes),
        ].compactMap(\.self)
        if !(0...Self.mostCents).contains(cost) {
            problems.append(Problem(field: "cost", code: .aboveMaximum, limit: Int(Self.mostCents / 100)))
        }
        return problems
    }
}

/// A practice as the members of its community know it.
public struct Practice: Sendable {
    public let id: PracticeID
    public let community: CommunityID
    public let content: PracticeContent
    /// Under the pseudonym of the community; nil for somebody who left it.
    public let author: Member?
    public let proposedBy: MemberID
    public let proposedAt: Timestamp
    public let editedAt: Timestamp?
    /// Nil while it is shown.
    public let hiding: Hiding?
    /// How many members apply it, as far as that was told: nil before the first time.
    public let appliers: Figure?
    /// Since when the viewer applies it; nil if they do not.
    public let appliedSince: Timestamp?

    public init(
        id: PracticeID, community: CommunityID, content: PracticeContent, author: Member?,
        proposedBy: MemberID, proposedAt: Timestamp, editedAt: Timestamp?, hiding: Hiding?,
        appliers: Figure?, appliedSince: Timestamp?
    ) {
        self.id = id
        self.community = community
        self.content = content
        self.author = author
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
        self.editedAt = editedAt
        self.hiding = hiding
        self.appliers = appliers
        self.appliedSince = appliedSince
    }

    /// That moderators took it from the list, and why.
    public struct Hiding: Hashable, Sendable {
        public let reason: ModerationReason
        public let note: String
        public let at: Timestamp

        public init(reason: ModerationReason, note: String, at: Timestamp) {
            self.reason = reason
            self.note = note
            self.at = at
        }
    }
}

extension Viewer {
    /// Whether the person moderates what members of communities write: communities belong to no challenge, and so to
    /// those whose role holds for all.
    public var moderatesCommunities: Bool { moderatesThemes }

    /// Whether the person may read the practices of a community.
    public func seesPractices(of community: CommunityID) -> Bool {
        communities.contains(community) || moderatesCommunities
    }

    /// Why the person may not propose a practice in a community, or nil.
    public func practiceRefusal(in community: CommunityID) -> Refusal? {
        guard seesPractices(of: community) else { return .notFound }
        return communities.contains(community) ? nil : .forbidden(.communityMembersOnly)
    }
}

extension Practice {
    /// Whether `viewer` may read it: what is hidden is read by its author and by moderators.
    public func isVisible(to viewer: Viewer) -> Bool {
        guard viewer.seesPractices(of: community) else { return false }
        return hiding == nil || viewer.moderatesCommunities || viewer.member?.id == proposedBy
    }

    /// Why `viewer` may not say that they apply it, or that they no longer do; or nil.
    public func applyingRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        if let refusal = viewer.practiceRefusal(in: community) { return refusal }
        return hiding == nil || appliedSince != nil ? nil : .conflict(.alreadyHidden)
    }

    /// Why `viewer` may not change what it says, or nil.
    public func changeRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        if let refusal = viewer.practiceRefusal(in: community) { return refusal }
        guard viewer.member?.id == proposedBy else { return .forbidden(.authorOnly) }
        return hiding == nil ? nil : .conflict(.alreadyHidden)
    }

    /// Why `viewer` may not take it from the list or put it back, or nil.
    public func moderationRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        return viewer.moderatesCommunities ? nil : .forbidden(.staffOnly)
    }
}

/// That somebody began to apply a practice, or no longer does.
public struct PracticeChange: Hashable, Sendable {
    public let day: Day
    public let member: MemberID
    public let applies: Bool

    public init(day: Day, member: MemberID, applies: Bool) {
        self.day = day
        self.member = member
        self.applies = applies
    }
}

/// How many members apply a practice, as it was told last.
public struct PracticeTally: Hashable, Sendable {
    /// Nil before the first time.
    public let toldOn: Day?
    /// How many applied it at the end of that day.
    public let count: Int

    public init(toldOn: Day?, count: Int) {
        self.toldOn = toldOn
        self.count = count
    }

    /// The tally that is told before `today` is over, given what changed since: it moves on as a ``Disclosure`` does.
    public func moved(on changes: [PracticeChange], before today: Day, by anonymity: Anonymity)
        -> PracticeTally
    {
        let disclosure = Disclosure(
            changes.map { (day: $0.day, person: $0.member, thing: 0) }, before: today, by: anonymity)
        guard let day = disclosure.days.last else { return self }
        return PracticeTally(
            toldOn: day, count: changes.reduce(count) { $1.day <= day ? $0 + ($1.applies ? 1 : -1) : $0 })
    }

    /// What is said of it; nil before the first time.
    public func figure(by anonymity: Anonymity) -> Figure? {
        toldOn.map { _ in Figure(CrowdFigure(people: count), by: anonymity) }
    }
}
