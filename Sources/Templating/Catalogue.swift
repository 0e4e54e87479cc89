/// Every text of the interface, in every language, by key: `voting.support`.
///
/// `Templates/voting/fr.words` holds the lines `support = Soutenir` (the key is then `voting.support`). Keys that
/// end in `.one` and `.other` (and perhaps `.zero`) are the plural of one key, chosen by the argument `count`.
/// A key that ends in `.html` holds markup; all others are plain text.
public struct Catalogue: Sendable {
    /// What fills a placeholder when Swift code asks for a text.
    public enum Argument: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case text(String)
        /// Digits are grouped as the language wants.
        case number(Int)

        public init(stringLiteral text: String) { self = .text(text) }
        public init(integerLiteral number: Int) { self = .number(number) }
    }

    /// The languages that were loaded.
    public let locales: [Locale]
    private var entries: [Locale: [String: Entry]] = [:]

    /// Loads `fr.words`, `en.words` of every room below a directory.
    /// - Throws: every malformed line and doubled key, or that a file cannot be read.
    public init(directory: String, locales: [Locale] = Locale.allCases) throws(TemplateProblems) {
        try self.init(files: TemplateFiles.read(directory: directory, ending: ".words"), locales: locales)
    }

    /// Takes the files by path: `["voting/fr.words": "support = Soutenir"]`.
    /// - Throws: every malformed line and doubled key.
    public init(files: [String: String], locales: [Locale] = Locale.allCases) throws(TemplateProblems) {
        self.locales = locales
        var problems: [TemplateProblem] = []
        for locale in locales {
            var phrases: [String: Phrase] = [:]
            for (path, text) in files.sorted(by: { $0.key < $1.key }) {
                let parts = path.split(separator: "/")
                guard parts.last == "\(locale.rawValue).words" else { continue }
                let words = WordsFile(file: path, room: parts.dropLast().joined(separator: "."), text: text)
                problems += words.problems
                for line in words.lines {
                    let problem: String?
                    if phrases[line.key] != nil {
                        problem = "\"\(line.key)\" is given twice"
                    } else if let phrase = Phrase(line.text) {
                        phrases[line.key] = phrase
                        problem = nil
                    } else {
                        problem = "a placeholder of \"\(line.key)\" is malformed: {name}, or \\{ for a brace"
                    }
                    if let problem {
                        problems.append(TemplateProblem(file: path, line: line.number, message: problem))
                    }
                }
            }
            entries[locale] = Catalogue.entries(of: phrases)
        }
        if !problems.isEmpty { throw TemplateProblems(problems) }
    }

    private static func entries(of phrases: [String: Phrase]) -> [String: Entry] {
        var entries = phrases.mapValues(Entry.plain)
        for (key, one) in phrases where key.hasSuffix(".one") {
            let family = String(key.dropLast(4))
            guard let other = phrases[family + ".other"] else { continue }
            entries[family] = .plural(zero: phrases[family + ".zero"], one: one, other: other)
            entries[family + ".zero"] = nil
            entries[family + ".one"] = nil
            entries[family + ".other"] = nil
        }
        return entries
    }

    /// The keys that have a text in at least one language, sorted; a plural is one key.
    public var keys: [String] {
        Set(entries.values.flatMap(\.keys)).sorted()
    }

    func entry(_ key: String, _ locale: Locale) -> Entry? {
        entries[locale]?[key]
    }

    /// The text of `key` with its placeholders filled; nothing is escaped.
    ///
    /// A key without text comes back itself, so that a page is never lost to a word: declare the keys which Swift
    /// code uses to ``problems(usedBy:)`` and the platform will not start without them.
    public func text(_ key: String, locale: Locale, _ arguments: [String: Argument] = [:]) -> String {
        let phrase: Phrase
        switch entry(key, locale) {
        case .plain(let plain)?: phrase = plain
        case .plural(let zero, let one, let other)?:
            guard case .number(let count)? = arguments["count"] else { return key }
            switch locale.pluralForm(of: count) {
            case _ where count == 0 && zero != nil: phrase = zero ?? other
            case .one: phrase = one
            case .other: phrase = other
            }
        case nil: return key
        }
        var text = ""
        for piece in phrase.pieces {
            switch piece {
            case .text(let literal): text += literal
            case .placeholder(let name):
                switch arguments[name] {
                case .text(let argument)?: text += argument
                case .number(let number)?: text += locale.grouped(number)
                case nil: text += "{\(name)}"
                }
            }
        }
        return text
    }

    /// What is wrong with the catalogue as a whole: keys missing in a language, placeholders that differ between
    /// languages, keys that `used` names and nobody wrote, and keys that nobody uses.
    /// - Parameter used: the keys used by templates (``TemplateSet/wordsUsed``) and by Swift code. Nil leaves
    ///   out the question of use.
    /// - Returns: what is wrong, sorted; nothing if all is well.
    public func problems(usedBy used: Set<String>? = nil) -> [TemplateProblem] {
        var problems: [TemplateProblem] = []
        func report(_ key: String, _ message: String) {
            let room = key.split(separator: ".").dropLast().first.map { "\($0)/" } ?? ""
            problems.append(TemplateProblem(file: "\(room)*.words", line: 0, message: message))
        }
        for key in keys {
            let found = locales.compactMap { locale in entry(key, locale).map { (locale, $0) } }
            for locale in locales where entry(key, locale) == nil {
                report(key, "\"\(key)\" has no text in \(locale.rawValue)")
            }
            if Set(found.map(\.1.placeholders)).count > 1 {
                let lists = found.map {
                    "\($0.rawValue): \($1.placeholders.sorted().joined(separator: ", "))"
                }
                report(
                    key,
                    "\"\(key)\" has other placeholders in other languages (\(lists.joined(separator: "; ")))")
            }
            if let used, !used.contains(key) { report(key, "\"\(key)\" is used by nothing") }
        }
        for key in (used ?? []).subtracting(keys).sorted() {
            report(key, "\"\(key)\" is used and has no text")
        }
        return TemplateProblems(problems).all
    }
}
