public import Domain
public import Storage
import Templating

/// The rules of a challenge as one text in simple Markdown: articles with a heading each, paragraphs parted by blank lines.
///
/// It follows from what the manager said, from the challenge and from how its rewards are divided alone, so that it can be
/// told whether a text is still what would be written today.
struct RegulationText {
    let paragraphs: [String]

    var text: String { paragraphs.joined(separator: "\n\n") }

    init(_ content: RegulationContent, _ found: RegulationToWrite, zone: String, _ wording: Wording) {
        let challenge = found.challenge
        var paragraphs: [String] = []
        var count = 0
        func say(_ key: String, _ arguments: [String: Catalogue.Argument] = [:]) {
            paragraphs.append(wording.text("regulation.text.\(key)", arguments))
        }
        func article(_ key: String) {
            count += 1
            let heading = wording.text("regulation.article.\(key)")
            paragraphs.append(
                "## "
                    + wording.text(
                        "regulation.article", ["number": .number(count), "heading": .text(heading)]))
        }
        article("organiser")
        say("organiser", ["organiser": .text(content.organiser)])
        say(
            "subject",
            ["title": .text(challenge.title), "question": .text(challenge.content.question)])
        article("dates")
        paragraphs.append(Self.dates(of: challenge, wording))
        say("dates", ["zone": .text(zone)])
        article("entrants")
        paragraphs.append(content.entrants)
        say("entrants")
        article("free")
        say("free")
        article("criteria")
        paragraphs.append(content.criteria)
        article("jury")
        paragraphs.append(content.jury)
        say(challenge.schedule.window(of: .vote) == nil ? "jury" : "jury-vote")
        article("prizes")
        for paragraph in Self.prizes(content, found, wording) { paragraphs.append(paragraph) }
        article("ties")
        say("ties")
        article("unclaimed")
        say("unclaimed", ["days": .number(found.plan.claimDays)])
        article("property")
        say("property")
        say("property.\(content.property.rawValue)")
        say("property.further")
        article("data")
        say("data", ["organiser": .text(content.organiser), "contact": .text(content.contact)])
        say("data.retention", ["count": .number(content.retentionMonths)])
        say("data.rights", ["contact": .text(content.contact)])
        article("fairness")
        say("fairness")
        article("acceptance")
        say("acceptance")
        article("disputes")
        say("disputes", ["contact": .text(content.contact)])
        say("disputes.law")
        self.paragraphs = paragraphs
    }

    private static func dates(of challenge: Challenge, _ wording: Wording) -> String {
        challenge.schedule.phases.map { phase in
            let name = wording.phase(phase.kind, in: challenge.content.blueprint)
            let opening = wording.dateAndTime(phase.opensAt)
            let dates =
                phase.closesAt.map {
                    wording.text(
                        "regulation.text.phase",
                        ["from": .text(opening), "to": .text(wording.dateAndTime($0))])
                } ?? wording.text("regulation.text.phase.open", ["from": .text(opening)])
            return "- \(name)\(wording.colon)\(dates)"
        }.joined(separator: "\n")
    }

    private static func prizes(
        _ content: RegulationContent, _ found: RegulationToWrite, _ wording: Wording
    ) -> [String] {
        guard let reward = found.challenge.content.reward else {
            return [wording.text("regulation.text.prizes.none")]
                + [content.prizes].filter { !$0.isEmpty }
        }
        var paragraphs = [
            wording.text(
                "regulation.text.prizes",
                [
                    "reward": .text(reward.nature),
                    "kind": .text(wording.text("rewards.kind.\(reward.kind.rawValue)")),
                ])
        ]
        if let cents = reward.cents {
            let places = found.plan.split?.places(of: cents) ?? []
            paragraphs.append(
                places.enumerated().map { index, amount in
                    "- "
                        + wording.text(
                            "regulation.text.prizes.place",
                            [
                                "place": .text(wording.place(index + 1)),
                                "amount": .text(wording.money(cents: amount)),
                            ])
                }.joined(separator: "\n"))
            paragraphs.append(
                wording.text("regulation.text.prizes.sum", ["amount": .text(wording.money(cents: cents))]))
            if found.plan.decisionBps < Money.wholeBps {
                paragraphs.append(
                    wording.text(
                        "regulation.text.prizes.steps",
                        ["part": .text(wording.percent(Int(found.plan.decisionBps / 100)))]))
            }
        }
        if !content.prizes.isEmpty { paragraphs.append(content.prizes) }
        return paragraphs + [wording.text("regulation.text.prizes.more")]
    }
}

extension Visit {
    /// The rules as they would be written now, in each language.
    func regulationTexts(_ content: RegulationContent, _ found: RegulationToWrite) -> [Language: String] {
        Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (
                    language,
                    RegulationText(
                        content, found, zone: app.settings.timeZone, app.wording(language)
                    ).text
                )
            })
    }
}

/// Writes the rules of challenges without a visit, as the demonstration does.
public struct RegulationWriter: Sendable {
    private let catalogue: Catalogue
    private let time: LocalTime
    private let zone: String

    /// - Parameters:
    ///   - home: The folder that holds `Templates`.
    ///   - zone: The insurer's time zone, by its IANA name.
    /// Throws `TemplateProblems` or `UnknownTimeZone`.
    public init(home: String, zone: String = "Europe/Paris") throws {
        catalogue = try PageWriter(directory: home + "/Templates", reloads: false).catalogue
        time = try LocalTime(zone)
        self.zone = zone
    }

    /// The rules in each language.
    public func texts(_ content: RegulationContent, _ found: RegulationToWrite) -> [Language: String] {
        Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                let wording = Wording(language: language, catalogue: catalogue, time: time)
                return (language, RegulationText(content, found, zone: zone, wording).text)
            })
    }
}
