import Domain
import Storage
import Templating

/// A signal: what was seen, in a sentence, in a picture, and ballot by ballot.
struct AlertView: TemplateData {
    let id: String
    let place: String
    let signal: String
    let text: String
    let picture: HTML
    let legend: String
    let rows: [Row]
    let action: String
    let choice: FieldView?
    let reason: FieldView?

    static let fields: [Field<Self>] = [
        Field("id") { $0.id }, Field("place") { $0.place }, Field("signal") { $0.signal },
        Field("text") { $0.text }, Field("picture") { $0.picture }, Field("legend") { $0.legend },
        Field("rows") { $0.rows }, Field("action") { $0.action }, Field("choice") { $0.choice },
        Field("reason") { $0.reason },
    ]

    /// A ballot. Whose it is, stays hidden: what it says was said in secret.
    struct Row: TemplateData {
        let id: String
        let value: String
        let name: String
        let voted: String
        let age: String
        let votes: Int
        let isChosen: Bool
        let isAside: Bool
        let mayChoose: Bool

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("value") { $0.value }, Field("name") { $0.name },
            Field("voted") { $0.voted }, Field("age") { $0.age }, Field("votes") { $0.votes },
            Field("isChosen") { $0.isChosen }, Field("isAside") { $0.isAside },
            Field("mayChoose") { $0.mayChoose },
        ]
    }

    init(
        _ alert: VoteAlert, at place: Int, in reading: InspectionReading, votes: [MemberID: [CastVote]],
        action: String?, typed: TypedSettingAside?, problems: [Problem], wording: Wording
    ) {
        let number = place + 1
        id = "alert-\(number)"
        self.place = String(place)
        signal = "\(number). " + wording.text("integrity.signal.\(alert.signal.rawValue)")
        let titles = alert.ideas.map { reading.titles[$0] ?? "" }
        text = wording.text(
            "integrity.told.\(alert.signal.rawValue)",
            [
                "count": .number(alert.voters.count), "idea": .text(titles.first ?? ""),
                "ideas": .number(titles.count),
                "expected": .text(
                    Figures(language: wording.language, unit: 1).decimal(alert.expected ?? 0, 1)),
                "from": .text(wording.dateAndTime(alert.from)), "to": .text(wording.dateAndTime(alert.to)),
            ])
        picture = IntegrityPicture.svg(of: alert, in: reading, votes: votes)
        legend = wording.text(
            "integrity.legend.\(alert.signal.rawValue)", ["ideas": .text(titles.joined(separator: " · "))])
        let ideas = Set(alert.ideas)
        rows = alert.voters.enumerated().map { index, voter in
            let own = votes[voter] ?? []
            let voted = own.filter { ideas.contains($0.idea) }.map(\.at).min() ?? alert.from
            let age = reading.joined[voter].map { voted.since($0).seconds / 3_600 } ?? 0
            return Row(
                id: "alert-\(number)-voter-\(index + 1)", value: String(index),
                name: wording.text("integrity.voter", ["number": .text(String(index + 1))]),
                voted: wording.dateAndTime(voted),
                age: age < 72
                    ? wording.text("integrity.hours", ["count": .number(Int(max(0, age)))])
                    : wording.text("integrity.days", ["count": .number(Int(age / 24))]),
                votes: own.count, isChosen: typed.map { $0.voters.contains(index) } ?? true,
                isAside: reading.aside[voter] != nil,
                mayChoose: action != nil && reading.aside[voter] == nil)
        }
        let isOpen = rows.contains(where: \.mayChoose)
        self.action = action ?? ""
        let builder = FormBuilder(
            room: "integrity", wording: wording, problems: problems, prefix: "\(id)-")
        reason =
            isOpen
            ? builder.text(
                "reason", value: typed?.reason ?? "", hint: true, isShort: true,
                maximum: SetAside.reasonRule.length.upperBound) : nil
        choice = problems.contains { $0.field == "voters" } ? builder.text("voters", value: "") : nil
    }
}
