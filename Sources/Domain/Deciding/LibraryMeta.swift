/// What the section `META` of a library file says of the whole vote.
struct LibraryMeta {
    let description: String
    let budget: Int
    /// 1 if all amounts of the file are whole; 100 if some have decimals, which are then counted in hundredths.
    let currencyUnit: Int
    let isCumulative: Bool
    let isOrdinal: Bool
    let isChooseOne: Bool
    let projectCount: Int?
    let voteCount: Int?
    let maximumLength: Int?

    /// Throws a `FileFault` for a value that cannot be what it should.
    init(_ sections: LibrarySections) throws(FileFault) {
        let values = try Self.values(of: sections.meta)
        func text(_ key: String) throws(FileFault) -> (line: Int, text: String) {
            guard let value = values[key] else { throw FileFault("META has no “\(key)”") }
            return value
        }
        func count(_ key: String) throws(FileFault) -> Int? {
            guard let value = values[key], !value.text.isEmpty else { return nil }
            guard let number = Self.wholeNumber(value.text) else {
                throw FileFault(line: value.line, "“\(value.text)” is no number")
            }
            return number
        }
        let type = try text("vote_type")
        guard ["approval", "choose-1", "cumulative", "ordinal"].contains(type.text) else {
            throw FileFault(line: type.line, "votes of the type “\(type.text)” cannot be read")
        }
        isCumulative = type.text == "cumulative"
        isOrdinal = type.text == "ordinal"
        isChooseOne = type.text == "choose-1"
        let amount = try text("budget")
        let costs = try sections.projects.column("cost")
        let amounts = [amount.text] + sections.projects.rows.map { $0.fields[costs] }
        currencyUnit = amounts.allSatisfy { Self.amount($0, unit: 1) != nil } ? 1 : 100
        guard let budget = Self.amount(amount.text, unit: currencyUnit) else {
            throw FileFault(line: amount.line, "“\(amount.text)” is no budget")
        }
        self.budget = budget
        description = values["description"]?.text ?? ""
        projectCount = try count("num_projects")
        voteCount = try count("num_votes")
        maximumLength = isOrdinal ? try count("max_length") : nil
    }

    private static func values(
        of table: LibraryTable
    ) throws(FileFault) -> [String: (line: Int, text: String)] {
        let (key, value) = (try table.column("key"), try table.column("value"))
        var values: [String: (line: Int, text: String)] = [:]
        for row in table.rows {
            let name = row.fields[key].trimmed
            guard values[name] == nil else { throw FileFault(line: row.line, "“\(name)” is there twice") }
            values[name] = (row.line, row.fields[value].trimmed)
        }
        return values
    }

    /// An amount of money in parts of which `unit`, 1 or 100, make one of the currency; nil if it is none, or would not
    /// be whole. A point or a comma stands before decimals.
    static func amount(_ text: String, unit: Int) -> Int? {
        let parts = text.trimmed.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), let whole = wholeNumber(String(parts[0])) else { return nil }
        let decimals = parts.count == 2 ? String(parts[1].reversed().drop { $0 == "0" }.reversed()) : ""
        guard parts.count == 1 || !parts[1].isEmpty, decimals.isEmpty || unit == 100, decimals.count <= 2
        else {
            return nil
        }
        guard !decimals.isEmpty else { return whole * unit }
        guard let rest = wholeNumber(decimals) else { return nil }
        return whole * unit + (decimals.utf8.count == 1 ? rest * 10 : rest)
    }

    /// A number of one to twelve digits; nil for any other text.
    static func wholeNumber(_ text: String) -> Int? {
        let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isNumber && text.utf8.count <= 12 ? Int(text) : nil
    }
}
