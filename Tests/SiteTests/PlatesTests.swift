import Domain
import HTTP
import HTTPTypes
import Proving
import Storage
import Testing

@testable import Site

/// Pages that are printed once for all who stand alike: never stale, never somebody else's.
@Suite struct PlatesTests {
    /// A page without what differs each time: the masks of the proofs in its forms.
    private func unmasked(_ response: Response) -> String {
        var page = String(decoding: response.body.bytes, as: UTF8.self)
        page.replace(/name="formToken" value="[A-Za-z0-9_-]*"/, with: "")
        return "\(response.status) \(page)"
    }

    /// The page as it is when it is made for this browser alone.
    private func made(_ target: String, for browser: Browser, by app: App) async throws -> String {
        var headers: HTTPFields = [:]
        let session = SessionToken.cookieName(isSecure: false)
        if let token = browser.cookie(session) { headers[.cookie] = "\(session)=\(token)" }
        return unmasked(await app.respond(to: try Request(.get, target, headers: headers)))
    }

    @Test("whoever stands alike is shown the same page, with their own name and a proof of their own")
    func alike() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let idea = try await town.idea(in: challenge, by: town.person("Ajonc"))
        let target = try await town.visitor().open("/fr/ideas/\(idea)").target
        let first = try await town.person("Bruyère")
        let second = try await town.person("Ciste")
        let (one, two) = (try await first.exchange(.get, target), try await second.exchange(.get, target))
        #expect(unmasked(one).contains("<summary>Bruyère</summary>"))
        #expect(
            unmasked(one).replacing("<summary>Bruyère<", with: "<summary>Ciste<") == unmasked(two))
        for browser in [first, second] {
            let page = try await browser.open(target).press(
                "Publier mon commentaire", typing: ["stance": "for", "comment": "Oui, pour la cave."])
            #expect(page.status == 200)
        }
        let proofs = try Sheet(browser: first, target: target, response: one).root().all("input")
            .filter { $0.attributes["name"] == "formToken" }.compactMap { $0.attributes["value"] }
        #expect(proofs.count > 1)
        #expect(try await second.post("/fr/sign-out", [("formToken", proofs[0])]).status == 403)
    }

    @Test(
        "whatever people do, in whatever order they look, each sees the page that would be made for them alone"
    )
    func neverAnothers() async throws {
        let ways = [DecidingWay.approval, .majorityJudgment, .usualTokens, .approval]
        for (seed, way) in zip(1...4 as ClosedRange<UInt64>, ways) {
            var chance = Dice(seed)
            let town = try await Town()
            let forgetful = try town.forgetful()
            let manager = try await town.manager()
            let challenge = try await town.challenge(
                by: manager, way: way, moderation: ModerationRule(hidingReports: 2))
            let authors = [try await town.person("Ajonc"), try await town.person("Bruyère")]
            var ideas: [IdeaID] = []
            for (index, author) in authors.enumerated() {
                ideas.append(try await town.idea("Une idée, la \(index + 1)e", in: challenge, by: author))
            }
            let people =
                authors + [
                    try await town.person("Ciste"), try await town.person("Genêt"), manager,
                    try await town.staff("Modération", .moderator), town.visitor(),
                ]
            town.wait(.days(21))
            var pages = ["/fr", "/en/challenges", "/fr/themes", "/fr/themes/prevention"]
            for target in ideas.map({ "/fr/ideas/\($0)" }) + ["/fr/challenges/\(challenge)"] {
                pages.append(try await town.visitor().open(target).target)
            }
            pages += ["\(pages[pages.count - 1])?show=mine", "/fr/ideas/999"]
            for _ in 0..<25 {
                await act(in: town, people, ideas, challenge, &chance)
                for _ in 0..<8 {
                    let person = people.randomElement(using: &chance) ?? manager
                    let target = pages.randomElement(using: &chance) ?? "/fr"
                    let shown = unmasked(try await person.exchange(.get, target))
                    let alone = try await made(target, for: person, by: forgetful)
                    #expect(shown == alone, "seed \(seed), \(target)")
                }
            }
        }
    }

    /// Somebody tries something; what the rules refuse changes nothing.
    private func act(
        in town: Town, _ people: [Browser], _ ideas: [IdeaID], _ challenge: ChallengeID,
        _ chance: inout Dice
    ) async {
        guard let member = people.randomElement(using: &chance)?.member,
            let idea = ideas.randomElement(using: &chance)
        else { return }
        let (store, now) = (town.store, town.now)
        let comment = CommentID(Int64.random(in: 1...6, using: &chance))
        let post: PostID = Bool.random(using: &chance) ? .idea(idea) : .comment(comment)
        switch Int.random(in: 0..<10, using: &chance) {
        case 0:
            try? await store.castVote(on: idea, by: member, at: now)
            let mark = Int.random(in: 0...5, using: &chance)
            try? await store.castMarks(
                [idea: mark == 5 ? nil : mark], in: challenge, by: member, at: now)
        case 1: try? await store.withdrawVote(on: idea, by: member, at: now)
        case 2, 3:
            let parent = Bool.random(using: &chance) ? comment : nil
            _ = try? await store.addComment(
                CommentContent(
                    stance: parent == nil ? .question : .reply, text: "Et pour la cave ?", parent: parent),
                on: idea, by: member, at: now)
        case 4: try? await store.report(post, for: .offTopic, words: "", by: member, at: now)
        case 5: try? await store.withdrawComment(comment, by: member, at: now)
        case 6:
            let verdict: Verdict =
                Bool.random(using: &chance) ? .show : .hide(.offTopic, note: "Rien à voir avec la question.")
            _ = try? await store.judge([post], verdict, by: member, at: now)
        case 7:
            try? await store.setFollowing(
                Bool.random(using: &chance), .challenge(challenge), by: member, at: now)
        case 8: try? await store.setFollowing(true, .theme(ThemeID(1)), by: member, at: now)
        default: town.wait(.minutes(Int64.random(in: 0...2, using: &chance)))
        }
    }

    @Test("a comment that is hidden is gone for everybody at once, and stays for its author")
    func hidden() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let idea = try await town.idea(in: challenge, by: town.person("Ajonc"))
        let author = try await town.person("Bruyère")
        let moderator = try await town.staff("Modération", .moderator)
        let comment = try await town.store.addComment(
            CommentContent(stance: .for, text: "Mon voisin du troisième est malade."), on: idea,
            by: try author.requireMember(), at: town.now)
        let others = [try await town.person("Ciste"), try await town.person("Genêt"), town.visitor()]
        for other in others {
            #expect(try await other.open("/fr/ideas/\(idea)").text().contains("Mon voisin"))
        }
        _ = try await town.store.judge(
            [.comment(comment)], .hide(.personalData, note: ""), by: try moderator.requireMember(),
            at: town.now)
        for other in others {
            #expect(try await !other.open("/fr/ideas/\(idea)").source.contains("Mon voisin"))
        }
        #expect(try await author.open("/fr/ideas/\(idea)").text().contains("Mon voisin"))
    }

    @Test("what is sealed, or a community's, stays unseen by others after it was shown to those who may")
    func unseen() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let contest = try await town.challenge("Entendre la fuite", by: manager, blueprint: .contest)
        let solver = try await town.person("Ajonc")
        let solution = try await town.idea("Un capteur sur le compteur", in: contest, by: solver)
        let community = try await town.store.addCommunity(
            slug: "artisans", name: "Les Artisans", summary: "Des ateliers assurés ensemble.",
            charter: "- Déclarer vrai.", joinCode: "RABOT-1911")
        try await town.store.join(
            community, code: "RABOT-1911", as: "Copeau", member: try solver.requireMember(), at: town.now)
        let inside = try await town.challenge("Un défi des ateliers", by: manager, community: community)
        let idea = try await town.idea("Un bac à sable", in: inside, by: solver)
        let targets = ["/fr/ideas/\(solution)", "/fr/ideas/\(idea)", "/fr/challenges/\(inside)"]
        let stranger = try await town.person("Ciste")
        for target in targets {
            #expect(try await solver.open(target).status == 200)
            #expect(try await manager.open(target).status == 200)
            #expect(try await stranger.open(target).status == 404)
            #expect(try await town.visitor().open(target).status == 404)
        }
        #expect(try await !stranger.open("/fr/challenges").source.contains("ateliers"))
        try await town.store.leave(community, member: try solver.requireMember(), at: town.now)
        #expect(try await solver.open("/fr/challenges/\(inside)").status == 404)
    }

    @Test("what is asked for once is not kept, and does not drive out what many ask for")
    func once() {
        var asked = AskedBefore()
        var known = [asked.note("/fr")]
        for number in 1...20_000 {
            known.append(asked.note("/fr/search?q=\(number)"))
            if !asked.note("/fr") { Issue.record("forgotten after \(number)") }
        }
        #expect(!known.contains(true))
        known = ["/fr/search?q=20000", "/fr/search?q=1"].map { asked.note($0) }
        #expect(known == [true, false])
    }

    @Test("a session that is closed shows nothing of its member at the next page")
    func signedOut() async throws {
        let town = try await Town()
        let person = try await town.person("Ajonc")
        for _ in 0..<2 {
            #expect(try await person.open("/fr/challenges").source.contains("<summary>Ajonc</summary>"))
        }
        let session = try #require(person.cookie(SessionToken.cookieName(isSecure: false)))
        try await town.store.closeSession(try #require(SessionToken(session)).key)
        #expect(try await !person.open("/fr/challenges").source.contains("Ajonc"))
    }
}
