import Domain

/// Documents of the demonstration: a PDF of one page, set line by line.
enum DemonstrationPaper {
    static func attachment(name: String, lines: [String]) -> AttachmentContent {
        let bytes = pdf(lines)
        return AttachmentContent(
            facts: AttachmentContent.Facts(kind: .pdf, name: name, description: "", size: bytes.count),
            whole: bytes)
    }

    /// A page of A4 in Helvetica, its first line larger. The lines are in ASCII, without parentheses.
    private static func pdf(_ lines: [String]) -> [UInt8] {
        let text = lines.enumerated().map { index, line in
            "/F1 \(index == 0 ? 20 : 12) Tf (\(line)) Tj 0 -\(index == 0 ? 28 : 20) Td"
        }.joined(separator: "\n")
        let content = "BT 64 760 Td\n\(text)\nET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
            /Resources << /Font << /F1 5 0 R >> >> >>
            """,
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = file.utf8.count
        let rows = places.map { place in
            String(repeating: "0", count: 10 - "\(place)".utf8.count) + "\(place) 00000 n \n"
        }
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + rows.joined()
        file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(file.utf8)
    }
}
