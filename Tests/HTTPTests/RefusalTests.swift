import HTTP
import HTTPTypes
import Testing

/// Messages that no handler may see: each is answered with its status, and the connection closes.
@Suite struct RefusalTests {
    struct Case: CustomTestStringConvertible {
        let what: String
        let message: String
        let status: Int
        var testDescription: String { what }

        init(_ what: String, _ message: String, _ status: Int = 400) {
            self.what = what
            self.message = message
            self.status = status
        }

        /// A GET of that target.
        static func target(_ what: String, _ target: String) -> Case {
            Case(what, "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
        }

        /// A GET with those lines after `Host`.
        static func fields(_ what: String, _ lines: String, _ status: Int = 400) -> Case {
            Case(what, "POST / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r\n", status)
        }
    }

    static let cases: [Case] = [
        Case("no Host", "GET / HTTP/1.1\r\n\r\n"),
        Case("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
        Case("a list of Hosts", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n"),
        Case("an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
        Case("a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
        Case("a Host with a user", "GET / HTTP/1.1\r\nHost: me@a\r\n\r\n"),
        Case("a Host with a port too high", "GET / HTTP/1.1\r\nHost: a:70000\r\n\r\n"),
        Case("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"),
        Case("authority form", "GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n"),
        Case("CONNECT", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        Case("TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        Case("an unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        Case("a method in lower case", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        Case("a method that is no token", "G@T / HTTP/1.1\r\nHost: a\r\n\r\n"),
        Case("no method", " / HTTP/1.1\r\nHost: a\r\n\r\n"),
        Case("no version", "GET /\r\nHost: a\r\n\r\n"),
        Case("a version that is none", "GET / HTTQ/1.1\r\nHost: a\r\n\r\n"),
        Case("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
        Case("two spaces in the request line", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"),
        Case("a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"),
        Case("a bare line feed", "GET / HTTP/1.1\nHost: a\n\n"),
        Case("a bare carriage return", "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n"),
        Case("two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .target("a target not in ASCII", "/é"),
        .target("a cut escape", "/a%2"),
        .target("an escape that is not hexadecimal", "/a%zz"),
        .target("an escaped NUL", "/a%00b"),
        .target("an escaped line feed", "/a%0Ab"),
        .target("an escaped slash", "/a%2Fb"),
        .target("a backslash", "/a\\b"),
        .target("an escaped backslash", "/a%5Cb"),
        .target("text that is not UTF-8", "/a%FF"),
        .target("an overlong form", "/%C0%AFetc"),
        .target("dot dot", "/a/../b"),
        .target("escaped dot dot", "/a/%2e%2E/b"),
        .target("a dot segment", "/./b"),
        .target("a fragment", "/a#b"),
        .target("a bad escape in the query", "/a?b=%"),
        .target("another scheme", "ftp://a/"),
        .target("an absolute form without host", "http:///a"),
        .fields("a length that is no number", "Content-Length: five"),
        .fields("a signed length", "Content-Length: +5"),
        .fields("two lengths", "Content-Length: 0\r\nContent-Length: 0"),
        .fields("a list of lengths", "Content-Length: 0, 0"),
        .fields("a length beyond reason", "Content-Length: 99999999999999999999"),
        .fields("a length and a transfer coding", "Content-Length: 3\r\nTransfer-Encoding: chunked"),
        .fields("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
        .fields("an unknown transfer coding", "Transfer-Encoding: gzip, chunked", 501),
        .fields("a disguised chunked", "Transfer-Encoding: \u{0B}chunked"),
        .fields("an unknown expectation", "Expect: a-miracle", 417),
        .fields("a folded line", "X: a\r\n b"),
        .fields("a blank before the colon", "X : a"),
        .fields("a tab after a value", "X: a\t"),
        .fields("a field without colon", "X"),
        .fields("a field without name", ": a"),
        .fields("a control character", "X: a\u{01}b"),
        Case("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"),
    ]

    @Test("What is malformed is answered and the connection closed", arguments: cases)
    func refused(_ refusal: Case) async throws {
        try await withServer(respond: { _ in .text("reached") }) { _, address in
            let client = try await Client(address)
            try await client.send(refusal.message + get("/second"))
            let text = await client.rest()
            #expect(text.hasPrefix("HTTP/1.1 \(refusal.status) "), "\(text)")
            #expect(text.contains("\r\nConnection: close\r\n"))
            #expect(!text.contains("reached"))
        }
    }

    static let chunks: [(String, Int)] = [
        ("x\r\n", 400), ("\r\n", 400), ("3\nabc\r\n0\r\n\r\n", 400), ("3\r\nabcd\r\n0\r\n\r\n", 400),
        ("-1\r\n", 400), ("0x3\r\nabc\r\n0\r\n\r\n", 400), ("3 \r\nabc\r\n0\r\n\r\n", 400),
        ("123456789\r\n", 413), ("0\r\nGET / HTTP/1.1\r\n\r\n", 400), ("0\r\nX : 1\r\n\r\n", 400),
        ("3;é\r\nabc\r\n0\r\n\r\n", 400),
        ("3;a=\(String(repeating: "b", count: 300))\r\nabc\r\n0\r\n\r\n", 400),
    ]

    @Test("Malformed chunks are answered and the connection closed", arguments: chunks)
    func refusedChunks(_ body: String, _ status: Int) async throws {
        try await withServer(respond: { _ in .text("reached") }) { _, address in
            let client = try await Client(address)
            try await client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
            let text = await client.rest()
            #expect(text.hasPrefix("HTTP/1.1 \(status) "), "\(text)")
        }
    }

    @Test("Refusals wear the page that the site gives them")
    func refusalPage() async throws {
        try await withServer(refuse: { .html(Array("<h1>\($0.code)</h1>".utf8), status: $0) }) { _, address in
            let client = try await Client(address)
            let reply = try await client.ask("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(reply.status == 400)
            #expect(reply.text == "<h1>400</h1>")
            #expect(reply.headers[.contentType] == "text/html; charset=utf-8")
        }
    }

    @Test("Unusual messages that are correct are served")
    func accepted() async throws {
        try await withServer(respond: { .text("\($0.host ?? "-") \($0.path) \($0.query["q"] ?? "-")") }) {
            _, address in
            let client = try await Client(address)
            let absolute = try await client.ask("GET HTTP://b:81?q=1 HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(absolute.text == "b:81 / 1")
            let escaped = try await client.ask(get("/%C3%A9t%C3%A9?q=%C3%A0+b"))
            #expect(escaped.text == "essaim.test /été à b")
            let newline = try await client.ask("\r\n" + get("/a//b/"))
            #expect(newline.text == "essaim.test /a//b/ -")
            let six = try await client.ask("GET / HTTP/1.1\r\nHost: [::1]:8080\r\nX:\r\n\r\n")
            #expect(six.text == "[::1]:8080 / -")
        }
    }
}
