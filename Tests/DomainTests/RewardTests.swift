import Domain
import Testing

@Suite struct RewardTests {
    private static let sum = RewardOffer(kind: .prize, cents: 120_000, nature: "800 euros, puis 400 euros")
    private static let visit = RewardOffer(kind: .invitation, cents: nil, nature: "Une visite de l’atelier")

    @Test(
        "what was announced is proposed as it stands only to those who need not share it",
        arguments: [
            (sum, 0, 1, sum), (sum, 0, 2, RewardOffer(kind: .prize, cents: nil, nature: "")),
            (sum, 1, 1, RewardOffer(kind: .prize, cents: nil, nature: "")), (visit, 0, 3, visit),
            (visit, 1, 2, RewardOffer(kind: .invitation, cents: nil, nature: "")),
        ])
    func proposal(announced: RewardOffer, granted: Int, winners: Int, expected: RewardOffer) {
        #expect(announced.proposal(granted: granted, winners: winners) == expected)
    }
}
