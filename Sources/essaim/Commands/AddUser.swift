public import ArgumentParser
public import Domain
import FoundationEssentials
import Site
import Storage

/// Opens an account, with roles.
struct AddUser: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Open an account, with roles if it is to have some.",
        discussion: """
            The password comes from the variable ESSAIM_PASSWORD, or is asked for without being shown; never from \
            the command line, which other people of the machine can read.

              essaim user add claire@assureur.example --pseudonym "Claire M." --role manager
              essaim user add admin@assureur.example --pseudonym "Étienne V." --administrator
            """)

    @Argument(help: ArgumentHelp("The address with which they sign in.", valueName: "email")) var email:
        String
    @Option(help: ArgumentHelp("The name by which others know them.", valueName: "name"))
    var pseudonym: String
    @Option(
        help: ArgumentHelp(
            "A role for every challenge; can be repeated.", valueName: "role"))
    var role: [Role] = []
    @Flag(help: "May give roles to others and see everything.") var administrator = false
    @Option(help: ArgumentHelp("The language in which they begin: fr or en.", valueName: "language"))
    var language = Language.french
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let registration = Registration(
            email: email, pseudonym: pseudonym, password: try password(), language: language)
        if let problem = registration.problems.first { throw ConfigurationFault(problem.english) }
        let hashing = PasswordHashing()
        let hash = try await hashing.hash(registration.password)
        try await hashing.shutDown()
        let store = try database.open()
        do {
            try await store.migrate()
            try await open(registration, hash: hash, in: store)
        } catch {
            await store.close()
            throw error
        }
        await store.close()
        Console.say("\(registration.pseudonym) can sign in as \(registration.email)")
    }

    private func open(_ registration: Registration, hash: String, in store: Store) async throws {
        let member: MemberID?
        do {
            member = try await store.register(
                registration, passwordHash: hash, isAdministrator: administrator,
                isStaff: administrator || !role.isEmpty, at: .now)
        } catch Refusal.invalid(let problems) {
            throw ConfigurationFault(problems.first?.english ?? "the account is refused")
        }
        guard let member else {
            throw ConfigurationFault("there is an account with the address \(registration.email) already")
        }
        try await store.appoint(member, to: role, at: .now)
    }

    private func password() throws -> String {
        if let given = ProcessInfo.processInfo.environment["ESSAIM_PASSWORD"] { return given }
        guard Console.isInteractive, let typed = Console.secret(asking: "Password: ") else {
            throw ConfigurationFault("no password: set ESSAIM_PASSWORD, or run this where it can be typed")
        }
        guard Console.secret(asking: "Again: ") == typed else {
            throw ConfigurationFault("the two passwords differ")
        }
        return typed
    }
}

extension Role: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

extension Problem {
    /// What has to be mended, for somebody at a terminal.
    fileprivate var english: String {
        let what: String
        switch code {
        case .missing: what = "is missing"
        case .tooShort: what = "has fewer than \(limit ?? 0) characters"
        case .tooLong: what = "has more than \(limit ?? 0) characters"
        case .notAnAddress: what = "is not an address"
        case .notAPseudonym: what = "may only have letters, digits, spaces, dots, hyphens and apostrophes"
        case .taken: what = "is taken"
        default: what = "is not accepted (\(code.rawValue))"
        }
        return "the \(field) \(what)"
    }
}
