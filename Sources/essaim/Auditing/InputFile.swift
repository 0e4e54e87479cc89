import Domain
import FoundationEssentials

/// A JSON file that somebody wrote, read strictly.
enum InputFile {
    /// Reads a file.
    /// - Throws: a `ConfigurationFault` that says in one line what is wrong, and where.
    static func read<Content: Decodable>(_ path: String, as type: Content.Type) throws -> Content {
        do {
            return try JSONDecoder().decode(type, from: try data(in: path))
        } catch let error as DecodingError {
            throw ConfigurationFault("\(path): \(sentence(error))")
        }
    }

    /// Reads a table of events.
    /// - Throws: a `ConfigurationFault` that says how many lines are wrong, and what is in the first.
    static func table(_ path: String) throws -> FundImport {
        let text = String(decoding: try data(in: path), as: UTF8.self)
        do {
            return try FundImport(text)
        } catch {
            let first = error.faults.first.map {
                "line \($0.line), \($0.problem.field): \($0.problem.code.rawValue)"
            }
            let more = error.count > 1 ? " (and \(error.count - 1) more)" : ""
            throw ConfigurationFault("\(path): \(first ?? "nothing to read")\(more)")
        }
    }

    private static func data(in path: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(filePath: path))
        } catch {
            throw ConfigurationFault("cannot read \(path)")
        }
    }

    private static func sentence(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\(place(context.codingPath + [key])) is missing"
        case .valueNotFound(_, let context): "\(place(context.codingPath)) has no value"
        case .typeMismatch(let type, let context): "\(place(context.codingPath)) must be \(kind(of: type))"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "is not JSON" : "\(place(context.codingPath)): \(context.debugDescription)"
        @unknown default: "cannot be read"
        }
    }

    private static func kind(of type: any Any.Type) -> String {
        if type is any FixedWidthInteger.Type { return "a whole number" }
        if type == String.self { return "a text" }
        return "\(type)".hasPrefix("Array") ? "a list" : "an object"
    }

    /// `events[3].gross`.
    private static func place(_ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return "it" }
        return path.reduce("") { text, key in
            if let index = key.intValue { return "\(text)[\(index)]" }
            return text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)"
        }
    }
}

/// Any key of an object.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) {
        stringValue = text
    }

    init?(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}

extension KeyedDecodingContainer where Key == AnyKey {
    /// A whole number of 64 bits; `absent`, if that is given and the key is not there.
    func number(_ key: String, absent: Int64? = nil) throws -> Int64 {
        if let absent, !contains(AnyKey(key)) { return absent }
        do {
            return try decode(Int64.self, forKey: AnyKey(key))
        } catch let error as DecodingError {
            throw error
        } catch {
            // A fraction, or too many digits: of these the decoder does not say where they stand.
            throw fault(key, "this is not a whole number of 64 bits")
        }
    }

    func text(_ key: String) throws -> String { try decode(String.self, forKey: AnyKey(key)) }

    /// A word of a closed list.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String) throws -> Word
    where Word.RawValue == String {
        let text = try text(key)
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
            throw fault(key, "“\(text)” is none of \(words)")
        }
        return word
    }

    /// Throws unless all keys are known: what was misspelled must not be passed over.
    func allow(_ known: Set<String>) throws {
        if let unknown = allKeys.map(\.stringValue).filter({ !known.contains($0) }).min() {
            throw fault(unknown, "this is not known here")
        }
    }

    /// What is wrong with the value of a key.
    func fault(_ key: String, _ sentence: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath + [AnyKey(key)], debugDescription: sentence))
    }
}
