/// 128 bits that tell one content from another by accident never, by malice perhaps: MurmurHash3 x64 128 (Austin
/// Appleby, public domain), quick enough to be taken of each page as it is sent.
struct Fingerprint: Equatable {
    private(set) var high: UInt64
    private(set) var low: UInt64

    private static let first: UInt64 = 0x87c3_7b91_1142_53d5
    private static let second: UInt64 = 0x4cf5_ad43_2745_937f

    /// The fingerprint of these bytes.
    init(of bytes: Span<UInt8>) {
        var h1: UInt64 = 0
        var h2: UInt64 = 0
        let raw = bytes.bytes
        var offset = 0
        while offset + 16 <= raw.byteCount {
            let k1 = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let k2 = UInt64(
                littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            h1 = ((h1 ^ Self.mixedFirst(k1)).rotated(27) &+ h2) &* 5 &+ 0x52dc_e729
            h2 = ((h2 ^ Self.mixedSecond(k2)).rotated(31) &+ h1) &* 5 &+ 0x3849_5ab5
            offset += 16
        }
        var k1: UInt64 = 0
        var k2: UInt64 = 0
        for index in offset..<bytes.count {
            let place = index - offset
            if place < 8 {
                k1 |= UInt64(bytes[index]) << UInt64(place * 8)
            } else {
                k2 |= UInt64(bytes[index]) << UInt64((place - 8) * 8)
            }
        }
        h2 ^= Self.mixedSecond(k2)
        h1 ^= Self.mixedFirst(k1)
        h1 ^= UInt64(bytes.count)
        h2 ^= UInt64(bytes.count)
        h1 &+= h2
        h2 &+= h1
        h1 = Self.avalanche(h1)
        h2 = Self.avalanche(h2)
        h1 &+= h2
        h2 &+= h1
        high = h1
        low = h2
    }

    /// 32 hexadecimal digits.
    var text: String { Self.hexadecimal(high) + Self.hexadecimal(low) }

    private static func mixedFirst(_ k: UInt64) -> UInt64 { (k &* first).rotated(31) &* second }

    private static func mixedSecond(_ k: UInt64) -> UInt64 { (k &* second).rotated(33) &* first }

    private static func avalanche(_ value: UInt64) -> UInt64 {
        var value = value
        value ^= value >> 33
        value &*= 0xff51_afd7_ed55_8ccd
        value ^= value >> 33
        value &*= 0xc4ce_b9fe_1a85_ec53
        return value ^ value >> 33
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

extension UInt64 {
    fileprivate func rotated(_ bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
