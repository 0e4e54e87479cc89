import Crypto
import Domain
import Foundation
import HTTP
import HTTPTypes
import Logging
import Storage
import Synchronization

/// Counts who reads a challenge, each person once a day, and forgets who it was.
///
/// Of each reader it keeps a keyed digest, in memory alone, until the day is over; the key is made anew every day, is
/// written nowhere and goes with it. What is stored is two numbers a day.
final class Readership: Sendable {
    /// Somebody who reads, as far as they can be told from others today.
    enum Reader: Hashable, Sendable {
        case member(MemberID)
        /// By address and browser: without a cookie there is nothing else, and two in one household may be one.
        case visitor(peer: String, browser: String)
    }

    private struct Count: Hashable {
        let challenge: ChallengeID
        let day: Timestamp
    }

    private struct State {
        var day: Timestamp?
        var key = SymmetricKey(size: .bits256)
        var seen: Set<UInt64> = []
        var members: [Count: Int] = [:]
        var visitors: [Count: Int] = [:]
    }

    /// Readers of one day beyond whom nobody is counted, so that memory has a bound: 4 MB.
    private static let most = 250_000
    private let state = Mutex(State())

    /// Counts `reader`, unless they were counted today.
    /// - Parameter day: Midnight at the beginning of today.
    func note(_ reader: Reader, of challenge: ChallengeID, on day: Timestamp) {
        let key = state.withLock { state in
            // A request that was slow over midnight belongs to yesterday, whose readers are forgotten.
            if state.day.map({ $0 < day }) ?? true {
                state.day = day
                state.key = SymmetricKey(size: .bits256)
                state.seen = []
            }
            return state.day == day ? state.key : nil
        }
        guard let key else { return }
        let mark = Self.mark(of: reader, challenge, key)
        state.withLock { state in
            guard state.day == day, state.seen.count < Self.most, state.seen.insert(mark).inserted else {
                return
            }
            let count = Count(challenge: challenge, day: day)
            switch reader {
            case .member: state.members[count, default: 0] += 1
            case .visitor: state.visitors[count, default: 0] += 1
            }
        }
    }

    /// What was counted since the last time.
    func take() -> [ReadingCount] {
        let (members, visitors) = state.withLock { state in
            defer {
                state.members = [:]
                state.visitors = [:]
            }
            return (state.members, state.visitors)
        }
        return Set(members.keys).union(visitors.keys).map {
            ReadingCount(
                challenge: $0.challenge, day: $0.day, members: members[$0] ?? 0, visitors: visitors[$0] ?? 0)
        }
    }

    /// Takes back what could not be kept, for the next time.
    func giveBack(_ counts: [ReadingCount]) {
        state.withLock { state in
            for counted in counts {
                let count = Count(challenge: counted.challenge, day: counted.day)
                if counted.members > 0 { state.members[count, default: 0] += counted.members }
                if counted.visitors > 0 { state.visitors[count, default: 0] += counted.visitors }
            }
        }
    }

    private static func mark(of reader: Reader, _ challenge: ChallengeID, _ key: SymmetricKey) -> UInt64 {
        let name =
            switch reader {
            case .member(let member): "\(challenge) m \(member)"
            case .visitor(let peer, let browser): "\(challenge) v \(peer) \(browser)"
            }
        let code = HMAC<SHA256>.authenticationCode(for: Array(name.utf8), using: key)
        return code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension Visit {
    /// Who reads the page, as far as they are counted. The insurer's own people are no readers, nor are robots.
    func reader(_ viewer: Viewer) -> Readership.Reader? {
        guard request.isReading, !viewer.isStaff else { return nil }
        if let member = viewer.member { return .member(member.id) }
        guard let browser = request.headers[.userAgent], Self.isBrowser(browser) else { return nil }
        return .visitor(peer: request.peer, browser: browser)
    }

    /// Notes that the page of a challenge was read by a member.
    func noteReading(of challenge: ChallengeID, by viewer: Viewer) {
        guard session != nil, let reader = reader(viewer) else { return }
        app.readership.note(reader, of: challenge, on: wording.time.startOfDay(now))
    }

    /// Notes that the page which was answered was read by somebody without a session, where it is that of a challenge.
    /// Said after the answer, which may have been kept ready.
    func noteReading(of response: Response, at pattern: String) {
        guard session == nil, pattern == "/challenges/:challenge",
            response.status == .ok || response.status == .notModified,
            let challenge: ChallengeID = try? identifier("challenge"), let reader = reader(.visitor)
        else { return }
        app.readership.note(reader, of: challenge, on: wording.time.startOfDay(now))
    }

    /// Whether a program calls itself a browser, and not something that only fetches.
    private static func isBrowser(_ name: String) -> Bool {
        guard name.hasPrefix("Mozilla/") else { return false }
        let name = name.lowercased()
        return !["bot", "crawl", "spider", "preview", "monitor", "headless"].contains { name.contains($0) }
    }
}

extension Request {
    /// Whether somebody is about to read the page, rather than a browser that fetches it in case somebody will.
    fileprivate var isReading: Bool {
        method == .get && headers[.secPurpose]?.contains("prefetch") != true
    }
}

extension HTTPField.Name {
    private static let purpose = HTTPField.Name("Sec-Purpose")
    fileprivate static var secPurpose: HTTPField.Name { purpose ?? .accept }
}

extension App {
    /// Stores what was counted of readers and of what they were shown since the last time.
    public func keepReadings() async {
        await keepShowings()
        let counts = readership.take()
        guard !counts.isEmpty else { return }
        do {
            try await store.countReadings(counts)
        } catch {
            readership.giveBack(counts)
            logger.error("readers could not be counted", metadata: ["error": "\(error)"])
        }
    }

    /// Stores what is counted of readers, again and again until the task is cancelled: a reader waits for no disk.
    public func keepReadings(every pause: Duration) async {
        while (try? await Task.sleep(for: pause)) != nil { await keepReadings() }
    }
}
