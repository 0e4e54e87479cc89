import HTTPTypes

/// Whether the client has the current state of a resource already (RFC 9110 section 13).
enum Condition {
    /// Whether a GET or HEAD that would be answered 200 with these fields is to be answered 304 instead.
    ///
    /// `If-None-Match` decides alone when it is there, by weak comparison; else `If-Modified-Since`. A tag is
    /// recognised in its plain and in its compressed form.
    static func isMet(request: HTTPFields, response: HTTPFields) -> Bool {
        if let wanted = request[.ifNoneMatch] {
            guard let current = response[.eTag].flatMap({ EntityTag.list($0).first }) else { return false }
            return wanted == "*"
                || EntityTag.list(wanted).contains { plain($0.opaque) == plain(current.opaque) }
        }
        guard let since = request[.ifModifiedSince].flatMap({ HTTPDate($0) }),
            let modified = response[.lastModified].flatMap({ HTTPDate($0) })
        else { return false }
        return modified <= since
    }

    /// The fields of a 304: those of the 200 without what describes the bytes that are not sent.
    static func trim(_ fields: inout HTTPFields) {
        let hasTag = fields.contains(.eTag)
        fields.removeAll { field in
            switch field.name {
            case .contentType, .contentEncoding, .contentLanguage, .contentLength, .contentRange,
                .contentDisposition:
                true
            case .lastModified: hasTag
            default: false
            }
        }
    }

    private static func plain(_ opaque: String) -> Substring {
        opaque.hasSuffix(Compression.tagSuffix)
            ? opaque.dropLast(Compression.tagSuffix.count) : Substring(opaque)
    }
}
