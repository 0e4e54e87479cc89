import Testing

@testable import Intake

@Suite struct DocumentTests {
    @Test("An ordinary document is taken, packed objects or not")
    func ordinary() throws {
        try DocumentScan.check(Samples.pdf(Array("2 0 obj << /Type /Pages /Count 0 >> endobj".utf8)))
        try DocumentScan.check(
            Samples.pdf(Samples.objectStream("2 0 << /Type /Pages /URI (https://a.example) >>")))
    }

    @Test(
        "What acts, or carries files, is refused, however its name is written",
        arguments: [
            "<< /S /JavaScript /JS (app.alert(1)) >>", "<< /S /J#61vaScript >>", "<</S/Launch/F(cmd.exe)>>",
            "<< /Names << /EmbeddedFiles 3 0 R >> >>", "<< /Type/EmbeddedFile >>",
            "<< /Subtype /RichMedia >>",
            "<< /S /SubmitForm >>", "<< /XFA [] >>", "<< /S#20 /#4C#61unch >>",
        ])
    func active(_ object: String) {
        #expect(throws: IntakeFault.active) {
            try DocumentScan.check(Samples.pdf(Array("3 0 obj \(object) endobj".utf8)))
        }
        #expect(throws: IntakeFault.active) {
            try DocumentScan.check(Samples.pdf(Samples.objectStream(object)))
        }
    }

    @Test("What cannot be looked into is refused")
    func closed() {
        for body in [
            Array("trailer << /Encrypt 4 0 R >>".utf8),
            Samples.objectStream("<< >>", dictionary: "/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]"),
            Samples.objectStream(
                "<< >>", dictionary: "/Type /ObjStm /Filter /FlateDecode /DecodeParms 6 0 R"),
            Array("5 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\nnot packed\nendstream".utf8),
            // The dictionary is parted from its stream by a word in a comment.
            Array("5 0 obj << /Type /ObjStm /Filter /FlateDecode >> % obj\nstream\nx\nendstream".utf8),
            Samples.objectStream(String(repeating: "0", count: 40_000_000)),
        ] {
            #expect(throws: IntakeFault.closed) { try DocumentScan.check(Samples.pdf(body)) }
        }
    }

    @Test("What is no whole document is refused")
    func broken() {
        let whole = Samples.pdf([])
        for bytes in [Array(whole.dropFirst()), Array(whole.dropLast(8)), Array("%PDF-1.7 %%EOF".utf8), []] {
            #expect(throws: IntakeFault.broken) { try DocumentScan.check(bytes) }
        }
    }

    @Test("Kinds are told by their marks alone")
    func kinds() {
        #expect(FileKind(of: Samples.pdf([])) == .pdf)
        #expect(FileKind(of: Samples.png(width: 2, height: 2)) == .png)
        #expect(FileKind(of: Samples.jpeg(width: 8, height: 8)) == .jpeg)
        #expect(FileKind(of: Array("MZ".utf8)) == nil && FileKind(of: []) == nil)
    }
}
