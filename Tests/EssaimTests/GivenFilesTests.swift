import Domain
import Foundation
import Testing

@testable import Site

/// What the site gives away for recomputing is what the commands read.
@Suite struct GivenFilesTests {
    private static func run(_ command: String, on content: String) async throws -> Program.Outcome {
        let folder = try Folder()
        let path = folder.path("given.json")
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        return try await Program.run([command, path])
    }

    @Test("a period that was downloaded is computed to the same cents", arguments: FundRules.Backing.allCases)
    func period(backing: FundRules.Backing) async throws {
        let ana = FundMember("M1")
        let bob = FundMember("M2")
        let period = FundPeriod(
            rules: FundRules(
                feeBps: 1_750, insurerBps: 3_333, preventionBps: 100, deductible: 50,
                perClaimPoolLimit: 15_000, coverLimit: 500_000, firstEuro: ["bodily", "fire"],
                reserveBps: 2_500, reserveCap: 10_000, cashbackCapBps: 4_000, mode: .offset,
                leaver: .forfeit, dropDown: .definitive, backing: backing), opening: 1_234, outstanding: 56,
            events: [
                .contribution(ana, amount: 10_001), .contribution(bob, amount: 6_667),
                .claim(bob, gross: 4_567, kind: "theft"), .leaving(bob, days: 146, period: 365),
            ] + (backing == .none ? [.settlement] : []))
        let outcome = try await Self.run("fund", on: PeriodFile(period).text)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let close = try period.closed()
        #expect(outcome.output.contains("\"D\": \(close.distributed),"))
        #expect(outcome.output.contains("\"carryOut\": \(close.carriedOver),"))
    }

    @Test("a draw that was downloaded has the same winners, whatever its public input says")
    func draw() async throws {
        let seed = "0123456789abcdefghijklmnopqrstuvwxyz"
        let draw = Draw(
            commitment: Fingerprint(of: seed), seed: seed,
            publicInput: "Loto « du 4 » : 8 \"14\" \\ 27, numéro chance 6",
            participants: (1...12).map { "P00\($0 + 9)" }, winners: 3)
        let outcome = try await Self.run("draw", on: draw.file)
        #expect(outcome.code == 0, "\(outcome.errors)")
        for ticket in draw.result { #expect(outcome.output.contains(ticket.fingerprint.description)) }
        #expect(outcome.output.contains("\"commitmentKept\": true"))
    }
}
