extension ReadableText {
    /// E-mail addresses, also those written with “(at)” or “arobase”.
    func emailAddresses() -> [Range<Int>] {
        var found: [Range<Int>] = []
        for position in 0..<count {
            guard let sign = signOfAddress(at: position) else { continue }
            var start = sign.lowerBound
            while isLocalPart(start - 1) { start -= 1 }
            while start < sign.lowerBound, !isLetterOrDigit(start) { start += 1 }
            guard start < sign.lowerBound,
                let end = endOfDomain(from: sign.upperBound, inWords: sign.count > 1)
            else { continue }
            // A word before “arobase” is parted from it by a blank.
            found.append(start..<end)
        }
        return found.map { $0 }
    }

    /// `@`, or what people write instead of it, with the blanks around; nil if there is none at `position`.
    private func signOfAddress(at position: Int) -> Range<Int>? {
        if scalars[position] == "@" { return position..<(position + 1) }
        for sign in ["(at)", "[at]", "(arobase)", "[arobase]", " arobase "] {
            let length = sign.unicodeScalars.count
            guard position + length <= count, position > 0 else { continue }
            let matches = zip(sign.unicodeScalars, position..<(position + length)).allSatisfy { sign, place in
                sign == " " ? isBlank(place) : scalars[place].properties.lowercaseMapping == String(sign)
            }
            guard matches else { continue }
            var lower = position
            var upper = position + length
            if isBlank(lower - 1) { lower -= 1 }
            if isBlank(upper) { upper += 1 }
            return lower..<upper
        }
        return nil
    }

    private func isLocalPart(_ position: Int) -> Bool {
        isLetterOrDigit(position)
            || (position >= 0 && position < count && "._%+-".unicodeScalars.contains(scalars[position]))
    }

    /// The end of `exemple.fr`, or in words of `exemple point fr`; nil if no domain begins at `start`.
    private func endOfDomain(from start: Int, inWords: Bool) -> Int? {
        var position = start
        while isLetterOrDigit(position)
            || (position < count && ".-".unicodeScalars.contains(scalars[position]))
        {
            position += 1
        }
        while position > start, !isLetterOrDigit(position - 1) { position -= 1 }
        if let dot = (start..<position).last(where: { scalars[$0] == "." }) {
            let ending = (dot + 1)..<position
            return dot > start && ending.count >= 2 && ending.allSatisfy(isLetter) ? position : nil
        }
        guard inWords, position > start,
            let point = word("point", after: position) ?? word("dot", after: position)
        else { return nil }
        var end = point
        while isLetter(end) { end += 1 }
        return end - point >= 2 ? end : nil
    }

    /// The place after `word` and the blanks around it; nil if it does not stand there.
    private func word(_ word: String, after position: Int) -> Int? {
        guard isBlank(position) else { return nil }
        let letters = Array(word.utf8)
        let start = position + 1
        guard start + letters.count < count, Array(folded[start..<(start + letters.count)]) == letters,
            isBlank(start + letters.count)
        else { return nil }
        return start + letters.count + 1
    }
}
