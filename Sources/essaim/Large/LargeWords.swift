/// French sentences put together by chance: they read like ideas from afar, and have about as many
/// words as people use, which is what measuring needs.
enum LargeWords {
    static let wishes = [
        "Prévenir", "Expliquer", "Simplifier", "Partager", "Réparer plutôt que remplacer", "Rendre lisible",
        "Récompenser", "Accompagner", "Mieux suivre", "Ne plus demander deux fois", "Traduire", "Comparer",
        "Garder", "Prêter", "Vérifier ensemble", "Raccourcir", "Annoncer à l’avance", "Montrer",
    ]
    static let things = [
        "le décompte de soins", "la franchise", "le constat à l’amiable", "les devis", "l’attestation",
        "le carnet d’entretien", "la visite de prévention", "le détecteur d’eau", "les délais",
        "le premier appel", "les photos du sinistre", "le contrat des jeunes", "la garantie vélo",
        "le retour à la maison", "l’échéancier", "les mots du contrat", "la liste des réparateurs",
        "la toiture", "le chauffe-eau", "le dossier du proche",
    ]
    static let circumstances = [
        "avant l’hiver", "depuis le téléphone", "pour les étudiants", "entre voisins", "en une page",
        "sans papier", "à la campagne", "après un déménagement", "pour ceux qui travaillent la nuit",
        "dès le premier jour", "quand on est seul", "pour les petites communes", "pendant les travaux",
        "une fois par an", "avec le médecin", "au printemps",
    ]
    /// Where people write from: words that few texts have, as every real collection has many.
    static let towns = [
        "Abbeville", "Agen", "Albi", "Alès", "Amiens", "Angers", "Annecy", "Arras", "Aubagne", "Aurillac",
        "Auxerre",
        "Avignon", "Bayonne", "Beauvais", "Belfort", "Besançon", "Béziers", "Blois", "Bordeaux", "Bourges",
        "Brest",
        "Brive", "Caen", "Cahors", "Calais", "Carcassonne", "Castres", "Chambéry", "Chartres", "Cholet",
        "Clermont",
        "Colmar", "Compiègne", "Concarneau", "Dax", "Dieppe", "Dijon", "Dole", "Douai", "Draguignan",
        "Dunkerque",
        "Épinal", "Évreux", "Foix", "Fougères", "Fréjus", "Gap", "Granville", "Grasse", "Grenoble", "Guéret",
        "Hyères",
        "Issoire", "Istres", "Langres", "Lannion", "Laon", "Laval", "Lens", "Lille", "Limoges", "Lisieux",
        "Lorient",
        "Lunéville", "Lyon", "Mâcon", "Manosque", "Marseille", "Martigues", "Maubeuge", "Mende", "Metz",
        "Millau",
        "Montauban", "Montélimar", "Morlaix", "Moulins", "Mulhouse", "Nancy", "Nantes", "Narbonne", "Nevers",
        "Nice",
        "Nîmes", "Niort", "Orange", "Orléans", "Pau", "Périgueux", "Perpignan", "Poitiers", "Pontivy",
        "Privas",
        "Quimper", "Redon", "Reims", "Rennes", "Roanne", "Rodez", "Rouen", "Saintes", "Saumur", "Sedan",
        "Sens", "Sète",
        "Soissons", "Strasbourg", "Tarbes", "Thiers", "Toulon", "Toulouse", "Tours", "Troyes", "Tulle",
        "Valence",
        "Vannes", "Verdun", "Vesoul", "Vichy", "Vienne", "Vierzon", "Vitré", "Voiron",
    ]
    /// What people say in the demonstration, sentence by sentence: a word is about as rare as where people write.
    static let sentences = sentences(in: ideas.map(\.text))
    /// What they answer each other there.
    static let remarks = sentences(in: ideas.flatMap(\.comments).flatMap { [$0] + $0.replies }.map(\.text))
    /// How ideas are called there.
    static let titles = ideas.map(\.title)
    static let reasons = [
        "L’idée est simple et utile à beaucoup : nous la mettons en œuvre avant la fin de l’année.",
        "Nous ne la retenons pas : un service équivalent existe, et nous le ferons mieux connaître.",
        "Nous l’étudions avec les agences ; la réponse définitive sera publiée sur cette page.",
        "Le coût dépasserait ce qu’elle épargne aux assurés ; nous gardons le besoin en mémoire.",
    ]

    private static let ideas = DemonstrationWorld.challenges.flatMap(\.ideas)

    static func title(_ chance: inout Chance) -> String {
        guard chance.below(4) == 0 else { return "\(chance.one(of: titles)), \(chance.one(of: towns))" }
        return "\(chance.one(of: wishes)) \(chance.one(of: things)) \(chance.one(of: circumstances))"
    }

    static func text(_ chance: inout Chance) -> String {
        let said = (0..<(2 + chance.below(6))).map { _ in chance.one(of: sentences) }.joined(separator: " ")
        return chance.below(3) == 0 ? "À \(chance.one(of: towns)). \(said)" : said
    }

    static func remark(_ chance: inout Chance) -> String {
        (0..<(1 + chance.below(2))).map { _ in chance.one(of: remarks) }.joined(separator: " ")
    }

    /// Whole sentences, as long as people write them.
    private static func sentences(in texts: [String]) -> [String] {
        texts.flatMap { text in
            text.replacing("\n", with: " ").split(separator: ". ").map { sentence in
                sentence.last.map { ".?!»".contains($0) } == true ? String(sentence) : "\(sentence)."
            }
        }
    }
}
