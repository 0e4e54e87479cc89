import FoundationEssentials

/// A file of a library of participatory budgets (`.pb`, see pabulib.org): three sections of fields between semicolons,
/// `META`, `PROJECTS` and `VOTES`.
public struct LibraryFile {
    private let meta: LibraryMeta
    private var ideas: [Tally.Entry] = []
    private var titles: [String: String] = [:]
    private var positions: [String: Int] = [:]
    private var ballots: [Ballot] = []

    /// Reads a file. Throws a `FileFault` with the number of the line that cannot be read.
    ///
    /// The seed of the draw, which such files do not have, is `seed`.
    public static func read(_ bytes: [UInt8], seed: String = "") throws(FileFault) -> ReadVote {
        let sections = try LibrarySections(bytes)
        let file = try LibraryFile(sections)
        do {
            let tally = try Tally(
                file.meta.isCumulative || file.meta.isOrdinal ? .tokens : .approvals, ideas: file.ideas,
                ballots: file.ballots,
                terms: .init(
                    seed: seed, budget: file.meta.budget, currencyUnit: file.meta.currencyUnit))
            return ReadVote(title: file.meta.description, tally: tally, titles: file.titles)
        } catch {
            throw FileFault(error.description)
        }
    }

    private init(_ sections: LibrarySections) throws(FileFault) {
        meta = try LibraryMeta(sections)
        try readProjects(sections.projects)
        try readVotes(sections.votes)
        for (name, expected, found) in [
            ("num_projects", meta.projectCount, ideas.count), ("num_votes", meta.voteCount, ballots.count),
        ] {
            if let expected, expected != found {
                throw FileFault("\(name) is \(expected), but there are \(found): the file is not whole")
            }
        }
    }

    private mutating func readProjects(_ table: LibraryTable) throws(FileFault) {
        let (id, cost) = (try table.column("project_id"), try table.column("cost"))
        let name = table.columns["name"]
        for row in table.rows {
            let key = row.fields[id].trimmed
            guard positions[key] == nil else {
                throw FileFault(line: row.line, "project “\(key)” is there twice")
            }
            guard let amount = LibraryMeta.amount(row.fields[cost], unit: meta.currencyUnit) else {
                throw FileFault(line: row.line, "“\(row.fields[cost])” is no cost")
            }
            positions[key] = ideas.count
            ideas.append(Tally.Entry(id: key, cost: amount))
            if let name { titles[key] = row.fields[name].trimmed }
        }
    }

    private mutating func readVotes(_ table: LibraryTable) throws(FileFault) {
        let (voter, vote) = (try table.column("voter_id"), try table.column("vote"))
        let points = meta.isCumulative ? try table.column("points") : nil
        var voters: Set<String> = []
        var votes: [(line: Int, chosen: [Int], points: [Int])] = []
        for row in table.rows {
            guard voters.insert(row.fields[voter]).inserted else {
                throw FileFault(line: row.line, "voter “\(row.fields[voter])” is there twice")
            }
            var chosen: [Int] = []
            for id in Self.list(row.fields[vote]) {
                guard let position = positions[id] else {
                    throw FileFault(line: row.line, "there is no project “\(id)”")
                }
                guard !chosen.contains(position) else {
                    throw FileFault(line: row.line, "project “\(id)” is chosen twice")
                }
                chosen.append(position)
            }
            if meta.isChooseOne, chosen.count > 1 {
                throw FileFault(line: row.line, "more than one project is chosen")
            }
            var given: [Int] = []
            for text in points.map({ Self.list(row.fields[$0]) }) ?? [] {
                guard let number = LibraryMeta.wholeNumber(text), BallotInspector.tokens.contains(number)
                else {
                    throw FileFault(line: row.line, "“\(text)” is no number of points")
                }
                given.append(number)
            }
            guard points == nil || given.count == chosen.count else {
                throw FileFault(line: row.line, "there must be as many points as projects")
            }
            votes.append((row.line, chosen, given))
        }
        let longest = meta.maximumLength ?? votes.map(\.chosen.count).max() ?? 0
        for (line, chosen, given) in votes {
            guard meta.isOrdinal || meta.isCumulative else {
                ballots.append(.approvals(chosen))
                continue
            }
            guard !meta.isOrdinal || chosen.count <= longest else {
                throw FileFault(line: line, "more projects than max_length, which is \(longest)")
            }
            // The first of an ordered vote has as many points as a vote can be long, each later one a point less.
            let worth = meta.isOrdinal ? chosen.indices.map { longest - $0 } : given
            ballots.append(.tokens(zip(chosen, worth).map { .init(idea: $0, value: $1) }))
        }
    }

    /// The elements between commas.
    private static func list(_ field: String) -> [String] {
        field.trimmed.isEmpty
            ? [] : field.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    }
}
