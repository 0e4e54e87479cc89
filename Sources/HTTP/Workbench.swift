import NIOCore
import NIOPosix
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What all the connections of one event loop share. Only that loop's thread touches it, so it needs no lock.
final class Workbench {
    let eventLoop: any EventLoop
    let executor: EventLoopTaskExecutor
    /// Heads and small bodies are laid out here, then written at once.
    var scratch = ByteBuffer()
    private(set) var isDraining = false
    private(set) lazy var deflater = Deflater(level: 3)
    private var connections: [ObjectIdentifier: Connection] = [:]
    private var whenEmpty: [EventLoopPromise<Void>] = []
    private var dateSecond = -1
    private var dateText = ""

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
        executor = EventLoopTaskExecutor(eventLoop)
    }

    /// The value of `Date`, written anew once a second.
    var date: String {
        let second = time(nil)
        if second != dateSecond {
            dateSecond = second
            dateText = HTTPDate(secondsSince1970: second).text
        }
        return dateText
    }

    func add(_ connection: Connection) {
        connections[ObjectIdentifier(connection)] = connection
    }

    func remove(_ connection: Connection) {
        connections[ObjectIdentifier(connection)] = nil
        guard connections.isEmpty else { return }
        for promise in whenEmpty { promise.succeed() }
        whenEmpty = []
    }

    /// Closes what is idle and lets the rest finish its request; the future comes true when nothing is left.
    func drain() -> EventLoopFuture<Void> {
        isDraining = true
        for connection in Array(connections.values) { connection.closeIfIdle() }
        let promise = eventLoop.makePromise(of: Void.self)
        if connections.isEmpty {
            promise.succeed()
        } else {
            whenEmpty.append(promise)
        }
        return promise.futureResult
    }

    /// Cuts what is left.
    func abandon() {
        for connection in Array(connections.values) { connection.abandon() }
    }
}

/// How much is going on, over all the event loops.
final class Load: Sendable {
    private let openConnections = Atomic<Int>(0)
    private let currentRequests = Atomic<Int>(0)
    private let longBodies = Atomic<Int>(0)

    var connections: Int { openConnections.load(ordering: .relaxed) }

    var requests: Int { currentRequests.load(ordering: .relaxed) }

    var longBodyCount: Int { longBodies.load(ordering: .relaxed) }

    /// Counts one connection more; the new count.
    func connectionOpened() -> Int { openConnections.wrappingAdd(1, ordering: .relaxed).newValue }

    func connectionClosed() { openConnections.wrappingSubtract(1, ordering: .relaxed) }

    /// Counts one request more; the new count.
    func requestStarted() -> Int { currentRequests.wrappingAdd(1, ordering: .relaxed).newValue }

    func requestEnded() { currentRequests.wrappingSubtract(1, ordering: .relaxed) }

    /// Counts one long body more; the new count.
    func longBodyStarted() -> Int { longBodies.wrappingAdd(1, ordering: .relaxed).newValue }

    func longBodyEnded() { longBodies.wrappingSubtract(1, ordering: .relaxed) }
}
