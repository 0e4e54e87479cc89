import HTTP
import HTTPTypes
import Testing

@Suite struct FormTests {
    @Test("A form is read in order, repeated names kept")
    func decoding() throws {
        let form = try Form(decoding: Array("title=Un+caf%C3%A9&theme=1&theme=2&&empty=&bare&a=b=c".utf8))
        #expect(form["title"] == "Un café")
        #expect(form.all("theme") == ["1", "2"])
        #expect(form["empty"] == "" && form["bare"] == "" && form["a"] == "b=c" && form["none"] == nil)
        #expect(form.fields.count == 6)
        #expect(try Form(decoding: []).isEmpty)
    }

    @Test("What is written is read back", arguments: ["é & = + % \r\n", "日本", "a;b", "", "~*-._"])
    func roundTrip(_ text: String) throws {
        let form: Form = ["a b": text, text: "x"]
        #expect(try Form(decoding: Array(form.encoded.utf8)) == form)
    }

    @Test("A link's query changes one field and keeps the others in their place")
    func setting() {
        let form: Form = ["sort": "new", "page": "2", "sort": "old"]
        #expect(form.setting("sort", to: "top").encoded == "sort=top&page=2")
        #expect(form.setting("page", to: nil).encoded == "sort=new&sort=old")
        #expect(form.setting("q", to: "à").encoded == "sort=new&page=2&sort=old&q=%C3%A0")
    }

    @Test(
        "Bad encodings are refused",
        arguments: ["a=%", "a=%4", "%zz=a", "a=%00", "a=%FF", "a=%C0%80", "a=%ED%A0%80"])
    func badEncoding(_ text: String) {
        #expect(throws: Form.Failure.badEncoding) { try Form(decoding: Array(text.utf8)) }
    }

    @Test("Counts and lengths are limited, and a long form costs no stack")
    func limits() throws {
        let limits = Form.Limits(fields: 2, nameLength: 3, valueLength: 4)
        #expect(throws: Form.Failure.tooManyFields) {
            try Form(decoding: Array("a&b&c".utf8), limits: limits)
        }
        #expect(throws: Form.Failure.tooLong) { try Form(decoding: Array("name=1".utf8), limits: limits) }
        #expect(throws: Form.Failure.tooLong) { try Form(decoding: Array("a=12345".utf8), limits: limits) }
        #expect(throws: Form.Failure.tooManyFields) {
            try Form(decoding: Array(String(repeating: "a=1&", count: 200_000).utf8))
        }
        #expect(try Form(decoding: [UInt8](repeating: UInt8(ascii: "&"), count: 500_000)).isEmpty)
    }

    @Test("A body is a form only if it says so")
    func contentType() throws {
        func request(_ type: String?, _ body: String) throws -> Request {
            var headers = HTTPFields()
            headers[.contentType] = type
            return try Request(.post, "/", headers: headers, body: Array(body.utf8))
        }
        let urlEncoded = "application/x-www-form-urlencoded"
        #expect(try request(urlEncoded, "a=1").form()["a"] == "1")
        #expect(try request("\(urlEncoded.uppercased()); charset=\"UTF-8\"", "a=1").form()["a"] == "1")
        #expect(try request(nil, "").form().isEmpty)
        for type in [nil, "text/plain", "multipart/form-data; boundary=a", "\(urlEncoded); charset=latin1"] {
            #expect(throws: Form.Failure.unsupportedType) { try request(type, "a=1").form() }
        }
    }

    @Test("Cookies are found by their exact name")
    func cookies() throws {
        let headers: HTTPFields = [.cookie: "xsession=1; session=a=b;theme=dark"]
        let request = try Request(.get, "/", headers: headers)
        #expect(request.cookie("session") == "a=b" && request.cookie("theme") == "dark")
        #expect(request.cookie("sess") == nil && request.cookie("Session") == nil)
    }

    @Test("A cookie is set closed to scripts, and cannot break out of its field")
    func settingCookies() {
        var response = Response()
        response.set(Cookie("__Host-session", "abc", maxAge: 60, isSecure: true))
        response.set(Cookie("theme", "a; Domain=evil\r\nX: 1", isSecure: false))
        let values = response.headers[values: .setCookie]
        #expect(values[0] == "__Host-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure")
        #expect(values[1] == "theme=a%3B%20Domain=evil%0D%0AX:%201; Path=/; HttpOnly; SameSite=Lax")
    }
}
