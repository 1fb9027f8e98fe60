import CJPEG

/// The seam to libjpeg's encoder.
package enum JPEGEncoder {
    /// The photo as a baseline JPEG; nil only when there is no memory for it.
    package static func encode(_ photo: CleanPhoto, quality: Int) -> [UInt8]? {
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        let status = photo.pixels.withUnsafeBufferPointer { pixels in
            endeks_jpeg_encode(
                pixels.baseAddress, Int32(photo.width), Int32(photo.height), 3, Int32(min(max(quality, 1), 100)),
                &bytes,
                &count)
        }
        guard status == 0, let bytes else { return nil }
        defer { endeks_jpeg_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}
