import CPicture

/// Pixels in the encoder's own memory, 0xAARRGGBB each.
final class PixelBuffer {
    private var picture: WebPPicture

    var width: Int { Int(picture.width) }
    var height: Int { Int(picture.height) }

    /// Room for so many pixels; nil for a size that WebP does not have, or without memory.
    init?(width: Int, height: Int) {
        picture = WebPPicture()
        guard WebPPictureInit(&picture) != 0 else { return nil }
        picture.use_argb = 1
        picture.width = Int32(clamping: width)
        picture.height = Int32(clamping: height)
        guard width > 0, height > 0, WebPPictureAlloc(&picture) != 0 else { return nil }
    }

    private init(copy other: PixelBuffer) throws(IntakeFault) {
        picture = WebPPicture()
        guard WebPPictureInit(&picture) != 0, WebPPictureCopy(&other.picture, &picture) != 0 else {
            throw .broken
        }
    }

    deinit { WebPPictureFree(&picture) }

    private var row: Int { Int(picture.argb_stride) }

    func fill(_ colour: (Int, Int) -> UInt32) {
        guard let pixels = picture.argb else { return }
        for y in 0..<height {
            for x in 0..<width { pixels[y * row + x] = colour(x, y) }
        }
    }

    // MARK: Decoding

    /// The pixels of a PNG, JPEG or WebP and how the camera was held; of a JPEG as few as are `enoughFor` so many on
    /// its longest side.
    static func decode(_ bytes: [UInt8], enoughFor side: Int) throws(IntakeFault) -> (PixelBuffer, Int) {
        switch FileKind(of: bytes) {
        case .png: (try decodePNG(bytes), 1)
        case .webp: (try decodeWebP(bytes), 1)
        case .jpeg: try decodeJPEG(bytes, enoughFor: side)
        case .pdf, nil: throw .unknownKind
        }
    }

    /// Room for a picture of this size, if it has no more pixels than are decoded.
    private static func room(width: Int, height: Int) throws(IntakeFault) -> PixelBuffer {
        guard width > 0, height > 0 else { throw .broken }
        guard width <= Picture.mostPixels / height, max(width, height) <= 16_383 else { throw .tooManyPixels }
        guard let buffer = PixelBuffer(width: width, height: height) else { throw .broken }
        return buffer
    }

    /// Whether the chunks of a PNG lead to its last one: the decoder stops at the last row that it needs.
    private static func isWholePNG(_ bytes: [UInt8]) -> Bool {
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
            if bytes[(place + 4)...].starts(with: Array("IEND".utf8)) { return true }
            place += 12 + length
        }
        return false
    }

    private static func decodePNG(_ bytes: [UInt8]) throws(IntakeFault) -> PixelBuffer {
        guard isWholePNG(bytes) else { throw .broken }
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        guard png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0 else { throw .broken }
        let buffer = try room(width: Int(image.width), height: Int(image.height))
        // Alpha, colour, blue first: in memory, what 0xAARRGGBB is on a machine of this byte order.
        image.format = 0x01 | 0x02 | 0x10
        guard png_image_finish_read(&image, nil, buffer.picture.argb, Int32(buffer.row * 4), nil) != 0 else {
            throw .broken
        }
        return buffer
    }

    private static func decodeWebP(_ bytes: [UInt8]) throws(IntakeFault) -> PixelBuffer {
        var features = WebPBitstreamFeatures()
        guard WebPGetFeatures(bytes, bytes.count, &features) == VP8_STATUS_OK else { throw .broken }
        guard features.has_animation == 0 else { throw .animated }
        let buffer = try room(width: Int(features.width), height: Int(features.height))
        let stride = buffer.row * 4
        let target = UnsafeMutableRawPointer(buffer.picture.argb)?.assumingMemoryBound(to: UInt8.self)
        guard WebPDecodeBGRAInto(bytes, bytes.count, target, stride * buffer.height, Int32(stride)) != nil
        else {
            throw .broken
        }
        return buffer
    }

    private static func decodeJPEG(_ bytes: [UInt8], enoughFor side: Int) throws(IntakeFault) -> (
        PixelBuffer, Int
    ) {
        let head = try JPEGHead(bytes)
        guard head.pixels <= Picture.mostPixels else { throw .tooManyPixels }
        guard let decoder = tjInitDecompress() else { throw .broken }
        defer { tjDestroy(decoder) }
        var (width, height, sampling, colours) = (Int32(0), Int32(0), Int32(0), Int32(0))
        guard
            tjDecompressHeader3(
                decoder, bytes, UInt(bytes.count), &width, &height, &sampling, &colours) == 0,
            // What printers use is turned into screen colours by tables that we do not have.
            colours != TJCS_CMYK.rawValue, colours != TJCS_YCCK.rawValue,
            Int(width) * Int(height) <= Picture.mostPixels
        else { throw .broken }
        // The decoder halves for less than it costs to decode all.
        var part = 1
        while part < 8, Int(max(width, height)) / (part * 2) >= side { part *= 2 }
        func scaled(_ length: Int32) -> Int { (Int(length) + part - 1) / part }
        let buffer = try room(width: scaled(width), height: scaled(height))
        let target = UnsafeMutableRawPointer(buffer.picture.argb)?.assumingMemoryBound(to: UInt8.self)
        let status = tjDecompress2(
            decoder, bytes, UInt(bytes.count), target, Int32(buffer.width), Int32(buffer.row * 4),
            Int32(buffer.height), Int32(TJPF_BGRA.rawValue), TJFLAG_LIMITSCANS)
        // Cameras leave odd bytes behind, of which the decoder warns; that the picture is whole, its head has shown.
        guard status == 0 || tjGetErrorCode(decoder) == TJERR_WARNING.rawValue else { throw .broken }
        return (buffer, head.orientation)
    }

    // MARK: Shaping

    /// A copy for `frame`; nil without memory.
    func framed(_ frame: Picture.Frame) -> PixelBuffer? {
        guard let copy = try? PixelBuffer(copy: self) else { return nil }
        switch frame {
        case .within(let side):
            let longest = max(width, height)
            guard longest > side else { return copy }
            return copy.rescale(
                width: max(1, width * side / longest), height: max(1, height * side / longest)) ? copy : nil
        case .filling(let wide, let high):
            let cutWidth = max(1, min(width, height * wide / high))
            let cutHeight = max(1, min(height, width * high / wide))
            guard
                WebPPictureCrop(
                    &copy.picture, Int32((width - cutWidth) / 2), Int32((height - cutHeight) / 2),
                    Int32(cutWidth), Int32(cutHeight)) != 0
            else { return nil }
            guard cutWidth > wide else { return copy }
            return copy.rescale(width: wide, height: high) ? copy : nil
        }
    }

    private func rescale(width: Int, height: Int) -> Bool {
        WebPPictureRescale(&picture, Int32(width), Int32(height)) != 0
    }

    /// Upright, as Exif says it was taken; nil without memory.
    func turned(_ orientation: Int) -> PixelBuffer? {
        guard orientation > 1 else { return self }
        let (wide, high) = (width, height)
        let swaps = orientation >= 5
        guard let turned = PixelBuffer(width: swaps ? high : wide, height: swaps ? wide : high),
            let source = picture.argb
        else { return nil }
        let row = row
        turned.fill { x, y in
            let (fromX, fromY) =
                switch orientation {
                case 2: (wide - 1 - x, y)
                case 3: (wide - 1 - x, high - 1 - y)
                case 4: (x, high - 1 - y)
                case 5: (y, x)
                case 6: (y, high - 1 - x)
                case 7: (wide - 1 - y, high - 1 - x)
                default: (wide - 1 - y, x)
                }
            return source[fromY * row + fromX]
        }
        return turned
    }

    // MARK: Encoding

    func encoded() throws(IntakeFault) -> Picture {
        var settings = WebPConfig()
        guard WebPConfigInit(&settings) != 0 else { throw .broken }
        settings.quality = 80
        settings.method = 3
        var writer = WebPMemoryWriter()
        WebPMemoryWriterInit(&writer)
        defer { WebPMemoryWriterClear(&writer) }
        let isDone = withUnsafeMutablePointer(to: &writer) { writer in
            picture.writer = WebPMemoryWrite
            picture.custom_ptr = UnsafeMutableRawPointer(writer)
            return WebPEncode(&settings, &picture) != 0
        }
        guard isDone, let start = writer.mem else { throw .broken }
        return Picture(
            bytes: Array(UnsafeBufferPointer(start: start, count: writer.size)), width: width, height: height)
    }
}
