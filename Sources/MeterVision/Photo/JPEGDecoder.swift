import CJPEG

/// Why bytes were not decoded as a photo.
package enum PhotoError: Error, Hashable, Sendable {
    /// There is no byte.
    case empty
    /// No JPEG, or none that can be decoded.
    case notAJPEG
    /// More bytes, pixels, scans or memory than a photo of a meter needs.
    case tooLarge
    /// Fewer pixels than a meter can be seen in.
    case tooSmall
    /// The data ends before the picture does, or contradicts itself.
    case truncated

    /// The code that stands for it in a reading.
    package var reason: ReasonCode {
        switch self {
        case .empty: .emptyFile
        case .notAJPEG: .notAJPEG
        case .tooLarge: .tooLarge
        case .tooSmall: .tooSmall
        case .truncated: .truncated
        }
    }
}

/// A photo as decoded: upright, perhaps scaled down, with the size that it has in full.
package struct DecodedPhoto: Sendable {
    /// The pixels.
    package let photo: CleanPhoto
    /// The upright size before scaling; coordinates are reported in it.
    package let size: PixelSize
}

/// The seam to libjpeg's decoder: the header is checked before a pixel is decoded.
package enum JPEGDecoder {
    /// Files above this are refused unread: WhatsApp sends at most 5 MB, a camera's best quality is some 25.
    package static let mostBytes = 48 << 20
    /// Below this the smallest digits cannot be told.
    package static let leastSide = 64
    /// The long side is scaled down to this at most, by libjpeg, in eighths.
    package static let longSide = 1600

    // A progressive photo of 24 megapixels in ten scans has three million blocks; one of 1600 by 1200 has 240,000.
    private static let limits = endeks_jpeg_limits(
        side: 20_000, pixels: 100_000_000, scans: 64, blocks: 6_000_000,
        working_bytes: 96 << 20)

    /// The photo, turned upright as its EXIF orientation says, all metadata left behind.
    ///
    /// A part that was cut out of one, such as a single wheel, may have a smaller least side.
    package static func decode(_ bytes: [UInt8], leastSide: Int = JPEGDecoder.leastSide) throws(PhotoError)
        -> DecodedPhoto
    {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= mostBytes else { throw .tooLarge }
        let full = try scaledSize(bytes, eighths: 8)
        guard min(full.width, full.height) >= leastSide else { throw .tooSmall }
        let scale = eighths(longSide: max(full.width, full.height))
        let size = try scaledSize(bytes, eighths: scale)
        let pixels = try decode(bytes, eighths: scale, to: size)
        let orientation = Orientation.ofJPEG(bytes)
        guard let photo = CleanPhoto(width: size.width, height: size.height, pixels: pixels)?.turned(by: orientation)
        else { throw .notAJPEG }
        return DecodedPhoto(
            photo: photo,
            size: orientation.swapsSides ? PixelSize(width: full.height, height: full.width) : full)
    }

    /// The largest scale in eighths that keeps the long side within bounds.
    package static func eighths(longSide: Int) -> Int {
        (1...8).last { (longSide * $0 + 7) / 8 <= Self.longSide } ?? 1
    }

    private static func scaledSize(_ bytes: [UInt8], eighths: Int) throws(PhotoError) -> PixelSize {
        var (width, height): (UInt32, UInt32) = (0, 0)
        let status = bytes.withUnsafeBufferPointer { source in
            withUnsafePointer(to: limits) {
                endeks_jpeg_scaled_size(source.baseAddress, source.count, $0, Int32(eighths), &width, &height)
            }
        }
        try check(status)
        return PixelSize(width: Int(width), height: Int(height))
    }

    private static func decode(_ bytes: [UInt8], eighths: Int, to size: PixelSize) throws(PhotoError) -> [UInt8] {
        let count = size.width * size.height * 3
        var status = ENDEKS_JPEG_FAILED
        let pixels = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            target.initialize(repeating: 0)
            status = bytes.withUnsafeBufferPointer { source in
                withUnsafePointer(to: limits) {
                    endeks_jpeg_decode(
                        source.baseAddress, source.count, $0, Int32(eighths), target.baseAddress, count)
                }
            }
            filled = count
        }
        try check(status)
        return pixels
    }

    private static func check(_ status: endeks_jpeg_status) throws(PhotoError) {
        switch status {
        case ENDEKS_JPEG_OK: return
        case ENDEKS_JPEG_DAMAGED: throw .truncated
        case ENDEKS_JPEG_TOO_LARGE, ENDEKS_JPEG_FAILED: throw .tooLarge
        default: throw .notAJPEG
        }
    }
}
