import CZlib

/// Unpacks what zlib packed, never more than it is told.
enum Inflater {
    /// The content of the zlib stream with which `bytes` begin.
    /// - Throws: `IntakeFault.closed` if it is longer than `most` or damaged.
    static func unpack(_ bytes: ArraySlice<UInt8>, atMost most: Int) throws(IntakeFault) -> [UInt8] {
        // On the heap because zlib keeps the stream's own address and refuses one that has moved.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        guard inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .closed
        }
        defer { inflateEnd(stream) }
        var unpacked: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 64 * 1_024)
        let isWhole = bytes.withUnsafeBufferPointer { source in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.pointee.avail_in = UInt32(clamping: source.count)
            while true {
                let status = room.withUnsafeMutableBufferPointer { target in
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = UInt32(target.count)
                    return inflate(stream, Z_NO_FLUSH)
                }
                unpacked += room.prefix(room.count - Int(stream.pointee.avail_out))
                guard unpacked.count <= most else { return false }
                switch status {
                case Z_STREAM_END: return true
                case Z_OK: continue
                default: return false
                }
            }
        }
        guard isWhole else { throw .closed }
        return unpacked
    }
}
