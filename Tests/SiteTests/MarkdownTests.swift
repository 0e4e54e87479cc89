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
            "[x](vbscript:msgbox(1))", "`<b>`", "<svg/onload=alert(1)>", "[a](<javascript:alert(1)>)",
        ])
    func hostile(text: String) throws {
        let markup = Markdown.html(text).markup.lowercased()
        #expect(!markup.contains("<script") && !markup.contains("<svg") && !markup.contains("onerror=alert"))
        #expect(!markup.contains("href=\"javascript") && !markup.contains("href=\"vbscript"))
        #expect(!markup.contains("src=\"data:text"))
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
            ("éléphant à vélo", 10, "éléphant à…"), ("", 10, ""), ("abcdefghijklmnop", 5, "…"),
        ])
    func summary(text: String, limit: Int, expected: String) {
        #expect(Markdown.summary(text, limit: limit) == expected)
    }
}
