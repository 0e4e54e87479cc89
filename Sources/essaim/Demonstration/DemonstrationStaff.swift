import Domain
import Site

/// The people who work for the insurer, by function, and the accounts with which a visitor tries each role.
enum DemonstrationStaff {
    static let all: [ScriptedEmployee] = [
        ScriptedEmployee(
            key: "claire", name: "Claire M.", function: "gestion des défis",
            roles: [ScriptedRole(.manager)]),
        ScriptedEmployee(
            key: "hugo", name: "Hugo T.", function: "modération",
            roles: [ScriptedRole(.moderator), ScriptedRole(.juror, of: "refunds")]),
        ScriptedEmployee(
            key: "annesophie", name: "Anne-Sophie L.", function: "jury",
            roles: [ScriptedRole(.juror)]),
        ScriptedEmployee(
            key: "yves", name: "Yves D.", function: "récompenses",
            roles: [ScriptedRole(.rewardOfficer)]),
        ScriptedEmployee(
            key: "etienne", name: "Étienne V.", function: "administration",
            roles: [], isAdministrator: true),
        ScriptedEmployee(
            key: "samia", name: "Samia B.", function: "service sinistres",
            roles: [
                ScriptedRole(.manager, of: "claims"), ScriptedRole(.manager, of: "drivers"),
                ScriptedRole(.moderator, of: "students"), ScriptedRole(.juror, of: "leak"),
                ScriptedRole(.juror, of: "refunds"), ScriptedRole(.juror, of: "carers"),
                ScriptedRole(.juror, of: "walls"),
            ]),
        ScriptedEmployee(
            key: "nathalie", name: "Nathalie R.", function: "service santé",
            roles: [
                ScriptedRole(.manager, of: "refunds"), ScriptedRole(.manager, of: "homecoming"),
                ScriptedRole(.moderator, of: "students"), ScriptedRole(.juror, of: "carers"),
                ScriptedRole(.juror, of: "walls"),
            ]),
        ScriptedEmployee(
            key: "paulhenri", name: "Paul-Henri G.", function: "prévention",
            roles: [
                ScriptedRole(.manager, of: "box"), ScriptedRole(.manager, of: "winter"),
                ScriptedRole(.moderator, of: "service"), ScriptedRole(.juror, of: "refunds"),
                ScriptedRole(.juror, of: "carers"), ScriptedRole(.juror, of: "walls"),
            ]),
    ]

    /// The password of every account of the demonstration.
    static let password = "ruche-en-demonstration"

    static let accounts: [ScriptedAccount] = [
        ScriptedAccount(email: "assure@demo.example", person: "pervenche", purpose: .policyholder),
        ScriptedAccount(email: "gestion@demo.example", person: "claire", purpose: .manager),
        ScriptedAccount(email: "moderation@demo.example", person: "hugo", purpose: .moderator),
        ScriptedAccount(email: "jury@demo.example", person: "annesophie", purpose: .juror),
        ScriptedAccount(email: "recompenses@demo.example", person: "yves", purpose: .rewardOfficer),
        ScriptedAccount(email: "admin@demo.example", person: "etienne", purpose: .administrator),
    ]

    /// The accounts as the page on which one signs in lends them.
    static let trial = Trial(
        password: password, accounts: accounts.map { Trial.Account(email: $0.email, purpose: $0.purpose) })
}
