extension Server {
    /// How much of a message is read before it is refused.
    public struct Limits: Sendable {
        /// The longest request line, in bytes; beyond is 414.
        public var requestLine = 8 * 1024
        /// All header fields together, in bytes; beyond is 431.
        public var headerBytes = 32 * 1024
        /// The number of header fields; beyond is 431.
        public var headerFields = 100
        /// Connections open at a time; those beyond are told 503 and closed.
        public var connections = 10_000
        /// Requests being answered at a time; those beyond are told 503.
        public var requestsInFlight = 1_000
        /// From what length on a body counts as long, in bytes.
        public var longBody = 1_024 * 1_024
        /// Long bodies in memory at a time; requests that announce one beyond are told 503.
        public var longBodies = 12

        /// The usual limits.
        public init() {}
    }

    /// How long the server waits for a client.
    public struct Timeouts: Sendable {
        /// Between two requests of a kept connection, and before the first.
        public var idle = Duration.seconds(60)
        /// For a whole head, from its first byte.
        public var header = Duration.seconds(10)
        /// For a whole body, to which each `bodyRate` bytes received add a second.
        public var body = Duration.seconds(20)
        /// The slowest pace at which a long body may come, in bytes a second.
        public var bodyRate = 4 * 1024
        /// For a client to take in each 256 KiB of an answer.
        public var write = Duration.seconds(60)
        /// For what is in flight to finish when the server stops.
        public var shutdown = Duration.seconds(15)
        /// For a refused client to stop sending and read why.
        public var linger = Duration.seconds(2)

        /// The usual waits.
        public init() {}
    }

    /// What a server needs to know before it starts.
    public struct Configuration: Sendable {
        /// The address to listen on.
        public var host: String
        /// The port to listen on; 0 lets the system choose.
        public var port: Int
        /// Threads that serve connections; nil for one for each core.
        public var eventLoops: Int?
        /// How much is accepted.
        public var limits = Limits()
        /// How long is waited.
        public var timeouts = Timeouts()
        /// Reverse proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
        public var trustedProxies: [AddressRange] = []

        /// A configuration for this address, with the usual limits.
        public init(host: String = "127.0.0.1", port: Int = 8080, eventLoops: Int? = nil) {
            self.host = host
            self.port = port
            self.eventLoops = eventLoops
        }
    }
}
