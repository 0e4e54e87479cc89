import Templating
import Testing

@Suite("Refusals at start")
struct RefusalTests {
    @Test("an unknown name is told with the names there are")
    func unknownName() {
        #expect(
            problems("<p>\n{{titel}}</p>") == [
                "sample/show.html:2: unknown name \"titel\" in Sample (has: title, count, open, note, body, author, "
                    + "sponsor, cards, remarks, address), nor in Frame"
            ])
        #expect(
            problems("{{#cards}}{{author.age}}{{/cards}}").first?.contains("in Person (has: name)") == true)
    }

    @Test("all problems of all templates are told at once")
    func allAtOnce() {
        #expect(problems("{{a}}\n{{>x/y}}\n{{#b}}\n{{/c}}\n{{/d}}").count == 5)
    }

    @Test(
        "a tag is refused where escaping does not protect",
        arguments: [
            "<p class={{title}}>", "<p class=a{{title}}>", "<p {{title}}>", "<{{title}}>", "</{{title}}>",
            "<p {{title}}=\"\">", "<script>{{title}}</script>", "<style>{{title}}</style>",
            "<!-- {{title}} -->",
            "<p onclick=\"{{title}}\">", "<p style=\"{{title}}\">", "<p title=\"{{body}}\">",
            "<textarea>{{body}}</textarea>",
            "<a href=\"{{title}}{{note}}\">", "<!doctype {{title}}>", "<script>{{#open}}a{{/open}}</script>",
            "<SCRIPT>{{title}}</SCRIPT>", "<iframe srcdoc='{{title}}'></iframe>", "<p title='a'{{title}}>",
            "<p on{{#open}}click{{/open}}=\"x\">",
        ])
    func unsafePlaces(template: String) {
        #expect(!problems(template).isEmpty)
    }

    @Test(
        "a section ends in the HTML where it began",
        arguments: [
            "{{#open}}<p title=\"{{/open}}\">", "<p title=\"{{#open}}\">{{/open}}",
            "{{#open}}<script>{{/open}}",
            "<p {{#open}}title=\"{{/open}}a\">", "{{#open}}<pre>{{/open}}",
        ])
    func unbalancedSections(template: String) {
        #expect(!problems(template).isEmpty)
    }

    @Test(
        "a tag must say something the field can do",
        arguments: [
            "{{cards}}", "{{open}}", "{{author}}", "{{#title}}{{/title}}", "{{^author}}{{/author}}", "{{.}}",
            "{{sponsor.name}}", "{{cards.title}}", "{{{title}}}", "{{&title}}", "{{=<% %>=}}", "{{}}",
            "{{a b}}",
            "{{#open}}", "{{/open}}", "{{title", "{{<layouts/none}}{{/layouts/none}}", "<p", "a < b",
            "{{! {{title}} }}",
            "<p a=\"b\"c>",
        ])
    func nonsense(template: String) {
        #expect(!problems(template).isEmpty)
    }

    @Test("blocks that a layout lacks, doubled blocks and stray text beside blocks are refused")
    func blocks() {
        let files = ["l.html": "{{$a}}{{/a}}"]
        #expect(
            problems("{{<l}}{{$b}}{{/b}}{{/l}}", files: files) == [
                "sample/show.html:1: l.html has no block \"b\""
            ])
        #expect(!problems("{{<l}}{{$a}}{{/a}}{{$a}}{{/a}}{{/l}}", files: files).isEmpty)
        #expect(!problems("{{<l}}text{{$a}}{{/a}}{{/l}}", files: files).isEmpty)
    }

    @Test("a template that includes itself without end is refused")
    func endless() {
        #expect(!problems("{{>p}}", files: ["p.html": "{{>p}}"]).isEmpty)
        #expect(!problems("{{<p}}{{/p}}", files: ["p.html": "{{<p}}{{/p}}"]).isEmpty)
        #expect(!problems("{{>p}}", files: ["p.html": "{{#cards}}{{>p}}{{/cards}}"]).isEmpty)
    }

    @Test("files that no page uses are listed, and a page that was not prepared is refused")
    func unused() throws {
        let set = try Templates(
            files: ["sample/show.html": "{{>a}}", "a.html": "", "b.html": ""],
            catalogue: Catalogue(files: [:])
        ).prepare(pages: [Sample.self], frame: Frame.self)
        #expect(set.unusedFiles == ["b.html"])
        #expect(throws: TemplateProblem.self) { try set.render(Other(), frame: Frame(), locale: .fr) }
    }
}

private struct Other: Page {
    static let template = "other"
    static let fields: [Field<Self>] = []
}
