import CZlib
import NIOCore

/// A gzip compressor whose quarter of a megabyte of state is made once and used again. It belongs to one thread.
final class Deflater {
    // On the heap because zlib keeps the stream's own address and refuses one that has moved.
    private let stream: UnsafeMutablePointer<z_stream>

    /// A compressor of this level, 1 (quick) to 9 (small); nil when there is no memory for it.
    init?(level: Int) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for a gzip header instead of zlib's own.
        let status = deflateInit2_(
            stream, Int32(level), Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// The bytes as one gzip member; nil when zlib fails. The same bytes always give the same result.
    func gzip(_ bytes: Span<UInt8>) -> ByteBuffer? {
        guard bytes.count <= Int(UInt32.max), deflateReset(stream) == Z_OK else { return nil }
        let bound = Int(deflateBound(stream, UInt(bytes.count)))
        var output = ByteBuffer()
        var isWhole = false
        output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
            bytes.withUnsafeBufferPointer { source in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.bindMemory(to: UInt8.self).baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                isWhole = deflate(stream, Z_FINISH) == Z_STREAM_END
                return target.count - Int(stream.pointee.avail_out)
            }
        }
        return isWhole ? output : nil
    }
}
