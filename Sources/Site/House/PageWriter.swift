import Logging
import Synchronization
import Templating

/// Writes pages from their structs, with templates that were all checked at start.
final class PageWriter: Sendable {
    private let directory: String
    private let reloads: Bool
    private let current: Mutex<TemplateSet<Frame>>
    private let words: Mutex<Catalogue>

    /// Throws `TemplateProblems` with everything that is wrong in templates and words.
    init(directory: String, reloads: Bool) throws {
        self.directory = directory
        self.reloads = reloads
        let (set, catalogue) = try Self.load(directory)
        current = Mutex(set)
        words = Mutex(catalogue)
    }

    var catalogue: Catalogue { words.withLock { $0 } }

    private static func load(_ directory: String) throws -> (TemplateSet<Frame>, Catalogue) {
        let catalogue = try Catalogue(directory: directory)
        let templates = try Templates(directory: directory, catalogue: catalogue)
        return (try templates.prepare(pages: App.pages, frame: Frame.self), catalogue)
    }

    /// The bytes of `page` in `frame`. Throws if the page is not among those that were prepared.
    func write(_ page: some Page, in frame: Frame, locale: Catalogue.Locale) throws(TemplateProblem)
        -> [UInt8]
    {
        if reloads, let (set, catalogue) = try? Self.load(directory) {
            current.withLock { $0 = set }
            words.withLock { $0 = catalogue }
        }
        return try current.withLock { $0 }.render(page, frame: frame, locale: locale)
    }
}
