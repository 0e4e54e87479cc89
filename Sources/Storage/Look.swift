public import Domain

/// One consistent look at the platform by one viewer: all loads of a page happen in it, and each gives only what this
/// viewer may see.
public struct Look {
    let db: Reader
    public let viewer: Viewer
    public let now: Timestamp
    /// By what rule figures about people are shown.
    public let anonymity: Anonymity
    /// The viewer's number as an argument of SQL: zero, which nobody has, for visitors. Within a text it is `:viewer`.
    let viewerNumber: Int64
    public fileprivate(set) var attention = Attention()

    /// The same look by anybody who may see and do the same: what is read through it may be shown to others like them.
    public var standIn: Look {
        var look = Look(on: db.connection, viewer: viewer.standIn, now: now, anonymity: anonymity)
        look.attention = attention
        return look
    }

    init(on connection: Connection, viewer: Viewer, now: Timestamp, anonymity: Anonymity) {
        self.anonymity = anonymity
        self.viewer = viewer
        self.now = now
        viewerNumber = viewer.member?.id.rawValue ?? 0
        db = Reader(connection: connection, viewer: viewerNumber)
    }

    /// Whether the viewer sees all challenges, in whatever state.
    var seesEverything: Bool { viewer.isAdministrator || !viewer.rolesEverywhere.isEmpty }

    /// The SQL condition under which the viewer manages challenge `c`, or holds `role` for it: said before a list is
    /// cut to its length, so that others' challenges cannot push theirs out.
    func challengeIsHeld(by role: Role = .manager) -> String {
        let held: Set<Role> = [.manager, role]
        if viewer.isAdministrator || !viewer.rolesEverywhere.isDisjoint(with: held) { return "TRUE" }
        let own = viewer.rolesByChallenge.filter { !$0.value.isDisjoint(with: held) }.keys
        guard !own.isEmpty else { return "FALSE" }
        return "c.id IN (\(own.map(\.description).sorted().joined(separator: ", ")))"
    }
}

/// What waits for somebody, as the head of every page tells.
public struct Attention: Hashable, Sendable {
    /// Ideas that wait for their answer, at most 99. Nil for those who manage nothing.
    public var answers: Int?
    /// Invitations to sign an idea, questions about theirs, ballots that are set aside.
    public var authorship: Int
    /// What is new in what they follow, at most 99.
    public var news: Int

    public init(answers: Int? = nil, authorship: Int = 0, news: Int = 0) {
        self.answers = answers
        self.authorship = authorship
        self.news = news
    }
}

/// What a page read, and for whom.
public struct Seen<Value: Sendable>: Sendable {
    public let viewer: Viewer
    public let profile: Profile?
    public let attention: Attention
    public let value: Value

    /// The same viewer, with another value.
    public func with<Other: Sendable>(_ value: Other) -> Seen<Other> {
        Seen<Other>(viewer: viewer, profile: profile, attention: attention, value: value)
    }

    /// The same value, seen by anybody who may see and do the same.
    public var standIn: Seen {
        Seen(viewer: viewer.standIn, profile: nil, attention: attention, value: value)
    }
}

extension Store {
    /// Reads all that a page needs in one snapshot, as the holder of `session` sees it at `now`.
    ///
    /// Throws a `Refusal` if something asked for is not there for this viewer.
    public func look<Value: Sendable>(
        as session: SessionKey?, at now: Timestamp, _ body: @escaping @Sendable (Look) throws -> Value
    ) async throws -> Seen<Value> {
        let commits = commitCount
        return try await read { [unreadCounts, anonymity] db in
            let profile = try session.flatMap { try db.profile(of: $0, at: now) }
            let viewer = try db.viewer(profile)
            var look = Look(on: db.connection, viewer: viewer, now: now, anonymity: anonymity)
            if let profile {
                look.attention = Attention(
                    answers: viewer.holds(.manager) ? try look.waitingCount(limit: 99).all : nil,
                    authorship: try look.authorshipCount(),
                    news: try unreadCounts.value(for: profile.member.id, commits: commits, at: now) {
                        try look.unreadNewsCount()
                    })
            }
            return Seen(
                viewer: viewer, profile: profile, attention: look.attention,
                value: try body(look))
        }
    }

    /// Does one act in one transaction, for the member as they are at that moment.
    ///
    /// Throws a `Refusal`, having changed nothing, if the rules do not allow it.
    func act<Value: Sendable>(
        by member: MemberID, at now: Timestamp, _ body: @escaping @Sendable (Acting) throws -> Value
    ) async throws -> Value {
        try await write { [anonymity] db in
            guard let profile = try db.profile(of: member) else { throw Refusal.signInRequired }
            let viewer = try db.viewer(profile)
            let acting = Acting(
                db: db, look: Look(on: db.connection, viewer: viewer, now: now, anonymity: anonymity),
                member: profile.member)
            let value = try body(acting)
            try acting.settlePoints()
            return value
        }
    }
}

/// One act under way: what it may load, as its author sees it, and where it writes.
struct Acting {
    let db: Writer
    let look: Look
    let member: Member

    var viewer: Viewer { look.viewer }
    var now: Timestamp { look.now }

    /// Notes that the member took part in `challenge`.
    func takePart(in challenge: ChallengeID) throws {
        _ = try db.execute(
            "INSERT INTO participation (challenge_id, member_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            challenge, member.id)
    }
}

/// Throws `refusal` if there is one.
func refuse(_ refusal: Refusal?) throws {
    if let refusal { throw refusal }
}

/// Throws if there are problems to mend.
func refuse(_ problems: [Problem]) throws {
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
}

/// Some items of a list, and whether there are more.
public struct ListPage<Item: Sendable>: Sendable {
    public let items: [Item]
    /// Counted from 1.
    public let number: Int
    public let hasNext: Bool

    /// Takes one item more than a page holds, to know whether there is a next.
    init(fetched: [Item], number: Int, size: Int) {
        items = Array(fetched.prefix(size))
        self.number = number
        hasNext = fetched.count > size
    }
}
