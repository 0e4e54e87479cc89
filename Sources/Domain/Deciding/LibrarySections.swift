/// The sections of a library file, as tables of fields.
struct LibrarySections {
    private(set) var meta = LibraryTable(name: "META")
    private(set) var projects = LibraryTable(name: "PROJECTS")
    private(set) var votes = LibraryTable(name: "VOTES")

    /// Throws a `FileFault` if the bytes are not such a file.
    init(_ bytes: [UInt8]) throws(FileFault) {
        var reader = FieldReader(bytes)
        var section: WritableKeyPath<LibrarySections, LibraryTable>?
        var seen: Set<String> = []
        while let row = try reader.next() {
            let first = row.fields[0].trimmed
            if row.fields.dropFirst().allSatisfy(\.trimmed.isEmpty), let next = Self.sections[first] {
                guard seen.insert(first).inserted else {
                    throw FileFault(line: row.line, "the section \(first) is there twice")
                }
                section = next
            } else if let section {
                try self[keyPath: section].add(row)
            } else {
                throw FileFault(line: row.line, "the file must begin with the section META")
            }
        }
        for table in [meta, projects, votes] where table.columns.isEmpty {
            throw FileFault("the section \(table.name) is missing or empty")
        }
    }

    private static var sections: [String: WritableKeyPath<LibrarySections, LibraryTable>] {
        ["META": \.meta, "PROJECTS": \.projects, "VOTES": \.votes]
    }
}

/// One section: a line of names, and lines of fields.
struct LibraryTable {
    let name: String
    /// For each name its position in a row.
    private(set) var columns: [String: Int] = [:]
    private(set) var rows: [FieldReader.Row] = []

    init(name: String) {
        self.name = name
    }

    /// Takes the next line. Lines may end early, if what is missing is empty, and be longer only by empty fields.
    mutating func add(_ row: FieldReader.Row) throws(FileFault) {
        guard !columns.isEmpty else {
            for (position, field) in row.fields.enumerated() where !field.trimmed.isEmpty {
                guard columns.updateValue(position, forKey: field.trimmed) == nil else {
                    throw FileFault(line: row.line, "the column “\(field.trimmed)” is there twice")
                }
            }
            return
        }
        let width = (columns.values.max() ?? 0) + 1
        guard row.fields.dropFirst(width).allSatisfy(\.isEmpty) else {
            throw FileFault(line: row.line, "\(row.fields.count) fields, where there should be \(width)")
        }
        var row = row
        row.fields += [String](repeating: "", count: max(0, width - row.fields.count))
        rows.append(row)
    }

    /// The position of a column. Throws a `FileFault` if there is none of that name.
    func column(_ name: String) throws(FileFault) -> Int {
        guard let position = columns[name] else {
            throw FileFault("the section \(self.name) has no column “\(name)”")
        }
        return position
    }
}
