import Domain

/// A ranking in French.
struct FrenchRanking: RankingWords {
    let figures: Figures

    static let grades = ["À rejeter", "Insuffisant", "Passable", "Assez bien", "Bien", "Très bien"]

    func heading(_ ranking: Ranking, ballots: Int) -> String {
        """
        Méthode \(ranking.method)/\(ranking.version), \(figures.counted(ballots, "bulletin", "bulletins")), \
        empreinte \(ranking.digest)
        """
    }

    func root(_ root: Fingerprint) -> String { "Racine des bulletins \(root)" }

    func sentence(_ place: Ranking.Place, facts: Facts, above: Facts?) -> String {
        switch facts {
        case .approval(let facts):
            return """
                Soutenue par \(figures.whole(facts.supports)) des \
                \(figures.counted(facts.exposures, "personne", "personnes")) à qui elle a été montrée\u{202F}; avec \
                autant de lecteurs, sa vraie part est d’au moins \(figures.percentAtLeast(facts.lowerBound)) neuf fois sur dix.
                """ + missing(place.gap)
        case .tokens(let facts):
            let people = figures.counted(facts.givers, "personne", "personnes")
            return figures.counted(facts.tokens, "jeton", "jetons") + " de \(people)."
                + missing(place.gap)
        case .grades(let facts): return sentence(facts, above: above)
        case .duels(let facts):
            return """
                \(figures.counted(facts.wins, "duel gagné", "duels gagnés")) sur \(figures.whole(facts.duels))\u{202F}; \
                elle gagnerait \(figures.percent(facts.winShare)) de ses duels contre une autre idée tirée au sort \
                (±\(figures.decimal(facts.winShareMargin * 100, 1))). Force \(figures.decimal(facts.strength, 6)), \
                erreur type \(figures.decimal(facts.standardError, 3)).
                """
        case .shares(let facts): return sentence(facts, place.gap)
        case .score(let facts):
            return """
                Score \(figures.whole(facts.score)), coût \(figures.money(Double(facts.cost))), il restait \
                \(figures.money(Double(facts.left)))\u{A0}: \(place.isWinner ? "prise" : "ne tient plus").
                """
        case .jury(let facts): return sentence(facts)
        }
    }

    private func missing(_ gap: Gap?) -> String {
        guard let needed = gap?.needed, needed > 0 else { return "" }
        return " Il lui en manque \(figures.whole(needed)) pour rejoindre l’idée placée avant."
    }

    private func sentence(_ facts: Facts.Grades, above: Facts?) -> String {
        guard let median = facts.median else { return "Personne ne lui a donné de mention." }
        var text = "Mention majoritaire «\u{A0}\(Self.grades[median])\u{A0}»\u{202F}; \(gauge(facts))"
        if case .grades(let lead) = above, let better = lead.median {
            text +=
                better == median
                ? "\u{202F}; l’idée placée avant a"
                : "\u{202F}; l’idée placée avant a «\u{A0}\(Self.grades[better])\u{A0}»,"
            let total = Double(lead.counts.reduce(0, +))
            text +=
                " \(figures.percent(Double(lead.above) / total)) et \(figures.percent(Double(lead.below) / total))"
        }
        let counts = zip(Self.grades, facts.counts).reversed().map { "\($0) \(figures.whole($1))" }
        return "\(text). \(counts.joined(separator: ", "))."
    }

    private func gauge(_ facts: Facts.Grades) -> String {
        let total = Double(facts.counts.reduce(0, +))
        return """
            \(figures.percent(Double(facts.above) / total)) la jugent au-dessus, \
            \(figures.percent(Double(facts.below) / total)) au-dessous
            """
    }

    private func sentence(_ facts: Facts.Shares, _ gap: Gap?) -> String {
        let own = """
            Coût \(figures.money(Double(facts.cost))), \(figures.counted(facts.supporters, "soutien", "soutiens"))
            """
        if let round = facts.round, let votes = facts.effectiveVotes, let price = facts.highestPayment {
            return """
                \(own)\u{202F}; financée au tour \(round) avec \(figures.decimal(votes, 2)) voix effectives, chacun \
                payant au plus \(figures.money(price)) de sa part de \(figures.money(facts.share)).
                """
        }
        let left = "\(own), à qui il reste \(figures.money(facts.moneyLeft)) ensemble"
        guard let needed = gap?.needed else { return left + "." }
        return """
            \(left)\u{202F}; \(figures.counted(needed, "soutien de plus, dont la part de", "soutiens de plus, dont la part de")) \
            \(figures.money(facts.share)) serait encore entière, \(needed < 2 ? "l’aurait" : "l’auraient") financée.
            """
    }

    private func sentence(_ facts: Facts.Jury) -> String {
        let aside =
            facts.recusals == 0 ? "" : " \(figures.counted(facts.recusals, "récusation", "récusations"))."
        guard let raw = facts.raw, let adjusted = facts.adjusted else { return "Aucune note." + aside }
        let leniencies = facts.scores.map { figures.decimal($0.leniency, 2) }.joined(separator: " · ")
        let scores = facts.scores.map { figures.decimal($0.score, 2) }.joined(separator: " · ")
        return """
            Notes \(scores)\u{A0}: moyenne \(figures.decimal(raw, 2))\u{202F}; indulgence de ses jurés \(leniencies)\u{202F}; \
            moyenne ajustée \(figures.decimal(adjusted, 2)). C’est la moyenne \
            \(facts.isAdjusted ? "ajustée" : "brute") qui classe.
            """ + aside
    }

    func tie(_ others: [String]) -> String {
        "À égalité avec \(figures.ideas(others))\u{202F}; l’ordre entre elles est celui du tirage publié."
    }

    func sentence(_ step: Step) -> String? {
        switch step {
        case .shared(let amount, let voters):
            "Enveloppe de \(figures.money(Double(amount))) partagée entre \(figures.counted(voters, "votant", "votants"))."
        case .raised(let units):
            "Chaque part a ensuite été augmentée de \(figures.money(Double(units * figures.unit)))."
        case .stopped(let cost):
            """
            Avec \(figures.money(Double(figures.unit))) de plus par part, les idées choisies auraient coûté \
            \(figures.money(Double(cost))), plus que l’enveloppe.
            """
        case .drawn(let ideas): "À égalité exacte, le tirage a choisi la première de \(figures.ideas(ideas))."
        case .agreed(let ordinal, let interval):
            """
            Accord du jury, alpha de Krippendorff\u{A0}: \(figures.decimal(ordinal, 3)) sur l’ordre des notes, \
            \(figures.decimal(interval, 3)) sur leurs écarts (à partir de 0,8, solide).
            """
        case .bought: nil
        }
    }

    func sentence(_ warning: Warning) -> String {
        let text: String
        switch warning {
        case .noBallots: text = "aucun bulletin."
        case .fewReaders(let ideas, let least):
            text =
                "\(figures.counted(ideas, "idée montrée", "idées montrées")) à moins de \(least) personnes."
        case .fewDuels(let ideas, let least):
            text = "\(figures.counted(ideas, "idée comparée", "idées comparées")) moins de \(least) fois."
        case .separateGroups(let count):
            text = "\(figures.counted(count, "groupe", "groupes")) d’idées jamais comparées entre elles."
        case .separateJurors(let groups):
            text = "\(figures.counted(groups, "groupe", "groupes")) d’idées sans juré commun."
        case .tentativeJury(let alpha):
            text = "le jury ne s’accorde qu’en partie (alpha de Krippendorff \(figures.decimal(alpha, 3)))."
        case .juryDisagrees(let alpha):
            text = "le jury ne s’accorde pas (alpha de Krippendorff \(figures.decimal(alpha, 3)))."
        case .fewJurors(let ideas):
            text = "\(figures.counted(ideas, "idée jugée", "idées jugées")) par moins de trois jurés."
        case .raisesEnded(let count):
            text = "les parts n’ont plus été augmentées après \(figures.whole(count)) essais."
        case .nothingFunded: text = "rien n’a pu être financé."
        }
        return "Attention\u{A0}: " + text
    }

    func beside(_ beside: Ranking.Beside, isSame: Bool) -> String {
        """
        À titre de comparaison\u{A0}: prendre les idées dans l’ordre de leurs soutiens, tant que l’enveloppe suffit, \
        aurait retenu \(isSame ? "les mêmes" : figures.ideas(beside.winners)), pour \
        \(figures.money(Double(beside.cost))).
        """
    }
}
