import HTTPTypes

/// When a body is worth compressing, and who wants it so.
enum Compression {
    /// Below this many bytes a body fits a packet anyway.
    static let smallest = 1_024
    /// What is added to the tag of the compressed form, so that each form has its own strong tag.
    static let tagSuffix = "-gzip"

    /// Whether bytes of that type are text, which gzip makes several times smaller.
    static func suits(_ contentType: String?) -> Bool {
        guard let contentType else { return false }
        let type = contentType.prefix { $0 != ";" && $0 != " " }.lowercased()
        if type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("+json") { return true }
        return ["application/javascript", "application/json", "application/xml"].contains(type)
    }

    /// Whether a client that sent this `Accept-Encoding` prefers gzip to the plain bytes (RFC 9110 section 12.5.3).
    static func prefersGzip(_ acceptEncoding: String?) -> Bool {
        guard let acceptEncoding else { return false }
        var gzip: Double?
        var identity: Double?
        var others: Double?
        for item in acceptEncoding.lowercased().split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            var quality = 1.0
            for part in parts.dropFirst() where part.hasPrefix("q=") {
                quality = Double(part.dropFirst(2)) ?? 0
            }
            switch parts.first {
            case "gzip", "x-gzip": gzip = quality
            case "identity": identity = quality
            case "*": others = quality
            default: break
            }
        }
        let wanted = gzip ?? others ?? 0
        return wanted > 0 && wanted >= identity ?? 0
    }
}
