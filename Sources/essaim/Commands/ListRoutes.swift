import ArgumentParser
import Site

/// Lists every address that the site answers.
struct ListRoutes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes",
        abstract: "List every address that the site answers.",
        discussion: "A segment that begins with a colon stands for any value; :language is fr or en.")

    @Flag(help: "With the addresses of development mode.") var development = false

    func run() throws {
        let routes = App.routes(isDevelopment: development)
        let width = routes.map(\.method.count).max() ?? 0
        for route in routes { Console.say(route.method.padded(to: width + 2) + route.pattern) }
    }
}
