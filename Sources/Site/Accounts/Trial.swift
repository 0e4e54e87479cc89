/// What a demonstration lends to its visitors: accounts of which everybody knows the password.
public struct Trial: Sendable {
    /// The password of them all.
    public let password: String
    public let accounts: [Account]

    public init(password: String, accounts: [Account]) {
        self.password = password
        self.accounts = accounts
    }

    /// One of them.
    public struct Account: Sendable {
        public let email: String
        public let purpose: Purpose

        public init(email: String, purpose: Purpose) {
            self.email = email
            self.purpose = purpose
        }
    }

    /// What can be tried with an account.
    public enum Purpose: String, CaseIterable, Sendable {
        case policyholder
        case manager
        case moderator
        case juror
        case rewardOfficer
        case administrator
    }
}
