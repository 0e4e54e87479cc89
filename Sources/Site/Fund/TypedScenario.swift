import Domain
import HTTP

/// A year as somebody typed it, in whole euros.
struct TypedScenario: Sendable {
    let members: String
    let contribution: String
    let claims: String
    let cost: String

    /// What the query says; what it leaves out is as in the fund itself.
    init(_ query: Form, members: Int, contribution: Int64) {
        let range = FundScenario.memberRange
        let cents = FundScenario.contributionRange
        self.members = query["members"] ?? String(min(max(members, range.lowerBound), range.upperBound))
        self.contribution =
            query["contribution"]
            ?? String(min(max(contribution, cents.lowerBound), cents.upperBound) / 100)
        claims = query["claims"] ?? "10"
        cost = query["cost"] ?? "120"
    }

    /// The year that was meant, or what has to be mended.
    func scenario(under rules: FundRules) -> (scenario: FundScenario?, claims: Int, problems: [Problem]) {
        var problems: [Problem] = []
        func number(_ name: String, _ text: String, _ range: ClosedRange<Int64>) -> Int64 {
            guard let number = Int64(text.trimmed), range.contains(number) else {
                problems.append(
                    Problem(field: name, code: .outOfRange, limit: Int(range.upperBound)))
                return range.lowerBound
            }
            return number
        }
        let people = FundScenario.memberRange
        let counts = FundScenario.claimRange
        let members = number("members", self.members, Int64(people.lowerBound)...Int64(people.upperBound))
        let euros = FundScenario.contributionRange
        let contribution = number(
            "contribution", self.contribution, euros.lowerBound / 100...euros.upperBound / 100)
        let claims = number("claims", self.claims, Int64(counts.lowerBound)...Int64(counts.upperBound))
        let costs = FundScenario.costRange
        let cost = number("cost", self.cost, costs.lowerBound / 100...costs.upperBound / 100)
        guard problems.isEmpty else { return (nil, 0, problems) }
        let scenario = FundScenario(
            rules: rules, members: Int(members), contribution: contribution * 100, cost: cost * 100)
        return (scenario, Int(claims), [])
    }
}
