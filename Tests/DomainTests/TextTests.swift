import Domain
import Testing

@Suite struct TextTests {
    @Test(
        "a slug is readable ASCII, cut between words",
        arguments: [
            ("Les besoins des étudiants", "les-besoins-des-etudiants"),
            ("L’été à l’hôpital : que faire ?", "l-ete-a-l-hopital-que-faire"),
            ("Cœur & Æsop, Straße", "coeur-aesop-strasse"), ("  --  ", ""), ("", ""), ("保险", ""),
            ("🐝 Essaim 2026 !", "essaim-2026"), ("À VENDRE", "a-vendre"),
        ])
    func slugs(title: String, slug: String) {
        #expect(Slug.make(from: title) == slug)
    }

    @Test("a long slug keeps whole words within its limit, and a long word is cut")
    func longSlugs() {
        #expect(Slug.make(from: "prévenir les dégâts des eaux", limit: 12) == "prevenir-les")
        #expect(Slug.make(from: String(repeating: "a", count: 99), limit: 60).count == 60)
        #expect(Slug.make(from: String(repeating: "mot ", count: 99)).utf8.count <= 60)
    }

    @Test("lengths count what a reader sees, once the space around is gone")
    func rules() {
        let rule = TextRule("title", 3...5)
        #expect(rule.problem(in: " \n ") == Problem(field: "title", code: .missing))
        #expect(rule.problem(in: " ab ") == Problem(field: "title", code: .tooShort, limit: 3))
        #expect(rule.problem(in: " été ") == nil)
        #expect(rule.problem(in: "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦") == nil)
        #expect(rule.problem(in: "abcdef") == Problem(field: "title", code: .tooLong, limit: 5))
        #expect(TextRule("rules", 0...5).problem(in: " ") == nil)
    }

    @Test("line ends become single newlines, and no-break spaces at the ends go too")
    func trimming() {
        #expect(" \u{A0}a\r\nb\rc\n\u{202F}".trimmed == "a\nb\nc")
        #expect("".trimmed == "")
    }

    @Test(
        "French marks are bound to their words; what only looks like one is not",
        arguments: [
            ("Quoi ?", "Quoi\u{202F}?"), ("Quoi ?!", "Quoi\u{202F}?!"), ("Fini ; non", "Fini\u{202F}; non"),
            ("Ici : là", "Ici\u{A0}: là"), ("Dire « tôt ou tard »", "Dire «\u{A0}tôt ou tard\u{A0}»"),
            ("« Quoi ? »", "«\u{A0}Quoi\u{202F}?\u{A0}»"), ("What? Now!", "What? Now!"),
            ("Bien :-)", "Bien :-)"),
            ("4 € à 20 %.", "4\u{A0}€ à 20\u{202F}%."), ("en % du prix", "en % du prix"), ("4 %s", "4 %s"),
            ("a !important", "a !important"), ("", ""), ("?", "?"), (" ?", "\u{202F}?"),
            ("Lié\u{202F}?", "Lié\u{202F}?"),
        ])
    func marks(typed: String, bound: String) {
        #expect(typed.withBoundMarks == bound)
        #expect(bound.withBoundMarks == bound)
    }

    @Test(
        "names as people really write them are pseudonyms",
        arguments: ["Léa", "Cœur-de-Lion", "L’Abeille", "D'Artagnan", "Jean Michel 2", "Ŭñïçø", "a_b.c"])
    func goodPseudonyms(name: String) {
        #expect(Pseudonym.problem(in: name) == nil)
    }

    @Test("what is no pseudonym is said so, and why")
    func badPseudonyms() {
        func code(_ name: String) -> Problem.Code? { Pseudonym.problem(in: name)?.code }
        #expect(code("") == .missing)
        #expect(code("ab") == .tooShort)
        #expect(code(String(repeating: "a", count: 41)) == .tooLong)
        for name in ["<script>", "a@b.fr", "abc\nd", "Roi 👑", "abc\u{202E}def", "abc\u{200B}d"] {
            #expect(code(name) == .notAPseudonym, "\(name)")
        }
    }

    @Test("an address may be anything that the post could deliver")
    func addresses() {
        for address in ["a@b.fr", "léa.o’hara+defi@assurance.example", "x@sub.domaine.org"] {
            #expect(EmailAddress.problem(in: address) == nil, "\(address)")
        }
        for address in ["a", "a@b", "@b.fr", "a@.fr", "a@b.", "a@b@c.fr", "a b@c.fr", "a@b.fr\u{0}"] {
            #expect(EmailAddress.problem(in: address)?.code == .notAnAddress, "\(address)")
        }
        #expect(EmailAddress.problem(in: "")?.code == .missing)
        let long = String(repeating: "a", count: 250) + "@b.fr"
        #expect(EmailAddress.problem(in: long)?.code == .notAnAddress)
        #expect(EmailAddress.key(" Léa@Example.ORG ") == "léa@example.org")
    }

    @Test("a registration names all that has to be mended, in the order of the form")
    func registration() {
        let empty = Registration(email: " ", pseudonym: "", password: "", language: .french)
        #expect(empty.problems.map(\.field) == ["pseudonym", "email", "password"])
        #expect(empty.problems.map(\.code) == [.missing, .missing, .missing])
        let short = Registration(email: "a@b.fr", pseudonym: "Léa", password: "123456789", language: .english)
        #expect(short.problems == [Problem(field: "password", code: .tooShort, limit: 10)])
        let fine = Registration(
            email: " a@b.fr ", pseudonym: " Léa ", password: "1234567890", language: .french)
        #expect(fine.problems == [])
        #expect(fine.email == "a@b.fr")
        #expect(fine.pseudonym == "Léa")
    }

    @Test("a challenge's content names all that has to be mended")
    func content() {
        let empty = ChallengeContent(
            blueprint: .openCall, theme: Identifier(1), title: "", question: "", brief: "", rules: "",
            reward: RewardOffer(kind: .prize, cents: 0, nature: ""), voteQuota: 0, answerWithinDays: 366,
            schedule: Schedule([]))
        #expect(
            empty.problems.map(\.field) == [
                "title", "question", "brief", "phases", "voteQuota", "answerWithinDays", "rewardNature",
                "rewardAmount",
            ])
        #expect(People.content().problems == [])
    }

    @Test("a draft may lack anything, but not be too long; a reply is always a reply")
    func drafts() {
        #expect(IdeaContent(title: "", text: "").draftProblems == [])
        let long = IdeaContent(title: String(repeating: "a", count: 121), text: "")
        #expect(long.draftProblems == [Problem(field: "title", code: .tooLong, limit: 120)])
        #expect(CommentContent(stance: .against, text: "Non", parent: Identifier(1)).stance == .reply)
    }
}
