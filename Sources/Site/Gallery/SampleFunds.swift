import Domain
import Storage

extension Sample {
    static let funds: [Sample] = [
        Sample("fund-show", .member) { "/communities/\($0.largeCommunity)/fund" },
        Sample("fund-show-small", .member) { "/communities/\($0.community)/fund" },
        Sample("fund-share", .member) { "/communities/\($0.largeCommunity)/fund/1/mine" },
        Sample("fund-letter", .member) { "/communities/\($0.largeCommunity)/fund/1/letter" },
        Sample("fund-share-small", .member) { "/communities/\($0.community)/fund/1/mine" },
        Sample("fund-simulator", .member) { "/communities/\($0.largeCommunity)/fund/simulator" },
        Sample("fund-simulator-tried", .member) {
            "/communities/\($0.largeCommunity)/fund/simulator?members=20&contribution=180&claims=40&cost=300"
        },
        Sample("fund-index", .rewardOfficer) { _ in "/desk/funds" },
        Sample("fund-keep", .rewardOfficer) { "/desk/funds/\($0.community)" },
        Sample("fund-keep-proposed", .manager) { "/desk/funds/\($0.largeCommunity)" },
        Sample(
            "fund-keep-refused", .rewardOfficer,
            form: [("table", "type;member;amount\ncontribute;Personne;vingt\nclaim;La menuisière;40")]
        ) { "/desk/funds/\($0.community)/import" },
        Sample("draw-show") { "/challenges/\($0.voting)/draw" },
        Sample("draw-desk", .manager) { "/desk/challenges/\($0.open)/draw" },
        Sample(
            "draw-desk-refused", .manager, form: [("act", "commit"), ("winners", "0"), ("source", "Loto")]
        ) { "/desk/challenges/\($0.open)/draw" },
        Sample("fund-form", .rewardOfficer) { "/desk/funds/\($0.fundlessCommunity)/new" },
        Sample("fund-form-refused", .rewardOfficer, form: [("feeBps", "120"), ("first", "demain")]) {
            "/desk/funds/\($0.fundlessCommunity)/new"
        },
    ]
}

extension SampleStory {
    /// A fund that is too small for figures, one whose close is proposed, and a community without any.
    func playFunds(of small: CommunityID, _ places: inout SamplePlaces) async throws {
        let keeper = try member(.rewardOfficer)
        _ = try await store.addCommunity(
            slug: "voisins", name: "Les voisins du quai", summary: "Un fonds reste à ouvrir.",
            charter: "On s’aide.", joinCode: "QUAI")
        places.fundlessCommunity = "voisins"
        let large = try await store.addCommunity(
            slug: "velos", name: "Les vélos du pont", summary: "Une quinzaine de cyclistes assurés ensemble.",
            charter: "On attache par le cadre.", joinCode: "PEDALE")
        places.largeCommunity = "velos"
        var riders = [try member(.member)]
        for number in 2...12 {
            let rider = try await store.register(
                Registration(
                    email: "rider\(number)@gallery.example", pseudonym: "Cycliste \(number)",
                    password: "nobody signs in here", language: .french), passwordHash: "none", at: day(-90))
            if let rider { riders.append(rider) }
        }
        for (place, rider) in riders.enumerated() {
            try await store.join(
                large, code: "PEDALE", as: "Rayon \(place + 1)", member: rider, at: day(-80))
        }
        let rules = FundRules(
            feeBps: 1_750, insurerBps: 3_333, perClaimPoolLimit: 15_000, coverLimit: 500_000,
            firstEuro: [ClaimKind.bodily.rawValue], reserveBps: 1_000, reserveCap: 50_000, mode: .claimfree)
        let past = try await open(rules, from: -70, days: 60, of: large)
        for (place, rider) in riders.enumerated() {
            try await book(
                .contribution(FundMember(rider), amount: 10_001 + Int64(place) * 333), past, on: -68)
        }
        for (place, gross) in [Int64(8_950), 17_430].enumerated() {
            try await book(
                .claim(FundMember(riders[place + 3]), gross: gross, kind: ClaimKind.theft.rawValue), past,
                on: Int64(place * 20 - 50))
        }
        for state in [PeriodState.closing, .proposed] {
            try await store.advancePeriod(
                past, by: PeriodRecord.Step(to: state, outstanding: 1_500), member: keeper, at: day(-2))
        }
        try await playPractices(of: riders, in: large, &places)
        let present = try await open(rules, from: -30, days: 365, of: small)
        for person in [SamplePerson.member, .neighbour] {
            try await book(
                .contribution(FundMember(try member(person)), amount: 12_000), present, on: -20)
        }
    }

    private func open(_ rules: FundRules, from first: Int64, days: Int, of community: CommunityID)
        async throws -> PeriodID
    {
        let start = Day(day(first))
        return try await store.openPeriod(
            PeriodPlan(
                rules: rules, first: start, last: Day(number: start.number + days - 1), expectedBps: 2_000),
            of: community, by: member(.rewardOfficer), at: day(first))
    }

    private func book(_ event: FundEvent, _ period: PeriodID, on count: Int64) async throws {
        try await store.book(
            event, in: period, ticket: "\(event)", by: member(.rewardOfficer), at: day(count))
    }
}
