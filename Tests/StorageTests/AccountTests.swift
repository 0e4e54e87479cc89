import Domain
import Testing

@testable import Storage

@Suite struct AccountTests {
    @Test("deleting an account leaves nothing personal in any table, and what was said stays without a name")
    func deletion() async throws {
        try await Town.live { town in
            let swarm = try await town.community("abeilles")
            let ana = try await town.citizen("Anaphrodite")
            try await town.join(swarm, "abeilles", as: "Butinosaure", ana)
            let call = try await town.challenge()
            let idea = try await town.idea(by: ana, in: call)
            _ = try await town.store.addComment(
                CommentContent(stance: .for, text: "Oui."), on: idea, by: ana.id, at: Town.day(1))
            _ = try await town.store.saveDraft(
                IdeaContent(title: "Brouillonesque", text: ""), in: call, by: ana.id, at: Town.day(1))
            try await town.store.giveRole(
                .juror, for: call, to: ana.id, by: town.mayor.id, at: Town.day(1))
            try await town.store.deleteAccount(of: ana.id, at: Town.day(2))
            let left = try await town.store.read { db in
                let tables = try db.rows("SELECT name FROM sqlite_master WHERE type = 'table'") { $0.text(0) }
                var found: [String] = []
                for table in tables {
                    let columns = try db.rows("SELECT name FROM pragma_table_info('\(table)')") { $0.text(0) }
                    for column in columns {
                        for word in ["anaphrodite", "butinosaure", "brouillonesque"] {
                            let sql =
                                "SELECT 1 FROM \"\(table)\" WHERE lower(CAST(\"\(column)\" AS TEXT)) LIKE ?"
                            if try db.exists(sql, "%\(word)%") { found.append("\(table).\(column): \(word)") }
                        }
                    }
                }
                return found
            }
            #expect(left == [])
            for table in ["session", "membership", "role"] {
                let rows = try await town.number(
                    "SELECT count(*) FROM \(table) WHERE member_id = \(ana.id)")
                #expect(rows == 0)
            }
            let detail = try await town.look(as: nil) { try $0.ideaDetail(idea) }
            #expect(detail.idea.author?.pseudonym == nil)
            #expect(detail.comments.count == 1)
            #expect(detail.comments[0].author == nil)
            let act = try await refusal { _ = try await town.idea("Revenante", by: ana, in: call) }
            #expect(act == .signInRequired)
            #expect(try await town.store.credentials(of: ana.id) == nil)
            let viewer = try await town.look(as: ana) { $0.viewer.member }
            #expect(viewer == nil)
            // The address and the pseudonym are free again.
            _ = try await town.citizen("Anaphrodite")
        }
    }

    @Test("the last administrator cannot leave, the last but one can")
    func lastAdministrator() async throws {
        try await Town.live { town in
            let alone = try await refusal {
                try await town.store.deleteAccount(of: town.mayor.id, at: Town.day(0))
            }
            #expect(alone == .conflict(.lastAdministrator))
            let second = try await town.store.register(
                Registration(
                    email: "deux@example.org", pseudonym: "Deux", password: "0123456789", language: .french),
                passwordHash: "x", isAdministrator: true, at: Town.day(0))
            #expect(second != nil)
            try await town.store.deleteAccount(of: town.mayor.id, at: Town.day(1))
        }
    }

    @Test("opening an account does not tell whether an address has one")
    func registration() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            _ = try await town.citizen("Bob")
            func register(_ email: String, _ pseudonym: String) async throws -> MemberID? {
                try await town.store.register(
                    Registration(
                        email: email, pseudonym: pseudonym, password: "0123456789", language: .french),
                    passwordHash: "x", at: Town.day(0))
            }
            for email in [ana.email, "nobody@example.org"] {
                let taken = try await refusal { _ = try await register(email, "BOB") }
                #expect(taken == .invalid("pseudonym", .taken))
            }
            let known = try await register(" ANA@example.org ", "Nouvelle")
            #expect(known == nil)
            #expect(try await town.number("SELECT count(*) FROM member") == 3)
        }
    }

    @Test("sessions end at their hour, at the sign-out, and with a new password everywhere but here")
    func sessions() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let other = SessionKey(digest: Array(repeating: 7, count: 32))
            try await town.store.openSession(other, for: ana.id, at: Town.day(0), until: Town.day(1))
            func member(_ key: SessionKey, at day: Double) async throws -> MemberID? {
                try await town.store.look(as: key, at: Town.day(day)) { _ in }.viewer.member?.id
            }
            #expect(try await member(other, at: 0.5) == ana.id)
            #expect(try await member(other, at: 1) == nil)
            try await town.store.changePassword(
                hash: "new", keeping: ana.session, by: ana.id, at: Town.day(0.5))
            #expect(try await member(other, at: 0.5) == nil)
            #expect(try await member(ana.session, at: 0.5) == ana.id)
            #expect(try await town.store.credentials(email: ana.email)?.passwordHash == "new")
            try await town.store.closeSession(ana.session)
            #expect(try await member(ana.session, at: 0.5) == nil)
        }
    }

    @Test("roles are given by administrators alone, hold where they were given, and are taken back")
    func roles() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let call = try await town.challenge()
            let other = try await town.challenge(title: "Un autre défi")
            let usurped = try await refusal {
                try await town.store.giveRole(.manager, for: nil, to: bob.id, by: bob.id, at: Town.day(0))
            }
            #expect(usurped == .forbidden(.administratorOnly))
            for _ in 0..<2 {
                try await town.store.giveRole(
                    .manager, for: call, to: ana.id, by: town.mayor.id, at: Town.day(0))
            }
            let idea = try await town.idea(by: bob, in: call)
            let elsewhere = try await town.idea("Une autre idée", by: bob, in: other)
            let waiting = try await town.look(as: ana) { try $0.waitingIdeas().items.map(\.idea) }
            #expect(waiting == [idea])
            let refused = try await refusal {
                try await town.store.decide(
                    .accepted, reason: Town.reason, publicly: true, on: elsewhere, by: ana.id, at: Town.day(2)
                )
            }
            #expect(refused == .forbidden(.staffOnly))
            let holdings = try await town.look(as: town.mayor) { try $0.roleHoldings().map(\.member.id) }
            #expect(holdings == [ana.id])
            let unseen = try await refusal { _ = try await town.look(as: ana) { try $0.roleHoldings() } }
            #expect(unseen == .notFound)
            try await town.store.takeRole(
                .manager, for: call, from: ana.id, by: town.mayor.id, at: Town.day(2))
            let staff = try await town.look(as: ana) {
                $0.viewer.isStaff || $0.viewer.member?.isStaff == true
            }
            #expect(!staff)
        }
    }
}
