import HTTP
import Synchronization
import Templating

/// Writes pages from their structs, with templates that were all checked at start.
final class PageWriter: Sendable {
    private let directory: String
    private let reloads: Bool
    private let current: Mutex<TemplateSet<Frame>>
    private let words: Mutex<Catalogue>
    private let stamp: Mutex<FolderStamp?>

    /// Throws `TemplateProblems` with everything that is wrong in templates and words.
    init(directory: String, reloads: Bool) throws {
        self.directory = directory
        self.reloads = reloads
        stamp = Mutex(reloads ? try FolderStamp(of: directory) : nil)
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

    /// `page` in `frame`, on a sheet. Throws if the page is not among those that were prepared.
    func write(_ page: some Page, in frame: Frame, locale: Catalogue.Locale) throws(TemplateProblem)
        -> Sheet
    {
        if reloads { reloadIfChanged() }
        return try current.withLock { $0 }.render(page, frame: frame, locale: locale)
    }

    /// Reads everything again if a file has changed since the last time. What is wrong then stays out, and the pages as
    /// they were before stay in: the error is seen at the next start, or by `essaim check`.
    private func reloadIfChanged() {
        guard let found = try? FolderStamp(of: directory) else { return }
        let isChanged = stamp.withLock { known in
            defer { known = found }
            return known != found
        }
        guard isChanged, let (set, catalogue) = try? Self.load(directory) else { return }
        current.withLock { $0 = set }
        words.withLock { $0 = catalogue }
    }
}
