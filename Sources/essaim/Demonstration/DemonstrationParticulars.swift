import Domain
import Site

/// What one challenge of the demonstration asks with each idea, what people entered, and the files that came with it.
enum DemonstrationParticulars {
    /// The key of the challenge.
    static let challenge = "students"

    static let questions: [Question] = [
        Question(
            kind: .shortText, label: "Où étiez-vous, ou où partez-vous\u{A0}?",
            hint: "Une ville ou un pays suffit."),
        Question(
            kind: .choice, label: "Quand le besoin s’est-il fait sentir\u{A0}?",
            choices: ["Avant le départ", "Sur place", "Au retour"]),
        Question(
            kind: .number, label: "Combien de mois a duré le séjour\u{A0}?", isPublic: false, unit: "mois",
            minimum: Quantity(hundredths: 100), maximum: Quantity(hundredths: 6_000)),
    ]

    /// Answers by the key of the idea, in the order of the questions; empty where nothing was entered.
    static let answers: [String: [String]] = [
        "carte-une-page": ["Gand, en Belgique", "Sur place", "10"],
        "caution-logement": ["Séville", "Avant le départ", "9"],
        "rapatriement-clair": ["Lima", "Sur place", "6"],
        "psy-en-francais": ["Montréal", "Sur place", "12"],
        "attestation-minute": ["Édimbourg", "Avant le départ", ""],
        "avance-frais": ["Lisbonne", "Sur place", "5"],
        "retour-anticipe": ["Dublin", "Au retour", "4,5"],
        "liste-avant-depart": ["", "Avant le départ", ""],
        "stage-responsabilite": ["Turin", "Sur place", "6"],
        "telemedecine-nuit": ["Séoul", "Sur place", "11"],
    ]

    /// Files by the key of the idea.
    static let files: [String: [@Sendable () throws -> AttachmentContent]] = [
        "carte-une-page": [
            {
                try DemonstrationPictures.card(
                    name: "carte une page",
                    description:
                        "Croquis d’une carte : un nom, trois lignes à lire, un numéro de téléphone en gros.")
            },
            {
                DemonstrationPaper.attachment(
                    name: "modèle de carte",
                    lines: [
                        "Une page, une seule", "", "1. Je suis couvert : nom, dates, pays.",
                        "2. Qui paie : l'hopital envoie la facture a la mutuelle.",
                        "3. Qui appeler, jour et nuit, et dans quelle langue.", "",
                        "Au verso : les memes lignes en anglais et en espagnol.",
                    ])
            },
        ],
        "liste-avant-depart": [
            {
                try DemonstrationPictures.list(
                    name: "liste de depart",
                    description: "Croquis d’une liste de six cases à cocher, dont trois sont cochées.")
            }
        ],
    ]

    static let coverAlternative =
        "Un soleil bas derrière des collines bleues, sous la trace pointillée d’un vol."

    /// What comes with the brief.
    static func document() -> AttachmentContent {
        DemonstrationPaper.attachment(
            name: "La formule étudiants actuelle",
            lines: [
                "La formule etudiants, telle qu'elle est aujourd'hui", "",
                "Soins a l'etranger : jusqu'a 300 000 euros, franchise de 30 euros.",
                "Rapatriement : sur decision de notre medecin.",
                "Responsabilite civile : oui, sauf pendant un stage remunere.",
                "Affaires personnelles : 1 500 euros, objets de valeur a part.", "",
                "Document d'illustration, Mutuelle des Tilleuls.",
            ])
    }
}
