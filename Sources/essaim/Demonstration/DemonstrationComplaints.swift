import Domain

/// A complaint that somebody wrote in the form of an idea.
struct ScriptedComplaint: Sendable {
    let challenge: String
    let by: String
    let at: Moment
    let title: String
    let text: String
    var acknowledgedAt: Moment?
}

/// What people were dissatisfied with, said where ideas are asked for.
enum DemonstrationComplaints {
    static let all: [ScriptedComplaint] = [
        ScriptedComplaint(
            challenge: "box", by: "rene", at: .before(days: 74, hours: 3, minutes: 18),
            title: "Ma cotisation a augmenté sans un mot",
            text: """
                Onze pour cent en janvier, et pour toute explication une ligne de chiffres. J’ai écrit deux fois à \
                l’agence. Je demande le détail du calcul et un geste.
                """,
            acknowledgedAt: .before(days: 69, hours: 1)),
        ScriptedComplaint(
            challenge: "box", by: "fatou", at: .before(days: 19, hours: 8, minutes: 2),
            title: "Sinistre du 3 : toujours pas d’expert",
            text: """
                Une fuite chez le voisin du dessus, le plafond de la chambre est à refaire. On m’a promis un expert \
                sous une semaine. J’attends encore une date.
                """),
        ScriptedComplaint(
            challenge: "box", by: "pervenche", at: .before(days: 5, hours: 10, minutes: 47),
            title: "Attestation scolaire impossible à télécharger",
            text: """
                Le bouton tourne sans fin depuis la rentrée. L’école la demande chaque semaine, et le téléphone \
                renvoie au site.
                """,
            acknowledgedAt: .before(days: 3, hours: 2)),
    ]
}
