public import Domain

/// What an operator decides about one installation.
public struct Settings: Sendable {
    /// Where people reach the site, without a trailing slash: `https://idees.example`.
    public var baseURL: String
    /// The insurer's name.
    public var insurer: String
    /// Where people take a complaint: an address or `mailto:`.
    public var complaintAddress: String
    /// The insurer's time zone, by its IANA name.
    public var timeZone: String
    /// What is looked for in texts before they become public.
    public var textGuard: Guard
    /// From which yearly sums on the statement of rewards says that they have to be looked at.
    public var thresholds: StatementThresholds
    /// Whether templates and files are read again on change, and the gallery is shown.
    public var isDevelopment: Bool
    /// Whether the data is made up and says so on every page.
    public var isDemonstration: Bool
    /// The accounts that a demonstration lends to its visitors.
    public var trial: Trial?

    public init(
        baseURL: String, insurer: String = "Mutuelle des Tilleuls",
        complaintAddress: String = "mailto:reclamations@tilleuls.example", timeZone: String = "Europe/Paris",
        textGuard: Guard = Guard(), thresholds: StatementThresholds = StatementThresholds(),
        isDevelopment: Bool = false, isDemonstration: Bool = false,
        trial: Trial? = nil
    ) {
        self.baseURL = baseURL
        self.insurer = insurer
        self.complaintAddress = complaintAddress
        self.timeZone = timeZone
        self.textGuard = textGuard
        self.thresholds = thresholds
        self.isDevelopment = isDevelopment
        self.isDemonstration = isDemonstration
        self.trial = trial
    }

    /// Whether people reach the site over HTTPS, so that cookies are bound to it.
    public var isSecure: Bool { baseURL.hasPrefix("https://") }
}
