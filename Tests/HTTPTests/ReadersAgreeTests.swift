import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import HTTP

/// Our reader against another one, llhttp: two servers that read the same bytes differently let an attacker hide a
/// request inside another's body.
@Suite struct ReadersAgreeTests {
    struct Message: Equatable {
        var method = ""
        var target = ""
        var fields: [String] = []
        var body: [UInt8] = []
    }

    /// The same sequence for the same seed (SplitMix64, Sebastiano Vigna).
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var value = state
            value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
            value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
            return value ^ (value >> 31)
        }
    }

    private static let seeds = [
        "GET /a?b=c HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a:80\r\nContent-Length: 5\r\n\r\nhello",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nT: 1\r\n\r\n",
        "HEAD /%C3%A9 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        "OPTIONS /x HTTP/1.1\r\nHost: [::1]\r\nContent-Length: 0\r\nX:  \t y  \r\n\r\n",
    ]

    private static let pieces = [
        "\r", "\n", "\r\n", " ", "\t", ":", ";", ",", "0", "5", "a", "\0", "\u{0B}", "é", "%", "/", "+", "-",
        "Content-Length: 3\r\n", "Transfer-Encoding: chunked\r\n", "Content-Length", "chunked", "HTTP/1.1",
        "\r\n\r\n",
        "Host: b\r\n", "GET / HTTP/1.1\r\nHost: c\r\n\r\n",
    ]

    private static func mutated(with dice: inout Dice) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
            bytes += Array((seeds.randomElement(using: &dice) ?? "").utf8)
        }
        for _ in 0..<Int.random(in: 0...3, using: &dice) {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<3, using: &dice) {
            case 0: bytes.remove(at: place)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            default:
                bytes.insert(contentsOf: Array((pieces.randomElement(using: &dice) ?? "").utf8), at: place)
            }
        }
        return bytes
    }

    /// What our reader makes of the bytes, cut into pieces of that size, and whether it refused some of them.
    private static func ours(_ bytes: [UInt8], piece: Int) -> (messages: [Message], isRefused: Bool) {
        var messages: [Message] = []
        var reader = HeadReader(limits: Server.Limits())
        var buffer = ByteBuffer()
        var open: (head: RequestHead, body: BodyReader)?
        var start = 0
        var isLast = false
        do throws(Rejection) {
            while start < bytes.count, !isLast {
                buffer.writeBytes(bytes[start..<min(start + piece, bytes.count)])
                start += piece
                while !isLast {
                    if open == nil {
                        guard let head = try reader.next(from: &buffer) else { break }
                        open = (head, try BodyReader(framing: head.framing, limit: 1_000_000))
                    }
                    guard case (let head, var body)? = open else { break }
                    let isWhole = try body.read(from: &buffer)
                    open = isWhole ? nil : (head, body)
                    guard isWhole else { break }
                    defer { isLast = !head.keepsAlive }
                    let fields = head.fields.map { "\($0.name.canonicalName)=\($0.value)" }
                    messages.append(
                        Message(
                            method: head.method.rawValue, target: head.target.raw, fields: fields,
                            body: body.bytes))
                }
            }
        } catch {
            return (messages, true)
        }
        return (messages, false)
    }

    private static func theirs(_ bytes: [UInt8]) -> [Message] {
        let channel = EmbeddedChannel(
            handler: ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)))
        defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
        var messages: [Message] = []
        var current = Message()
        _ = try? channel.writeInbound(ByteBuffer(bytes: bytes))
        while let part = try? channel.readInbound(as: HTTPServerRequestPart.self) {
            switch part {
            case .head(let head):
                current = Message(method: head.method.rawValue, target: head.uri)
                current.fields = head.headers.map { "\($0.name.lowercased())=\(trimmed($0.value))" }
            case .body(let body): current.body += body.readableBytesView
            case .end: messages.append(current)
            }
        }
        return messages
    }

    /// llhttp leaves blanks after a value; RFC 9112 section 5.1 does not count them as part of it.
    private static func trimmed(_ value: String) -> String {
        var value = Substring(value)
        while value.utf8.last == 0x20 { value.removeLast() }
        return String(value)
    }

    @Test("Whatever we accept, llhttp reads the same", arguments: 0..<8)
    func sameReading(_ seed: Int) {
        var dice = Dice(state: UInt64(seed))
        var accepted = 0
        for _ in 0..<400 {
            let bytes = Self.mutated(with: &dice)
            let ours = Self.ours(bytes, piece: bytes.count).messages
            accepted += ours.count
            let theirs = Self.theirs(bytes)
            #expect(
                Array(theirs.prefix(ours.count)) == ours,
                "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
        #expect(accepted > 100)
    }

    @Test("The reading does not depend on how the bytes are cut", arguments: [1, 2, 3, 7])
    func anyCut(_ piece: Int) {
        var dice = Dice(state: 99)
        for _ in 0..<300 {
            let bytes = Self.mutated(with: &dice)
            #expect(Self.ours(bytes, piece: piece) == Self.ours(bytes, piece: bytes.count))
        }
    }
}
