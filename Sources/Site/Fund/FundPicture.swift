import Domain
import Templating

/// The pictures of a fund, as inline SVG without words of their own: what they show stands beside them as text.
enum FundPicture {
    /// One bar of the parts given, in tenths of a per mille of the whole: each with the class of its colour.
    static func bar(_ parts: [(name: String, share: Int64)], label: String) -> HTML {
        var left: Int64 = 0
        var marks = ""
        for part in parts where part.share > 0 {
            marks += "<rect class=\"\(part.name)\" x=\"\(left)\" width=\"\(part.share)\" height=\"400\"/>"
            // A line of paper between two parts, so that they are told apart without their colours.
            if left > 0 { marks += "<rect class=\"gap\" x=\"\(left - 15)\" width=\"30\" height=\"400\"/>" }
            left += part.share
        }
        return HTML(
            trusted:
                "<svg class=\"hundred\" viewBox=\"0 0 10000 400\" preserveAspectRatio=\"none\" role=\"img\" "
                + "aria-label=\"\(HTML(escaping: label).markup)\" focusable=\"false\">\(marks)</svg>")
    }

    /// A patch of a part's colour, for the list beside the bar.
    static func patch(_ name: String) -> HTML {
        HTML(
            trusted: "<svg class=\"patch\" viewBox=\"0 0 10 10\" aria-hidden=\"true\" focusable=\"false\">"
                + "<rect class=\"\(name)\" width=\"10\" height=\"10\"/></svg>")
    }

    /// Steps of a balance, none of which is below zero. Nil with fewer than two: that has no shape.
    static func steps(_ balances: [Int64], label: String) -> HTML? {
        guard balances.count > 1, let highest = balances.max(), highest > 0 else { return nil }
        let width = 1_000
        func height(_ balance: Int64) -> Int { 290 - Int(Money.proportion(of: 280, balance, in: highest)) }
        var line = ""
        for (place, balance) in balances.enumerated() {
            let start = place * width / balances.count
            let end = (place + 1) * width / balances.count
            line += place == 0 ? "M\(start) \(height(balance))" : "V\(height(balance))"
            line += "H\(end)"
        }
        return HTML(
            trusted:
                "<svg class=\"course\" viewBox=\"0 0 1000 300\" preserveAspectRatio=\"none\" role=\"img\" "
                + "aria-label=\"\(HTML(escaping: label).markup)\" focusable=\"false\">"
                + "<path class=\"under\" d=\"\(line)V290H0Z\"/><path class=\"line\" d=\"\(line)\"/>"
                + "<path class=\"floor\" d=\"M0 290H1000\"/></svg>")
    }
}

/// Where one hundred euros go: a bar, and the same in words.
struct HundredView: TemplateData {
    let bar: HTML
    let parts: [Part]

    static let fields: [Field<Self>] = [Field("bar") { $0.bar }, Field("parts") { $0.parts }]

    struct Part: TemplateData {
        let patch: HTML
        let name: String
        let amount: String

        static let fields: [Field<Self>] = [
            Field("patch") { $0.patch }, Field("name") { $0.name }, Field("amount") { $0.amount },
        ]
    }

    init(_ hundred: HundredEuros, wording: Wording) {
        let all: [(name: String, share: Int64)] = [
            ("fee", hundred.fee), ("insurer", hundred.insurer), ("prevention", hundred.prevention),
            ("claims", hundred.claims), ("kept", hundred.kept), ("returned", hundred.returned),
        ]
        // Fees, claims and what comes back are told even where they are nothing.
        let told = all.filter { $0.share > 0 || ["fee", "claims", "returned"].contains($0.name) }
        parts = told.map { name, share in
            Part(
                patch: FundPicture.patch(name), name: wording.text("fund.part.\(name)"),
                amount: wording.money(cents: share))
        }
        let label = parts.map { "\($0.name)\(wording.colon)\($0.amount)" }.joined(separator: ", ")
        bar = FundPicture.bar(
            all, label: wording.text("fund.hundred.label", ["parts": .text(label)]))
    }
}
