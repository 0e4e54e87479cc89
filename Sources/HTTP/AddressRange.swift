#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One IP address or a block of them: `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`.
public struct AddressRange: Sendable, Equatable {
    private let prefix: [UInt8]
    private let bits: Int

    /// Reads an address, with or without the length of its prefix; nil when it is neither.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let bytes = Self.bytes(of: String(first)) else {
            return nil
        }
        prefix = bytes
        if parts.count == 2 {
            guard let length = Int(parts[1]), (0...(bytes.count * 8)).contains(length) else { return nil }
            bits = length
        } else {
            bits = bytes.count * 8
        }
    }

    /// Whether that address is in the range. An IPv4 address written as IPv6 (`::ffff:10.0.0.1`) is itself.
    public func contains(_ address: String) -> Bool {
        guard let bytes = Self.bytes(of: address), bytes.count == prefix.count else { return false }
        for index in 0..<(bits / 8) where bytes[index] != prefix[index] { return false }
        let rest = bits % 8
        guard rest > 0 else { return true }
        return bytes[bits / 8] >> UInt8(8 - rest) == prefix[bits / 8] >> UInt8(8 - rest)
    }

    private static func bytes(of address: String) -> [UInt8]? {
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, address, &four) == 1 { return four }
        var sixteen = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &sixteen) == 1 else { return nil }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return sixteen.starts(with: mapped) ? Array(sixteen.dropFirst(12)) : sixteen
    }
}
