import CZlib
import HTTP
import HTTPTypes
import Testing

/// One resource, several forms: plain, compressed, not sent at all.
@Suite struct DeliveryTests {
    static let page = Array(String(repeating: "<li>Constat par photo</li>\n", count: 200).utf8)

    private static func respond(_ request: Request) -> Response {
        switch request.path {
        case "/tagged":
            var response = Response.html(page)
            response.headers[.eTag] = EntityTag.strong(of: page).text
            response.headers[.cacheControl] = "private"
            return response
        case "/prepared":
            return Response(
                headers: [.contentType: "text/css", .eTag: "\"p1\""],
                body: .prepared(Prepared(page, level: 9)))
        case "/dated":
            return Response(headers: [.lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"], body: .bytes(page))
        case "/error":
            var response = Response.html(page, status: .internalServerError)
            response.headers[.eTag] = "\"e\""
            return response
        case "/image": return Response(headers: [.contentType: "image/png"], body: .bytes(page))
        case "/kept":
            return Response(
                headers: [.contentType: "text/html", .cacheControl: "no-transform"], body: .bytes(page))
        case "/short": return .html(Array("<p>short</p>".utf8))
        case "/varied":
            var response = Response.html(page)
            response.headers[.vary] = "Cookie"
            return response
        default: return .html(page)
        }
    }

    private func ask(_ target: String, _ fields: String..., method: String = "GET") async throws
        -> Client.Reply
    {
        var result = Client.Reply()
        try await withServer(respond: { Self.respond($0) }) { _, address in
            let client = try await Client(address)
            let head = "\(method) \(target) HTTP/1.1\r\nHost: a\r\n"
            result = try await client.ask(
                head + fields.map { $0 + "\r\n" }.joined() + "\r\n", hasBody: method != "HEAD")
        }
        return result
    }

    @Test(
        "A text is compressed for who accepts it",
        arguments: ["/", "/tagged", "/prepared", "/error", "/varied"])
    func compressed(_ target: String) async throws {
        let plain = try await ask(target)
        #expect(plain.body == Self.page && plain.headers[.contentEncoding] == nil)
        let packed = try await ask(target, "Accept-Encoding: br, gzip")
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.body.count < Self.page.count / 5)
        #expect(inflated(packed.body) == Self.page)
        for reply in [plain, packed] {
            #expect(
                reply.headers[.vary] == (target == "/varied" ? "Cookie, Accept-Encoding" : "Accept-Encoding"))
        }
        let head = try await ask(target, "Accept-Encoding: gzip", method: "HEAD")
        #expect(head.headers[.contentLength] == "\(packed.body.count)" && head.body.isEmpty)
    }

    @Test(
        "What is short, compressed already or asked to stay is sent as it is",
        arguments: ["/image", "/kept", "/short"])
    func uncompressed(_ target: String) async throws {
        let reply = try await ask(target, "Accept-Encoding: gzip")
        #expect(reply.headers[.contentEncoding] == nil && reply.headers[.vary] == nil)
    }

    @Test(
        "Weights are respected",
        arguments: [
            ("gzip", true), ("GZIP;q=0.5", true), ("*", true), ("br;q=1, *;q=0.1", true), ("gzip;q=0", false),
            ("gzip;q=0, *", false), ("identity", false), ("identity;q=1, gzip;q=0.5", false), ("", false),
            ("br", false), ("gzip;q=much", false),
        ])
    func weights(_ accepted: String, _ isCompressed: Bool) async throws {
        let reply = try await ask("/", "Accept-Encoding: \(accepted)")
        #expect((reply.headers[.contentEncoding] == "gzip") == isCompressed)
    }

    @Test("Each form has a tag of its own, and both are recognised when they come back")
    func tags() async throws {
        let plain = try #require(try await ask("/tagged").headers[.eTag])
        let packed = try #require(try await ask("/tagged", "Accept-Encoding: gzip").headers[.eTag])
        #expect(plain != packed)
        for tag in [plain, packed, "W/\(plain)", "\"x\", \(packed)", "*"] {
            for encoding in ["gzip", "identity"] {
                let reply = try await ask("/tagged", "If-None-Match: \(tag)", "Accept-Encoding: \(encoding)")
                #expect(reply.status == 304 && reply.body.isEmpty)
                #expect(reply.headers[.eTag] == (encoding == "gzip" ? packed : plain))
                #expect(reply.headers[.cacheControl] == "private")
                #expect(reply.headers[.vary] == "Accept-Encoding")
                #expect(reply.headers[.contentType] == nil && reply.headers[.contentLength] == nil)
            }
        }
        #expect(try await ask("/tagged", "If-None-Match: \"other\"").status == 200)
        #expect(try await ask("/tagged", "If-None-Match: \(plain)", method: "HEAD").status == 304)
        #expect(try await ask("/tagged", "If-None-Match: \(plain)", method: "POST").status == 200)
    }

    @Test("Dates decide only where no tag is asked for")
    func dates() async throws {
        let same = "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT"
        #expect(try await ask("/dated", same).status == 304)
        #expect(try await ask("/dated", "If-Modified-Since: Mon, 07 Nov 1994 08:49:37 GMT").status == 304)
        #expect(try await ask("/dated", "If-Modified-Since: Sat, 05 Nov 1994 08:49:37 GMT").status == 200)
        #expect(try await ask("/dated", "If-Modified-Since: last week").status == 200)
        #expect(try await ask("/dated", same, "If-None-Match: \"a\"").status == 200)
    }

    @Test("Only a 200 becomes a 304")
    func errorsStay() async throws {
        #expect(try await ask("/error", "If-None-Match: \"e\"").status == 500)
        #expect(try await ask("/", "If-None-Match: *").status == 200)
    }

    private func inflated(_ bytes: [UInt8]) -> [UInt8] {
        var source = bytes
        var target = [UInt8](repeating: 0, count: Self.page.count + 1)
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return []
        }
        defer { inflateEnd(&stream) }
        return source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                guard inflate(&stream, Z_FINISH) == Z_STREAM_END else { return [] }
                return Array(target.prefix(target.count - Int(stream.avail_out)))
            }
        }
    }
}
