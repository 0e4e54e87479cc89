import FoundationEssentials
import HTTP
import HTTPTypes
import Testing

@Suite struct StaticFilesTests {
    private static let style =
        "@import \"icons/part.css\" layer(parts);\n@import \"https://elsewhere.example/x.css\";\n"
        + "body{background:url(\"icons/cell.svg\")} p{background:url(data:x)} i{src:url(no.svg)}"
    private static let files = [
        "essaim.css": style + String(repeating: "q { color: red }\n", count: 200), "icons/cell.svg": "<svg/>",
        "icons/part.css": "/* Red. */\nb > i ,\n  u :hover { color: red ; content: \"{ ;  }\" / '; ' ; }\n",
        "favicon.ico": "icon", ".secret": "hidden",
        ".git/config.txt": "hidden", "notes.bak": "unknown",
        "photo.png": String(repeating: "a", count: 5_000),
    ]

    private func withDirectory(_ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/essaim-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        for folder in ["icons", ".git"] {
            try FileManager.default.createDirectory(
                atPath: "\(directory)/\(folder)", withIntermediateDirectories: true)
        }
        for (name, text) in Self.files {
            try Data(text.utf8).write(to: URL(filePath: "\(directory)/\(name)"))
        }
        try await body(directory)
    }

    @Test("Files have addresses that change with their content, kept for a year")
    func addresses() async throws {
        try await withDirectory { directory in
            let files = try StaticFiles(directory: directory)
            #expect(
                files.names == ["essaim.css", "favicon.ico", "icons/cell.svg", "icons/part.css", "photo.png"])
            let style = try #require(files.address(of: "essaim.css"))
            #expect(style.hasPrefix("/assets/essaim.") && style.hasSuffix(".css"))
            let response = try #require(files.response(at: style))
            #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(response.headers[.contentType] == "text/css; charset=utf-8")
            for path in [
                "/assets/essaim.css", "/essaim.css", "/assets/../essaim.css", "/assets/", "/.secret",
            ] {
                #expect(files.response(at: path) == nil)
            }
            #expect(files.response(at: "/favicon.ico")?.headers[.cacheControl] == "public, max-age=3600")
            #expect(files.address(of: "../essaim.css") == nil)
        }
    }

    @Test("A style sheet names the files beside it by their hashed addresses")
    func styleSheets() async throws {
        try await withDirectory { directory in
            let files = try StaticFiles(directory: directory)
            let icon = try #require(files.address(of: "icons/cell.svg"))
            let text = try #require(files.text(of: "essaim.css"))
            #expect(text.contains("url(\"\(icon)\")"))
            #expect(text.contains("url(data:x)") && text.contains("url(no.svg)"))
            #expect(
                text.hasPrefix(
                    "@layer parts{b>i,u :hover{color:red;content:\"{ ;  }\" / '; '}}@import \"https:"))
        }
    }

    @Test("Files are served compressed when they are text, and not again when unchanged")
    func served() async throws {
        try await withDirectory { directory in
            let files = try StaticFiles(directory: directory)
            let style = try #require(files.address(of: "essaim.css"))
            let photo = try #require(files.address(of: "photo.png"))
            try await withServer(respond: { files.response(for: $0) ?? .plain(.notFound) }) {
                _, address in
                let client = try await Client(address)
                let packed = try await client.ask(get(style, "Accept-Encoding: gzip"))
                #expect(packed.headers[.contentEncoding] == "gzip" && packed.body.count < 500)
                let tag = try #require(packed.headers[.eTag])
                #expect(try await client.ask(get(style, "If-None-Match: \(tag)")).status == 304)
                #expect(try await client.ask(get(photo, "Accept-Encoding: gzip")).body.count == 5_000)
                #expect(try await client.ask(get("/assets/nothing.css")).status == 404)
            }
        }
    }

    @Test("In development a changed file is read again, otherwise it is not")
    func reloading() async throws {
        try await withDirectory { directory in
            let fixed = try StaticFiles(directory: directory)
            let reloading = try StaticFiles(directory: directory, reloads: true)
            let before = try #require(fixed.address(of: "essaim.css"))
            #expect(reloading.address(of: "essaim.css") == before)
            try Data("p{}".utf8).write(to: URL(filePath: "\(directory)/essaim.css"))
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: 10)], ofItemAtPath: "\(directory)/essaim.css")
            let after = try #require(reloading.address(of: "essaim.css"))
            #expect(after != before && reloading.text(of: "essaim.css") == "p{}")
            #expect(reloading.response(at: after) != nil)
            #expect(fixed.address(of: "essaim.css") == before)
        }
    }

    @Test("A directory that is not there stops the start")
    func missing() {
        #expect(throws: (any Error).self) { try StaticFiles(directory: "/nowhere/at/all") }
    }
}
