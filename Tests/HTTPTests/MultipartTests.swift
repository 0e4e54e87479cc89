import HTTP
import HTTPTypes
import Testing

@Suite struct MultipartTests {
    private static let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"

    private static func part(_ disposition: String, _ content: String, more: String = "") -> String {
        "--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n\(more)\r\n\(content)\r\n"
    }

    private static func read(_ text: String, limits: Multipart.Limits = Multipart.Limits()) throws
        -> Multipart
    {
        try Multipart(Array(text.utf8), boundary: boundary, limits: limits)
    }

    private static let end = "--\(boundary)--\r\n"

    @Test("Fields and files are read in their order, as they are")
    func reading() throws {
        let text =
            Self.part("name=\"title\"", "Un café\r\nà deux") + Self.part("name=\"empty\"", "")
            + Self.part(
                "name=\"plan\"; filename=\"C:\\\\été %22final%22.pdf\"", "%PDF\r\n--not the end\r\n\0",
                more: "Content-Type: image/png\r\nX-Odd: 1\r\n")
            + Self.part(
                "name=\"none\"; filename=\"\"", "", more: "Content-Type: application/octet-stream\r\n")
            + Self.part("filename=\"b\"; name=\"plan\"", "") + Self.end
        let read = try Self.read(text)
        #expect(read.form["title"] == "Un café\r\nà deux")
        #expect(read.form["empty"] == "")
        #expect(read.form.fields.count == 2)
        #expect(read.files.map(\.field) == ["plan", "plan"])
        #expect(read.files.map(\.name) == ["C:\\\\été \"final\".pdf", "b"])
        #expect(read.files.first.map { Array($0.bytes) } == Array("%PDF\r\n--not the end\r\n\0".utf8))
        #expect(try Self.read(Self.end).form.isEmpty)
    }

    @Test("Of a body that was cut, whatever is whole is read, wherever it was cut")
    func cutBody() throws {
        let title = Self.part("name=\"title\"", "Un titre")
        let text = Array(
            (title + Self.part("name=\"small\"; filename=\"a\"", "12")
                + Self.part("name=\"plan\"; filename=\"b\"", String(repeating: "x", count: 200)) + Self.end)
                .utf8)
        for length in 0..<(text.count - Self.end.utf8.count) {
            let read = try Multipart(Array(text.prefix(length)), boundary: Self.boundary, isCut: true)
            #expect(
                (read.form["title"] != nil) == (length >= title.utf8.count + Self.boundary.utf8.count + 4))
            #expect(read.files.allSatisfy { $0.field == "small" && Array($0.bytes) == Array("12".utf8) })
        }
        let read = try Multipart(Array(text.dropLast(100)), boundary: Self.boundary, isCut: true)
        #expect(read.cutField == "plan" && read.files.count == 1)
        #expect(throws: Multipart.Failure.malformed) {
            try Multipart(Array(text.dropLast(100)), boundary: Self.boundary)
        }
    }

    @Test(
        "What breaks the grammar is refused",
        arguments: [
            "", "preamble\r\n" + part("name=\"a\"", "1") + end, part("name=\"a\"", "1"),
            part("name=\"a\"", "1") + "--\(boundary)", part("name=\"a\"", "1") + "--\(boundary)--and more",
            part("name=\"a\"", "1") + "--\(boundary)x\r\n" + end, part("name=a", "1") + end,
            part("name=\"a\"; name=\"b\"", "1") + end, part("filename=\"a\"", "1") + end,
            part("name=\"\"", "1") + end, part("name=\"a", "1") + end,
            part("name=\"a\"", "1", more: "Content-Disposition: form-data; name=\"b\"\r\n") + end,
            part("name=\"a\"", "1", more: " folded\r\n") + end,
            part("name=\"a\"", "1", more: "X: 1\nY: 2\r\n") + end, part("name=\"a\"", "\0") + end,
            "--\(boundary)\r\nContent-Type: text/plain\r\n\r\n1\r\n" + end,
            "--\(boundary)\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n" + end,
        ])
    func malformed(_ text: String) {
        #expect(throws: Multipart.Failure.malformed) { try Self.read(text) }
    }

    @Test("Wherever it is cut off, a body is refused")
    func cut() throws {
        let text = Self.part("name=\"a\"", "1") + Self.part("name=\"b\"; filename=\"c\"", "2") + Self.end
        let bytes = Array(text.utf8)
        for length in 0..<(bytes.count - 2) {
            #expect(throws: Multipart.Failure.malformed, "cut at \(length)") {
                try Multipart(Array(bytes[..<length]), boundary: Self.boundary)
            }
        }
    }

    @Test("Counts and lengths are limited")
    func limits() throws {
        let two = Self.part("name=\"a\"", "1") + Self.part("name=\"b\"", "12345") + Self.end
        #expect(throws: Multipart.Failure.tooManyParts) {
            try Self.read(two, limits: Multipart.Limits(form: Form.Limits(fields: 1)))
        }
        #expect(throws: Multipart.Failure.tooLong) {
            try Self.read(two, limits: Multipart.Limits(form: Form.Limits(valueLength: 4)))
        }
        let files =
            Self.part("name=\"a\"; filename=\"a\"", "1") + Self.part("name=\"b\"; filename=\"b\"", "2")
        #expect(throws: Multipart.Failure.tooManyParts) {
            try Self.read(files + Self.end, limits: Multipart.Limits(files: 1))
        }
        let long = Self.part("name=\"a\"", "1", more: "X: \(String(repeating: "x", count: 3_000))\r\n")
        #expect(throws: Multipart.Failure.tooLong) { try Self.read(long + Self.end) }
    }

    /// Chance that can be thrown again.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    @Test("Any bytes come out as they went in, also those that look like the end", arguments: 0..<50)
    func anyBytes(_ seed: UInt64) throws {
        var dice = Dice(state: seed)
        let pieces = ["\r\n", "--", "--\(Self.boundary.dropLast())", "\r", "\n", "x", "\0", "é"]
        for _ in 0..<20 {
            let content = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
                pieces.randomElement(using: &dice) ?? ""
            }.joined()
            let read = try Self.read(Self.part("name=\"f\"; filename=\"f\"", content) + Self.end)
            #expect(read.files.map { Array($0.bytes) } == [Array(content.utf8)])
        }
    }

    @Test("A body is one only if it says so, with one boundary")
    func contentType() throws {
        func request(_ type: String) throws -> Request {
            var headers = HTTPFields()
            headers[.contentType] = type
            return try Request(
                .post, "/", headers: headers, body: Array("--b\r\n\r\n".utf8))
        }
        for good in [
            "multipart/form-data; boundary=b", "Multipart/Form-Data;charset=utf-8; BOUNDARY=\"b c\"",
        ] {
            #expect(try request(good).isMultipart, "\(good)")
        }
        let long = String(repeating: "b", count: 71)
        for bad in [
            "multipart/form-data", "multipart/mixed; boundary=b", "multipart/form-data; boundary=",
            "multipart/form-data; boundary=b; boundary=c", "multipart/form-data; boundary=\(long)",
            "multipart/form-data; boundary=a\"b", "application/x-www-form-urlencoded",
        ] {
            #expect(try !request(bad).isMultipart, "\(bad)")
            #expect(throws: Multipart.Failure.unsupportedType) { try request(bad).multipart() }
        }
    }
}
