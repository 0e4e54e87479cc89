import HTTP
import Templating

/// Everything that can be found wrong with templates, words, routes and files without serving.
public struct Inspection: Sendable {
    /// One line for each fault; empty if all is well.
    public private(set) var problems: [String] = []
    /// Pages whose templates were checked against the values they are given.
    public let pageCount = App.pages.count
    /// Routes, those of development mode included.
    public let routeCount = App.routes(isDevelopment: true).count
    /// Texts of the interface.
    public private(set) var wordCount = 0
    /// Languages in which each has to be there.
    public private(set) var languageCount = 0

    /// Looks at what lies in `home`.
    /// - Parameters:
    ///   - home: The folder that holds `Templates` and `Public`.
    ///   - timeZone: The insurer's time zone, by its IANA name.
    public init(home: String, timeZone: String) {
        note { _ = try LocalTime(timeZone) }
        note { _ = try StaticFiles(directory: home + "/Public") }
        note { _ = try Router(App.localisedRoutes(isDevelopment: true)) }
        note { _ = try Router(App.localisedRoutes(isDevelopment: false)) }
        note { _ = try Router(App.bareRoutes) }
        do {
            try inspectTemplates(in: home + "/Templates")
        } catch {
            note { throw error }
        }
    }

    private mutating func inspectTemplates(in directory: String) throws {
        let catalogue = try Catalogue(directory: directory)
        wordCount = catalogue.keys.count
        languageCount = catalogue.locales.count
        let templates = try Templates(directory: directory, catalogue: catalogue)
        do {
            let set = try templates.prepare(pages: App.pages, frame: Frame.self)
            let used = set.wordsUsed.union(WordsUsed.all)
            problems += catalogue.problems(usedBy: used).map(\.description)
            problems += set.unusedFiles.map { "\($0): no page uses this template" }
        } catch {
            // Which words and files are used is known only once every template compiles.
            problems += catalogue.problems().map(\.description)
            throw error
        }
    }

    private mutating func note(_ work: () throws -> Void) {
        do {
            try work()
        } catch {
            problems += "\(error)".split(separator: "\n").map(String.init)
        }
    }
}
