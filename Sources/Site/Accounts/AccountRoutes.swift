import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Accounts: coming, going, and what is one's own.
    static let accountRoutes: [Route<Action>] = signInRoutes
}

extension FormBuilder {
    /// The field for an address of an account.
    func email(_ value: String) -> FieldView {
        text("email", kind: "email", value: value, maximum: 254, autocomplete: "username")
    }

    /// A field for a password, which is never sent back.
    func password(_ name: String, isNew: Bool) -> FieldView {
        text(
            name, kind: "password", value: "", hint: isNew,
            autocomplete: isNew ? "new-password" : "current-password")
    }
}
