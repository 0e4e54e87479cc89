/// Members who vote and read but do not speak, named by a thing and a place so that any number of them can be made.
enum QuietPeople {
    static let things: [String] = [
        "Merle", "Mésange", "Pommier", "Galet", "Lavoir", "Girouette", "Passerelle",
        "Noisetier", "Péniche", "Ruche", "Grillon", "Sureau", "Belvédère", "Tourterelle",
        "Moulin", "Églantine", "Lézard", "Buis", "Martinet", "Fougère",
    ]

    static let places: [String] = [
        "du quai", "du plateau", "de la rue Basse", "du vieux pont", "des Halles",
        "du faubourg", "de la gare", "du verger", "des Carmes", "du lavoir", "de la colline",
        "du port",
    ]

    /// The pseudonym of quiet member `index` (from 0). The first 240 have no number; all are different.
    static func pseudonym(_ index: Int) -> String {
        let thing = things[index % things.count]
        let place = places[(index / things.count + index % things.count) % places.count]
        let round = index / (things.count * places.count)
        return round == 0 ? "\(thing) \(place)" : "\(thing) \(place) \(round + 1)"
    }
}
