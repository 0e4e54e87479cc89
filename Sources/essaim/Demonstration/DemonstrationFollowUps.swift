import Domain

/// What becomes of an idea in the demonstration, written once and brought up to date once.
struct ScriptedFollowUp: Sendable {
    /// The key of its challenge, a slash and its own.
    let idea: String
    /// The key of an employee.
    let by: String
    let team: String
    let at: Moment
    let updatedAt: Moment
    let steps: [Step]

    /// A step; `first` is the day announced at the beginning, if it was put off since.
    struct Step: Sendable {
        let title: String
        var first: Moment?
        let planned: Moment
        var done: Moment?
        var note = ""
    }
}

/// The ideas that the insurer of the demonstration is putting into practice.
enum DemonstrationFollowUps {
    static let all: [ScriptedFollowUp] = [
        ScriptedFollowUp(
            idea: "claims/constat-photo", by: "samia", team: "Application mobile", at: .before(days: 300),
            updatedAt: .before(days: 117),
            steps: [
                .init(
                    title: "Maquette essayée sur un parking, sous la pluie", planned: .before(days: 270),
                    done: .before(days: 274), note: "Douze sociétaires, deux parapluies, aucun croquis."),
                .init(
                    title: "Prise de vue guidée de jour", planned: .before(days: 240),
                    done: .before(days: 243)),
                .init(
                    title: "Prise de vue de nuit", first: .before(days: 180), planned: .before(days: 120),
                    done: .before(days: 119),
                    note: "Deux mois de plus qu’annoncé : les reflets sur la chaussée trompaient le guidage."),
                .init(
                    title: "Ouverture à tous les sociétaires", first: .before(days: 178),
                    planned: .before(days: 118), done: .before(days: 118)),
            ]),
        ScriptedFollowUp(
            idea: "claims/une-seule-fois", by: "samia", team: "Gestion des sinistres",
            at: .before(days: 300), updatedAt: .before(days: 30),
            steps: [
                .init(
                    title: "Compter les questions dont nous avons la réponse", planned: .before(days: 280),
                    done: .before(days: 284), note: "Dix-neuf sur trente et une."),
                .init(
                    title: "Supprimer les douze premières", planned: .before(days: 140),
                    done: .before(days: 140)),
                .init(
                    title: "Remplacer le logiciel des contrats d’avant 2009", first: .before(days: 60),
                    planned: .before(days: 12),
                    note: "La reprise des anciennes adresses est plus longue que prévu."),
                .init(title: "Supprimer les sept dernières questions", planned: .after(days: 75)),
            ]),
        ScriptedFollowUp(
            idea: "claims/langue-des-signes", by: "claire", team: "Relation avec les sociétaires",
            at: .before(days: 310), updatedAt: .before(days: 90),
            steps: [
                .init(
                    title: "Interprétation en visio, le matin", planned: .before(days: 96),
                    done: .before(days: 95)),
                .init(
                    title: "Le dire sur la page d’accueil", planned: .before(days: 92),
                    done: .before(days: 93), note: "Et non dans « accessibilité », comme Nour l’a demandé."),
                .init(title: "Première conseillère qui signe", planned: .after(days: 110)),
            ]),
        ScriptedFollowUp(
            idea: "refunds/trois-lignes", by: "nathalie", team: "Prestations santé", at: .before(days: 40),
            updatedAt: .before(days: 19),
            steps: [
                .init(
                    title: "Faire lire la maquette à quarante sociétaires", planned: .before(days: 22),
                    done: .before(days: 20)),
                .init(title: "Corriger pour les trois autres", planned: .after(days: 9)),
                .init(title: "Envoyer le nouveau décompte à tous", planned: .after(days: 64)),
            ]),
        ScriptedFollowUp(
            idea: "drivers/premier-kilometre", by: "claire", team: "Assurance automobile",
            at: .before(days: 6), updatedAt: .before(days: 5),
            steps: [
                .init(title: "Signer avec onze auto-écoles", planned: .after(days: 30)),
                .init(title: "Ouvrir l’inscription à 300 conducteurs", planned: .after(days: 70)),
                .init(
                    title: "Publier les inscrits et les accrochages", planned: .after(days: 420),
                    note: "Que le résultat soit bon ou non."),
            ]),
    ]
}
