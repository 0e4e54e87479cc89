import Templating
import Testing

@Suite struct SheetTests {
    private struct Letter: Page {
        static let template = "letter"
        var name = Blank(0)
        var proof = Blank(1)
        var lines = ["un", "deux"]
        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("proof") { $0.proof }, Field("lines") { $0.lines },
        ]
    }

    private func sheet(_ template: String, _ letter: Letter = Letter()) throws -> Sheet {
        try Templates(
            files: ["letter.html": template], catalogue: Catalogue(files: ["w/fr.words": "x = {a}"])
        )
        .prepare(pages: [Letter.self], frame: Frame.self)
        .render(letter, frame: Frame(), locale: .fr)
    }

    private func filled(_ sheet: Sheet, _ texts: [String]) -> String {
        String(decoding: sheet.filled(with: texts), as: UTF8.self)
    }

    @Test("one sheet is filled for each reader, wherever its blanks stand")
    func filling() throws {
        let sheet = try sheet("{{name}}:{{#lines}}<i title=\"{{proof}}\">{{.}}</i>{{/lines}}{{name}}")
        #expect(
            filled(sheet, ["Ada", "1"]) == #"Ada:<i title="1">un</i><i title="1">deux</i>Ada"#)
        #expect(filled(sheet, ["", "22"]) == #":<i title="22">un</i><i title="22">deux</i>"#)
        #expect(filled(sheet, []) == #":<i title="">un</i><i title="">deux</i>"#)
        #expect(sheet.size == filled(sheet, []).utf8.count)
    }

    @Test("what fills a blank is escaped in text and in attributes")
    func escaping() throws {
        let sheet = try sheet("{{name}}<b title=\"{{name}}\"></b>")
        #expect(
            filled(sheet, ["<a href='\"'>&"])
                == "&lt;a href=&#39;&quot;&#39;&gt;&amp;<b title=\"&lt;a href=&#39;&quot;&#39;&gt;&amp;\"></b>"
        )
    }

    @Test("a sheet without blanks is the same for all")
    func whole() throws {
        let sheet = try sheet("<p>{{#lines}}{{.}}{{/lines}}</p>")
        #expect(filled(sheet, ["Ada"]) == "<p>undeux</p>")
        #expect(filled(try self.sheet("", Letter()), ["Ada"]) == "")
    }

    @Test("a blank begins no address, fills no sentence and is no condition: what it will be is not known")
    func refusals() {
        for template in [
            "<a href=\"{{name}}\"></a>", "{{t w.x a=name}}", "{{#name}}a{{/name}}", "{{^name}}a{{/name}}",
        ] {
            #expect(throws: TemplateProblems.self) { try sheet(template) }
        }
        #expect(throws: Never.self) { try sheet("<a href=\"/to/{{name}}\"></a>") }
    }
}
