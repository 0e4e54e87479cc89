import Templating
import Testing

@Suite("Words")
struct WordsTests {
    let words = [
        "ideas/fr.words": """
        # Idées
        by = Proposée par {author} & co
        count.zero = Aucune idée
        count.one = {count} idée
        count.other = {count} idées
        long = Une phrase
            sur deux lignes
        link.html = Lire <a href="/ideas/{number}">la suite</a> de {title}
        """,
        "ideas/en.words": """
        by = Proposed by {author} & co
        count.one = {count} idea
        count.other = {count} ideas
        long = A sentence
        link.html = Read <a href="/ideas/{number}">more</a> of {title}
        """,
    ]

    @Test("words are text of the language, with escaped arguments")
    func arguments() throws {
        let page = Sample(author: Person(name: "<Ada>"))
        #expect(
            try write("{{t ideas.by author=author.name}}", page, words: words)
                == "Proposée par &lt;Ada&gt; &amp; co")
        #expect(
            try write("<p title=\"{{t ideas.by author=author.name}}\">", page, words: words, locale: .en)
                == "<p title=\"Proposed by &lt;Ada&gt; &amp; co\">")
        #expect(try write("{{t ideas.long}}", words: words) == "Une phrase sur deux lignes")
    }

    @Test(
        "plurals follow the language",
        arguments: [
            (0, "Aucune idée", "0 ideas"), (1, "1 idée", "1 idea"), (2, "2 idées", "2 ideas"),
            (1500, "1\u{202F}500 idées", "1,500 ideas"),
        ])
    func plurals(count: Int, french: String, english: String) throws {
        let template = "{{t ideas.count count=count}}."
        #expect(try write(template, Sample(count: count), words: words) == french + ".")
        #expect(try write(template, Sample(count: count), words: words, locale: .en) == english + ".")
        let catalogue = try Catalogue(files: words)
        #expect(catalogue.text("ideas.count", locale: .fr, ["count": .number(count)]) == french)
        #expect(catalogue.text("ideas.count", locale: .en, ["count": .number(count)]) == english)
    }

    @Test("a text whose key ends in .html brings markup, its arguments stay escaped")
    func markup() throws {
        #expect(
            try write("{{t ideas.link.html number=count title=title}}", Sample(title: "<x>"), words: words)
                == "Lire <a href=\"/ideas/1234\">la suite</a> de &lt;x&gt;")
        #expect(
            !problems("<p title=\"{{t ideas.link.html number=count title=title}}\">", words: words).isEmpty)
    }

    @Test("a missing key, a missing or foreign argument and a hole are refused")
    func refusals() {
        #expect(
            problems("{{t ideas.nope}}", words: words).first
                == "sample/show.html:1: there is no text \"ideas.nope\" in en")
        #expect(problems("{{t ideas.by}}", words: words).first?.contains("wants author=…") == true)
        #expect(
            problems("{{t ideas.long a=title}}", words: words).first?.contains("no placeholder {a}") == true)
        #expect(
            problems("{{t ideas.by author=note}}", words: words).first?.contains("a hole in the sentence")
                == true)
        #expect(
            problems("{{t ideas.count count=title}}", words: words).first?.contains("must be a number")
                == true)
    }

    @Test("the catalogue tells what differs between languages and what is unused")
    func report() throws {
        let catalogue = try Catalogue(files: [
            "a/fr.words": "x = {n} un\ny = deux\nz = trois", "a/en.words": "x = {m} one\nz = three",
        ])
        #expect(
            catalogue.problems(usedBy: ["a.x", "a.y", "a.w"]).map(\.message) == [
                "\"a.w\" is used and has no text",
                "\"a.x\" has other placeholders in other languages (fr: n; en: m)",
                "\"a.y\" has no text in en", "\"a.z\" is used by nothing",
            ])
        #expect(catalogue.keys == ["a.x", "a.y", "a.z"])
    }

    @Test("malformed and doubled lines are refused with their places")
    func malformed() {
        #expect {
            try Catalogue(files: ["a/fr.words": "x = 1\nx = 2\nnothing\ny = {a b}\n!k = v"])
        } throws: { error in
            (error as? TemplateProblems)?.all.map(\.line) == [2, 3, 4, 5]
        }
    }
}
