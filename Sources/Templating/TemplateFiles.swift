import FoundationEssentials

/// The files below the directory of templates.
enum TemplateFiles {
    /// The texts of all files with an ending, by path below `directory`.
    static func read(directory: String, ending: String) throws(TemplateProblems) -> [String: String] {
        let paths: [String]
        do {
            paths = try FileManager.default.subpathsOfDirectory(atPath: directory)
        } catch {
            let problem = TemplateProblem(file: directory, line: 0, message: "the directory cannot be read")
            throw TemplateProblems([problem])
        }
        var files: [String: String] = [:]
        var problems: [TemplateProblem] = []
        for path in paths where path.hasSuffix(ending) {
            let bytes = FileManager.default.contents(atPath: directory + "/" + path)
            if let bytes, let text = String(validating: bytes, as: UTF8.self) {
                files[path] = text
            } else {
                problems.append(
                    TemplateProblem(file: path, line: 0, message: "the file cannot be read as UTF-8"))
            }
        }
        if !problems.isEmpty { throw TemplateProblems(problems) }
        return files
    }
}
