/// All template files of a directory, parsed, with the catalogue of their words.
public struct Templates: Sendable {
    private let sources: [String: TemplateSource]
    private let parseProblems: [TemplateProblem]
    let catalogue: Catalogue

    /// Reads every `.html` file below a directory.
    /// - Throws: that a file cannot be read. Malformed tags are reported by ``prepare(pages:frame:)``, together
    ///   with everything else.
    public init(directory: String, catalogue: Catalogue) throws(TemplateProblems) {
        self.init(files: try TemplateFiles.read(directory: directory, ending: ".html"), catalogue: catalogue)
    }

    /// Takes the files by path: `["challenges/show.html": "<h1>{{title}}</h1>"]`.
    public init(files: [String: String], catalogue: Catalogue) {
        var sources: [String: TemplateSource] = [:]
        var problems: [TemplateProblem] = []
        for (path, text) in files where path.hasSuffix(".html") {
            var parser = TemplateParser(name: String(path.dropLast(5)), text: text)
            let source = parser.parse()
            problems += parser.problems
            sources[source.name] = source
        }
        self.sources = sources
        parseProblems = problems
        self.catalogue = catalogue
    }

    /// Compiles the template of every page in every language of the catalogue.
    /// - Parameters:
    ///   - pages: every type of page that will be written.
    ///   - frame: the type of what every layout shows besides the page.
    /// - Returns: the compiled templates.
    /// - Throws: every problem of every template.
    public func prepare<Frame: TemplateData>(
        pages: [any Page.Type], frame: Frame.Type
    ) throws(TemplateProblems) -> TemplateSet<Frame> {
        var problems = parseProblems
        var programs: [TemplateSet<Frame>.Key: Program] = [:]
        var files: Set<String> = []
        var words: Set<String> = []
        for type in pages as [any TemplateData.Type] + [frame] {
            problems += doubledNames(of: type)
        }
        for page in pages {
            for locale in catalogue.locales {
                var compiler = Compiler(sources: sources, catalogue: catalogue, locale: locale)
                let program = compiler.compile(template: page.template, page: page, frame: frame)
                programs[TemplateSet<Frame>.Key(page: ObjectIdentifier(page), locale: locale)] = program
                problems += compiler.problems
                files.formUnion(compiler.usedFiles)
                words.formUnion(compiler.usedWords)
            }
        }
        guard problems.isEmpty else { throw TemplateProblems(problems) }
        return TemplateSet(
            programs: programs, wordsUsed: words,
            unusedFiles: sources.keys.filter { !files.contains($0) }.map { $0 + ".html" }.sorted())
    }

    private func doubledNames(of type: any TemplateData.Type) -> [TemplateProblem] {
        var seen: Set<String> = []
        return type.shape.compactMap { field in
            if seen.insert(field.name).inserted { return nil }
            return TemplateProblem(
                file: "\(type)", line: 0, message: "two fields are called \"\(field.name)\"")
        }
    }
}
