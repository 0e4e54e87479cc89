import ArgumentParser

/// The one program of the platform.
@main struct Essaim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "essaim",
        abstract: "The open-innovation platform of an insurer.",
        discussion: """
            The insurer asks a question, its policyholders answer with ideas, comments and votes; the insurer decides, \
            says why, and grants the reward it announced.

            To try it with made-up data:

              essaim serve --demo

            Every option can also be given as an environment variable: --base-url is ESSAIM_BASE_URL, --demo is \
            ESSAIM_DEMO=1, an option that can be repeated takes a list with commas. What the command line says wins.
            """,
        subcommands: [
            Serve.self, Seed.self, Migrate.self, Check.self, Backup.self, ListRoutes.self, Bench.self,
            Recount.self, ImportElection.self, ComputeFund.self, RecomputeDraw.self, Verify.self, User.self,
        ])

    /// Completes the command line from the environment, runs the command, and says in one line what went wrong.
    static func main() async {
        var options = EnvironmentOptions()
        do {
            let arguments = try options.complete(Array(CommandLine.arguments.dropFirst()), for: Essaim.self)
            var command = try parseAsRoot(arguments)
            if var lasting = command as? any AsyncParsableCommand {
                try await lasting.run()
            } else {
                try command.run()
            }
        } catch {
            Departure.leave(after: error, blaming: options)
        }
    }
}
