import ArgumentParser
import Domain
import Storage

/// Computes the ledger anew and compares.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compute the ledger anew, and name the first line that is not right.",
        discussion: """
            Replays every line from the first by the rules of the ledger, also while the server runs: the chain of \
            hashes, the sums, the balances. Note the head that it prints; given back with --head at the next audit, \
            it proves that nothing before it was taken away or written anew.

              essaim verify --database essaim.sqlite
              essaim verify --account fund:7:pool --on 2027-12-31
            """)

    @OptionGroup var database: DatabaseOptions
    @Option(
        help: ArgumentHelp(
            "A head that was noted before, which must still be there.", valueName: "line:hash"),
        transform: Self.head)
    var head: LedgerHead?
    @Option(help: ArgumentHelp("Print what is in this account.", valueName: "name"), transform: Self.account)
    var account: [LedgerAccount] = []
    @Option(help: ArgumentHelp("At the end of this day.", valueName: "YYYY-MM-DD"), transform: Self.day)
    var on: Day?

    func run() async throws {
        try database.requireFile()
        let report = try await Store.verifyLedger(
            of: database.database, noted: head, accounts: account, on: on
        ) { lines in
            if Console.showsProgress { Console.progress("\(lines) lines") }
        }
        if Console.showsProgress { Console.progress("", isLast: true) }
        if let fault = report.fault { throw Disappointment("\(database.database): \(fault)") }
        for (place, balance) in report.balances.sorted(by: { $0.key < $1.key }) {
            let aside = balance.held > 0 ? ", of which \(Self.amount(balance.held, place)) set aside" : ""
            Console.say("\(place.account): \(Self.amount(balance.posted, place))\(aside)")
        }
        let count = report.head.seq == 1 ? "1 line" : "\(report.head.seq) lines"
        Console.say("\(count), all is well; the head is \(report.head)")
    }

    private static func amount(_ amount: Int64, _ place: LedgerPlace) -> String {
        place.asset == .euros ? "\(FundExplanation.euros(amount)) EUR" : "\(amount) PTS"
    }

    private static func head(_ text: String) throws -> LedgerHead {
        guard let head = LedgerHead(text) else {
            throw ValidationError("it must be a line and its hash, such as 12:9f86…")
        }
        return head
    }

    private static func account(_ text: String) throws -> LedgerAccount {
        guard let account = LedgerAccount(text) else {
            throw ValidationError("an account has letters, digits and :_./- alone")
        }
        return account
    }

    private static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw ValidationError("it must be a day, such as 2027-12-31") }
        return day
    }
}
