import Domain
import HTTP
import HTTPTypes
import Logging
import Storage
import Synchronization

/// Counts to how many people each idea was shown while people vote, each person once, and never keeps who it was.
///
/// Of each person and idea it keeps a number that only this run of the server can make, in memory alone. What is stored
/// is one number for each idea.
final class Showings: Sendable {
    /// A page that is served to many: its address, and the lot by which its ideas stand.
    struct Leaf: Hashable {
        let target: String
        let lot: Int
    }

    private struct Laid {
        let challenge: ChallengeID
        let ideas: [IdeaID]
        /// When the vote is over; nil if it never is.
        let until: Timestamp?
    }

    private struct State {
        var laid: [Leaf: Laid] = [:]
        /// Challenges whose lists have lots.
        var voting: Set<ChallengeID> = []
        var secret = UInt64.random(in: .min ... .max)
        var seen: Set<UInt64> = []
        var people: [IdeaID: Int] = [:]
        var touched: Set<ChallengeID> = []
        var turn: Int64?
    }

    /// Persons and ideas that are remembered, and pages. With one more all are forgotten: somebody may then be counted
    /// again, for whatever idea alike, and memory has a bound, of about 16 MB.
    private static let most = (seen: 500_000, laid: 4_000)
    private let state = Mutex(State())

    /// Remembers which ideas stand on a page, while people vote on them.
    func lay(_ ideas: [IdeaID], on leaf: Leaf, of challenge: Challenge, at now: Timestamp) {
        let isVoting = challenge.ordersFairly(at: now)
        state.withLock { state in
            guard isVoting else {
                state.voting.remove(challenge.id)
                return
            }
            state.voting.insert(challenge.id)
            guard !ideas.isEmpty, leaf.target.utf8.count < 512 else { return }
            if state.laid.count >= Self.most.laid { state.laid = [:] }
            state.laid[leaf] = Laid(
                challenge: challenge.id, ideas: ideas, until: challenge.schedule.window(of: .vote)?.closesAt)
        }
    }

    /// Whether the lists of a challenge have lots, as far as is known: pages of it were made while people vote.
    func hasLots(_ challenge: ChallengeID) -> Bool {
        state.withLock { $0.voting.contains(challenge) }
    }

    /// Counts the ideas of a page that was served.
    /// - Parameter day: Midnight at the beginning of today; visitors are known for a day only.
    func note(_ reader: Readership.Reader, of leaf: Leaf, on day: Timestamp, at now: Timestamp) {
        state.withLock { state in
            guard let laid = state.laid[leaf], laid.until.map({ now < $0 }) ?? true else { return }
            Self.count(laid.ideas, of: laid.challenge, for: reader, on: day, in: &state)
        }
    }

    /// Counts ideas that somebody was shown.
    func note(_ reader: Readership.Reader, _ ideas: [IdeaID], of challenge: ChallengeID, on day: Timestamp) {
        state.withLock { Self.count(ideas, of: challenge, for: reader, on: day, in: &$0) }
    }

    private static func count(
        _ ideas: [IdeaID], of challenge: ChallengeID, for reader: Readership.Reader, on day: Timestamp,
        in state: inout State
    ) {
        var person = Hasher()
        person.combine(state.secret)
        person.combine(reader)
        if case .visitor = reader { person.combine(day) }
        for idea in ideas {
            var mark = person
            mark.combine(idea)
            if state.seen.count >= most.seen {
                state.seen = []
                state.secret = .random(in: .min ... .max)
            }
            guard state.seen.insert(UInt64(bitPattern: Int64(mark.finalize()))).inserted else { continue }
            state.people[idea, default: 0] += 1
            state.touched.insert(challenge)
        }
    }

    /// What was counted since the last time. When ten minutes begin, lists get their new order.
    func take(at now: Timestamp) -> ShowingCount {
        let turn = FairOrder.turn(at: now)
        return state.withLock { state in
            var settling: Set<ChallengeID> = []
            if let last = state.turn, last != turn { swap(&settling, &state.touched) }
            state.turn = turn
            defer { state.people = [:] }
            return ShowingCount(people: state.people, settling: settling)
        }
    }

    /// Takes back what could not be kept, for the next time.
    func giveBack(_ count: ShowingCount) {
        state.withLock { state in
            state.people.merge(count.people, uniquingKeysWith: +)
            state.touched.formUnion(count.settling)
        }
    }
}

extension Visit {
    /// The lot by which the ideas of a challenge stand for `viewer`.
    func lot(of viewer: Viewer) -> Int {
        viewer.member.map { FairOrder(of: UInt64(bitPattern: $0.id.rawValue), at: now).lot } ?? visitorsLot
    }

    /// The lot of somebody of whom nothing is known but where they come from.
    var visitorsLot: Int {
        // FNV-1a: the same on every run, so that who comes back finds the same order.
        let name = request.peer + (request.headers[.userAgent] ?? "")
        let person = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return FairOrder(of: person, at: now).lot
    }

    /// By what the pages of visitors differ that have one address.
    func variant(of pattern: String) -> Int? {
        guard session == nil, pattern == Self.lists,
            let challenge: ChallengeID = try? identifier("challenge"),
            app.showings.hasLots(challenge)
        else { return nil }
        return visitorsLot
    }

    /// Remembers which ideas of `challenge` stand on this page, for all to whom it will be served.
    func lay(_ ideas: [IdeaID], lot: Int = 0, of challenge: Challenge) {
        app.showings.lay(
            ideas, on: Showings.Leaf(target: request.target, lot: lot), of: challenge, at: now)
    }

    /// Notes that the ideas of this page were shown to a member.
    func noteShowing(lot: Int = 0, to viewer: Viewer) {
        guard let reader = reader(viewer) else { return }
        app.showings.note(
            reader, of: Showings.Leaf(target: request.target, lot: lot), on: wording.time.startOfDay(now),
            at: now)
    }

    /// Notes that a page of their own showed somebody these ideas of `challenge`.
    func noteShowing(_ ideas: [IdeaID], of challenge: Challenge, to viewer: Viewer) {
        guard let reader = reader(viewer), challenge.ordersFairly(at: now) else { return }
        app.showings.note(reader, ideas, of: challenge.id, on: wording.time.startOfDay(now))
    }

    /// Notes that the page which was answered showed its ideas to somebody without a session. Said after the answer,
    /// which may have been kept ready.
    func noteShowing(of response: Response, at pattern: String) {
        guard session == nil, pattern == Self.lists || pattern == "/ideas/:idea",
            response.status == .ok || response.status == .notModified
        else { return }
        noteShowing(lot: variant(of: pattern) ?? 0, to: .visitor)
    }

    private static let lists = "/challenges/:challenge"
}

extension App {
    /// Stores to how many people ideas were shown since the last time.
    func keepShowings() async {
        let count = showings.take(at: clock())
        guard !count.people.isEmpty || !count.settling.isEmpty else { return }
        do {
            try await store.countShowings(count)
        } catch {
            showings.giveBack(count)
            logger.error("ideas that were shown could not be counted", metadata: ["error": "\(error)"])
        }
    }
}
