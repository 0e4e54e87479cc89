extension ReadableText {
    /// Phone numbers of persons: French ones (01 to 07 and 09) and international ones. Short numbers and those of
    /// services (08) are no personal data.
    func phoneNumbers() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < count {
            if let end = internationalNumber(from: position) ?? nationalNumber(from: position) {
                found.append(position..<end)
                position = end
            } else {
                position += 1
            }
        }
        return found
    }

    /// Groups of digits from `start` on, parted by what `gap` allows, `limit` digits at most.
    private func groups(from start: Int, limit: Int, gap: (Int) -> Bool) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var position = start
        var digits = 0
        while isDigit(position) {
            var end = position
            while isDigit(end) { end += 1 }
            digits += end - position
            guard digits <= limit else { break }
            groups.append(position..<end)
            position = end
            if gap(position), isDigit(position + 1) { position += 1 }
        }
        return groups
    }

    // MARK: French numbers

    /// How people group the ten digits.
    private static let nationalShapes: Set<[Int]> = [
        [10], [2, 2, 2, 2, 2], [2, 8], [4, 2, 2, 2], [4, 3, 3], [2, 4, 4], [2, 2, 3, 3], [2, 3, 3, 2],
        [1, 9], [4, 6],
        [1, 1, 2, 2, 2, 2], [3, 3, 4],
    ]

    private func nationalNumber(from start: Int) -> Int? {
        guard isDigit(start), digit(start) == 0, !isLetterOrDigit(start - 1), !continuesNumber(start) else {
            return nil
        }
        // One sign parts all groups: `01/02/2024 10` is a date with its hour.
        let separator = (start..<min(start + 5, count)).first { !isDigit($0) }.map { scalars[$0] }
        let groups = groups(from: start, limit: 10) { position in
            guard position < count, let separator, scalars[position] == separator else { return false }
            return isGap(position) || separator == "/"
        }
        guard let end = groups.last?.upperBound, !isLetter(end) else { return nil }
        let digits = groups.flatMap { $0.map(digit) }
        let shape = groups.map(\.count)
        guard digits.count == 10, !isDigit(end), Self.isSubscriber(digits[1]),
            Self.nationalShapes.contains(shape)
        else { return nil }
        let isPlain = shape == [2, 2, 2, 2, 2] || shape == [10]
        if !isPlain, separator == "/" || (isGap(start - 1) && isDigit(start - 2)) { return nil }
        if isSequence(digits) || (shape == [10] && isNamedAsReference(before: start)) { return nil }
        return end
    }

    private static func isSubscriber(_ digit: Int) -> Bool { (1...7).contains(digit) || digit == 9 }

    /// Whether the digits belong to a number that began before, such as decimals.
    private func continuesNumber(_ start: Int) -> Bool {
        guard start >= 2, ",.".unicodeScalars.contains(scalars[start - 1]) else { return false }
        return isDigit(start - 2)
    }

    /// Whether the pairs count upwards: `01 02 03 04 05` are departments, or the lines of a form.
    private func isSequence(_ digits: [Int]) -> Bool {
        let pairs = stride(from: 0, to: 10, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
        return zip(pairs, pairs.dropFirst()).allSatisfy { $1 - $0 == 1 }
    }

    private static let references: Set<String> = [
        "commande", "facture", "dossier", "reference", "ref", "suivi", "colis", "serie", "ticket", "article",
        "siret", "siren", "devis", "produit", "code", "lot", "envoi", "order", "invoice", "serial",
        "tracking",
    ]

    /// Whether one of the three words before says that this is the number of a thing.
    private func isNamedAsReference(before start: Int) -> Bool {
        var words: [String] = []
        var end = start
        while words.count < 3, end > max(0, start - 40) {
            while end > 0, !isLetter(end - 1), !".!?\n".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
            guard end > 0, isLetter(end - 1) else { break }
            var begin = end
            while isLetter(begin - 1) { begin -= 1 }
            words.append(String(decoding: folded[begin..<end], as: UTF8.self))
            end = begin
        }
        return !Self.references.isDisjoint(with: words)
    }

    // MARK: International numbers

    private static let countries: Set<String> = [
        "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "90",
        "212", "213", "216", "221", "223", "224", "225", "226", "227", "228", "229", "237", "240", "241",
        "242",
        "243", "261", "262", "269", "351", "352", "353", "376", "377", "508", "590", "594", "596", "687",
        "689",
    ]

    private func internationalNumber(from start: Int) -> Int? {
        var position = start
        if scalars[start] == "+" {
            position += 1
        } else if isDigit(start), isDigit(start + 1), digit(start) == 0, digit(start + 1) == 0,
            !isLetterOrDigit(start - 1), !continuesNumber(start)
        {
            position += 2
            if isBlank(position) { position += 1 }
        } else {
            return nil
        }
        if isBlank(position) { position += 1 }
        guard isDigit(position), digit(position) != 0 else { return nil }
        var first = groups(from: position, limit: 15, gap: isGap)
        // `+33 (0)6 12 34 56 78`: the national zero is written, and not dialled.
        var dropped = 0
        if let end = first.last?.upperBound, let zero = bracketedZero(from: end) {
            dropped = first.count
            first += groups(from: zero, limit: 15, gap: isGap)
        }
        return endOfNumber(first, bracketAfter: dropped, hasSign: scalars[start] == "+")
    }

    /// The place after `(0)` and the blanks around it.
    private func bracketedZero(from start: Int) -> Int? {
        var position = start
        if isBlank(position) { position += 1 }
        guard position + 2 < count, scalars[position] == "(", scalars[position + 1] == "0",
            scalars[position + 2] == ")"
        else { return nil }
        position += 3
        if isBlank(position) { position += 1 }
        return isDigit(position) ? position : nil
    }

    private func endOfNumber(_ groups: [Range<Int>], bracketAfter: Int, hasSign: Bool) -> Int? {
        let digits = groups.flatMap { $0.map(digit) }
        guard !groups.isEmpty, digits.count >= 3 else { return nil }
        let code = [3, 2].map { digits.prefix($0).map(String.init).joined() }.first(
            where: Self.countries.contains)
        if code == "33" {
            // What follows the nine digits is another number.
            let zero = digits[2] == 0 ? 1 : 0
            var wanted = 11 + zero
            guard digits.count >= wanted, Self.isSubscriber(digits[2 + zero]) else { return nil }
            for group in groups {
                wanted -= group.count
                if wanted == 0 { return group.upperBound }
                if wanted < 0 { return nil }
            }
            return nil
        }
        guard (9...15).contains(digits.count), let end = groups.last?.upperBound, !isLetter(end) else {
            return nil
        }
        let isNorthAmerican = digits[0] == 1 && digits.count == 11 && digits[1] > 1
        guard code != nil || isNorthAmerican, hasSign || code != nil else { return nil }
        let isAmount = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
        if isAmount, bracketAfter == 0, isFollowedByUnit(end) { return nil }
        return isAmount && isNorthAmerican ? nil : end
    }

    private func isFollowedByUnit(_ end: Int) -> Bool {
        var position = end
        if isBlank(position) { position += 1 }
        guard position < count else { return false }
        if "€$£%".unicodeScalars.contains(scalars[position]) { return true }
        var last = position
        while isLetter(last) { last += 1 }
        return ["euros", "euro", "habitants", "personnes", "km", "d", "de"].contains(
            String(decoding: folded[position..<last], as: UTF8.self))
    }
}
