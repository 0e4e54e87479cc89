/// The readable end of an address, made from a title: `Les besoins des étudiants` → `les-besoins-des-etudiants`.
public enum Slug {
    /// Lower-case ASCII letters, digits and single hyphens, at most `limit` characters, cut between words.
    /// A title without a single such character gives an empty slug.
    public static func make(from title: String, limit: Int = 60) -> String {
        var words: [String] = []
        var word = ""
        for scalar in title.unicodeScalars {
            let folded = fold(scalar)
            if folded.isEmpty {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word += folded
            }
        }
        if !word.isEmpty { words.append(word) }

        var slug = ""
        for word in words {
            let joined = slug.isEmpty ? word : slug + "-" + word
            guard joined.utf8.count <= limit else { break }
            slug = joined
        }
        return slug.isEmpty ? String((words.first ?? "").prefix(limit)) : slug
    }

    /// The ASCII letters or digits for which `scalar` stands, or nothing if it parts words.
    private static func fold(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "0"..."9": String(scalar)
        case "A"..."Z": scalar.properties.lowercaseMapping
        case "à", "á", "â", "ã", "ä", "å", "À", "Á", "Â", "Ã", "Ä", "Å": "a"
        case "ç", "Ç": "c"
        case "è", "é", "ê", "ë", "È", "É", "Ê", "Ë": "e"
        case "ì", "í", "î", "ï", "Ì", "Í", "Î", "Ï": "i"
        case "ñ", "Ñ": "n"
        case "ò", "ó", "ô", "õ", "ö", "ø", "Ò", "Ó", "Ô", "Õ", "Ö", "Ø": "o"
        case "ù", "ú", "û", "ü", "Ù", "Ú", "Û", "Ü": "u"
        case "ý", "ÿ", "Ý", "Ÿ": "y"
        case "œ", "Œ": "oe"
        case "æ", "Æ": "ae"
        case "ß": "ss"
        default: ""
        }
    }
}
