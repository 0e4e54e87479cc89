import Domain
import Storage
import Templating

/// Signals as pictures. The table beside each says the same, so readers of screens are not told of it.
enum IntegrityPicture {
    private static let (width, height) = (600, 120)
    private static let hours: Int64 = 48

    /// The picture of `alert`.
    static func svg(of alert: VoteAlert, in reading: InspectionReading, votes: [MemberID: [CastVote]]) -> HTML
    {
        switch alert.signal {
        case .burst: hours(around: alert, reading.votes)
        case .newcomers: ages(of: alert, in: reading)
        case .lockstep: grid(of: alert, votes)
        }
    }

    /// Votes for the idea by the hour, a day before and a day after; those of the signal stand out.
    private static func hours(around alert: VoteAlert, _ votes: [CastVote]) -> HTML {
        let begin = Timestamp(seconds: (alert.from - .hours(hours / 2)).seconds / 3_600 * 3_600)
        var counts = [Int](repeating: 0, count: Int(hours))
        for vote in votes where vote.idea == alert.ideas.first && vote.at >= begin {
            let hour = Int(vote.at.since(begin).seconds / 3_600)
            if hour < counts.count { counts[hour] += 1 }
        }
        let inside = Int(alert.from.since(begin).seconds / 3_600)...Int(alert.to.since(begin).seconds / 3_600)
        return columns(counts) { inside.contains($0) ? "marked" : "amount" }
    }

    /// Votes for the idea by the age of the account that gave them, in days; the new ones stand out.
    private static func ages(of alert: VoteAlert, in reading: InspectionReading) -> HTML {
        var counts = [Int](repeating: 0, count: 30)
        for vote in reading.votes where vote.idea == alert.ideas.first {
            guard let joined = reading.joined[vote.voter] else { continue }
            counts[min(29, max(0, Int(vote.at.since(joined).seconds / 86_400)))] += 1
        }
        let new = Int(VoteInspection.newFor.seconds / 86_400)
        return columns(counts) { $0 < new ? "marked" : "amount" }
    }

    private static func columns(_ counts: [Int], _ tone: (Int) -> String) -> HTML {
        let most = max(1, counts.max() ?? 1)
        let step = width / counts.count
        let bars = counts.enumerated().filter { $0.element > 0 }.map { place, count in
            let tall = count * height / most
            return rect(tone(place), place * step, height - tall, step - 2, tall)
        }
        return picture(bars.joined(), height)
    }

    /// A row for each ballot, a column for each idea of the signal: filled where the ballot has it.
    private static func grid(of alert: VoteAlert, _ votes: [MemberID: [CastVote]]) -> HTML {
        let shown = alert.voters.prefix(40)
        let column = width / max(1, alert.ideas.count)
        var cells = ""
        for (row, voter) in shown.enumerated() {
            let own = Set((votes[voter] ?? []).map(\.idea))
            for (place, idea) in alert.ideas.enumerated() {
                cells += rect(
                    own.contains(idea) ? "marked" : "ground", place * column, row * 10, column - 2, 8)
            }
        }
        return picture(cells, shown.count * 10)
    }

    private static func rect(_ tone: String, _ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
        """
        <rect class="\(tone)" x="\(x)" y="\(y)" width="\(width)" height="\(height)"/>
        """
    }

    private static func picture(_ parts: String, _ height: Int) -> HTML {
        HTML(
            trusted: """
                <svg class="integrity-picture" viewBox="0 0 \(width) \(height)" preserveAspectRatio="none" \
                aria-hidden="true" focusable="false">\(parts)</svg>
                """)
    }
}
