import Domain
import Synchronization

/// How often one key may do something: so many at once, then one each so many seconds (a token bucket).
///
/// Counts live in memory: a restart forgives, which costs less than writing each attempt.
final class RateLimit: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: Timestamp
    }

    private let burst: Double
    private let secondsPerToken: Double
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameters:
    ///   - burst: How many are allowed at once.
    ///   - refill: The time after which one more is allowed.
    init(burst: Int, refill: Span) {
        self.burst = Double(burst)
        secondsPerToken = Double(refill.seconds)
    }

    /// Takes one from `key`. Throws `Refusal.tooMany` with the wait if none is left.
    func take(_ key: String, at now: Timestamp) throws(Refusal) {
        let wait = buckets.withLock { buckets -> Int? in
            if buckets.count > 50_000 { forgetFull(&buckets, at: now) }
            var bucket = buckets[key] ?? Bucket(tokens: burst, filledAt: now)
            bucket.tokens = filled(bucket, at: now)
            bucket.filledAt = now
            let isAllowed = bucket.tokens >= 1
            if isAllowed { bucket.tokens -= 1 }
            buckets[key] = bucket
            return isAllowed ? nil : Int(((1 - bucket.tokens) * secondsPerToken).rounded(.up))
        }
        if let wait { throw .tooMany(retryAfter: wait) }
    }

    /// Gives `key` its full allowance again.
    func forgive(_ key: String) {
        buckets.withLock { _ = $0.removeValue(forKey: key) }
    }

    private func filled(_ bucket: Bucket, at now: Timestamp) -> Double {
        min(burst, bucket.tokens + Double(max(0, now.since(bucket.filledAt).seconds)) / secondsPerToken)
    }

    private func forgetFull(_ buckets: inout [String: Bucket], at now: Timestamp) {
        buckets = buckets.filter { filled($0.value, at: now) < burst }
    }
}
