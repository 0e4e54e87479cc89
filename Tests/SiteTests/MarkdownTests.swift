import Proving
import Templating
import Testing

@testable import Site

@Suite struct MarkdownTests {
    @Test(
        "nothing that people type becomes markup that runs",
        arguments: [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))", "![x](data:text/html;base64,PHNjcmlwdD4=)",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<!-- x --><iframe src=//x>", "<div\n><script>alert(1)</script>\n</div>", "a\n<style>*{}</style>",
            "<?php x ?>", "<![CDATA[<script>]]>", "# <script>alert(1)</script>", "- <svg/onload=alert(1)>",
            "> <form action=x>", "[<img src=x onerror=alert(1)>](/x)", "*<script>*</script>",
            "[x](vbscript:msgbox(1))", "`<b>`", "<svg/onload=alert(1)>", "[a](<javascript:alert(1)>)",
        ])
    func hostile(text: String) throws {
        let markup = Markdown.html(text).markup.lowercased()
        for name in ["script", "svg", "iframe", "style", "form", "div", "?php", "!"] {
            #expect(!markup.contains("<\(name)"), "\(name)")
        }
        #expect(!markup.contains("omitted"))
        let page = try #require(Element.parse(Array("<html><body>\(markup)</body></html>".utf8)))
        #expect(page.first { $0.attributes.keys.contains { $0.hasPrefix("on") } } == nil)
        #expect(page.first { $0.name == "img" && $0.attributes["src"] == "x" } == nil)
        #expect(!markup.contains("href=\"javascript") && !markup.contains("href=\"vbscript"))
        #expect(!markup.contains("src=\"data:text"))
    }

    @Test("HTML is shown as it was typed, in lines and in blocks")
    func shown() {
        #expect(Markdown.html("du <b>gel</b> ici").markup == "<p>du &lt;b&gt;gel&lt;/b&gt; ici</p>\n")
        #expect(
            Markdown.html("<div>\n<b>gel\n</div>\n\n*fin*").markup
                == "<p>&lt;div&gt;<br />\n&lt;b&gt;gel<br />\n&lt;/div&gt;</p>\n<p><em>fin</em></p>\n")
    }

    @Test("French marks are bound to their words, but in code and tags")
    func marks() {
        let typed = "Il dit « *oui* » : quoi ? `a ? b : c ;`"
        #expect(
            Markdown.html(typed).markup
                == "<p>Il dit «\u{A0}<em>oui</em>\u{A0}»\u{A0}: quoi\u{202F}? <code>a ? b : c ;</code></p>\n")
        #expect(Markdown.summary("Quoi ? *Rien* !", limit: 40) == "Quoi\u{202F}? Rien\u{202F}!")
    }

    @Test("headings begin just below the one over the text, and keep their order")
    func headings() {
        #expect(Markdown.html("# Un\n\n## Deux").markup == "<h3>Un</h3>\n<h4>Deux</h4>\n")
        #expect(Markdown.html("### Un\n\n###### Deux").markup == "<h3>Un</h3>\n<h6>Deux</h6>\n")
        #expect(Markdown.html("# Un\n\n> ###### Deux", under: 1).markup.contains("<h6>Deux</h6>"))
        #expect(Markdown.html("Un\n===", under: 1).markup == "<h2>Un</h2>\n")
    }

    @Test("whatever somebody types on a line is what is read there")
    func faithful() throws {
        var chance = Dice(4)
        let bytes = Array("<>&\"'/ab ".utf8)
        for _ in 0..<3_000 {
            let tail = (0..<Int.random(in: 1...30, using: &chance)).compactMap { _ in
                bytes.randomElement(using: &chance)
            }
            let text = "a" + String(decoding: tail, as: UTF8.self)
            let markup = Markdown.html(text).markup
            let isOneParagraph =
                markup.hasPrefix("<p>") && markup.hasSuffix("</p>\n")
                && markup.dropFirst(3).dropLast(5).allSatisfy { $0 != "<" && $0 != ">" }
            #expect(isOneParagraph, "\(text)")
            let page = try #require(Element.parse(Array(markup.utf8)))
            let words = text.split(separator: " ")
            #expect(page.text.split(whereSeparator: \.isWhitespace) == words, "\(text)")
            #expect(Markdown.summary(text, limit: 1_000).split(separator: " ") == words, "\(text)")
        }
    }

    @Test("nothing but the markup of formatting comes out, whatever goes in")
    func onlyFormatting() {
        var chance = Dice(5)
        let pieces =
            Array("<>&\"'/ab \n`*_#-!?[]()=:;".map(String.init)) + ["<script", "<a href=", "<!--", "    "]
        let names: Set<Substring> = [
            "p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "a", "img", "code",
            "pre",
            "blockquote", "hr",
        ]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1...40, using: &chance)).compactMap { _ in
                pieces.randomElement(using: &chance)
            }.joined()
            for part in Markdown.html(text).markup.split(separator: "<", omittingEmptySubsequences: false)
                .dropFirst()
            {
                let name = (part.first == "/" ? part.dropFirst() : part).prefix {
                    $0.isLetter || $0.isNumber || $0 == "!" || $0 == "?"
                }
                #expect(names.contains(name), "\(text)")
            }
        }
    }

    @Test("paragraphs, emphasis, lists and links are kept")
    func formatting() {
        let markup = Markdown.html("**Oui**, parce que\n\n- un\n- deux\n\n[le site](https://exemple.fr)")
            .markup
        #expect(markup.contains("<strong>Oui</strong>"))
        #expect(markup.contains("<li>un</li>"))
        #expect(markup.contains("<a href=\"https://exemple.fr\""))
    }

    @Test(
        "a summary is one line without marks, cut between words",
        arguments: [
            ("# Titre\n\nUn **mot** gras", 100, "Titre Un mot gras"), ("- un\n- deux", 100, "un deux"),
            ("1 < 2 > 0", 100, "1 < 2 > 0"), ("<b>gel</b> & <script>", 100, "<b>gel</b> & <script>"),
            ("> cité\n>encore\n> > deux", 100, "cité encore deux"),
            ("-5 degrés - ou 3 * 4", 100, "-5 degrés - ou 3 * 4"),
            ("(**gras**), _doux_. Et snake_case", 100, "(gras), doux. Et snake_case"),
            ("« **Oui** », dit-il, **rien**\u{A0}: 2*3", 100, "«\u{A0}Oui\u{A0}», dit-il, rien\u{A0}: 2*3"),
            ("C’est le n° #1\n\n---\n\n+ plus", 100, "C’est le n° #1 plus"), ("* * *\n*a b*", 100, "a b"),
            ("éléphant à vélo", 10, "éléphant à…"), ("", 10, ""), ("abcdefghijklmnop", 5, "…"),
        ])
    func summary(text: String, limit: Int, expected: String) {
        #expect(Markdown.summary(text, limit: limit) == expected)
    }
}
