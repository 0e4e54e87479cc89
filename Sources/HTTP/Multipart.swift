import HTTPTypes

/// A `multipart/form-data` body (RFC 7578) as browsers write it: the fields of a form, and the files sent with it.
///
/// It is read strictly and in one pass over a body that is whole and within its route's limit; nothing is copied but
/// the fields, so that reading a form costs no memory for its files.
public struct Multipart: Sendable {
    /// One file as it was sent.
    public struct File: Sendable, Equatable {
        /// The name of the field.
        public let field: String
        /// The name that the sender gives to the file: theirs to choose, so it says nothing about what is inside.
        public let name: String
        /// What is inside.
        public let bytes: ArraySlice<UInt8>
    }

    /// How much a body may hold before it is refused.
    public struct Limits: Sendable {
        /// What its fields may hold.
        public var form: Form.Limits
        /// The greatest number of files.
        public var files: Int
        /// The longest header of a part, in bytes.
        public var header: Int

        /// Limits that suit a page's form: those of `Form.Limits`, 20 files, headers of 2 KiB.
        public init(form: Form.Limits = Form.Limits(), files: Int = 20, header: Int = 2_048) {
            self.form = form
            self.files = files
            self.header = header
        }
    }

    /// Why bytes are not such a body.
    public enum Failure: Error, Sendable, Equatable {
        /// The body is of another type, or has no boundary.
        case unsupportedType
        /// It breaks the grammar, ends early, or a text is not UTF-8.
        case malformed
        /// There are more fields or files than the limit.
        case tooManyParts
        /// A name, a value or a part's header is longer than the limit.
        case tooLong
    }

    /// The fields that are no files, in their order.
    public private(set) var form = Form()
    /// The files, in their order. A field of files that nobody filled is not among them.
    public private(set) var files: [File] = []
    /// Of a body that was cut, the field of the part in which it ends; nil if that is not known.
    public private(set) var cutField: String?

    /// Reads `body`, whose parts are separated by `boundary`.
    /// - Parameter isCut: whether the end of the body is missing: then the parts are read that are whole.
    /// - Throws: `Failure` when a limit is passed or the grammar is broken.
    public init(_ body: [UInt8], boundary: String, isCut: Bool = false, limits: Limits = Limits())
        throws(Failure)
    {
        var reader = PartReader(body, boundary: boundary, longestHeader: limits.header)
        while true {
            let next: PartReader.Part?
            do throws(Failure) {
                next = try reader.next()
            } catch {
                guard isCut, error == .malformed else { throw error }
                cutField = reader.begun
                break
            }
            guard let part = next else { break }
            guard part.name.utf8.count <= limits.form.nameLength else { throw .tooLong }
            if let name = part.fileName {
                // A browser sends an empty part for each field of files in which nothing was chosen.
                if name.isEmpty, part.content.isEmpty { continue }
                guard files.count < limits.files else { throw .tooManyParts }
                files.append(File(field: part.name, name: name, bytes: body[part.content]))
                continue
            }
            guard form.fields.count < limits.form.fields else { throw .tooManyParts }
            guard part.content.count <= limits.form.valueLength else { throw .tooLong }
            guard let value = String(validating: body[part.content], as: UTF8.self), !value.utf8.contains(0)
            else { throw .malformed }
            form.append(part.name, value)
        }
    }

    /// The boundary that a `Content-Type` announces; nil if it is of another type, or the boundary is not one
    /// (RFC 2046 section 5.1.1).
    static func boundary(in contentType: String) -> String? {
        let parts = contentType.split(separator: ";", omittingEmptySubsequences: false)
        guard let type = parts.first, trimmed(type).lowercased() == "multipart/form-data" else { return nil }
        var boundary: String?
        for part in parts.dropFirst() {
            let part = trimmed(part)
            guard part.lowercased().hasPrefix("boundary=") else { continue }
            // Two boundaries would be read differently by different readers.
            guard boundary == nil else { return nil }
            var value = part.dropFirst("boundary=".count)
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count > 2 {
                value = value.dropFirst().dropLast()
            }
            boundary = String(value)
        }
        guard let boundary, (1...70).contains(boundary.utf8.count), boundary.utf8.last != UInt8(ascii: " "),
            boundary.utf8.allSatisfy(isBoundaryByte)
        else { return nil }
        return boundary
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }

    private static func isBoundaryByte(_ byte: UInt8) -> Bool {
        PercentCoding.isAlphanumeric(byte) || "'()+_,-./:=? ".utf8.contains(byte)
    }
}

extension Request {
    /// Whether the body announces itself as a form with files.
    public var isMultipart: Bool {
        headers[.contentType].flatMap(Multipart.boundary) != nil
    }

    /// The body as a form with files.
    /// - Throws: `Multipart.Failure` when the body is of another type, passes a limit or breaks the grammar.
    public func multipart(limits: Multipart.Limits = Multipart.Limits()) throws(Multipart.Failure)
        -> Multipart
    {
        guard let boundary = headers[.contentType].flatMap(Multipart.boundary) else { throw .unsupportedType }
        return try Multipart(body, boundary: boundary, isCut: isCut, limits: limits)
    }
}
