/// Every page's template, compiled and checked against the page's type: immutable, shared by all requests.
public struct TemplateSet<Frame: TemplateData>: Sendable {
    struct Key: Hashable {
        let page: ObjectIdentifier
        let locale: Catalogue.Locale
    }

    private let programs: [Key: Program]
    /// The keys of the catalogue which the templates use.
    public let wordsUsed: Set<String>
    /// Template files which no page uses, by path.
    public let unusedFiles: [String]

    init(programs: [Key: Program], wordsUsed: Set<String>, unusedFiles: [String]) {
        self.programs = programs
        self.wordsUsed = wordsUsed
        self.unusedFiles = unusedFiles
    }

    /// Writes a page in a language.
    /// - Throws: ``TemplateProblem`` if the page's type was not among those prepared.
    public func render<P: Page>(
        _ page: P, frame: Frame, locale: Catalogue.Locale
    ) throws(TemplateProblem) -> Sheet {
        guard let program = programs[Key(page: ObjectIdentifier(P.self), locale: locale)] else {
            throw TemplateProblem(
                file: P.template + ".html", line: 0,
                message: "\(P.self) was not prepared in \(locale.rawValue)")
        }
        return program.run(page: page, frame: frame)
    }
}
