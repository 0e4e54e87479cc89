import Crypto

/// What an insurer knows of policyholders, from a table that somebody exported: all of it, or none and what has to be
/// mended line by line.
///
/// The first line names the columns, in any order and in French or English: `email`, `product`, `region`, `agency`.
/// Somebody with several contracts has several lines.
public struct PortfolioFile: Hashable, Sendable {
    /// By the form under which addresses are compared.
    public let holdings: [String: Set<Holding>]

    /// Lines that were read, without the first.
    public let lineCount: Int

    /// What is wrong with a table.
    public struct Rejection: Error, Hashable, Sendable {
        /// The first of them, in the order of the lines.
        public let faults: [LineFault]
        /// How many there are in all.
        public let count: Int
        /// The most that are listed.
        public static let mostListed = 100
    }

    /// What has to be mended in one field of a line; the problem's field is the column.
    public struct LineFault: Hashable, Sendable {
        /// Counted from 1, as editors do.
        public let line: Int
        public let problem: Problem
    }

    /// The most lines of one table.
    public static let mostLines = 20_000
    /// The most characters of a product, a region, an agency.
    public static let longestValue = 60

    /// A column, with the names that it may bear.
    public enum Column: String, CaseIterable, Sendable {
        case email
        case product
        case region
        case agency

        init?(named name: String) {
            switch name.lowercased() {
            case "email", "e-mail", "courriel", "adresse": self = .email
            case "product", "produit": self = .product
            case "region", "région": self = .region
            case "agency", "agence": self = .agency
            default: return nil
            }
        }
    }

    /// Reads a table.
    public init(_ text: String) throws(Rejection) {
        let table = TableText(text)
        let head = table.lines.first?.fields ?? []
        let columns = head.map(Column.init(named:))
        var faults = Column.allCases.filter { !columns.contains($0) }.map {
            LineFault(line: 1, problem: Problem(field: $0.rawValue, code: .missing))
        }
        if Set(columns.compactMap(\.self)).count < columns.count {
            faults.append(LineFault(line: 1, problem: Problem(field: "head", code: .unknownChoice)))
        }
        let lines = table.lines.dropFirst()
        if lines.count > Self.mostLines {
            faults.append(
                LineFault(
                    line: 1, problem: Problem(field: "head", code: .outOfRange, limit: Self.mostLines)))
        }
        guard faults.isEmpty else { throw Rejection(faults: faults, count: faults.count) }
        guard !lines.isEmpty else {
            throw Rejection(
                faults: [LineFault(line: 2, problem: Problem(field: "email", code: .missing))], count: 1)
        }

        var holdings: [String: Set<Holding>] = [:]
        var spellings: [String: String] = [:]
        for line in lines {
            var values: [Column: String] = [:]
            for (column, text) in zip(columns, line.fields) { if let column { values[column] = text } }
            var problems = [EmailAddress.problem(in: values[.email] ?? "")].compactMap(\.self)
            if line.fields.count > head.count { problems.append(Problem(field: "head", code: .wrong)) }
            for column in Column.allCases.dropFirst() where (values[column] ?? "").count > Self.longestValue {
                problems.append(
                    Problem(field: column.rawValue, code: .tooLong, limit: Self.longestValue))
            }
            // Two spellings that differ only in case are one value: the first that is met.
            func value(_ column: Column) -> String {
                let text = values[column] ?? ""
                let key = "\(column.rawValue) \(text.lowercased())"
                if let known = spellings[key] { return known }
                spellings[key] = text
                return text
            }
            let holding = Holding(
                product: value(.product), region: value(.region), agency: value(.agency))
            if holding == Holding() { problems.append(Problem(field: "product", code: .missing)) }
            faults += problems.map { LineFault(line: line.number, problem: $0) }
            holdings[EmailAddress.key(values[.email] ?? ""), default: []].insert(holding)
        }
        guard faults.isEmpty else {
            throw Rejection(faults: Array(faults.prefix(Rejection.mostListed)), count: faults.count)
        }
        self.holdings = holdings
        lineCount = lines.count
    }
}

/// An address as it is kept where its owner has no account: a keyed digest, from which the address cannot be read.
public struct AddressDigest: Hashable, Sendable {
    /// 32 bytes: HMAC-SHA-256 (RFC 2104) of the address' UTF-8 bytes, in the form under which addresses are compared.
    public let bytes: [UInt8]

    /// - Parameter key: The database's own secret.
    public init(of address: String, key: [UInt8]) {
        bytes = Array(
            HMAC<SHA256>.authenticationCode(
                for: Array(EmailAddress.key(address).utf8), using: SymmetricKey(data: key)))
    }
}
