public import Domain

/// A member of a community, as the others see them.
public struct Membership: Sendable {
    public let pseudonym: String
    public let joinedAt: Timestamp
    public let isViewer: Bool
}

extension Look {
    static let communityColumns = "k.id, k.slug, k.name, k.summary, k.charter, k.member_count"

    static func makeCommunity(_ row: borrowing Row) -> Community {
        Community(
            id: row.id(0), slug: row.text(1), name: row.text(2), summary: row.text(3), charter: row.text(4),
            memberCount: Int(row.int(5)))
    }

    /// All communities by name: that they exist is public, what happens in them is not.
    public func communities() throws -> [Community] {
        try db.rows("SELECT \(Self.communityColumns) FROM community k ORDER BY k.name LIMIT 200") {
            Self.makeCommunity($0)
        }
    }

    /// The community with this readable address. Throws `Refusal.notFound`.
    public func community(slug: String) throws -> Community {
        let found = try db.one("SELECT \(Self.communityColumns) FROM community k WHERE k.slug = ?", slug) {
            Self.makeCommunity($0)
        }
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// The community with this number. Throws `Refusal.notFound`.
    public func community(_ id: CommunityID) throws -> Community {
        let found = try db.one("SELECT \(Self.communityColumns) FROM community k WHERE k.id = ?", id) {
            Self.makeCommunity($0)
        }
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// Whether the viewer may see who is in `community`, under pseudonym: members and staff may.
    public func seesMembers(of community: Community) -> Bool {
        viewer.communities.contains(community.id) || viewer.isAdministrator
            || viewer.rolesEverywhere.contains(.manager)
    }

    /// The members of `community` by pseudonym, newest last, at most 200; none unless the viewer may see them.
    public func memberships(of community: Community) throws -> [Membership] {
        guard seesMembers(of: community) else { return [] }
        return try db.rows(
            """
            SELECT pseudonym, joined_at, member_id FROM membership WHERE community_id = ?
            ORDER BY pseudonym_key LIMIT 200
            """, community.id
        ) { row in
            Membership(pseudonym: row.text(0), joinedAt: row.time(1), isViewer: row.int(2) == viewerNumber)
        }
    }
}

extension Store {
    /// Adds a community; its number is given by the store. People join it with `joinCode`.
    public func addCommunity(slug: String, name: String, summary: String, charter: String, joinCode: String)
        async throws -> CommunityID
    {
        try await write { db in
            Identifier(
                try db.insert(
                    "INSERT INTO community (slug, name, summary, charter, join_code) VALUES (?, ?, ?, ?, ?)",
                    slug,
                    name, summary, charter, joinCode))
        }
    }

    /// Takes `member` into a community under a pseudonym of its own.
    ///
    /// Throws `Refusal.conflict(.alreadyMember)`, or `.invalid` if the code is wrong or the pseudonym taken there.
    public func join(
        _ community: CommunityID, code: String, as pseudonym: String, member: MemberID, at now: Timestamp
    ) async throws {
        let pseudonym = pseudonym.trimmed
        let code = code.trimmed.uppercased()
        try await act(by: member, at: now) { acting in
            let expected = try acting.db.one("SELECT join_code FROM community WHERE id = ?", community) {
                $0.text(0)
            }
            guard let expected else { throw Refusal.notFound }
            try refuse(
                [
                    code == expected ? nil : Problem(field: "code", code: code.isEmpty ? .missing : .wrong),
                    Pseudonym.problem(in: pseudonym),
                ].compactMap(\.self))
            guard !acting.viewer.communities.contains(community) else {
                throw Refusal.conflict(.alreadyMember)
            }
            let isTaken = try acting.db.exists(
                "SELECT 1 FROM membership WHERE community_id = ? AND pseudonym_key = ?", community,
                pseudonym.lowercased())
            if isTaken { throw Refusal.invalid("pseudonym", .taken) }
            _ = try acting.db.execute(
                """
                INSERT INTO membership (community_id, member_id, pseudonym, pseudonym_key, joined_at)
                VALUES (?, ?, ?, ?, ?)
                """, community, member, pseudonym, pseudonym.lowercased(), now)
        }
    }

    /// Lets `member` leave a community, with all that it opened to them.
    ///
    /// Throws `Refusal.forbidden` for the accounts that a demonstration lends.
    public func leave(_ community: CommunityID, member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.account().changeRefusal)
            try acting.endPractices(of: community)
            _ = try acting.db.execute(
                "DELETE FROM membership WHERE community_id = ? AND member_id = ?", community, member)
        }
    }
}
