import Foundation
import Testing

@testable import Site

@Suite("Words that Swift code asks for")
struct WordsUsedTests {
    /// What stands between quotes in the sources of the site and begins with the name of a room.
    private struct Literals {
        var whole: Set<String> = []
        /// The beginnings of those of which a part is computed.
        var begun: Set<String> = []

        init() throws {
            let rooms = try FileManager.default.contentsOfDirectory(atPath: Town.home + "/Templates")
            let begin = try Regex<(Substring, Substring)>("\"((?:\(rooms.joined(separator: "|")))\\.[^\"]*)")
            let sources = Town.home + "/Sources/Site"
            for name in try FileManager.default.subpathsOfDirectory(atPath: sources) {
                guard name.hasSuffix(".swift"), !name.hasSuffix("Words.swift"),
                    !name.hasSuffix("WordsUsed.swift")
                else { continue }
                for match in try String(contentsOfFile: sources + "/" + name, encoding: .utf8).matches(
                    of: begin)
                {
                    let text = match.1
                    if let computed = text.firstRange(of: "\\(") {
                        begun.insert(String(text[..<computed.lowerBound]))
                    } else if text.contains(/^[a-z]+\.[A-Za-z0-9.-]+$/), !text.hasSuffix(".sqlite") {
                        whole.insert(String(text))
                    }
                }
            }
        }
    }

    @Test("whole keys are declared, and those declared are in the sources")
    func whole() throws {
        let literals = try Literals()
        let declared = Set(WordsUsed.rooms.flatMap(\.literal))
        #expect(literals.whole.subtracting(declared).sorted() == [], "to declare in the literal of its room")
        #expect(declared.subtracting(literals.whole).sorted() == [], "declared, and asked for by nothing")
    }

    @Test("computed keys belong to a family, and families are in the sources")
    func families() throws {
        let literals = try Literals()
        let declared = Set(WordsUsed.rooms.flatMap(\.families).map(\.prefix))
        #expect(literals.begun.subtracting(declared).sorted() == [], "to declare in the families of its room")
        let unused = declared.subtracting(literals.begun).filter { !$0.hasSuffix(".field.") }
        #expect(unused.sorted() == [], "declared, and asked for by nothing")
    }
}
