import ArgumentParser
import Domain
import Storage

/// Puts a real election beside the made-up ones.
struct ImportElection: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at a real election with the site's own pages.",
        discussion: """
            Reads a file of a library of participatory budgets (.pb, see pabulib.org) into the demonstration, as a \
            challenge that is over: its projects are ideas with costs, its voters approve of them, the envelope is \
            shared out equally, and the results are published. Points and ranks count as approvals. Stop the site \
            first: one program at a time writes to a database.

              essaim import-election warsaw.pb --database try.sqlite
            """)

    @Argument(help: ArgumentHelp("The file of the election.", valueName: "file")) var file: String
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let vote: ReadVote
        do {
            vote = try LibraryFile.read(try VoteFile.bytes(of: file))
        } catch let fault as FileFault {
            throw ConfigurationFault("\(file): \(fault)")
        }
        let store = try database.open()
        do {
            try await store.migrate()
            guard try await store.origin() == .demonstration else {
                throw ConfigurationFault(
                    "\(database.database) is not the demonstration: elections of elsewhere are only looked at there"
                )
            }
            let challenge = try await ElectionImport(vote, into: store, at: .now).play()
            Console.say("/fr/challenges/\(challenge)/results")
        } catch {
            await store.close()
            throw error
        }
        await store.close()
    }
}
