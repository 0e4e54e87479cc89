extension ReadableText {
    /// Passages in which authors tell of their own health, or of that of somebody close: “je suis diabétique”, “ma
    /// chimio”, “mon père a la maladie d’Alzheimer”, “I take insulin”. A condition that is only spoken of (“la mutuelle
    /// rembourse la dialyse”) is no fact about anybody.
    func healthFacts() -> [Range<Int>] {
        let words = words()
        var found: [Range<Int>] = []
        var place = 0
        while place < words.count {
            if let end = HealthGrammar(words: words).fact(at: place) {
                found.append(words[place].range.lowerBound..<words[end].range.upperBound)
                place = end + 1
            } else {
                place += 1
            }
        }
        return found
    }
}

/// How a fact about somebody's health is told: who, a verb, small words, and a condition or a treatment.
private struct HealthGrammar {
    let words: [ReadableText.Word]

    private func word(_ place: Int) -> String {
        guard words.indices.contains(place) else { return "" }
        return words[place].text
    }

    /// Whether `place` belongs to the clause that goes on from the place before.
    private func goesOn(_ place: Int) -> Bool { words.indices.contains(place) && !words[place].opensClause }

    /// The last word of the fact that begins at `place`; nil if none does.
    func fact(at place: Int) -> Int? {
        if isSupposition(before: place) { return nil }
        return ownedFact(at: place) ?? told(at: place)
    }

    /// Whether the words before say that it is only imagined: “si je suis…”, “quand on est…”.
    private func isSupposition(before place: Int) -> Bool {
        let before = [place - 1, place - 2].filter { $0 >= 0 && goesOn($0 + 1) }
        return before.contains { HealthWords.suppositions.contains(word($0)) }
    }

    /// `mon diabète`, `ma deuxième chimio`, `my cancer`.
    private func ownedFact(at place: Int) -> Int? {
        guard HealthWords.possessives.contains(word(place)) else { return nil }
        for next in [place + 1, place + 2] where goesOn(next) {
            if let end = condition(at: next, owned: true) { return end }
            guard HealthWords.adjectives.contains(word(next)) else { return nil }
        }
        return nil
    }

    /// `je suis diabétique`, `on m’a diagnostiqué un cancer`, `ma fille est asthmatique`.
    private func told(at place: Int) -> Int? {
        guard var next = endOfSubject(at: place) else { return nil }
        var hasVerb = false
        var mayBeFor = false
        for _ in 0..<9 where goesOn(next) {
            let word = word(next)
            if hasVerb, let end = condition(at: next, owned: false) { return end }
            if HealthWords.verbs.contains(word) {
                hasVerb = true
            } else if HealthWords.care.contains(word), hasVerb {
                mayBeFor = true
            } else if ["pour", "contre", "for", "against", "with"].contains(word) {
                guard mayBeFor || word == "with" else { return nil }
            } else if !HealthWords.small.contains(word) {
                return nil
            }
            next += 1
        }
        return nil
    }

    /// The place after `je`, `moi`, `on m’a`, `ma mère`; nil if nobody in particular is spoken of.
    private func endOfSubject(at place: Int) -> Int? {
        let word = word(place)
        if ["je", "j", "i"].contains(word) { return place + 1 }
        if word == "on", self.word(place + 1) == "m" { return place + 2 }
        if word == "m", self.word(place + 1) == "a" { return place + 1 }
        if HealthWords.possessives.contains(word), goesOn(place + 1),
            HealthWords.relatives.contains(self.word(place + 1))
        {
            // `ma grand-mère`, `my mother in law`
            return HealthWords.relatives.contains(self.word(place + 2)) ? place + 3 : place + 2
        }
        return nil
    }

    /// The last word of the condition that begins at `place`; nil if none does. Owned ones leave out what a person may
    /// own without being ill (`mon opération` of a bank).
    private func condition(at place: Int, owned: Bool) -> Int? {
        let word = word(place)
        if goesOn(place + 1), HealthWords.pairs.contains("\(word) \(self.word(place + 1))") {
            return place + 1
        }
        if goesOn(place + 2),
            HealthWords.pairs.contains("\(word) \(self.word(place + 1)) \(self.word(place + 2))")
        {
            return place + 2
        }
        if HealthWords.conditions.contains(word) { return place }
        return !owned && HealthWords.states.contains(word) ? place : nil
    }
}
