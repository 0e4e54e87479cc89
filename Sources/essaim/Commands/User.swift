import ArgumentParser

/// Accounts, from the machine's side.
struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open accounts from the machine itself.", subcommands: [AddUser.self])
}
