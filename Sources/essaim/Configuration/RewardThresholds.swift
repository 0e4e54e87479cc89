import ArgumentParser
import Domain

/// Yearly sums from which on rewards have to be looked at: `employee=200,partner=2400`, in whole euros.
struct RewardThresholds: Sendable {
    let value: StatementThresholds

    /// Throws `ValidationError` unless every part is a status, an equals sign and a number.
    init(_ text: String) throws {
        var cents: [ParticipantStatus: Int64] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2, let status = ParticipantStatus(rawValue: String(pair[0])),
                let euros = Int64(pair[1]), (0...1_000_000).contains(euros)
            else {
                let known = ParticipantStatus.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("“\(part)” is not one of \(known), then = and whole euros")
            }
            cents[status] = euros * 100
        }
        value = StatementThresholds(cents)
    }
}
