import Domain
import Foundation
import Testing

@testable import Site

@Suite struct WordingTests {
    @Test(
        "the days of a phase are told without what they share",
        arguments: [
            (
                WallClock(year: 2027, month: 1, day: 3, hour: 9, minute: 0), 21, "3", "24 janvier 2027",
                "24 January 2027"
            ),
            (
                WallClock(year: 2027, month: 1, day: 1, hour: 9, minute: 0), 4, "1er", "5 janvier 2027",
                "5 January 2027"
            ),
            (
                WallClock(year: 2027, month: 1, day: 30, hour: 9, minute: 0), 3, "30 janvier",
                "2 février 2027", "2 February 2027"
            ),
            (
                WallClock(year: 2026, month: 12, day: 30, hour: 9, minute: 0), 3, "30 décembre",
                "2 janvier 2027", "2 January 2027"
            ),
            (WallClock(year: 2026, month: 4, day: 3, hour: 9, minute: 0), 5, "3", "8 avril", "8 April"),
            (
                WallClock(year: 2027, month: 4, day: 3, hour: 9, minute: 0), 0, nil, "3 avril 2027",
                "3 April 2027"
            ),
        ] as [(WallClock, Int, String?, String, String)])
    func days(first: WallClock, count: Int, from: String?, french: String, english: String) async throws {
        let town = try await Town()
        let opening = town.app.time.moment(of: first)
        for (language, to) in [(Language.french, french), (.english, english)] {
            let wording = town.app.wording(language)
            let days = wording.days(from: opening, to: opening + .days(Int64(count)), now: town.now)
            func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
            #expect(plain(days.to) == to)
            if language == .french { #expect(days.from.map(plain) == from) }
            #expect((days.from == nil) == (from == nil))
        }
    }

    @Test("a refusal that a contest can meet too speaks of no idea")
    func refusals() async throws {
        // Under seal nobody supports and nothing is merged.
        let ofIdeas: Set<Refusal.Reason> = [
            .ownIdea, .ideaWithoutCost, .alreadyMerged, .notMerged, .mergeChain, .alreadyMarked, .underReview,
        ]
        let nouns = [Language.french: /\bidées?\b/, .english: /\bideas?\b/]
        let app = try await Town().app
        for reason in Refusal.Reason.allCases where !ofIdeas.contains(reason) {
            for (language, noun) in nouns {
                let sentence = app.wording(language).sentence(.conflict(reason))
                #expect(!sentence.contains(noun.ignoresCase()), "\(sentence)")
            }
        }
    }

    @Test("French marks stay with their word wherever a line ends")
    func marks() throws {
        let rooms = try FileManager.default.subpathsOfDirectory(atPath: Town.home + "/Templates")
        for path in rooms where path.hasSuffix("fr.words") {
            let words = try String(contentsOfFile: "\(Town.home)/Templates/\(path)", encoding: .utf8)
            for line in words.split(separator: "\n") where !line.hasPrefix("#") {
                let text = line.drop { $0 != "=" }
                #expect(text.firstRange(of: /[^ =]\u{20}[:;?!»%]|«\u{20}/) == nil, "\(path): \(line)")
            }
        }
    }
}
