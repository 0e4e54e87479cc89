import Templating
import Testing

@Suite("Rendering")
struct RenderingTests {
    @Test("text is escaped, HTML is not")
    func escapes() throws {
        let page = Sample(title: "<a & \"b\" 'c'>")
        #expect(
            try write("<p title=\"{{title}}\">{{title}} {{body}}</p>", page)
                == "<p title=\"&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;\">&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt; <b>ok</b></p>"
        )
    }

    @Test("a quote followed by a combining accent is still escaped")
    func combiningAccent() throws {
        let written = try write(
            "<p title=\"{{title}}\"></p>", Sample(title: "a\"\u{301} onclick='\u{301}<\u{338}"))
        #expect(written == "<p title=\"a&quot;\u{301} onclick=&#39;\u{301}&lt;\u{338}\"></p>")
    }

    @Test("what must be escaped is escaped wherever it stands in a text")
    func everyPosition() throws {
        let set = try Templates(files: ["sample/show.html": "{{title}}"], catalogue: Catalogue(files: [:]))
            .prepare(pages: [Sample.self], frame: Frame.self)
        let references: [Character: String] = [
            "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
        ]
        for (special, reference) in references {
            for before in 0..<34 {
                for after in [0, 1, 15, 16, 17] {
                    let (left, right) = (
                        String(repeating: "a", count: before), String(repeating: "é", count: after)
                    )
                    let page = Sample(title: left + String(special) + right)
                    let written = try set.render(page, frame: Frame(), locale: .fr)
                    #expect(written.filled() == Array((left + reference + right).utf8))
                }
            }
        }
    }

    @Test("numbers are grouped in text and bare in attributes")
    func numbers() throws {
        let template = "<i data-n=\"{{count}}\">{{count}}</i>"
        #expect(try write(template) == "<i data-n=\"1234\">1\u{202F}234</i>")
        #expect(try write(template, locale: .en) == "<i data-n=\"1234\">1,234</i>")
        #expect(try write("{{count}}", Sample(count: -1_234_567), locale: .en) == "−1,234,567")
        #expect(try write("{{count}}", Sample(count: 999), locale: .en) == "999")
    }

    @Test("a list repeats its section with its elements' fields, then outer names")
    func lists() throws {
        let page = Sample(cards: [Card(title: "A", tags: ["x", "y"]), Card(title: "B")])
        #expect(
            try write("{{#cards}}{{title}}:{{#tags}}{{.}},{{/tags}}{{author.name}} {{site}};{{/cards}}", page)
                == "A:x,y,Ada Essaim;B:Ada Essaim;")
        #expect(try write("{{^cards}}rien{{/cards}}{{#cards?}}liste{{/cards?}}") == "rien")
        #expect(try write("{{^cards}}rien{{/cards}}{{#cards?}}liste{{/cards}}", page) == "liste")
    }

    @Test("flags, optionals and records open sections")
    func sections() throws {
        #expect(try write("{{#open}}o{{/open}}{{^open}}f{{/open}}") == "o")
        #expect(try write("{{#open}}o{{/open}}{{^open}}f{{/open}}", Sample(open: false)) == "f")
        let template = "{{#note}}[{{.}}|{{note}}]{{/note}}{{^note}}-{{/note}}{{note}}"
        #expect(try write(template) == "-")
        #expect(try write(template, Sample(note: "n")) == "[n|n]n")
        let sponsored = "{{#author}}{{name}}{{/author}}{{#sponsor}}+{{name}}{{sponsor.name}}{{/sponsor}}"
        #expect(try write(sponsored) == "Ada")
        #expect(try write(sponsored, Sample(sponsor: Person(name: "Bo"))) == "Ada+BoBo")
    }

    @Test("layouts show the blocks they are given, through two floors")
    func layouts() throws {
        let files = [
            "layouts/site.html":
                "<title>{{$title}}{{site}}{{/title}}</title>\n{{$content}}{{/content}}\n<p>end</p>\n",
            "layouts/desk.html":
                "{{<layouts/site}}{{$content}}<nav></nav>{{$main}}{{/main}}{{/content}}{{/layouts/site}}",
        ]
        let page =
            "{{<layouts/desk}}\n{{$title}}{{title}} · {{site}}{{/title}}\n{{$main}}\n<h1>{{title}}</h1>\n{{/main}}\n{{/layouts/desk}}\n"
        #expect(
            try write(page, files: files)
                == "<title>Titre · Essaim</title>\n<nav></nav><h1>Titre</h1>\n\n<p>end</p>")
    }

    @Test("a component's blocks are its own, not the page's")
    func components() throws {
        let files = [
            "layouts/site.html": "<h1>{{$title}}{{/title}}</h1>{{$content}}{{/content}}",
            "parts/card.html": "<h2>{{$title}}sans titre{{/title}}</h2>{{$body}}{{/body}}",
        ]
        let page = """
            {{<layouts/site}}{{$title}}Page{{/title}}{{$content}}{{<parts/card}}{{$body}}b{{/body}}{{/parts/card}}{{/content}}{{/layouts/site}}
            """
        #expect(try write(page, files: files) == "<h1>Page</h1><h2>sans titre</h2>b")
    }

    @Test("a partial writes itself again for records inside their own kind")
    func recursion() throws {
        let files = [
            "remarks/_remark.html":
                "<li>{{text}} ({{author.name}}, {{title}}){{#replies?}}<ul>{{#replies}}{{>remarks/_remark}}{{/replies}}</ul>{{/replies?}} {{text}}</li>"
        ]
        let page = Sample(remarks: [
            Remark(
                text: "1",
                replies: [
                    Remark(text: "1.1", author: Person(name: "Bo"), replies: [Remark(text: "1.1.1")]),
                    Remark(text: "1.2"),
                ]),
            Remark(text: "2"),
        ])
        #expect(
            try write("{{#remarks}}{{>remarks/_remark}}{{/remarks}}", page, files: files)
                == "<li>1 (Ada, Titre)<ul><li>1.1 (Bo, Titre)<ul><li>1.1.1 (Ada, Titre) 1.1.1</li></ul> 1.1</li>"
                + "<li>1.2 (Ada, Titre) 1.2</li></ul> 1</li><li>2 (Ada, Titre) 2</li>")
    }

    @Test("lines that hold only a tag vanish, and so does indentation outside of pre and textarea")
    func blanks() throws {
        let template = """
            <ul>
                {{! comment {a, b}}}
                {{#cards}}
                    <li
                        class="a  b">{{title}} <b>x</b></li>
                {{/cards}}

            </ul>
            <pre>
              a {{title}}
                b</pre>
            """
        #expect(
            try write(template, Sample(cards: [Card(title: "A"), Card(title: "B")]))
                == """
                <ul>
                <li
                class="a  b">A <b>x</b></li>
                <li
                class="a  b">B <b>x</b></li>
                </ul>
                <pre>
                  a Titre
                    b</pre>
                """)
        #expect(
            try write("<p>\n  {{>a/_b}}\n  c {{>a/_b}}, d\n</p>", files: ["a/_b.html": "<i>b</i>\n"])
                == "<p>\n<i>b</i>\nc <i>b</i>, d\n</p>")
    }

    @Test("a section may hold whole attributes or part of a value")
    func attributes() throws {
        let template =
            #"<input{{#open}} checked{{/open}} {{^open}}disabled {{/open}}class="a{{#open}} b{{/open}}">"#
        #expect(try write(template) == #"<input checked class="a b">"#)
        #expect(try write(template, Sample(open: false)) == #"<input disabled class="a">"#)
    }

    @Test("an address whose scheme could run something is not written")
    func addresses() throws {
        let template = #"<a href="{{address}}">x</a>"#
        for harmless in [
            "/a:b", "https://e.example/?a=1", "mailto:a@b.example", "", "#x", "?q=a:b", "HTTP://e",
        ] {
            #expect(try write(template, Sample(address: harmless)) == "<a href=\"\(harmless)\">x</a>")
        }
        for harmful in [
            "javascript:alert(1)", " javascript:x", "java\tscript:x", "JAVASCRIPT:x", "data:text/html,x",
            "vbscript:x", ":x",
        ] {
            #expect(try write(template, Sample(address: harmful)) == "<a href=\"#\">x</a>")
        }
        #expect(
            try write(#"<a href="/go?to={{address}}">x</a>"#, Sample(address: "a:b"))
                == "<a href=\"/go?to=a:b\">x</a>")
    }
}
