import CArgon2
import NIOPosix
import Synchronization

/// argon2id, two at a time on threads of its own: hashing takes milliseconds, which no event loop may spend.
public final class PasswordHashing: Sendable {
    /// How costly a hash is to make. The PHC string carries it, so that it can be raised later.
    public struct Cost: Sendable {
        /// Passes over the memory.
        public var passes: UInt32
        /// KiB of memory.
        public var memory: UInt32

        /// 19 MiB and two passes, the OWASP Password Storage Cheat Sheet's first choice for argon2id.
        public static let usual = Cost(passes: 2, memory: 19_456)
        /// The least that the algorithm takes: for databases of which everybody knows the passwords.
        public static let least = Cost(passes: 1, memory: 8)

        public init(passes: UInt32, memory: UInt32) {
            self.passes = passes
            self.memory = memory
        }
    }

    private let cost: Cost
    private let threads = NIOThreadPool(numberOfThreads: 2)
    private let decoy: Mutex<String?> = Mutex(nil)

    public init(cost: Cost = .usual) {
        self.cost = cost
        threads.start()
    }

    /// The hash of `password` with a fresh salt, as a PHC string.
    ///
    /// Throws `HashingFailure` if the library refuses, for want of memory.
    public func hash(_ password: String) async throws -> String {
        let cost = cost
        return try await threads.runIfActive { try Self.hash(password, cost: cost) }
    }

    /// Whether `password` is the one of `hash`. Without a hash it takes as long and says no, so that nobody learns from
    /// the clock whether an account exists.
    public func verify(_ password: String, against hash: String?) async throws -> Bool {
        let known: String
        if let hash { known = hash } else { known = try await decoyHash() }
        let isRight = try await threads.runIfActive {
            known.withCString { encoded in
                argon2id_verify(encoded, password, password.utf8.count) == ARGON2_OK.rawValue
            }
        }
        return isRight && hash != nil
    }

    /// Ends the threads once what they do is done.
    public func shutDown() async throws {
        try await threads.shutdownGracefully()
    }

    private func decoyHash() async throws -> String {
        if let decoy = decoy.withLock({ $0 }) { return decoy }
        let made = try await hash("a password that nobody has")
        decoy.withLock { $0 = made }
        return made
    }

    private static func hash(_ password: String, cost: Cost) throws -> String {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        var encoded = [CChar](repeating: 0, count: 128)
        let code = argon2id_hash_encoded(
            cost.passes, cost.memory, 1, password, password.utf8.count, salt, salt.count, 32, &encoded,
            encoded.count)
        guard code == ARGON2_OK.rawValue else { throw HashingFailure(code: code) }
        return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// The library's own word for why a password could not be hashed.
struct HashingFailure: Error, CustomStringConvertible {
    let code: Int32
    var description: String { String(cString: argon2_error_message(code)) }
}
