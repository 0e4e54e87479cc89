/// Ordered name and value pairs, as a query string or an `application/x-www-form-urlencoded` body carries them.
///
/// A name may come several times; nothing is merged or lost.
public struct Form: Sendable, Equatable {
    /// One field as it was written.
    public struct Field: Sendable, Equatable {
        /// The field's name, decoded.
        public var name: String
        /// The field's value, decoded. Line ends are as the sender wrote them.
        public var value: String

        /// A field of this name and value.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// How much a form may hold before it is refused.
    public struct Limits: Sendable {
        /// The greatest number of fields.
        public var fields: Int
        /// The greatest length of a name, in encoded bytes.
        public var nameLength: Int
        /// The greatest length of a value, in encoded bytes.
        public var valueLength: Int

        /// Limits that suit a page's form: 1,000 fields, names of 256 bytes, values of 256 KiB.
        public init(fields: Int = 1_000, nameLength: Int = 256, valueLength: Int = 256 * 1024) {
            self.fields = fields
            self.nameLength = nameLength
            self.valueLength = valueLength
        }
    }

    /// Why bytes are not a form.
    public enum Failure: Error, Sendable, Equatable {
        /// The body is of another type, or announces a charset other than UTF-8.
        case unsupportedType
        /// There are more fields than the limit.
        case tooManyFields
        /// A name or a value is longer than the limit.
        case tooLong
        /// A percent escape is malformed, the text is not UTF-8, or it holds a NUL.
        case badEncoding
    }

    /// All the fields, in the order they were written.
    public var fields: [Field]

    /// A form of these fields.
    public init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// Reads an `application/x-www-form-urlencoded` text.
    /// - Throws: `Failure` when a limit is passed or the encoding is wrong.
    public init(decoding bytes: [UInt8], limits: Limits = Limits()) throws(Failure) {
        try self.init(decoding: bytes.span, limits: limits)
    }

    init(decoding bytes: Span<UInt8>, limits: Limits = Limits()) throws(Failure) {
        fields = []
        var start = 0
        while start < bytes.count {
            var end = start
            var equals: Int?
            while end < bytes.count, bytes[end] != UInt8(ascii: "&") {
                if equals == nil, bytes[end] == UInt8(ascii: "=") { equals = end }
                end += 1
            }
            if end > start {
                let name = start..<(equals ?? end)
                let value = equals.map { ($0 + 1)..<end } ?? end..<end
                guard fields.count < limits.fields else { throw .tooManyFields }
                guard name.count <= limits.nameLength, value.count <= limits.valueLength else {
                    throw .tooLong
                }
                guard let name = PercentCoding.decode(bytes.extracting(name), plusIsSpace: true),
                    let value = PercentCoding.decode(bytes.extracting(value), plusIsSpace: true)
                else { throw .badEncoding }
                fields.append(Field(name: name, value: value))
            }
            start = end + 1
        }
    }

    /// The first value of that name, or nil when the form does not have it.
    public subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// Every value of that name, in order.
    public func all(_ name: String) -> [String] {
        fields.compactMap { $0.name == name ? $0.value : nil }
    }

    /// Whether there is no field at all.
    public var isEmpty: Bool { fields.isEmpty }

    /// Adds a field at the end.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// The same form where `name` has this only value, at the place of its first occurrence; none at all for nil.
    public func setting(_ name: String, to value: String?) -> Form {
        var result = Form()
        var pending = value
        for field in fields {
            if field.name != name {
                result.fields.append(field)
            } else if let value = pending {
                result.append(name, value)
                pending = nil
            }
        }
        if let value = pending { result.append(name, value) }
        return result
    }

    /// The form as a query string or a body: space is `+`, the rest is percent-encoded UTF-8.
    public var encoded: String {
        fields.map { field in
            PercentCoding.encode(field.name, keeping: "-._*", spaceAsPlus: true) + "="
                + PercentCoding.encode(field.value, keeping: "-._*", spaceAsPlus: true)
        }.joined(separator: "&")
    }
}

extension Form: ExpressibleByDictionaryLiteral {
    /// `["title": "Constat", "theme": "1", "theme": "2"]`: order and repeated names are kept.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { Field(name: $0.0, value: $0.1) })
    }
}
