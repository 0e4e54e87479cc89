import Domain

/// A ranking in English.
struct EnglishRanking: RankingWords {
    let figures: Figures

    static let grades = ["Reject", "Poor", "Acceptable", "Fairly good", "Good", "Very good"]

    func heading(_ ranking: Ranking, ballots: Int) -> String {
        """
        Method \(ranking.method)/\(ranking.version), \(figures.counted(ballots, "ballot", "ballots")), \
        digest \(ranking.digest)
        """
    }

    func root(_ root: Fingerprint) -> String { "Root of the ballots \(root)" }

    func sentence(_ place: Ranking.Place, facts: Facts, above: Facts?) -> String {
        switch facts {
        case .approval(let facts):
            return """
                Supported by \(figures.whole(facts.supports)) of the \
                \(figures.counted(facts.exposures, "person", "people")) shown it; with that many readers its true share \
                is at least \(figures.percentAtLeast(facts.lowerBound)) nine times in ten.
                """ + missing(place.gap)
        case .tokens(let facts):
            let people = figures.counted(facts.givers, "person", "people")
            return figures.counted(facts.tokens, "token", "tokens") + " from \(people)." + missing(place.gap)
        case .grades(let facts): return sentence(facts, above: above)
        case .duels(let facts):
            return """
                \(figures.counted(facts.wins, "duel won", "duels won")) of \(figures.whole(facts.duels)); it would win \
                \(figures.percent(facts.winShare)) of its duels against another idea drawn at random \
                (±\(figures.decimal(facts.winShareMargin * 100, 1))). Strength \(figures.decimal(facts.strength, 6)), \
                standard error \(figures.decimal(facts.standardError, 3)).
                """
        case .shares(let facts): return sentence(facts, place.gap)
        case .score(let facts):
            return """
                Score \(figures.whole(facts.score)), cost \(figures.money(Double(facts.cost))), with \
                \(figures.money(Double(facts.left))) left: \(place.isWinner ? "taken" : "no longer fits").
                """
        case .jury(let facts): return sentence(facts)
        }
    }

    private func missing(_ gap: Gap?) -> String {
        guard let needed = gap?.needed, needed > 0 else { return "" }
        return " It lacks \(figures.whole(needed)) to equal the idea above."
    }

    private func sentence(_ facts: Facts.Grades, above: Facts?) -> String {
        guard let median = facts.median else { return "Nobody graded it." }
        var text = "Majority grade “\(Self.grades[median])”; \(gauge(facts))"
        if case .grades(let lead) = above, let better = lead.median {
            text +=
                better == median ? "; the idea above has" : "; the idea above has “\(Self.grades[better])”,"
            let total = Double(lead.counts.reduce(0, +))
            text +=
                " \(figures.percent(Double(lead.above) / total)) and \(figures.percent(Double(lead.below) / total))"
        }
        let counts = zip(Self.grades, facts.counts).reversed().map { "\($0) \(figures.whole($1))" }
        return "\(text). \(counts.joined(separator: ", "))."
    }

    private func gauge(_ facts: Facts.Grades) -> String {
        let total = Double(facts.counts.reduce(0, +))
        return """
            \(figures.percent(Double(facts.above) / total)) graded it above, \
            \(figures.percent(Double(facts.below) / total)) below
            """
    }

    private func sentence(_ facts: Facts.Shares, _ gap: Gap?) -> String {
        let own = """
            Cost \(figures.money(Double(facts.cost))), \(figures.counted(facts.supporters, "supporter", "supporters"))
            """
        if let round = facts.round, let votes = facts.effectiveVotes, let price = facts.highestPayment {
            return """
                \(own); funded in round \(round) with \(figures.decimal(votes, 2)) effective votes, each paying at most \
                \(figures.money(price)) of a share of \(figures.money(facts.share)).
                """
        }
        let left = "\(own), with \(figures.money(facts.moneyLeft)) left together"
        guard let needed = gap?.needed else { return left + "." }
        return """
            \(left); \(figures.counted(needed, "more supporter", "more supporters")) with the whole share of \
            \(figures.money(facts.share)) left would have funded it.
            """
    }

    private func sentence(_ facts: Facts.Jury) -> String {
        let aside = facts.recusals == 0 ? "" : " \(figures.counted(facts.recusals, "recusal", "recusals"))."
        guard let raw = facts.raw, let adjusted = facts.adjusted else { return "No score." + aside }
        let leniencies = figures.list(facts.scores.map { figures.decimal($0.leniency, 2) })
        let scores = figures.list(facts.scores.map { figures.decimal($0.score, 2) })
        return """
            Scores \(scores): mean \(figures.decimal(raw, 2)); its jurors are lenient by \(leniencies); adjusted mean \
            \(figures.decimal(adjusted, 2)). The \(facts.isAdjusted ? "adjusted" : "raw") mean decides.
            """ + aside
    }

    func tie(_ others: [String]) -> String {
        "Equal with \(figures.ideas(others)); the order among them is that of the published draw."
    }

    func sentence(_ step: Step) -> String? {
        switch step {
        case .shared(let amount, let voters):
            "An envelope of \(figures.money(Double(amount))) shared by \(figures.counted(voters, "voter", "voters"))."
        case .raised(let units):
            "Every share was then raised by \(figures.money(Double(units * figures.unit)))."
        case .stopped(let cost):
            """
            With \(figures.money(Double(figures.unit))) more in every share, the chosen ideas would have cost \
            \(figures.money(Double(cost))), more than the envelope.
            """
        case .drawn(let ideas): "Exactly equal, the draw chose the first of \(figures.ideas(ideas))."
        case .agreed(let ordinal, let interval):
            """
            Agreement of the jury, Krippendorff's alpha: \(figures.decimal(ordinal, 3)) on the order of scores, \
            \(figures.decimal(interval, 3)) on their distances (from 0.8 on, solid).
            """
        case .bought: nil
        }
    }

    func sentence(_ warning: Warning) -> String {
        let text: String
        switch warning {
        case .noBallots: text = "no ballots."
        case .fewReaders(let ideas, let least):
            text = "\(figures.counted(ideas, "idea", "ideas")) shown to fewer than \(least) people."
        case .fewDuels(let ideas, let least):
            text = "\(figures.counted(ideas, "idea", "ideas")) compared fewer than \(least) times."
        case .separateGroups(let count):
            text = "\(figures.counted(count, "group", "groups")) of ideas never compared with each other."
        case .separateJurors(let groups):
            text = "\(figures.counted(groups, "group", "groups")) of ideas that share no juror."
        case .tentativeJury(let alpha):
            text = "the jury agrees only in part (Krippendorff's alpha \(figures.decimal(alpha, 3)))."
        case .juryDisagrees(let alpha):
            text = "the jury does not agree (Krippendorff's alpha \(figures.decimal(alpha, 3)))."
        case .fewJurors(let ideas):
            text = "\(figures.counted(ideas, "idea", "ideas")) judged by fewer than three jurors."
        case .raisesEnded(let count):
            text = "shares were raised no further after \(figures.whole(count)) trials."
        case .nothingFunded: text = "nothing could be funded."
        }
        return "Note: " + text
    }

    func beside(_ beside: Ranking.Beside, isSame: Bool) -> String {
        """
        By comparison, taking ideas in the order of their supports as long as the envelope lasts would have chosen \
        \(isSame ? "the same ones" : figures.ideas(beside.winners)), for \(figures.money(Double(beside.cost))).
        """
    }
}
