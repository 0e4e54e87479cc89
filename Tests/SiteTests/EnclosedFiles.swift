import Domain
import Intake

@testable import Site

extension AttachmentContent {
    /// A small picture as it is kept.
    static var sketch: AttachmentContent {
        get throws {
            let made = try Picture.drawn(width: 6, height: 4, [UInt32](repeating: 0xFF1F_4FBF, count: 24))
            return AttachmentContent(whole: made, small: made, name: "croquis.png", description: "Un croquis")
        }
    }
}

/// Files that people of the town choose.
enum Chosen {
    /// A picture of this size.
    static func picture(
        _ field: String = "files", width: Int = 600, height: Int = 400, name: String = "Étagère <1>.webp"
    ) throws -> ChosenFile {
        let made = try Picture.drawn(
            width: width, height: height, [UInt32](repeating: 0xFFF4_B41A, count: width * height))
        return ChosenFile(field: field, name: name, bytes: made.bytes)
    }

    /// A document with `object` in it.
    static func paper(_ field: String = "files", _ object: String = "<< /Type /Catalog >>") -> ChosenFile {
        ChosenFile(
            field: field, name: "plan.pdf",
            bytes: Array("%PDF-1.4\n1 0 obj \(object) endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n".utf8))
    }
}
