import Domain

extension DemonstrationCommunities {
    /// Peers without an insurer: what the pool has is all that there is.
    static let marketPeople = ScriptedCommunity(
        key: "marche-des-deux-rives", name: "Le Marché des deux rives", joinCode: "TRETEAU-6",
        summary: """
            Douze étals qui paient entre eux, sans assureur derrière, ce que le vent casse le samedi matin : un \
            parasol, une balance, une caisse d’œufs.
            """,
        charter: """
            Ce que nous cassons coûte trop peu pour un contrat, et trop pour une seule semaine. Nous mettons donc \
            chacun une petite somme dans un pot, et le pot paie.

            ### Il n’y a personne derrière

            **Aucun assureur ne complète ce pot.** Les demandes de la saison sont payées ensemble, à la clôture. Si \
            le pot ne suffit pas, chacun reçoit la même proportion de ce qu’il a demandé, et nous le disons.

            ### Ce que nous nous promettons

            - Une photo du parasol cassé, pas du parasol d’à côté.
            - Lester à quatre coins, pas à deux.
            - Prêter son étal de secours.
            """,
        members: [
            ScriptedMembership("marijo", as: "Les œufs"),
            ScriptedMembership("rene", as: "Les poires tapées"),
            ScriptedMembership("volt", as: "L’affûteur"),
            ScriptedMembership("violette", as: "Le miel"),
            ScriptedMembership("colette", as: "La mercerie"),
            ScriptedMembership("plateau", as: "Le brebis sec"),
            ScriptedMembership("gaston", as: "Les volailles"),
            ScriptedMembership("tilleul", as: "Les plants"),
            ScriptedMembership("depuis88", as: "Les livres"),
            ScriptedMembership("nadia", as: "Les olives"),
            ScriptedMembership("olivier", as: "Les huîtres"),
            ScriptedMembership("benoit", as: "Le café moulu"),
        ])
}

extension DemonstrationFunds {
    private static let market = "marche-des-deux-rives"

    /// A small fee for keeping the accounts; the rest is the pool, which pays up to 600 €.
    private static let marketRules = FundRules(
        feeBps: 500, insurerBps: 0, perClaimPoolLimit: 60_000, coverLimit: 60_000, backing: .none)

    /// What each stall puts in for the season, in cents.
    private static let season: [(String, Int64)] = [
        ("marijo", 7_500), ("rene", 5_000), ("volt", 5_000), ("violette", 7_500), ("colette", 6_000),
        ("plateau", 9_000), ("gaston", 9_000), ("tilleul", 7_500), ("depuis88", 5_000), ("nadia", 8_000),
        ("olivier", 9_000), ("benoit", 7_500),
    ]

    private static func stall(_ by: String, _ at: Moment, _ act: ScriptedFundAct.Act) -> ScriptedFundAct {
        ScriptedFundAct(community: market, by: by, at: at, act: act)
    }

    /// A season with a gale in it: the pool is too short, and all get the same proportion.
    static let peers: [ScriptedFundAct] = [
        stall("yves", .before(days: 372), .open(marketRules, daysAgo: 372, expected: 6_000)),
        stall("yves", .before(days: 365), .contributions(season)),
        stall("yves", .before(days: 118), .claim("marijo", gross: 34_200, .breakage)),
        stall("yves", .before(days: 117), .claim("nadia", gross: 42_050, .breakage)),
        stall("yves", .before(days: 116), .claim("tilleul", gross: 51_990, .breakage)),
        stall("yves", .before(days: 64), .claim("benoit", gross: 18_900, .theft)),
        stall("yves", .before(days: 6, hours: 4), .step(.closing)),
        stall("yves", .before(days: 6, hours: 3), .step(.proposed)),
        stall("claire", .before(days: 5), .step(.validated)),
        stall("yves", .before(days: 2), .step(.paid)),
    ]
}
