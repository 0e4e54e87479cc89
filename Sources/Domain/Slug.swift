/// The readable end of an address, made from a title: `Les besoins des étudiants` → `les-besoins-des-etudiants`.
public enum Slug {
    /// Lower-case ASCII letters, digits and single hyphens, at most `limit` characters, cut between words.
    /// A title without a single such character gives an empty slug.
    public static func make(from title: String, limit: Int = 60) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(limit + 4)
        var lastWordEnd = 0
        var isBetweenWords = false
        for scalar in title.unicodeScalars {
            let folded = fold(scalar)
            guard let first = folded.first else {
                if !slug.isEmpty, !isBetweenWords { lastWordEnd = slug.count }
                isBetweenWords = true
                continue
            }
            if isBetweenWords, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
            isBetweenWords = false
            slug.append(first)
            if let second = folded.second { slug.append(second) }
            if slug.count > limit {
                // A first word that is longer than an address should be is cut where it must.
                slug.removeSubrange((lastWordEnd > 0 ? lastWordEnd : limit)...)
                break
            }
        }
        return String(decoding: slug, as: UTF8.self)
    }

    /// The one or two ASCII letters or digits for which `scalar` stands; none if it parts words.
    static func fold(_ scalar: Unicode.Scalar) -> (first: UInt8?, second: UInt8?) {
        let code = scalar.value
        switch code {
        case 0x61...0x7A, 0x30...0x39: return (UInt8(code), nil)
        case 0x41...0x5A: return (UInt8(code) + 0x20, nil)
        case 0..<0xC0: return (nil, nil)
        default: break
        }
        switch scalar {
        case "à", "á", "â", "ã", "ä", "å", "À", "Á", "Â", "Ã", "Ä", "Å": return (UInt8(ascii: "a"), nil)
        case "ç", "Ç": return (UInt8(ascii: "c"), nil)
        case "è", "é", "ê", "ë", "È", "É", "Ê", "Ë": return (UInt8(ascii: "e"), nil)
        case "ì", "í", "î", "ï", "Ì", "Í", "Î", "Ï": return (UInt8(ascii: "i"), nil)
        case "ñ", "Ñ": return (UInt8(ascii: "n"), nil)
        case "ò", "ó", "ô", "õ", "ö", "ø", "Ò", "Ó", "Ô", "Õ", "Ö", "Ø": return (UInt8(ascii: "o"), nil)
        case "ù", "ú", "û", "ü", "Ù", "Ú", "Û", "Ü": return (UInt8(ascii: "u"), nil)
        case "ý", "ÿ", "Ý", "Ÿ": return (UInt8(ascii: "y"), nil)
        case "œ", "Œ": return (UInt8(ascii: "o"), UInt8(ascii: "e"))
        case "æ", "Æ": return (UInt8(ascii: "a"), UInt8(ascii: "e"))
        case "ß": return (UInt8(ascii: "s"), UInt8(ascii: "s"))
        default: return (nil, nil)
        }
    }
}
