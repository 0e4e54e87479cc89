public import ArgumentParser
import Domain
import FoundationEssentials
public import HTTP
public import Logging
import Site
import Storage

/// Which database.
struct DatabaseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The database's file.", valueName: "file")) var database = "essaim.sqlite"

    /// Opens the file, and creates it if there is none; it is not migrated.
    ///
    /// Throws a `ConfigurationFault` if it cannot be used.
    func open(anonymity: Anonymity = .usual) throws -> Store {
        do {
            return try Store(path: database, anonymity: anonymity)
        } catch let failure as StorageFailure {
            throw ConfigurationFault("cannot use the database \(database): \(failure.message)")
        }
    }

    /// Throws a `ConfigurationFault` unless the file is there already.
    func requireFile() throws {
        guard FileManager.default.fileExists(atPath: database) else {
            throw ConfigurationFault("there is no database \(database)")
        }
    }
}

/// Where templates and files are.
struct HomeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that holds Templates and Public.", valueName: "folder"))
    var home = "."

    /// Throws a `ConfigurationFault` unless both folders are there.
    func requireFolders() throws {
        for folder in ["Templates", "Public"] {
            var isDirectory = false
            let path = home + "/" + folder
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory else {
                throw ConfigurationFault(
                    "there is no folder \(path): --home must be the folder that holds Templates and Public")
            }
        }
    }
}

/// What an insurer says about its installation.
struct SiteOptions: ParsableArguments {
    @OptionGroup var home: HomeOptions

    @Option(
        help: ArgumentHelp(
            """
            Where people reach the site, such as https://idees.example; links and feeds begin with it. (default: the \
            address listened on)
            """, valueName: "address"),
        transform: BaseAddress.init)
    var baseURL: BaseAddress?

    @Option(help: ArgumentHelp("The insurer's time zone, by its IANA name.", valueName: "zone"))
    var timeZone = "Europe/Paris"

    @Option(help: ArgumentHelp("The insurer's name.", valueName: "name"))
    var insurer = DemonstrationInsurer.name

    @Option(
        help: ArgumentHelp(
            "Where people take a complaint, which is not an idea: an address or mailto:.",
            valueName: "address"))
    var complaints = "mailto:" + DemonstrationInsurer.complaintsEmail

    @Option(
        help: ArgumentHelp(
            """
            What contract numbers look like, so that people are warned before they publish one: A is any letter, 9 any \
            digit, all else itself; several are parted by commas.
            """, valueName: "pattern"),
        transform: ContractPatterns.init)
    var contractPattern = ContractPatterns.demonstration

    @Option(
        help: ArgumentHelp(
            """
            From which sum a year on the rewards of one person are marked in the yearly statement, in euros by status: \
            client=0,employee=200,partner=2400. (default: none)
            """, valueName: "thresholds"),
        transform: RewardThresholds.init)
    var rewardThresholds: RewardThresholds?

    @Option(
        help: ArgumentHelp(
            "How many people there must be at least behind every figure about a group, from \(Anonymity.least) up.",
            valueName: "people"),
        transform: Anonymity.parse)
    var fewestPeople = Anonymity.usual

    @Flag(help: "Read templates and files again when they change, and show the gallery.")
    var development = false

    /// What the site is told, if it is reached at `address` unless the options say otherwise.
    func settings(at address: String, isDemonstration: Bool) -> Settings {
        Settings(
            baseURL: baseURL?.text ?? address, insurer: insurer, complaintAddress: complaints,
            timeZone: timeZone, textGuard: Guard(contracts: contractPattern.list),
            thresholds: rewardThresholds?.value ?? StatementThresholds(), isDevelopment: development,
            isDemonstration: isDemonstration,
            trial: isDemonstration ? DemonstrationStaff.trial : nil)
    }
}

/// The beginning of every address of a site: scheme, host, perhaps a port.
struct BaseAddress: Sendable {
    /// Without a slash at the end.
    let text: String

    /// Throws `ValidationError` unless `text` is such a beginning and nothing more.
    init(_ text: String) throws {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let scheme = ["https://", "http://"].first(where: trimmed.lowercased().hasPrefix) else {
            throw ValidationError("it must begin with https:// or http://")
        }
        let authority = trimmed.dropFirst(scheme.count)
        let fine =
            !authority.isEmpty && !authority.hasPrefix(":")
            && authority.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"/?#@\\\"<>".utf8.contains($0) }
        guard fine else { throw ValidationError("it must be a scheme and a host, without path") }
        let port = authority.split(separator: "]").last.flatMap { $0.split(separator: ":").dropFirst().last }
        if let port, UInt16(port) == nil { throw ValidationError("its port is not a port") }
        self.text = scheme + authority
    }
}

/// What contract numbers look like.
struct ContractPatterns: Sendable {
    let list: [ContractPattern]

    /// Those of the demonstration's insurer.
    static let demonstration = ContractPatterns(
        list: (try? ContractPattern.list(DemonstrationInsurer.contractPattern)) ?? [])

    private init(list: [ContractPattern]) {
        self.list = list
    }

    /// Throws `ValidationError` unless every one of them is a pattern.
    init(_ text: String) throws {
        do throws(ContractPattern.Fault) {
            list = try ContractPattern.list(text)
        } catch {
            switch error {
            case .unknownCharacter(let character):
                throw ValidationError(
                    "“\(character)” cannot stand in a pattern: use A for letters, 9 for digits, hyphens")
            case .tooFewDigits: throw ValidationError("it must have four digits (9) at least")
            case .tooLong: throw ValidationError("it must have 40 characters at most")
            }
        }
    }
}

extension Anonymity {
    /// Throws `ValidationError` unless `text` is a number that protects.
    static func parse(_ text: String) throws -> Anonymity {
        guard let fewest = Int(text), let anonymity = Anonymity(fewest: fewest), fewest <= 1_000 else {
            throw ValidationError("it must be a number from \(least) to 1000")
        }
        return anonymity
    }
}

/// A port to listen on.
struct Port {
    let number: Int

    /// Throws `ValidationError` unless it is from 0 to 65535.
    static func parse(_ text: String) throws -> Int {
        guard let number = UInt16(text) else { throw ValidationError("it must be from 0 to 65535") }
        return Int(number)
    }
}

extension AddressRange: ExpressibleByArgument {
    /// An IP address, or a block such as `10.0.0.0/8`.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
