import Domain
import Storage

extension Sample {
    static let practices: [Sample] = [
        Sample("practices-index", .member) { "/communities/\($0.largeCommunity)/practices" },
        Sample("practices-index-none", .neighbour) { "/communities/\($0.community)/practices" },
        Sample("practices-index-hidden", .moderator) {
            "/communities/\($0.largeCommunity)/practices?show=hidden"
        },
        Sample("practices-show", .member) {
            "/communities/\($0.largeCommunity)/practices/\($0.practice)"
        },
        Sample("practices-show-moderator", .moderator) {
            "/communities/\($0.largeCommunity)/practices/\($0.practice)"
        },
        Sample("practices-show-hidden", .moderator) {
            "/communities/\($0.largeCommunity)/practices/\($0.hiddenPractice)"
        },
        Sample("practices-show-refused", .moderator, form: [("act", "hide"), ("reason", "other")]) {
            "/communities/\($0.largeCommunity)/practices/\($0.practice)/hide"
        },
        Sample("practices-form", .member) { "/communities/\($0.largeCommunity)/practices/new" },
        Sample(
            "practices-form-refused", .member,
            form: [("title", "Oui"), ("does", "Appelez-moi au 06 12 34 56 78."), ("cost", "cher")]
        ) { "/communities/\($0.largeCommunity)/practices/new" },
        Sample(
            "practices-form-caution", .member,
            form: [
                ("title", "Se prévenir entre voisins"),
                ("does", "Appelez-moi au 06 12 34 56 78 avant de partir."),
                ("cost", "gratuit"), ("takes", "Une minute"),
            ]
        ) { "/communities/\($0.largeCommunity)/practices/new" },
        Sample("practices-form-change", .member) {
            "/communities/\($0.largeCommunity)/practices/\($0.practice)/edit"
        },
    ]
}

extension SampleStory {
    /// One that twelve apply, one that few do, and one that moderators took from the list.
    func playPractices(of riders: [MemberID], in community: CommunityID, _ places: inout SamplePlaces)
        async throws
    {
        func propose(_ title: String, _ does: String, cost: Int64, by rider: Int, on date: Int64) async throws
            -> PracticeID
        {
            try await store.proposePractice(
                PracticeContent(
                    title: title, does: does, needs: "Un antivol en U", cost: cost,
                    takes: "Dix secondes de plus"), in: community, by: riders[rider], at: day(date))
        }
        places.practice = try await propose(
            "Attacher le cadre, jamais la roue",
            "Le cadre **et** la roue arrière dans le même U.\n\n- un point fixe, pas un panneau ;\n- à hauteur de genou.",
            cost: 3_490, by: 0, on: -40)
        for (place, rider) in riders.enumerated() {
            try await store.setApplying(
                true, places.practice, of: community, by: rider, at: day(Int64(place) - 39))
        }
        let marked = try await propose(
            "Photographier le numéro du cadre",
            "Une photo, envoyée à soi-même : elle suffit à la gendarmerie.",
            cost: 0, by: 1, on: -12)
        try await store.setApplying(true, marked, of: community, by: riders[2], at: day(-11))
        places.hiddenPractice = try await propose(
            "Ma boutique d’antivols",
            "Dix pour cent de remise pour les membres, dites que vous venez de ma part.",
            cost: 4_900, by: 2, on: -9)
        try await store.judgePractice(
            places.hiddenPractice, of: community, .hide(.advertising, note: ""), by: member(.moderator),
            at: day(-8))
    }
}
