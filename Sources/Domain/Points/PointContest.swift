/// Somebody's objection to one line of their points, and what the insurer answered.
public struct PointContest: Sendable {
    public let id: PointContestID
    public let line: PointLineID
    /// Whose line it is.
    public let member: MemberID
    public let reason: String
    public let contestedAt: Timestamp
    /// Nil while it waits.
    public let answer: Answer?

    public init(
        id: PointContestID, line: PointLineID, member: MemberID, reason: String, contestedAt: Timestamp,
        answer: Answer?
    ) {
        self.id = id
        self.line = line
        self.member = member
        self.reason = reason
        self.contestedAt = contestedAt
        self.answer = answer
    }

    /// What was answered, for the person to read.
    public struct Answer: Sendable {
        public let verdict: Verdict
        public let text: String
        public let at: Timestamp

        public init(verdict: Verdict, text: String, at: Timestamp) {
            self.verdict = verdict
            self.text = text
            self.at = at
        }
    }

    /// What becomes of the line.
    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        case kept
        case corrected
    }

    public static let reasonRule = TextRule("reason", 10...1_000)
    public static let answerRule = TextRule("answer", 10...1_000)

    /// Why `viewer` may not answer it, or nil. Nobody answers their own.
    public func answerRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = viewer.pointsRefusal { return refusal }
        if viewer.member?.id == member { return .forbidden(.ownPoints) }
        return answer == nil ? nil : .conflict(.contestAnswered)
    }
}

public typealias PointContestID = Identifier<PointContest>

/// How somebody who keeps points answers an objection.
public struct PointAnswer: Hashable, Sendable {
    /// Nil if nothing was chosen.
    public let verdict: PointContest.Verdict?
    /// What the line is to have from then on. Nil if none was typed, or no number.
    public let points: Int64?
    public let text: String

    public init(verdict: PointContest.Verdict?, points: Int64?, text: String) {
        self.verdict = verdict
        self.points = points
        self.text = text.trimmed
    }

    /// What has to be mended, about `line` in `book`.
    public func problems(about line: PointLine, in book: PointBook) -> [Problem] {
        let text = PointContest.answerRule.problem(in: text)
        switch verdict {
        case nil: return [Problem(field: "verdict", code: .missing), text].compactMap(\.self)
        case .kept: return [text].compactMap(\.self)
        case .corrected: return [pointsProblem(about: line, in: book), text].compactMap(\.self)
        }
    }

    private func pointsProblem(about line: PointLine, in book: PointBook) -> Problem? {
        guard let points else { return Problem(field: "points", code: .notANumber) }
        let most = book.most(for: line)
        if !(0...most).contains(points) {
            return Problem(field: "points", code: .aboveMaximum, limit: Int(most))
        }
        let present = line.isReversed ? 0 : line.posted
        return points == present ? Problem(field: "points", code: .unchanged) : nil
    }
}

extension PointBook {
    /// Why a member may not contest a line of theirs, or nil. An answer closes it; where another line took its place,
    /// that one is to be contested.
    public static func contestRefusal(isReplaced: Bool, after earlier: PointContest?) -> Refusal? {
        if let earlier { return .conflict(earlier.answer == nil ? .alreadyContested : .contestAnswered) }
        return isReplaced ? .conflict(.lineReplaced) : nil
    }

    /// The most that a correction of `line` may give: no more than its fact earns, nor than the cap leaves of its day.
    public func most(for line: PointLine) -> Int64 {
        line.key.source.isCapped
            ? min(line.amount, room(on: Day(line.earnedAt), without: [line.id])) : line.amount
    }
}

extension Viewer {
    /// Whether the person looks after points: reward officers of all challenges, and administrators.
    public var keepsPoints: Bool { isAdministrator || rolesEverywhere.contains(.rewardOfficer) }

    /// Why the person may not look after points, or nil. To others that desk does not exist.
    public var pointsRefusal: Refusal? {
        guard member != nil else { return .signInRequired }
        return keepsPoints ? nil : .notFound
    }
}
