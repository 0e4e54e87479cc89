import ArgumentParser

/// The one program of the platform.
@main struct Essaim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "essaim",
        abstract:
            "Un assureur pose une question, ses assurés répondent : la plateforme d’innovation ouverte.",
        discussion:
            "Every option can also be given as an environment variable: --base-url is ESSAIM_BASE_URL.",
        subcommands: [Serve.self, Seed.self])
}
